#include "archive/output.hpp"

#include <array>
#include <cerrno>
#include <filesystem>
#include <system_error>

#include "platform/platform.hpp"

namespace tbsc94 {

namespace fs = std::filesystem;

namespace {

// What is at least as large is passed on as it is, smaller texts are put together.
constexpr std::size_t written_at_once = std::size_t{32} << 10U;
constexpr std::size_t stored_at_once = std::size_t{4} << 20U;

}  // namespace

std::optional<std::string> behind_links(const std::string& path, io_problem& problem) {
  constexpr int most_links = 40;  // as many as Linux follows
  fs::path target = platform::native(path);
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
  return platform::utf8(target);
}

std::unique_ptr<output> output::open(const std::string& path, io_problem& problem) {
  if (path.empty()) {
    return std::unique_ptr<output>(new output(platform::standard_output, "-", ""));
  }
  // Something that is there and no plain file, such as a terminal, a pipe or /dev/null, is written to as
  // it is, by the name given: /dev/stdout is a link to what may have no path.
  std::error_code error;
  if (fs::exists(platform::native(path), error) && !fs::is_regular_file(platform::native(path), error)) {
    const int descriptor = platform::open_to_write(path);
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
  const auto old = platform::status_at(*target);
  const bool is_shared = old && old->names > 1;
  const int shared = is_shared ? platform::open_to_write(*target) : -1;
  std::string temporary = *target + ".XXXXXX";
  // The permissions of the old file may hold back what is in it.
  const int descriptor = is_shared && shared < 0 ? -1 : platform::create_unique(temporary, old);
  if (descriptor < 0) {
    problem = {*target, system_reason()};
    if (shared >= 0) {
      platform::close(shared);
    }
    return nullptr;
  }
  std::unique_ptr<output> result(new output(descriptor, *target, temporary));
  result->replaces_ = old.has_value();
  result->shared_ = shared;
  return result;
}

output::output(int descriptor, std::string path, std::string temporary)
    : descriptor_(descriptor),
      path_(std::move(path)),
      temporary_(std::move(temporary)),
      is_terminal_(platform::is_terminal(descriptor)) {
  if (temporary_.empty() && ci_runner_listens()) {
    guard_.emplace();
  }
}

output::~output() {
  if (!temporary_.empty()) {
    platform::close(descriptor_);
    if (!committed_) {
      platform::remove(temporary_);
    }
  }
  if (shared_ >= 0) {
    platform::close(shared_);
  }
}

void output::abandon() const {
  if (!temporary_.empty()) {
    replacing_.lock();             // and never unlocked
    platform::close(descriptor_);  // on Windows an open file stays, and its folder with it
    platform::remove(temporary_);
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
  if (text.size() >= written_at_once) {
    return flush() && pass_on(text);
  }
  pending_ += text;
  return pending_.size() < written_at_once || flush();
}

bool output::flush() {
  const bool written = pass_on(pending_);
  pending_.clear();
  return written;
}

bool output::pass_on(std::string_view text) {
  if (!platform::write(descriptor_, text)) {
    return fail();
  }
  begin_to_store(text.size());
  return true;
}

// Lets the system bring to the disk what has been written so far, while more is worked out: otherwise
// commit would wait for all of it.
void output::begin_to_store(std::size_t written) {
  unstored_ += written;
  if (temporary_.empty() || unstored_ < stored_at_once) {
    return;
  }
  unstored_ = 0;
  platform::begin_to_store(descriptor_);
}

bool output::commit() {
  if (temporary_.empty()) {
    return error_ == 0 && flush();
  }
  const std::scoped_lock lock(replacing_);
  if (error_ != 0 || !flush()) {
    return false;
  }
  if (!platform::store(descriptor_) || !put_in_place()) {
    return fail();
  }
  committed_ = true;
  return true;
}

bool output::put_in_place() {
  return shared_ < 0 ? platform::rename(temporary_, path_) : write_into_shared() && platform::remove(temporary_);
}

// A file of several names must be written into, or the others would keep what is old. All is complete beside
// it, and there is room for it, before the first byte changes: no fault but the end of the machine can leave
// it half written, and then the whole is still beside it.
bool output::write_into_shared() const {
  const auto old = platform::status_of(shared_);
  const auto made = platform::status_of(descriptor_);
  if (!old || !made) {
    return false;
  }
  if (const int error = platform::reserve(shared_, made->size); error != 0) {
    static_cast<void>(platform::resize(shared_, old->size));
    errno = error;
    return false;
  }
  std::array<char, 65536> bytes{};
  for (std::uint64_t at = 0; at < made->size;) {
    const auto got = platform::read_at(descriptor_, bytes.data(), bytes.size(), at);
    if (got <= 0 || !platform::write_at(shared_, {bytes.data(), static_cast<std::size_t>(got)}, at)) {
      return false;
    }
    at += static_cast<std::uint64_t>(got);
  }
  return platform::resize(shared_, made->size) && platform::store(shared_);
}

}  // namespace tbsc94
