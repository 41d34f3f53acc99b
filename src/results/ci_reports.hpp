// Held results as CI systems read them: JUnit XML, TAP, GitHub's annotations.
//
// A record is a test: passed where its recorded result holds, failed where it differs, an error where
// it was refused, skipped where it carries no recorded result and none is asked for.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "results/outcome.hpp"
#include "text/language.hpp"

namespace tbsc94 {

struct ci_style {
  language lang = language::en;
  bool recorded_required = false;  // a record without a recorded result fails
};

struct test_counts {
  std::size_t tests = 0;
  std::size_t failures = 0;
  std::size_t errors = 0;
  std::size_t skipped = 0;
};

/// What stands before and after the test cases of a JUnit file: one suite, with no time in it.
[[nodiscard]] std::string junit_head(const test_counts& counts);
inline constexpr std::string_view junit_tail = "  </testsuite>\n</testsuites>\n";
void append_junit_case(std::string& out, const outcome& outcome, ci_style style);

/// TAP 13; tests go without numbers, the plan stands at the end.
inline constexpr std::string_view tap_head = "TAP version 13\n";
[[nodiscard]] std::string tap_plan(std::size_t tests);
void append_tap(std::string& out, const outcome& outcome, ci_style style);

/// A workflow command for each difference and each error, none for what holds.
void append_annotations(std::string& out, const outcome& outcome, ci_style style);

/// Appends `text` as XML 1.0 has it in an attribute or between tags; what XML cannot hold becomes U+FFFD.
void append_xml_text(std::string& out, std::string_view text);

}  // namespace tbsc94
