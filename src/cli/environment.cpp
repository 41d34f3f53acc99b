#include "cli/environment.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <utility>

#include "cli/options.hpp"
#include "platform/platform.hpp"

namespace tbsc94::cli {

namespace {

// On Windows, where hardly anybody sets variables, a file of the variable's name beside the program does as well.
std::vector<ambient_file> beside_program(const char* variable) {
  const std::string folder = platform::program_folder();
  for (const char* const ending : {"", ".json"}) {
    if (std::string path = folder + variable + ending; !folder.empty() && platform::status_at(path)) {
      return {{variable, std::move(path)}};
    }
  }
  return {};
}

}  // namespace

std::string_view environment(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

language choose_language(int argc, const char* const* argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    std::string_view chosen;
    if (argument == "--lang" && i + 1 < argc) {
      chosen = argv[i + 1];
    } else if (argument.starts_with("--lang=")) {
      chosen = argument.substr(7);
    }
    if (chosen == "zh" || chosen == "en") {
      return chosen == "zh" ? language::zh : language::en;
    }
  }
  std::string_view locale;
  for (const char* const name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    locale = locale.empty() ? environment(name) : locale;
  }
  // LANGUAGE goes before, but in the locale that has no language.
  for (std::string_view rest = locale.empty() || locale == "C" || locale == "POSIX" ? "" : environment("LANGUAGE");
       !rest.empty(); rest.remove_prefix(std::min(rest.find(':'), rest.size() - 1) + 1)) {
    if (rest.starts_with("zh") || rest.starts_with("en")) {
      return rest.starts_with("zh") ? language::zh : language::en;
    }
  }
  const bool is_chinese = locale.empty() ? platform::user_reads_chinese() : locale.starts_with("zh");
  return is_chinese ? language::zh : language::en;
}

std::size_t columns_of(int descriptor) {
  if (!platform::is_terminal(descriptor)) {
    return 0;
  }
  const std::string_view asked = environment("COLUMNS");
  std::size_t columns = 0;
  std::from_chars(asked.data(), asked.data() + asked.size(), columns);
  return columns > 0 ? columns : platform::terminal_columns(descriptor);
}

std::vector<ambient_file> ambient_readings(const common_options& options) {
  constexpr const char* variable = "TBSC94_READINGS";
  if (!options.readings_file.empty()) {
    return {};
  }
  const std::string path(environment(variable));
  return path.empty() ? beside_program(variable) : std::vector<ambient_file>{{variable, path}};
}

std::vector<ambient_file> ambient_schemes(const common_options& options) {
  constexpr const char* variable = "TBSC94_SCHEMES";
  constexpr char between = std::filesystem::path::preferred_separator == '\\' ? ';' : ':';
  if (!options.schemes.empty()) {
    return {};
  }
  const std::string_view named = environment(variable);
  std::vector<ambient_file> files = named.empty() ? beside_program(variable) : std::vector<ambient_file>();
  for (std::string_view rest = named; !rest.empty();) {
    const std::size_t end = std::min(rest.find(between), rest.size());
    if (end > 0) {
      files.push_back({variable, std::string(rest.substr(0, end))});
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return files;
}

}  // namespace tbsc94::cli
