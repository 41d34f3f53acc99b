#include "reading/scheme_grades_reader.hpp"

#include <algorithm>

#include "json/messages.hpp"
#include "reading/grade_words.hpp"
#include "reading/scheme_part_reader.hpp"
#include "tbsc94/verdict.hpp"
#include "text/comparison_key.hpp"
#include "text/format.hpp"

namespace tbsc94 {

namespace {

class scheme_grades_reader : scheme_part_reader {
 public:
  scheme_grades_reader(grade_table& into, findings& errors, language lang)
      : scheme_part_reader(errors, lang), table_(into) {}

  // Where the rows are.
  std::vector<row_place> read(value grades, const path& at);

 private:
  void read_rows(value rows, const path& at);
  void read_row(value object, const path& at, grade_row& row);
  void read_limits(value limits, const path& at);
  void read_places(value number, const path& at);
  void check_grade_name(std::string_view grade, const path& at, std::size_t offset);
  void check_limits(value grades, const path& at);

  grade_table& table_;
  std::vector<row_place> rows_;
};

std::vector<row_place> scheme_grades_reader::read(value grades, const path& at) {
  read_object(grades, at,
              {{"clause", true, text_into(table_.clause)},
               {"decimals", true, [this](value v, const path& here) { read_places(v, here); }},
               {"rows", true, [this](value v, const path& here) { read_rows(v, here); }},
               {"grades", true, [this](value v, const path& here) { read_limits(v, here); }}});
  check_limits(grades, at);
  return std::move(rows_);
}

void scheme_grades_reader::read_places(value number, const path& at) {
  const auto places = read_number(number, at, 0);
  if (places && places->digits() > shown_score::places) {
    error(code::unknown_value, at, number.offset(), {},
          message::not_a_decimal(lang(), 0U, std::uint64_t{shown_score::places}));
  } else {
    table_.places = static_cast<unsigned>(places.value_or(decimal()).digits());
  }
}

void scheme_grades_reader::read_rows(value rows, const path& at) {
  read_list(rows, at, [&](std::size_t, value object, const path& here) {
    grade_row row;
    read_row(object, here, row);
    if (!table_.rows.empty() && row.from <= table_.rows.back().from) {
      inconsistent(here, object, message::must_ascend(lang()));
    }
    table_.rows.push_back(row);
  });
}

void scheme_grades_reader::read_row(value object, const path& at, grade_row& row) {
  row_place& place = rows_.emplace_back(row_place{object.offset()});
  read_object(object, at,
              {{"from", true, number_into(row.from, shown_score::places)},
               {"to", false, number_into(row.to, shown_score::places)},
               {"level", false, [&](value v, const path& here) {
                  place.names_level = true;
                  row.level = read_level(v, here);
                }}});
  if (row.to && *row.to < row.from) {
    inconsistent(at, object, message::end_below_start(lang()));
  }
}

void scheme_grades_reader::read_limits(value limits, const path& at) {
  read_list(limits, at, [&](std::size_t, value object, const path& here) {
    grade_limit limit;
    const auto read_name = [&](value word, const path& there) {
      limit.grade = read_word(word, there);
      check_grade_name(limit.grade, there, word.offset());
    };
    read_object(object, here,
                {{"grade", true, read_name},
                 {"from", true, number_into(limit.from, shown_score::places)},
                 {"to", false, number_into(limit.to, shown_score::places)}});
    if (limit.to && *limit.to < limit.from) {
      inconsistent(here, object, message::end_below_start(lang()));
    }
    const auto same = [key = lookalike_key(limit.grade)](const grade_limit& other) {
      return lookalike_key(other.grade) == key;
    };
    if (std::ranges::any_of(table_.grades, same)) {
      inconsistent(here, object, message::given_twice(lang(), limit.grade));
    }
    if (!table_.grades.empty() && limit.from <= table_.grades.back().from) {
      inconsistent(here, object, message::must_ascend(lang()));
    }
    table_.grades.push_back(limit);
  });
}

// Formats have words only, and lists of words separated by commas.
void scheme_grades_reader::check_grade_name(std::string_view grade, const path& at, std::size_t offset) {
  if (grade.find(',') != std::string_view::npos) {
    inconsistent(at, offset, message::grade_with_comma(lang(), grade));
  }
  const std::string key = lookalike_key(grade);
  const bool is_taken = std::ranges::any_of(grade_words::all, [&](auto word) { return lookalike_key(word) == key; });
  if (is_taken) {
    inconsistent(at, offset, message::grade_like_word(lang(), grade, joined(grade_words::all, ", ")));
  }
}

void scheme_grades_reader::check_limits(value grades, const path& at) {
  if (!table_.rows.empty() && !table_.grades.empty() && table_.grades.front().from < table_.rows.front().from) {
    inconsistent(at, grades, message::limit_in_no_row(lang()));
  }
  const auto too_fine = [&](const decimal& limit) { return limit.trimmed().places() > table_.places; };
  if (std::any_of(table_.rows.begin(), table_.rows.end(), [&](const grade_row& row) { return too_fine(row.from); }) ||
      std::any_of(table_.grades.begin(), table_.grades.end(),
                  [&](const grade_limit& limit) { return too_fine(limit.from); })) {
    inconsistent(at.member("decimals"), grades, message::limits_too_fine(lang(), table_.places));
  }
}

}  // namespace

std::vector<row_place> read_grades(json::value grades, const json::path& at, grade_table& into, findings& errors,
                                   language lang) {
  return scheme_grades_reader(into, errors, lang).read(grades, at);
}

void check_levels_of_rows(std::span<const row_place> places, const scheme& scheme, findings& errors, language lang) {
  if (scheme.grades.rows.empty() || scheme.grades.grades.empty()) {
    return;
  }
  const json::path top;
  const json::path grades = top.member("grades");
  const json::path rows = grades.member("rows");
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (places[i].names_level != scheme.maturity.has_value()) {
      errors.push_back(
          {.code = code::inconsistent_scheme,
           .where = rows.element(i).pointer(),
           .offset = places[i].offset,
           .message = scheme.maturity ? message::level_missing(lang) : message::level_without_maturity(lang)});
    }
  }
}

}  // namespace tbsc94
