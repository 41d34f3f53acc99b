#include "archive/byte_stream.hpp"

#include <algorithm>
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

std::optional<std::size_t> file_stream::read(padded_buffer& into, std::size_t count) {
  const auto got = file_.read(into.room(count), count);
  if (got) {
    into.grow(*got);
    taken_ += *got;
  } else {
    fault_ = system_reason();
  }
  return got;
}

}  // namespace tbsc94
