// Several files of one audit, put together into one assessment.
#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "json/json.hpp"
#include "reading/assessment_reader.hpp"
#include "workbook/form.hpp"

namespace tbsc94::workbook {

/// A value of one of the files.
struct merged_value {
  json::kind kind = json::kind::null;
  std::string text;        // of a string its characters, of a number or a word what is written
  std::size_t part = 0;    // the file
  std::size_t offset = 0;  // in its text
  std::string pointer;     // in its document
  bool is_joined = false;  // of several remarks
  std::vector<std::pair<std::string, merged_value>> members{};  // of an object; an array's have no names
};

/// Puts files together: ratings one after another, everything else agrees or stands in one alone. What is not filled
/// in (null, a blank text) does not stand there; a rating without any α is none.
class merging {
 public:
  explicit merging(language lang) : lang_(lang) {}

  /// Adds a file by its text: JSON, or a workbook by its name.
  void add(const std::string& name, std::string_view bytes);

  /// What keeps the files from becoming one assessment, a line each: what cannot be read or is wrong in one of them,
  /// and what contradicts another. Empty where nothing does; `still_missing` then has what is not there yet.
  [[nodiscard]] std::vector<std::string> check(const scheme_catalog& catalog, const reader_options& options);
  [[nodiscard]] const std::vector<std::string>& still_missing() const { return missing_; }
  /// The ratings and sheets that were left out, as they say nothing.
  [[nodiscard]] const std::vector<std::string>& left_out() const { return left_out_; }
  /// The assessment, as indented JSON.
  [[nodiscard]] std::string text() const;

 private:
  struct part {
    std::string name;
    std::string text;  // with the padding that the parser may read
    std::size_t size = 0;
    std::optional<form> read_from{};
    std::string who{};  // the first of its assessors
  };
  void take_ratings(merged_value& ratings);
  void merge(merged_value& into, merged_value&& from, const std::string& at);
  void join(merged_value& into, const merged_value& from) const;
  void check_raters();
  [[nodiscard]] const merged_value& at(std::string_view pointer) const;
  [[nodiscard]] std::string line_of(const merged_value& where, finding about) const;
  [[nodiscard]] finding placed(const merged_value& where, finding about) const;
  [[nodiscard]] std::string place_of(const merged_value& where) const;
  void refuse(const merged_value& where, code code, std::string message);

  language lang_;
  const scheme* scheme_ = nullptr;  // of the whole, once it is read
  std::deque<part> parts_;
  merged_value all_;
  std::vector<std::string> errors_;
  std::vector<std::string> missing_;
  std::vector<std::string> left_out_;
};

}  // namespace tbsc94::workbook
