#include "reading/assessment_reader.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <utility>

#include "checking/binary64.hpp"
#include "json/messages.hpp"
#include "json/slips.hpp"
#include "json/strict_reader.hpp"
#include "reading/assessment_members.hpp"
#include "reading/cure_messages.hpp"
#include "reading/cures.hpp"
#include "reading/fast_reader.hpp"
#include "reading/rater_names.hpp"
#include "reading/reading_names.hpp"
#include "text/comparison_key.hpp"
#include "text/format.hpp"
#include "text/nearest.hpp"

namespace tbsc94 {

namespace {

namespace keys = assessment_keys;

// The schemes among which `id` and `edition`, as far as the file has named them, leave a choice.
struct scheme_choice {
  std::optional<std::string> id;
  std::optional<std::string> edition;

  [[nodiscard]] const loaded_scheme* find(const scheme_catalog& catalog) const {
    return id ? catalog.find(*id, edition) : nullptr;
  }
};

void remark_on_date(record& record, const scheme& scheme, language lang) {
  const std::optional<std::string>& date = record.assessment.date;
  if (date && *date < scheme.effective) {
    record.remarks.push_back({code::date_before_edition,
                              json::path().member("date").pointer(),
                              record.date_at,
                              0,
                              0,
                              {},
                              message::date_before_edition(lang, *date, scheme.edition, scheme.effective)});
  }
}

// Names by their keys: where each was first met, and which spellings of it were.
class met_names {
 public:
  struct meeting {
    std::size_t first;   // the rating that named it first
    bool is_new = true;  // whether this spelling was not met before
  };
  meeting meet(std::string_view key, std::string_view name, std::size_t rating) {
    return {first_.try_emplace(key, rating).first->second, spellings_.insert(name).second};
  }

 private:
  std::map<std::string_view, std::size_t> first_;
  std::set<std::string_view> spellings_;
};

// Reads one document, with the items of `scheme`.
class strict_assessment_reader : strict_reader {
 public:
  strict_assessment_reader(const scheme_catalog& catalog, const reader_options& options, const loaded_scheme& scheme,
                           record& into, std::vector<alpha_cell>& cells)
      : strict_reader(into.errors, options.lang),
        catalog_(catalog),
        options_(options),
        scheme_(&scheme),
        record_(into),
        assessment_(into.assessment),
        cells_(cells) {
    cells_.clear();
    clear(record_);
  }

  void read(value root);
  // The scheme that the document names; null where that is none that is loaded.
  [[nodiscard]] const loaded_scheme* named() const {
    return options_.under.empty() ? own() : choice_.id ? catalog_.find(*choice_.id, options_.under) : nullptr;
  }
  [[nodiscard]] const loaded_scheme* own() const { return choice_.find(catalog_); }
  [[nodiscard]] const loaded_scheme* used() const { return scheme_; }
  // Whether the items were looked up in the scheme that the document means, as far as can be told.
  [[nodiscard]] bool knows_items() const { return named() != nullptr || (!choice_.id && catalog_.all().size() == 1); }

 private:
  void remark(code code, const path& at, std::size_t offset, std::string_view clause, std::string message) {
    record_.remarks.push_back({code, at.pointer(), offset, 0, 0, std::string(clause), std::move(message)});
  }

  template <class Choices, class Choice>
  void read_word(value value, const path& at, std::string_view clause, const Choices& words,
                 std::optional<Choice>& into);
  // Outside `service` and `management` the options may let an unknown key pass.
  void unknown_member_or_pass(const json::key& key, value member, const path& at, const json::key_names& known);
  void unknown_member(const json::key& key, value member, const path& at, const json::key_names& known);
  // The item that was likely meant.
  std::optional<std::size_t> unknown_item(const json::key& key, value member, const path& at, const item_table& table,
                                          const json::key_names& ids);

