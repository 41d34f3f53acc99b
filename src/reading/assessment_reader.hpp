// Reads assessments: the contract's section 3, strictly, all errors of a file in one go.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "json/finding.hpp"
#include "json/json.hpp"
#include "reading/scheme_catalog.hpp"
#include "tbsc94/assessment.hpp"
#include "tbsc94/readings.hpp"

namespace tbsc94 {

/// How many details, and how many remarks on clauses (`too-large`).
inline constexpr std::size_t most_details = 50;
inline constexpr std::size_t most_conformity_remarks = 500;

enum class unknown_keys : std::uint8_t { refuse, ignore };

struct reader_options {
  std::optional<bool> excluding{};  // whether items may be declared not applicable; absent: by their scheme's readings
  unknown_keys unknown = unknown_keys::refuse;
  language lang = language::en;
  std::string under{};  // the edition to read every assessment under, whatever it names; empty: its own
};

/// Where the recorded result stands in the text: the offsets of its members' values in the
/// order of `recorded_member`, and of the values in recorded_result::readings.
struct recorded_offsets {
  std::array<std::size_t, 4> members{};
  std::vector<std::size_t> readings;
};

/// An α that is written as the double of a shorter number: its place among assessment::alphas, and that number.
struct shorter_alpha {
  std::size_t at = 0;
  alpha value;
};

/// What became of one assessment file or line. It is graded where `errors` is empty.
struct record {
  const loaded_scheme* scheme = nullptr;  // the one it names; null where it names none that is loaded
  const loaded_scheme* own = nullptr;     // the same, whatever the edition that it is read under
  tbsc94::assessment assessment;
  std::size_t date_at = 0;  // the offset of the date's value
  recorded_offsets recorded_at;
  findings errors;
  findings remarks;
  std::vector<shorter_alpha> shorter_alphas;  // one for each remark `alpha-from-double`, in their order
  language lang = language::en;               // of the findings

  /// The readings of its scheme; the defaults where it names none that is loaded.
  [[nodiscard]] const readings_in_use& readings() const {
    static const readings_in_use defaults;
    return scheme != nullptr ? scheme->readings : defaults;
  }
};

/// As new, save that its memory is kept for the next document.
void clear(record& record);

/// What a rating says of one item; the offset is of its key, or of the `null` in place of a value.
struct alpha_cell {
  enum class state : std::uint8_t { absent, null, given };
  state is = state::absent;
  std::size_t offset = 0;
};

/// Reads assessments one after another, keeping its buffers. Not for use by two threads at once.
class assessment_reader {
 public:
  /// The catalog must outlive the reader.
  assessment_reader(const scheme_catalog& catalog, reader_options options);

  /// Reads one document into `record`, whose earlier content is replaced and whose memory is used
  /// again. Lines of findings count from `first_line`.
  void read(const json::padded_text& text, std::size_t first_line, record& record);

 private:
  const scheme_catalog* catalog_;
  reader_options options_;
  json::document_reader documents_;
  std::vector<alpha_cell> cells_;  // of the document that is being read
};

}  // namespace tbsc94
