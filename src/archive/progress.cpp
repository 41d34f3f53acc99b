#include "archive/progress.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "archive/file_identity.hpp"
#include "archive/input_search.hpp"
#include "platform/platform.hpp"
#include "results/report_messages.hpp"
#include "text/format.hpp"

namespace tbsc94 {

namespace {

// "0:06", "1:02:03".
std::string clock_text(std::uint64_t seconds) {
  const std::uint64_t minutes = seconds / 60;
  return minutes < 60 ? formatted("{}:{:02}", minutes, seconds % 60)
                      : formatted("{}:{:02}:{:02}", minutes / 60, minutes % 60, seconds % 60);
}

}  // namespace

std::string to_string(const progress& now, language lang) {
  const auto elapsed = static_cast<double>(std::max<std::int64_t>(now.elapsed.count(), 1)) / 1000;
  std::string text = message::progress_records(lang, now.records,
                                               static_cast<std::size_t>(static_cast<double>(now.records) / elapsed));
  if (now.all_bytes && *now.all_bytes > 0 && now.bytes > 0) {
    const double share = std::min(static_cast<double>(now.bytes) / static_cast<double>(*now.all_bytes), 1.0);
    text += message::progress_share(lang, static_cast<std::size_t>(share * 100),
                                    clock_text(static_cast<std::uint64_t>(std::lround(elapsed * (1 - share) / share))));
  }
  return text;
}

std::optional<std::uint64_t> size_of(const std::vector<input>& inputs) {
  std::uint64_t sum = 0;
  std::vector<io_problem> ignored;  // they are told where the input is read
  passed_over besides;
  input_search search(inputs);
  while (true) {
    const input* const each = search.front(ignored, besides);
    if (each == nullptr && std::exchange(ignored, {}).empty()) {
      return sum;
    }
    if (each == nullptr) {
      continue;
    }
    const auto status = status_at(each->path);
    if (!status || status->kind != platform::file_kind::file) {
      return std::nullopt;
    }
    sum += status->size / each->part.value_or(file_part()).of;
    search.pop();
  }
}

}  // namespace tbsc94
