#include "archive/zip_directory.hpp"

#include <algorithm>
#include <array>
#include <cerrno>

#include "archive/archive_messages.hpp"
#include "platform/platform.hpp"

namespace tbsc94 {

namespace {

constexpr std::size_t entries_at_once = std::size_t{64} << 10U;
constexpr std::size_t headers_at_once = std::size_t{2} << 10U;

constexpr std::string_view member_mark = "PK\3\4";
constexpr std::string_view entry_mark = "PK\1\2";
constexpr std::string_view end_mark = "PK\5\6";
constexpr std::string_view end64_mark = "PK\6\6";
constexpr std::string_view locator64_mark = "PK\6\7";

constexpr std::size_t member_size = 30;
constexpr std::size_t entry_size = 46;
constexpr std::size_t end_size = 22;
constexpr std::size_t locator64_size = 20;
constexpr std::size_t end64_size = 56;
constexpr std::size_t end_room = std::size_t{16} << 10U;  // libarchive looks for the end no further back

constexpr std::uint64_t stands_in_zip64 = 0xFFFFFFFF;
constexpr unsigned sizes_behind = 1U << 3U;  // a flag: the member's sizes stand behind its data
constexpr unsigned names_utf8 = 1U << 11U;
constexpr unsigned encryption = 1U | 1U << 6U | 1U << 13U;

// A number of `count` bytes, the lowest first.
std::uint64_t number(std::string_view bytes, std::size_t at, std::size_t count) {
  std::uint64_t value = 0;
  for (std::size_t i = count; i > 0; --i) {
    value = value << 8U | static_cast<unsigned char>(bytes[at + i - 1]);
  }
  return value;
}

// What both the directory and the member itself say of a member.
struct description {
  unsigned flags = 0;
  std::uint64_t method = 0;
  std::uint64_t checksum = 0;
  std::uint64_t packed = 0;    // bytes
  std::uint64_t unpacked = 0;  // bytes
  std::uint64_t offset = 0;    // in the directory alone
  std::string_view name{};
  std::uint64_t size = 0;  // of the header itself, with all that belongs to it
};

// Sizes and offsets that are too large for their field stand in an extra one, in this order. False where they do not.
bool take_zip64(std::string_view extra, std::array<std::uint64_t*, 3> fields) {
  std::string_view wide;
  while (extra.size() >= 4) {
    const std::size_t size = std::min<std::size_t>(number(extra, 2, 2), extra.size() - 4);
    if (number(extra, 0, 2) == 1) {
      wide = extra.substr(4, size);
      break;
    }
    extra.remove_prefix(4 + size);
  }
  for (std::uint64_t* const field : fields) {
    if (field == nullptr || *field != stands_in_zip64) {
      continue;
    }
    if (wide.size() < 8) {
      return false;
    }
    *field = number(wide, 0, 8);
    wide.remove_prefix(8);
  }
  return true;
}

// The fields that both headers have in the same order, the first of them at `at`.
description common_fields(std::string_view header, std::size_t at) {
  return {.flags = static_cast<unsigned>(number(header, at, 2)),
          .method = number(header, at + 2, 2),
          .checksum = number(header, at + 8, 4),
          .packed = number(header, at + 12, 4),
          .unpacked = number(header, at + 16, 4)};
}

std::optional<description> read_entry(file_window& from, std::uint64_t at) {
  auto bytes = from.look(at, entry_size);
  if (!bytes || !bytes->starts_with(entry_mark)) {
    return std::nullopt;
  }
  const std::size_t name = number(*bytes, 28, 2);
  const std::size_t extra = number(*bytes, 30, 2);
  const std::size_t size = entry_size + name + extra + number(*bytes, 32, 2);
  if (bytes = from.look(at, size); !bytes) {
    return std::nullopt;
  }
  description found = common_fields(*bytes, 8);
  found.offset = number(*bytes, 42, 4);
  found.name = bytes->substr(entry_size, name);
  found.size = size;
  const bool whole =
      take_zip64(bytes->substr(entry_size + name, extra), {&found.unpacked, &found.packed, &found.offset});
  return whole ? std::optional(found) : std::nullopt;
}

std::optional<description> read_member(file_window& from, std::uint64_t at) {
  auto bytes = from.look(at, member_size);
  if (!bytes || !bytes->starts_with(member_mark)) {
    return std::nullopt;
  }
  const std::size_t name = number(*bytes, 26, 2);
  const std::size_t extra = number(*bytes, 28, 2);
  const std::size_t size = member_size + name + extra;
  if (bytes = from.look(at, size); !bytes) {
    return std::nullopt;
  }
  description found = common_fields(*bytes, 6);
  found.name = bytes->substr(member_size, name);
  found.size = size;
  const bool whole = take_zip64(bytes->substr(member_size + name, extra), {&found.unpacked, &found.packed, nullptr});
  return whole || (found.flags & sizes_behind) != 0 ? std::optional(found) : std::nullopt;
}

// Where the sizes stand behind the data, the member's header may leave them open.
bool same_amounts(const description& member, const description& entry) {
  const bool open = (member.flags & sizes_behind) != 0;
  const auto same = [&](std::uint64_t own, std::uint64_t listed) {
    return own == listed || (open && (own == 0 || own == stands_in_zip64));
  };
  return same(member.checksum, entry.checksum) && same(member.packed, entry.packed) &&
         same(member.unpacked, entry.unpacked);
}

bool same_names(const description& member, const description& entry) {
  const bool plain = std::ranges::all_of(entry.name, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  return member.name == entry.name && (plain || ((member.flags ^ entry.flags) & names_utf8) == 0);
}

// Whether `gap` bytes behind the data can be what says its checksum and sizes, with or without a mark, in zip64 or not.
bool may_lie_behind(std::uint64_t gap, const description& member) {
  const bool open = (member.flags & sizes_behind) != 0;
  return gap == 0 || (open && (gap == 12 || gap == 16 || gap == 20 || gap == 24));
}

// Where the directory ends, and what is said there of it.
struct extent {
  std::uint64_t end = 0;
  std::uint64_t begin = 0;
  std::uint64_t size = 0;
  std::uint64_t entries = 0;
  bool counts_wrap = false;  // at 65,536
};

std::optional<extent> from_end64(file_window& from, std::uint64_t end) {
  const auto locator = from.look(end - locator64_size, locator64_size);
  const std::uint64_t at = locator ? number(*locator, 8, 8) : end;
  if (at > end - locator64_size || end - locator64_size - at < end64_size) {
    return std::nullopt;
  }
  const auto bytes = from.look(at, end64_size);
  if (!bytes || !bytes->starts_with(end64_mark) || number(*bytes, 4, 8) + 12 != end - locator64_size - at) {
    return std::nullopt;
  }
  return extent{at, number(*bytes, 48, 8), number(*bytes, 40, 8), number(*bytes, 32, 8)};
}

std::optional<extent> find_directory(file_window& from, std::uint64_t file_size) {
  const std::uint64_t room = std::min<std::uint64_t>(file_size, end_room);
  auto bytes = from.look(file_size - room, room);
  const std::size_t found = bytes ? bytes->rfind(end_mark) : std::string_view::npos;
  if (found == std::string_view::npos || room - found < end_size ||
      room - found - end_size != number(*bytes, found + 20, 2)) {
    return std::nullopt;
  }
  const std::uint64_t end = file_size - room + found;
  if (found >= locator64_size && bytes->substr(found - locator64_size).starts_with(locator64_mark)) {
    return from_end64(from, end);
  }
  if (number(*bytes, found + 4, 4) != 0) {  // one of several disks
    return std::nullopt;
  }
  return extent{end, number(*bytes, found + 16, 4), number(*bytes, found + 12, 4), number(*bytes, found + 10, 2), true};
}

}  // namespace

std::optional<std::string_view> file_window::look(std::uint64_t offset, std::size_t count) {
  if (offset < begin_ || offset - begin_ > bytes_.size() || bytes_.size() - (offset - begin_) < count) {
    bytes_.resize(std::max(count, piece_));
    const std::int64_t got = platform::read_at(file_->number(), bytes_.data(), bytes_.size(), offset);
    bytes_.resize(static_cast<std::size_t>(std::max<std::int64_t>(got, 0)));
    begin_ = offset;
    if (bytes_.size() < count) {
      return std::nullopt;
    }
  }
  return std::string_view(bytes_).substr(offset - begin_, count);
}

zip_directory::zip_directory(const descriptor& file, std::uint64_t begin)
    : entries_(file, entries_at_once), headers_(file, headers_at_once), begin_(begin) {}

std::optional<zip_directory> zip_directory::read(const descriptor& file, std::uint64_t size, io_reason& fault) {
  file_window window(file, end_room);
  const auto found = find_directory(window, size);
  if (!found) {
    fault = worded(message::no_directory);
    return std::nullopt;
  }
  zip_directory directory(file, found->begin);
  const bool fits = found->begin <= found->end && found->end - found->begin == found->size;
  const std::uint64_t most = found->counts_wrap ? 0xFFFF : ~std::uint64_t{0};
  if (!fits || !directory.list(found->end, found->entries) || (directory.places_.size() & most) != found->entries) {
    fault = worded(message::directory_disagrees);
    return std::nullopt;
  }
  return directory;
}

// False where the entries do not fill the directory, or the members cannot fill the file up to it.
bool zip_directory::list(std::uint64_t end, std::uint64_t count) {
  places_.reserve(std::min<std::uint64_t>(count, (end - begin_) / entry_size));
  for (std::uint64_t at = begin_; at != end;) {
    const auto entry = read_entry(entries_, at);
    if (!entry || entry->size > end - at) {
      return false;
    }
    places_.push_back({entry->offset, at});
    at += entry->size;
  }
  if (!std::ranges::is_sorted(places_, {}, &place::member)) {
    std::ranges::sort(places_, {}, &place::member);
  }
  const bool shares_a_header = std::ranges::adjacent_find(places_, {}, &place::member) != places_.end();
  return !shares_a_header && (places_.empty() ? begin_ : places_.front().member) == 0;
}

bool zip_directory::next_agrees() {
  if (next_ == places_.size()) {
    return false;
  }
  const place& here = places_[next_++];
  const std::uint64_t behind = next_ < places_.size() ? places_[next_].member : begin_;
  const auto entry = read_entry(entries_, here.entry);
  name_ = entry ? entry->name : std::string_view();
  const auto member = read_member(headers_, here.member);
  if (!entry || !member || behind < here.member || behind - here.member < member->size ||
      behind - here.member - member->size < entry->packed) {
    return false;
  }
  return ((member->flags ^ entry->flags) & encryption) == 0 && member->method == entry->method &&
         same_amounts(*member, *entry) && same_names(*member, *entry) &&
         may_lie_behind(behind - here.member - member->size - entry->packed, *member);
}

}  // namespace tbsc94
