#include "reading/cures.hpp"

#include <algorithm>
#include <array>

#include "json/meant_value.hpp"
#include "reading/cure_messages.hpp"
#include "reading/place_words.hpp"
#include "tbsc94/decimal.hpp"
#include "text/comparison_key.hpp"
#include "text/format.hpp"
#include "text/nearest.hpp"

namespace tbsc94 {

namespace {

constexpr decimal one(1);

bool names(const bilingual& name, std::string_view key) {
  return comparison_key(name.zh) == key || comparison_key(name.en) == key;
}

// Small letters and digits alone, dashes and slashes apart.
std::string plain_key(std::string_view name) {
  std::string key = lookalike_key(name);
  std::erase_if(key, [](char c) { return c == '-' || c == '/' || c == '_' || c == '.'; });
  return key;
}

// Whether a description of a level begins so: "优化级", "Optimizing".
bool describes(const bilingual& description, std::string_view key) {
  constexpr std::size_t fewest = 4;  // bytes
  const std::string_view word = key.ends_with("级") ? key.substr(0, key.size() - std::string_view("级").size()) : key;
  return word.size() >= fewest &&
         (comparison_key(description.zh).starts_with(word) || comparison_key(description.en).starts_with(word));
}

// The number of a level that is written as "成熟度3级", "L3" or "III".
std::string level_number(std::string_view key) {
  for (const std::string_view before : {"成熟度", "等级", "level", "l", "第"}) {
    key.remove_prefix(key.starts_with(before) ? before.size() : 0);
  }
  const std::string_view unit = "级";
  const std::string_view bare = key.ends_with(unit) ? key.substr(0, key.size() - unit.size()) : key;
  constexpr std::array<std::string_view, 5> roman{"i", "ii", "iii", "iv", "v"};
  const auto level = std::ranges::find(roman, bare);
  return level != roman.end() ? std::to_string(level - roman.begin() + 1) : meant_number(key);
}

std::optional<decimal> read_decimal(std::string_view number) {
  const auto read = read_numeral(number);
  return read ? decimal::from(*read, 4) : std::nullopt;
}

std::string divided(const decimal& by, const decimal& into) {
  constexpr unsigned places = 4;
  return (fraction(by) / fraction(into)).rounded(places).shortest();
}

}  // namespace

std::string cure_of_alpha(std::string_view text, const scheme& scheme, std::size_t item, language lang) {
  const std::string key = comparison_key(text);
  if (key.empty()) {
    return message::alpha_empty(lang);
  }
  for (const std::string_view none : {"/", "-", "—", "无", "n/a", "na", "不适用"}) {
    if (key == none) {
      return message::not_applicable_mark(lang, text);
    }
  }
  for (const likert_band& band : scheme.likert) {
    if (names(band.name, key)) {
      const auto& range = &band == &scheme.likert.front() ? message::first_band : message::later_band;
      return message::band_for_alpha(lang, text, range(lang, band.from.shortest(), band.to.shortest()));
    }
  }
  std::string number = meant_number(text);
  if (const auto value = read_decimal(number); value && *value > one) {
    const bool is_points = *value <= scheme.service.items[item].points_due;
    number = is_points                ? divided(*value, scheme.service.items[item].points_due)
             : *value <= decimal(100) ? divided(*value, decimal(100))
                                      : std::string();
  }
  return number.empty() ? message::no_alpha(lang, text) : message::write_number(lang, text, number);
}

std::string cure_of_level(std::string_view text, const maturity_part& part, language lang) {
  const std::string key = comparison_key(text);
  if (key.empty()) {
    return message::level_empty(lang);
  }
  for (std::size_t i = 0; i < part.levels.size(); ++i) {
    if (names(part.levels[i].name, key) || describes(part.levels[i].description, key)) {
      return message::write_number(lang, text, std::to_string(i + 1));
    }
  }
  const std::string number = level_number(key);
  return number.empty() ? message::no_level(lang, text) : message::write_number(lang, text, number);
}

std::string points_for_alpha(std::string_view number, const item& item, language lang) {
  const auto points = read_decimal(number);
  return points && *points > one && *points <= item.points_due
             ? message::alpha_from_points(lang, item.points_due.shortest(), points->shortest(),
                                          divided(*points, item.points_due))
             : "";
}

std::string points_for_level(std::string_view number, const item& item, language lang) {
  const auto points = read_decimal(number);
  if (!points || *points <= decimal(maturity_level::highest)) {
    return {};
  }
  const fraction each = fraction(item.points_due) / fraction(decimal(maturity_level::highest));
  std::string words = message::level_points(lang, item.points_due.shortest(), each.rounded(2).shortest());
  for (unsigned level = maturity_level::lowest; level <= maturity_level::highest; ++level) {
    if (fraction(*points) == each * fraction(decimal(level))) {
      words += message::level_from_points(lang, points->shortest(), std::to_string(level));
    }
  }
  return words;
}

std::optional<std::string_view> likely_member(std::string_view key, const json::key_names& known) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 46> others{
      {{"机构名称", "organization"},
       {"企业名称", "organization"},
       {"单位名称", "organization"},
       {"公司名称", "organization"},
       {"认证委托人", "organization"},
       {"受审核方", "organization"},
       {"方案", "scheme"},
       {"记录编号", "id"},
       {"日期", "date"},
       {"测评日期", "date"},
       {"符合性", "conformity"},
       {"等级", "levels"},
       {"服务", "service"},
       {"管理", "management"},
       {"测评", "ratings"},
       {"测评员", "assessor"},
       {"体验系数", "alpha"},
       {"受审核组织", "organization"},
       {"组织", "organization"},
       {"企业", "organization"},
       {"company", "organization"},
       {"项目编号", "id"},
       {"合同编号", "id"},
       {"审核日期", "date"},
       {"评审日期", "date"},
       {"符合性审查", "conformity"},
       {"符合性审查结论", "conformity"},
       {"成熟度", "levels"},
       {"管理成熟度", "levels"},
       {"服务特性", "service"},
       {"测评记录", "ratings"},
       {"测评人", "assessor"},
       {"评价员", "assessor"},
       {"评价人员", "assessor"},
       {"审核员", "assessor"},
       {"姓名", "assessor"},
       {"name", "assessor"},
       {"场次", "occasion"},
       {"测评时间", "occasion"},
       {"time", "occasion"},
       {"α", "alpha"},
       {"得分", "alpha"},
       {"不适用", "not_applicable"},
       {"详情", "details"},
       {"基本信息", "details"},
       {"体系审核", "qms_audit"}}};
  const std::string written = comparison_key(key);
  const auto find = [&](const auto& names, const auto& name_of) -> std::optional<std::string_view> {
    for (const auto& each : names) {
      const auto [name, member] = name_of(each);
      if (comparison_key(name) == written && known.find(member) != json::unknown) {
        return member;
      }
    }
    return std::nullopt;
  };
  using names = std::pair<std::string_view, std::string_view>;
  const auto found =
      find(message::member_names, [](const auto& each) { return names(each.second.in(language::zh), each.first); });
  return found ? found : find(others, [](const auto& each) { return each; });
}

