// What a file is by its first bytes, where it is neither text nor what its name says.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "text/language.hpp"

namespace tbsc94 {

enum class file_kind : std::uint8_t {
  other,  // as far as can be told a text
  gzip,
  zstd,
  xz,
  bzip2,
  seven_zip,
  rar,
  zip,            // these up to OFD are ZIPs too, told by what is in them
  excel_book,     // .xlsx
  word_document,  // .docx
  slides,         // .pptx
  open_document,  // .ods, .odt
  ofd_document,
  old_office,  // a compound file: .xls, .doc, and whatever a password protects
  pdf,
  picture,
  rich_text,
  web_page,  // or XML
};

/// By the first bytes; which kind of ZIP it is shows further on, if `text` is the whole file.
[[nodiscard]] file_kind file_kind_of(std::string_view text);

[[nodiscard]] constexpr bool is_zip(file_kind kind) {
  return kind >= file_kind::zip && kind <= file_kind::ofd_document;
}

/// Whether it is a compressed stream, or an archive, that is read under an ending of its own.
[[nodiscard]] constexpr bool is_packed(file_kind kind) {
  return (kind >= file_kind::gzip && kind <= file_kind::bzip2) || is_zip(kind);
}

/// What it is, and what is to be done with it: `这是 7z 压缩文件，…；请先解压，或改用 .zip 打包`. Not of `other`.
[[nodiscard]] std::string explain(file_kind kind, language lang);

}  // namespace tbsc94
