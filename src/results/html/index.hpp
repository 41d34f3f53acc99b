// The page that leads to the reports of several assessments.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_set>
#include <vector>

#include "results/outcome.hpp"
#include "text/language.hpp"

namespace tbsc94 {

/// What the index says of one record, or of what could not be read.
struct index_entry {
  bool is_record = true;
  std::string source;
  std::string id;
  std::string organization;
  std::string date;    // empty for none
  std::string file;    // of its report: set by html_index::add
  std::string grade;   // empty for none
  std::string reason;  // why there is none
  bool conformity_assumed = false;
  bool depends_on_reading = false;
  std::string score;             // as shown
  std::uint64_t hundredths = 0;  // of the score as shown
  std::size_t height = 0;        // of the score among the organization's audits, in pixels
  std::size_t bin = 0;           // of the score, in steps of html_index::bin_width
  std::string total;             // empty for none, as is the level
  std::string level;
  std::vector<std::string> errors;  // of what is not graded, in lines; empty for what is
};
/// The account of all records, also of those that the index leaves out.
struct index_counts {
  std::size_t graded = 0;
  std::size_t refused = 0;
  std::size_t unread = 0;
  std::size_t depends_on_reading = 0;
  std::size_t conformity_assumed = 0;
};

[[nodiscard]] index_entry index_entry_of(const outcome& outcome, const readings& readings, language lang);
[[nodiscard]] index_entry index_entry_of(const unread_input& unread, language lang);

class html_index {
 public:
  static constexpr std::size_t bin_width = 5;
  static constexpr std::size_t bins = 100 / bin_width;  // the last one takes in 100

  /// `grades`: those of the schemes that are loaded, in their order.
  html_index(std::vector<std::string> grades, language lang) : grades_(std::move(grades)), lang_(lang) {}

  /// Adds the next record, and gives the name of its report, which no other one has: `TB-2026-0017_示例企业.html`, or
  /// with its place in front where id or organization are missing.
  const std::string& add(index_entry entry);
  [[nodiscard]] std::string page(const index_counts& counts) const;

 private:
  std::vector<std::string> grades_;
  language lang_;
  std::vector<index_entry> entries_;
  std::unordered_set<std::string> files_;  // their keys: systems differ in what they tell apart
};

}  // namespace tbsc94
