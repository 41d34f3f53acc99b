#include "reading/scheme_reader.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "json/json.hpp"
#include "json/messages.hpp"
#include "reading/reading_names.hpp"
#include "reading/scheme_grades_reader.hpp"
#include "reading/scheme_items_reader.hpp"
#include "reading/scheme_maturity_reader.hpp"
#include "reading/scheme_part_reader.hpp"
#include "text/embedded.hpp"

namespace tbsc94 {

namespace {

class scheme_reader : scheme_part_reader {
 public:
  scheme_reader(scheme& into, findings& errors, language lang, const scheme_catalog& beside)
      : scheme_part_reader(errors, lang), into_(into), beside_(beside) {}

  void read(value root);

 private:
  void check_told_apart(const path& top, std::size_t id_at, std::size_t edition_at);
  void read_likert(value likert, const path& at);
  void read_clauses(value clauses, const path& at);
  void read_readings(value readings, const path& at);
  void read_stated(value object, const path& at, reading which);

  scheme& into_;
  const scheme_catalog& beside_;
};

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

void scheme_reader::read(value root) {
  const path top;
  std::size_t id_at = 0;
  std::size_t edition_at = 0;
  std::vector<row_place> rows;
  const auto placed_word_into = [&](std::string& into, std::size_t& offset) {
    return [this, &into, &offset](value v, const path& at) {
      offset = v.offset();
      into = read_word(v, at);
    };
  };
  read_object(
      root, top,
      {{"$schema", false, [this](value v, const path& at) { static_cast<void>(read_string(v, at)); }},
       {"scheme", true, placed_word_into(into_.id, id_at)},
       {"edition", true, placed_word_into(into_.edition, edition_at)},
       {"title", true, names_into(into_.title)},
       {"issuer", true, names_into(into_.issuer)},
       {"published", true, date_into(into_.published)},
       {"effective", true, date_into(into_.effective)},
       {"likert", true, [this](value v, const path& at) { read_likert(v, at); }},
       {"service", true, [this](value v, const path& at) { read_service_part(v, at, into_, errors_so_far(), lang()); }},
       {"maturity", false,
        [this](value v, const path& at) { read_maturity(v, at, into_.maturity.emplace(), errors_so_far(), lang()); }},
       {"grades", true,
        [&](value v, const path& at) { rows = read_grades(v, at, into_.grades, errors_so_far(), lang()); }},
       {"clauses", false, [this](value v, const path& at) { read_clauses(v, at); }},
       {"readings", false, [this](value v, const path& at) { read_readings(v, at); }}});
  check_told_apart(top, id_at, edition_at);
  check_levels_of_rows(rows, into_, errors_so_far(),
                       lang());  // only now: the maturity part may stand behind the grades
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
