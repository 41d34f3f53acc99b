#include "schemes/scheme_diff.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <span>
#include <utility>

#include "schemes/scheme_diff_messages.hpp"
#include "schemes/scheme_parts.hpp"
#include "text/format.hpp"

namespace tbsc94 {

namespace {

using parts = std::span<const scheme_part>;

// A part of one scheme and its like in the other; null where there is none.
struct match {
  const scheme_part* before = nullptr;
  const scheme_part* after = nullptr;

  [[nodiscard]] bool is_in_both() const { return before != nullptr && after != nullptr; }
  // As far as it is in one, of its parts.
  [[nodiscard]] parts parts_before() const { return before != nullptr ? parts(before->parts) : parts(); }
  [[nodiscard]] parts parts_after() const { return after != nullptr ? parts(after->parts) : parts(); }
};

using parts_by_id = std::map<std::string_view, const scheme_part*>;

void add_to(parts_by_id& all, parts list) {
  for (const scheme_part& each : list) {
    all.emplace(each.id, &each);
  }
}

parts_by_id by_id(parts list) {
  parts_by_id all;
  add_to(all, list);
  return all;
}

bool is_in(parts list, const scheme_part* part) {
  const std::less<> less;
  return part != nullptr && !less(part, list.data()) && less(part, list.data() + list.size());
}

// Two lists, or two stretches of longer ones: the later parts in their order, and the earlier ones that have no like
// before what they stood before.
std::vector<match> matched_by_id(parts before, parts after, const parts_by_id& all_before,
                                 const parts_by_id& all_after) {
  std::vector<match> all;
  const auto remove_until = [&](const scheme_part* end) {
    for (; before.data() != end; before = before.subspan(1)) {
      if (!all_after.contains(before.front().id)) {
        all.push_back({&before.front(), nullptr});
      }
    }
  };
  for (const scheme_part& each : after) {
    const auto like = all_before.find(each.id);
    const scheme_part* earlier = like != all_before.end() ? like->second : nullptr;
    if (is_in(before, earlier)) {
      remove_until(earlier);
    }
    all.push_back({earlier, &each});
  }
  remove_until(before.data() + before.size());
  return all;
}

// Two lists in the order that every scheme has.
std::vector<match> matched_by_rank(parts before, parts after) {
  std::vector<match> all;
  while (!before.empty() || !after.empty()) {
    const bool has_before = !before.empty() && (after.empty() || before.front().rank <= after.front().rank);
    const bool has_after = !after.empty() && (before.empty() || after.front().rank <= before.front().rank);
    all.push_back({has_before ? &before.front() : nullptr, has_after ? &after.front() : nullptr});
    before = before.subspan(has_before ? 1 : 0);
    after = after.subspan(has_after ? 1 : 0);
  }
  return all;
}

std::size_t differing_fields(const scheme_part& before, const scheme_part& after) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < before.fields.size(); ++i) {
    count += before.fields[i].is_same(after.fields[i]) ? 0U : 1U;
  }
  return count;
}

// Two lists matched in their order, so that the fewest fields differ; a part without a like counts as half its fields.
// Of more than 1000 in both, each with the one at its place.
std::vector<match> aligned(parts before, parts after) {
  constexpr std::size_t most_cells = 1'000'000;
  const std::size_t rows = before.size();
  const std::size_t columns = after.size();
  std::vector<match> all;
  if (rows * columns > most_cells) {
    for (std::size_t i = 0; i < std::max(rows, columns); ++i) {
      all.push_back({i < rows ? &before[i] : nullptr, i < columns ? &after[i] : nullptr});
    }
    return all;
  }
  // Twice the fewest of all that stands from (i, j) on
  std::vector<std::size_t> fewest((rows + 1) * (columns + 1));
  const auto from = [&](std::size_t i, std::size_t j) -> std::size_t& { return fewest[i * (columns + 1) + j]; };
  constexpr auto never = static_cast<std::size_t>(-1);
  const auto matched = [&](std::size_t i, std::size_t j) {
    return i < rows && j < columns ? 2 * differing_fields(before[i], after[j]) + from(i + 1, j + 1) : never;
  };
  const auto removed = [&](std::size_t i, std::size_t j) {
    return i < rows ? before[i].fields.size() + from(i + 1, j) : never;
  };
  const auto added = [&](std::size_t i, std::size_t j) {
    return j < columns ? after[j].fields.size() + from(i, j + 1) : never;
  };
  for (std::size_t i = rows + 1; i-- > 0;) {
    for (std::size_t j = columns + (i < rows ? 1 : 0); j-- > 0;) {
      from(i, j) = std::min({matched(i, j), removed(i, j), added(i, j)});
    }
  }
  for (std::size_t i = 0, j = 0; i < rows || j < columns;) {
    const bool is_matched = from(i, j) == matched(i, j);
    const bool is_removed = !is_matched && from(i, j) == removed(i, j);
    all.push_back({is_matched || is_removed ? &before[i++] : nullptr, is_removed ? nullptr : &after[j++]});
  }
  return all;
}

