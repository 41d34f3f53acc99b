// tbsc94_manual FOLDER: writes the man pages and the completions, from the program's own command line.

#include <filesystem>
#include <fstream>
#include <iostream>

#include "cli/command_line.hpp"
#include "cli/completions.hpp"
#include "cli/help_text.hpp"
#include "manual/man_page.hpp"
#include "text/format.hpp"
#include "text/manual_pages.hpp"

namespace {

using namespace tbsc94;

void write(const std::filesystem::path& path, const std::string& text) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream file(path, std::ios::binary);
  file << text;
  file.close();
  if (!file) {
    throw std::filesystem::filesystem_error("cannot write", path, std::make_error_code(std::errc::io_error));
  }
}

void write_pages(const std::filesystem::path& folder, const cli::command_entry& program, language lang) {
  write(folder / "man1" / (page_of(program) + ".1"), manual::man_page(program, program, lang));
  for (const cli::command_entry& each : program.commands) {
    write(folder / "man1" / (page_of(each) + ".1"), manual::man_page(each, program, lang));
  }
  for (const manual_page& each : manual_pages()) {
    write(folder / formatted("man{0}/tbsc94-{1}.{0}", each.section, each.subject), manual::man_page(each, lang));
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: tbsc94_manual FOLDER\n";
    return 2;
  }
  try {
    const std::filesystem::path folder = argv[1];
    const cli::command_entry program = cli::program();
    write_pages(folder / "man", program, language::en);
    write_pages(folder / "man/zh_CN", program, language::zh);
    write(folder / "bash-completion/completions/tbsc94", cli::bash_completion(program));
    write(folder / "zsh/vendor-completions/_tbsc94", cli::zsh_completion(program));
    write(folder / "fish/vendor_completions.d/tbsc94.fish", cli::fish_completion(program));
  } catch (const std::exception& error) {
    std::cerr << "tbsc94_manual: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
