// Writes a realistic archive to standard output: `generate COUNT [SEED]` assessments, one a line, about
// 1 KB each, three ratings with α of two decimals.
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>

namespace {

constexpr const char* service_ids[] = {"1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "3.1", "3.2", "3.3", "4.1",
                                       "4.2", "4.3", "5.1", "5.2", "5.3", "6.1", "6.2", "6.3", "7.1"};
constexpr const char* management_ids[] = {"1.1", "1.2", "1.3", "1.4", "2.1", "2.2", "2.3", "3.1", "3.2", "4.1", "4.2",
                                          "4.3", "4.4", "4.5", "5.1", "5.2", "6.1", "6.2", "6.3", "7.1", "7.2"};

class generator {
 public:
  explicit generator(std::uint32_t seed) : random_(seed) {}

  std::string line(unsigned number) {
    std::string text = fmt::format(
        R"({{"scheme":"CTS TBSC94-2026","edition":"B/0","id":"TB-2026-{:07}","organization":"示例企业{}有限公司","date":"2026-{:02}-{:02}","service":{{"ratings":[)",
        number, number % 9973, up_to(12) + 1, up_to(28) + 1);
    const unsigned usual = 70 + up_to(28);
    for (const char* assessor : {"A1", "A2", "A3"}) {
      text += fmt::format(R"({}{{"assessor":"{}","alpha":{{)", assessor[1] == '1' ? "" : ",", assessor);
      for (const char* id : service_ids) {
        const unsigned hundredths = std::min(usual + up_to(9) - 4, 100U);
        text += fmt::format(R"({}"{}":{})", text.back() == '{' ? "" : ",", id, alpha(hundredths));
      }
      text += "}}";
    }
    text += R"(]},"management":{"conformity":"conforming","qms_audit":"full","levels":{)";
    const unsigned level = 2 + up_to(3);
    for (const char* id : management_ids) {
      text += fmt::format(R"({}"{}":{})", text.back() == '{' ? "" : ",", id, std::min(level + up_to(2), 5U));
    }
    return text + "}}}\n";
  }

 private:
  unsigned up_to(unsigned bound) { return static_cast<unsigned>(random_() % bound); }
  static std::string alpha(unsigned hundredths) {
    if (hundredths == 100) {
      return "1";
    }
    return hundredths % 10 == 0 ? fmt::format("0.{}", hundredths / 10) : fmt::format("0.{:02}", hundredths);
  }

  std::mt19937 random_;
};

}  // namespace

int main(int argc, char** argv) {
  const auto count = static_cast<unsigned>(argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 1000);
  generator archive(static_cast<std::uint32_t>(argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 1));
  for (unsigned i = 1; i <= count; ++i) {
    const std::string line = archive.line(i);
    std::fwrite(line.data(), 1, line.size(), stdout);
  }
  return 0;
}
