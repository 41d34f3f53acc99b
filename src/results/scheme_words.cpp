#include "results/scheme_words.hpp"

#include "results/report_messages.hpp"
#include "text/format.hpp"

namespace tbsc94 {

std::string interval_of(const scheme& scheme, std::size_t likert_band) {
  const tbsc94::likert_band& band = scheme.likert[likert_band];
  return formatted("{}{}, {}]", likert_band == 0 ? "[" : "(", band.from.shortest(), band.to.shortest());
}

const std::string& level_name(const scheme& scheme, maturity_level level, language lang) {
  return in(lang, scheme.maturity->levels[level.number() - 1].name);
}

std::string interval_of(const maturity_band& band) {
  return formatted("[{}, {}{}", band.from.shortest(), band.end.shortest(), band.takes_in_end ? ']' : ')');
}

std::string range_text(const decimal& from, const std::optional<decimal>& to, language lang) {
  return to ? formatted("{}–{}", from.shortest(), to->shortest()) : message::and_above(lang, from.shortest());
}

}  // namespace tbsc94
