// What a revision changes, as text, Markdown and JSON.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "json/json_writer.hpp"
#include "results/report_style.hpp"
#include "schemes/scheme_diff.hpp"

namespace tbsc94 {

/// One of two schemes that are compared.
struct compared_scheme {
  std::string file;  // the path as reached; empty for a scheme that is loaded
  std::string sha256;
  const scheme* content = nullptr;
  std::string_view text;  // of its file

  /// The path; its id and edition where it has none.
  [[nodiscard]] std::string source() const;
};

/// Two schemes, A and B, and all that differs between them.
struct scheme_comparison {
  compared_scheme a;
  compared_scheme b;
  std::vector<scheme_change> changes;
};

/// The schemes, how much differs, and a line for each difference under the table that it is in.
[[nodiscard]] std::string diff_text(const scheme_comparison& compared, text_style style);
[[nodiscard]] std::string diff_markdown(const scheme_comparison& compared, language lang);
/// The keys "a", "b" and "differences".
void write_diff(json_writer& json, const scheme_comparison& compared);

}  // namespace tbsc94
