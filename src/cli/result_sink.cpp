#include "cli/result_sink.hpp"

#include <cstdio>

namespace tbsc94::cli {

result_sink::result_sink(output& out, const record_format& format, const batch_command& command,
                         const common_options& options, language lang)
    : out_(out), frame_(format.frame), command_(command), options_(options), lang_(lang) {
  writable_ = out_.write(frame_.before);
}

bool result_sink::take(const batch_result& result) {
  std::string_view written = result.written;
  if (first_ && !written.empty()) {
    written.remove_prefix(frame_.between.size());
    first_ = false;
  }
  fmt::print(stderr, "{}", result.messages);
  report_problems(result.problems);
  account_.add(result.account);
  for (const sighting& each : result.ids) {
    ids_.add(each);
  }
  writable_ = out_.write(written);
  return writable_;
}

void result_sink::report_problems(const std::vector<io_problem>& problems) {
  for (const io_problem& each : problems) {
    complain_cannot_read(lang_, each);
    any_unread_ = true;
  }
}

bool result_sink::finish(bool with_account) {
  writable_ = writable_ && out_.write(with_account ? account_text() : "") && out_.write(frame_.after) && out_.commit();
  return writable_;
}

std::string result_sink::account_text() const {
  return account_.to_string(lang_) + (command_.sum_up ? command_.sum_up(account_, lang_) : "") +
         (options_.unique ? ids_.to_string(lang_) : "");
}

exit_code result_sink::code() const {
  if (any_unread_ || !writable_) {
    return cannot_access;
  }
  if (account_.refused > 0) {
    return some_refused;
  }
  return command_.judge ? command_.judge(account_) : done;
}

}  // namespace tbsc94::cli
