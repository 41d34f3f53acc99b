// What to measure against: simdjson's own DOM parse of each line of a file, on THREADS threads, and
// nothing else: `bare_parse FILE [THREADS]`.
#include <simdjson.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <thread>
#include <vector>

int main(int argc, char** argv) {
  if (argc < 2) {
    return 2;
  }
  simdjson::padded_string file;
  if (simdjson::padded_string::load(argv[1]).get(file) != simdjson::SUCCESS) {
    return 4;
  }
  const auto threads = static_cast<std::size_t>(argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 1);
  const std::string_view text = file;
  std::atomic<std::size_t> parsed = 0;
  const auto parse = [&](std::size_t begin, std::size_t end) {
    simdjson::dom::parser parser;
    std::size_t count = 0;
    while (begin < end) {
      const std::size_t line_end = std::min(text.find('\n', begin), end);
      simdjson::dom::element root;
      if (parser.parse(text.data() + begin, line_end - begin, false).get(root) == simdjson::SUCCESS) {
        ++count;
      }
      begin = line_end + 1;
    }
    parsed += count;
  };
  std::vector<std::jthread> workers;
  std::size_t begin = 0;
  for (std::size_t i = 1; i <= threads; ++i) {
    const std::size_t end =
        i == threads ? text.size() : std::min(text.find('\n', text.size() * i / threads), text.size() - 1) + 1;
    workers.emplace_back(parse, begin, end);
    begin = end;
  }
  workers.clear();
  std::printf("%zu\n", parsed.load());
  return 0;
}
