#include "reading/management_part_reader.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "json/messages.hpp"
#include "reading/assessment_members.hpp"
#include "reading/assessment_part_reader.hpp"
#include "reading/cure_messages.hpp"
#include "reading/cures.hpp"
#include "text/nearest.hpp"

namespace tbsc94 {

namespace {

namespace keys = assessment_keys;

class management_part_reader : assessment_part_reader {
 public:
  management_part_reader(const loaded_scheme& scheme, record& into, language lang)
      : assessment_part_reader(scheme, into, lang), assessment_(into.assessment) {}

  void read(value management, const path& at);

 private:
  template <class Choices, class Choice>
  void read_word(value value, const path& at, std::string_view clause, const Choices& words,
                 std::optional<Choice>& into);
  void read_levels(value levels, const path& at);
  void read_level(value value, const path& at, std::size_t item, std::string_view clause);

  assessment& assessment_;
};

void management_part_reader::read(value management, const path& at) {
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
        read_remarks(member, here, content().maturity->table, used_scheme().management_ids,
                     assessment_.management_remarks);
        break;
      default:
        unknown_member(key, member, at, keys);
    }
  });
  if (!has_levels && content().maturity) {
    missing_member("levels", at, management.offset(), content().maturity->table.clause);
  }
}

bool is_near_miss(std::string_view word, std::string_view known) {
  return find_nearest(word, std::span(&known, 1)).near_miss;
}

template <class Choices, class Choice>
void management_part_reader::read_word(value value, const path& at, std::string_view clause, const Choices& words,
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

void management_part_reader::read_levels(value levels, const path& at) {
  if (!expect(kind::object, levels, at)) {
    return;
  }
  const json::key_names& ids = used_scheme().management_ids;
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

void management_part_reader::read_level(value value, const path& at, std::size_t item, std::string_view clause) {
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

}  // namespace

void read_management(json::value management, const json::path& at, const loaded_scheme& scheme, record& into,
                     language lang) {
  management_part_reader(scheme, into, lang).read(management, at);
}

}  // namespace tbsc94
