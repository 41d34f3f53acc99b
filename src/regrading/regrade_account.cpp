#include "regrading/regrade_account.hpp"

#include <algorithm>
#include <utility>

#include "results/recorded_check_messages.hpp"
#include "results/report_messages.hpp"
#include "text/format.hpp"

namespace tbsc94 {

namespace {

using kind = graded_as::kind;

// The name under which a cause is counted.
std::string_view counted_as(change_cause cause) { return cause == change_cause::unknown ? "unknown" : name_of(cause); }

}  // namespace

regrade_account::regrade_account(const std::vector<std::string>& grades)
    : matrix_(none_and(grades, {kind::other, kind::unrecorded}), none_and(grades, {kind::refused})) {}

graded_as regrade_account::row_of(const outcome& outcome) const {
  const auto& recorded = outcome.record.assessment.recorded;
  if (!recorded || !recorded->has_grade) {
    return {kind::unrecorded};
  }
  graded_as grade = graded_with(recorded->grade);
  return std::ranges::find(matrix_.rows(), grade) != matrix_.rows().end() ? grade : graded_as{kind::other};
}

void regrade_account::count(summary& into, const outcome& outcome) const {
  if (!outcome.grading) {
    ++into.moves[{row_of(outcome), {kind::refused}}];
    return;
  }
  const regrading& regraded = *outcome.recorded_check->regraded;
  ++into.moves[{row_of(outcome), regraded.now}];
  if (regraded.before && !regraded.recorded) {
    ++into.own_moves[{*regraded.before, regraded.now}];
  }
  if (regraded.is_changed()) {
    ++into.causes[regraded.cause];
  }
}

std::size_t regrade_account::changed(const summary& account) {
  std::size_t sum = 0;
  for (const auto& [cause, count] : account.causes) {
    sum += count;
  }
  return sum;
}

std::string regrade_account::to_string(const summary& account, text_style style) const {
  const language lang = style.lang;
  std::string text = matrix_.to_string(account.moves, message::before_and_now, style);
  if (!account.own_moves.empty()) {
    text += '\n' + matrix_.to_string(account.own_moves, message::own_and_now, style);
  }
  text += message::summary_changed(lang, changed(account)) + '\n';
  std::string causes;
  for (const change_cause each : all_change_causes) {
    if (const std::size_t count = count_of(account.causes, each); count > 0) {
      const std::string_view words = message::change_causes[static_cast<std::size_t>(each)].in(lang);
      add_joined(causes, "  ", message::summary_count(lang, words, count));
    }
  }
  if (!causes.empty()) {
    text += message::summary_list(lang, message::summary_by_cause.in(lang), causes) + '\n';
  }
  return text;
}

void regrade_account::write(json_writer& json, const summary& account) const {
  json.key("read").number(account.read());
  json.key("graded").number(account.graded);
  json.key("refused").number(account.refused);
  json.key("unreadable").number(account.unread);
  json.key("changed").number(changed(account));
  json.key("causes").begin_object();
  for (const change_cause each : all_change_causes) {
    if (const std::size_t count = count_of(account.causes, each); count > 0) {
      json.key(counted_as(each)).number(count);
    }
  }
  json.end_object();
  json.key("matrix");
  matrix_.write(json, account.moves);
  json.key("own");
  matrix_.write(json, account.own_moves);
}

}  // namespace tbsc94
