#include "cli/compare_command.hpp"

#include <algorithm>
#include <memory>
#include <optional>

#include "archive/batch_grader.hpp"
#include "archive/input.hpp"
#include "cli/cli_messages.hpp"
#include "cli/destination.hpp"
#include "cli/exit_code.hpp"
#include "cli/guides.hpp"
#include "cli/options.hpp"
#include "cli/say.hpp"
#include "cli/workspace.hpp"
#include "reading/place_words.hpp"
#include "results/comparison_report.hpp"

namespace tbsc94::cli {

namespace {

// Keeps a record in place of writing it down.
class record_keeper : public record_writer {
 public:
  void write(batch_result& /*into*/, const outcome& outcome, std::string_view /*bytes*/) const override {
    kept_ = outcome;
  }
  void write(batch_result& /*into*/, const unread_input& /*unread*/) const override {}
  [[nodiscard]] std::optional<outcome> take() { return std::move(kept_); }

 private:
  mutable std::optional<outcome> kept_;  // one thread's
};

// Grades the one record of a file. Where there is no result, says why, and `code` is the exit code.
std::optional<outcome> graded(const std::string& path, const workspace& space, int& code) {
  const language lang = space.style.lang;
  batch one;
  one.documents.push_back(input_at(path));
  if (one.documents[0].kind != input_kind::document) {
    complain(lang, message::compares_documents(lang, displayed(path)));
    code = std::max<int>(code, wrong_usage);
    return std::nullopt;
  }
  record_keeper keeper;
  batch_result result;
  batch_grader(plain_grader(space.catalog, space.reading), keeper, lang).grade(one, result, [](batch_result& /*part*/) {
    return true;
  });
  for (const io_problem& problem : result.problems) {
    complain_cannot_read(lang, problem);
  }
  std::optional<outcome> found = keeper.take();
  if (!found) {
    code = cannot_access;
  } else if (!found->grading) {
    say(error_lines(found->record, found->file, lang));
    code = std::max<int>(code, some_refused);
    found.reset();
  }
  return found;
}

std::string written(const audit_comparison& compared, const std::string& format, text_style style) {
  return format == "json"       ? comparison_json(compared)
         : format == "markdown" ? comparison_markdown(compared, style.lang)
         : format == "html"     ? comparison_html(compared, style.lang)
                                : comparison_text(compared, style);
}

int run_compare(const common_options& options, language lang) {
  if (options.paths.size() != 2) {
    complain(lang, message::compares_two(lang, options.paths.size()));
    return wrong_usage;
  }
  if (const int code = spare_inputs(options, lang); code != done) {
    return code;
  }
  workspace space;
  int code = load(options, lang, space);
  if (code != done) {
    return code;
  }
  const auto older = graded(options.paths[0], space, code);
  const auto newer = graded(options.paths[1], space, code);
  if (!older || !newer) {
    return code;
  }
  const worked_out before(*older, older->readings_used());
  const worked_out after(*newer, newer->readings_used());
  return write_text(options, lang, written({before, after}, options.format, space.style));
}

}  // namespace

command_entry compare_command() {
  const auto options = std::make_shared<common_options>();
  command_entry command{.name = "tbsc94 compare",
                        .about = message::about_compare,
                        .further = guides::compare,
                        .run = [options](language lang) { return run_compare(*options, lang); }};
  command.arguments.push_back({.value = "FILE",
                               .kind = value_kind::assessments,
                               .about = message::opt_compared,
                               .into = &options->paths,
                               .required = true,
                               .most = 2});
  add_format_option(command, *options, {"text", "markdown", "html", "json"});
  add_reading_options(command, *options);
  add_output_options(command, *options);
  return command;
}

}  // namespace tbsc94::cli
