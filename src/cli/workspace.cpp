#include "cli/workspace.hpp"

#include <algorithm>
#include <utility>

#include "archive/input.hpp"
#include "cli/cli_messages.hpp"
#include "cli/environment.hpp"
#include "cli/exit_code.hpp"
#include "cli/say.hpp"
#include "cli/usage.hpp"
#include "json/messages.hpp"
#include "platform/platform.hpp"
#include "reading/place_words.hpp"
#include "reading/readings_reader.hpp"
#include "reading/scheme_reader.hpp"
#include "results/report_messages.hpp"
#include "text/encoding.hpp"
#include "text/terminal_text.hpp"

namespace tbsc94::cli {

namespace {

// Reads a file with `read`; an error is said on standard error and gives its exit code.
template <class Read>
int load_file(const std::string& path, language lang, Read read) {
  padded_buffer buffer;
  io_problem problem;
  if (!read_document({path}, buffer, problem)) {
    complain_cannot_read(lang, problem);
    return cannot_access;
  }
  findings errors;
  const int code = read(buffer, errors);
  say(document_errors(errors, displayed(path), lang));
  return code;
}

// As results name them.
std::vector<ambient_file> as_displayed(std::vector<ambient_file> files) {
  std::ranges::for_each(files, [](ambient_file& each) { each.path = displayed(each.path); });
  return files;
}

int load_scheme(const std::string& path, language lang, const std::vector<ambient_file>& ambient,
                scheme_catalog& catalog) {
  return load_file(path, lang, [&](const padded_buffer& buffer, findings& errors) -> int {
    auto scheme = read_scheme(buffer.padded(encoding::without_bom(buffer.text())), errors, lang, catalog);
    if (!scheme) {
      return wrong_usage;
    }
    const std::string id = scheme->id;
    const std::string edition = scheme->edition;
    if (!catalog.add(std::move(*scheme), buffer.text(), ambient)) {
      complain(lang, message::scheme_loaded_twice(lang, id, edition));
      return wrong_usage;
    }
    return done;
  });
}

int load_readings(const std::string& path, const scheme& scheme, language lang, readings_in_use& into) {
  return load_file(path, lang, [&](const padded_buffer& buffer, findings& errors) -> int {
    const auto readings = read_readings(buffer.padded(encoding::without_bom(buffer.text())), scheme, errors, lang);
    into = readings.value_or(readings_in_use());
    return readings ? done : wrong_usage;
  });
}

// `--reading NAME=VALUE`: takes the place of a decision, and does not settle.
int override_reading(const std::string& text, language lang, readings_in_use& readings) {
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos) {
    complain(lang, message::reading_needs_value(lang, text));
    return wrong_usage;
  }
  const std::string name = text.substr(0, equals);
  const std::string value = text.substr(equals + 1);
  const auto which = find_reading(name);
  if (!which) {
    std::vector<std::string> known;
    known.reserve(all_readings.size());
    for (const reading each : all_readings) {
      known.emplace_back(names_of(each).name);
    }
    complain(lang, message::no_such_reading(lang, name, joined(known, ", ")) + did_you_mean(lang, name, known));
    return wrong_usage;
  }
  if (!readings.values.set(*which, value)) {
    const auto known = names_of(*which).values();
    complain(lang, message::no_such_value(lang, name, value, message::values_of(*which)) +
                       did_you_mean(lang, value, {known.begin(), known.end()}));
    return wrong_usage;
  }
  readings.settled[static_cast<std::size_t>(*which)].reset();
  readings.given.add(*which);
  return done;
}

// Whether standard output, or the file in its place, is to be coloured.
bool wants_color(const common_options& options) {
  if (options.no_color || options.color != "auto") {
    return !options.no_color && options.color == "always";
  }
  if (!environment("NO_COLOR").empty() || !options.output.empty()) {
    return false;
  }
  const std::string_view forced = environment("CLICOLOR_FORCE");
  return (!forced.empty() && forced != "0") ||
         (environment("TERM") != "dumb" && platform::is_terminal(platform::standard_output));
}

}  // namespace

int load(const common_options& options, language lang, workspace& into) {
  const std::vector<ambient_file> decisions = ambient_readings(options);
  const std::vector<ambient_file> schemes = ambient_schemes(options);
  if (!options.quiet) {
    for (const auto& files : {decisions, schemes}) {
      for (const ambient_file& each : files) {
        complain(lang, message::from_environment(lang, each.variable, displayed(each.path)));
      }
    }
  }
  if (!options.quiet && platform::is_terminal(platform::standard_input) &&
      std::ranges::find(options.paths, "-") != options.paths.end()) {
    complain(lang, message::waits_for_input.in(lang));
  }
  if (const std::string& file = decisions.empty() ? options.readings_file : decisions[0].path; !file.empty()) {
    into.has_decisions = true;
    const scheme_catalog embedded = embedded_schemes();
    if (const int code = load_readings(file, embedded.first().content, lang, into.readings); code != done) {
      return code;
    }
  }
  for (const std::string& text : options.readings) {
    if (const int code = override_reading(text, lang, into.readings); code != done) {
      return code;
    }
  }
  into.catalog = embedded_schemes(into.readings, as_displayed(decisions));
  for (const std::string& path : options.schemes) {
    if (const int code = load_scheme(path, lang, as_displayed(decisions), into.catalog); code != done) {
      return code;
    }
  }
  for (const ambient_file& each : schemes) {
    std::vector<ambient_file> ambient = decisions;
    ambient.push_back(each);
    if (const int code = load_scheme(each.path, lang, as_displayed(ambient), into.catalog); code != done) {
      return code;
    }
  }
  into.reading = {std::nullopt, options.unknown_keys == "ignore" ? unknown_keys::ignore : unknown_keys::refuse, lang};
  into.style = {lang, wants_color(options),
                options.output.empty() ? columns_of(platform::standard_output) : std::size_t{0}};
  return done;
}

}  // namespace tbsc94::cli
