// Makes archives and compressed files, through libarchive's writer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pack {

enum class kind : std::uint8_t { file, folder, link, hard_link };

/// A member of an archive: a file's text, or where a link leads.
struct member {
  std::string name;
  std::string text;
  pack::kind kind = pack::kind::file;
};

using members = std::vector<member>;

/// A zip, its members' names without a mark of their encoding; encrypted where a password is given.
std::string zip(const members& all, const std::string& password = "");
/// A tar, compressed as libarchive calls it: "gzip", "zstd", "xz", "bzip2", or "none".
std::string tar(const members& all, const std::string& compression = "none");
/// One compressed text.
std::string compressed(std::string_view text, const std::string& compression = "gzip");

/// The zip with its members' names marked as UTF-8.
std::string marked_as_utf8(std::string zip);
/// Text that does not compress well.
std::string noise(std::size_t size);

/// The bytes with one changed.
std::string damaged(std::string bytes, std::size_t at);

}  // namespace pack
