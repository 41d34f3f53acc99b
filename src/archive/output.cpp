#include "archive/output.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace tbsc94 {

namespace fs = std::filesystem;

namespace {

// What is at least as large is passed on as it is, smaller texts are put together.
constexpr std::size_t piece = std::size_t{32} << 10U;
constexpr std::size_t stored_at_once = std::size_t{4} << 20U;

}  // namespace

std::optional<std::string> behind_links(const std::string& path, io_problem& problem) {
  constexpr int most_links = 40;  // as many as Linux follows
  fs::path target = path;
  std::error_code error;
  for (int links = 0; fs::is_symlink(fs::symlink_status(target, error)); ++links) {
    if (links == most_links) {
      problem = {path, system_reason(ELOOP)};
      return std::nullopt;
    }
    target = target.parent_path() / fs::read_symlink(target, error);
    if (error) {
      problem = {path, system_reason(error.value())};
      return std::nullopt;
    }
  }
  return target.string();
}

std::unique_ptr<output> output::open(const std::string& path, io_problem& problem) {
  if (path.empty()) {
    return std::unique_ptr<output>(new output(STDOUT_FILENO, "-", ""));
  }
  // Something that is there and no plain file, such as a terminal, a pipe or /dev/null, is written to as
  // it is, by the name given: /dev/stdout is a link to what may have no path.
  std::error_code error;
  if (fs::exists(path, error) && !fs::is_regular_file(path, error)) {
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor >= 0) {
      return std::unique_ptr<output>(new output(descriptor, path, ""));
    }
    problem = {path, system_reason()};
    return nullptr;
  }
  const auto target = behind_links(path, problem);
  if (!target) {
    return nullptr;
  }
  struct stat old {};
  const bool replaces = ::stat(target->c_str(), &old) == 0;
  const int shared = replaces && old.st_nlink > 1 ? ::open(target->c_str(), O_WRONLY | O_CLOEXEC) : -1;
  std::string temporary = *target + ".XXXXXX";
  const bool writable = !replaces || old.st_nlink == 1 || shared >= 0;
  const int descriptor = writable ? ::mkostemp(temporary.data(), O_CLOEXEC) : -1;
  if (descriptor < 0) {
    problem = {*target, system_reason()};
    if (shared >= 0) {
      ::close(shared);
    }
    return nullptr;
  }
  // Those of the old file may hold back what is in it.
  ::fchmod(descriptor, replaces ? old.st_mode & 0777U : permissions_of_new_files(0666));
  std::unique_ptr<output> result(new output(descriptor, *target, temporary));
  result->replaces_ = replaces;
  result->shared_ = shared;
  return result;
}

output::output(int descriptor, std::string path, std::string temporary)
    : descriptor_(descriptor),
      path_(std::move(path)),
      temporary_(std::move(temporary)),
      is_terminal_(::isatty(descriptor) == 1) {
  if (temporary_.empty() && ci_runner_listens()) {
    guard_.emplace();
  }
}

output::~output() {
  if (!temporary_.empty()) {
    ::close(descriptor_);
  }
  if (shared_ >= 0) {
    ::close(shared_);
  }
  if (!committed_) {
    abandon();
  }
}

void output::abandon() const {
  const std::scoped_lock lock(replacing_);
  if (!temporary_.empty()) {
    ::unlink(temporary_.c_str());
  }
}

bool output::fail() {
  error_ = errno;
  problem_ = {path_, system_reason(error_)};
  return false;
}

void output::fail(io_problem problem) {
  error_ = EIO;
  problem_ = std::move(problem);
}

bool output::write(std::string_view text) {
  if (error_ != 0) {
    return false;
  }
  if (!guard_) {
    return take(text);
  }
  std::string harmless;
  guard_->append(harmless, text);
  return take(harmless);
}

bool output::take(std::string_view text) {
  if (text.size() >= piece) {
    return flush() && pass_on(text);
  }
  pending_ += text;
  return pending_.size() < piece || flush();
}

bool output::flush() {
  const bool written = pass_on(pending_);
  pending_.clear();
  return written;
}

bool output::pass_on(std::string_view text) {
  for (std::string_view rest = text; !rest.empty();) {
    const auto written = ::write(descriptor_, rest.data(), rest.size());
    if (written < 0 && errno != EINTR) {
      return fail();
    }
    rest.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written));
  }
  begin_to_store(text.size());
  return true;
}

// Lets the system bring to the disk what has been written so far, while more is worked out: otherwise
// commit would wait for all of it. No more than a hint, so its failure means nothing.
void output::begin_to_store(std::size_t written) {
  unstored_ += written;
  if (temporary_.empty() || unstored_ < stored_at_once) {
    return;
  }
  unstored_ = 0;
#ifdef SYNC_FILE_RANGE_WRITE
  static_cast<void>(::sync_file_range(descriptor_, 0, 0, SYNC_FILE_RANGE_WRITE));
#endif
}

bool output::commit() {
  if (error_ != 0 || !flush()) {
    return false;
  }
  if (temporary_.empty()) {
    return true;
  }
  if (::fsync(descriptor_) != 0 || !put_in_place()) {
    return fail();
  }
  committed_ = true;
  return true;
}

bool output::put_in_place() {
  if (shared_ < 0) {
    return ::rename(temporary_.c_str(), path_.c_str()) == 0;
  }
  const std::scoped_lock lock(replacing_);
  return write_into_shared() && ::unlink(temporary_.c_str()) == 0;
}

// A file of several names must be written into, or the others would keep what is old. All is complete beside
// it, and there is room for it, before the first byte changes: no fault but the end of the machine can leave
// it half written, and then the whole is still beside it.
bool output::write_into_shared() const {
  struct stat old {};
  struct stat made {};
  if (::fstat(shared_, &old) != 0 || ::fstat(descriptor_, &made) != 0) {
    return false;
  }
  if (const int error = made.st_size == 0 ? 0 : ::posix_fallocate(shared_, 0, made.st_size); error != 0) {
    static_cast<void>(::ftruncate(shared_, old.st_size));
    errno = error;
    return false;
  }
  std::array<char, 65536> bytes{};
  for (off_t at = 0; at < made.st_size;) {
    const auto got = ::pread(descriptor_, bytes.data(), bytes.size(), at);
    if (got <= 0 || ::pwrite(shared_, bytes.data(), static_cast<std::size_t>(got), at) != got) {
      return false;
    }
    at += got;
  }
  return ::ftruncate(shared_, made.st_size) == 0 && ::fsync(shared_) == 0;
}

}  // namespace tbsc94
