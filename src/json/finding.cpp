#include "json/finding.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <numeric>
#include <span>
#include <tuple>

#include "json/messages.hpp"
#include "text/encoding.hpp"
#include "text/format.hpp"
#include "text/terminal_text.hpp"

namespace tbsc94 {

namespace {

constexpr std::array names{
    "malformed-json",
    "malformed-workbook",
    "not-utf-8",
    "too-large",
    "too-deep",
    "unreadable",
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
    "occasion-empty",
    "name-respelled",
    "alpha-from-double",
    "other-version",
};
static_assert(names.size() == static_cast<std::size_t>(code::other_version) + 1);

std::string_view parent_of(std::string_view pointer) { return pointer.substr(0, pointer.rfind('/')); }

// How many bytes JSON has of a text, its quotes left out.
std::size_t written_size(std::string_view text) {
  constexpr std::size_t escaped = 6;  // a control character
  const auto size_of = [](char c) -> std::size_t {
    return static_cast<unsigned char>(c) < 0x20 ? escaped : c == '"' || c == '\\' ? 2 : 1;
  };
  return std::transform_reduce(text.begin(), text.end(), std::size_t{0}, std::plus(), size_of);
}

// And of a finding: its keys, code, numbers and clause come to less than 128.
std::size_t written_size(const finding& each) { return 128 + written_size(each.where) + written_size(each.message); }

// What findings that one line may stand for have in common: members of one object, wrong in the same way.
auto likeness(const finding& each) { return std::tuple(each.code, parent_of(each.where), each.kinds, each.slip); }

}  // namespace

std::string_view name_of(code code) { return names[static_cast<std::size_t>(code)]; }

void findings::push_back(finding each) {
  const std::size_t offset = each.offset;
  close(std::move(each));
  if (size() >= most || bytes_ >= largest) {
    throw too_many_findings{offset};
  }
}

void findings::close(finding last) {
  bytes_ += written_size(last);
  all_.push_back(std::move(last));
}

void findings::keep(std::size_t count) {
  all_.resize(count);
  count_bytes();
}

void findings::clear() {
  all_.clear();
  bytes_ = 0;
}

void findings::count_bytes() {
  bytes_ = std::transform_reduce(all_.begin(), all_.end(), std::size_t{0}, std::plus(),
                                 [](const finding& each) { return written_size(each); });
}

std::vector<std::string_view> codes_of(const findings& findings) {
  std::vector<std::string_view> codes;
  for (const finding& each : findings) {
    if (std::find(codes.begin(), codes.end(), name_of(each.code)) == codes.end()) {
      codes.push_back(name_of(each.code));
    }
  }
  return codes;
}

void place(findings& findings, std::string_view text, std::size_t first_line) {
  if (findings.empty()) {
    return;
  }
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
      } else if (encoding::starts_code_point(text[at])) {
        ++column;
      }
    }
    each.line = line;
    each.column = column;
  }
}

std::string clause_name(std::string_view clause, language lang) {
  constexpr std::string_view appendix = "Appendix ";
  return clause.starts_with(appendix) ? message::appendix(lang, clause.substr(appendix.size())) : std::string(clause);
}

std::string clause_text(std::string_view clause, language lang) {
  const bool is_number = std::ranges::none_of(clause, [](unsigned char c) { return c == ' ' || c >= 0x80; });
  return is_number ? message::clause(lang, clause) : clause_name(clause, lang);
}

std::string cell_words(const finding& finding, language lang) {
  if (finding.sheet.empty()) {
    return {};
  }
  const std::string sheet = message::excerpt(harmless(finding.sheet)).shown();
  const std::string cell =
      finding.cell.empty() ? message::in_sheet(lang, sheet) : message::in_cell(lang, sheet, finding.cell);
  return finding.about.empty() ? cell
                               : message::cell_about(lang, cell, message::excerpt(harmless(finding.about)).shown());
}

std::string to_line(const finding& finding, std::string_view file, language lang, const place_namer& place_of) {
  std::string line;
  if (const std::string cell = cell_words(finding, lang); !cell.empty()) {
    line = formatted("{}: {}", harmless(file), message::cell_message(lang, cell, harmless(finding.message)));
  } else {
    const std::string where = place_of(finding.where);
    const std::string what = harmless(finding.message);
    line = message::error_line(
        lang, harmless(file), finding.line, finding.column,
        where.empty() ? what : message::cell_message(lang, harmless(message::excerpt(where).shown()), what));
  }
  if (!finding.clause.empty()) {
    line += message::by_clause(lang, clause_text(finding.clause, lang));
  }
  line += formatted(" [{}]", name_of(finding.code));
  return line;
}

std::string to_lines(const findings& findings, std::string_view file, language lang, const place_namer& place_of) {
  constexpr std::size_t fewest_alike = 3;
  constexpr std::size_t most_named = 30;
  constexpr std::size_t largest_listing = std::size_t{4} << 20U;  // bytes: every line repeats the file's name
  std::map<decltype(likeness(finding())), std::vector<const finding*>> alike;
  for (const finding& each : findings) {
    alike[likeness(each)].push_back(&each);
  }
  std::string lines;
  for (const finding& each : findings) {
    if (lines.size() >= largest_listing) {
      return lines += formatted("{}: {}\n", harmless(file), message::not_listed.in(lang));
    }
    const auto& group = alike[likeness(each)];
    if (group.size() < fewest_alike || each.where.empty()) {
      lines += to_line(each, file, lang, place_of) + '\n';
    } else if (group.front() == &each) {
      const auto named = std::span(group).subspan(1, std::min(group.size() - 1, most_named));
      std::string others = joined(named, ", ", [](const finding* other) {
        const std::string_view where = other->cell.empty() ? other->where : other->cell;
        return message::excerpt(where.substr(where.rfind('/') + 1)).shown();
      });
      others += group.size() - 1 > most_named ? ", …" : "";
      finding line = each;
      line.message = message::and_others_alike(lang, each.message, group.size() - 1, others);
      lines += to_line(line, file, lang, place_of) + '\n';
    }
  }
  return lines;
}

}  // namespace tbsc94
