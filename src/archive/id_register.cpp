#include "archive/id_register.hpp"

#include "results/report_messages.hpp"
#include "text/terminal_text.hpp"

namespace tbsc94 {

void id_register::add(sighting seen) {
  if (files_.empty() || files_.back() != seen.file) {
    files_.push_back(std::move(seen.file));
  }
  const place here{files_.size() - 1, seen.line};
  if (const auto [found, is_new] = first_.try_emplace(seen.id, here); !is_new) {
    repeats_.push_back({std::move(seen.id), found->second, here});
  }
}

std::string id_register::to_string(language lang) const {
  std::string text = message::summary_repeated(lang, repeats_.size()) + '\n';
  for (const repeat& each : repeats_) {
    text +=
        message::summary_repeat(lang, harmless(each.id), harmless(source(each.again)), harmless(source(each.first))) +
        '\n';
  }
  return text;
}

std::string id_register::source(const place& where) const { return source_of(files_[where.file], where.line); }

}  // namespace tbsc94
