// Runs the program as a user does.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

namespace cli_test {

/// What a run is given besides its arguments.
struct surroundings {
  std::string input;                     // standard input
  std::vector<std::string> environment;  // "LANG=zh_CN.UTF-8"; nothing else but PATH is there
  std::string output;                    // standard output goes to this file, as "/dev/full", and is not read
};

struct run_result {
  int exit_code = -1;  // -1 where a signal ended it
  std::string out;
  std::string err;

  /// Standard output as JSON; and as a JSON a line.
  [[nodiscard]] nlohmann::json json() const;
  [[nodiscard]] std::vector<nlohmann::json> lines() const;
};

/// `run({"grade", "a.json"})`, with the program itself left out.
run_result run(const std::vector<std::string>& arguments, const surroundings& given = {});
/// Any command: `run_command({"sh", "-c", "…"})`.
run_result run_command(std::vector<std::string> command, const surroundings& given = {});

/// Path of the program, and of a file under data/.
std::string program();
std::string data(const std::string& file);

/// A folder of its own for a test, removed with all it holds.
class folder {
 public:
  folder();
  folder(const folder&) = delete;
  folder& operator=(const folder&) = delete;
  ~folder();

  [[nodiscard]] std::string path() const { return path_.string(); }
  /// The path of a file in it; what is between is made.
  [[nodiscard]] std::string operator/(const std::string& name) const;
  /// Writes a file and gives its path.
  std::string write(const std::string& name, std::string_view text) const;

 private:
  std::filesystem::path path_;
};

/// The lines of a text, without their ends.
std::vector<std::string> lines_of(const std::string& text);

}  // namespace cli_test
