#include "reading/cures.hpp"

#include <algorithm>
#include <array>

#include "json/meant_value.hpp"
#include "reading/cure_messages.hpp"
#include "reading/place_words.hpp"
#include "tbsc94/decimal.hpp"
#include "text/comparison_key.hpp"
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
  return number.empty() ? "" : message::write_number(lang, text, number);
}

std::string cure_of_level(std::string_view text, const maturity_part& part, language lang) {
  const std::string key = comparison_key(text);
  if (key.empty()) {
    return message::level_empty(lang);
  }
  for (std::size_t i = 0; i < part.levels.size(); ++i) {
    if (names(part.levels[i].name, key)) {
      return message::write_number(lang, text, std::to_string(i + 1));
    }
  }
  const std::string number = meant_number(text);
  return number.empty() ? "" : message::write_number(lang, text, number);
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
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 17> others{{{"机构名称", "organization"},
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
                                                                                         {"体验系数", "alpha"}}};
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
  const std::string written = comparison_key(key);
  const std::size_t begin = std::min(written.find_first_of("0123456789"), written.size());
  const std::size_t end = std::min(written.find_first_not_of("0123456789.", begin), written.size());
  std::string_view id = std::string_view(written).substr(begin, end - begin);
  while (id.ends_with('.')) {
    id.remove_suffix(1);
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
  return words + message::perhaps(lang, fmt::format("\"{}\"", *likely));
}

}  // namespace tbsc94