// Parts without ids are matched in their order.
std::vector<match> matched(parts before, parts after) {
  if (const parts either = before.empty() ? after : before; !either.empty()) {
    if (either.front().id.empty()) {
      return aligned(before, after);
    }
    if (either.front().rank != 0) {
      return matched_by_rank(before, after);
    }
  }
  return matched_by_id(before, after, by_id(before), by_id(after));
}

class comparison {
 public:
  explicit comparison(language lang) : lang_(lang) {}

  void compare(const std::vector<match>& matches);
  [[nodiscard]] std::vector<scheme_change> all() && { return std::move(found_); }

 private:
  void compare(const match& match);
  void compare(const match& match, const part_field& before, const part_field& after);
  void order(const match& lists, const std::vector<match>& matches);
  void add(std::string_view code, const match& match, changed_value before, changed_value after,
           const std::string& what);

  language lang_;
  std::vector<scheme_change> found_;
};

// The parts, and the parts in them, which may have moved from one to another.
void comparison::compare(const std::vector<match>& matches) {
  parts_by_id before;
  parts_by_id after;
  for (const match& each : matches) {
    add_to(before, each.parts_before());
    add_to(after, each.parts_after());
  }
  for (const match& each : matches) {
    compare(each);
    const auto within = matched_by_id(each.parts_before(), each.parts_after(), before, after);
    if (each.is_in_both()) {
      order(each, within);
    }
    compare(within);
  }
}

void comparison::compare(const match& match) {
  if (match.is_in_both()) {
    for (std::size_t i = 0; i < match.before->fields.size(); ++i) {
      compare(match, match.before->fields[i], match.after->fields[i]);
    }
    return;
  }
  const bool is_added = match.before == nullptr;
  const scheme_part& part = is_added ? *match.after : *match.before;
  const std::string what((is_added ? message::added : message::removed).in(lang_));
  changed_value whole{part.place, {}};
  changed_value none;
  add(is_added ? "added" : "removed", match, is_added ? none : whole, is_added ? whole : none,
      part.detail.empty() ? what : message::with_detail(lang_, what, part.detail));
}

void comparison::compare(const match& match, const part_field& before, const part_field& after) {
  if (before.is_same(after)) {
    return;
  }
  const auto value = [](const scheme_part& part, const part_field& field) {
    return field.json.empty() ? changed_value() : changed_value{part.place + field.member, field.json};
  };
  const auto words = [&](const part_field& field) {
    return before.end == after.end ? field.words : formatted("{}{}", field.words, field.end);
  };
  add(before.code, match, value(*match.before, before), value(*match.after, after),
      before.moved != nullptr ? (*before.moved)(lang_, before.words, after.words)
                              : message::changed(lang_, after.label, words(before), words(after)));
}

// Whether the parts that both have stand in the same order in both.
void comparison::order(const match& lists, const std::vector<match>& matches) {
  std::vector<const scheme_part*> stay;
  for (const match& each : matches) {
    if (each.after != nullptr && is_in(lists.parts_before(), each.before)) {
      stay.push_back(each.before);
    }
  }
  const auto with_ids = [&](part_field field) {
    field.json = formatted("[{}]", joined(stay, ",", [](const scheme_part* part) { return json_of(part->id); }));
    field.words = joined(stay, message::between_ids.in(lang_), &scheme_part::id);
    return field;
  };
  const part_field later = with_ids(lists.after->order);
  std::ranges::sort(stay);
  compare(lists, with_ids(lists.before->order), later);
}

void comparison::add(std::string_view code, const match& match, changed_value before, changed_value after,
                     const std::string& what) {
  const scheme_part& earliest = match.before != nullptr ? *match.before : *match.after;
  const scheme_part& latest = match.after != nullptr ? *match.after : *match.before;
  found_.push_back(
      {.code = code,
       .part = earliest.kind,
       .id = earliest.id,
       .clause = latest.clause,
       .before = std::move(before),
       .after = std::move(after),
       .heading = latest.heading,
       .line = earliest.subject.empty() ? what : message::subject_and_change(lang_, earliest.subject, what)});
}

}  // namespace

std::vector<scheme_change> changes(const scheme& before, const scheme& after, language lang) {
  const bool with_maturity = before.maturity && after.maturity;
  const auto lists_before = parts_of(before, with_maturity, lang);
  const auto lists_after = parts_of(after, with_maturity, lang);
  comparison found(lang);
  for (std::size_t i = 0; i < lists_before.size(); ++i) {
    found.compare(matched(lists_before[i], lists_after[i]));
  }
  return std::move(found).all();
}

}  // namespace tbsc94
