// What the progress says, for given times and sizes.
#include "archive/progress.hpp"

#include <filesystem>

#include "catch.hpp"
#include "cli/run.hpp"

namespace {

using namespace tbsc94;
using namespace std::chrono_literals;

std::string said(const progress& now) { return to_string(now, language::en); }

}  // namespace

TEST_CASE("records and their rate, where the size of the input is not known", "[progress]") {
  CHECK(said({0, 0, {}, 500ms}) == "0 records, 0/s");
  CHECK(said({1000, 5000, {}, 500ms}) == "1000 records, 2000/s");
  CHECK(said({3, 5000, {}, 2s}) == "3 records, 1/s");
  CHECK(said({3, 5000, {}, 0ms}) == "3 records, 3000/s");
}

TEST_CASE("the share of the input that is done, and the time that the rest will take", "[progress]") {
  CHECK(said({4000, 25, 100, 2s}) == "4000 records, 2000/s, 25 %, 0:06 left");
  CHECK(said({4000, 99, 100, 99s}) == "4000 records, 40/s, 99 %, 0:01 left");
  CHECK(said({4000, 999, 1000, 999s}) == "4000 records, 4/s, 99 %, 0:01 left");
  CHECK(said({4000, 100, 100, 99s}) == "4000 records, 40/s, 100 %, 0:00 left");
  // A file that has grown
  CHECK(said({4000, 150, 100, 99s}) == "4000 records, 40/s, 100 %, 0:00 left");
  // Nothing is done yet, or there is nothing to do.
  CHECK(said({0, 0, 100, 1s}) == "0 records, 0/s");
  CHECK(said({0, 0, 0, 1s}) == "0 records, 0/s");
}

TEST_CASE("times of minutes and hours", "[progress]") {
  const auto left = [](std::uint64_t seconds) {
    const std::string text = said({1, 1, seconds + 1, 1s});
    return text.substr(text.find(" %, ") + 4);
  };
  CHECK(left(59) == "0:59 left");
  CHECK(left(60) == "1:00 left");
  CHECK(left(3599) == "59:59 left");
  CHECK(left(3600) == "1:00:00 left");
  CHECK(left(90'061) == "25:01:01 left");
}

TEST_CASE("the progress in Chinese", "[progress]") {
  CHECK(to_string({4000, 25, 100, 2s}, language::zh) == "已处理 4000 份，每秒 2000 份，25%，剩余 0:06");
}

TEST_CASE("the size of the input is known where all of it is plain files", "[progress]") {
  const cli_test::folder files;
  const input one{files.write("a.json", "12345")};
  const input lines{files.write("b.ndjson", "1234567"), input_kind::lines};
  CHECK(size_of({}) == 0U);
  CHECK(size_of({one, lines, one}) == 17U);
  CHECK_FALSE(size_of({one, {"/dev/null"}, lines}));
  CHECK_FALSE(size_of({one, {files / "none.json"}}));
  CHECK_FALSE(size_of({{files.path()}}));
}
