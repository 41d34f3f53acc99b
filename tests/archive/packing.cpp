#include "archive/packing.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <cstdint>
#include <stdexcept>
#include <utility>

namespace pack {

namespace {

void check(archive* out, int result) {
  if (result < ARCHIVE_OK) {
    throw std::runtime_error(archive_error_string(out));
  }
}

la_ssize_t append(archive* /*out*/, void* to, const void* bytes, std::size_t size) {
  static_cast<std::string*>(to)->append(static_cast<const char*>(bytes), size);
  return static_cast<la_ssize_t>(size);
}

void write_member(archive* out, const member& member) {
  archive_entry* const entry = archive_entry_new();
  archive_entry_set_pathname(entry, member.name.c_str());
  archive_entry_set_perm(entry, 0644);
  archive_entry_set_filetype(entry, member.kind == kind::folder ? AE_IFDIR : AE_IFREG);
  if (member.kind == kind::link) {
    archive_entry_set_filetype(entry, AE_IFLNK);
    archive_entry_set_symlink(entry, member.text.c_str());
  } else if (member.kind == kind::hard_link) {
    archive_entry_set_hardlink(entry, member.text.c_str());
  } else if (member.kind == kind::file) {
    archive_entry_set_size(entry, static_cast<la_int64_t>(member.text.size()));
  }
  check(out, archive_write_header(out, entry));
  if (member.kind == kind::file && archive_write_data(out, member.text.data(), member.text.size()) < 0) {
    throw std::runtime_error(archive_error_string(out));
  }
  archive_entry_free(entry);
}

std::string finish(archive* out, const members& all) {
  std::string bytes;
  archive_write_set_bytes_per_block(out, 0);
  check(out, archive_write_open(out, &bytes, nullptr, append, nullptr));
  for (const member& each : all) {
    write_member(out, each);
  }
  check(out, archive_write_close(out));
  archive_write_free(out);
  return bytes;
}

// Sets or takes away the mark of UTF-8 in each header.
std::string with_name_mark(std::string zip, bool is_utf8) {
  const auto mark = [&](const std::string& signature, std::size_t flags) {
    for (std::size_t at = zip.find(signature); at != std::string::npos; at = zip.find(signature, at + 1)) {
      char& high = zip[at + flags + 1];
      high = static_cast<char>(is_utf8 ? high | 0x08 : high & ~0x08);
    }
  };
  mark("PK\x03\x04", 6);
  mark("PK\x01\x02", 8);
  return zip;
}

}  // namespace

std::string zip(const members& all, const std::string& password) {
  archive* const out = archive_write_new();
  check(out, archive_write_set_format_zip(out));
  if (!password.empty()) {
    check(out, archive_write_set_options(out, "zip:encryption=traditional"));
    check(out, archive_write_set_passphrase(out, password.c_str()));
  }
  return with_name_mark(finish(out, all), false);  // libarchive sets it by the locale
}

std::string tar(const members& all, const std::string& compression) {
  archive* const out = archive_write_new();
  check(out, archive_write_set_format_gnutar(out));
  if (compression != "none") {
    check(out, archive_write_add_filter_by_name(out, compression.c_str()));
  }
  return finish(out, all);
}

std::string compressed(std::string_view text, const std::string& compression) {
  archive* const out = archive_write_new();
  check(out, archive_write_set_format_raw(out));
  check(out, archive_write_add_filter_by_name(out, compression.c_str()));
  return finish(out, {{"text", std::string(text)}});
}

std::string marked_as_utf8(std::string zip) { return with_name_mark(std::move(zip), true); }

std::string noise(std::size_t size) {
  std::string text;
  std::uint32_t state = 1;
  while (text.size() < size) {
    state = state * 1664525U + 1013904223U;
    text += static_cast<char>('a' + (state >> 24U) % 26);
  }
  return text;
}

std::string damaged(std::string bytes, std::size_t at) {
  bytes.at(at) = static_cast<char>(bytes[at] ^ 0x10);
  return bytes;
}

}  // namespace pack
