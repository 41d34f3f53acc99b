#include "archive/byte_stream.hpp"

#include <algorithm>
#include <cstdio>
#include <cstring>

#include "platform/platform.hpp"

namespace tbsc94 {

void padded_buffer::assign(std::string_view text) {
  clear();
  append(text);
}

void padded_buffer::append(std::string_view text) {
  char* const end = room(text.size());
  if (!text.empty()) {  // an empty view may point nowhere, which memcpy does not allow
    std::memcpy(end, text.data(), text.size());
  }
  grow(text.size());
}

char* padded_buffer::room(std::size_t count) {
  if (bytes_.size() < size_ + count + json::padding) {
    bytes_.resize(std::max(size_ + count + json::padding, bytes_.size() * 2));
  }
  return bytes_.data() + size_;
}

void padded_buffer::drop(std::size_t count) {
  std::memmove(bytes_.data(), bytes_.data() + count, size_ - count);
  size_ -= count;
}

descriptor::descriptor(const std::string& path)
    : number_(path == "-" ? platform::standard_input : platform::open_to_read(path)) {}

descriptor::~descriptor() {
  if (number_ > platform::standard_input) {
    platform::close(number_);
  }
}

std::optional<std::size_t> descriptor::read(char* into, std::size_t count) const {
  const auto got = platform::read(number_, into, count);
  return got < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(got));
}

std::unique_ptr<file_stream> file_stream::open(const std::string& path, io_reason& fault) {
  std::unique_ptr<file_stream> stream(new file_stream(path));
  if (!stream->file_.is_open()) {
    fault = system_reason();
    return nullptr;
  }
  return stream;
}

namespace {

// Takes what the file has from `begin` to `end`, piece after piece, until `take` wants no more; false, and errno says
// why, where it cannot be read.
template <class Take>
bool read_between(int descriptor, std::uint64_t begin, std::uint64_t end, Take take) {
  std::string piece(std::size_t{256} << 10U, '\0');
  while (begin < end) {
    const auto got =
        platform::read_at(descriptor, piece.data(), std::min<std::uint64_t>(piece.size(), end - begin), begin);
    if (got <= 0 || !take(std::string_view(piece).substr(0, static_cast<std::size_t>(got)))) {
      return got >= 0;
    }
    begin += static_cast<std::uint64_t>(got);
  }
  return true;
}

// Moves a place on to where a line begins, or to the end.
bool find_line(int descriptor, std::uint64_t& place, std::uint64_t size) {
  if (place == 0) {
    return true;
  }
  --place;  // the line may begin at the place itself
  return read_between(descriptor, place, size, [&](std::string_view piece) {
    const std::size_t end = piece.find('\n');
    place += std::min(end, piece.size() - 1) + 1;
    return end == std::string_view::npos;
  });
}

}  // namespace

std::unique_ptr<file_stream> file_stream::open(const std::string& path, const file_part& part, std::size_t& line,
                                               io_reason& fault) {
  auto stream = open(path, fault);
  if (stream && !stream->enter(part, line)) {
    fault = system_reason();
    stream.reset();
  }
  return stream;
}

bool file_stream::enter(const file_part& part, std::size_t& line) {
  const std::int64_t end_of_file = platform::seek(file_.number(), 0, SEEK_END);
  if (end_of_file < 0) {
    return false;
  }
  const auto size = static_cast<std::uint64_t>(end_of_file);
  const auto share = [&](std::uint64_t parts) { return size / part.of * parts + size % part.of * parts / part.of; };
  std::uint64_t begin = share(part.number - 1);
  std::uint64_t end = share(part.number);
  if (!find_line(file_.number(), begin, size) || !find_line(file_.number(), end, size)) {
    return false;
  }
  left_ = end - begin;
  return read_between(file_.number(), 0, begin,
                      [&](std::string_view piece) {
                        line += static_cast<std::size_t>(std::ranges::count(piece, '\n'));
                        return true;
                      }) &&
         platform::seek(file_.number(), static_cast<std::int64_t>(begin), SEEK_SET) >= 0;
}

std::optional<std::size_t> file_stream::read(padded_buffer& into, std::size_t count) {
  count = static_cast<std::size_t>(std::min<std::uint64_t>(count, left_));
  const auto got = file_.read(into.room(count), count);
  if (got) {
    into.grow(*got);
    taken_ += *got;
    left_ -= *got;
  } else {
    fault_ = system_reason();
  }
  return got;
}

}  // namespace tbsc94
