#include "results/remark_words.hpp"

#include <algorithm>

#include "reading/place_words.hpp"
#include "results/report_messages.hpp"
#include "results/scheme_words.hpp"
#include "text/format.hpp"

namespace tbsc94 {

namespace {

constexpr std::size_t most_named = 6;  // ratings in one remark

class wording {
 public:
  wording(const scheme& scheme, const assessment& assessment, language lang, std::string (*quote)(std::string_view))
      : scheme_(scheme), assessment_(assessment), lang_(lang), quote_(quote) {}

  std::string operator()(const row_without_grade& remark) const {
    const grade_row& row = scheme_.grades.rows[remark.row];
    const std::string scores = range_text(row.from, row.to, lang_);
    const std::string level =
        row.level ? message::row_level(lang_, tbsc94::level_name(scheme_, *row.level, lang_)) : "";
    return message::remark_row(lang_, remark.row + 1, scores, level);
  }
  std::string operator()(const single_rating& /*one*/) const { return std::string(message::remark_single.in(lang_)); }
  std::string operator()(const one_rating_decides& remark) const {
    return message::remark_decides(lang_, list(remark.ratings, message::or_else_rating.in(lang_)));
  }
  std::string operator()(const ratings_alike& remark) const {
    return message::remark_alike(lang_, list(remark.ratings));
  }
  std::string operator()(const alpha_far_from_others& remark) const {
    return message::remark_far(lang_, item_name(remark.item), alphas(remark));
  }
  std::string operator()(const alpha_in_lowest_band& remark) const {
    const likert_band& band = scheme_.likert.front();
    return message::remark_lowest(lang_, item_name(remark.item), band.from.shortest(), band.to.shortest(),
                                  in(lang_, band.name), alphas(remark));
  }

 private:
  [[nodiscard]] std::string item_name(std::size_t item) const { return full_item_name(scheme_.service, item, lang_); }
  [[nodiscard]] std::string rating_name(std::size_t rating) const {
    const std::string& assessor = assessment_.ratings[rating].assessor;
    return assessor.empty() ? message::rating_unnamed(lang_, rating + 1)
                            : message::rating_named(lang_, rating + 1, quote_(assessor));
  }
  // The first few, then how many more.
  template <class Name>
  [[nodiscard]] std::string joined(const std::vector<std::size_t>& ratings, std::string_view between,
                                   const Name& name) const {
    std::string all;
    for (std::size_t i = 0; i < std::min(ratings.size(), most_named); ++i) {
      all.append(i == 0 ? "" : between).append(name(ratings[i]));
    }
    return ratings.size() > most_named ? message::and_more_ratings(lang_, all, ratings.size()) : all;
  }
  [[nodiscard]] std::string list(const std::vector<std::size_t>& ratings) const {
    return list(ratings, message::list_separator.in(lang_));
  }
  [[nodiscard]] std::string list(const std::vector<std::size_t>& ratings, std::string_view between) const {
    return joined(ratings, between, [&](std::size_t rating) { return rating_name(rating); });
  }
  template <class Remark>
  [[nodiscard]] std::string alphas(const Remark& remark) const {
    return joined(remark.ratings, message::list_separator.in(lang_), [&](std::size_t rating) {
      return message::labelled(lang_, rating_name(rating),
                               assessment_.alphas_of(rating)[remark.item].value().to_string());
    });
  }

  const scheme& scheme_;
  const assessment& assessment_;
  language lang_;
  std::string (*quote_)(std::string_view);
};

}  // namespace

std::string words_of(const verdict_remark& remark, const scheme& scheme, const assessment& assessment, language lang,
                     std::string (*quote)(std::string_view text)) {
  return std::visit(wording(scheme, assessment, lang, quote), remark);
}

std::string_view clause_of(const verdict_remark& remark, const scheme& scheme) {
  if (std::holds_alternative<row_without_grade>(remark)) {
    return scheme.grades.clause;
  }
  const bool on_alpha =
      std::holds_alternative<alpha_in_lowest_band>(remark) || std::holds_alternative<alpha_far_from_others>(remark);
  return on_alpha ? std::string_view(scheme.alpha_clause) : clause_of(scheme, reading::mean_over);
}

}  // namespace tbsc94
