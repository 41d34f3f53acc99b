// The input cut into batches: what each stands for.
#include "archive/batches.hpp"

#include <string>
#include <utility>
#include <vector>

#include "archive/packing.hpp"
#include "catch.hpp"
#include "cli/run.hpp"

namespace {

using namespace tbsc94;
using strings = std::vector<std::string>;

// The bytes that the batches of a file were read from.
std::uint64_t bytes_of(const std::string& path) {
  batch_source source({input_at(path)});
  std::uint64_t sum = 0;
  for (batch batch; source.next(batch);) {
    sum += batch.bytes;
    CHECK(batch.problems.empty());
  }
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
  batch_source source({input_at(files.write("a.zip", pack::damaged(bytes, bytes.find("b.json") + 300)))});
  batch batch;
  REQUIRE(source.next(batch));
  REQUIRE(batch.members.size() == 1);
  CHECK(batch.members[0].source == files.path() + "/a.zip/a.json");
  REQUIRE(batch.problems.size() == 1);
  CHECK(batch.problems[0].path == files.path() + "/a.zip/b.json");
  REQUIRE(source.next(batch));
  REQUIRE(batch.members.size() == 1);
  CHECK(batch.members[0].source == files.path() + "/a.zip/c.json");
  CHECK(batch.problems.empty());
  CHECK_FALSE(source.next(batch));
}

TEST_CASE("documents of several folders share a batch, in the order of the search", "[archive][batches]") {
  const cli_test::folder files;
  strings wanted;
  for (const char* name : {"/a/b/1.json", "/a/c/2.json", "/a/d.json", "/b.json"}) {
    wanted.push_back(files.write(name + 1, "{}"));
  }
  files.write("a/notes.txt", "");
  batch_source source({input_at(files.path())});
  batch batch;
  REQUIRE(source.next(batch));
  strings found;
  for (const input& each : batch.documents) {
    found.push_back(each.path);
  }
  CHECK(found == wanted);
  CHECK_FALSE(source.next(batch));
}

TEST_CASE("the name of a file says what is in it and how it is packed", "[archive][input]") {
  const auto is = [](const char* path, input_kind kind, packing packed, bool assessment) {
    INFO(path);
    CHECK(kind_of(path) == kind);
    CHECK(packing_of(path) == packed);
    CHECK(is_assessment_file(path) == assessment);
  };
  is("a.json", input_kind::document, packing::none, true);
  is("a.json.gz", input_kind::document, packing::compressed, true);
  is("d.e/a.jsonl.zst", input_kind::lines, packing::compressed, true);
  is("a.ndjson", input_kind::lines, packing::none, true);
  is("a.zip", input_kind::archive, packing::zip, false);
  is("a.tar", input_kind::archive, packing::tar, false);
  is("a.tar.xz", input_kind::archive, packing::tar, false);
  is("a.tbz2", input_kind::archive, packing::tar, false);
  is("a.zip.gz", input_kind::document, packing::compressed, false);
  is("a.txt", input_kind::document, packing::none, false);
  is("json", input_kind::document, packing::none, false);
  is("a.json/b", input_kind::document, packing::none, false);
  // A name that is nothing but an extension has none.
  is(".json", input_kind::document, packing::none, false);
  is("d/.ndjson", input_kind::document, packing::none, false);
  is("d/.json.gz", input_kind::document, packing::compressed, false);
}
