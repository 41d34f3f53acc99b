#include "json/strict_pass.hpp"

#include <chrono>

#include "json/messages.hpp"
#include "tbsc94/readings.hpp"
#include "text/encoding.hpp"
#include "text/nearest.hpp"

namespace tbsc94 {

bool is_calendar_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
    return false;
  }
  const auto number = [&](std::size_t at, std::size_t size) {
    int result = 0;
    for (const char c : text.substr(at, size)) {
      result = c >= '0' && c <= '9' && result >= 0 ? result * 10 + (c - '0') : -1;
    }
    return result;
  };
  const int year = number(0, 4);
  const int month = number(5, 2);
  const int day = number(8, 2);
  if (year < 0 || month < 0 || day < 0) {
    return false;
  }
  return std::chrono::year_month_day(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                     std::chrono::day(static_cast<unsigned>(day)))
      .ok();
}

const json::key_names& all_reading_names() {
  static const json::key_names names = [] {
    json::key_names result;
    for (const reading each : all_readings) {
      result.add(names_of(each).name);
    }
    return result;
  }();
  return names;
}

bool strict_pass::refuse_type(json::kind wanted, json::value value, const json::path& at) {
  errors_.push_back({.code = code::wrong_type,
                     .where = at.pointer(),
                     .offset = value.offset(),
                     .message = message::wrong_type(lang_, wanted, value.kind(), value.text()),
                     .kinds = wrong_kind{wanted, value.kind()}});
  check_all(value, at);
  return false;
}

std::optional<std::string> strict_pass::read_string(json::value value, const json::path& at) {
  if (!expect(json::kind::string, value, at)) {
    return std::nullopt;
  }
  const std::string_view text = value.string();
  return is_too_long(text, at, value.offset()) ? std::nullopt : std::optional<std::string>(text);
}

bool strict_pass::is_too_long(std::string_view text, const json::path& at, std::size_t offset) {
  if (text.size() <= json::longest_text || encoding::count_code_points(text) <= json::longest_text) {
    return false;
  }
  error(code::too_large, at, offset, {}, message::text_too_long(lang_, json::longest_text));
  return true;
}

std::optional<std::string> strict_pass::read_date(json::value value, const json::path& at) {
  auto date = read_string(value, at);
  if (date && !is_calendar_date(*date)) {
    error(code::invalid_date, at, value.offset(), {}, message::invalid_date(lang_, *date));
    date.reset();
  }
  return date;
}

void strict_pass::unknown_member(const json::key& key, json::value member, const json::path& at,
                                 const json::key_names& known) {
  error(code::unknown_key, at.member(key.name), key.offset, {},
        message::unknown_key(lang_, key.name, find_nearest(key.name, known.all()).word, known));
  check_all(member, at.member(key.name));
}

void strict_pass::missing_member(std::string_view name, const json::path& at, std::size_t offset,
                                 std::string_view clause) {
  error(code::missing_key, at.member(name), offset, clause, message::missing_key(lang_, name));
}

}  // namespace tbsc94
