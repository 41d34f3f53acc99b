// A result as a page to be put before a client and a committee: on a screen, or printed on A4.
#pragma once

#include <string>
#include <string_view>

#include "results/html/audience.hpp"
#include "results/worked_out.hpp"
#include "text/language.hpp"

namespace tbsc94 {

/// The full report of a graded assessment as one HTML file that needs no script and fetches nothing. An
/// element that shows a number of the JSON result names it by its pointer (RFC 6901) there: `data-json`.
/// `bytes` are the record's own.
[[nodiscard]] std::string html_report(const worked_out& all, std::string_view bytes, language lang, audience reader);

}  // namespace tbsc94
