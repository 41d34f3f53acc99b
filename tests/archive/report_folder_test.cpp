// A folder of reports is there whole, or not at all.
#include "archive/report_folder.hpp"

#include <atomic>
#include <filesystem>
#include <string>
#include <thread>

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

TEST_CASE("of a folder of reports that is given up while it is written nothing is left", "[report_folder]") {
  const folder files;
  const fs::path parent = files.path();
  for (int round = 0; round < 50; ++round) {
    io_problem problem;
    report_folder* const made = report_folder::open((parent / "out").string(), problem).release();
    REQUIRE(made != nullptr);
    // The thread waits for ever once the folder is given up: what it uses is never freed.
    auto& written = *new std::atomic<int>(0);
    std::thread([&written, into = made] {
      io_problem ignored;
      for (int number = 0; into->write(std::to_string(number), "<p>", ignored); ++number) {
        written = number;
      }
    }).detach();
    while (written < 20) {
      std::this_thread::yield();
    }
    made->abandon();
    CHECK(entries(parent) == 0);
  }
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
