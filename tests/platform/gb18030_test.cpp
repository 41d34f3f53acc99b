// Names in GB18030, against iconv: all bytes there are of one, two and four, and around them.
#include <iconv.h>

#include <optional>
#include <string>

#include "catch.hpp"
#include "platform/platform.hpp"

namespace {

std::optional<std::string> by_iconv(std::string text) {
  static const iconv_t converter = ::iconv_open("UTF-8", "GB18030");
  std::string result(4 * text.size() + 4, '\0');
  char* from = text.data();
  std::size_t from_size = text.size();
  char* to = result.data();
  std::size_t to_size = result.size();
  ::iconv(converter, nullptr, nullptr, nullptr, nullptr);
  if (::iconv(converter, &from, &from_size, &to, &to_size) == static_cast<std::size_t>(-1)) {
    return std::nullopt;
  }
  result.resize(result.size() - to_size);
  return result;
}

bool is_alike(const std::string& text) { return tbsc94::platform::from_gb18030(text) == by_iconv(text); }

}  // namespace

TEST_CASE("GB18030 is read as iconv reads it", "[gb18030]") {
  int different = 0;
  const auto look_at = [&](const std::string& text) { different += is_alike(text) ? 0 : 1; };
  const auto byte = [](int value) { return static_cast<char>(value); };
  for (int first = 0; first < 0x100; ++first) {
    look_at({byte(first)});
    for (int second = 0; second < 0x100; ++second) {
      look_at({byte(first), byte(second)});
    }
    for (int second = '/'; first >= 0x80 && second <= ':'; ++second) {
      for (int third = 0x80; third < 0x100; ++third) {
        for (int fourth = '/'; fourth <= ':'; ++fourth) {
          look_at({byte(first), byte(second), byte(third), byte(fourth)});
        }
      }
    }
  }
  CHECK(different == 0);
  CHECK(tbsc94::platform::from_gb18030("2026/\xC6\xC0\xB6\xA8.json") == "2026/评定.json");
  CHECK(tbsc94::platform::from_gb18030("\x81\x30\x81") == std::nullopt);
}
