#include "archive/id_register.hpp"

#include <algorithm>

#include "results/report_messages.hpp"
#include "text/comparison_key.hpp"
#include "text/terminal_text.hpp"

namespace tbsc94 {

void id_register::add(sighting seen) {
  if (files_.empty() || files_.back() != seen.file) {
    files_.push_back(std::move(seen.file));
  }
  std::string key = comparison_key(seen.id);
  place here{std::move(seen.id), files_.size() - 1, seen.line};
  if (const auto [found, is_new] = first_.try_emplace(std::move(key), here); !is_new) {
    repeats_.push_back({found->second, std::move(here)});
  }
}

std::string id_register::to_string(language lang) const {
  std::string text = message::summary_repeated(lang, repeats_.size()) + '\n';
  for (const repeat& each : repeats_) {
    const std::string spelled =
        each.first.id == each.again.id ? "" : message::summary_spelled(lang, harmless(each.first.id));
    text += message::summary_repeat(lang, harmless(each.again.id), harmless(source(each.again)),
                                    harmless(source(each.first))) +
            spelled + '\n';
  }
  return text;
}

std::string id_register::merge_hint(language lang) const {
  constexpr std::size_t most = 3;
  std::string text;
  for (std::size_t i = 0; i < std::min(repeats_.size(), most); ++i) {
    const repeat& each = repeats_[i];
    text += message::may_be_parts(lang, harmless(each.again.id), harmless(source(each.first)),
                                  harmless(source(each.again))) +
            '\n';
  }
  return text;
}

std::string id_register::source(const place& where) const { return source_of(files_[where.file], where.line); }

}  // namespace tbsc94
