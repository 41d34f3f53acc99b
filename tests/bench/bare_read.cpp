// What to measure many small files against: each file named on standard input opened, read and closed, on
// THREADS threads, and nothing else: `bare_read [THREADS]`.
#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>
#include <thread>
#include <vector>

int main(int argc, char** argv) {
  const auto threads = static_cast<std::size_t>(argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 1);
  std::vector<std::string> paths;
  for (std::string path; std::getline(std::cin, path);) {
    paths.push_back(path);
  }
  std::atomic<std::size_t> next = 0;
  std::atomic<std::size_t> bytes = 0;
  const auto read_all = [&] {
    constexpr std::size_t piece = std::size_t{64} << 10U;
    std::vector<char> buffer(piece);
    for (std::size_t at = next++; at < paths.size(); at = next++) {
      const int file = ::open(paths[at].c_str(), O_RDONLY | O_CLOEXEC);
      for (auto got = ::read(file, buffer.data(), buffer.size()); got > 0;
           got = ::read(file, buffer.data(), buffer.size())) {
        bytes += static_cast<std::size_t>(got);
      }
      ::close(file);
    }
  };
  {
    std::vector<std::jthread> workers;
    for (std::size_t i = 0; i < threads; ++i) {
      workers.emplace_back(read_all);
    }
  }
  std::printf("%zu\n", bytes.load());
  return 0;
}