  void read_service(value service, const path& at);
  void read_ratings(value ratings, const path& at);
  void read_rating(value rating, const path& at);
  void read_alphas(value alphas, const path& at, std::span<alpha_cell> cells, std::span<alpha> into);
  void read_alpha(value value, const path& at, std::size_t item, alpha_cell& cell, alpha& into);
  // Whether it is a number; what is said of another value is `cure` where that is not empty.
  template <class Cure>
  bool expect_number(value value, const path& at, const Cure& cure);
  void remark_on_double(value value, const path& at, const numeral& number, const alpha& read);
  void read_notes(value notes, const path& at, const item_table& table, const json::key_names& ids,
                  std::vector<item_note>& into, bool are_reasons);
  void read_labelled(value texts, const path& at, std::size_t most, std::vector<labelled_text>& into);
  std::string read_rater_name(value value, const path& at, code when_blank, std::string_view message);
  void check_raters(const path& at);
  void rated_twice(std::size_t which, std::size_t first, const path& at);
  void check_items_rated(const path& service);
  void read_management(value management, const path& at);
  void read_levels(value levels, const path& at);
  void read_level(value value, const path& at, std::size_t item, std::string_view clause);
  void read_recorded(value recorded, const path& at);
  void check_scheme_named(const path& root, std::size_t offset);

  [[nodiscard]] const scheme& content() const { return scheme_->content; }

  const scheme_catalog& catalog_;
  const reader_options& options_;
  const loaded_scheme* scheme_;
  record& record_;
  assessment& assessment_;

