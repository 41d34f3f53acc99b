#include "reading/assessment_part_reader.hpp"

#include "json/messages.hpp"
#include "reading/cure_messages.hpp"
#include "reading/cures.hpp"
#include "text/nearest.hpp"

namespace tbsc94 {

void assessment_part_reader::unknown_member(const json::key& key, value member, const path& at,
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

void assessment_part_reader::missing_member(std::string_view name, const path& at, std::size_t offset,
                                            std::string_view clause) {
  if (!told_.contains(at.member(name).pointer())) {
    strict_reader::missing_member(name, at, offset, clause);
  }
}

std::optional<std::size_t> assessment_part_reader::unknown_item(const json::key& key, value member, const path& at,
                                                                const item_table& table, const json::key_names& ids) {
  const auto likely = likely_item(key.name, table);
  error(code::unknown_item, at.member(key.name), key.offset, table.clause,
        likely ? message::item_meant(lang(), key.name, ids[*likely])
               : message::unknown_item(lang(), key.name, ids[0], ids[ids.size() - 1]));
  check_all(member, at.member(key.name));
  return likely;
}

bool assessment_part_reader::is_of_items(value object, const path& at, const json::key_names& ids) {
  if (object.kind() != kind::object) {
    refuse_type(kind::object, object, at, message::notes_expected(lang(), ids[0]));
    return false;
  }
  return true;
}

void assessment_part_reader::read_remarks(value remarks, const path& at, const item_table& table,
                                          const json::key_names& ids, std::vector<item_note>& into) {
  notes(remarks, at, table, ids, [&](std::size_t index, const json::key& key, value member) {
    into.emplace_back(index, read_string(member, at.member(key.name)).value_or(""));
  });
}

void assessment_part_reader::read_labelled(value texts, const path& at, std::size_t most,
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

}  // namespace tbsc94
