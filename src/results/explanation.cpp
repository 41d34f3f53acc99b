#include "results/explanation.hpp"

#include <array>

#include "results/explainer.hpp"
#include "results/explanation_messages.hpp"
#include "results/report_lines.hpp"
#include "text/format.hpp"
#include "text/terminal_text.hpp"

namespace tbsc94 {

namespace {

/// Appends operands in the words of a language.
class operand_words {
 public:
  operand_words(std::string& out, language lang) : out_(out), lang_(lang) {}

  void operator()(std::size_t number) { out_ += std::to_string(number); }
  void operator()(std::string_view text) { out_ += text; }
  void operator()(const fraction& value) { out_ += value.to_string(); }
  void operator()(const decimal& value) { out_ += value.shortest(); }
  void operator()(const summands& values) {
    for (const fraction& each : values) {
      out_.append(&each == values.data() ? "" : " + ").append(each.to_string());
    }
  }
  void operator()(const listed& entries) {
    out_ += entries.empty() ? std::string(message::none_such.in(lang_)) : joined(entries, ", ");
  }
  void operator()(const rounding& of) {
    (*this)(of.exact);
    out_.append(of.exact == fraction(of.rounded.value) ? " = " : " ≈ ").append(of.rounded.to_string());
  }
  void operator()(const condition& of) {
    (*this)(of.value);
    out_ += of.holds ? " ≥ " : " < ";
    (*this)(of.least);
    out_ += (of.holds ? message::condition_met : message::condition_not_met).in(lang_);
  }
  void operator()(const item* item) {
    out_.append(item->id).append(" ").append(in(lang_, item->name)).append(message::colon.in(lang_));
  }
  void operator()(const rating* rating) {
    for (const std::string* who : {&rating->assessor, &rating->occasion}) {
      out_ += who->empty() ? "" : " · " + harmless(*who);
    }
  }
  void operator()(const bilingual* name) { out_ += in(lang_, *name); }
  void operator()(const grade_limit* limit) { out_ += report_lines::grade_in_words(limit->grade, lang_); }
  void operator()(const phrase<>& term) { out_ += term.in(lang_); }
  void operator()(const given_grade& grade) { out_ += grade.value_or(message::no_grade_at_all.in(lang_)); }
  void operator()(const other_result& other) {
    if (other.score) {
      out_.append(message::other_score(lang_, other.score->to_string()));
    }
    (*this)(other.grade);
    out_ += (other.changes_grade ? message::other_grade : message::other_same).in(lang_);
  }
  void operator()(const raises_to_level& to) { out_ += raises_text(*to.part, *to.raises, to.lacking, lang_); }

 private:
  std::string& out_;
  language lang_;
};

}  // namespace

std::string_view heading_of(part_about about, language lang) {
  static constexpr std::array headings{message::explain_due,      message::explain_points,  message::explain_mean,
                                       message::explain_maturity, message::explain_table,   message::explain_verdict,
                                       message::explain_readings, message::explain_outlook, message::explain_losses,
                                       message::explain_agreement};
  return headings[static_cast<std::size_t>(about)].in(lang);
}

std::string words_of(const explained_step& step, language lang) {
  std::string text;
  operand_words words(text, lang);
  std::string_view rest = step.kind->pattern(lang);
  for (const operand& each : step.operands) {
    const std::size_t place = rest.find("{}");
    text += rest.substr(0, place);
    std::visit(words, each);
    rest.remove_prefix(place + 2);
  }
  return text.append(rest);
}

std::vector<explained_part> explain(const worked_out& all) { return explainer(all).explain(); }

}  // namespace tbsc94
