#include "cli/scheme_command.hpp"

#include <memory>

#include "cli/cli_messages.hpp"
#include "cli/destination.hpp"
#include "cli/exit_code.hpp"
#include "cli/guides.hpp"
#include "cli/options.hpp"
#include "cli/say.hpp"
#include "cli/scheme_diff_command.hpp"
#include "cli/workspace.hpp"
#include "reading/scheme_reader.hpp"
#include "schemes/scheme_messages.hpp"
#include "schemes/scheme_report.hpp"
#include "schemes/shown_parts.hpp"
#include "schemes/shown_scheme.hpp"
#include "text/digest.hpp"
#include "text/embedded.hpp"
#include "text/encoding.hpp"
#include "text/format.hpp"
#include "text/terminal_text.hpp"

namespace tbsc94::cli {

namespace {

struct scheme_options {
  common_options common;
  std::string file;              // of `check`; empty: the embedded scheme
  std::vector<std::string> ids;  // of `show`; empty: all tables
};

int run_check(const scheme_options& options, language lang) {
  if (const int code = spare_inputs(options.common, lang, {options.file}); code != done) {
    return code;
  }
  padded_buffer buffer;
  checked_scheme checked;
  if (options.file.empty()) {
    buffer.assign(embedded::scheme());
  } else {
    io_problem problem;
    if (!read_document({options.file}, buffer, problem)) {
      complain_cannot_read(lang, problem);
      return cannot_access;
    }
    checked.source = displayed(options.file);
  }
  checked.sha256 = sha256(buffer.text());
  checked.content =
      read_scheme(buffer.padded(encoding::without_bom(buffer.text())), checked.errors, lang, embedded_schemes());
  if (checked.content) {
    checked.remarks = check(*checked.content);
    if (options.file.empty()) {
      checked.source = formatted("{} {}", checked.content->id, checked.content->edition);
    }
  }
  const bool as_json = options.common.format == "json";
  const int written = write_text(options.common, lang, as_json ? check_json(checked, lang) : check_text(checked, lang));
  return std::max<int>(written, checked.content ? done : some_refused);
}

int run_show(const scheme_options& options, language lang) {
  if (const int code = spare_inputs(options.common, lang); code != done) {
    return code;
  }
  workspace space;
  if (const int code = load(options.common, lang, space); code != done) {
    return code;
  }
  const loaded_scheme& loaded = *space.catalog.all().back();  // the one that was asked for, else the embedded one
  const scheme& shown = loaded.content;
  for (const std::string& id : options.ids) {
    if (const auto nearest = nearest_if_unknown(shown, id)) {
      complain(lang, message::no_such_id(lang, id, *nearest));
      return wrong_usage;
    }
  }
  const std::string& format = options.common.format;
  return write_text(options.common, lang,
                    format == "json"       ? scheme_json(loaded, options.ids)
                    : format == "markdown" ? scheme_markdown(shown, options.ids, lang)
                                           : scheme_text(shown, options.ids, space.style));
}

// Those of the embedded scheme that are one word: completions offer them.
std::vector<std::string> item_numbers() {
  std::vector<std::string> ids = known_ids(embedded_schemes().first().content);
  std::erase_if(ids, [](const std::string& each) { return each.find(' ') != std::string::npos; });
  return ids;
}

command_entry show_command() {
  const auto options = std::make_shared<scheme_options>();
  command_entry command{.name = "tbsc94 scheme show",
                        .about = message::about_scheme_show,
                        .further = guides::scheme_show,
                        .run = [options](language lang) { return run_show(*options, lang); }};
  add_format_option(command, options->common, {"text", "json", "markdown"});
  add_output_options(command, options->common);
  command.arguments.push_back({.value = "ID",
                               .kind = value_kind::word,
                               .about = message::opt_scheme_ids,
                               .into = &options->ids,
                               .offers = item_numbers});
  add_scheme_option(command, options->common);
  return command;
}

command_entry check_command() {
  const auto options = std::make_shared<scheme_options>();
  command_entry command{.name = "tbsc94 scheme check",
                        .about = message::about_scheme_check,
                        .further = guides::scheme_check,
                        .run = [options](language lang) { return run_check(*options, lang); }};
  add_format_option(command, options->common, {"text", "json"});
  add_output_options(command, options->common);
  command.arguments.push_back(
      {.value = "FILE", .kind = value_kind::file, .about = message::opt_scheme_file, .into = &options->file});
  return command;
}

}  // namespace

command_entry scheme_command() {
  command_entry command{.name = "tbsc94 scheme", .about = message::about_scheme, .further = guides::scheme};
  add_help_and_version(command);
  command.commands = {show_command(), check_command(), scheme_diff_command()};
  return command;
}

}  // namespace tbsc94::cli
