
#include "cli/completions.hpp"
#include "text/format.hpp"

namespace tbsc94::cli {

namespace {

constexpr std::string_view functions = R"(
# Whether the command line begins with these commands
function __tbsc94_within
    set -l given (commandline -opc)
    set -e given[1]
    test (count $given) -ge (count $argv)
    and test (string join ' ' -- $given[1..(count $argv)]) = "$argv"
end

# Whether it has them and nothing after
function __tbsc94_at
    set -l given (commandline -opc)
    set -e given[1]
    test "$given" = "$argv"
end

# Assessments and folders
function __tbsc94_assessments
    set -l word (commandline -ct)
    for each in (__fish_complete_path $word)
        string match -qr -- $__tbsc94_endings (string split \t -- $each)[1]
        and echo $each
    end
end

complete -c tbsc94 -f
)";

std::string fish_endings() { return formatted("(/|\\{})$", joined(assessment_endings(), "|\\")); }

std::string value_of(const option_entry& entry) {
  switch (entry.kind) {
    case value_kind::word:
      return "-xa " + in_quotes(joined(entry.all_words(), " "));
    case value_kind::word_list:
      return "-xa " + in_quotes(formatted("(__fish_append , {})", joined(entry.all_words(), " ")));
    case value_kind::assessments:
      return "-xa '(__tbsc94_assessments)'";
    case value_kind::file:
      return "-rF";
    case value_kind::none:
    case value_kind::other:
      break;
  }
  return entry.kind == value_kind::none ? "" : "-x";
}

class script_writer {
 public:
  explicit script_writer(language lang) : lang_(lang) {}

  void add(const command_entry& command) {
    const std::string path = command.name.substr(std::min(command.name.find(' ') + 1, command.name.size()));
    const std::string above = command.name == "tbsc94" ? "" : " " + path;
    for (const command_entry& each : command.commands) {
      line(formatted("__tbsc94_at{}", above), formatted("-a {}", each.own_name()), each.about.in(lang_));
    }
    for (const option_entry& each : command.options) {
      std::string names;
      for (const std::string& name : each.names) {
        names += name.starts_with("--") ? formatted(" -l {}", name.substr(2)) : formatted(" -s {}", name.substr(1));
      }
      const std::string value = value_of(each);
      // The program's own options stand before any command.
      line(above.empty() ? "__tbsc94_at" : "__tbsc94_within" + above,
           names.substr(1) + (value.empty() ? "" : " ") + value, each.about.in(lang_));
    }
    for (const option_entry& each : command.arguments) {
      if (each.kind == value_kind::file) {
        line("__tbsc94_within" + above, "-F", "");
      } else if (const std::string value = value_of(each); value.starts_with("-xa")) {
        line("__tbsc94_within" + above, "-" + value.substr(2), "");
      }
    }
    for (const command_entry& each : command.commands) {
      add(each);
    }
  }
  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  void line(const std::string& condition, const std::string& what, std::string_view about) {
    text_ += formatted("    complete -c tbsc94 -n {} {}{}\n", in_quotes(condition), what,
                       about.empty() ? "" : " -d " + in_quotes(in_brief(about)));
  }

  language lang_;
  std::string text_;
};

std::string lines_of(const command_entry& program, language lang) {
  script_writer script(lang);
  script.add(program);
  return script.take();
}

}  // namespace

std::string fish_completion(const command_entry& program) {
  return formatted(
      "# fish completion for tbsc94. Written by tbsc94_manual from the program's own command line.\n\n"
      "set -g __tbsc94_endings {}\n{}\n"
      "set -l __tbsc94_locales $LC_ALL $LC_MESSAGES $LANG\n"
      "if string match -q 'zh*' -- $__tbsc94_locales[1]\n{}else\n{}end\n",
      in_quotes(fish_endings()), functions, lines_of(program, language::zh), lines_of(program, language::en));
}

}  // namespace tbsc94::cli
