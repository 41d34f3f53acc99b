// The input cut into batches: what each stands for.
#include "archive/batches.hpp"

#include <utility>

#include "archive/packing.hpp"
#include "catch.hpp"
#include "cli/run.hpp"

namespace {

using namespace tbsc94;

// The bytes that the batches of a file were read from.
std::uint64_t bytes_of(const std::string& path) {
  std::vector<io_problem> problems;
  batch_source source(expand(path, problems));
  std::uint64_t sum = 0;
  for (batch batch; source.next(batch, problems);) {
    sum += batch.bytes;
  }
  CHECK(problems.empty());
  return sum;
}

}  // namespace

TEST_CASE("the bytes of the input are counted as they lie on the disk", "[archive][batches]") {
  const cli_test::folder files;
  const std::string lines = std::string(200'000, 'x') + "\n\n" + std::string(300'000, 'y');
  for (const auto& [name, bytes] : {std::pair{"a.ndjson", lines},
                                    {"a.ndjson.gz", pack::compressed(lines)},
                                    {"a.ndjson.zst", pack::compressed(lines, "zstd")},
                                    {"a.tgz", pack::tar({{"a.ndjson", lines}, {"b.json", "{}"}}, "gzip")},
                                    {"a.zip", pack::zip({{"a.ndjson", lines}, {"b.json", "{}"}})}}) {
    CHECK(bytes_of(files.write(name, bytes)) == bytes.size());
  }
  // A document's when it is opened.
  const std::string packed = pack::compressed("{}");
  const input document{files.write("a.json.gz", packed), input_kind::document, packing::compressed};
  padded_buffer buffer;
  io_problem problem;
  CHECK(read_document(document, buffer, problem) == packed.size());
  CHECK(buffer.text() == "{}");
}

TEST_CASE("a problem lies behind its batch's records and ahead of all others", "[archive][batches]") {
  const cli_test::folder files;
  const std::string bytes = pack::zip({{"a.json", "1"}, {"b.json", pack::noise(1000)}, {"c.json", "3"}});
  std::vector<io_problem> problems;
  batch_source source(expand(files.write("a.zip", pack::damaged(bytes, bytes.find("b.json") + 300)), problems));
  batch batch;
  REQUIRE(source.next(batch, problems));
  REQUIRE(batch.members.size() == 1);
  CHECK(batch.members[0].source == files.path() + "/a.zip/a.json");
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].path == files.path() + "/a.zip/b.json");
  problems.clear();
  REQUIRE(source.next(batch, problems));
  REQUIRE(batch.members.size() == 1);
  CHECK(batch.members[0].source == files.path() + "/a.zip/c.json");
  CHECK(problems.empty());
  CHECK_FALSE(source.next(batch, problems));
}
