// The command line as data. What parses it, help texts, man pages and completions are all made from it, so that
// none can say what the program does not do.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <variant>
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
  word,         // one of the words
  word_list,    // several of them, joined by commas
  assessments,  // a file, folder or archive with assessments
  file,         // another file
  other,        // a number, say
};

/// Where help texts list an option; in the order of message::option_groups.
enum class option_group : std::uint8_t { reading, checks, input, output, general };

/// Where a value goes. `help_flag` and `version_flag` are the parser's own.
enum class own_flag : std::uint8_t { help, version };
using option_target = std::variant<own_flag, bool*, unsigned*, std::string*, std::vector<std::string>*,
                                   std::function<void(const std::string&)>>;

struct whole_numbers {
  unsigned least = 0;
  unsigned most = 0;
};

/// An option, or an argument, which has no names.
struct option_entry {
  std::vector<std::string> names{};  // "-o", "--output"
  std::string value{};               // how its value is called: "FILE"; empty: by its words, or a flag
  value_kind kind = value_kind::none;
  phrase<> about;
  option_group group = option_group::general;
  option_target into;
  std::vector<std::string> words{};                    // others are refused
  std::function<std::vector<std::string>()> offers{};  // words that are only offered: the schemes know others
  std::optional<whole_numbers> range{};                // others are refused
  std::string default_value{};                         // empty: none, or one that is not told
  bool required = false;
  bool takes_several = false;  // an option: all that follows it up to the next one
  int most = -1;               // an argument: how often at the most; -1: any number of times

  [[nodiscard]] bool repeats() const { return std::holds_alternative<std::vector<std::string>*>(into); }
  /// `words`, or those offered.
  [[nodiscard]] std::vector<std::string> all_words() const { return offers ? offers() : words; }
  /// "FILE", "zh|en"; empty for a flag.
  [[nodiscard]] std::string shown_value() const;
};

/// A command, or the program itself.
struct command_entry {
  std::string name;  // with what leads to it: "tbsc94 scheme check"
  phrase<> about;
  guide further;
  std::vector<option_entry> arguments{};
  std::vector<option_entry> options{};
  std::vector<command_entry> commands{};
  std::function<int(language)> run{};  // of a command without others below it: carries it out, for the exit code

  /// "check"
  [[nodiscard]] std::string_view own_name() const;
};

/// The words of an entry as they are shown: of `a=x a=y b=z` with one name each, "a=x|y" and "b=z". None of
/// very many: completions offer them.
[[nodiscard]] std::vector<std::string> words_by_name(const option_entry& entry);

}  // namespace tbsc94::cli
