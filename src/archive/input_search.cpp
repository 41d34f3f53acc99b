#include "archive/input_search.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include "archive/archive_messages.hpp"
#include "platform/platform.hpp"

namespace tbsc94 {

namespace {

enum entry_kind : char { file, folder, link, linked_folder, special, own_output, not_told };

entry_kind kind_by(platform::file_kind kind) {
  switch (kind) {
    case platform::file_kind::file:
      return file;
    case platform::file_kind::folder:
      return folder;
    case platform::file_kind::link:
      return link;
    case platform::file_kind::not_told:
      return not_told;
    default:
      return special;
  }
}

entry_kind kind_by(const platform::file_status& status, const std::optional<output_file>& output) {
  return output && output->file == status.identity ? own_output : kind_by(status.kind);
}

// What a link leads to; where it leads nowhere that is a file, which cannot be opened.
entry_kind kind_behind(const std::string& path, const std::optional<output_file>& output) {
  const auto status = platform::status_at(path);
  const entry_kind kind = status ? kind_by(*status, output) : file;
  return kind == folder ? linked_folder : kind;
}

entry_kind kind_of_entry(entry_kind listed, const std::string& path, const std::optional<output_file>& output) {
  if (listed == not_told) {
    const auto status = platform::status_of_link(path);
    listed = status ? kind_by(*status, output) : file;
  }
  return listed == link ? kind_behind(path, output) : listed;
}

bool is_input(std::string_view name) { return is_assessment_file(name) || kind_of(name) == input_kind::archive; }

// What the program has beside its output until that is complete is named so; others may have such names, too.
bool may_be_temporary(std::string_view name, const std::optional<output_file>& output) {
  constexpr std::size_t random_part = 7;  // with the dot before it
  return output && !output->name.empty() && name.size() == output->name.size() + random_part &&
         name.starts_with(output->name) && name[output->name.size()] == '.';
}

bool is_temporary_folder(std::string_view name, const std::string& path, const std::optional<output_file>& output) {
  return may_be_temporary(name, output) && output->folder && identity_at(path) == output->folder;
}

}  // namespace

folder_search::level::level(std::string folder) : path(std::move(folder)) {
  if (!path.ends_with('/')) {
    path += '/';
  }
}

int folder_search::level::list(const std::optional<output_file>& output, passed_over& besides) {
  const auto listed = platform::list_folder(path, [&](const platform::folder_entry& each) {
    const bool may_be_output = output && output->file && each.inode == output->file->inode;
    const entry_kind kind = may_be_output ? not_told : kind_by(each.kind);
    if (kind == file && !is_input(each.name)) {
      if (!is_companion(each.name) && !may_be_temporary(each.name, output)) {
        besides.count(each.name);
      }
    } else if (kind != file || !is_companion(each.name)) {
      char* const kept = static_cast<char*>(memory.allocate(each.name.size() + 2, 1));
      kept[0] = kind;
      std::memcpy(kept + 1, each.name.data(), each.name.size());
      kept[each.name.size() + 1] = '\0';
      entries.push_back(kept);
    }
  });
  if (output && output->file && !listed.numbered) {  // any file may be it
    for (char* const each : entries) {
      if (each[0] == file) {
        each[0] = not_told;
      }
    }
  }
  std::ranges::sort(entries, [](const char* a, const char* b) { return std::strcmp(a + 1, b + 1) < 0; });
  return listed.error;
}

folder_search::folder_search(std::string folder, std::optional<output_file> output)
    : folder_(std::move(folder)), output_(std::move(output)) {}

void folder_search::enter(const std::string& folder, std::vector<io_problem>& problems, passed_over& besides) {
  if (const int error = levels_.emplace_back(folder).list(output_, besides); error != 0) {
    tell({displayed(folder), system_reason(error)}, problems);
    levels_.pop_back();
  }
}

void folder_search::tell(io_problem problem, std::vector<io_problem>& problems) {
  problems.push_back(std::move(problem));
  any_ = true;
}

void folder_search::tell_output(const std::string& path, std::vector<io_problem>& problems) {
  if (output_->is_result) {
    tell({displayed(path), worded(message::is_output), severity::remark}, problems);
  } else {
    tell({displayed(path), worded(message::is_input_and_output), severity::misuse}, problems);
  }
}

std::optional<input> folder_search::next(std::vector<io_problem>& problems, passed_over& besides) {
  if (!std::exchange(begun_, true)) {
    enter(folder_, problems, besides);
  }
  while (!levels_.empty() && problems.empty()) {
    level& here = levels_.back();
    if (here.next == here.entries.size()) {
      levels_.pop_back();
    } else if (auto found = take(here.entries[here.next++], problems, besides)) {
      return found;
    }
  }
  ended_ = levels_.empty();
  if (ended_ && !any_) {
    tell({displayed(folder_), worded(message::no_assessments), severity::remark}, problems);
  }
  return std::nullopt;
}

std::optional<input> folder_search::take(const char* entry, std::vector<io_problem>& problems, passed_over& besides) {
  const std::string_view name = entry + 1;
  std::string path = levels_.back().path + (entry + 1);
  const entry_kind kind = kind_of_entry(static_cast<entry_kind>(entry[0]), path, output_);
  if (kind == folder) {
    if (name != "__MACOSX" && !is_temporary_folder(name, path, output_)) {
      enter(path, problems, besides);
    }
  } else if (kind == linked_folder) {
    besides.count_links(1);
  } else if (!is_input(name)) {
    if (kind != own_output && !is_companion(name)) {
      besides.count(name);
    }
  } else if (is_companion(name)) {
    return std::nullopt;
  } else if (kind == own_output) {
    tell_output(path, problems);
  } else if (kind == special) {  // to open a FIFO would be to wait for its writer
    tell({displayed(path), worded(message::no_plain_file), severity::remark}, problems);
  } else {
    any_ = true;
    return named_input(std::move(path));
  }
  return std::nullopt;
}

input_search::input_search(std::vector<input> named, std::optional<output_file> output)
    : named_(std::move(named)), output_(std::move(output)) {}

input* input_search::front(std::vector<io_problem>& problems, passed_over& besides) {
  while (!front_ && problems.empty()) {
    if (folder_) {
      front_ = folder_->next(problems, besides);
      if (!front_ && folder_->ended()) {
        folder_.reset();
      }
    } else if (next_ == named_.size()) {
      break;
    } else if (input& named = named_[next_++]; named.kind == input_kind::folder) {
      folder_.emplace(named.path, output_);
    } else {
      front_ = std::move(named);
    }
  }
  return front_ ? &*front_ : nullptr;
}

}  // namespace tbsc94