  scheme_choice choice_;
  std::set<std::string> told_;  // where keys would stand that others were told to mean
  std::size_t scheme_offset_ = 0;
  std::size_t edition_offset_ = 0;
  std::vector<alpha_cell>& cells_;  // ratings × service items
  std::size_t given_ = 0;           // how many of them are given
  // Of a rating, its names' values and its "alpha" object; `unknown` for one that is no object.
  struct rating_place {
    std::size_t offset = 0;
    std::size_t assessor = 0;
    std::size_t occasion = 0;
    std::size_t alphas = json::unknown;
  };
  std::vector<rating_place> places_;
  std::vector<std::size_t> not_applicable_at_;  // the keys in assessment_.not_applicable
  std::size_t declarations_offset_ = 0;         // of the object that they stand in
};

bool is_near_miss(std::string_view word, std::string_view known) {
  return find_nearest(word, std::span(&known, 1)).near_miss;
}

template <class Choices, class Choice>
void strict_assessment_reader::read_word(value value, const path& at, std::string_view clause, const Choices& words,
                                         std::optional<Choice>& into) {
  std::string allowed;
  const auto list_words = [&] {
    for (const auto& [name, choice] : words) {
      allowed.append(allowed.empty()          ? ""
                     : lang() == language::zh ? "、"
                                              : ", ")
          .append(message::word_with_meaning(lang(), name, keys::meaning_of(choice).in(lang())));
    }
  };
  if (value.kind() == kind::null) {
    list_words();
    refuse_type(kind::string, value, at, message::not_filled_in_words(lang(), allowed));
    return;
  }
  if (value.kind() != kind::string) {
    list_words();
    refuse_type(kind::string, value, at, message::expected_words(lang(), allowed));
    return;
  }
  const auto word = read_string(value, at);
  into = word ? keys::find_word(*word, words) : std::nullopt;
  if (!word || into) {
    return;
  }
  list_words();
  std::string message = message::unknown_value(lang(), *word, allowed);
  for (const auto& [name, choice] : words) {
    if (keys::meaning_of(choice).in(language::zh) == *word || is_near_miss(*word, name)) {
      message += message::write_word(lang(), name);
    }
  }
  error(code::unknown_value, at, value.offset(), clause, std::move(message));
}

void strict_assessment_reader::unknown_member_or_pass(const json::key& key, value member, const path& at,
                                                      const json::key_names& known) {
  if (&known == &keys::root && keys::of_results.find(key.name) != json::unknown) {
    error(code::unknown_key, at.member(key.name), key.offset, {}, message::result_in_assessment(lang(), key.name));
    check_all(member, at.member(key.name));
  } else if (options_.unknown == unknown_keys::ignore && !find_nearest(key.name, known.all()).near_miss) {
    check_all(member, at.member(key.name));
  } else {
    unknown_member(key, member, at, known);
  }
}

void strict_assessment_reader::unknown_member(const json::key& key, value member, const path& at,
                                              const json::key_names& known) {
  const auto word = likely_member(key.name, known);
  const auto likely = word ? word : find_likely(key.name, known.all());
  if (!likely) {
    strict_reader::unknown_member(key, member, at, known);
    return;
  }
  told_.insert(at.member(*likely).pointer());
  error(code::unknown_key, at.member(key.name), key.offset, {}, message::key_meant(lang(), key.name, *likely));
  check_all(member, at.member(key.name));
}

std::optional<std::size_t> strict_assessment_reader::unknown_item(const json::key& key, value member, const path& at,
                                                                  const item_table& table, const json::key_names& ids) {
  const auto likely = likely_item(key.name, table);
  error(code::unknown_item, at.member(key.name), key.offset, table.clause,
        likely ? message::item_meant(lang(), key.name, ids[*likely])
               : message::unknown_item(lang(), key.name, ids[0], ids[ids.size() - 1]));
  check_all(member, at.member(key.name));
  return likely;
}

void strict_assessment_reader::read(value root) {
  const path top;
  if (root.kind() != kind::object) {
    error(code::wrong_type, top, root.offset(), {}, message::root_is_no_object(lang()));
    check_all(root, top);
    return;
  }
  bool has_service = false;
  bool has_management = false;
  members(root, keys::root, top, [&](std::size_t index, const json::key& key, value member) {
    const path at = top.member(key.name);
    switch (index) {
      case keys::scheme:
        choice_.id = read_string(member, at);
        scheme_offset_ = member.offset();
        break;
      case keys::edition:
        choice_.edition = read_string(member, at);
        edition_offset_ = member.offset();
        assessment_.names_edition = true;
        break;
      case keys::id:
        assessment_.id = read_string(member, at);
        break;
      case keys::organization:
        assessment_.organization = read_string(member, at);
        break;
      case keys::date:
        if (member.kind() == kind::null) {
          refuse_type(kind::string, member, at, message::date_not_filled_in(lang()));
        } else {
          assessment_.date = read_date(member, at);
        }
        record_.date_at = member.offset();
        break;
      case keys::service:
        has_service = true;
        if (named() != nullptr && !has_management) {
          scheme_ = named();  // known in time: it need not be read again
        }
        read_service(member, at);
        break;
      case keys::management:
        has_management = true;
        if (named() != nullptr && !has_service) {
          scheme_ = named();
        }
        read_management(member, at);
        break;
      case keys::details:
        read_labelled(member, at, most_details, assessment_.details);
        break;
      case keys::recorded:
        read_recorded(member, at);
        break;
      case keys::schema:
        static_cast<void>(read_string(member, at));
        break;
      case json::unknown:
        unknown_member_or_pass(key, member, top, keys::root);
        break;
      default:  // extensions
        if (expect(kind::object, member, at)) {
          check_all(member, at);
        }
    }
  });
  check_scheme_named(top, root.offset());
  if (!has_service && !told_.contains(top.member("service").pointer())) {
    missing_member("service", top, root.offset(), content().service.clause);
  }
  if (!has_management && content().maturity && !told_.contains(top.member("management").pointer())) {
    missing_member("management", top, root.offset(), content().maturity->table.clause);
  }
  remark_on_date(record_, content(), lang());
}

void strict_assessment_reader::check_scheme_named(const path& root, std::size_t offset) {
  if (named() != nullptr) {
    return;
  }
  if (!choice_.id) {
    if (scheme_offset_ == 0 && !told_.contains(root.member("scheme").pointer())) {
      missing_member("scheme", root, offset, {});
    }
    return;
  }
  const auto editions = catalog_.editions_of(*choice_.id);
  if (editions.empty()) {
    std::string loaded;
    std::vector<std::string_view> ids;
    for (const auto& each : catalog_.all()) {
      loaded += formatted("{}\"{}\"", loaded.empty() ? "" : ", ", each->content.id);
      ids.emplace_back(each->content.id);
    }
    error(code::scheme_unknown, root.member("scheme"), scheme_offset_, {},
          message::scheme_unknown(lang(), *choice_.id, loaded) + cure_of_name(*choice_.id, ids, lang()));
  } else if (assessment_.names_edition && !choice_.edition) {
    return;  // of another type, as an error says
  } else {
    std::string loaded;
    std::vector<std::string_view> names;
    for (const loaded_scheme* each : editions) {
      names.emplace_back(each->content.edition);
      loaded += formatted("{}\"{}\"", loaded.empty() ? "" : ", ", each->content.edition);
    }
    if (!options_.under.empty()) {
      error(code::edition_unknown, root.member("scheme"), scheme_offset_, {},
            message::edition_unknown(lang(), options_.under, loaded));
    } else if (choice_.edition) {
      error(code::edition_unknown, root.member("edition"), edition_offset_, {},
            message::edition_unknown(lang(), *choice_.edition, loaded) + cure_of_name(*choice_.edition, names, lang()));
    } else {
      error(code::missing_key, root.member("edition"), offset, {}, message::edition_needed(lang(), loaded));
    }
  }
}

void strict_assessment_reader::read_service(value service, const path& at) {
  if (!expect(kind::object, service, at)) {
    return;
  }
  bool has_ratings = false;
  members(service, keys::service_part, at, [&](std::size_t index, const json::key& key, value member) {
    const path here = at.member(key.name);
    switch (index) {
      case keys::ratings:
        has_ratings = true;
        read_ratings(member, here);
        break;
      case keys::not_applicable:
        declarations_offset_ = member.offset();
        read_notes(member, here, content().service, scheme_->service_ids, assessment_.not_applicable, true);
        break;
      case keys::service_remarks:
        read_notes(member, here, content().service, scheme_->service_ids, assessment_.service_remarks, false);
        break;
      default:
        unknown_member(key, member, at, keys::service_part);
    }
  });
  if (!has_ratings && !told_.contains(at.member("ratings").pointer())) {
    missing_member("ratings", at, service.offset(), clause_of(content(), reading::mean_over));
  }
  check_items_rated(at);
}

void strict_assessment_reader::read_ratings(value ratings, const path& at) {
  if (!expect(kind::array, ratings, at)) {
    return;
  }
  const std::string_view clause = clause_of(content(), reading::mean_over);
  std::size_t count = 0;
  json::for_elements(ratings, at, [&](std::size_t index, value element) {
    count = index + 1;
    if (count > assessment::most_ratings) {
      check_all(element, at.element(index));
    } else {
      read_rating(element, at.element(index));
    }
  });
  if (count == 0) {
    error(code::no_ratings, at, ratings.offset(), clause, message::no_ratings(lang()));
  } else if (count > assessment::most_ratings) {
    error(code::too_large, at, ratings.offset(), clause,
          message::too_many_ratings(lang(), count, assessment::most_ratings));
  }
  check_raters(at);
}

void strict_assessment_reader::read_rating(value rating, const path& at) {
  const std::size_t items = scheme_->service_ids.size();
  assessment_.ratings.emplace_back();
  assessment_.alphas.resize(assessment_.alphas.size() + items);
  cells_.resize(cells_.size() + items);
  places_.push_back({rating.offset()});
  if (!expect(kind::object, rating, at)) {
    return;
  }
  bool has_alpha = false;
  members(rating, keys::rating, at, [&](std::size_t index, const json::key& key, value member) {
    const path here = at.member(key.name);
    switch (index) {
      case keys::assessor:
        places_.back().assessor = member.offset();
        assessment_.ratings.back().assessor =
            read_rater_name(member, here, code::assessor_empty, message::assessor_empty.in(lang()));
        break;
      case keys::occasion:
        places_.back().occasion = member.offset();
        assessment_.ratings.back().occasion =
            read_rater_name(member, here, code::occasion_empty, message::occasion_blank.in(lang()));
        break;
      case keys::alpha:
        has_alpha = true;
        if (expect(kind::object, member, here)) {
          places_.back().alphas = member.offset();
          read_alphas(member, here, std::span(cells_).last(items), std::span(assessment_.alphas).last(items));
        }
        break;
      default:
        unknown_member(key, member, at, keys::rating);
    }
  });
  if (!has_alpha && !told_.contains(at.member("alpha").pointer())) {
    missing_member("alpha", at, rating.offset(), content().alpha_clause);
  }
}

// A name of which nothing can be seen names nobody.
std::string strict_assessment_reader::read_rater_name(value value, const path& at, code when_blank,
                                                      std::string_view message) {
  if (when_blank == code::assessor_empty && value.kind() == kind::null) {
    refuse_type(kind::string, value, at, message::assessor_not_filled_in(lang()));
    return {};
  }
  auto name = read_string(value, at);
  if (!name || !cannot_be_seen(*name)) {
    return std::move(name).value_or("");
  }
  if (when_blank == code::assessor_empty || !name->empty()) {
    remark(when_blank, at, value.offset(), clause_of(content(), reading::mean_over), std::string(message));
  }
  return {};
}

void strict_assessment_reader::read_alphas(value alphas, const path& at, std::span<alpha_cell> cells,
                                           std::span<alpha> into) {
  members(alphas, scheme_->service_ids, at, [&](std::size_t index, const json::key& key, value member) {
    if (index == json::unknown) {
      const auto meant = unknown_item(key, member, at, content().service, scheme_->service_ids);
      if (meant && cells[*meant].is == alpha_cell::state::absent) {
        cells[*meant].is = alpha_cell::state::under_other_key;
      }
      return;
    }
    cells[index].offset = key.offset;
    read_alpha(member, at.member(key.name), index, cells[index], into[index]);
  });
}

void strict_assessment_reader::read_alpha(value value, const path& at, std::size_t item, alpha_cell& cell,
                                          alpha& into) {
  if (value.kind() == kind::null) {
    value.word();
    cell = {alpha_cell::state::null, value.offset()};
    return;
  }
  cell.is = alpha_cell::state::given;
  ++given_;
  if (!expect_number(value, at, [&](std::string_view text) { return cure_of_alpha(text, content(), item, lang()); })) {
    return;
  }
  const numeral number = value.number();
  if (const auto read = alpha::from(number)) {
    into = *read;
    remark_on_double(value, at, number, into);
  } else if (alpha::fault_of(number) == alpha::fault::out_of_range) {
    error(code::alpha_out_of_range, at, value.offset(), content().alpha_clause,
          message::alpha_out_of_range(lang(), value.text()) +
              points_for_alpha(value.text(), content().service.items[item], lang()));
  } else {
    error(code::alpha_too_fine, at, value.offset(), content().alpha_clause,
          message::alpha_too_fine(lang(), value.text(), decimal::most_places));
  }
}

template <class Cure>
bool strict_assessment_reader::expect_number(value value, const path& at, const Cure& cure) {
  if (value.kind() == kind::string) {
    if (std::string message = cure(value.string()); !message.empty()) {
      refuse_type(kind::number, value, at, std::move(message));
      return false;
    }
  }
  return expect(kind::number, value, at);
}

// A spreadsheet or a script may have written 0.95 as the double that stands for it.
void strict_assessment_reader::remark_on_double(value value, const path& at, const numeral& number, const alpha& read) {
  constexpr std::uint64_t sixteen_digits = 1'000'000'000'000'000;
  if (number.digits < sixteen_digits) {
    return;
  }
  if (const auto shorter = shorter_of_same_double(read.value())) {
    const std::string text = shorter->to_string();
    remark(code::alpha_from_double, at, value.offset(), content().alpha_clause,
           message::alpha_from_double(lang(), value.text(), text));
    record_.shorter_alphas.push_back(
        {static_cast<std::size_t>(&read - assessment_.alphas.data()), *alpha::from(*read_numeral(text))});
  }
}

void strict_assessment_reader::read_notes(value notes, const path& at, const item_table& table,
                                          const json::key_names& ids, std::vector<item_note>& into, bool are_reasons) {
  if (notes.kind() != kind::object) {
    refuse_type(kind::object, notes, at, message::notes_expected(lang(), ids[0]));
    return;
  }
  members(notes, ids, at, [&](std::size_t index, const json::key& key, value member) {
    if (index == json::unknown) {
      static_cast<void>(unknown_item(key, member, at, table, ids));
      return;
    }
    const path here = at.member(key.name);
    auto text = read_string(member, here);
    if (are_reasons) {
      not_applicable_at_.push_back(key.offset);
      if (text && text->find_first_not_of(" \t\r\n") == std::string::npos) {
        remark(code::reason_empty, here, member.offset(), clause_of(content(), reading::not_applicable),
               message::reason_empty(lang(), key.name));
      }
    }
    into.emplace_back(index, std::move(text).value_or(""));
  });
}

// Texts under labels of the file's own.
void strict_assessment_reader::read_labelled(value texts, const path& at, std::size_t most,
                                             std::vector<labelled_text>& into) {
  if (!expect(kind::object, texts, at)) {
    return;
  }
  static const json::key_names no_names;
  std::size_t count = 0;
  members(texts, no_names, at, [&](std::size_t /*unknown*/, const json::key& key, value member) {
    const path here = at.member(key.name);
    auto text = read_string(member, here);
    if (++count <= most && !is_too_long(key.name, here, key.offset) && text) {
      into.emplace_back(key.name, std::move(*text));
    }
  });
  if (count > most) {
    error(code::too_large, at, texts.offset(), {}, message::too_many_texts(lang(), count, most));
  }
}

// One name in two spellings is one, with a remark; an assessor rates once an occasion (5.1.2).
void strict_assessment_reader::check_raters(const path& at) {
  std::vector<rating>& ratings = assessment_.ratings;
  give_keys(ratings);
  const std::string_view clause = clause_of(content(), reading::mean_over);
  met_names assessors;
  met_names occasions;
  std::map<std::pair<std::string_view, std::string_view>, std::size_t> both;
  for (std::size_t r = 0; r < ratings.size(); ++r) {
    const rating& here = ratings[r];
    const auto assessor = assessors.meet(here.same_assessor(), here.assessor, r);
    if (const std::string& first = ratings[assessor.first].assessor; assessor.is_new && assessor.first != r) {
      remark(code::name_respelled, at.element(r).member("assessor"), places_[r].assessor, clause,
             message::assessor_respelled(lang(), here.assessor, first));
    }
    const auto occasion = occasions.meet(here.same_occasion(), here.occasion, r);
    if (const std::string& first = ratings[occasion.first].occasion; occasion.is_new && occasion.first != r) {
      remark(code::name_respelled, at.element(r).member("occasion"), places_[r].occasion, clause,
             message::occasion_respelled(lang(), here.occasion, first));
    }
    const auto [first, is_first] = both.try_emplace({here.same_assessor(), here.same_occasion()}, r);
    if (!is_first && !here.assessor.empty()) {
      rated_twice(r, first->second, at.element(r));
    }
  }
}

void strict_assessment_reader::rated_twice(std::size_t which, std::size_t first, const path& at) {
  const rating& rating = assessment_.ratings[which];
  std::string message = rating.occasion.empty()
                            ? message::duplicate_rating(lang(), rating.assessor)
                            : message::duplicate_rating_on_occasion(lang(), rating.assessor, rating.occasion);
  if (const std::string& before = assessment_.ratings[first].assessor; before != rating.assessor) {
    message += message::spelled_before(lang(), before);
  }
  error(code::duplicate_rating, at, places_[which].offset, clause_of(content(), reading::mean_over),
        std::move(message));
}

// The items without an α, those that should have none, and whether any may go without. Only now, as
// `not_applicable` may stand behind the ratings.
void strict_assessment_reader::check_items_rated(const path& service) {
  if (given_ == cells_.size() && assessment_.not_applicable.empty()) {
    return;  // the usual case: every item is rated
  }
  const json::key_names& ids = scheme_->service_ids;
  const path ratings = service.member("ratings");
  std::vector<bool> declared(ids.size());
  for (const auto& [item, reason] : assessment_.not_applicable) {
    declared[item] = true;
  }
  for (std::size_t r = 0; r < assessment_.ratings.size(); ++r) {
    if (places_[r].alphas == json::unknown) {
      continue;
    }
    const path rating = ratings.element(r);
    const path alphas = rating.member("alpha");
    for (std::size_t i = 0; i < ids.size(); ++i) {
      const alpha_cell& cell = cells_[r * ids.size() + i];
      const bool given = cell.is == alpha_cell::state::given;
      if (given && declared[i]) {
        error(code::not_applicable_rated, alphas.member(ids[i]), cell.offset,
              clause_of(content(), reading::not_applicable), message::not_applicable_rated(lang(), ids[i]));
      } else if (!given && !declared[i] && cell.is != alpha_cell::state::under_other_key) {
        error(code::missing_alpha, alphas.member(ids[i]),
              cell.is == alpha_cell::state::null ? cell.offset : places_[r].alphas, content().alpha_clause,
              message::missing_alpha(lang()));
      }
    }
  }

  const std::string_view clause = clause_of(content(), reading::not_applicable);
  const path declarations = service.member("not_applicable");
  const bool excluding = options_.excluding.value_or(scheme_->readings.values.excludes_not_applicable());
  for (std::size_t n = 0; n < not_applicable_at_.size() && !excluding; ++n) {
    const std::string_view id = ids[assessment_.not_applicable[n].first];
    error(code::not_applicable_refused, declarations.member(id), not_applicable_at_[n], clause,
          message::not_applicable_refused(lang(), id));
  }
  if (assessment_.not_applicable.size() == ids.size()) {
    error(code::nothing_applicable, declarations, declarations_offset_, clause, message::nothing_applicable(lang()));
  }
}

void strict_assessment_reader::read_management(value management, const path& at) {
  if (!expect(kind::object, management, at)) {
    return;
  }
  const json::key_names& keys = content().maturity ? keys::management_part : keys::management_without_maturity;
  bool has_levels = false;
  members(management, keys, at, [&](std::size_t index, const json::key& key, value member) {
    const path here = at.member(key.name);
    switch (index) {
      case keys::conformity:
        read_word(member, here, content().grades.clause, keys::conformity_words, assessment_.conformity);
        break;
      case keys::conformity_remarks:
        read_labelled(member, here, most_conformity_remarks, assessment_.conformity_remarks);
        break;
      case keys::qms_audit:
        read_word(member, here, qms_audit_clause_of(content()), keys::qms_audit_words, assessment_.qms_audit);
        break;
      case keys::levels:
        has_levels = true;
        read_levels(member, here);
        break;
      case keys::management_remarks:
        read_notes(member, here, content().maturity->table, scheme_->management_ids, assessment_.management_remarks,
                   false);
        break;
      default:
        unknown_member(key, member, at, keys);
    }
  });
  if (!has_levels && content().maturity && !told_.contains(at.member("levels").pointer())) {
    missing_member("levels", at, management.offset(), content().maturity->table.clause);
  }
}

void strict_assessment_reader::read_levels(value levels, const path& at) {
  if (!expect(kind::object, levels, at)) {
    return;
  }
  const json::key_names& ids = scheme_->management_ids;
  const item_table& table = content().maturity->table;
  assessment_.levels.resize(ids.size());
  std::vector<bool> given(ids.size());
  members(levels, ids, at, [&](std::size_t index, const json::key& key, value member) {
    if (index == json::unknown) {
      if (const auto meant = unknown_item(key, member, at, table, ids)) {
        given[*meant] = true;  // said once
      }
      return;
    }
    given[index] = true;
    read_level(member, at.member(key.name), index, table.clause);
  });
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (!given[i]) {
      error(code::missing_level, at.member(ids[i]), levels.offset(), table.clause, message::missing_level(lang()));
    }
  }
}

void strict_assessment_reader::read_level(value value, const path& at, std::size_t item, std::string_view clause) {
  if (value.kind() == kind::null) {
    value.word();
    error(code::missing_level, at, value.offset(), clause, message::missing_level(lang()));
    return;
  }
  const maturity_part& part = *content().maturity;
  if (!expect_number(value, at, [&](std::string_view text) { return cure_of_level(text, part, lang()); })) {
    return;
  }
  const auto whole = decimal::from(value.number(), 0);
  const auto level = whole ? maturity_level::from(whole->digits()) : std::nullopt;
  if (level) {
    assessment_.levels[item] = *level;
  } else {
    error(code::level_out_of_range, at, value.offset(), clause,
          message::level_out_of_range(lang(), value.text(), maturity_level::lowest, maturity_level::highest) +
              points_for_level(value.text(), part.table.items[item], lang()));
  }
}

void strict_assessment_reader::read_recorded(value recorded, const path& at) {
  if (!expect(kind::object, recorded, at)) {
    return;
  }
  recorded_result& result = assessment_.recorded.emplace();
  recorded_offsets& offsets = record_.recorded_at;
  const auto number = [&](value member, const path& here) -> std::optional<std::string> {
    if (!expect(kind::number, member, here)) {
      return std::nullopt;
    }
    static_cast<void>(member.number());  // it must be one; verify and regrade look at its value
    return std::string(member.text());
  };
  members(recorded, keys::recorded_result, at, [&](std::size_t index, const json::key& key, value member) {
    const path here = at.member(key.name);
    if (index < offsets.members.size()) {
      offsets.members[index] = member.offset();
    }
    switch (index) {
      case keys::recorded_score:
        result.service_score = number(member, here);
        break;
      case keys::recorded_total:
        result.management_total = number(member, here);
        break;
      case keys::recorded_level:
        result.management_level = number(member, here);
        break;
      case keys::recorded_grade:
        result.has_grade = true;
        if (member.kind() == kind::null) {
          member.word();
        } else {
          result.grade = read_string(member, here);
        }
        break;
      case json::unknown:
        unknown_member_or_pass(key, member, at, keys::recorded_result);
        break;
      default:  // readings
        if (!expect(kind::object, member, here)) {
          return;
        }
        members(member, all_reading_names(), here, [&](std::size_t which, const json::key& name, value word) {
          if (which == json::unknown) {
            unknown_member_or_pass(name, word, here, all_reading_names());
          } else if (auto text = read_string(word, here.member(name.name))) {
            result.readings.emplace_back(name.name, std::move(*text));
            offsets.readings.push_back(word.offset());
          }
        });
    }
  });
}

// Errors that hold whatever the scheme; the others are told of the items of a scheme that is loaded.
bool holds_for_any_scheme(const finding& finding) {
  switch (finding.code) {
    case code::unknown_item:
    case code::missing_alpha:
    case code::missing_level:
    case code::nothing_applicable:
      return false;
    default:
      return true;
  }
}

// Whether the document is a result of `grade` in which something is amiss.
bool is_of_result(const findings& errors) {
  return std::ranges::any_of(errors, [](const finding& each) {
    return each.code == code::unknown_key && keys::of_results.find(each.where.substr(1)) != json::unknown;
  });
}

}  // namespace

