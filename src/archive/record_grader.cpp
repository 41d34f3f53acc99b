#include "archive/record_grader.hpp"

namespace tbsc94 {

namespace {

class plain : public record_grader {
 public:
  plain(const scheme_catalog& catalog, const reader_options& options) : reader_(catalog, options) {}

  void grade(const json::padded_text& text, std::size_t first_line, outcome& into) override {
    reader_.read(text, first_line, into.record);
    grade_record(into, into.record.readings());
  }

 private:
  assessment_reader reader_;
};

}  // namespace

std::unique_ptr<record_grader> plain_grader(const scheme_catalog& catalog, const reader_options& options) {
  return std::make_unique<plain>(catalog, options);
}

}  // namespace tbsc94
