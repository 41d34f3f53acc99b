// Held results as CI systems read them: JUnit XML, TAP, GitHub's annotations.
//
// A record is a test: passed where its recorded result holds, failed where it differs, an error where
// it was refused, skipped where it carries no recorded result and none is asked for. What could not be read
// is an error of its own, and so is what is wrong with the run as a whole.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "results/outcome.hpp"
#include "text/language.hpp"

namespace tbsc94 {

struct ci_style {
  language lang = language::en;
  bool recorded_required = false;  // a record without a recorded result fails
  std::string workspace{};         // absolute: annotations name the files in it from here; empty: as given
  std::string working_folder{};    // absolute: where paths begin that are not
};

/// Why a run proves nothing: it found no record, or did not come to the end of its input.
enum class run_fault : std::uint8_t { nothing_found, stopped_early };

struct test_counts {
  std::size_t tests = 0;
  std::size_t failures = 0;
  std::size_t errors = 0;
  std::size_t skipped = 0;
};

/// What stands before and after the test cases of a JUnit file: one suite, with no time in it.
[[nodiscard]] std::string junit_head(const test_counts& counts);
inline constexpr std::string_view junit_tail = "  </testsuite>\n</testsuites>\n";
void append_junit_case(std::string& out, const outcome& outcome, const ci_style& style);
void append_junit_case(std::string& out, const unread_input& unread, const ci_style& style);
void append_junit_case(std::string& out, run_fault fault, const ci_style& style);

/// TAP 13; tests go without numbers, the plan stands at the end.
inline constexpr std::string_view tap_head = "TAP version 13\n";
[[nodiscard]] std::string tap_plan(std::size_t tests);
void append_tap(std::string& out, const outcome& outcome, const ci_style& style);
void append_tap(std::string& out, const unread_input& unread, const ci_style& style);
/// `Bail out!`, in place of a plan.
void append_tap(std::string& out, run_fault fault, const ci_style& style);

/// A workflow command for each difference and each error: how many. Of what holds, one that is not counted where
/// it does so by decisions that are a result's own word.
std::size_t append_annotations(std::string& out, const outcome& outcome, const ci_style& style);
std::size_t append_annotations(std::string& out, const unread_input& unread, const ci_style& style);
std::size_t append_annotations(std::string& out, run_fault fault, const ci_style& style);
/// One that tells something of the run as a whole.
[[nodiscard]] std::string notice(std::string_view text);
/// What stands before `annotations` of them: as GitHub shows the first ten alone, one that sums up where there are
/// more, else nothing.
[[nodiscard]] std::string annotations_head(std::size_t annotations, const test_counts& counts, const ci_style& style);

/// Appends `text` as XML 1.0 has it in an attribute or between tags; what XML cannot hold becomes U+FFFD.
void append_xml_text(std::string& out, std::string_view text);

}  // namespace tbsc94
