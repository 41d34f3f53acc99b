#include "reading/place_words.hpp"

#include <algorithm>
#include <charconv>
#include <span>

#include "json/messages.hpp"
#include "json/path.hpp"

namespace tbsc94 {

namespace {

constexpr phrase<std::string_view, std::string_view, std::string_view> item_of_group{"{} {}·{}", "{} {} · {}"};
constexpr phrase<std::size_t> rating_alone{"第 {} 份测评", "rating {}"};
constexpr phrase<std::size_t, std::string_view> rating_by{"第 {} 份测评（{}）", "rating {} ({})"};
constexpr phrase<std::string_view, std::string_view> item_of_rating{"{}条目 {}", "{}, item {}"};
constexpr phrase<std::string_view> service_item{"条目 {}", "item {}"};
constexpr phrase<std::string_view> management_item{"管理要求条目 {}", "management item {}"};
constexpr phrase<> declared_not_applicable{"不适用声明（not_applicable）", "declared not_applicable"};
constexpr phrase<std::string_view, std::string_view> member_named{"{}（{}）", "{} ({})"};
constexpr phrase<std::string_view> member_unnamed{"“{}”", "\"{}\""};
constexpr phrase<std::string_view, std::string_view> member_of{"{}的{}", "{}, {}"};
constexpr phrase<std::string_view> at_top{"最外层的{}", "at the top, {}"};
constexpr phrase<std::size_t> nth_entry{"第 {} 项", "entry {}"};
constexpr std::array<std::pair<std::string_view, phrase<std::size_t>>, 6> nth_names{
    {{"bands", {"第 {} 段", "band {}"}},
     {"chapters", {"第 {} 章", "chapter {}"}},
     {"characteristics", {"第 {} 项服务特性指标", "characteristic {}"}},
     {"grades", {"第 {} 个级别", "grade {}"}},
     {"items", {"第 {} 个条目", "item {}"}},
     {"rows", {"第 {} 行", "row {}"}}}};

using steps = std::span<const std::string>;

template <class Names>
auto name_among(const Names& names, std::string_view key) {
  const auto found = std::ranges::find(names, key, [](const auto& each) { return each.first; });
  return found == names.end() ? nullptr : &found->second;
}

const phrase<>* name_of(std::string_view key) { return name_among(message::member_names, key); }

std::string member_words(std::string_view key, language lang, const phrase<>* name) {
  return name == nullptr         ? member_unnamed(lang, key)
         : name->in(lang) == key ? std::string(key)
                                 : member_named(lang, name->in(lang), key);
}

std::string member_words(std::string_view key, language lang) { return member_words(key, lang, name_of(key)); }

std::optional<std::size_t> index_in(std::string_view step) {
  std::size_t index = 0;
  const auto [end, error] = std::from_chars(step.data(), step.data() + step.size(), index);
  return error == std::errc() && end == step.data() + step.size() ? std::optional(index) : std::nullopt;
}

std::string rating_words(std::string_view index, const std::vector<rating>& ratings, language lang) {
  constexpr std::size_t longest_name = 24;  // characters
  std::size_t number = 0;
  std::from_chars(index.data(), index.data() + index.size(), number);
  const std::string_view name = number < ratings.size() ? std::string_view(ratings[number].assessor) : "";
  const std::string_view begin = encoding::first_code_points(name, longest_name);
  const std::string shown = std::string(begin) + (begin.size() < name.size() ? "…" : "");
  return name.empty() ? rating_alone(lang, number + 1) : rating_by(lang, number + 1, shown);
}

// The object that the first steps lead to, which are taken away: a rating, an item of one, another item, a section.
std::string take_section(steps& way, const scheme* scheme, const std::vector<rating>& ratings, language lang) {
  const bool is_service = way[0] == "service";
  const item_table* const table = scheme == nullptr  ? nullptr
                                  : is_service       ? &scheme->service
                                  : scheme->maturity ? &scheme->maturity->table
                                                     : nullptr;
  if (way.size() > 2 && is_service && way[1] == "ratings") {
    const std::string rating = rating_words(way[2], ratings, lang);
    const bool has_item = way.size() > 4 && way[3] == "alpha";
    std::string words = has_item ? item_of_rating(lang, rating, full_item_name(table, way[4], lang)) : rating;
    way = way.subspan(has_item ? 5 : 3);
    return words;
  }
  const bool has_items = way.size() > 2 && (way[0] == "management" || is_service) &&
                         (way[1] == "levels" || way[1] == "remarks" || way[1] == "not_applicable");
  if (has_items) {
    const std::string item = full_item_name(table, way[2], lang);
    std::string words = is_service ? service_item(lang, item) : management_item(lang, item);
    if (way[1] != "levels") {
      words =
          member_of(lang, words,
                    way[1] == "remarks" ? member_words(way[1], lang) : std::string(declared_not_applicable.in(lang)));
    }
    way = way.subspan(3);
    return words;
  }
  const bool is_within = way.size() > 1 && (way[0] == "management" || is_service) && name_of(way[1]) != nullptr;
  std::string words = member_words(way[is_within ? 1 : 0], lang);
  way = way.subspan(is_within ? 2 : 1);
  return words;
}

}  // namespace

std::string full_item_name(const item_table& table, std::size_t item, language lang) {
  const tbsc94::item& of = table.items[item];
  return item_of_group(lang, of.id, in(lang, table.groups[table.group_of(item)].name), in(lang, of.name));
}

std::string full_item_name(const item_table* table, std::string_view id, language lang) {
  const auto item = table == nullptr ? std::nullopt : table->find(id);
  return item ? full_item_name(*table, *item, lang) : std::string(id);
}

std::string place_words(std::string_view pointer, const scheme* scheme, const std::vector<rating>& ratings,
                        language lang) {
  const std::vector<std::string> all = json::steps_of(pointer);
  steps way(all);
  if (way.size() > 1 && way[0] == "assessment") {  // within a result of `grade`
    way = way.subspan(1);
  }
  if (way.empty()) {
    return "";
  }
  if (name_of(way[0]) == nullptr) {
    const std::string place = document_place(pointer, lang);
    return way.size() == all.size() ? at_top(lang, place) : place;
  }
  std::string words = take_section(way, scheme, ratings, lang);
  for (const std::string& each : way) {
    words = member_of(lang, words, member_words(each, lang));
  }
  return words;
}

std::string_view member_name(std::string_view key, language lang) {
  const phrase<>* const name = name_of(key);
  return name == nullptr ? key : name->in(lang);
}

std::string document_place(std::string_view pointer, language lang) {
  const std::vector<std::string> way = json::steps_of(pointer);
  if (way.size() > 1 && way[0] == "assessment" && name_of(way[1]) != nullptr) {
    return place_words(pointer, nullptr, {}, lang);
  }
  std::string words;
  for (std::size_t i = 0; i < way.size(); ++i) {
    const auto index = index_in(i + 1 < way.size() ? std::string_view(way[i + 1]) : std::string_view());
    const auto* const nth = index ? name_among(nth_names, way[i]) : nullptr;
    const phrase<>* const further = name_among(message::further_names, way[i]);
    std::string step = nth != nullptr ? (*nth)(lang, *index + 1)
                                      : member_words(way[i], lang, further != nullptr ? further : name_of(way[i]));
    if (index && nth == nullptr) {
      step = member_of(lang, step, nth_entry(lang, *index + 1));
    }
    i += index ? 1U : 0U;
    words = words.empty() ? step : member_of(lang, words, step);
  }
  return words;
}

std::string document_errors(const findings& errors, std::string_view file, language lang) {
  return to_lines(errors, file, lang, [&](std::string_view pointer) { return document_place(pointer, lang); });
}

std::string error_lines(const record& record, std::string_view file, language lang) {
  const scheme* const scheme = record.scheme == nullptr ? nullptr : &record.scheme->content;
  return to_lines(record.errors, file, lang, [&](std::string_view pointer) {
    return place_words(pointer, scheme, record.assessment.ratings, lang);
  });
}

}  // namespace tbsc94
