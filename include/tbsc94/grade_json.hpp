// An assessment's text in, its result's text out: what `tbsc94 grade --format json FILE` prints, byte for byte.
#pragma once

#include <string>
#include <string_view>

namespace tbsc94 {

/// Grades an assessment in JSON (at most 4 MiB). What is wrong with it, or with the options, stands in the result's
/// `errors`. `options` is empty or a JSON object with any of
///   "source":       what the result calls the assessment; "-" where it is not given
///   "lang":         "zh" or "en", the language of errors and remarks; "en" where it is not given
///   "reading":      {"NAME": "VALUE"}, as of `--reading`
///   "readings":     the text of a file of decisions, as of `--readings`
///   "schemes":      [the text of a scheme, ...], as of `--scheme`
///   "unknown_keys": "refuse" or "ignore", as of `--unknown-keys`
/// The environment is not looked at. Throws std::bad_alloc alone. Any number of threads may call it at the same time.
[[nodiscard]] std::string grade_json(std::string_view assessment, std::string_view options = {});

}  // namespace tbsc94
