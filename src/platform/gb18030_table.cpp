// Writes what GB18030 means, as iconv has it, as a header: the program does without iconv, which a static one cannot
// use where another C library is.
//
//     tbsc94_gb18030_table FILE
#include <iconv.h>

#include <cstddef>
#include <cstdint>
#include <fstream>
#include <string>

namespace {

// 0 where the bytes are no character.
std::uint32_t code_point_of(std::string bytes) {
  static auto* const converter = ::iconv_open("UTF-32BE", "GB18030");
  std::string result(4, '\0');
  char* from = bytes.data();
  std::size_t from_size = bytes.size();
  char* to = result.data();
  std::size_t to_size = result.size();
  ::iconv(converter, nullptr, nullptr, nullptr, nullptr);
  const bool is_one = ::iconv(converter, &from, &from_size, &to, &to_size) == 0 && to_size == 0;
  std::uint32_t code_point = 0;
  for (const char byte : result) {
    code_point = code_point << 8U | static_cast<unsigned char>(byte);
  }
  return is_one ? code_point : 0;
}

char byte(unsigned value) { return static_cast<char>(value); }

}  // namespace

int main(int argc, char** argv) {
  std::ofstream out(argv[argc - 1]);
  out << "#pragma once\n\n#include <array>\n#include <cstdint>\n\nnamespace tbsc94::platform::gb18030 {\n\n"
         "// Of two bytes, from 0x8140 on: 190 for each first one.\n"
         "inline constexpr std::array<std::uint32_t, 23940> of_two{";
  for (unsigned lead = 0x81; lead <= 0xFE; ++lead) {
    for (unsigned trail = 0x40; trail <= 0xFE; ++trail) {
      if (trail != 0x7F) {
        out << code_point_of({byte(lead), byte(trail)}) << ',';
      }
    }
    out << '\n';
  }
  out << "};\n\n// Of four bytes, from 0x81308130 on: a row of code points begins at `index`; 0 for none.\n"
         "struct row {\n  std::uint32_t index;\n  std::uint32_t code_point;\n};\ninline constexpr std::array of_four{";
  constexpr unsigned below_all = 0x84 - 0x81 + 1;  // first bytes of what is below U+10000
  std::uint32_t expected = 1;
  std::uint32_t index = 0;
  for (; index < below_all * 12600; ++index) {
    const std::uint32_t code_point = code_point_of({byte(0x81 + index / 12600), byte(0x30 + index / 1260 % 10),
                                                    byte(0x81 + index / 10 % 126), byte(0x30 + index % 10)});
    if (code_point != expected) {
      out << "row{" << index << ',' << code_point << "},\n";
    }
    expected = code_point == 0 ? 0 : code_point + 1;
  }
  constexpr std::uint32_t of_planes = 189000;  // 0x90308130, U+10000
  out << "row{" << index << ",0},row{" << of_planes << ",0x10000},row{" << of_planes + 0x100000 << ",0}};\n\n"
      << "}  // namespace tbsc94::platform::gb18030\n";
  return out.flush() ? 0 : 1;
}
