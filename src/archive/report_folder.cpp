#include "archive/report_folder.hpp"

#include <filesystem>
#include <system_error>

#include "archive/archive_messages.hpp"
#include "archive/output.hpp"
#include "platform/platform.hpp"

namespace tbsc94 {

namespace fs = std::filesystem;

namespace {

std::string without_slashes_at_end(std::string path) {
  while (path.size() > 1 && (path.ends_with('/') || path.ends_with(fs::path::preferred_separator))) {
    path.pop_back();
  }
  return path;
}

}  // namespace

std::unique_ptr<report_folder> report_folder::open(const std::string& path, io_problem& problem) {
  const auto behind = behind_links(without_slashes_at_end(path), problem);
  if (!behind) {
    return nullptr;
  }
  std::string target = without_slashes_at_end(*behind);
  std::error_code error;
  if (fs::exists(platform::native(target), error)) {
    if (!fs::is_directory(platform::native(target), error) || !fs::is_empty(platform::native(target), error)) {
      problem = {path, worded(message::not_an_empty_folder)};
      return nullptr;
    }
    target = platform::utf8(fs::canonical(platform::native(target), error));  // "." has no name to put something beside
  }
  std::string temporary = target + ".XXXXXX";
  if (!platform::create_unique_folder(temporary)) {
    problem = {target, system_reason()};
    return nullptr;
  }
  return std::unique_ptr<report_folder>(new report_folder(target, temporary));
}

report_folder::report_folder(std::string path, std::string temporary)
    : path_(std::move(path)), temporary_(std::move(temporary)) {}

report_folder::~report_folder() {
  if (!committed_) {
    remove();
  }
}

void report_folder::abandon() {
  mutex_.lock();  // and never unlocked
  remove();
}

void report_folder::remove() const {
  std::error_code ignored;  // there is nothing else to be done
  fs::remove_all(platform::native(temporary_), ignored);
}

std::string report_folder::path_of(std::string_view name) const { return temporary_ + '/' + std::string(name); }

bool report_folder::write(std::string_view name, std::string_view text, io_problem& problem) {
  const std::scoped_lock lock(mutex_);
  const int file = platform::create(path_of(name));
  const bool written = file >= 0 && platform::write(file, text);
  if (!written) {
    problem = {path_, system_reason()};
  }
  if (file >= 0) {
    platform::close(file);
  }
  return written;
}

bool report_folder::commit(io_problem& problem) {
  const std::scoped_lock lock(mutex_);
  if (!platform::rename(temporary_, path_)) {
    problem = {path_, system_reason()};
    return false;
  }
  committed_ = true;
  return true;
}

}  // namespace tbsc94
