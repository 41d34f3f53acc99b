#include "archive/input.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>

#include "archive/archive_messages.hpp"
#include "formats/encoding.hpp"

namespace tbsc94 {

namespace {

// As std::filesystem has it: a name that is nothing but an extension has none.
bool has_extension(std::string_view path, std::string_view extension) {
  return path.ends_with(extension) && path.size() > extension.size() && path[path.size() - extension.size() - 1] != '/';
}

template <std::size_t Count>
bool has_extension(std::string_view path, const std::array<std::string_view, Count>& extensions) {
  return std::ranges::any_of(extensions, [&](std::string_view each) { return has_extension(path, each); });
}

constexpr std::array<std::string_view, 4> compressions{".gz", ".zst", ".xz", ".bz2"};
constexpr std::array<std::string_view, 5> compressed_tars{".tgz", ".tzst", ".txz", ".tbz2", ".tbz"};
constexpr std::array<std::string_view, 2> line_files{".ndjson", ".jsonl"};

std::string_view without_compression(std::string_view path) {
  return has_extension(path, compressions) ? path.substr(0, path.rfind('.')) : path;
}

bool is_tar(std::string_view path) {
  return has_extension(without_compression(path), ".tar") || has_extension(path, compressed_tars);
}

input named_input(const std::string& path) { return {path, kind_of(path), packing_of(path)}; }

// Files and folders of one folder, and theirs, in the order of their names.
void expand_folder(const std::string& folder, std::vector<input>& inputs, std::vector<io_problem>& problems) {
  namespace fs = std::filesystem;
  std::error_code error;
  std::vector<fs::directory_entry> entries;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    entries.push_back(*at);
  }
  if (error) {
    problems.push_back({displayed(folder), system_reason(error.value())});
    return;
  }
  std::sort(entries.begin(), entries.end(),
            [](const auto& a, const auto& b) { return a.path().native() < b.path().native(); });
  for (const fs::directory_entry& entry : entries) {
    const bool is_folder = entry.is_directory(error);
    if (is_folder && !entry.is_symlink(error)) {  // a link to a folder could lead round in a circle
      expand_folder(entry.path().string(), inputs, problems);
    } else if (const std::string& path = entry.path().native();
               !is_folder && (is_assessment_file(path) || kind_of(path) == input_kind::archive)) {
      inputs.push_back(named_input(path));
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

// What compressed files begin with; no JSON does.
constexpr std::array<std::string_view, 5> compressed_beginnings{"\x1F\x8B", "\x28\xB5\x2F\xFD", "\xFD\x37zXZ", "BZh",
                                                                "PK\x03\x04"};

bool is_compressed(std::string_view text) {
  return std::ranges::any_of(compressed_beginnings, [&](std::string_view each) { return text.starts_with(each); });
}

// Reads on until a second line that is not blank has begun, or to the end. Whoever reads it then meets
// what cannot be read, or made use of, and tells.
input look_at_standard_input() {
  auto head = std::make_shared<padded_buffer>();
  input result{"-", input_kind::document, packing::none, head};
  io_reason fault;
  const auto stream = file_stream::open("-", fault);  // it is open already
  while (head->text().size() <= json::largest_document) {
    const auto first = find_first_line(encoding::without_bom(head->text()));
    if (first && encoding::without_bom(head->text()).find_first_not_of(space, first->end) != std::string_view::npos) {
      break;
    }
    const auto got = stream->read(*head, piece);
    if (!got || *got == 0) {
      break;  // what is wrong is found again, and said, where the rest is read
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
  if (has_extension(path, ".zip") || is_tar(path)) {
    return input_kind::archive;
  }
  return has_extension(without_compression(path), line_files) ? input_kind::lines : input_kind::document;
}

packing packing_of(std::string_view path) {
  if (kind_of(path) == input_kind::archive) {
    return is_tar(path) ? packing::tar : packing::zip;
  }
  return has_extension(path, compressions) ? packing::compressed : packing::none;
}

bool is_assessment_file(std::string_view path) {
  const std::string_view name = without_compression(path);
  return has_extension(name, ".json") || has_extension(name, line_files);
}

std::vector<input> expand(const std::string& path, std::vector<io_problem>& problems, bool lines) {
  std::error_code error;
  if (path == "-") {
    input input = look_at_standard_input();
    if (lines) {
      input.kind = input_kind::lines;
      input.line = 0;
    }
    return {input};
  }
  if (!std::filesystem::is_directory(path, error)) {
    return {named_input(path)};
  }
  std::vector<input> inputs;
  const std::size_t problems_before = problems.size();
  expand_folder(path, inputs, problems);
  if (inputs.empty() && problems.size() == problems_before) {
    problems.push_back({displayed(path), worded(message::no_assessments), true});
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

std::unique_ptr<byte_stream> open_stream(const input& input, io_reason& fault) {
  if (input.packed != packing::none) {
    return packed_file::open(input.path, input.packed, fault);
  }
  if (input.read_already && is_compressed(input.read_already->text())) {
    fault = worded(message::compressed_input);
    return nullptr;
  }
  return file_stream::open(input.path, fault);
}

bool read_document(byte_stream& from, padded_buffer& into) {
  const std::size_t begin = into.text().size();
  while (into.text().size() - begin <= json::largest_document) {
    const auto got = from.read(into, piece);
    if (!got || *got == 0) {
      return got.has_value();
    }
  }
  return true;
}

std::optional<std::uint64_t> read_document(const input& input, padded_buffer& into, io_problem& problem) {
  into.clear();
  if (input.read_already) {
    into.append(input.read_already->text());
  }
  const std::uint64_t head = into.text().size();
  io_reason fault;
  const auto stream = open_stream(input, fault);
  if (!stream || !read_document(*stream, into)) {
    problem = {displayed(input.path), stream ? stream->fault() : fault};
    return std::nullopt;
  }
  return head + stream->taken();
}

}  // namespace tbsc94
