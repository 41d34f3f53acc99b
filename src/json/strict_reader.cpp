#include "json/strict_reader.hpp"

#include "json/messages.hpp"
#include "text/encoding.hpp"

namespace tbsc94 {

void strict_reader::refuse_type(json::kind wanted, json::value value, const json::path& at, std::string message) {
  errors_.push_back({.code = code::wrong_type,
                     .where = at.pointer(),
                     .offset = value.offset(),
                     .message = std::move(message),
                     .kinds = wrong_kind{wanted, value.kind()}});
  check_all(value, at);
}

bool strict_reader::refuse_type(json::kind wanted, json::value value, const json::path& at) {
  refuse_type(wanted, value, at, message::wrong_type(lang_, wanted, value.kind(), value.text()));
  return false;
}

std::optional<std::string> strict_reader::read_string(json::value value, const json::path& at) {
  if (!expect(json::kind::string, value, at)) {
    return std::nullopt;
  }
  const std::string_view text = value.string();
  return is_too_long(text, at, value.offset()) ? std::nullopt : std::optional<std::string>(text);
}

bool strict_reader::is_too_long(std::string_view text, const json::path& at, std::size_t offset) {
  if (text.size() <= json::longest_text || encoding::count_code_points(text) <= json::longest_text) {
    return false;
  }
  error(code::too_large, at, offset, {}, message::text_too_long(lang_, json::longest_text));
  return true;
}

std::optional<std::string> strict_reader::read_date(json::value value, const json::path& at) {
  if (const std::string meant = value.kind() == kind::number ? meant_date(value.text()) : ""; !meant.empty()) {
    refuse_type(kind::string, value, at, message::date_in_quotes(lang_, value.text(), meant));
    return std::nullopt;
  }
  if (const std::string meant = value.kind() == kind::number ? date_of_serial(value.text()) : ""; !meant.empty()) {
    refuse_type(kind::string, value, at, message::date_of_serial(lang_, value.text(), meant));
    return std::nullopt;
  }
  auto date = read_string(value, at);
  if (date && !is_calendar_date(*date)) {
    error(code::invalid_date, at, value.offset(), {}, message::invalid_date(lang_, *date));
    date.reset();
  }
  return date;
}

void strict_reader::unknown_member(const json::key& key, json::value member, const json::path& at,
                                   const json::key_names& known) {
  error(code::unknown_key, at.member(key.name), key.offset, {}, message::unknown_key(lang_, key.name, known));
  check_all(member, at.member(key.name));
}

void strict_reader::missing_member(std::string_view name, const json::path& at, std::size_t offset,
                                   std::string_view clause) {
  error(code::missing_key, at.member(name), offset, clause, message::missing_key(lang_, name));
}

}  // namespace tbsc94
