#include "results/outcome.hpp"

#include "results/report_messages.hpp"

namespace tbsc94 {

finding error_of(const unread_input& unread, language lang) {
  return {.code = code::unreadable, .message = message::cannot_be_read(lang, in(lang, unread.reason))};
}

}  // namespace tbsc94
