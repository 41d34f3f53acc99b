#include "manual/man_page.hpp"

#include <algorithm>
#include <cctype>

#include "cli/help_messages.hpp"
#include "cli/help_text.hpp"
#include "manual/manual_messages.hpp"
#include "manual/roff.hpp"
#include "reading/scheme_reader.hpp"
#include "results/report_messages.hpp"
#include "tbsc94/readings.hpp"
#include "text/format.hpp"
#include "text/version.hpp"

namespace tbsc94::manual {

namespace {

using cli::command_entry;
using cli::option_entry;

std::string upper_case(std::string text) {
  std::ranges::transform(text, text.begin(), [](unsigned char each) { return static_cast<char>(std::toupper(each)); });
  return text;
}

std::string bold(std::string_view text) { return "\\fB" + roff_line(text) + "\\fR"; }
std::string italic(std::string_view text) { return "\\fI" + roff_line(text) + "\\fR"; }

// The lines of an example, each with its end.
std::string roff_lines(std::string_view text) {
  std::string lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines += roff_line(text.substr(0, end)) + '\n';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

class page_writer {
 public:
  page_writer(const command_entry& command, const command_entry& program, language lang)
      : command_(command),
        program_(program),
        lang_(lang),
        has_parts_(&command != &program && !command.commands.empty()) {}

  std::string write() {
    title();
    section(message::man_synopsis, [&] { synopses(); });
    section(message::man_description, [&] { description(); });
    if (is_program()) {
      section(message::man_commands, [&] { commands(); });
    }
    section(message::man_examples, [&] { for_parts([&](const command_entry& each) { examples(each); }); });
    section(message::man_options, [&] { for_parts([&](const command_entry& each) { options(each); }); });
    if (is_program()) {
      section(message::man_readings, [&] { readings(); });
    }
    section(message::man_exit_status, [&] { exit_status(); });
    section(message::man_environment, [&] { environment(); });
    section(message::man_files, [&] { paragraph(message::man_files_text); });
    if (is_program()) {
      section(message::man_standards, [&] { paragraph(message::man_standards_text); });
    }
    section(message::man_see_also, [&] { see_also(); });
    return std::move(page_);
  }

 private:
  [[nodiscard]] bool is_program() const { return &command_ == &program_; }

  template <class... Args>
  void line(fmt::format_string<Args...> pattern, Args&&... args) {
    page_ += formatted(pattern, std::forward<Args>(args)...);
    page_ += '\n';
  }

  template <class Write>
  void section(const phrase<>& name, Write write) {
    line(".SH {}", roff_argument(name.in(lang_)));
    write();
  }

  // The command itself, or under a heading each of the commands below it.
  template <class Write>
  void for_parts(Write write) {
    if (!has_parts_) {
      write(command_);
      return;
    }
    for (const command_entry& each : command_.commands) {
      line(".SS {}", roff_argument(each.name));
      write(each);
    }
  }

  // A paragraph begins, unless a heading has just begun one.
  void begin_paragraph() {
    const std::size_t last = page_.rfind('\n', page_.size() - 2) + 1;
    if (page_.compare(last, 3, ".SH") != 0 && page_.compare(last, 3, ".SS") != 0) {
      line(".PP");
    }
  }

  void paragraph(const phrase<>& text) {
    begin_paragraph();
    line("{}", roff(text.in(lang_)));
  }

  void title() {
    const std::string page = page_of(command_);
    line(".\\\" Written by tbsc94_manual from the program's own help.");
    line(".TH {} 1 \"\" {} {}", roff_argument(upper_case(page)), roff_argument(formatted("tbsc94 {}", version)),
         roff_argument(message::man_title.in(lang_)));
    line(".nh");
    line(".ad l");
    section(message::man_name, [&] { line("{} \\- {}", roff_line(page), roff_line(command_.about.in(lang_))); });
  }

  void synopsis_of(const command_entry& command) {
    const std::string text = synopsis(command, lang_);
    line("{}{}", bold(command.name), roff_line(text.substr(command.name.size())));
  }

  void synopses() {
    if (!has_parts_) {
      synopsis_of(command_);
      return;
    }
    for (const command_entry& each : command_.commands) {
      page_ += &each == &command_.commands.front() ? "" : ".br\n";
      synopsis_of(each);
    }
  }

  void description() {
    for (const phrase<>& each : command_.further.text) {
      paragraph(each);
    }
    if (has_parts_) {
      for_parts([&](const command_entry& each) {
        for (const phrase<>& text : each.further.text) {
          paragraph(text);
        }
      });
    }
  }

  void commands() {
    for (const command_entry& each : command_.commands) {
      line(".TP\n\\fB{}\\fR(1)", roff_line(page_of(each)));
      line("{}", roff(each.about.in(lang_)));
    }
  }

  void examples(const command_entry& command) {
    for (const cli::example& each : command.further.examples) {
      paragraph(each.does);
      line(".RS 2\n.EX");
      line("$ {}", bold(each.line.in(lang_)));
      if (each.prints) {
        page_ += roff_lines(each.prints->in(lang_));
      }
      line(".EE\n.RE");
    }
  }

  void options(const command_entry& command) {
    for (const option_entry& each : command.arguments) {
      line(".TP\n{}{}", italic(each.value), each.repeats() ? "..." : "");
      about_option(each);
    }
    for (const cli::grouped_options& group : groups_of(command)) {
      for (const option_entry* each : group.options) {
        option_names(*each);
        about_option(*each);
      }
    }
  }

  void option_names(const option_entry& option) {
    const std::string value = option.shown_value();
    line(".TP\n{}{}", joined(option.names, ", ", bold), value.empty() ? "" : " " + italic(value));
  }

  void about_option(const option_entry& option) {
    std::string text = std::string(option.about.in(lang_)).append(message::man_joiner.in(lang_));
    const std::vector<std::string> words = words_by_name(option);
    const bool are_listed = !words.empty() && words.size() < option.all_words().size();
    if (!words.empty() && !are_listed) {
      const auto& told = option.kind == cli::value_kind::word_list ? message::man_several_of : message::man_one_of;
      text += told(lang_, joined(words, message::man_word_separator.in(lang_))) + ' ';
    }
    if (option.range) {
      text += message::man_range(lang_, formatted("{}..{}", option.range->least, option.range->most)) + ' ';
    }
    if (!option.default_value.empty()) {
      text += message::man_default(lang_, option.default_value);
    }
    line("{}", roff(text.substr(0, text.find_last_not_of(' ') + 1)));
    if (are_listed) {
      for (const std::string& each : words) {
        line(".br\n{}", roff_line(each));
      }
    }
  }

  void readings() {
    paragraph(message::man_readings_text);
    const scheme_catalog catalog = embedded_schemes();
    const scheme& scheme = catalog.all().front()->content;
    for (const reading each : all_readings) {
      const reading_names& names = names_of(each);
      const std::string& clause = clause_of(scheme, each);
      line(".TP\n{}", bold(names.name) + roff_line(message::man_clause(lang_, clause)));
      for (std::size_t i = 0; i < names.values().size(); ++i) {
        const auto& value_and_meaning = i == 0 ? message::man_reading_default : message::man_reading_other;
        line("{}{}", i == 0 ? "" : ".br\n",
             roff(value_and_meaning(lang_, names.values()[i], message::meaning_of(each, i).in(lang_))));
      }
    }
  }

  void exit_status() {
    for (std::size_t code = 0; code < message::exit_code_meanings.size(); ++code) {
      line(".TP\n{}\n{}", bold(std::to_string(code)), roff(message::exit_code_meanings[code].in(lang_)));
    }
    line(".PP\n{}", roff(message::highest_exit_code.in(lang_)));
  }

  void environment() {
    for (const message::variable& each : message::man_variables) {
      line(".TP\n{}\n{}", bold(each.names), roff(each.about.in(lang_)));
    }
  }

  void see_also() {
    std::string pages;
    const auto add = [&](const command_entry& each) {
      if (&each != &command_) {
        add_joined(pages, ",\n", bold(page_of(each)) + "(1)");
      }
    };
    add(program_);
    std::ranges::for_each(program_.commands, add);
    line("{}", pages);
  }

  const command_entry& command_;
  const command_entry& program_;
  language lang_;
  bool has_parts_;
  std::string page_;
};

std::string roff_spans(std::string_view line) {
  std::string text;
  for (const manual_span& each : spans_of(line)) {
    text += each.kind == span_kind::code       ? bold(each.text)
            : each.kind == span_kind::emphasis ? italic(each.text)
                                               : roff(each.text);
  }
  return text;
}

std::string roff_block(const manual_block& block) {
  switch (block.kind) {
    case block_kind::title:
      return "";
    case block_kind::heading:
      return formatted(".SH {}\n", roff_argument(block.text));
    case block_kind::paragraph:
      return formatted(".PP\n\\&{}\n", roff_spans(block.text));
    case block_kind::item:
      return formatted(".IP \\(bu 2\n\\&{}\n", roff_spans(block.text));
    case block_kind::code:
      break;
  }
  return formatted(".PP\n.RS 2\n.EX\n{}.EE\n.RE\n", roff_lines(block.text));
}

}  // namespace

std::string man_page(const manual_page& page, language lang) {
  const std::vector<manual_block> blocks = blocks_of(page.in(lang));
  const std::string name = formatted("tbsc94-{}", page.subject);
  std::string text =
      formatted(".TH {} {} \"\" {} {}\n.nh\n.ad l\n.SH {}\n{} \\- {}\n.SH {}\n", roff_argument(upper_case(name)),
                page.section, roff_argument(formatted("tbsc94 {}", version)),
                roff_argument(message::man_title.in(lang)), roff_argument(message::man_name.in(lang)), roff_line(name),
                roff_line(blocks.front().text), roff_argument(message::man_description.in(lang)));
  for (const manual_block& each : blocks) {
    text += roff_block(each);
  }
  return text;
}

std::string man_page(const command_entry& command, const command_entry& program, language lang) {
  return page_writer(command, program, lang).write();
}

}  // namespace tbsc94::manual
