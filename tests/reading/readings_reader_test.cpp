// A body's own decisions on the readings.
#include "reading/readings_reader.hpp"

#include "catch.hpp"
#include "reading/example_texts.hpp"
#include "scoring/example_scheme.hpp"

namespace {

using namespace tbsc94;

std::optional<readings_in_use> read(const std::string& text, findings& errors) {
  return read_readings(example::padded(text).text(), example::tbsc94_2026(), errors, language::en);
}

void check_refused(const std::string& marked, const std::string& code, const std::string& where) {
  const example::marked_text text = example::unmarked(marked);
  CAPTURE(marked);
  findings errors;
  CHECK_FALSE(read(text.text, errors));
  REQUIRE(errors.size() == 1);
  CHECK(name_of(errors[0].code) == code);
  CHECK(errors[0].where == where);
  CHECK(errors[0].offset == text.offset);
  CHECK(errors[0].column == text.column);
}

}  // namespace

TEST_CASE("what an editor checks the file by decides nothing", "[readings_reader]") {
  findings errors;
  const auto read_ = read(R"({"$schema": "x", "row-grade": {"value": "by-order", "decision": "TC"}})", errors);
  REQUIRE(read_);
  CHECK(read_->values.value(reading::row_grade) == "by-order");
  CHECK_FALSE(read_->settled[static_cast<std::size_t>(reading::mean_over)]);
  check_refused(R"({"$schema": ⌖1})", "wrong-type", "/$schema");
}

TEST_CASE("a decision sets a reading and settles it", "[readings_reader]") {
  findings errors;
  const auto read_ = read(R"({"row-grade": {"value": "by-order", "decision": "TC 2026-03", "date": "2026-03-01"},
                              "mean-over": {"decision": "TC 2026-04", "value": "ratings"}})",
                          errors);
  REQUIRE(read_);
  CHECK(errors.empty());
  CHECK(read_->values.value(reading::row_grade) == "by-order");
  CHECK(read_->settled[static_cast<std::size_t>(reading::row_grade)]->text == "TC 2026-03");
  CHECK(read_->settled[static_cast<std::size_t>(reading::row_grade)]->date == "2026-03-01");
  // The default value can be a decision as well; its date may be left out.
  CHECK(read_->is_settled(reading::mean_over));
  CHECK(read_->settled[static_cast<std::size_t>(reading::mean_over)]->date.empty());
  // The others stay open.
  CHECK_FALSE(read_->is_settled(reading::limit_comparison));
}

TEST_CASE("a file without decisions settles nothing", "[readings_reader]") {
  findings errors;
  const auto read_ = read("{}", errors);
  REQUIRE(read_);
  CHECK(read_->values == readings());
}

TEST_CASE("a decision without anything in it lacks both", "[readings_reader]") {
  findings errors;
  CHECK_FALSE(read(R"({"row-grade": {}, "mean-over": {"date": "2026-03-01"}})", errors));
  REQUIRE(errors.size() == 4);
  CHECK(errors[0].where == "/row-grade/value");
  CHECK(errors[1].where == "/row-grade/decision");
  CHECK(errors[2].where == "/mean-over/value");
  CHECK(errors[3].where == "/mean-over/decision");
}

TEST_CASE("a decision that cannot be seen settles nothing", "[readings_reader]") {
  for (const char* blank : {"", " ", R"(\t\r\n)", R"(\u00a0)", R"(\u3000 )", R"(\u200b\ufeff)", R"(\u0000)",
                            R"(\u2800)", R"(\u3164\u00ad)", R"(\u2028\u202e)", "\xE2\x80\x8B"}) {
    check_refused(R"({"row-grade": {"value": "by-order", "decision": ⌖")" + std::string(blank) + R"("}})",
                  "unknown-value", "/row-grade/decision");
  }
  for (const char* seen : {"x", R"(\u200b。)", " - ", R"(\u3000x)"}) {
    findings errors;
    CHECK(read(R"({"row-grade": {"value": "by-order", "decision": ")" + std::string(seen) + R"("}})", errors));
  }
}

TEST_CASE("what is wrong in a readings file is said with its place", "[readings_reader]") {
  check_refused(R"({⌖"row-grades": {"value": "by-order", "decision": "x"}})", "unknown-key", "/row-grades");
  check_refused(R"({"row-grade": {"value": ⌖"by-size", "decision": "x"}})", "unknown-value", "/row-grade/value");
  check_refused(R"({"row-grade": {"value": ⌖1, "decision": "x"}})", "wrong-type", "/row-grade/value");
  check_refused(R"({"row-grade": ⌖"by-order"})", "wrong-type", "/row-grade");
  check_refused(R"({"row-grade": ⌖{"decision": "x"}})", "missing-key", "/row-grade/value");
  check_refused(R"({"row-grade": ⌖{"value": "by-order"}})", "missing-key", "/row-grade/decision");
  check_refused(R"({"row-grade": {"value": "by-order", "decision": "x", "date": ⌖"2026-02-29"}})", "invalid-date",
                "/row-grade/date");
  for (const char* date : {"", " ", "2026-02-01 ", "\u200b"}) {
    check_refused(R"({"row-grade": {"value": "by-order", "decision": "x", "date": ⌖")" + std::string(date) + R"("}})",
                  "invalid-date", "/row-grade/date");
  }
  check_refused(R"({"row-grade": {"value": "by-order", "decision": "x", ⌖"by": "y"}})", "unknown-key", "/row-grade/by");
  check_refused(R"({"row-grade": {"value": "by-order", "decision": "x"}, ⌖"row-grade": {}})", "duplicate-key",
                "/row-grade");
  check_refused(R"({"row-grade": {"value": "by-order", "decision": "x", ⌖"value": "by-order"}})", "duplicate-key",
                "/row-grade/value");
  check_refused(R"({⌖"row-grades": 1})", "unknown-key", "/row-grades");
  check_refused(R"({"row-grade": {"value": "by-order", "decision": "x"}} ⌖{})", "malformed-json", "");
  check_refused("⌖[]", "wrong-type", "");
  check_refused("⌖12", "wrong-type", "");
  check_refused("{⌖", "malformed-json", "");
}
