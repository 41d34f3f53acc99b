#include "cli/merge_command.hpp"

#include <memory>

#include "archive/input.hpp"
#include "cli/cli_messages.hpp"
#include "cli/destination.hpp"
#include "cli/exit_code.hpp"
#include "cli/guides.hpp"
#include "cli/options.hpp"
#include "cli/say.hpp"
#include "cli/workspace.hpp"
#include "workbook/merging.hpp"

namespace tbsc94::cli {

namespace {

void say_each(const std::vector<std::string>& lines) {
  for (const std::string& each : lines) {
    say(each + '\n');
  }
}

// Reads the files one after another; `done`, or the exit code of what was said.
int add_files(const common_options& options, language lang, workbook::merging& into) {
  int code = done;
  for (const std::string& path : options.paths) {
    const input file = input_at(path);
    if (file.kind != input_kind::document) {
      complain(lang, message::merges_documents(lang, displayed(path)));
      return wrong_usage;
    }
    padded_buffer bytes;
    io_problem problem;
    if (read_document(file, bytes, problem)) {
      into.add(displayed(path), bytes.text());
    } else {
      complain_cannot_read(lang, problem);
      code = cannot_access;
    }
  }
  return code;
}

int run_merge(const common_options& options, language lang) {
  if (const int code = spare_existing(options, lang); code != done) {
    return code;
  }
  workspace space;
  if (const int code = load(options, lang, space); code != done) {
    return code;
  }
  workbook::merging all(lang);
  if (const int code = add_files(options, lang, all); code != done) {
    return code;
  }
  // Whether items may be left out is for whoever grades it.
  space.reading.excluding = true;
  if (const auto errors = all.check(space.catalog, space.reading); !errors.empty()) {
    say_each(errors);
    complain(lang, message::not_merged(lang, errors.size()));
    return some_refused;
  }
  if (!options.quiet) {
    say_each(all.left_out());
    if (!all.still_missing().empty()) {
      complain(lang, message::still_missing(lang, all.still_missing().size()));
      say_each(all.still_missing());
    }
  }
  return write_text(options, lang, all.text());
}

}  // namespace

command_entry merge_command() {
  const auto options = std::make_shared<common_options>();
  command_entry command{
      .name = "tbsc94 merge", .about = message::about_merge, .further = guides::merge, .run = [options](language lang) {
        return run_merge(*options, lang);
      }};
  command.arguments.push_back({.value = "FILE",
                               .kind = value_kind::assessments,
                               .about = message::opt_parts,
                               .into = &options->paths,
                               .required = true});
  add_scheme_option(command, *options);
  add_output_options(command, *options);
  add_force_option(command, *options);
  return command;
}

}  // namespace tbsc94::cli
