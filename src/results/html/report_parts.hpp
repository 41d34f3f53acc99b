// The parts of the HTML report that are tables: each adds its members to the page.
#pragma once

#include "results/html/report_context.hpp"

namespace tbsc94::html {

/// The form of Appendix 1.
void add_service_form(members& page, const report_context& report);
/// The form of Appendix 3; nothing for a scheme without that part.
void add_maturity_form(members& page, const report_context& report);
/// The readings (5.1 to 5.3) with what their other values would give, and what is assumed.
void add_readings(members& page, const report_context& report);
/// How far the ratings agree (5.1.1, 5.1.2).
void add_agreement(members& page, const report_context& report);

}  // namespace tbsc94::html
