// What the fuzz targets have in common: a check that ends the process, and texts in memory as the
// program hands them to its readers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "json/finding.hpp"
#include "json/json.hpp"

/// The entry of a target, which libFuzzer or replay_main.cpp calls.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace fuzz {

inline void check(bool holds, const char* what) {
  if (!holds) {
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
  }
}

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
  return size == 0 ? std::string_view("") : std::string_view(reinterpret_cast<const char*>(data), size);
}

/// A text in a block of its own, not a byte larger than the parser asks for; what follows the text
/// is left over from an earlier one.
class stale_buffer {
 public:
  stale_buffer(std::string_view text, std::string_view left_over)
      : size_(text.size()), bytes_(new char[text.size() + tbsc94::json::padding]) {
    std::memcpy(bytes_.get(), text.data(), size_);
    for (std::size_t i = 0; i < tbsc94::json::padding; ++i) {
      bytes_[size_ + i] = left_over[i % left_over.size()];
    }
  }
  [[nodiscard]] tbsc94::json::padded_text padded() const {
    return {{bytes_.get(), size_}, size_ + tbsc94::json::padding};
  }

 private:
  std::size_t size_;
  std::unique_ptr<char[]> bytes_;
};

/// Whether another parser takes the text for JSON. It takes a NUL for the end, and has no room for
/// numbers beyond a double's range: the first is no JSON, the second is.
inline bool is_json(std::string_view text) {
  struct acceptor : nlohmann::json_sax<nlohmann::json> {
    bool out_of_range = false;
    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool string(string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool start_object(std::size_t) override { return true; }
    bool key(string_t&) override { return true; }
    bool end_object() override { return true; }
    bool start_array(std::size_t) override { return true; }
    bool end_array() override { return true; }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception& error) override {
      out_of_range = error.id == 406;
      return false;
    }
  } acceptor;
  return text.find('\0') == std::string_view::npos &&
         (nlohmann::json::sax_parse(text.begin(), text.end(), &acceptor) || acceptor.out_of_range);
}

/// Each error has a code by which a file is refused, and a place in the text.
inline void check_errors(const tbsc94::findings& errors, std::string_view text) {
  for (const tbsc94::finding& error : errors) {
    check(error.code < tbsc94::code::date_before_edition && !tbsc94::name_of(error.code).empty(), "the code is known");
    check(error.line >= 1 && error.column >= 1, "lines and columns count from 1");
    check(error.offset <= text.size(), "the place is in the text");
    check(!error.message.empty(), "there is a message");
  }
}

inline void check_same(const tbsc94::findings& a, const tbsc94::findings& b) {
  check(a.size() == b.size(), "as many findings whatever follows the text");
  for (std::size_t i = 0; i < a.size(); ++i) {
    check(a[i].code == b[i].code && a[i].where == b[i].where && a[i].line == b[i].line && a[i].column == b[i].column &&
              a[i].message == b[i].message,
          "the same findings whatever follows the text");
  }
}

/// A scheme without a maturity part, of two items: a file that names it late is read a second time.
inline constexpr std::string_view small_scheme = R"({"scheme":"S","edition":"1","title":{"zh":"n","en":"n"},
  "issuer":{"zh":"n","en":"n"},"published":"2026-01-01","effective":"2026-01-01",
  "likert":{"clause":"1","bands":[{"name":{"zh":"n","en":"n"},"from":0,"to":1}]},
  "service":{"clause":"2","points_due":3,"characteristics":[{"id":"a","name":{"zh":"n","en":"n"},"points_due":3,"items":[
    {"id":"a1","name":{"zh":"n","en":"n"},"points_due":1,"criterion":{"zh":"n","en":"n"}},
    {"id":"a2","name":{"zh":"n","en":"n"},"points_due":2,"criterion":{"zh":"n","en":"n"}}]}]},
  "grades":{"clause":"3","decimals":0,"rows":[{"from":60}],"grades":[{"grade":"G","from":80}]}})";

/// A string as JSON writes it.
inline std::string quoted(const std::string& text) { return nlohmann::json(text).dump(); }

}  // namespace fuzz
