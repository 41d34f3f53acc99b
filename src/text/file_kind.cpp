#include "text/file_kind.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "text/file_kind_messages.hpp"

namespace tbsc94 {

namespace {

using namespace std::string_view_literals;

// What files begin with, at an offset of some bytes.
struct beginning {
  std::string_view bytes;
  file_kind kind;
  std::size_t at = 0;
};
constexpr std::array<beginning, 19> beginnings{{{"\x1F\x8B", file_kind::gzip},
                                                {"\x28\xB5\x2F\xFD", file_kind::zstd},
                                                {"\xFD\x37zXZ\0"sv, file_kind::xz},
                                                {"BZh", file_kind::bzip2},
                                                {"7z\xBC\xAF\x27\x1C", file_kind::seven_zip},
                                                {"Rar!\x1A\x07", file_kind::rar},
                                                {"PK\x03\x04", file_kind::zip},
                                                {"PK\x05\x06", file_kind::zip},  // an empty one
                                                {"\xD0\xCF\x11\xE0", file_kind::old_office},
                                                {"%PDF-", file_kind::pdf},
                                                {"\x89PNG", file_kind::picture},
                                                {"\xFF\xD8\xFF", file_kind::picture},  // JPEG
                                                {"GIF8", file_kind::picture},
                                                {"II*\0"sv, file_kind::picture},  // TIFF
                                                {"MM\0*"sv, file_kind::picture},
                                                {"WEBP", file_kind::picture, 8},
                                                {"ftyphei", file_kind::picture, 4},  // HEIC
                                                {"ftypmif1", file_kind::picture, 4},
                                                {"{\\rtf", file_kind::rich_text}}};

// A member that only one kind of ZIP has.
struct member {
  std::string_view name;
  file_kind kind;
};
constexpr std::array<member, 5> members{{{"xl/workbook.", file_kind::excel_book},
                                         {"word/document.", file_kind::word_document},
                                         {"ppt/presentation.", file_kind::slides},
                                         {"application/vnd.oasis.opendocument", file_kind::open_document},
                                         {"OFD.xml", file_kind::ofd_document}}};

struct description {
  phrase<> name;
  phrase<> cure = message::to_fill_in_form;
};

description describe(file_kind kind) {
  switch (kind) {
    case file_kind::old_office:
      return {message::old_office, message::to_save_as_book};
    case file_kind::word_document:
      return {message::word_document};
    case file_kind::slides:
      return {message::slides};
    case file_kind::open_document:
      return {message::open_document, message::to_save_as_book};
    case file_kind::ofd_document:
      return {message::ofd_document};
    case file_kind::pdf:
      return {message::pdf_document};
    case file_kind::picture:
      return {message::picture};
    case file_kind::rich_text:
      return {message::rich_text};
    default:
      return {message::web_page};
  }
}

}  // namespace

file_kind file_kind_of(std::string_view text) {
  const auto found = std::ranges::find_if(beginnings, [&](const beginning& each) {
    return text.size() > each.at && text.substr(each.at).starts_with(each.bytes);
  });
  if (found == beginnings.end()) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && text[first] == '<' ? file_kind::web_page : file_kind::other;
  }
  if (found->kind == file_kind::zip) {
    for (const auto& [name, kind] : members) {
      if (text.find(name) != std::string_view::npos) {
        return kind;
      }
    }
  }
  return found->kind;
}

std::string explain(file_kind kind, language lang) {
  const auto packed = [&](std::string_view by, const std::string& cure) {
    return message::other_file(lang, message::packed_by(lang, by), cure);
  };
  switch (kind) {
    case file_kind::gzip:
      return packed("gzip", message::to_rename(lang, ".gz"));
    case file_kind::zstd:
      return packed("zstd", message::to_rename(lang, ".zst"));
    case file_kind::xz:
      return packed("xz", message::to_rename(lang, ".xz"));
    case file_kind::bzip2:
      return packed("bzip2", message::to_rename(lang, ".bz2"));
    case file_kind::zip:
      return packed("zip", message::to_rename(lang, ".zip"));
    case file_kind::seven_zip:
      return packed("7z", std::string(message::to_unpack.in(lang)));
    case file_kind::rar:
      return packed("RAR", std::string(message::to_unpack.in(lang)));
    case file_kind::excel_book:
      return message::other_file(lang, message::excel_book.in(lang), message::to_rename(lang, ".xlsx"));
    default:
      const auto [name, cure] = describe(kind);
      return message::other_file(lang, name.in(lang), cure.in(lang));
  }
}

}  // namespace tbsc94
