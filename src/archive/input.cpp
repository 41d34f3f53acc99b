#include "archive/input.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>
#include <utility>

#include "archive/archive_messages.hpp"
#include "json/json.hpp"
#include "platform/platform.hpp"
#include "text/encoding.hpp"
#include "text/file_kind.hpp"

namespace tbsc94 {

namespace {

constexpr std::array<std::string_view, 4> compressions{".gz", ".zst", ".xz", ".bz2"};
constexpr std::array<std::string_view, 5> compressed_tars{".tgz", ".tzst", ".txz", ".tbz2", ".tbz"};
constexpr std::array<std::string_view, 2> line_files{".ndjson", ".jsonl"};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_same(std::string_view extension, std::string_view in_lower_case) {
  return std::ranges::equal(extension, in_lower_case, {}, lower);
}

template <std::size_t Count>
bool is_one_of(const std::array<std::string_view, Count>& extensions, std::string_view extension) {
  return std::ranges::any_of(extensions, [&](std::string_view each) { return is_same(extension, each); });
}

// As std::filesystem has it: a name that is nothing but an extension has none.
std::string_view extension_of(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  return dot == std::string_view::npos || dot == 0 || path[dot - 1] == '/' ? std::string_view() : path.substr(dot);
}

std::string_view extension_before(std::string_view path, std::string_view extension) {
  return extension_of(path.substr(0, path.size() - extension.size()));
}

// What a file's name says of it.
struct name_parts {
  std::string_view extension;
  std::string_view within;  // the extension before one of a compression, else the same
  bool is_compressed = false;

  explicit name_parts(std::string_view path) : extension(extension_of(path)), within(extension) {
    if (is_one_of(compressions, extension)) {
      within = extension_before(path, extension);
      is_compressed = true;
    }
  }
  [[nodiscard]] bool is_tar() const { return is_same(within, ".tar") || is_one_of(compressed_tars, extension); }
  [[nodiscard]] bool is_archive() const { return is_same(extension, ".zip") || is_tar(); }
  [[nodiscard]] bool is_lines() const { return is_one_of(line_files, within); }
};

bool says_something(std::string_view extension) {
  constexpr std::size_t longest = 10;
  return extension.size() >= 2 && extension.size() <= longest && std::ranges::all_of(extension.substr(1), [](char c) {
           return (c >= '0' && c <= '9') || (lower(c) >= 'a' && lower(c) <= 'z');
         });
}

constexpr std::size_t read_at_once = std::size_t{64} << 10U;
constexpr std::size_t usual_document = std::size_t{8} << 10U;  // with room to spare
constexpr std::size_t worth_reading = std::size_t{4} << 10U;   // into what room there is: else there is to be more
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
    const auto got = stream->read(*head, read_at_once);
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
  const name_parts name(is_behind_assessment_ending(path) ? path.substr(0, path.rfind('.')) : path);
  return name.is_archive() ? input_kind::archive : name.is_lines() ? input_kind::lines : input_kind::document;
}

packing packing_of(std::string_view path) {
  const name_parts name(path);
  if (name.is_archive()) {
    return name.is_tar() ? packing::tar : packing::zip;
  }
  return name.is_compressed ? packing::compressed : packing::none;
}

bool is_assessment_file(std::string_view path) {
  const name_parts name(path);
  return is_same(name.within, ".json") || is_same(name.within, ".xlsx") || name.is_lines();
}

bool is_companion(std::string_view path) {
  constexpr std::string_view folder = "__MACOSX";
  const std::string_view name = path.substr(path.rfind('/') + 1);
  const std::size_t at = path.find(folder);
  const bool is_in_folder = at != std::string_view::npos && (at == 0 || path[at - 1] == '/') &&
                            path.substr(at + folder.size()).starts_with('/');
  return name.starts_with("._") || name.starts_with("~$") || is_in_folder;
}

bool is_behind_assessment_ending(std::string_view path) {
  const std::string_view extension = extension_of(path);
  return is_same(extension, ".txt") && is_assessment_file("a" + std::string(extension_before(path, extension)));
}

std::string ending_of(std::string_view path) {
  const name_parts name(path);
  if (!says_something(name.extension)) {
    return "";
  }
  const bool takes_two = name.is_compressed || is_behind_assessment_ending(path);
  const std::string_view before = takes_two ? extension_before(path, name.extension) : std::string_view();
  std::string ending = std::string(says_something(before) ? before : "").append(name.extension);
  std::ranges::transform(ending, ending.begin(), lower);
  return ending;
}

input named_input(std::string path) {
  const input_kind kind = kind_of(path);
  const packing packed = packing_of(path);
  return {std::move(path), kind, packed};
}

input input_at(const std::string& path, bool lines) {
  if (path == "-") {
    input input = look_at_standard_input();
    if (lines) {
      input.kind = input_kind::lines;
      input.line = 0;
    }
    return input;
  }
  std::error_code error;
  if (std::filesystem::is_directory(platform::native(path), error)) {
    return {path, input_kind::folder};
  }
  return named_input(path);
}

std::string displayed(std::string_view path) {
  if (encoding::is_utf_8(path)) {
    return std::string(path);
  }
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
  if (input.read_already && is_packed(file_kind_of(input.read_already->text()))) {
    fault = worded(message::compressed_input);
    return nullptr;
  }
  return file_stream::open(input.path, fault);
}

bool read_document(byte_stream& from, padded_buffer& into) {
  const std::size_t begin = into.text().size();
  while (into.text().size() - begin <= json::largest_document) {
    const auto got = from.read(into, into.left() >= worth_reading ? into.left() : usual_document);
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
    problem = {input.shown(), stream ? stream->fault() : fault};
    return std::nullopt;
  }
  return head + stream->taken();
}

}  // namespace tbsc94
