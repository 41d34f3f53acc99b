#include "cli/say.hpp"

#include "archive/archive_messages.hpp"
#include "cli/cli_messages.hpp"
#include "cli/exit_code.hpp"
#include "json/messages.hpp"
#include "platform/platform.hpp"
#include "platform/signals.hpp"
#include "text/ci_log.hpp"
#include "text/terminal_text.hpp"

namespace tbsc94::cli {

void say(std::string_view text) {
  std::string harmless;
  if (ci_runner_listens()) {
    ci_log_guard().append(harmless, text);
    text = harmless;
  }
  static_cast<void>(platform::write(platform::standard_error, text));  // there is nowhere else to say it
}

void complain(language lang, std::string_view message) { say(message::error(lang, harmless(message)) + '\n'); }

void complain_cannot_write(language lang, const io_problem& problem) {
  complain(lang, message::cannot_write(lang, problem.path, in(lang, problem.reason)));
}

int cannot_write(language lang, const output& out) {
  if (out.is_closed_pipe()) {
    platform::end_by_closed_pipe();
  }
  complain_cannot_write(lang, out.problem());
  return cannot_access;
}

void complain_cannot_read(language lang, const io_problem& problem) {
  complain(lang, (problem.severity == severity::unread ? message::cannot_read : message::remark)(
                     lang, problem.path, in(lang, problem.reason)));
}

}  // namespace tbsc94::cli
