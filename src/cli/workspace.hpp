// What a command works with: the schemes and readings that its options name, loaded.
#pragma once

#include "cli/options.hpp"
#include "reading/assessment_reader.hpp"
#include "reading/scheme_catalog.hpp"
#include "results/report_style.hpp"
#include "tbsc94/readings.hpp"

namespace tbsc94::cli {

struct workspace {
  scheme_catalog catalog;
  readings_in_use readings;
  bool has_decisions = false;  // a file of the body's says which readings are decided on
  reader_options reading;
  text_style style;
};

/// Loads schemes and readings. On an error says so on standard error and gives its exit code.
[[nodiscard]] int load(const common_options& options, language lang, workspace& into);

}  // namespace tbsc94::cli
