#include "text/digest.hpp"

#include <array>
#include <bit>
#include <cstdint>
#include <utility>

#include "text/format.hpp"

namespace tbsc94 {

namespace {

using digest_words = std::array<std::uint32_t, 8>;

// FIPS 180-4, 5.3.3 and 4.2.2: the first 32 bits of the fractional parts of the square roots of the first 8 primes, and
// of the cube roots of the first 64.
constexpr digest_words first_words{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                   0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
constexpr std::array<std::uint32_t, 64> round_words{
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

constexpr std::size_t block_size = 64;

using schedule_words = std::array<std::uint32_t, 64>;

schedule_words scheduled(const char* bytes) {
  schedule_words schedule;
  for (std::size_t t = 0; t < 16; ++t) {
    const auto byte = [&](std::size_t i) { return std::uint32_t{static_cast<unsigned char>(bytes[4 * t + i])}; };
    schedule[t] = byte(0) << 24U | byte(1) << 16U | byte(2) << 8U | byte(3);
  }
  for (std::size_t t = 16; t < schedule.size(); ++t) {
    const std::uint32_t x = schedule[t - 15];
    const std::uint32_t y = schedule[t - 2];
    schedule[t] = schedule[t - 16] + (std::rotr(x, 7) ^ std::rotr(x, 18) ^ x >> 3U) + schedule[t - 7] +
                  (std::rotr(y, 17) ^ std::rotr(y, 19) ^ y >> 10U);
  }
  return schedule;
}

// FIPS 180-4, 6.2.2: one block of 64 bytes. What is named a to h there moves on by one in each round: in round t, a is
// the word at 8 - t, counted round.
void take_block(const char* bytes, digest_words& words) {
  const schedule_words schedule = scheduled(bytes);
  digest_words now = words;
  const auto round = [&](std::size_t t, std::size_t of_eight) {
    const auto word = [&](std::size_t i) -> std::uint32_t& { return now[(8 - of_eight + i) % 8]; };
    const std::uint32_t a = word(0);
    const std::uint32_t b = word(1);
    const std::uint32_t c = word(2);
    const std::uint32_t e = word(4);
    const std::uint32_t f = word(5);
    const std::uint32_t g = word(6);
    const std::uint32_t first = word(7) + (std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25)) +
                                ((e & f) ^ (~e & g)) + round_words[t] + schedule[t];
    word(3) += first;
    word(7) = first + (std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
  };
  for (std::size_t t = 0; t < schedule.size(); t += 8) {
    [&]<std::size_t... Each>(std::index_sequence<Each...>) { (round(t + Each, Each), ...); }
    (std::make_index_sequence<8>{});
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    words[i] += now[i];
  }
}

}  // namespace

std::string sha256(std::string_view bytes) {
  digest_words words = first_words;
  const std::size_t bits = bytes.size() * 8;
  for (; bytes.size() >= block_size; bytes.remove_prefix(block_size)) {
    take_block(bytes.data(), words);
  }
  // FIPS 180-4, 5.1.1: what is left, a bit, zeros, and the length in bits, in one block or two.
  std::string last(bytes);
  last += '\x80';
  last.resize(last.size() <= block_size - 8 ? block_size : 2 * block_size, '\0');
  for (std::size_t i = 0; i < 8; ++i) {
    last[last.size() - 1 - i] = static_cast<char>(bits >> (8 * i) & 0xFFU);
  }
  for (std::size_t at = 0; at < last.size(); at += block_size) {
    take_block(last.data() + at, words);
  }
  std::string text;
  for (const std::uint32_t word : words) {
    text += formatted("{:08x}", word);
  }
  return text;
}

}  // namespace tbsc94
