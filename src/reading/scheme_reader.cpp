#include "reading/scheme_reader.hpp"

#include <algorithm>
#include <bitset>
#include <functional>

#include "json/json.hpp"
#include "json/messages.hpp"
#include "json/strict_reader.hpp"
#include "reading/grade_words.hpp"
#include "reading/reading_names.hpp"
#include "tbsc94/maturity.hpp"
#include "tbsc94/verdict.hpp"
#include "text/comparison_key.hpp"
#include "text/embedded.hpp"
#include "text/encoding.hpp"
#include "text/format.hpp"

namespace tbsc94 {

namespace {

// The largest number in a scheme, be it points due, a total or a limit.
constexpr std::uint64_t largest_number = item_table::most_points;
static_assert(largest_number == grade_table::most_points && shown_score::places == grade_table::most_places);

class scheme_reader : strict_reader {
 public:
  scheme_reader(scheme& into, findings& errors, language lang, const scheme_catalog& beside)
      : strict_reader(errors, lang), into_(into), beside_(beside) {}

  void read(value root);

 private:
  // A member's name, whether the object must have it, and what reads it.
  struct member_rule {
    std::string_view name;
    bool required;
    std::function<void(value, const path&)> read;
  };
  // The names of rules that serve for one object: made ready for no more than that, as `json::key_names` would be.
  class rule_names {
   public:
    explicit rule_names(std::initializer_list<member_rule> rules) : rules_(rules) {}
    [[nodiscard]] std::size_t size() const { return rules_.size(); }
    [[nodiscard]] std::string_view operator[](std::size_t index) const { return (rules_.begin() + index)->name; }
    [[nodiscard]] bool is_written(const char* text, std::size_t index) const {
      return json::key_names::begins(text, (*this)[index]);
    }
    [[nodiscard]] std::size_t find(std::string_view name) const {
      const auto* const found = std::ranges::find(rules_, name, &member_rule::name);
      return found == rules_.end() ? json::unknown : static_cast<std::size_t>(found - rules_.begin());
    }

   private:
    std::initializer_list<member_rule> rules_;
  };
  // Reads an object whose members the rules name; an error for any other, and for one missing.
  void read_object(value object, const path& at, std::initializer_list<member_rule> rules);
  using element_reader = std::function<void(std::size_t, value, const path&)>;
  // Reads an array of one element or more; an error for more than `most`.
  void read_list(value list, const path& at, const element_reader& read, std::size_t most = most_entries);

  auto text_into(std::string& into) {
    return [this, &into](value v, const path& at) { into = read_string(v, at).value_or(""); };
  }
  auto date_into(std::string& into) {
    return [this, &into](value v, const path& at) { into = read_date(v, at).value_or(""); };
  }
  // Of an id, an edition or a grade: what others name it by.
  auto word_into(std::string& into) {
    return [this, &into](value v, const path& at) { into = read_word(v, at); };
  }
  auto grade_into(std::string& into) {
    return [this, &into](value v, const path& at) {
      into = read_word(v, at);
      check_grade_name(into, at, v.offset());
    };
  }
  auto texts_into(bilingual& into) {
    return [this, &into](value v, const path& at) {
      read_object(v, at, {{"zh", true, text_into(into.zh)}, {"en", true, text_into(into.en)}});
    };
  }
  auto name_into(std::string& into) {
    return [this, &into](value v, const path& at) {
      const auto name = read_string(v, at);
      into = name && is_named(*name, at, v.offset()) ? *name : "";
    };
  }
  auto names_into(bilingual& into) {
    return [this, &into](value v, const path& at) {
      read_object(v, at, {{"zh", true, name_into(into.zh)}, {"en", true, name_into(into.en)}});
    };
  }
  template <class Decimal>  // decimal or std::optional<decimal>
  auto number_into(Decimal& into, unsigned places) {
    return [this, &into, places](value v, const path& at) {
      if (const auto number = read_number(v, at, places)) {
        into = *number;
      }
    };
  }
  template <class Level>  // maturity_level or std::optional<maturity_level>
  auto level_into(Level& into) {
    return [this, &into](value v, const path& at) {
      if (const auto level = read_level(v, at)) {
        into = *level;
      }
    };
  }
  // A number that others have to agree with, and where it stands.
  struct stated_number {
    std::optional<decimal> number;
    std::size_t offset = 0;
  };
  auto number_into(stated_number& into, unsigned places) {
    return [this, &into, places](value v, const path& at) { into = {read_number(v, at, places), v.offset()}; };
  }
  std::string read_word(value v, const path& at);
  // Whether there is a name to see; else an error says so.
  bool is_named(std::string_view name, const path& at, std::size_t offset);
  void check_grade_name(std::string_view grade, const path& at, std::size_t offset);
  void check_told_apart(const path& top, std::size_t id_at, std::size_t edition_at);
  std::optional<decimal> read_number(value number, const path& at, unsigned places);
  std::optional<maturity_level> read_level(value number, const path& at);
  // The errors of a scheme are given their clauses at the end, by their places.
  void inconsistent(const path& at, std::size_t offset, std::string message) {
    error(code::inconsistent_scheme, at, offset, {}, std::move(message));
  }
  void inconsistent(const path& at, value where, std::string message) {
    inconsistent(at, where.offset(), std::move(message));
  }

