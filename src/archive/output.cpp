#include "archive/output.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace tbsc94 {

namespace {

// What is at least as large is passed on as it is, smaller texts are put together.
constexpr std::size_t piece = std::size_t{32} << 10U;
constexpr std::size_t stored_at_once = std::size_t{4} << 20U;

// Those of the file that is replaced, which may hold back what is in it; else those of any new file.
mode_t permissions_for(const std::string& target) {
  struct stat old {};
  if (::stat(target.c_str(), &old) == 0) {
    return old.st_mode & 0777U;
  }
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666U & ~mask;
}

}  // namespace

std::unique_ptr<output> output::open(const std::string& path, io_problem& problem) {
  if (path.empty()) {
    return std::unique_ptr<output>(new output(STDOUT_FILENO, "-", ""));
  }
  // Something that is there and no plain file, such as a terminal, a pipe or /dev/null, is written to as
  // it is, by the name given: /dev/stdout is a link to what may have no path.
  std::error_code error;
  if (std::filesystem::exists(path, error) && !std::filesystem::is_regular_file(path, error)) {
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor >= 0) {
      return std::unique_ptr<output>(new output(descriptor, path, ""));
    }
    problem = {path, system_reason()};
    return nullptr;
  }
  std::string target = path;
  if (std::filesystem::is_symlink(path, error)) {
    target = std::filesystem::weakly_canonical(path, error).string();
  }
  std::string temporary = target + ".XXXXXX";
  const int descriptor = ::mkstemp(temporary.data());
  if (descriptor < 0) {
    problem = {path, system_reason()};
    return nullptr;
  }
  ::fchmod(descriptor, permissions_for(target));
  return std::unique_ptr<output>(new output(descriptor, target, temporary));
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
  if (!committed_) {
    abandon();
  }
}

bool output::replaces() const {
  std::error_code ignored;
  return !temporary_.empty() && std::filesystem::exists(path_, ignored);
}

void output::abandon() const {
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
  if (::fsync(descriptor_) != 0 || ::rename(temporary_.c_str(), path_.c_str()) != 0) {
    return fail();
  }
  committed_ = true;
  return true;
}

}  // namespace tbsc94
