#include "archive/batch_grader.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "text/encoding.hpp"
#include "workbook/form_findings.hpp"
#include "workbook/form_reader.hpp"
#include "workbook/workbook_messages.hpp"

namespace tbsc94 {

namespace {

// Moves what is said of the record's first line to the right: the record begins further on in it.
void move_first_line(outcome& outcome, std::size_t columns) {
  const auto move = [&](auto& places) {
    for (auto& each : places) {
      each.column += each.line == outcome.line ? columns : 0;
    }
  };
  move(outcome.record.errors);
  move(outcome.record.remarks);
  if (outcome.recorded_check) {
    move(outcome.recorded_check->differs);
  }
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

}  // namespace

batch_grader::batch_grader(std::unique_ptr<record_grader> grade_one, const record_writer& writer, language lang)
    : grade_one_(std::move(grade_one)), writer_(writer), lang_(lang) {}

void batch_grader::grade(const batch& batch, batch_result& result, const part_taker& take_part) {
  take_part_ = &take_part;
  result.bytes += batch.bytes;
  for (graded& each : group_) {
    each.outcome.archive = batch.archive;
  }
  for (const input& input : batch.documents) {
    if (!is_to_stop(result)) {
      grade_document(input, result);
    }
  }
  for (const member_document& member : batch.members) {
    if (!is_to_stop(result)) {
      grade_member(batch, member, result);
    }
  }
  if (batch.members.empty()) {
    grade_lines(batch, result);
  }
  for (const io_problem& problem : batch.problems) {
    if (!is_to_stop(result)) {
      take_problem(problem, batch.archive, result);
    }
  }
  if (!is_to_stop(result)) {
    result.account.besides.add(batch.besides);
  }
  result.account.stopped = is_to_stop(result);
}

bool batch_grader::is_to_stop(const batch_result& result) const {
  return !is_wanted_ || (stops_at_faults_ && (result.account.refused > 0 || result.account.unread > 0));
}

void batch_grader::grade_lines(const batch& batch, batch_result& result) {
  std::string_view rest = batch.text.text();
  for (std::size_t number = batch.first_line; !rest.empty(); ++number) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.ends_with('\r')) {
      line.remove_suffix(1);
    }
    const std::string_view text = number == 1 ? encoding::without_bom(line) : line;
    if (!is_blank(text)) {
      grade_text({batch.source, number, number, line, batch.text.padded(text)}, result);
    }
    if (is_to_stop(result)) {
      return;
    }
  }
  write_waiting(result);
}

void batch_grader::grade_document(const input& input, batch_result& result) {
  io_problem problem;
  const auto taken = read_document(input, document_, problem);
  if (!taken) {
    take_problem(problem, "", result);
    return;
  }
  result.bytes += *taken;
  const std::string source = input.shown();
  const std::string_view bytes = document_.text();
  if (workbook::is_workbook(input.path)) {
    grade_workbook(source, bytes, result);
    return;
  }
  grade_text({source, input.line, 1, bytes, document_.padded(encoding::without_bom(bytes))}, result);
  write_waiting(result);
}

void batch_grader::grade_member(const batch& batch, const member_document& member, batch_result& result) {
  const std::string_view bytes = batch.text.text().substr(member.begin, member.size);
  if (workbook::is_workbook(member.source)) {
    grade_workbook(member.source, bytes, result);
    return;
  }
  grade_text({member.source, 0, 1, bytes, batch.text.padded(encoding::without_bom(bytes))}, result);
  write_waiting(result);
}

// By the JSON that it means, which the record is from here on.
void batch_grader::grade_workbook(std::string_view source, std::string_view bytes, batch_result& result) {
  const workbook::form form = workbook::read_form(bytes, lang_);
  from_workbook_.assign(form.json.empty() ? std::string_view("{}") : form.json);
  const std::string_view text = from_workbook_.text();
  outcome& outcome = begin(source, 0);
  grade_one_->grade(from_workbook_.padded(text), 1, outcome);
  workbook::name_cells(form, lang_, outcome);
  for (const std::string& each : form.blank_ratings) {
    const io_reason blank = worded(message::rating_blank, std::string_view(each));
    result.problems.push_back({std::string(source), blank, severity::remark});
  }
  finish(text, result);
  write_waiting(result);
}

void batch_grader::grade_text(const found& found, batch_result& result) {
  if (const auto records = grade_one_->cut(found.text); !records.empty()) {
    grade_list(found, records, result);
    return;
  }
  grade_one_->grade(found.text, found.first_line, begin(found.source, found.line));
  finish(found.bytes, result);
}

// A record of a list is named by the line that it begins on.
void batch_grader::grade_list(const found& found, const std::vector<std::string_view>& records, batch_result& result) {
  std::size_t line = found.first_line;
  std::size_t column = 1;
  const char* at = found.text.text.data();
  for (const std::string_view record : records) {
    for (; at != record.data(); ++at) {
      line += *at == '\n' ? 1 : 0;
      column = *at == '\n' ? 1 : column + (encoding::starts_code_point(*at) ? 1 : 0);
    }
    const auto offset = static_cast<std::size_t>(record.data() - found.text.text.data());
    outcome& outcome = begin(found.source, line);
    grade_one_->grade({record, found.text.capacity - offset}, line, outcome);
    move_first_line(outcome, column - 1);
    finish(record, result);
    if (is_to_stop(result)) {
      return;
    }
  }
}

outcome& batch_grader::begin(std::string_view source, std::size_t line) {
  outcome& next = group_[waiting_].outcome;
  next.file = source;
  next.line = line;
  return next;
}

// What may be large does not wait.
void batch_grader::finish(std::string_view bytes, batch_result& result) {
  constexpr std::size_t large = std::size_t{1} << 16U;
  graded& last = group_[waiting_++];
  last.bytes = bytes;
  if (waiting_ == group_.size() || bytes.size() >= large || !last.outcome.record.errors.empty()) {
    write_waiting(result);
  }
}

// One more record, set off from what is there by what stands between two.
template <class... Entry>
void batch_grader::write(batch_result& result, const Entry&... entry) {
  const std::size_t before = result.written.size();
  result.written += before > 0 ? writer_.between() : std::string_view();
  const std::size_t begin = result.written.size();
  writer_.write(result, entry...);
  if (result.written.size() == begin) {
    result.written.resize(before);
  }
}

void batch_grader::write_waiting(batch_result& result) {
  for (const graded& each : std::span(group_).first(std::exchange(waiting_, 0))) {
    result.account.count(each.outcome);
    write(result, each.outcome, each.bytes);
    if (result.is_much() && !is_to_stop(result)) {
      is_wanted_ = (*take_part_)(result);
    }
    if (!is_wanted_) {
      return;
    }
  }
}

void batch_grader::take_problem(const io_problem& problem, const std::string& archive, batch_result& result) {
  result.problems.push_back(problem);
  if (problem.severity != severity::unread) {
    return;
  }
  ++result.account.unread;
  const origin from{problem.path, 0, archive};
  write(result, unread_input{from, problem.reason});
}

}  // namespace tbsc94
