
#include "cli/completions.hpp"
#include "text/format.hpp"

namespace tbsc94::cli {

namespace {

// What is asked of the tables below, and how the answer becomes COMPREPLY. bash 3.2 knows all of it.
constexpr std::string_view script = R"script(
# Puts into COMPREPLY what there is of a kind: KIND [WORD...]
_tbsc94_reply() {
  local kind=$1 name before=
  shift
  case $kind in
    list)
      case $cur in *,*) before=${cur%,*}, ;; esac
      for name in "$@"; do
        case $before$name in "$cur"*) COMPREPLY+=("$before$name") ;; esac
      done
      ;;
    word)
      for name in "$@"; do
        case $name in "$cur"*) COMPREPLY+=("$name") ;; esac
      done
      ;;
    file | assessments)
      while IFS= read -r name; do
        if [[ $kind = file || $name =~ $_tbsc94_endings ]]; then COMPREPLY+=("$name"); fi
      done < <(compgen -f -- "$cur")
      if [[ $kind = assessments ]]; then
        while IFS= read -r name; do COMPREPLY+=("$name"); done < <(compgen -d -- "$cur")
      fi
      compopt -o filenames 2>/dev/null
      ;;
  esac
}

_tbsc94() {
  local cur= command=tbsc94 awaited= at_end= kind= last= i n=0
  local words=()
  COMPREPLY=()
  # "=" parts words for readline, and does not for the program.
  for ((i = 1; i <= COMP_CWORD; i++)); do
    if [[ $n -gt 0 && -n ${COMP_WORDS[i]} && (${COMP_WORDS[i]} = '=' || $last = '=') ]]; then
      words[n - 1]+=${COMP_WORDS[i]}
    else
      words[n++]=${COMP_WORDS[i]}
    fi
    last=${COMP_WORDS[i]}
  done
  # What stands before says which command it is, and what is awaited.
  for ((i = 0; i < n - 1; i++)); do
    if [[ -n $awaited ]]; then
      awaited=
    elif [[ ${words[i]} = -- ]]; then
      at_end=1
    elif [[ -n $at_end || ${words[i]} = -*=* ]]; then
      :
    elif [[ ${words[i]} = -* ]]; then
      awaited=$(_tbsc94_value "$command" "${words[i]}")
    elif [[ " $(_tbsc94_commands "$command") " = *" ${words[i]} "* ]]; then
      command="$command ${words[i]}"
    fi
  done
  cur=${words[n - 1]}
  if [[ -n $awaited ]]; then
    kind=$awaited
  elif [[ -z $at_end && $cur = -*=* ]]; then
    kind=$(_tbsc94_value "$command" "${cur%%=*}")
    cur=${cur#*=}
  elif [[ -z $at_end && $cur = -* ]]; then
    kind="word $(_tbsc94_options "$command")"
  elif [[ -n $(_tbsc94_commands "$command") ]]; then
    kind="word $(_tbsc94_commands "$command")"
  else
    kind=$(_tbsc94_argument "$command")
  fi
  local IFS=$' \t\n'
  _tbsc94_reply $kind
  # readline replaces only what is behind the last "=".
  if [[ $cur = *=* && $COMP_WORDBREAKS = *=* ]]; then
    for ((i = 0; i < ${#COMPREPLY[@]}; i++)); do
      COMPREPLY[i]=${COMPREPLY[i]#"${cur%=*}="}
    done
  fi
}

complete -F _tbsc94 tbsc94
)script";

// "word text json": the kind, and the words there are.
std::string kind_and_words(const option_entry& entry) {
  switch (entry.kind) {
    case value_kind::word:
      return formatted("word {}", joined(entry.all_words(), " "));
    case value_kind::word_list:
      return formatted("list {}", joined(entry.all_words(), " "));
    case value_kind::assessments:
      return "assessments";
    case value_kind::file:
      return "file";
    case value_kind::none:
    case value_kind::other:
      break;
  }
  return "other";
}

// A function that looks something up for a command: one line of a `case` each.
class lookup {
 public:
  lookup(std::string_view name, std::string_view key) : text_(formatted("\n{}() {{\n  case \"{}\" in\n", name, key)) {}

  void add(std::string_view key, std::string_view value) {
    text_ += formatted("    {}) echo {} ;;\n", key, in_quotes(value));
  }
  [[nodiscard]] std::string to_string() const { return text_ + "  esac\n}\n"; }

 private:
  std::string text_;
};

struct lookups {
  lookup commands{"_tbsc94_commands", "$1"};
  lookup options{"_tbsc94_options", "$1"};
  lookup values{"_tbsc94_value", "$1 $2"};
  lookup arguments{"_tbsc94_argument", "$1"};

  void add(const command_entry& command) {
    const auto key = [&](const std::string& name) { return in_quotes(command.name + " " + name); };
    for (const option_entry& each : command.options) {
      if (each.kind != value_kind::none) {
        values.add(joined(each.names, " | ", key), kind_and_words(each));
      }
    }
    const auto long_name = [](const option_entry& option) { return option.names.back(); };
    options.add(in_quotes(command.name), joined(command.options, " ", long_name));
    if (!command.arguments.empty()) {
      arguments.add(in_quotes(command.name), kind_and_words(command.arguments.back()));
    }
    if (!command.commands.empty()) {
      for (const command_entry& each : command.commands) {
        add(each);
      }
      commands.add(in_quotes(command.name), joined(command.commands, " ", &command_entry::own_name));
    }
  }
};

std::string bash_endings() {
  std::string pattern;
  for (const std::string& each : assessment_endings()) {
    for (const char letter : (pattern.empty() ? "" : "|") + each) {
      pattern += letter == '.' ? "\\." : std::string(1, letter);
    }
  }
  return "(" + pattern + ")$";
}

}  // namespace

std::string bash_completion(const command_entry& program) {
  lookups all;
  all.add(program);
  return formatted(
      "# bash completion for tbsc94                             -*- shell-script -*-\n"
      "# Written by tbsc94_manual from the program's own command line.\n\n_tbsc94_endings={}\n{}{}{}{}{}",
      in_quotes(bash_endings()), all.commands.to_string(), all.options.to_string(), all.values.to_string(),
      all.arguments.to_string(), script);
}

}  // namespace tbsc94::cli
