#include "reading/alpha_text.hpp"

#include <string>
#include <string_view>

#include "catch.hpp"
#include "scoring/example_assessment.hpp"

using namespace tbsc94;
using example::alpha_of;

namespace {

// The α that the whole text is.
std::optional<alpha> whole_alpha(std::string_view text) {
  alpha result;
  return scan_alpha(text, result) == text.size() && !text.empty() ? std::optional(result) : std::nullopt;
}

std::optional<alpha> read_alpha(std::string_view text) { return alpha::from(*read_numeral(text)); }

}  // namespace

// However many decimals it has and whatever stands behind it: the first character that is no digit ends it.
TEST_CASE("5.1.1: an α ends where its digits end") {
  const std::string digits = "908172635445362718";
  for (std::size_t count = 0; count <= digits.size(); ++count) {
    const std::string text = "0." + digits.substr(0, count);
    for (const char* behind :
         {"", ",\"1.2\":0.5,\"1.3\":1", "}]}}          ", "/:;\x7f\x80\xff\xb0\xb9\x01\x10", "e00000000"}) {
      INFO(text << behind);
      alpha read;
      const std::string whole = text + behind;
      REQUIRE(scan_alpha(whole, read) == (count == 0 ? 0 : text.size()));
      CHECK(read == (count == 0 ? alpha() : alpha_of(text)));
    }
  }
}

// All of up to five decimals.
TEST_CASE("5.1.1: every α of few decimals is what its digits say") {
  std::uint64_t unit = alpha::one;
  for (std::size_t decimals = 1, count = 10; decimals <= 5; ++decimals, count *= 10) {
    unit /= 10;
    bool all = true;
    for (std::size_t digits = 0; digits < count; ++digits) {
      const std::string text = "0." + std::to_string(count + digits).substr(1);
      alpha read;
      all = all && scan_alpha(text + ",\"1.2\":0.5", read) == text.size() && read.units() == digits * unit;
    }
    CHECK(all);
  }
}

// Every digit is one, and every other character ends the α, in whatever place behind the point.
TEST_CASE("5.1.1: what is a digit of an α") {
  for (std::size_t place = 1; place <= 8; ++place) {
    for (int character = 0; character < 256; ++character) {
      const std::string before = "0." + std::string(place - 1, '1');
      const std::string text = before + static_cast<char>(character) + ",\"1.2\":0.5";
      const bool is_digit = character >= '0' && character <= '9';
      const std::size_t size = before.size() + (is_digit ? 1 : 0);
      INFO(place << ' ' << character);
      alpha read;
      REQUIRE(scan_alpha(text, read) == (size > 2 ? size : 0));
      CHECK(read == (size > 2 ? alpha_of(text.substr(0, size)) : alpha()));
    }
  }
}

TEST_CASE("5.1.1: an α ends where its text ends, whatever lies behind it") {
  const std::string_view buffer = "0.5777777777777777777777";
  for (std::size_t size = 1; size <= 20; ++size) {
    alpha read;
    CHECK(scan_alpha(buffer.substr(0, size), read) == (size == 2 ? 0 : size));
    CHECK(read == (size == 2 ? alpha() : alpha_of(std::string(buffer.substr(0, size)))));
  }
  alpha read;
  CHECK(scan_alpha(std::string_view("0.57,\"1.2\":1").substr(0, 3), read) == 3);
  CHECK(read == alpha_of("0.5"));
  CHECK(scan_alpha(std::string_view("1.5777777777").substr(0, 1), read) == 1);
  CHECK(read == alpha_of("1"));
}

// A long text shows that the quick way is taken for nothing but "0." and digits.
TEST_CASE("5.1.1: the first two characters of an α") {
  alpha read;
  CHECK(scan_alpha("1.5,\"1.2\":0.5", read) == 0);
  CHECK(scan_alpha("1.0,\"1.2\":0.5", read) == 3);
  CHECK(read == alpha_of("1"));
  CHECK(scan_alpha("0x5,\"1.2\":0.5", read) == 1);
  CHECK(read == alpha_of("0"));
}

// 0 or 1 with at most 18 decimals and no exponent: what is written so is read to the same α.
TEST_CASE("5.1.1: an α as nearly all write it") {
  for (const char* text : {"0", "1", "0.0", "1.0", "0.5", "0.85", "0.850", "0.01", "1.000000000000000000",
                           "0.000000000000000001", "0.999999999999999999", "0.123456789012345678"}) {
    INFO(text);
    REQUIRE(whole_alpha(text));
    CHECK(whole_alpha(text) == read_alpha(text));
  }
  for (const char* text : {"",
                           ".",
                           "0.",
                           "1.",
                           ".5",
                           "00",
                           "01",
                           "2",
                           "9",
                           "-0",
                           "-0.5",
                           "+0.5",
                           "0,85",
                           "0.8x",
                           "x",
                           "0.5e0",
                           "5e-1",
                           "1.1",
                           "1.000000000000000001",
                           "1.999999999999999999",
                           "0.0000000000000000001",
                           "0.8500000000000000000",
                           "0.85 ",
                           " 0.85",
                           "0.8.5",
                           "1x0",
                           "/.5",
                           "0./",
                           "0.:",
                           "nan",
                           "true",
                           "null"}) {
    INFO(text);
    CHECK_FALSE(whole_alpha(text));
  }
}

TEST_CASE("5.1.1: an α as nearly all write it ends where its digits end") {
  alpha read;
  CHECK(scan_alpha("0.85,", read) == 4);
  CHECK(read == alpha_of("0.85"));
  CHECK(scan_alpha("1}", read) == 1);
  CHECK(read == alpha_of("1"));
  CHECK(scan_alpha("0.5e0", read) == 3);
  CHECK(scan_alpha("0.", read) == 0);
  CHECK(scan_alpha("2", read) == 0);
  CHECK(scan_alpha("0.1234567890123456789", read) == 0);
  CHECK(read == alpha_of("0.5"));  // what is not read leaves it as it is
}