std::optional<std::size_t> likely_item(std::string_view key, const item_table& table) {
  std::string written = comparison_key(key);
  for (const std::string_view mark : {",", "-", "·", "、", "_", "。"}) {  // 1，1 and 1-1
    for (std::size_t at = written.find(mark); at != std::string::npos; at = written.find(mark, at)) {
      written.replace(at, mark.size(), ".");
    }
  }
  const std::size_t begin = std::min(written.find_first_of("123456789"), written.size());
  const std::size_t end = std::min(written.find_first_not_of("0123456789.", begin), written.size());
  std::string id = written.substr(begin, end - begin);
  while (id.ends_with('.')) {
    id.pop_back();
  }
  if (id.size() == 2) {
    id.insert(1, 1, '.');  // 11
  }
  if (const auto item = table.find(id)) {
    return item;
  }
  std::optional<std::size_t> found;
  for (std::size_t i = 0; i < table.items.size(); ++i) {
    if (names(table.items[i].name, written)) {
      if (found) {
        return std::nullopt;  // 人员 is the name of six
      }
      found = i;
    }
  }
  return found;
}

std::string cure_of_name(std::string_view name, std::span<const std::string_view> loaded, language lang) {
  const std::string key = plain_key(name);
  const auto same = std::ranges::find_if(loaded, [&](std::string_view each) { return plain_key(each) == key; });
  const auto likely = same != loaded.end() ? std::optional(*same) : find_likely(name, loaded);
  if (!likely) {
    return {};
  }
  std::string words;
  constexpr std::array<std::pair<std::string_view, std::string_view>, 7> dashes{{{"‐", "U+2010"},
                                                                                 {"‑", "U+2011"},
                                                                                 {"–", "U+2013"},
                                                                                 {"—", "U+2014"},
                                                                                 {"−", "U+2212"},
                                                                                 {"－", "U+FF0D"},
                                                                                 {"一", "U+4E00"}}};
  for (const auto& [dash, code] : dashes) {
    if (name.find(dash) != std::string_view::npos) {
      words += message::no_such_dash(lang, dash, code);
    }
  }
  return words + message::perhaps(lang, formatted("\"{}\"", *likely));
}

}  // namespace tbsc94
