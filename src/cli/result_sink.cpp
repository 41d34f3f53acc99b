#include "cli/result_sink.hpp"

#include "archive/archive_messages.hpp"
#include "archive/progress.hpp"
#include "cli/cli_messages.hpp"
#include "cli/environment.hpp"
#include "cli/exit_code.hpp"
#include "cli/options.hpp"
#include "cli/say.hpp"
#include "platform/platform.hpp"
#include "text/terminal_text.hpp"

namespace tbsc94::cli {

result_sink::result_sink(output& out, record_format& format, const batch_command& command,
                         const common_options& options, text_style style)
    : out_(out), format_(format), command_(command), options_(options), style_(style), lang_(style.lang) {
  if (format.counts_in_head()) {
    kept_.emplace();
  } else {
    writable_ = out_.write(format.head(account_));
  }
}

bool result_sink::take(const batch_result& result) {
  std::unique_lock lock(mutex_);
  const std::string_view written = result.written;
  const std::string between = written.empty() ? "" : first_ ? format_.headings() : std::string(format_.between());
  first_ = first_ && written.empty();
  say_above(result.messages);
  report_problems(result.problems);
  account_.add(result.account);
  for (const sighting& each : result.ids) {
    ids_.add(each);
  }
  constexpr std::size_t most_files = 10'000;  // of an archive of separate files hardly one is a part
  for (const sighting& each : result.ids_of_files) {
    if (files_.size() < most_files) {
      files_.add(each);
    }
  }
  bytes_ += result.bytes;
  if (out_.is_terminal()) {
    status_.erase();  // and not shown again before all is written
  } else {
    lock.unlock();
  }
  const std::scoped_lock writing(writing_);
  const auto write = [&](std::string_view text) { return kept_ ? kept_->write(text, out_) : out_.write(text); };
  writable_ = format_.keep(result, out_) && write(between) && write(written);
  return writable_ && !result.account.stopped && !is_misused_;
}

void result_sink::report_problems(const std::vector<io_problem>& problems) {
  for (const io_problem& each : problems) {
    if (each.severity == severity::remark && options_.quiet) {
      continue;
    }
    status_.erase();
    complain_cannot_read(lang_, each);
    is_misused_ = is_misused_ || each.severity == severity::misuse;
  }
}

void result_sink::say_above(std::string_view text) {
  if (!text.empty()) {
    status_.erase();
    say(text);
  }
}

bool result_sink::finish(bool with_account) {
  const std::scoped_lock lock(mutex_, writing_);
  status_.erase();
  finished_ = true;
  if (writable_ && kept_) {
    writable_ = out_.write(format_.head(account_)) && kept_->copy_to(out_);
  }
  writable_ = writable_ && format_.end(account_text(0), out_);
  writable_ = writable_ && out_.write(format_.tail(account_, !first_)) &&
              out_.write(with_account ? account_text(style_.columns) : "") && out_.commit();
  return writable_;
}

void result_sink::show_progress(std::optional<std::uint64_t> all_bytes) {
  constexpr std::chrono::milliseconds long_enough{500};
  const auto elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began_);
  const std::unique_lock lock(mutex_, std::try_to_lock);
  if (lock && !finished_ && elapsed >= long_enough) {
    status_.show(to_string(progress{account_.read(), bytes_, all_bytes, elapsed}, lang_));
  }
}

void result_sink::abandon() {
  // A write may wait for ever: for a pipe that nobody reads.
  constexpr std::chrono::milliseconds patience{500};
  // Never unlocked: nothing more is written.
  const bool locked = mutex_.try_lock_for(patience) && writing_.try_lock_for(patience);
  out_.abandon();
  format_.abandon();
  if (!locked || finished_) {
    return;
  }
  status_.erase();
  if (!options_.quiet) {
    complain(lang_, options_.output.empty() ? std::string(message::interrupted.in(lang_))
                                            : message::interrupted_file(lang_, options_.output));
    say(account_text());
  }
}

std::string result_sink::account_text() const { return account_text(columns_of(platform::standard_error)); }

std::string result_sink::account_text(std::size_t columns) const {
  const std::string text = account_.to_string(lang_) + command_.sum_up(account_, {.lang = lang_, .columns = columns}) +
                           (options_.unique ? ids_.to_string(lang_) : "");
  return folded(text, columns, lang_);
}

std::string result_sink::passed_over_text() const {
  return account_.besides.empty() ? "" : message::passed_over_line(lang_, account_.besides.to_string(lang_)) + '\n';
}

exit_code result_sink::code() const {
  if (is_misused_) {
    return wrong_usage;
  }
  if (account_.unread > 0 || !writable_) {
    return cannot_access;
  }
  if (account_.refused > 0) {
    return some_refused;
  }
  if (command_.checks() && account_.nothing_found()) {
    return check_failed;
  }
  return command_.judge(account_);
}

}  // namespace tbsc94::cli
