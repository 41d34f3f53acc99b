#include "cli/scheme_diff_command.hpp"

#include <memory>

#include "cli/cli_messages.hpp"
#include "cli/destination.hpp"
#include "cli/exit_code.hpp"
#include "cli/guides.hpp"
#include "cli/help_messages.hpp"
#include "cli/options.hpp"
#include "cli/say.hpp"
#include "cli/scheme_impact.hpp"
#include "cli/workspace.hpp"
#include "reading/place_words.hpp"
#include "reading/scheme_reader.hpp"
#include "schemes/scheme_diff_messages.hpp"
#include "schemes/scheme_diff_report.hpp"
#include "schemes/scheme_messages.hpp"
#include "text/encoding.hpp"
#include "text/format.hpp"
#include "text/terminal_text.hpp"

namespace tbsc94::cli {

namespace {

struct diff_options {
  common_options common;
  std::vector<std::string> schemes;  // one or two
  bool exit_code = false;
};

// One of the two schemes: alone in a catalog of its own.
struct chosen_scheme {
  std::string file;  // as reached; empty for one that is loaded
  scheme_catalog catalog;

  [[nodiscard]] compared_scheme compared() const {
    const loaded_scheme& chosen = catalog.first();
    return {file, chosen.sha256, &chosen.content, chosen.text};
  }
};

std::string name_of(const loaded_scheme& scheme) {
  return formatted("{} {}", scheme.content.id, scheme.content.edition);
}

// The schemes of the workspace that have this name: id and edition, or one of the two.
std::vector<const loaded_scheme*> named(const scheme_catalog& catalog, const std::string& name) {
  std::vector<const loaded_scheme*> found;
  for (const auto& each : catalog.all()) {
    if (name == name_of(*each)) {
      return {each.get()};
    }
    if (name == each->content.id || name == each->content.edition) {
      found.push_back(each.get());
    }
  }
  return found;
}

template <class Schemes>
std::string names_of(const Schemes& schemes) {
  return joined(schemes, ", ", [](const auto& each) { return name_of(*each); });
}

int choose_file(const std::string& path, const scheme_catalog& loaded, language lang, chosen_scheme& into) {
  padded_buffer buffer;
  io_problem problem;
  if (!read_document({path}, buffer, problem)) {
    complain(lang, message::no_such_scheme(lang, problem.path, in(lang, problem.reason), names_of(loaded.all())));
    return cannot_access;
  }
  into.file = displayed(path);
  findings errors;
  auto scheme = read_scheme(buffer.padded(encoding::without_bom(buffer.text())), errors, lang, loaded);
  say(document_errors(errors, into.file, lang));
  if (!scheme) {
    return some_refused;
  }
  into.catalog.add(std::move(*scheme), buffer.text());
  return done;
}

// A name of a scheme that is loaded, else a file.
int choose(const std::string& name, const scheme_catalog& loaded, language lang, chosen_scheme& into) {
  const auto found = named(loaded, name);
  if (found.empty()) {
    return choose_file(name, loaded, lang, into);
  }
  if (found.size() > 1) {
    complain(lang, message::several_schemes(lang, name, names_of(found)));
    return wrong_usage;
  }
  into.catalog.add(found.front()->content, found.front()->text);
  return done;
}

// A and B; of one that is named alone, A is the embedded scheme.
struct pair_of_schemes {
  chosen_scheme a;
  chosen_scheme b;

  [[nodiscard]] int choose_both(const diff_options& options, const scheme_catalog& loaded, language lang) {
    a.catalog = scheme_catalog(loaded.given());
    b.catalog = scheme_catalog(loaded.given());
    const auto& names = options.schemes;
    const int first = names.size() == 1 ? done : choose(names.front(), loaded, lang, a);
    if (names.size() == 1) {
      a.catalog.add(loaded.first().content, loaded.first().text);
    }
    const int second = choose(names.back(), loaded, lang, b);
    return std::max(first, second);
  }
  [[nodiscard]] scheme_comparison compared(language lang) const {
    const compared_scheme before = a.compared();
    const compared_scheme after = b.compared();
    return {before, after, changes(*before.content, *after.content, lang)};
  }
};

std::string diff_json(const scheme_comparison& compared) {
  std::string text;
  json_writer json(text, json_writer::layout::indented);
  json.begin_object();
  write_diff(json, compared);
  json.end_object();
  return text + '\n';
}

int run_diff(const diff_options& options, language lang) {
  if (const int code = spare_inputs(options.common, lang, options.schemes); code != done) {
    return code;
  }
  workspace space;
  if (const int code = load(options.common, lang, space); code != done) {
    return code;
  }
  pair_of_schemes schemes;
  if (const int code = schemes.choose_both(options, space.catalog, lang); code != done) {
    return code;
  }
  const scheme_comparison compared = schemes.compared(lang);
  const std::string& format = options.common.format;
  const auto text = [&] {
    return format == "json"       ? diff_json(compared)
           : format == "markdown" ? diff_markdown(compared, lang)
                                  : diff_text(compared, space.style);
  };
  const int written = options.common.paths.empty()
                          ? write_text(options.common, lang, text())
                          : run_impact(options.common, schemes.a.catalog, schemes.b.catalog, compared, lang);
  const bool differ = options.exit_code && !compared.changes.empty();
  return std::max<int>(written, differ ? check_failed : done);
}

}  // namespace

command_entry scheme_diff_command() {
  const auto options = std::make_shared<diff_options>();
  command_entry command{.name = "tbsc94 scheme diff",
                        .about = message::about_scheme_diff,
                        .further = guides::scheme_diff,
                        .run = [options](language lang) { return run_diff(*options, lang); }};
  command.arguments.push_back({.value = "SCHEME",
                               .kind = value_kind::file,
                               .about = message::opt_compared_schemes,
                               .into = &options->schemes,
                               .required = true,
                               .most = 2});
  command.options.push_back({.names = {"--impact"},
                             .value = "PATH",
                             .kind = value_kind::assessments,
                             .about = message::opt_impact,
                             .group = option_group::input,
                             .into = &options->common.paths,
                             .takes_several = true});
  add_format_option(command, options->common, {"text", "json", "markdown"});
  command.options.push_back({.names = {"--exit-code"},
                             .about = message::opt_exit_code,
                             .group = option_group::checks,
                             .into = &options->exit_code});
  add_record_options(command, options->common);
  add_output_options(command, options->common);
  return command;
}

}  // namespace tbsc94::cli
