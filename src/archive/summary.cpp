#include "archive/summary.hpp"

#include "archive/archive_messages.hpp"
#include "results/report_messages.hpp"
#include "text/format.hpp"

namespace tbsc94 {

void increase(tally& counts, std::string_view name, std::size_t by) {
  const auto found = counts.find(name);
  if (found != counts.end()) {
    found->second += by;
  } else {
    counts.emplace(name, by);
  }
}

namespace {

template <class Key, class... Rest>
void add_counts(std::map<Key, std::size_t, Rest...>& to, const std::map<Key, std::size_t, Rest...>& from) {
  for (const auto& [key, count] : from) {
    to[key] += count;
  }
}

}  // namespace

void summary::count(const outcome& outcome) {
  if (!outcome.grading) {
    ++refused;
    for (const std::string_view code : codes_of(outcome.record.errors)) {
      increase(by_code, code);
    }
    return;
  }
  const grading& grading = *outcome.grading;
  ++graded;
  if (grading.grade) {
    increase(by_grade, grade_name(outcome.scheme_used(), grading.grade));
  } else {
    ++none;
  }
  depends_on_reading += grading.depends_on.empty() ? 0U : 1U;
  conformity_assumed += grading.conformity_assumed ? 1U : 0U;
}

void summary::add(const summary& other) {
  graded += other.graded;
  refused += other.refused;
  unread += other.unread;
  stopped = stopped || other.stopped;
  none += other.none;
  add_counts(by_grade, other.by_grade);
  add_counts(by_code, other.by_code);
  depends_on_reading += other.depends_on_reading;
  conformity_assumed += other.conformity_assumed;
  besides.add(other.besides);
  add_counts(demands, other.demands);
  add_counts(checked, other.checked);
  add_counts(holds_under, other.holds_under);
  annotations += other.annotations;
  marked += other.marked;
  add_counts(moves, other.moves);
  add_counts(own_moves, other.own_moves);
  add_counts(causes, other.causes);
}

std::string summary::to_string(language lang) const {
  std::string text = message::summary(lang, read(), graded, refused) + '\n';
  if (unread > 0) {
    text += message::summary_unread(lang, unread) + '\n';
  }
  const auto list = [&](const phrase<>& title, const auto& counts, std::size_t of_none) {
    std::string line;
    const auto add_count = [&](std::string_view name, std::size_t count) {
      add_joined(line, "  ", message::summary_count(lang, name, count));
    };
    for (const auto& [name, count] : counts) {
      add_count(name, count);
    }
    if (of_none > 0) {
      add_count(message::grade_none.in(lang), of_none);
    }
    if (!line.empty()) {
      text += message::summary_list(lang, title.in(lang), line) + '\n';
    }
  };
  list(message::summary_by_grade, by_grade, none);
  list(message::summary_by_code, by_code, 0);
  if (graded > 0) {
    text += message::summary_depends(lang, depends_on_reading) + '\n';
    text += message::summary_assumed(lang, conformity_assumed) + '\n';
  }
  if (!besides.empty()) {
    text += message::summary_list(lang, message::passed_over.in(lang), besides.to_string(lang)) + '\n';
  }
  return text;
}

}  // namespace tbsc94
