#include "formats/finding.hpp"

#include <algorithm>
#include <array>

#include "formats/messages.hpp"
#include "formats/terminal_text.hpp"

namespace tbsc94 {

namespace {

constexpr std::array names{
    "malformed-json",
    "not-utf-8",
    "too-large",
    "too-deep",
    "duplicate-key",
    "unknown-key",
    "missing-key",
    "wrong-type",
    "unknown-value",
    "unknown-item",
    "missing-alpha",
    "missing-level",
    "alpha-out-of-range",
    "alpha-too-fine",
    "level-out-of-range",
    "no-ratings",
    "duplicate-rating",
    "invalid-date",
    "scheme-unknown",
    "edition-unknown",
    "not-applicable-refused",
    "not-applicable-rated",
    "nothing-applicable",
    "inconsistent-scheme",
    "date-before-edition",
    "reason-empty",
    "assessor-empty",
};
static_assert(names.size() == static_cast<std::size_t>(code::assessor_empty) + 1);

constexpr bool starts_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

}  // namespace

std::string_view name_of(code code) { return names[static_cast<std::size_t>(code)]; }

void place(findings& findings, std::string_view text, std::size_t first_line) {
  std::stable_sort(findings.begin(), findings.end(),
                   [](const finding& a, const finding& b) { return a.offset < b.offset; });
  std::size_t at = 0;
  std::size_t line = first_line;
  std::size_t column = 1;
  for (finding& each : findings) {
    for (const std::size_t end = std::min(each.offset, text.size()); at < end; ++at) {
      if (text[at] == '\n') {
        ++line;
        column = 1;
      } else if (starts_code_point(text[at])) {
        ++column;
      }
    }
    each.line = line;
    each.column = column;
  }
}

std::string clause_text(std::string_view clause, language lang) {
  constexpr std::string_view appendix = "Appendix ";
  if (clause.starts_with(appendix)) {
    return message::appendix(lang, clause.substr(appendix.size()));
  }
  return message::clause(lang, clause);
}

std::string to_line(const finding& finding, std::string_view file, language lang) {
  std::string line = fmt::format("{}:{}:{}: error: ", harmless(file), finding.line, finding.column);
  if (!finding.where.empty()) {
    line += harmless(finding.where) + ": ";
  }
  line += harmless(finding.message);
  if (!finding.clause.empty()) {
    line += fmt::format(" ({})", clause_text(finding.clause, lang));
  }
  line += fmt::format(" [{}]", name_of(finding.code));
  return line;
}

}  // namespace tbsc94
