// What is wrong or odd in a file: a code, a place, a clause and a message.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "json/kind.hpp"
#include "text/language.hpp"

namespace tbsc94 {

/// The errors for which a file is refused, then the remarks that change nothing.
enum class code : std::uint8_t {
  malformed_json,
  malformed_workbook,
  not_utf_8,
  too_large,
  too_deep,
  unreadable,
  duplicate_key,
  unknown_key,
  missing_key,
  wrong_type,
  unknown_value,
  unknown_item,
  missing_alpha,
  missing_level,
  alpha_out_of_range,
  alpha_too_fine,
  level_out_of_range,
  no_ratings,
  duplicate_rating,
  invalid_date,
  scheme_unknown,
  edition_unknown,
  not_applicable_refused,
  not_applicable_rated,
  nothing_applicable,
  inconsistent_scheme,
  // remarks
  date_before_edition,
  reason_empty,
  assessor_empty,
  occasion_empty,
  name_respelled,
  alpha_from_double,
  other_version,
};

/// `name_of(code::not_utf_8) // "not-utf-8"`.
[[nodiscard]] std::string_view name_of(code code);

/// What kind of value stands where another is expected.
struct wrong_kind {
  json::kind expected{};
  json::kind found{};

  friend auto operator<=>(const wrong_kind&, const wrong_kind&) = default;
};

struct finding {
  tbsc94::code code{};
  std::string where{};     // a JSON pointer (RFC 6901)
  std::size_t offset = 0;  // in bytes, in the text that was read
  std::size_t line = 1;    // from 1
  std::size_t column = 1;  // from 1, in code points
  std::string clause{};    // "5.1.1", "Appendix 3"; empty where no clause speaks of it
  std::string message{};
  // Of a workbook. Of an error, line and column count its rows and columns then.
  std::string sheet{};
  std::string cell{};                 // "E7"
  std::string about{};                // what stands there, in words
  std::optional<wrong_kind> kinds{};  // of `wrong_type`
  std::uint8_t slip = 0;              // of `malformed_json`: what kind it is
};

/// Thrown by `findings::push_back`, caught by `json::document_reader::read`: nothing further is listed.
struct too_many_findings {
  std::size_t offset;  // of the last that is
};

/// The findings of one document. They are limited in number and in the size of what is written of them, so
/// that a document of some KiB, every key of which is wrong, cannot ask for a hundred times its memory.
class findings {
 public:
  static constexpr std::size_t most = 25'000;                    // 1000 ratings without any α have 19,000
  static constexpr std::size_t largest = std::size_t{6} << 20U;  // bytes, as JSON has them: 250 for each of those

  findings() = default;
  findings(std::initializer_list<finding> all) : all_(all) { count_bytes(); }

  [[nodiscard]] auto begin() { return all_.begin(); }
  [[nodiscard]] auto end() { return all_.end(); }
  [[nodiscard]] auto begin() const { return all_.begin(); }
  [[nodiscard]] auto end() const { return all_.end(); }
  [[nodiscard]] std::size_t size() const { return all_.size(); }
  [[nodiscard]] bool empty() const { return all_.empty(); }
  [[nodiscard]] finding& operator[](std::size_t index) { return all_[index]; }
  [[nodiscard]] const finding& operator[](std::size_t index) const { return all_[index]; }
  [[nodiscard]] const finding& at(std::size_t index) const { return all_.at(index); }
  [[nodiscard]] const finding& front() const { return all_.front(); }
  [[nodiscard]] const finding& back() const { return all_.back(); }

  /// Throws `too_many_findings` once the finding is added with which a limit is reached.
  void push_back(finding each);
  /// Adds the one that ends the list, whatever the limits.
  void close(finding last);
  /// Withdraws all but the first `count`.
  void keep(std::size_t count);
  template <class Predicate>
  void remove_if(Predicate predicate) {
    std::erase_if(all_, predicate);
    count_bytes();
  }
  void clear();

 private:
  void count_bytes();

  std::vector<finding> all_;
  std::size_t bytes_ = 0;  // of what is written of them
};

/// The names of the findings' codes, each once, in the order in which they first come.
[[nodiscard]] std::vector<std::string_view> codes_of(const findings& findings);

/// Puts findings in the order of the text and works out their lines and columns, the text's first
/// line being `first_line`.
void place(findings& findings, std::string_view text, std::size_t first_line = 1);

/// "5.1.1", "附录 3": a clause's name in a language.
[[nodiscard]] std::string clause_name(std::string_view clause, language lang);
/// "clause 5.1.1", "附录 3"; a clause that is no number, as "Table 9", names itself.
[[nodiscard]] std::string clause_text(std::string_view clause, language lang);

/// The place of a finding in a workbook, in words: `工作表“测评 2” E7（1.2 功能性·设备设施）`. Empty in any other file.
[[nodiscard]] std::string cell_words(const finding& finding, language lang);

/// Says where a JSON pointer leads to.
using place_namer = std::function<std::string(std::string_view pointer)>;
/// Leaves it as it is.
[[nodiscard]] inline std::string by_pointer(std::string_view pointer) { return std::string(pointer); }

/// `FILE:LINE:COLUMN: error: WHERE: MESSAGE (clause N) [code]`, of a workbook `FILE: CELL: MESSAGE (clause N) [code]`,
/// without a line end.
[[nodiscard]] std::string to_line(const finding& finding, std::string_view file, language lang,
                                  const place_namer& place_of = by_pointer);

/// The findings as lines of text, each with its line end. Where three or more of one code have the
/// same parent, one line stands for them and names the others.
[[nodiscard]] std::string to_lines(const findings& findings, std::string_view file, language lang,
                                   const place_namer& place_of = by_pointer);

}  // namespace tbsc94
