// What a check of a scheme found, as text and as JSON.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checking/scheme_check.hpp"
#include "json/finding.hpp"
#include "text/language.hpp"

namespace tbsc94 {

/// What is odd, by name: `"out-of-proportion"`.
[[nodiscard]] std::string_view name_of(oddity kind);

/// A scheme file that was checked.
struct checked_scheme {
  std::string source;  // the path as reached; the embedded scheme's id and edition
  std::string sha256;
  std::optional<scheme> content;       // absent: it cannot be loaded
  findings errors;                     // why not; empty else
  std::vector<scheme_remark> remarks;  // on one that can be loaded
};

/// A line for every error and for every remark, the figures of its examples below it; at the end whether
/// the scheme can be loaded.
[[nodiscard]] std::string check_text(const checked_scheme& checked, language lang);

/// The same for machines. An example is a whole assessment, with what `grade` makes of it.
[[nodiscard]] std::string check_json(const checked_scheme& checked, language lang);

/// Where the references of the management items point: "Appendix 4", or "requirements" where the scheme names none.
[[nodiscard]] std::string requirements_text(const maturity_part& part, language lang);

}  // namespace tbsc94
