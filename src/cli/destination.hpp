// Where the output goes, and what it may not be written over.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/options.hpp"
#include "text/language.hpp"

namespace tbsc94::cli {

/// Wrong usage, which is said, where the output would go into a file that is read: one of the options', or of
/// `others`, by whatever name. Else `done`.
[[nodiscard]] int spare_inputs(const common_options& options, language lang,
                               const std::vector<std::string>& others = {});
/// The same, and where it would go into any file that is there, without `--force`.
[[nodiscard]] int spare_existing(const common_options& options, language lang);

/// Writes a text to where `options` say; the exit code.
[[nodiscard]] int write_text(const common_options& options, language lang, std::string_view text);

}  // namespace tbsc94::cli
