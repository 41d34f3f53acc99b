#include "cli/scheme_command.hpp"

#include "cli/cli_messages.hpp"
#include "cli/guides.hpp"
#include "cli/scheme_diff_command.hpp"
#include "cli/usage.hpp"
#include "reading/scheme_reader.hpp"
#include "schemes/scheme_messages.hpp"
#include "schemes/scheme_report.hpp"
#include "schemes/scheme_sheets.hpp"
#include "text/digest.hpp"
#include "text/embedded.hpp"
#include "text/encoding.hpp"
#include "text/terminal_text.hpp"

namespace tbsc94::cli {

namespace {

struct scheme_options {
  common_options common;
  std::string file;              // of `check`; empty: the embedded scheme
  std::vector<std::string> ids;  // of `show`; empty: all tables
};

int run_check(const scheme_options& options, language lang) {
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
  checked.content = read_scheme(buffer.padded(encoding::without_bom(buffer.text())), checked.errors, lang);
  if (checked.content) {
    checked.remarks = check(*checked.content);
    if (options.file.empty()) {
      checked.source = fmt::format("{} {}", checked.content->id, checked.content->edition);
    }
  }
  const bool as_json = options.common.format == "json";
  const int written = write_text(options.common, lang, as_json ? check_json(checked, lang) : check_text(checked, lang));
  return std::max<int>(written, checked.content ? done : some_refused);
}

int run_show(const scheme_options& options, language lang) {
  workspace space;
  if (const int code = load(options.common, lang, space); code != done) {
    return code;
  }
  const scheme& shown = space.catalog.all().back()->content;  // the one that was asked for, else the embedded one
  for (const std::string& id : options.ids) {
    if (const auto nearest = nearest_if_unknown(shown, id)) {
      complain(lang, message::no_such_id(lang, id, *nearest));
      return wrong_usage;
    }
  }
  const std::string& format = options.common.format;
  return write_text(options.common, lang,
                    format == "json"       ? scheme_json(shown, options.ids)
                    : format == "markdown" ? scheme_markdown(shown, options.ids, lang)
                                           : scheme_text(shown, options.ids, space.style));
}

// Those of the embedded scheme that are one word: completions offer them.
std::vector<std::string> item_numbers() {
  std::vector<std::string> ids = known_ids(embedded_schemes().first().content);
  std::erase_if(ids, [](const std::string& each) { return each.find(' ') != std::string::npos; });
  return ids;
}

CLI::App* add_part(CLI::App& scheme, const char* name, const phrase<>& about, common_options& options,
                   const std::vector<std::string>& formats, language lang) {
  CLI::App* const part = scheme.add_subcommand(name, std::string(about.in(lang)));
  add_format_option(*part, options, formats, lang);
  add_output_options(*part, options, lang);
  return part;
}

}  // namespace

command add_scheme_command(CLI::App& program, language lang) {
  CLI::App* const app = program.add_subcommand("scheme", std::string(message::about_scheme.in(lang)));
  app->require_subcommand(1);
  add_help_and_version(*app, lang);
  add_guide(*app, guides::scheme);
  const auto checking = std::make_shared<scheme_options>();
  const auto showing = std::make_shared<scheme_options>();

  CLI::App* const show =
      add_part(*app, "show", message::about_scheme_show, showing->common, {"text", "json", "markdown"}, lang);
  add_guide(*show, guides::scheme_show);
  show->add_option("ID", showing->ids, std::string(message::opt_scheme_ids.in(lang)))
      ->check(offers(item_numbers))
      ->type_name("");
  add_scheme_option(*show, showing->common, lang);

  CLI::App* const check =
      add_part(*app, "check", message::about_scheme_check, checking->common, {"text", "json"}, lang);
  add_guide(*check, guides::scheme_check);
  check->add_option("FILE", checking->file, std::string(message::opt_scheme_file.in(lang)))->type_name("");

  const command diff = add_scheme_diff_command(*app, lang);

  return {app, [check, checking, diff, showing, lang] {
            return diff.app->parsed() ? diff.run()
                   : check->parsed()  ? run_check(*checking, lang)
                                      : run_show(*showing, lang);
          }};
}

}  // namespace tbsc94::cli
