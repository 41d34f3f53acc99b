// What to measure against: simdjson alone on each line of a file, on THREADS threads, each of which reads its part of
// the file in pieces: `bare_parse FILE [THREADS [dom|first-stage]]`. `dom` parses lines whole; `first-stage` has their
// tokens found, and nothing else.
#include <fcntl.h>
#include <simdjson.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string_view>
#include <thread>
#include <vector>

namespace {

constexpr std::size_t piece = std::size_t{1} << 18U;

// Calls `take` with each line that begins in [begin, end), followed by as many bytes as simdjson asks for.
template <class Take>
void for_each_line(int file, std::size_t begin, std::size_t end, const Take& take) {
  std::vector<char> buffer(2 * piece + simdjson::SIMDJSON_PADDING);
  std::size_t have = 0;
  std::size_t at = begin == 0 ? 0 : begin - 1;  // whether a line begins at `begin` shows before it
  bool in_line = begin == 0;
  while (true) {
    const ssize_t got = pread(file, buffer.data() + have, piece, static_cast<off_t>(at + have));
    have += got > 0 ? static_cast<std::size_t>(got) : 0;
    const std::string_view text(buffer.data(), have);
    std::size_t done = 0;
    if (!in_line) {
      done = text.find('\n') + 1;
      in_line = true;
    }
    for (std::size_t next = 0; at + done < end && (next = text.find('\n', done)) != std::string_view::npos;
         done = next + 1) {
      take(text.substr(done, next - done));
    }
    if (got <= 0 || at + done >= end) {
      return;
    }
    std::memmove(buffer.data(), buffer.data() + done, have - done);
    have -= done;
    at += done;
  }
}

bool dom(std::string_view line) {
  thread_local simdjson::dom::parser parser;
  simdjson::dom::element root;
  return parser.parse(line.data(), line.size(), false).get(root) == simdjson::SUCCESS;
}

bool first_stage(std::string_view line) {
  thread_local simdjson::ondemand::parser parser;
  simdjson::ondemand::document document;
  return parser.iterate(line, line.size() + simdjson::SIMDJSON_PADDING).get(document) == simdjson::SUCCESS;
}

}  // namespace

int main(int argc, char** argv) {
  const int file = argc < 2 ? -1 : open(argv[1], O_RDONLY);
  struct stat status {};
  if (file < 0 || fstat(file, &status) != 0) {
    return 2;
  }
  const auto threads = static_cast<std::size_t>(argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 1);
  const auto parse = argc > 3 && std::string_view(argv[3]) == "first-stage" ? first_stage : dom;
  const auto size = static_cast<std::size_t>(status.st_size);
  std::atomic<std::size_t> parsed = 0;
  std::vector<std::jthread> workers;
  for (std::size_t i = 0; i < threads; ++i) {
    workers.emplace_back([&, i] {
      std::size_t count = 0;
      for_each_line(file, size * i / threads, size * (i + 1) / threads,
                    [&](std::string_view line) { count += parse(line) ? 1U : 0U; });
      parsed += count;
    });
  }
  workers.clear();
  std::printf("%zu\n", parsed.load());
  return 0;
}
