#include "reading/scheme_items_reader.hpp"

#include <optional>
#include <utility>
#include <vector>

#include "json/messages.hpp"
#include "reading/scheme_part_reader.hpp"

namespace tbsc94 {

namespace {

// Of the items of one appendix.
class scheme_items_reader : scheme_part_reader {
 public:
  scheme_items_reader(item_table& into, findings& errors, language lang)
      : scheme_part_reader(errors, lang), table_(into) {}

  void read_service(value service, const path& at, std::string& mean_clause);
  void read_chapters(value chapters, const path& at) { read_groups(chapters, at, nullptr); }

 private:
  // A number that others have to agree with, and where it stands.
  struct stated_number {
    std::optional<decimal> number;
    std::size_t offset = 0;
  };
  auto stated_into(stated_number& into) {
    return [this, &into](value v, const path& at) { into = {read_number(v, at, item_table::most_places), v.offset()}; };
  }

  // The groups of an appendix, each with its items. Characteristics state their own points, with `totals`; the items
  // of chapters have references.
  void read_groups(value groups, const path& at, std::vector<stated_number>* totals);
  void read_item(value object, const path& at, bool with_reference);
  void check_sum(const path& at, std::size_t first, std::size_t last, const stated_number& stated);

  item_table& table_;
};

void scheme_items_reader::read_service(value service, const path& at, std::string& mean_clause) {
  stated_number stated;
  std::vector<stated_number> totals;
  read_object(service, at,
              {{"clause", true, text_into(table_.clause)},
               {"mean_clause", false, text_into(mean_clause)},
               {"points_due", true, stated_into(stated)},
               {"characteristics", true, [&](value v, const path& here) { read_groups(v, here, &totals); }}});
  for (std::size_t g = 0; g < totals.size(); ++g) {
    const path groups = at.member("characteristics");
    const item_group& group = table_.groups[g];
    check_sum(groups.element(g), group.first, group.first + group.count, totals[g]);
  }
  check_sum(at, 0, table_.items.size(), stated);
}

void scheme_items_reader::check_sum(const path& at, std::size_t first, std::size_t last, const stated_number& stated) {
  if (!stated.number) {
    return;
  }
  std::uint64_t sum = 0;
  for (std::size_t i = first; i < last; ++i) {
    sum += table_.items[i].points_due.digits();
  }
  if (const decimal total(sum, item_table::most_places); total != *stated.number) {
    inconsistent(at.member("points_due"), stated.offset,
                 message::points_do_not_add_up(lang(), total.shortest(), stated.number->shortest()));
  }
}

void scheme_items_reader::read_groups(value groups, const path& at, std::vector<stated_number>* totals) {
  table_.places = item_table::most_places;
  std::size_t items = 0;
  const auto read_items = [&](value list, const path& here) {
    const auto read_one = [&](std::size_t, value item, const path& element) {
      if (++items <= item_table::most_items) {
        read_item(item, element, totals == nullptr);
      } else {
        check_all(item, element);
      }
    };
    read_list(list, here, read_one, static_cast<std::size_t>(-1));
  };
  read_list(groups, at, [&](std::size_t, value object, const path& here) {
    item_group group;
    group.first = table_.items.size();
    if (totals != nullptr) {
      read_object(object, here,
                  {{"id", true, word_into(group.id)},
                   {"name", true, names_into(group.name)},
                   {"points_due", true, stated_into(totals->emplace_back())},
                   {"items", true, read_items}});
    } else {
      read_object(
          object, here,
          {{"id", true, word_into(group.id)}, {"name", true, names_into(group.name)}, {"items", true, read_items}});
    }
    group.count = table_.items.size() - group.first;
    table_.groups.push_back(group);
  });
  if (items > item_table::most_items) {
    error(code::too_large, at, groups.offset(), {}, message::too_many_entries(lang(), item_table::most_items));
  }
}

void scheme_items_reader::read_item(value object, const path& at, bool with_reference) {
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
  if (table_.find(item.id)) {
    inconsistent(at.member("id"), object, message::given_twice(lang(), item.id));
  }
  if (due == decimal(0)) {
    inconsistent(at.member("points_due"), object, message::points_not_positive(lang()));
  }
  item.points_due = due.value_or(decimal(0, item_table::most_places));
  table_.items.push_back(std::move(item));
}

}  // namespace

void read_service_part(json::value service, const json::path& at, scheme& into, findings& errors, language lang) {
  scheme_items_reader(into.service, errors, lang).read_service(service, at, into.mean_clause);
}

void read_chapters(json::value chapters, const json::path& at, item_table& into, findings& errors, language lang) {
  scheme_items_reader(into, errors, lang).read_chapters(chapters, at);
}

}  // namespace tbsc94
