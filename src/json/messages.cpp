#include "json/messages.hpp"

#include <algorithm>
#include <optional>

#include "json/meant_value.hpp"
#include "tbsc94/decimal.hpp"
#include "text/encoding.hpp"
#include "text/format.hpp"
#include "text/nearest.hpp"

namespace tbsc94::message {

namespace {

constexpr phrase<> an_object{"对象", "an object"};
constexpr phrase<> an_array{"数组", "an array"};
constexpr phrase<> a_string{"带双引号的文字", "a string in double quotes"};
constexpr phrase<> a_number{"数字", "a number"};
constexpr phrase<> a_boolean{"布尔值（true 或 false）", "true or false"};
constexpr phrase<> a_null{"null（空值）", "null"};
constexpr phrase<text> not_filled_in{"尚未填写（null），应为{}", "not filled in (null); expected {}"};
constexpr phrase<text, text> expected_found{"应为{}，此处为{}", "expected {}, found {}"};

constexpr phrase<excerpt> with_quotes{"；请加双引号，写作 \"{}\"", "; write \"{}\" in double quotes"};
constexpr phrase<text> without_quotes{"；请去掉引号，写作 {}", "; write {} without the quotes"};

std::string_view describe(language lang, json::kind kind) {
  switch (kind) {
    case json::kind::object:
      return an_object.in(lang);
    case json::kind::array:
      return an_array.in(lang);
    case json::kind::string:
      return a_string.in(lang);
    case json::kind::number:
      return a_number.in(lang);
    case json::kind::boolean:
      return a_boolean.in(lang);
    case json::kind::null:
      return a_null.in(lang);
  }
  return {};
}

}  // namespace

std::string explain(const encoding::foreign& found, language lang) {
  switch (found.looks_like) {
    case encoding::guess::gbk:
      return looks_like_gbk(lang);
    case encoding::guess::utf_16:
      return looks_like_utf_16(lang);
    default:
      return not_utf_8(lang);
  }
}

excerpt::excerpt(text written) : shown_(encoding::first_code_points(written, longest)) {
  if (shown_.size() < written.size()) {
    shown_ += "…";
  }
}

std::string unknown_key(language lang, text key, const json::key_names& known) {
  const auto likely = find_likely(key, known.all());
  return likely ? key_meant(lang, key, *likely) : unknown_key_(lang, key, joined(known.all(), ", "));
}

std::string invalid_date(language lang, text written) {
  if (written.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    return date_empty(lang);
  }
  if (const std::string meant = meant_date(written); !meant.empty()) {
    return date_meant(lang, written, meant);
  }
  for (const std::string_view mark : {"T", " ", "至", "到", "~", "～", "—", "–"}) {
    if (const std::string first = meant_date(written.substr(0, written.find(mark))); !first.empty()) {
      return one_date(lang, written, first);
    }
  }
  if (const unsigned days = days_of_month(written); days > 0) {
    return no_such_day(lang, written, written.substr(0, 4), written.substr(5, 2), days);
  }
  return invalid_date_(lang, written);
}

std::string alpha_out_of_range(language lang, text written) {
  std::string result = alpha_out_of_range_(lang, written);
  const auto percent = decimal::from(*read_numeral(written), 2);
  constexpr decimal least(10);  // 1.5 or 5 is hardly meant as 0.015 or 0.05
  if (percent && *percent >= least && *percent <= decimal(100)) {
    const decimal hundredth(percent->digits(), percent->places() + 2);
    result += perhaps(lang, hundredth.shortest());
  }
  return result;
}

std::string values_of(reading which) { return formatted("\"{}\"", joined(names_of(which).values(), "\", \"")); }

std::string wrong_type(language lang, json::kind wanted, json::kind found, text written) {
  if (found == json::kind::null) {
    return not_filled_in(lang, describe(lang, wanted));
  }
  std::string result = expected_found(lang, describe(lang, wanted), describe(lang, found));
  if (wanted == json::kind::number && found == json::kind::string && written.size() > 2) {
    if (const std::string number = meant_number(written.substr(1, written.size() - 2)); !number.empty()) {
      result += without_quotes(lang, number);
    }
  }
  if (wanted == json::kind::string && found == json::kind::number) {
    result += with_quotes(lang, written);
  }
  return result;
}

}  // namespace tbsc94::message
