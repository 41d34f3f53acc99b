#include "cli/record_format.hpp"

#include "results/ndjson.hpp"
#include "results/text_report.hpp"

namespace tbsc94::cli {

namespace {

class ndjson : public record_format {
 public:
  explicit ndjson(const workspace& space) : space_(space) {}

  void write(batch_result& into, const outcome& outcome, std::string_view /*bytes*/) const override {
    append_ndjson(into.written, outcome, outcome.readings_used().values);
  }
  void write(batch_result& into, const unread_input& unread) const override {
    append_ndjson(into.written, unread, space_.style.lang);
  }

 private:
  const workspace& space_;
};

}  // namespace

void text_lines::write(batch_result& into, const unread_input& unread) const {
  into.written += text_line(unread, style_);
}

std::unique_ptr<record_format> ndjson_format(const workspace& space) { return std::make_unique<ndjson>(space); }

}  // namespace tbsc94::cli
