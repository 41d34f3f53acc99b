// A folder of reports is there whole, or not at all.
#include "archive/report_folder.hpp"

#include <filesystem>

#include "catch.hpp"
#include "cli/run.hpp"

namespace {

using namespace tbsc94;
using cli_test::folder;
namespace fs = std::filesystem;

std::size_t entries(const fs::path& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

}  // namespace

TEST_CASE("a folder of reports takes its place once it is committed", "[report_folder]") {
  const folder files;
  const fs::path parent = files.path();
  io_problem problem;
  for (const std::string ending : {"", "/"}) {
    fs::remove_all(parent / "out");
    const auto made = report_folder::open((parent / "out").string() + ending, problem);
    REQUIRE(made != nullptr);
    REQUIRE(made->write("a.html", "<p>", problem));
    CHECK_FALSE(fs::exists(parent / "out"));
    REQUIRE(made->commit(problem));
    CHECK(fs::file_size(parent / "out" / "a.html") == 3);
    CHECK(entries(parent) == 1);
  }
  CHECK(report_folder::open((parent / "out").string(), problem) == nullptr);  // not empty
  CHECK(problem.path == (parent / "out").string());
}

TEST_CASE("of a folder of reports that is given up nothing is left", "[report_folder]") {
  const folder files;
  const fs::path parent = files.path();
  io_problem problem;
  {
    const auto made = report_folder::open((parent / "out").string(), problem);
    REQUIRE(made != nullptr);
    REQUIRE(made->write("a.html", "<p>", problem));
    CHECK(entries(parent) == 1);
  }
  CHECK(entries(parent) == 0);
}

TEST_CASE("a folder of reports that cannot be made or put in its place says so", "[report_folder]") {
  const folder files;
  const fs::path parent = files.path();
  io_problem problem;
  CHECK(report_folder::open((parent / "none" / "out").string(), problem) == nullptr);
  CHECK(problem.path == (parent / "none" / "out").string());
  const auto made = report_folder::open((parent / "out").string(), problem);
  REQUIRE(made != nullptr);
  fs::remove_all(made->path_of(""));
  CHECK_FALSE(made->write("a.html", "<p>", problem));
  CHECK_FALSE(made->commit(problem));
  CHECK(problem.path == (parent / "out").string());
}
