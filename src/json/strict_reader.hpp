// What every reader of a document does alike: types checked, keys known, nothing missing.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "json/finding.hpp"
#include "json/meant_value.hpp"
#include "json/value.hpp"

namespace tbsc94 {

/// Reads one document, and collects its errors.
class strict_reader {
 protected:
  using kind = json::kind;
  using path = json::path;
  using value = json::value;

  strict_reader(findings& errors, language lang) : errors_(errors), lang_(lang) {}

  [[nodiscard]] language lang() const { return lang_; }
  [[nodiscard]] findings& errors_so_far() const { return errors_; }
  void error(code code, const path& at, std::size_t offset, std::string_view clause, std::string message) {
    errors_.push_back({code, at.pointer(), offset, 0, 0, std::string(clause), std::move(message)});
  }

  /// Whether the value has the type; else an error says so, and the value is done with.
  bool expect(json::kind wanted, json::value value, const json::path& at) {
    return value.kind() == wanted || refuse_type(wanted, value, at);
  }
  /// Reports a value of another type, and is done with it.
  void refuse_type(json::kind wanted, json::value value, const json::path& at, std::string message);
  std::optional<std::string> read_string(json::value value, const json::path& at);
  /// Whether it has more characters than a text may have; an error says so.
  bool is_too_long(std::string_view text, const json::path& at, std::size_t offset);
  /// A calendar date, YYYY-MM-DD.
  std::optional<std::string> read_date(json::value value, const json::path& at);

  template <class Names = json::key_names, class Take>
  void members(json::value object, const Names& names, const json::path& at, Take take) {
    json::for_members(object, names, at, errors_, lang_, take);
  }
  void check_all(json::value value, const json::path& at) { json::check_all(value, at, errors_, lang_); }
  /// Reports a key that means nothing, and is done with its value.
  void unknown_member(const json::key& key, json::value member, const json::path& at, const json::key_names& known);
  void missing_member(std::string_view name, const json::path& at, std::size_t offset, std::string_view clause = {});

 private:
  bool refuse_type(json::kind wanted, json::value value, const json::path& at);

  findings& errors_;
  language lang_;
};

}  // namespace tbsc94
