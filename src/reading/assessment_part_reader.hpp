// Reads a part of an assessment: what all have in common, with the texts on items and under labels.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "json/strict_reader.hpp"
#include "reading/record.hpp"

namespace tbsc94 {

/// Reads with the items of a scheme, and adds to a record what is wrong or odd.
class assessment_part_reader : protected strict_reader {
 protected:
  assessment_part_reader(const loaded_scheme& scheme, record& into, language lang)
      : strict_reader(into.errors, lang), scheme_(&scheme), remarks_(into.remarks) {}

  [[nodiscard]] const loaded_scheme& used_scheme() const { return *scheme_; }
  void use(const loaded_scheme& scheme) { scheme_ = &scheme; }
  [[nodiscard]] const scheme& content() const { return scheme_->content; }

  void remark(code code, const path& at, std::size_t offset, std::string_view clause, std::string message) {
    remarks_.push_back({code, at.pointer(), offset, 0, 0, std::string(clause), std::move(message)});
  }

  /// Says which key was likely meant.
  void unknown_member(const json::key& key, value member, const path& at, const json::key_names& known);
  /// Unless another key was told to mean this one.
  void missing_member(std::string_view name, const path& at, std::size_t offset, std::string_view clause = {});
  /// The item that was likely meant.
  std::optional<std::size_t> unknown_item(const json::key& key, value member, const path& at, const item_table& table,
                                          const json::key_names& ids);

  /// Whether it is a number; what is said of another text is `cure(text)` where that is not empty.
  template <class Cure>
  bool expect_number(value value, const path& at, const Cure& cure) {
    if (value.kind() == kind::string) {
      if (std::string message = cure(value.string()); !message.empty()) {
        refuse_type(kind::number, value, at, std::move(message));
        return false;
      }
    }
    return expect(kind::number, value, at);
  }

  /// Calls `take(index, key, value)` for each item of which an object says something.
  template <class Take>
  void notes(value object, const path& at, const item_table& table, const json::key_names& ids, Take take) {
    if (is_of_items(object, at, ids)) {
      members(object, ids, at, [&](std::size_t index, const json::key& key, value member) {
        if (index == json::unknown) {
          static_cast<void>(unknown_item(key, member, at, table, ids));
        } else {
          take(index, key, member);
        }
      });
    }
  }
  /// Remarks on items.
  void read_remarks(value remarks, const path& at, const item_table& table, const json::key_names& ids,
                    std::vector<item_note>& into);
  /// Texts under labels of the file's own: details, and remarks on clauses.
  void read_labelled(value texts, const path& at, std::size_t most, std::vector<labelled_text>& into);

 private:
  bool is_of_items(value object, const path& at, const json::key_names& ids);

  const loaded_scheme* scheme_;
  findings& remarks_;
  std::set<std::string> told_;  // where keys would stand that others were told to mean
};

}  // namespace tbsc94
