// The files of data/ that the program carries within itself.
#pragma once

#include <cstddef>
#include <string_view>

namespace tbsc94::embedded {

/// How many zeros stand after each, so that a parser may read past its end.
inline constexpr std::size_t readable_after = 64;

/// data/schemes/cts-tbsc94-2026.json, byte for byte.
[[nodiscard]] std::string_view scheme();

/// data/schema/*.schema.json, byte for byte.
[[nodiscard]] std::string_view assessment_schema();
[[nodiscard]] std::string_view result_schema();
[[nodiscard]] std::string_view scheme_schema();

/// What the HTML report is made of, data/report/.
[[nodiscard]] std::string_view report_template();
[[nodiscard]] std::string_view index_template();
[[nodiscard]] std::string_view comparison_template();
[[nodiscard]] std::string_view report_style();

/// The pages of the manual, data/manual/: text/manual_pages.hpp lists them.
[[nodiscard]] std::string_view manual_assessment_zh();
[[nodiscard]] std::string_view manual_assessment_en();
[[nodiscard]] std::string_view manual_readings_zh();
[[nodiscard]] std::string_view manual_readings_en();
[[nodiscard]] std::string_view manual_results_zh();
[[nodiscard]] std::string_view manual_results_en();
[[nodiscard]] std::string_view manual_archives_zh();
[[nodiscard]] std::string_view manual_archives_en();
[[nodiscard]] std::string_view manual_ci_zh();
[[nodiscard]] std::string_view manual_ci_en();
[[nodiscard]] std::string_view manual_schemes_zh();
[[nodiscard]] std::string_view manual_schemes_en();
[[nodiscard]] std::string_view manual_library_zh();
[[nodiscard]] std::string_view manual_library_en();

}  // namespace tbsc94::embedded
