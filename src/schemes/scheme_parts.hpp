// A scheme as the parts that a comparison goes through, each with its place in the file and its words.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "tbsc94/scheme.hpp"
#include "text/language.hpp"

namespace tbsc94 {

/// A field of a part.
struct part_field {
  std::string_view code{};  // its stable word, "points-due"; a text has one in both languages
  std::string member{};     // its place below the part's, "/points_due"
  std::string label{};      // "points due "
  std::string json{};       // its value as a file has it, numbers by value; empty: there is none
  std::string words{};      // the same for people; "Appendix 3"
  std::string_view end{};   // of the end of a band of totals: " (taken in)", said where that is another
  const phrase<std::string_view, std::string_view>* moved = nullptr;  // of an item's group: the sentence on the two

  /// Where a band has "below" instead of "to", that is a change.
  [[nodiscard]] bool is_same(const part_field& other) const { return json == other.json && member == other.member; }
};

struct scheme_part {
  std::string_view kind;             // its stable word, "service-item"
  std::string place;                 // in its file, as a JSON pointer: "/service/characteristics/3/items/1"
  std::string clause{};              // empty: none
  std::string heading{};             // the table of the specification that it is in, with its clause
  std::string id{};                  // or name, by which it is the same in another scheme; empty: it has none
  std::size_t rank{};                // those of its kind stand in this order in every scheme; 0: in the scheme's own
  std::string subject{};             // "item 4.2 equipment and facilities"; empty: the heading says it
  std::string detail{};              // said besides where it is added or removed
  std::vector<part_field> fields{};  // the same, in one order, for all parts of a kind
  part_field order{};                // of the parts in it, without a value
  std::vector<scheme_part> parts{};  // of an appendix the groups, of a group the items
};

using part_list = std::vector<scheme_part>;

/// All lists of parts in the order of the specification. What is in the maturity part stands there only where
/// `with_maturity`; that there is one, always.
[[nodiscard]] std::vector<part_list> parts_of(const scheme& scheme, bool with_maturity, language lang);

/// A text as JSON has it.
[[nodiscard]] std::string json_of(std::string_view text);

}  // namespace tbsc94
