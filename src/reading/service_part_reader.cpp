#include "reading/service_part_reader.hpp"

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "checking/binary64.hpp"
#include "json/messages.hpp"
#include "reading/assessment_members.hpp"
#include "reading/assessment_part_reader.hpp"
#include "reading/cure_messages.hpp"
#include "reading/cures.hpp"
#include "reading/rater_names.hpp"
#include "text/comparison_key.hpp"

namespace tbsc94 {

namespace {

namespace keys = assessment_keys;

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

class service_part_reader : assessment_part_reader {
 public:
  service_part_reader(const loaded_scheme& scheme, bool excluding, record& into, language lang)
      : assessment_part_reader(scheme, into, lang),
        ids_(scheme.service_ids),
        excluding_(excluding),
        record_(into),
        assessment_(into.assessment) {
    cells_.reserve(assessment_.alphas.capacity());  // what the documents before needed
  }

  void read(value service, const path& at);

 private:
  // What a rating says of one item; the offset is of its key, or of the `null` in place of a value.
  struct alpha_cell {
    enum class state : std::uint8_t { absent, null, given, under_other_key };
    state is = state::absent;
    std::size_t offset = 0;
  };

  void read_reasons(value reasons, const path& at);
  void read_ratings(value ratings, const path& at);
  void read_rating(value rating, const path& at);
  std::string read_rater_name(value value, const path& at, code when_blank, std::string_view message);
  void read_alphas(value alphas, const path& at, std::span<alpha_cell> cells, std::span<alpha> into);
  void read_alpha(value value, const path& at, std::size_t item, alpha_cell& cell, alpha& into);
  void remark_on_double(value value, const path& at, const numeral& number, const alpha& read);
  void check_raters(const path& at);
  void rated_twice(std::size_t which, std::size_t first, const path& at);
  void check_items_rated(const path& service);
  void check_exclusions(const path& declarations);

  const json::key_names& ids_;
  bool excluding_;
  record& record_;
  assessment& assessment_;

  std::vector<alpha_cell> cells_;  // ratings × service items
  std::size_t given_ = 0;          // how many of them are given
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

void service_part_reader::read(value service, const path& at) {
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
        read_reasons(member, here);
        break;
      case keys::service_remarks:
        read_remarks(member, here, content().service, ids_, assessment_.service_remarks);
        break;
      default:
        unknown_member(key, member, at, keys::service_part);
    }
  });
  if (!has_ratings) {
    missing_member("ratings", at, service.offset(), clause_of(content(), reading::mean_over));
  }
  check_items_rated(at);
}

void service_part_reader::read_reasons(value reasons, const path& at) {
  notes(reasons, at, content().service, ids_, [&](std::size_t index, const json::key& key, value member) {
    const path here = at.member(key.name);
    auto text = read_string(member, here);
    not_applicable_at_.push_back(key.offset);
    if (text && text->find_first_not_of(" \t\r\n") == std::string::npos) {
      remark(code::reason_empty, here, member.offset(), clause_of(content(), reading::not_applicable),
             message::reason_empty(lang(), key.name));
    }
    assessment_.not_applicable.emplace_back(index, std::move(text).value_or(""));
  });
}

void service_part_reader::read_ratings(value ratings, const path& at) {
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

void service_part_reader::read_rating(value rating, const path& at) {
  const std::size_t items = ids_.size();
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
  if (!has_alpha) {
    missing_member("alpha", at, rating.offset(), content().alpha_clause);
  }
}

// A name of which nothing can be seen names nobody.
std::string service_part_reader::read_rater_name(value value, const path& at, code when_blank,
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

void service_part_reader::read_alphas(value alphas, const path& at, std::span<alpha_cell> cells,
                                      std::span<alpha> into) {
  members(alphas, ids_, at, [&](std::size_t index, const json::key& key, value member) {
    if (index == json::unknown) {
      const auto meant = unknown_item(key, member, at, content().service, ids_);
      if (meant && cells[*meant].is == alpha_cell::state::absent) {
        cells[*meant].is = alpha_cell::state::under_other_key;
      }
      return;
    }
    cells[index].offset = key.offset;
    read_alpha(member, at.member(key.name), index, cells[index], into[index]);
  });
}

void service_part_reader::read_alpha(value value, const path& at, std::size_t item, alpha_cell& cell, alpha& into) {
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

// A spreadsheet or a script may have written 0.95 as the double that stands for it.
void service_part_reader::remark_on_double(value value, const path& at, const numeral& number, const alpha& read) {
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

// One name in two spellings is one, with a remark; an assessor rates once an occasion (5.1.2).
void service_part_reader::check_raters(const path& at) {
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

void service_part_reader::rated_twice(std::size_t which, std::size_t first, const path& at) {
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
void service_part_reader::check_items_rated(const path& service) {
  if (given_ == cells_.size() && assessment_.not_applicable.empty()) {
    return;  // the usual case: every item is rated
  }
  const path ratings = service.member("ratings");
  std::vector<bool> declared(ids_.size());
  for (const auto& [item, reason] : assessment_.not_applicable) {
    declared[item] = true;
  }
  for (std::size_t r = 0; r < assessment_.ratings.size(); ++r) {
    if (places_[r].alphas == json::unknown) {
      continue;
    }
    const path rating = ratings.element(r);
    const path alphas = rating.member("alpha");
    for (std::size_t i = 0; i < ids_.size(); ++i) {
      const alpha_cell& cell = cells_[r * ids_.size() + i];
      const bool given = cell.is == alpha_cell::state::given;
      if (given && declared[i]) {
        error(code::not_applicable_rated, alphas.member(ids_[i]), cell.offset,
              clause_of(content(), reading::not_applicable), message::not_applicable_rated(lang(), ids_[i]));
      } else if (!given && !declared[i] && cell.is != alpha_cell::state::under_other_key) {
        error(code::missing_alpha, alphas.member(ids_[i]),
              cell.is == alpha_cell::state::null ? cell.offset : places_[r].alphas, content().alpha_clause,
              message::missing_alpha(lang()));
      }
    }
  }
  check_exclusions(service.member("not_applicable"));
}

// Whether items may go without an α at all.
void service_part_reader::check_exclusions(const path& declarations) {
  const std::string_view clause = clause_of(content(), reading::not_applicable);
  for (std::size_t n = 0; n < not_applicable_at_.size() && !excluding_; ++n) {
    const std::string_view id = ids_[assessment_.not_applicable[n].first];
    error(code::not_applicable_refused, declarations.member(id), not_applicable_at_[n], clause,
          message::not_applicable_refused(lang(), id));
  }
  if (assessment_.not_applicable.size() == ids_.size()) {
    error(code::nothing_applicable, declarations, declarations_offset_, clause, message::nothing_applicable(lang()));
  }
}

}  // namespace

void read_service(json::value service, const json::path& at, const loaded_scheme& scheme, bool excluding, record& into,
                  language lang) {
  service_part_reader(scheme, excluding, into, lang).read(service, at);
}

}  // namespace tbsc94
