#include "cli/template_command.hpp"

#include <memory>

#include "cli/cli_messages.hpp"
#include "cli/destination.hpp"
#include "cli/exit_code.hpp"
#include "cli/guides.hpp"
#include "cli/help_messages.hpp"
#include "cli/options.hpp"
#include "cli/say.hpp"
#include "cli/workspace.hpp"
#include "reading/assessment_reader.hpp"
#include "results/blank.hpp"
#include "workbook/blank_form.hpp"

namespace tbsc94::cli {

namespace {

struct template_options {
  common_options common;
  unsigned ratings = 3;
};

int run_template(const template_options& options, language lang) {
  if (const int code = spare_existing(options.common, lang); code != done) {
    return code;
  }
  workspace space;
  if (const int code = load(options.common, lang, space); code != done) {
    return code;
  }
  const loaded_scheme& last = *space.catalog.all().back();  // the one that was asked for, else the embedded one
  if (options.common.format != "xlsx") {
    // The schema that the program brings is that of the embedded scheme.
    const std::string_view schema = &last == &space.catalog.first() ? "assessment.schema.json" : "";
    return write_text(options.common, lang, blank_assessment(last.content, options.ratings, lang, schema));
  }
  const auto form = workbook::blank_form(last.content, options.ratings, lang);
  if (!form) {
    complain_cannot_write(lang, {options.common.output, system_reason()});
    return cannot_access;
  }
  return write_text(options.common, lang, *form);
}

}  // namespace

command_entry template_command() {
  const auto options = std::make_shared<template_options>();
  command_entry command{.name = "tbsc94 template",
                        .about = message::about_template,
                        .further = guides::blank,
                        .run = [options](language lang) { return run_template(*options, lang); }};
  command.options.push_back({.names = {"--ratings"},
                             .value = "N",
                             .kind = value_kind::other,
                             .about = message::opt_ratings,
                             .group = option_group::output,
                             .into = &options->ratings,
                             .range = whole_numbers{1, assessment::most_ratings},
                             .default_value = std::to_string(options->ratings)});
  add_format_option(command, options->common, {"json", "xlsx"});
  add_output_options(command, options->common);
  add_force_option(command, options->common);
  add_scheme_option(command, options->common);
  return command;
}

}  // namespace tbsc94::cli
