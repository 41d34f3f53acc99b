#include "archive/input_search.hpp"

#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>
#include <utility>

#include "archive/archive_messages.hpp"

namespace tbsc94 {

namespace {

enum entry_kind : char { file, folder, link, linked_folder, special, not_told };

entry_kind kind_by_type(unsigned char type) {
  switch (type) {
    case DT_REG:
      return file;
    case DT_DIR:
      return folder;
    case DT_LNK:
      return link;
    case DT_UNKNOWN:  // some file systems do not say
      return not_told;
    default:
      return special;
  }
}

entry_kind kind_by_mode(mode_t mode) { return S_ISREG(mode) ? file : S_ISDIR(mode) ? folder : special; }

// What a link leads to; where it leads nowhere that is a file, which cannot be opened.
entry_kind kind_behind(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) {
    return file;
  }
  const entry_kind kind = kind_by_mode(status.st_mode);
  return kind == folder ? linked_folder : kind;
}

entry_kind kind_of_entry(entry_kind listed, const std::string& path) {
  if (struct stat status{}; listed == not_told) {
    const bool is_there = ::lstat(path.c_str(), &status) == 0;
    listed = !is_there ? file : S_ISLNK(status.st_mode) ? link : kind_by_mode(status.st_mode);
  }
  return listed == link ? kind_behind(path) : listed;
}

bool is_input(std::string_view name) { return is_assessment_file(name) || kind_of(name) == input_kind::archive; }

bool may_matter(std::string_view name, entry_kind kind) {
  const bool may_be_folder = kind == folder || kind == not_told;
  return may_be_folder ? name != "." && name != ".." : is_input(name);
}

struct folder_closer {
  void operator()(DIR* folder) const { ::closedir(folder); }
};

}  // namespace

folder_search::level::level(std::string folder) : path(std::move(folder)) {
  if (!path.ends_with('/')) {
    path += '/';
  }
}

int folder_search::level::list() {
  const std::unique_ptr<DIR, folder_closer> folder(::opendir(path.c_str()));
  if (!folder) {
    return errno;
  }
  errno = 0;
  while (const dirent* const each = ::readdir(folder.get())) {
    const std::string_view name = each->d_name;
    const entry_kind kind = kind_by_type(each->d_type);
    if (may_matter(name, kind)) {
      char* const kept = static_cast<char*>(memory.allocate(name.size() + 2, 1));
      kept[0] = kind;
      std::memcpy(kept + 1, name.data(), name.size() + 1);
      entries.push_back(kept);
    }
    errno = 0;
  }
  const int error = errno;
  std::ranges::sort(entries, [](const char* a, const char* b) { return std::strcmp(a + 1, b + 1) < 0; });
  return error;
}

folder_search::folder_search(std::string folder, std::vector<io_problem>& problems) : folder_(std::move(folder)) {
  enter(folder_, problems);
}

void folder_search::enter(const std::string& folder, std::vector<io_problem>& problems) {
  if (const int error = levels_.emplace_back(folder).list(); error != 0) {
    tell({displayed(folder), system_reason(error)}, problems);
    levels_.pop_back();
  }
}

void folder_search::tell(io_problem problem, std::vector<io_problem>& problems) {
  problems.push_back(std::move(problem));
  any_ = true;
}

std::optional<input> folder_search::next(std::vector<io_problem>& problems) {
  while (!levels_.empty() && problems.empty()) {
    level& here = levels_.back();
    if (here.next == here.entries.size()) {
      levels_.pop_back();
      continue;
    }
    const char* const entry = here.entries[here.next++];
    std::string path = here.path + (entry + 1);
    const entry_kind kind = kind_of_entry(static_cast<entry_kind>(entry[0]), path);
    if (kind == folder) {
      enter(path, problems);
    } else if (kind == special && is_input(path)) {  // to open a FIFO would be to wait for its writer
      tell({displayed(path), worded(message::no_plain_file), true}, problems);
    } else if (kind == file && is_input(path)) {
      any_ = true;
      return named_input(std::move(path));
    }
  }
  if (ended() && !any_) {
    tell({displayed(folder_), worded(message::no_assessments), true}, problems);
  }
  return std::nullopt;
}

input_search::input_search(std::vector<input> named) : named_(std::move(named)) {}

input* input_search::front(std::vector<io_problem>& problems) {
  while (!front_ && problems.empty()) {
    if (folder_) {
      front_ = folder_->next(problems);
      if (!front_ && folder_->ended()) {
        folder_.reset();
      }
    } else if (next_ == named_.size()) {
      break;
    } else if (input& named = named_[next_++]; named.kind == input_kind::folder) {
      folder_.emplace(named.path, problems);
    } else {
      front_ = std::move(named);
    }
  }
  return front_ ? &*front_ : nullptr;
}

}  // namespace tbsc94