  void read_likert(value likert, const path& at);
  void read_service(value service, const path& at);
  void read_maturity(value maturity, const path& at);
  void read_items(value groups, const path& at, item_table& table, bool with_references,
                  std::vector<stated_number>* group_totals);
  void read_item(value object, const path& at, item_table& table, bool with_reference);
  void check_sum(const path& at, const item_table& table, std::size_t first, std::size_t last,
                 const stated_number& stated);
  void read_level_descriptions(value levels, const path& at, maturity_part& part);
  void read_bands(value bands, const path& at, maturity_part& part);
  void check_bands_cover(std::size_t offset, const path& at, const maturity_part& part);
  void read_grades(value grades, const path& at);
  void read_row(value object, const path& at, grade_row& row);
  void check_grades(value grades, const path& at);
  void read_clauses(value clauses, const path& at);
  void read_readings(value readings, const path& at);
  void read_stated(value object, const path& at, reading which);

  scheme& into_;
  const scheme_catalog& beside_;
  // The rows of grades.rows: where each begins, and whether it has the key "level".
  struct row_place {
    std::size_t offset = 0;
    bool names_level = false;
  };
  std::vector<row_place> row_places_;
};

void scheme_reader::read_object(value object, const path& at, std::initializer_list<member_rule> rules) {
  if (!expect(kind::object, object, at)) {
    return;
  }
  std::bitset<16> given;  // any object of a scheme has fewer members
  members(object, rule_names(rules), at, [&](std::size_t index, const json::key& key, value member) {
    if (index == json::unknown) {
      json::key_names known;
      std::ranges::for_each(rules, [&](const member_rule& each) { known.add(each.name); });
      unknown_member(key, member, at, known);
      return;
    }
    given.set(index);
    (rules.begin() + index)->read(member, at.member(key.name));
  });
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const member_rule& rule = *(rules.begin() + i);
    if (!given[i] && rule.required) {
      missing_member(rule.name, at, object.offset());
    }
  }
}

void scheme_reader::read_list(value list, const path& at, const element_reader& read, std::size_t most) {
  if (!expect(kind::array, list, at)) {
    return;
  }
  std::size_t count = 0;
  json::for_elements(list, at, [&](std::size_t index, value element) {
    ++count;
    if (count <= most) {
      read(index, element, at.element(index));
    } else {
      check_all(element, at.element(index));
    }
  });
  if (count == 0) {
    inconsistent(at, list, message::nothing_listed(lang()));
  } else if (count > most) {
    error(code::too_large, at, list.offset(), {}, message::too_many_entries(lang(), most));
  }
}

bool scheme_reader::is_named(std::string_view name, const path& at, std::size_t offset) {
  if (cannot_be_seen(name)) {
    inconsistent(at, offset, message::word_empty(lang()));
    return false;
  }
  return true;
}

std::string scheme_reader::read_word(value v, const path& at) {
  auto word = read_string(v, at);
  if (!word || !is_named(*word, at, v.offset())) {
    return {};
  }
  if (!is_all_seen(*word)) {
    inconsistent(at, v, message::word_not_all_seen(lang(), *word));
  } else if (encoding::count_code_points(*word) > longest_word) {
    error(code::too_large, at, v.offset(), {}, message::word_too_long(lang(), *word, longest_word));
  }
  return *std::move(word);
}

// Formats have words only, and lists of words separated by commas.
void scheme_reader::check_grade_name(std::string_view grade, const path& at, std::size_t offset) {
  if (grade.find(',') != std::string_view::npos) {
    inconsistent(at, offset, message::grade_with_comma(lang(), grade));
  }
  const std::string key = lookalike_key(grade);
  const bool is_taken = std::ranges::any_of(grade_words::all, [&](auto word) { return lookalike_key(word) == key; });
  if (is_taken) {
    inconsistent(at, offset, message::grade_like_word(lang(), grade, joined(grade_words::all, ", ")));
  }
}

void scheme_reader::check_told_apart(const path& top, std::size_t id_at, std::size_t edition_at) {
  const loaded_scheme* const other = beside_.lookalike_of(into_.id, into_.edition);
  if (other == nullptr) {
    return;
  }
  const scheme& content = other->content;
  if (content.id != into_.id) {
    inconsistent(top.member("scheme"), id_at, message::looks_like_other(lang(), into_.id, content.id));
  } else {
    inconsistent(top.member("edition"), edition_at, message::looks_like_other(lang(), into_.edition, content.edition));
  }
}

std::optional<decimal> scheme_reader::read_number(value number, const path& at, unsigned places) {
  if (!expect(kind::number, number, at)) {
    return std::nullopt;
  }
  const auto read = decimal::from(number.number(), places);
  if (!read || *read > decimal(largest_number)) {
    error(code::unknown_value, at, number.offset(), {}, message::not_a_decimal(lang(), places, largest_number));
    return std::nullopt;
  }
  return read;
}

std::optional<maturity_level> scheme_reader::read_level(value number, const path& at) {
  if (!expect(kind::number, number, at)) {
    return std::nullopt;
  }
  const auto whole = decimal::from(number.number(), 0);
  const auto level = whole ? maturity_level::from(whole->digits()) : std::nullopt;
  if (!level) {
    error(code::level_out_of_range, at, number.offset(), {},
          message::level_out_of_range(lang(), number.text(), maturity_level::lowest, maturity_level::highest));
  }
  return level;
}

void scheme_reader::read(value root) {
  const path top;
  std::size_t id_at = 0;
  std::size_t edition_at = 0;
  const auto placed_word_into = [&](std::string& into, std::size_t& offset) {
    return [this, &into, &offset](value v, const path& at) {
      offset = v.offset();
      into = read_word(v, at);
    };
  };
  read_object(root, top,
              {{"$schema", false, [this](value v, const path& at) { static_cast<void>(read_string(v, at)); }},
               {"scheme", true, placed_word_into(into_.id, id_at)},
               {"edition", true, placed_word_into(into_.edition, edition_at)},
               {"title", true, names_into(into_.title)},
               {"issuer", true, names_into(into_.issuer)},
               {"published", true, date_into(into_.published)},
               {"effective", true, date_into(into_.effective)},
               {"likert", true, [this](value v, const path& at) { read_likert(v, at); }},
               {"service", true, [this](value v, const path& at) { read_service(v, at); }},
               {"maturity", false, [this](value v, const path& at) { read_maturity(v, at); }},
               {"grades", true, [this](value v, const path& at) { read_grades(v, at); }},
               {"clauses", false, [this](value v, const path& at) { read_clauses(v, at); }},
               {"readings", false, [this](value v, const path& at) { read_readings(v, at); }}});
  check_told_apart(top, id_at, edition_at);
  if (into_.grades.rows.empty() || into_.grades.grades.empty()) {
    return;
  }
  const path grades = top.member("grades");
  const path rows = grades.member("rows");
  for (std::size_t i = 0; i < row_places_.size(); ++i) {
    if (row_places_[i].names_level != into_.maturity.has_value()) {
      inconsistent(rows.element(i), row_places_[i].offset,
                   into_.maturity ? message::level_missing(lang()) : message::level_without_maturity(lang()));
    }
  }
}

// 5.1.1: the bands lie end to end from 0 to 1.
void scheme_reader::read_likert(value likert, const path& at) {
  const auto read_band = [&](std::size_t index, value object, const path& here) {
    likert_band& band = into_.likert.emplace_back();
    const decimal begin = index == 0 ? decimal() : into_.likert[index - 1].to;
    read_object(object, here,
                {{"name", true, names_into(band.name)},
                 {index == 0 ? "from" : "above", true, number_into(band.from, item_table::most_places)},
                 {"to", true, number_into(band.to, item_table::most_places)}});
    if (band.from != begin) {
      inconsistent(here, object, message::does_not_follow(lang(), begin.shortest()));
    }
    if (band.to <= band.from) {
      inconsistent(here, object, message::end_below_start(lang()));
    }
  };
  read_object(likert, at,
              {{"clause", true, text_into(into_.alpha_clause)},
               {"bands", true, [&](value v, const path& here) {
                  read_list(v, here, read_band);
                  if (!into_.likert.empty() && into_.likert.back().to != decimal(1)) {
                    inconsistent(here, v, message::likert_covers(lang()));
                  }
                }}});
}

// Appendix 1.
void scheme_reader::read_service(value service, const path& at) {
  item_table& table = into_.service;
  stated_number stated;
  std::vector<stated_number> group_totals;
  read_object(service, at,
              {{"clause", true, text_into(table.clause)},
               {"mean_clause", false, text_into(into_.mean_clause)},
               {"points_due", true, number_into(stated, item_table::most_places)},
               {"characteristics", true,
                [&](value v, const path& here) { read_items(v, here, table, false, &group_totals); }}});
  for (std::size_t g = 0; g < group_totals.size(); ++g) {
    const path groups = at.member("characteristics");
    const item_group& group = table.groups[g];
    check_sum(groups.element(g), table, group.first, group.first + group.count, group_totals[g]);
  }
  check_sum(at, table, 0, table.items.size(), stated);
}

void scheme_reader::check_sum(const path& at, const item_table& table, std::size_t first, std::size_t last,
                              const stated_number& stated) {
  if (!stated.number) {
    return;
  }
  std::uint64_t sum = 0;
  for (std::size_t i = first; i < last; ++i) {
    sum += table.items[i].points_due.digits();
  }
  if (const decimal total(sum, item_table::most_places); total != *stated.number) {
    inconsistent(at.member("points_due"), stated.offset,
                 message::points_do_not_add_up(lang(), total.shortest(), stated.number->shortest()));
  }
}

// The groups of an appendix, each with its items. With `group_totals`, groups state their own points.
void scheme_reader::read_items(value groups, const path& at, item_table& table, bool with_references,
                               std::vector<stated_number>* group_totals) {
  table.places = item_table::most_places;
  std::size_t items = 0;
  read_list(groups, at, [&](std::size_t, value object, const path& here) {
    item_group group;
    group.first = table.items.size();
    stated_number stated;
    const auto read_list_of_items = [&](value list, const path& there) {
      const auto read_one = [&](std::size_t, value item, const path& element) {
        if (++items <= item_table::most_items) {
          read_item(item, element, table, with_references);
        } else {
          check_all(item, element);
        }
      };
      read_list(list, there, read_one, static_cast<std::size_t>(-1));
    };
    if (group_totals != nullptr) {
      read_object(object, here,
                  {{"id", true, word_into(group.id)},
                   {"name", true, names_into(group.name)},
                   {"points_due", true, number_into(stated, item_table::most_places)},
                   {"items", true, read_list_of_items}});
      group_totals->push_back(stated);
    } else {
      read_object(object, here,
                  {{"id", true, word_into(group.id)},
                   {"name", true, names_into(group.name)},
                   {"items", true, read_list_of_items}});
    }
    group.count = table.items.size() - group.first;
    table.groups.push_back(group);
  });
  if (items > item_table::most_items) {
    error(code::too_large, at, groups.offset(), {}, message::too_many_entries(lang(), item_table::most_items));
  }
}

void scheme_reader::read_item(value object, const path& at, item_table& table, bool with_reference) {
  item item;
  std::optional<decimal> due;
  if (with_reference) {
    read_object(object, at,
                {{"id", true, word_into(item.id)},
                 {"name", true, names_into(item.name)},
                 {"points_due", true, number_into(due, item_table::most_places)},
                 {"reference", true, text_into(item.reference)},
                 {"criterion", true, texts_into(item.criterion)}});
  } else {
    read_object(object, at,
                {{"id", true, word_into(item.id)},
                 {"name", true, names_into(item.name)},
                 {"points_due", true, number_into(due, item_table::most_places)},
                 {"criterion", true, texts_into(item.criterion)}});
  }
  if (table.find(item.id)) {
    inconsistent(at.member("id"), object, message::given_twice(lang(), item.id));
  }
  if (due == decimal(0)) {
    inconsistent(at.member("points_due"), object, message::points_not_positive(lang()));
  }
  item.points_due = due.value_or(decimal(0, item_table::most_places));
  table.items.push_back(std::move(item));
}

// Appendix 3, with the levels of Appendix 2.
void scheme_reader::read_maturity(value maturity, const path& at) {
  maturity_part& part = into_.maturity.emplace();
  std::size_t bands_at = 0;
  read_object(maturity, at,
              {{"clause", true, text_into(part.table.clause)},
               {"requirements_clause", false, text_into(part.requirements_clause)},
               {"qms_audit_clause", false, text_into(part.qms_audit_clause)},
               {"levels", true, [&](value v, const path& here) { read_level_descriptions(v, here, part); }},
               {"chapters", true, [&](value v, const path& here) { read_items(v, here, part.table, true, nullptr); }},
               {"bands", true, [&](value v, const path& here) {
                  bands_at = v.offset();
                  read_bands(v, here, part);
                }}});
  check_bands_cover(bands_at, at.member("bands"), part);  // only now: the chapters may stand behind the bands
}

void scheme_reader::read_level_descriptions(value levels, const path& at, maturity_part& part) {
  const auto read_description = [&](std::size_t index, value object, const path& here) {
    level_description description;
    maturity_level level;
    read_object(object, here,
                {{"level", true, level_into(level)},
                 {"name", true, names_into(description.name)},
                 {"description", true, texts_into(description.description)}});
    if (level.number() != index + 1) {
      inconsistent(here, object, message::levels_in_order(lang(), maturity_level::highest));
    }
    part.levels.push_back(std::move(description));
  };
  read_object(levels, at,
              {{"clause", true, text_into(part.level_clause)},
               {"descriptions", true, [&](value v, const path& here) {
                  read_list(v, here, read_description);
                  if (part.levels.size() != maturity_level::highest) {
                    inconsistent(here, v, message::levels_in_order(lang(), maturity_level::highest));
                  }
                }}});
}

void scheme_reader::read_bands(value bands, const path& at, maturity_part& part) {
  std::optional<decimal> previous_end;
  std::size_t previous_offset = 0;
  read_list(bands, at, [&](std::size_t index, value object, const path& here) {
    maturity_band band;
    std::optional<decimal> below;
    std::optional<decimal> to;
    read_object(object, here,
                {{"level", true, level_into(band.level)},
                 {"from", true, number_into(band.from, item_table::most_places)},
                 {"below", false, number_into(below, item_table::most_places)},
                 {"to", false, number_into(to, item_table::most_places)}});
    if (below.has_value() == to.has_value()) {
      inconsistent(here, object, message::one_end(lang()));
      return;
    }
    band.end = below ? *below : *to;
    band.takes_in_end = to.has_value();
    if (!part.bands.empty() && part.bands.back().takes_in_end) {
      inconsistent(at.element(index - 1), previous_offset, message::end_taken_in(lang()));
    }
    if (previous_end && band.from != *previous_end) {
      inconsistent(here, object, message::does_not_follow(lang(), previous_end->shortest()));
    }
    if (band.end <= band.from) {
      inconsistent(here, object, message::end_below_start(lang()));
    }
    if (!part.bands.empty() && band.level <= part.bands.back().level) {
      inconsistent(here, object, message::must_ascend(lang()));
    }
    previous_end = band.end;
    previous_offset = object.offset();
    part.bands.push_back(band);
  });
}

// Every total that item levels can give lies in a band.
void scheme_reader::check_bands_cover(std::size_t offset, const path& at, const maturity_part& part) {
  if (part.bands.empty() || part.table.items.empty()) {
    return;
  }
  const auto total_at = [&](unsigned level) {
    const std::vector<maturity_level> levels(part.table.items.size(), *maturity_level::from(level));
    return management_total(part, levels);
  };
  const decimal least = total_at(maturity_level::lowest);
  const decimal most = total_at(maturity_level::highest);
  const maturity_band& last = part.bands.back();
  if (least < part.bands.front().from || most > last.end || (most == last.end && !last.takes_in_end)) {
    inconsistent(at, offset, message::total_outside_bands(lang(), least.to_string(), most.to_string()));
  }
}

// 5.3: the rows of the left side, the grades of the right.
void scheme_reader::read_grades(value grades, const path& at) {
  grade_table& table = into_.grades;
  const auto read_rows = [&](value list, const path& here) {
    read_list(list, here, [&](std::size_t, value object, const path& element) {
      grade_row row;
      read_row(object, element, row);
      if (!table.rows.empty() && row.from <= table.rows.back().from) {
        inconsistent(element, object, message::must_ascend(lang()));
      }
      table.rows.push_back(row);
    });
  };
  const auto read_limits = [&](value list, const path& here) {
    read_list(list, here, [&](std::size_t, value object, const path& element) {
      grade_limit limit;
      read_object(object, element,
                  {{"grade", true, grade_into(limit.grade)},
                   {"from", true, number_into(limit.from, shown_score::places)},
                   {"to", false, number_into(limit.to, shown_score::places)}});
      if (limit.to && *limit.to < limit.from) {
        inconsistent(element, object, message::end_below_start(lang()));
      }
      const auto same = [&, key = lookalike_key(limit.grade)](const grade_limit& other) {
        return lookalike_key(other.grade) == key;
      };
      if (std::any_of(table.grades.begin(), table.grades.end(), same)) {
        inconsistent(element, object, message::given_twice(lang(), limit.grade));
      }
      if (!table.grades.empty() && limit.from <= table.grades.back().from) {
        inconsistent(element, object, message::must_ascend(lang()));
      }
      table.grades.push_back(limit);
    });
  };
  const auto read_places = [&](value number, const path& here) {
    const auto places = read_number(number, here, 0);
    if (places && places->digits() > shown_score::places) {
      error(code::unknown_value, here, number.offset(), {},
            message::not_a_decimal(lang(), 0U, std::uint64_t{shown_score::places}));
    } else {
      table.places = static_cast<unsigned>(places.value_or(decimal()).digits());
    }
  };
  read_object(grades, at,
              {{"clause", true, text_into(table.clause)},
               {"decimals", true, read_places},
               {"rows", true, read_rows},
               {"grades", true, read_limits}});
  check_grades(grades, at);
}

void scheme_reader::read_row(value object, const path& at, grade_row& row) {
  row_place& place = row_places_.emplace_back(row_place{object.offset()});
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

void scheme_reader::check_grades(value grades, const path& at) {
  const grade_table& table = into_.grades;
  if (!table.rows.empty() && !table.grades.empty() && table.grades.front().from < table.rows.front().from) {
    inconsistent(at, grades, message::limit_in_no_row(lang()));
  }
  const auto too_fine = [&](const decimal& limit) { return limit.trimmed().places() > table.places; };
  if (std::any_of(table.rows.begin(), table.rows.end(), [&](const grade_row& row) { return too_fine(row.from); }) ||
      std::any_of(table.grades.begin(), table.grades.end(),
                  [&](const grade_limit& limit) { return too_fine(limit.from); })) {
    inconsistent(at.member("decimals"), grades, message::limits_too_fine(lang(), table.places));
  }
}

void scheme_reader::read_clauses(value clauses, const path& at) {
  std::vector<clause_summary>& all = into_.clauses;
  read_list(
      clauses, at,
      [&](std::size_t, value object, const path& here) {
        clause_summary clause;
        read_object(object, here,
                    {{"within", false, text_into(clause.within)},
                     {"clause", true, name_into(clause.number)},
                     {"title", true, names_into(clause.title)},
                     {"summary", true, names_into(clause.summary)}});
        const auto same = [&](const clause_summary& other) {
          return other.number == clause.number && other.within == clause.within;
        };
        if (std::any_of(all.begin(), all.end(), same)) {
          inconsistent(here.member("clause"), object, message::given_twice(lang(), clause.number));
        }
        all.push_back(std::move(clause));
      },
      most_clauses);
}

void scheme_reader::read_readings(value readings, const path& at) {
  if (!expect(kind::object, readings, at)) {
    return;
  }
  members(readings, all_reading_names(), at, [&](std::size_t index, const json::key& key, value member) {
    if (index == json::unknown) {
      unknown_member(key, member, at, all_reading_names());
    } else {
      read_stated(member, at.member(key.name), all_readings[index]);
    }
  });
}

// A reading that the scheme states itself, and the clause that does.
void scheme_reader::read_stated(value object, const path& at, reading which) {
  decision stated;
  stated.by_scheme = true;
  const auto read_value = [&](value word, const path& here) {
    const auto text = read_string(word, here);
    if (text && !into_.stated.values.set(which, *text)) {
      error(code::unknown_value, here, word.offset(), {},
            message::unknown_value(lang(), *text, message::values_of(which)));
    }
  };
  read_object(object, at, {{"value", true, read_value}, {"clause", true, name_into(stated.text)}});
  into_.stated.settled[static_cast<std::size_t>(which)] = std::move(stated);
}

// The clause of the group that a place is in; empty where it is in none, or the group does not state it.
std::string clause_at(const scheme& scheme, std::string_view where) {
  const auto is_below = [&](std::string_view group) {
    return where.starts_with(group) && (where.size() == group.size() || where[group.size()] == '/');
  };
  if (is_below("/maturity")) {
    return !scheme.maturity               ? std::string()
           : is_below("/maturity/levels") ? scheme.maturity->level_clause
                                          : scheme.maturity->table.clause;
  }
  return is_below("/likert")    ? scheme.alpha_clause
         : is_below("/service") ? scheme.service.clause
         : is_below("/grades")  ? scheme.grades.clause
                                : std::string();
}

// What is wrong with the content names the clause of its group, wherever in the group the clause stands.
void name_clauses(const scheme& scheme, findings& errors) {
  for (finding& each : errors) {
    if (each.code == code::inconsistent_scheme || each.code == code::missing_key || each.code == code::unknown_value ||
        each.code == code::level_out_of_range || each.code == code::too_large) {
      each.clause = clause_at(scheme, each.where);
    }
  }
}

}  // namespace

std::optional<scheme> read_scheme(const json::padded_text& text, findings& errors, language lang,
                                  const scheme_catalog& beside) {
  scheme result;
  json::document_reader documents;
  documents.read(text, errors, lang, [&](json::value root) { scheme_reader(result, errors, lang, beside).read(root); });
  name_clauses(result, errors);
  place(errors, text.text);
  return errors.empty() ? std::optional(std::move(result)) : std::nullopt;
}

// The embedded scheme has been checked by the tests: it loads.
scheme_catalog embedded_schemes(const readings_in_use& given, const std::vector<ambient_file>& ambient) {
  const std::string_view text = embedded::scheme();
  static_assert(embedded::readable_after >= json::padding);
  findings errors;
  auto scheme = read_scheme({text, text.size() + json::padding}, errors, language::en);
  scheme_catalog catalog(given);
  catalog.add(std::move(scheme).value(), text, ambient);
  return catalog;
}

}  // namespace tbsc94
