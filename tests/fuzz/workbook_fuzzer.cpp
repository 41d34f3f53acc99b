// Any bytes, and any text in place of a form's sheet, are refused with a reason or become JSON that the reader of
// assessments takes; what is wrong with a cell is never graded.
#include <string>

#include "archive/packing.hpp"
#include "fuzz/fuzz.hpp"
#include "reading/scheme_reader.hpp"
#include "results/outcome.hpp"
#include "text/embedded.hpp"
#include "text/encoding.hpp"
#include "workbook/form_findings.hpp"
#include "workbook/form_reader.hpp"
#include "workbook/merging.hpp"

namespace {

using namespace tbsc94;

const scheme_catalog& catalog() {
  static const scheme_catalog result = [] {
    scheme_catalog schemes;
    findings errors;
    auto scheme = read_scheme(fuzz::stale_buffer(embedded::scheme(), " ").padded(), errors, language::en);
    fuzz::check(scheme && schemes.add(std::move(*scheme), embedded::scheme()), "the scheme can be loaded");
    return schemes;
  }();
  return result;
}

// A workbook whose sheet has this text. A byte before it says which of the form's sheets it is.
std::string with_sheet(std::string_view sheet) {
  constexpr std::string_view list =
      R"(<workbook><workbookPr/><sheets><sheet name="a" r:id="1"/><sheet name="b" r:id="2"/></sheets></workbook>)";
  constexpr std::string_view parts =
      R"(<Relationships><Relationship Id="1" Type="/worksheet" Target="worksheets/sheet1.xml"/>)"
      R"(<Relationship Id="2" Type="/worksheet" Target="worksheets/sheet2.xml"/>)"
      R"(<Relationship Id="3" Type="/sharedStrings" Target="sharedStrings.xml"/></Relationships>)";
  constexpr std::string_view cover =
      R"(<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>tbsc94:form:1:cover</v></c><c r="B1" t="str"><v>value)"
      R"(</v></c></row><row r="2"><c r="A2" t="str"><v>scheme</v></c><c r="B2" t="str"><v>CTS TBSC94-2026</v></c></row>)"
      R"(</sheetData></worksheet>)";
  return pack::zip({{"xl/workbook.xml", std::string(list)},
                    {"xl/_rels/workbook.xml.rels", std::string(parts)},
                    {"xl/sharedStrings.xml", "<sst><si><t>tbsc94:form:1:rating</t></si><si><t>item:1.1</t></si></sst>"},
                    {"xl/worksheets/sheet1.xml", std::string(cover)},
                    {"xl/worksheets/sheet2.xml", std::string(sheet)}});
}

void check_form(std::string_view bytes) {
  const workbook::form form = workbook::read_form(bytes, language::zh);
  fuzz::check(form.json.empty() ? form.faults.size() == 1 : fuzz::is_json(form.json), "a reason, or JSON");
  outcome outcome;
  assessment_reader reader(catalog(), {});
  reader.read(fuzz::stale_buffer(form.json.empty() ? "{}" : form.json, "9").padded(), 1, outcome.record);
  grade_record(outcome, {});
  workbook::name_cells(form, language::zh, outcome);
  fuzz::check(form.faults.empty() || !outcome.grading, "what is wrong with a cell is never graded");
  fuzz::check(outcome.grading.has_value() == outcome.record.errors.empty(), "graded, or refused with a reason");
  fuzz::check(encoding::is_utf_8(to_lines(outcome.record.errors, "a.xlsx", language::zh)), "messages are UTF-8");

  workbook::merging merging(language::en);
  merging.add("a.xlsx", bytes);
  merging.add("b.xlsx", bytes);
  if (merging.check(catalog(), {}).empty()) {
    fuzz::check(fuzz::is_json(merging.text()), "what is merged is JSON");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  check_form(text.starts_with('<') ? with_sheet(text) : std::string(text));
  return 0;
}
