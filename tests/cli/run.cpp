#include "cli/run.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>

#include <cstdlib>
#include <fstream>
#include <stdexcept>

#include "reading/example_texts.hpp"

namespace cli_test {

namespace {

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> result;
  for (std::string& each : texts) {
    result.push_back(each.data());
  }
  result.push_back(nullptr);
  return result;
}

}  // namespace

std::string program() { return TBSC94_PROGRAM; }
std::string data(const std::string& file) { return TBSC94_DATA "/" + file; }

run_result run(const std::vector<std::string>& arguments, const surroundings& given) {
  std::vector<std::string> command{program()};
  command.insert(command.end(), arguments.begin(), arguments.end());
  return run_command(std::move(command), given);
}

// Standard input and output are files, so that no pipe can fill up.
run_result run_command(std::vector<std::string> command, const surroundings& given) {
  const folder files;
  const std::string in = files.write("in", given.input);
  const std::string out = given.output.empty() ? files.write("out", "") : given.output;
  const std::string err = files.write("err", "");

  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 0, in.c_str(), O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, 1, out.c_str(), O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, 2, err.c_str(), O_WRONLY, 0);
  std::vector<std::string> environment = given.environment;
  environment.emplace_back("PATH=/usr/bin:/bin");
  pid_t child = 0;
  const int failed = posix_spawnp(&child, command[0].c_str(), &actions, nullptr, pointers(command).data(),
                                  pointers(environment).data());
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) {
    throw std::runtime_error("cannot run " + command[0]);
  }
  int status = 0;
  waitpid(child, &status, 0);
  run_result result;
  result.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  result.out = given.output.empty() ? example::read_file(out) : "";
  result.err = example::read_file(err);
  return result;
}

nlohmann::json run_result::json() const { return nlohmann::json::parse(out); }

std::vector<nlohmann::json> run_result::lines() const {
  std::vector<nlohmann::json> result;
  for (const std::string& line : lines_of(out)) {
    result.push_back(nlohmann::json::parse(line));
  }
  return result;
}

folder::folder() {
  std::string name = (std::filesystem::temp_directory_path() / "tbsc94-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) {
    throw std::runtime_error("cannot make a folder");
  }
  path_ = name;
}

folder::~folder() {
  std::error_code error;
  std::filesystem::remove_all(path_, error);
}

std::string folder::operator/(const std::string& name) const {
  std::filesystem::create_directories((path_ / name).parent_path());
  return (path_ / name).string();
}

std::string folder::write(const std::string& name, std::string_view text) const {
  const std::string path = *this / name;
  std::ofstream(path, std::ios::binary) << text;
  return path;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

}  // namespace cli_test
