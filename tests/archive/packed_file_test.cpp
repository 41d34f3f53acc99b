// What is packed in a file, member by member, and how far it is unpacked.
#include "archive/packed_file.hpp"

#include <algorithm>

#include "archive/packing.hpp"
#include "catch.hpp"
#include "cli/run.hpp"

namespace {

using namespace tbsc94;
using namespace pack;
using step = packed_file::step;
using strings = std::vector<std::string>;

// A packed file, and what opening it gives.
struct opened {
  opened(const std::string& bytes, packing packed, const unpacking_limits& limits = {})
      : file(packed_file::open(folder.write("packed", bytes), packed, fault, limits)) {}

  cli_test::folder folder;
  io_reason fault;
  std::unique_ptr<packed_file> file;
};

// A text read to its end, or as far as it goes, in pieces of `count` bytes.
struct read_text {
  explicit read_text(packed_file& from, std::size_t count = 1000) {
    padded_buffer buffer;
    std::optional<std::size_t> got;
    do {
      got = from.read(buffer, count);
    } while (got && *got > 0);
    whole = got.has_value();
    text = buffer.text();
  }
  std::string text;
  bool whole = false;
};

// "NAME=TEXT" for each member, "!REASON" for what cannot be read.
strings contents(const std::string& bytes, packing packed, const unpacking_limits& limits = {}) {
  opened archive(bytes, packed, limits);
  strings result;
  if (!archive.file) {
    return {"!" + archive.fault.en};
  }
  while (true) {
    const step at = archive.file->next();
    if (at == step::member) {
      const std::string name = archive.file->name();
      const read_text read(*archive.file);
      result.push_back(read.whole ? name + "=" + read.text : name + "!" + archive.file->fault().en);
    } else if (at == step::end) {
      return result;
    } else {
      result.push_back("!" + archive.file->fault().en);
      if (at == step::failed) {
        return result;
      }
    }
  }
}

bool all_read(const strings& contents) {
  return std::ranges::none_of(contents, [](const std::string& each) { return each.find('!') != std::string::npos; });
}

const members two{{"a.json", "A"}, {"folder/b.json", "B"}};
const strings two_contents{"a.json=A", "folder/b.json=B"};

}  // namespace

TEST_CASE("the members of an archive come in its own order, a name given twice both times", "[archive][packed]") {
  const members all{{"z.json", "1"}, {"a.json", "2"}, {"z.json", "3"}};
  const strings expected{"z.json=1", "a.json=2", "z.json=3"};
  CHECK(contents(zip(all), packing::zip) == expected);
  for (const char* compression : {"none", "gzip", "zstd", "xz", "bzip2"}) {
    CHECK(contents(tar(all, compression), packing::tar) == expected);
  }
}

TEST_CASE("members that are no files are passed over", "[archive][packed]") {
  const members all{{"folder/", "", kind::folder},
                    {"a.json", "A"},
                    {"link.json", "a.json", kind::link},
                    {"hard.json", "a.json", kind::hard_link},
                    {"folder/b.json", "B"}};
  CHECK(contents(tar(all), packing::tar) == two_contents);
  CHECK(contents(zip({all[0], all[1], all[2], all[4]}), packing::zip) == two_contents);
}

TEST_CASE("a member that is not read is gone past, whatever its size", "[archive][packed]") {
  for (const bool compressed : {false, true}) {
    opened archive(tar({{"big", std::string(3'000'000, 'x')}, {"b", "B"}}, compressed ? "zstd" : "none"), packing::tar);
    REQUIRE(archive.file->next() == step::member);
    REQUIRE(archive.file->next() == step::member);
    CHECK(archive.file->name() == "b");
    CHECK(read_text(*archive.file).text == "B");
  }
}

