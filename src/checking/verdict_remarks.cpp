#include "checking/verdict_remarks.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace tbsc94 {

namespace {

constexpr std::array names{"row-without-grade", "single-rating",         "one-rating-decides",
                           "ratings-alike",     "alpha-far-from-others", "alpha-in-lowest-band"};
static_assert(names.size() == std::variant_size_v<verdict_remark>);

template <class Predicate>
std::vector<std::size_t> ratings_where(const assessment& assessment, const Predicate& holds) {
  std::vector<std::size_t> found;
  for (std::size_t r = 0; r < assessment.ratings.size(); ++r) {
    if (holds(r)) {
      found.push_back(r);
    }
  }
  return found;
}

// The row that the compared score lies in, where it is fulfilled and leads to nothing.
std::optional<std::size_t> idle_row(const grade_table& table, const assessment& assessment, const grading& grading,
                                    const readings& readings) {
  if (grading.grade || assessment.conformity == conformity::nonconforming) {
    return std::nullopt;
  }
  const fraction compared = compared_score(table, grading.score, readings);
  const auto above = std::find_if(table.rows.begin(), table.rows.end(),
                                  [&](const grade_row& row) { return compared < fraction(row.from); });
  if (above == table.rows.begin() || !reaches((above - 1)->level, grading.level)) {
    return std::nullopt;
  }
  return static_cast<std::size_t>(above - table.rows.begin()) - 1;
}

// Groups of ratings that are alike, in the order of their first ones.
std::vector<ratings_alike> alike(const assessment& assessment) {
  std::vector<std::size_t> order(assessment.ratings.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto less = [&](std::size_t a, std::size_t b) {
    return std::ranges::lexicographical_compare(assessment.alphas_of(a), assessment.alphas_of(b));
  };
  std::ranges::stable_sort(order, less);
  std::vector<ratings_alike> groups;
  for (auto first = order.begin(); first != order.end();) {
    const auto last = std::find_if(first, order.end(), [&](std::size_t each) { return less(*first, each); });
    if (last - first > 1) {
      groups.push_back({{first, last}});
    }
    first = last;
  }
  std::ranges::sort(groups, {}, [](const ratings_alike& group) { return group.ratings.front(); });
  return groups;
}

// Whether the one rating in `band` has none within a band of it.
bool stands_alone(const std::vector<std::size_t>& in_band, std::size_t band) {
  const bool below = band > 0 && in_band[band - 1] > 0;
  const bool above = band + 1 < in_band.size() && in_band[band + 1] > 0;
  return in_band[band] == 1 && !below && !above;
}

}  // namespace

std::string_view name_of(const verdict_remark& remark) { return names[remark.index()]; }

std::vector<verdict_remark> verdict_remarks(const scheme& scheme, const assessment& assessment, const grading& grading,
                                            const std::optional<agreement>& agreement, const readings& readings) {
  std::vector<verdict_remark> remarks;
  const auto add = [&](auto remark) {
    if (!remark.ratings.empty()) {
      remarks.push_back(std::move(remark));
    }
  };
  if (const auto row = idle_row(scheme.grades, assessment, grading, readings)) {
    remarks.emplace_back(row_without_grade{*row});
  }
  if (agreement) {
    add(one_rating_decides{
        ratings_where(assessment, [&](std::size_t rating) { return agreement->without[rating].changes_grade; })});
    for (ratings_alike& each : alike(assessment)) {
      add(std::move(each));
    }
  } else {
    remarks.emplace_back(single_rating{});
  }
  const auto band_of = [&](std::size_t rating, std::size_t item) {
    return likert_band_of(scheme, assessment.alphas_of(rating)[item].value());
  };
  for (std::size_t k = 0; agreement && k < agreement->items.size(); ++k) {
    const item_agreement& on = agreement->items[k];
    if (on.is_far_apart()) {
      add(alpha_far_from_others{on.item, ratings_where(assessment, [&](std::size_t rating) {
                                  return stands_alone(on.in_band, band_of(rating, on.item));
                                })});
    }
  }
  for (std::size_t i = 0; i < scheme.service.items.size(); ++i) {
    if (assessment.is_applicable(i)) {
      add(alpha_in_lowest_band{i,
                               ratings_where(assessment, [&](std::size_t rating) { return band_of(rating, i) == 0; })});
    }
  }
  return remarks;
}

}  // namespace tbsc94
