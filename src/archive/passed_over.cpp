#include "archive/passed_over.hpp"

#include <array>
#include <utility>

#include "archive/archive_messages.hpp"
#include "archive/input.hpp"
#include "text/format.hpp"

namespace tbsc94 {

namespace {

constexpr std::size_t most_endings = 100;

}  // namespace

void passed_over::count(std::string_view name) {
  name = name.substr(name.rfind('/') + 1);
  const std::string ending = ending_of(name);
  if (!ending.empty()) {
    increase(ending, 1);
  } else if (name.find('.', 1) != std::string_view::npos) {
    ++others_;
  } else {
    ++(name.starts_with('.') ? hidden_ : bare_);
  }
}

void passed_over::increase(std::string_view ending, std::size_t by) {
  if (const auto found = by_ending_.find(ending); found != by_ending_.end()) {
    found->second += by;
  } else if (by_ending_.size() < most_endings) {
    by_ending_.emplace(ending, by);
  } else {
    others_ += by;
  }
}

void passed_over::add(const passed_over& other) {
  for (const auto& [ending, count] : other.by_ending_) {
    increase(ending, count);
  }
  bare_ += other.bare_;
  hidden_ += other.hidden_;
  links_ += other.links_;
  others_ += other.others_;
}

bool passed_over::empty() const { return by_ending_.empty() && bare_ + hidden_ + links_ + others_ == 0; }

std::string passed_over::to_string(language lang) const {
  std::string text;
  bool hides_json = false;
  const auto list = [&](std::size_t count, std::string_view what) {
    add_joined(text, message::passed_over_next.in(lang), message::passed_over_count(lang, count, what));
  };
  for (const auto& [ending, count] : by_ending_) {
    list(count, ending);
    hides_json = hides_json || is_behind_assessment_ending("a" + ending);
  }
  for (const auto& [count, what] : {std::pair(bare_, &message::without_ending), std::pair(hidden_, &message::hidden),
                                    std::pair(links_, &message::links), std::pair(others_, &message::others)}) {
    if (count > 0) {
      list(count, what->in(lang));
    }
  }
  return text + std::string(hides_json ? message::take_off_ending.in(lang) : "");
}

}  // namespace tbsc94
