#include "cli/command_entry.hpp"

#include "text/format.hpp"

namespace tbsc94::cli {

std::string option_entry::shown_value() const { return value.empty() ? joined(words, "|") : value; }

std::string_view command_entry::own_name() const {
  const std::string_view all = name;
  return all.substr(all.rfind(' ') + 1);
}

std::vector<std::string> words_by_name(const option_entry& entry) {
  constexpr std::size_t most_shown = 12;
  std::vector<std::string> shown;
  const std::vector<std::string> words = entry.all_words();
  if (words.size() > most_shown) {
    return shown;
  }
  std::string last_name;
  for (const std::string& each : words) {
    const std::size_t equals = each.find('=');
    const std::string name = equals == std::string::npos ? "" : each.substr(0, equals + 1);
    if (!name.empty() && name == last_name) {
      shown.back() += "|" + each.substr(equals + 1);
    } else {
      shown.push_back(each);
    }
    last_name = name;
  }
  return shown;
}

}  // namespace tbsc94::cli
