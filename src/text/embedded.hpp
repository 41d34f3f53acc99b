// The files of data/ that the program carries within itself.
#pragma once

#include <string_view>

namespace tbsc94::embedded {

/// data/schemes/cts-tbsc94-2026.json, byte for byte.
[[nodiscard]] std::string_view scheme();

/// data/schema/*.schema.json, byte for byte.
[[nodiscard]] std::string_view assessment_schema();
[[nodiscard]] std::string_view result_schema();
[[nodiscard]] std::string_view scheme_schema();

/// What the HTML report is made of, data/report/.
[[nodiscard]] std::string_view report_template();
[[nodiscard]] std::string_view index_template();
[[nodiscard]] std::string_view report_style();

}  // namespace tbsc94::embedded
