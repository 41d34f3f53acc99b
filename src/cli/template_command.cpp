#include "cli/template_command.hpp"

#include "cli/cli_messages.hpp"
#include "cli/guides.hpp"
#include "cli/help_messages.hpp"
#include "cli/usage.hpp"
#include "reading/assessment_reader.hpp"
#include "results/blank.hpp"

namespace tbsc94::cli {

namespace {

struct template_options {
  common_options common;
  std::size_t ratings = 3;
};

int run(const template_options& options, language lang) {
  workspace space;
  if (const int code = load(options.common, lang, space); code != done) {
    return code;
  }
  const loaded_scheme& last = *space.catalog.all().back();  // the one that was asked for, else the embedded one
  return write_text(options.common, lang, blank_assessment(last.content, options.ratings, lang));
}

}  // namespace

command add_template_command(CLI::App& program, language lang) {
  CLI::App* const app = program.add_subcommand("template", std::string(message::about_template.in(lang)));
  add_guide(*app, guides::blank);
  const auto options = std::make_shared<template_options>();
  app->add_option("--ratings", options->ratings, std::string(message::opt_ratings.in(lang)))
      ->check(within(1, most_ratings, lang))
      ->type_name("N")
      ->capture_default_str()
      ->group(std::string(message::group_output.in(lang)));
  add_output_options(*app, options->common, lang);
  add_scheme_option(*app, options->common, lang);
  return {app, [options, lang] { return run(*options, lang); }};
}

}  // namespace tbsc94::cli
