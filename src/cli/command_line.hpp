// The program's command line: its commands and their options, read and carried out.
#pragma once

#include <CLI/CLI.hpp>
#include <array>

#include "cli/handbook.hpp"
#include "cli/options.hpp"
#include "text/language.hpp"

namespace tbsc94::cli {

class command_line {
 public:
  explicit command_line(language lang);

  /// Carries out what `argv` asks for; the exit code.
  [[nodiscard]] int run(int argc, const char* const* argv);
  /// What can be asked for.
  [[nodiscard]] command_entry describe() const { return handbook_->describe(program_); }

 private:
  language lang_;
  CLI::App program_;
  std::shared_ptr<handbook> handbook_;
  std::vector<command> commands_;
};

}  // namespace tbsc94::cli