assessment_reader::assessment_reader(const scheme_catalog& catalog, reader_options options)
    : catalog_(&catalog), options_(std::move(options)) {}

void assessment_reader::read(const json::padded_text& text, std::size_t first_line, record& record) {
  if (read_fast(*catalog_, text, options_.under, record)) {
    remark_on_date(record, record.scheme->content, options_.lang);
    place(record.remarks, text.text, first_line);
    return;
  }
  read_strictly(text, record);
  const json::slips slips(text.text, record.errors);
  if (slips.meant()) {
    read_strictly(*slips.meant(), record);
    record.remarks.clear();
    if (is_of_result(record.errors)) {
      record.errors.clear();  // they would be of every other member, too
    }
  }
  slips.add_to(record.errors, options_.lang);
  place(record.errors, text.text, first_line);
  place(record.remarks, text.text, first_line);
}

void assessment_reader::read_strictly(const json::padded_text& text, record& record) {
  const loaded_scheme* named = nullptr;
  const loaded_scheme* used = nullptr;
  bool knows_items = true;
  const auto read_with = [&](const loaded_scheme& scheme) {
    strict_assessment_reader reader(*catalog_, options_, scheme, record, cells_);
    documents_.read(text, record.errors, options_.lang, [&](json::value root) { reader.read(root); });
    named = reader.named();
    used = reader.used();
    record.own = reader.own();
    knows_items = reader.knows_items();
  };
  read_with(catalog_->first());
  if (named != nullptr && named != used) {
    read_with(*named);  // its name stood behind what needed it
  }
  record.scheme = named;
  if (!knows_items) {
    record.errors.remove_if([&](const finding& each) { return !holds_for_any_scheme(each); });
  }
  record.lang = options_.lang;
}

}  // namespace tbsc94
