// The command line as data, and what is told of it: help texts, man pages and completions are all
// written from it, so that none can say what the program does not do.
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "text/language.hpp"

namespace tbsc94::cli {

/// A line that does something useful. The tests run it, and hold what it `prints` against what comes.
struct example {
  phrase<> does;
  phrase<> line;
  std::optional<phrase<>> prints{};  // lines of standard output; "…" stands for lines left out
};

/// What is told of a command besides its options.
struct guide {
  std::span<const example> examples;
  std::span<const phrase<>> text;  // the manual's paragraphs
};

/// What the value of an option or argument is.
enum class value_kind : std::uint8_t {
  none,         // a flag
  word,         // one of `words`
  word_list,    // several of `words`, joined by commas
  assessments,  // a file, folder or archive with assessments
  file,         // another file
  other,        // a number, say
};

/// An option, or an argument, which has no names.
struct option_entry {
  std::vector<std::string> names;  // "-o", "--output"
  std::string value;               // how its value is called: "FILE", "zh|en"; empty for a flag
  value_kind kind = value_kind::none;
  std::vector<std::string> words;
  std::string range;          // "1..1000"
  std::string default_value;  // empty: none, or one that is not told
  std::string about;
  std::string group;
  bool required = false;
  bool repeats = false;
};

/// A command, or the program itself.
struct command_entry {
  std::string name;  // with what leads to it: "tbsc94 scheme check"
  std::string about;
  guide further;
  std::vector<option_entry> arguments;
  std::vector<option_entry> options;
  std::vector<command_entry> commands;
};

/// The words of an entry as they are shown: of `a=x a=y b=z` with one name each, "a=x|y" and "b=z". None of
/// very many: completions offer them.
[[nodiscard]] std::vector<std::string> words_by_name(const option_entry& entry);

/// Knows the guides of a program's commands. CLI11 asks it for their help.
class handbook final : public CLI::FormatterBase {
 public:
  explicit handbook(language lang) : lang_(lang) {}

  void add(const CLI::App& command, const guide& further) { guides_[&command] = further; }
  [[nodiscard]] command_entry describe(const CLI::App& command) const;
  std::string make_help(const CLI::App* command, std::string name, CLI::AppFormatMode mode) const override;

 private:
  language lang_;
  std::map<const CLI::App*, guide> guides_;
};

/// Gives a command its guide, in the handbook that it has from its program.
void add_guide(const CLI::App& command, const guide& further);

}  // namespace tbsc94::cli