TEST_CASE("a compressed file is one text, of any number of parts", "[archive][packed]") {
  const std::string text = noise(300'000);
  for (const char* compression : {"gzip", "zstd", "xz", "bzip2"}) {
    const std::string bytes = compressed(text, compression);
    opened one(bytes, packing::compressed);
    REQUIRE(one.file);
    CHECK(read_text(*one.file).text == text);
    opened two_parts(bytes + bytes, packing::compressed);
    const read_text both(*two_parts.file, 70'000);
    CHECK(both.whole);
    CHECK(both.text == text + text);
  }
  // Zero bytes behind gzip are padding, anything else is damage.
  opened padded(compressed(text) + std::string(700, '\0'), packing::compressed);
  CHECK(read_text(*padded.file).whole);
  opened followed(compressed(text) + "more", packing::compressed);
  const read_text until_then(*followed.file);
  CHECK_FALSE(until_then.whole);
  CHECK(until_then.text == text);
}

TEST_CASE("compressed nothing is an empty text, and an empty file is not compressed", "[archive][packed]") {
  opened nothing(compressed(""), packing::compressed);
  REQUIRE(nothing.file);
  CHECK(read_text(*nothing.file).whole);
  opened empty("", packing::compressed);
  CHECK_FALSE(empty.file);
  CHECK(empty.fault.en == "the file is empty");
  opened plain("{}", packing::compressed);
  CHECK_FALSE(plain.file);
  CHECK(plain.fault.en == "compressed by its name, but not gzip, zstd, xz or bzip2 data");
}

TEST_CASE("a file that is no archive is said to be none", "[archive][packed]") {
  const strings of_text = contents("no archive at all", packing::tar);
  REQUIRE(of_text.size() == 1);
  CHECK(of_text[0].starts_with("!damaged, or packed in a way that is not supported"));
  CHECK(contents("no archive at all", packing::zip) ==
        strings{"!no whole zip: the directory at its end is missing or cut off"});
  CHECK(contents("", packing::tar) == strings{"!the file is empty"});
  CHECK(contents("", packing::zip) == strings{"!the file is empty"});
  CHECK(contents(zip({}), packing::zip).empty());
  CHECK(contents(tar({}), packing::tar).empty());
}

TEST_CASE("a file cut off anywhere is never taken for a whole one", "[archive][packed]") {
  const members all{{"a", noise(700)}, {"b", "B"}, {"c", noise(900)}};
  const strings whole{"a=" + all[0].text, "b=B", "c=" + all[2].text};
  const auto check_cuts = [&](const std::string& bytes, packing packed) {
    REQUIRE(contents(bytes, packed) == whole);
    for (std::size_t size = 0; size < bytes.size(); size += 7) {
      const strings of_cut = contents(bytes.substr(0, size), packed);
      // What was cut off may have been but the end marks.
      CHECK((!all_read(of_cut) || of_cut == whole));
    }
  };
  check_cuts(zip(all), packing::zip);
  check_cuts(tar(all, "gzip"), packing::tar);
  check_cuts(tar(all, "zstd"), packing::tar);
  const std::string plain = tar(all);
  for (std::size_t size = 0; size < plain.size(); size += 256) {  // also where a member ends
    const strings of_cut = contents(plain.substr(0, size), packing::tar);
    CHECK((!all_read(of_cut) || of_cut == whole));
  }
}

TEST_CASE("of a gzip file cut off, all is given that is there", "[archive][packed]") {
  const std::string text = noise(50'000);
  const std::string bytes = compressed(text);
  opened cut(bytes.substr(0, bytes.size() / 2), packing::compressed);
  const read_text read(*cut.file);
  CHECK_FALSE(read.whole);
  CHECK(cut.file->fault().en == "the file is not complete: the compressed data break off");
  CHECK(read.text.size() > text.size() / 3);
  CHECK(text.starts_with(read.text));
}

TEST_CASE("a changed byte never changes a text unseen", "[archive][packed]") {
  const std::string text = noise(400);
  const auto check_each_byte = [&](const std::string& bytes, packing packed) {
    for (std::size_t at = 0; at < bytes.size(); ++at) {
      opened one(damaged(bytes, at), packed);
      if (one.file && (packed == packing::compressed || one.file->next() == step::member)) {
        const read_text read(*one.file);
        CHECK((!read.whole || read.text == text));
      }
    }
  };
  check_each_byte(compressed(text), packing::compressed);
  check_each_byte(compressed(text, "xz"), packing::compressed);
  check_each_byte(compressed(text, "bzip2"), packing::compressed);
  check_each_byte(zip({{"a", text}}), packing::zip);
}

TEST_CASE("past a damaged member the others are read", "[archive][packed]") {
  const members all{{"a", noise(2000)}, {"b", "B"}};
  const std::string bytes = zip(all);
  const strings of_zip = contents(damaged(bytes, bytes.size() / 3), packing::zip);
  REQUIRE(of_zip.size() == 2);
  CHECK(of_zip[0].starts_with("a!damaged, or packed in a way that is not supported (ZIP"));
  CHECK(of_zip[1] == "b=B");
  // In a tar, whose second header is damaged, the third member is found.
  const std::string in_tar = tar({{"a", "A"}, {"b", noise(2000)}, {"c", "C"}});
  const strings of_tar = contents(damaged(in_tar, 1024), packing::tar);
  REQUIRE(of_tar.size() == 3);
  CHECK(of_tar[0] == "a=A");
  CHECK(of_tar[1].starts_with("!damaged"));
  CHECK(of_tar[2] == "c=C");
}

TEST_CASE("what follows a place where nothing can be read further is not lost unsaid", "[archive][packed]") {
  const std::string bytes = tar({{"a", noise(5000)}, {"b", "B"}}, "gzip");
  const strings cut = contents(bytes.substr(0, bytes.size() / 2), packing::tar);
  CHECK(cut ==
        strings{"a!the file is not complete: the compressed data break off", "!the members after a were not read"});
}

TEST_CASE("an encrypted member is said to be encrypted", "[archive][packed]") {
  CHECK(contents(zip({{"a.json", "{}"}, {"b.json", "{}"}}, "secret"), packing::zip) ==
        strings{"a.json!encrypted", "b.json!encrypted"});
}

TEST_CASE("archives one behind the other are read as one tar", "[archive][packed]") {
  const strings twice{"a.json=A", "folder/b.json=B", "a.json=A", "folder/b.json=B"};
  CHECK(contents(tar(two) + tar(two), packing::tar) == twice);
  CHECK(contents(tar(two, "gzip") + tar(two, "gzip"), packing::tar) == twice);
}

TEST_CASE("names are read whatever their encoding", "[archive][packed]") {
  // A zip's names are without mark in the encoding of the machine that made it, or marked as UTF-8.
  const std::string utf8 = zip({{"\u7532.json", "A"}});
  CHECK(contents(utf8, packing::zip) == strings{"\u7532.json=A"});
  CHECK(contents(marked_as_utf8(utf8), packing::zip) == strings{"\u7532.json=A"});
  CHECK(contents(zip({{"\xBC\xD7.json", "A"}}), packing::zip) == strings{"\u7532.json=A"});  // GBK
  CHECK(contents(zip({{"\xFF\xFE.json", "A"}}), packing::zip) == strings{"\xFF\xFE.json=A"});
  // A mark that is not true leaves no name, and does not go unsaid.
  CHECK(contents(marked_as_utf8(zip({{"\xBC\xD7.json", "A"}, {"b", "B"}})), packing::zip) ==
        strings{"!a member's name cannot be read", "b=B"});
  CHECK(contents(tar({{"./\u7532.json", "A"}}), packing::tar) == strings{"\u7532.json=A"});
  CHECK(contents(tar({{"../up.json", "A"}, {"/etc/b.json", "B"}}), packing::tar) ==
        strings{"../up.json=A", "/etc/b.json=B"});
}

TEST_CASE("no more bytes are unpacked than the limit", "[archive][limits]") {
  unpacking_limits limits;
  const auto whole = [&](std::uint64_t bytes) {
    limits.bytes = bytes;
    opened one(compressed(noise(5000)), packing::compressed, limits);
    return one.file && read_text(*one.file).whole;
  };
  CHECK(whole(5000));
  CHECK_FALSE(whole(4999));
  // The members of an archive count together.
  const members all{{"a", noise(3000)}, {"b", noise(3000)}};
  limits.bytes = 6000;
  CHECK(all_read(contents(zip(all), packing::zip, limits)));
  limits.bytes = std::uint64_t{5} << 30U;
  CHECK(all_read(contents(zip(all), packing::zip, limits)));
  limits.bytes = 5999;
  const strings stopped = contents(zip(all), packing::zip, limits);
  REQUIRE(stopped.size() == 3);
  CHECK(stopped[1].starts_with("b!expands to more than the limit of"));
  CHECK(stopped[2] == "!the members after b were not read");
}

TEST_CASE("nothing is unpacked to more than its size times the limit, past what is free", "[archive][limits]") {
  const std::string text(100'000, ' ');
  for (const char* compression : {"gzip", "zstd", "xz", "bzip2"}) {
    const std::string bytes = compressed(text, compression);
    unpacking_limits limits;
    const auto whole = [&](std::uint64_t ratio, std::uint64_t free_bytes) {
      limits.ratio = ratio;
      limits.free_bytes = free_bytes;
      opened one(bytes, packing::compressed, limits);
      return one.file && read_text(*one.file).whole;
    };
    CHECK(whole(text.size() / bytes.size() + 1, 0));
    CHECK_FALSE(whole(text.size() / (bytes.size() + 1), 0));
    CHECK(whole(1, text.size()));
    CHECK_FALSE(whole(1, text.size() - 1));
  }
}

TEST_CASE("a bomb is found among members that are not read", "[archive][limits]") {
  unpacking_limits limits;
  limits.free_bytes = 1'000'000;
  const members all{{"a", std::string(100'000'000, ' ')}, {"b", "B"}};
  for (const char* compression : {"gzip", "zstd", "xz"}) {
    opened archive(tar(all, compression), packing::tar, limits);
    REQUIRE(archive.file->next() == step::member);
    CHECK(archive.file->next() == step::failed);
    CHECK(archive.file->fault().en.starts_with("expands to more than 1000 times its size"));
  }
  // A zip's are not unpacked at all.
  opened archive(zip(all), packing::zip, limits);
  REQUIRE(archive.file->next() == step::member);
  CHECK(archive.file->next() == step::member);
}

TEST_CASE("no more members are read than the limit, of any kind", "[archive][limits]") {
  const members all{{"a.json", "A"}, {"f/", "", kind::folder}, {"folder/b.json", "B"}};
  unpacking_limits limits;
  limits.members = 3;
  CHECK(contents(tar(all), packing::tar, limits) == two_contents);
  limits.members = 2;
  CHECK(contents(tar(all), packing::tar, limits) ==
        strings{"a.json=A", "!more members than the limit of 2; split it into several archives"});
}
