#include "reading/scheme_part_reader.hpp"

#include <algorithm>
#include <bitset>

#include "json/messages.hpp"
#include "tbsc94/verdict.hpp"
#include "text/comparison_key.hpp"
#include "text/encoding.hpp"

namespace tbsc94 {

namespace {

// The largest number in a scheme, be it points due, a total or a limit.
constexpr std::uint64_t largest_number = item_table::most_points;
static_assert(largest_number == grade_table::most_points && shown_score::places == grade_table::most_places);

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

}  // namespace

void scheme_part_reader::read_object(value object, const path& at, std::initializer_list<member_rule> rules) {
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

void scheme_part_reader::read_list(value list, const path& at, const element_reader& read, std::size_t most) {
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

bool scheme_part_reader::is_named(std::string_view name, const path& at, std::size_t offset) {
  if (cannot_be_seen(name)) {
    inconsistent(at, offset, message::word_empty(lang()));
    return false;
  }
  return true;
}

std::string scheme_part_reader::read_word(value v, const path& at) {
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

std::optional<decimal> scheme_part_reader::read_number(value number, const path& at, unsigned places) {
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

std::optional<maturity_level> scheme_part_reader::read_level(value number, const path& at) {
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

}  // namespace tbsc94
