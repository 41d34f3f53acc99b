#include "archive/input.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "formats/encoding.hpp"

namespace tbsc94 {

namespace {

bool is_assessment_file(const std::filesystem::path& path) {
  const std::string extension = path.extension().string();
  return extension == ".json" || extension == ".ndjson" || extension == ".jsonl";
}

// Files and folders of one folder, and theirs, in the order of their names.
void expand_folder(const std::string& folder, std::vector<input>& inputs, std::vector<io_problem>& problems) {
  namespace fs = std::filesystem;
  std::error_code error;
  std::vector<fs::directory_entry> entries;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    entries.push_back(*at);
  }
  if (error) {
    problems.push_back({folder, error.message()});
    return;
  }
  std::sort(entries.begin(), entries.end(),
            [](const auto& a, const auto& b) { return a.path().native() < b.path().native(); });
  for (const fs::directory_entry& entry : entries) {
    const bool is_folder = entry.is_directory(error);
    if (is_folder && !entry.is_symlink(error)) {  // a link to a folder could lead round in a circle
      expand_folder(entry.path().string(), inputs, problems);
    } else if (!is_folder && is_assessment_file(entry.path())) {
      inputs.push_back({entry.path().string(), kind_of(entry.path().native())});
    }
  }
}

constexpr std::size_t piece = std::size_t{64} << 10U;
constexpr std::string_view space = " \t\r\n";

// Where the first line that is not blank begins and ends, and its number.
struct first_line {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t number = 1;
};

std::optional<first_line> find_first_line(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(space);
  if (begin == std::string_view::npos) {
    return std::nullopt;
  }
  const auto before =
      static_cast<std::size_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(begin), '\n'));
  return first_line{begin, std::min(text.find('\n', begin), text.size()), before + 1};
}

// Reads on until a second line that is not blank has begun, or to the end.
input look_at_standard_input(std::vector<io_problem>& problems) {
  auto head = std::make_shared<padded_buffer>();
  input result{"-", input_kind::document, head};
  io_reason fault;
  const auto stream = file_stream::open("-", fault);  // it is open already
  while (head->text().size() <= json::largest_document) {
    const auto first = find_first_line(encoding::without_bom(head->text()));
    if (first && encoding::without_bom(head->text()).find_first_not_of(space, first->end) != std::string_view::npos) {
      break;
    }
    const auto got = stream->read(*head, piece);
    if (!got) {
      problems.push_back({"-", stream->fault()});
    }
    if (!got || *got == 0) {
      break;
    }
  }
  const std::string_view text = encoding::without_bom(head->text());
  const auto first = find_first_line(text);
  if (first && json::is_document(text.substr(first->begin, first->end - first->begin))) {
    const bool more = text.find_first_not_of(space, first->end) != std::string_view::npos;
    result.kind = more ? input_kind::lines : input_kind::document;
    result.line = more ? 0 : first->number;
  }
  return result;
}

}  // namespace

input_kind kind_of(std::string_view path) {
  return path.ends_with(".ndjson") || path.ends_with(".jsonl") ? input_kind::lines : input_kind::document;
}

std::vector<input> expand(const std::string& path, std::vector<io_problem>& problems) {
  std::vector<input> inputs;
  std::error_code error;
  if (path == "-") {
    return {look_at_standard_input(problems)};
  }
  if (std::filesystem::is_directory(path, error)) {
    expand_folder(path, inputs, problems);
  } else {
    inputs.push_back({path, kind_of(path)});
  }
  return inputs;
}

std::string displayed(std::string_view path) {
  std::string result;
  while (!path.empty()) {
    const std::size_t size = encoding::code_point_size(path);
    const std::string_view character = path.substr(0, size);
    result += size == 1 && static_cast<unsigned char>(character[0]) >= 0x80 ? "\xEF\xBF\xBD" : character;
    path.remove_prefix(size);
  }
  return result;
}

bool read_document(const input& input, padded_buffer& into, io_problem& problem) {
  into.clear();
  if (input.read_already) {
    into.append(input.read_already->text());
  }
  io_reason fault;
  const auto stream = file_stream::open(input.path, fault);
  if (!stream) {
    problem = {displayed(input.path), fault};
    return false;
  }
  while (into.text().size() <= json::largest_document) {
    const auto got = stream->read(into, piece);
    if (!got) {
      problem = {displayed(input.path), stream->fault()};
      return false;
    }
    if (*got == 0) {
      break;
    }
  }
  return true;
}

}  // namespace tbsc94
