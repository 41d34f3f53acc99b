#include "archive/packed_bytes.hpp"

#include <zlib.h>

#include <algorithm>
#include <utility>

#include "archive/archive_messages.hpp"
#include "platform/platform.hpp"

namespace tbsc94 {

namespace {

constexpr std::size_t read_size = std::size_t{64} << 10U;
constexpr std::size_t gunzipped_size = std::size_t{128} << 10U;
constexpr int gzip_window = 16 + MAX_WBITS;  // zlib's way of asking for gzip's header and checksums

}  // namespace

struct gunzip::state {
  z_stream stream{};
};

gunzip::gunzip() : state_(std::make_unique<state>()) {
  if (::inflateInit2(&state_->stream, gzip_window) != Z_OK) {
    fault_ = worded(message::not_gzip, "zlib");
  }
}

gunzip::~gunzip() { ::inflateEnd(&state_->stream); }

std::optional<std::size_t> gunzip::unpack(std::string_view& compressed, char* room, std::size_t size) {
  z_stream& stream = state_->stream;
  stream.next_out = reinterpret_cast<Bytef*>(room);
  stream.avail_out = static_cast<uInt>(size);
  while (stream.avail_out > 0 && fault_.en.empty()) {
    if (!inside_) {
      compressed.remove_prefix(std::min(compressed.find_first_not_of('\0'), compressed.size()));
    }
    if (compressed.empty() && !inside_) {
      break;
    }
    inside_ = true;
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(compressed.data()));  // zlib does not write there
    stream.avail_in = static_cast<uInt>(compressed.size());
    const int result = ::inflate(&stream, Z_NO_FLUSH);
    compressed.remove_prefix(compressed.size() - stream.avail_in);
    if (result == Z_STREAM_END) {
      inside_ = false;
      ::inflateReset(&stream);
    } else if (result == Z_BUF_ERROR) {
      break;  // it has given all that it can
    } else if (result != Z_OK) {
      fault_ = worded(message::not_gzip, std::string_view(stream.msg == nullptr ? ::zError(result) : stream.msg));
    }
  }
  const std::size_t count = size - stream.avail_out;
  return count > 0 || fault_.en.empty() ? std::optional(count) : std::nullopt;
}

std::unique_ptr<packed_bytes> packed_bytes::open(const std::string& path, compression compression, io_reason& fault) {
  std::unique_ptr<packed_bytes> bytes(new packed_bytes(path));
  if (!bytes->file_.is_open() || !bytes->fill()) {
    fault = system_reason();
    return nullptr;
  }
  const auto status = platform::status_of(bytes->file_.number());
  if (status && status->kind == platform::file_kind::file) {
    bytes->size_ = status->size;
  }
  if (compression == compression::keep) {
    return bytes;
  }
  if (gunzip::is_gzip(bytes->rest_)) {
    bytes->gunzip_ = std::make_unique<gunzip>();
    bytes->gunzipped_.resize(gunzipped_size);
  } else if (unpacker::takes(bytes->rest_)) {
    bytes->unpacker_ = std::make_unique<unpacker>(bytes->rest_, [from = bytes.get()] { return from->as_it_is(); });
  }
  return bytes;
}

bool packed_bytes::fill() {
  buffer_.resize(read_size);
  const auto got = file_.read(buffer_.data(), buffer_.size());
  rest_ = std::string_view(buffer_).substr(0, got.value_or(0));
  read_ += rest_.size();
  return got.has_value();
}

std::optional<std::string_view> packed_bytes::next() {
  const auto piece = gunzip_ ? gunzipped() : unpacker_ ? unpacked() : as_it_is();
  if (piece) {
    count_zeros(*piece);
  }
  return piece;
}

std::optional<std::string_view> packed_bytes::as_it_is() {
  if (rest_.empty() && !fill()) {
    fault_ = system_reason();
    return std::nullopt;
  }
  return std::exchange(rest_, {});
}

std::optional<std::string_view> packed_bytes::unpacked() {
  const auto piece = unpacker_->next();
  if (!piece && !has_fault()) {
    fault_ = unpacker_->fault();
  }
  return piece;
}

void packed_bytes::count_zeros(std::string_view piece) {
  const std::string_view end = piece.substr(piece.size() - std::min(piece.size(), most_zeros));
  const std::size_t last = end.find_last_not_of('\0');
  zeros_ = last == std::string_view::npos ? std::min(zeros_ + end.size(), most_zeros) : end.size() - last - 1;
}

std::optional<std::string_view> packed_bytes::gunzipped() {
  std::size_t count = 0;
  while (count == 0) {
    if (rest_.empty() && !fill()) {
      fault_ = system_reason();
      return std::nullopt;
    }
    const bool at_end = rest_.empty();
    const auto got = gunzip_->unpack(rest_, gunzipped_.data(), gunzipped_.size());
    if (!got) {
      fault_ = gunzip_->fault();
      return std::nullopt;
    }
    count = *got;
    if (at_end && count == 0) {
      if (!gunzip_->is_complete()) {
        fault_ = worded(message::cut_off);
        return std::nullopt;
      }
      break;
    }
  }
  return std::string_view(gunzipped_).substr(0, count);
}

std::int64_t packed_bytes::skip(std::int64_t count) {
  if (was_compressed() || !rest_.empty() || size_ == 0) {
    return 0;
  }
  const std::int64_t at = platform::seek(file_.number(), 0, SEEK_CUR);
  const std::int64_t most = static_cast<std::int64_t>(size_) - at;  // past the end no error would be found
  const std::int64_t passed = std::clamp(count, std::int64_t{0}, std::max(most, std::int64_t{0}));
  if (at < 0 || platform::seek(file_.number(), passed, SEEK_CUR) < 0) {
    return 0;
  }
  read_ += static_cast<std::uint64_t>(passed);
  zeros_ = passed > 0 ? 0 : zeros_;
  return passed;
}

std::int64_t packed_bytes::seek(std::int64_t offset, int whence) {
  rest_ = {};
  return platform::seek(file_.number(), offset, whence);
}

std::uint64_t packed_bytes::taken() const { return size_ == 0 ? read_ : std::min(read_, size_); }

}  // namespace tbsc94
