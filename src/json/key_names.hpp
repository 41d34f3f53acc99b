// The keys that an object may have, and how one is told by its first bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <span>
#include <string_view>
#include <vector>

namespace tbsc94::json {

inline constexpr std::size_t unknown = static_cast<std::size_t>(-1);
inline constexpr std::size_t most_keys = 512;

/// The keys that an object may have, at most `most_keys`, in an order that is tried first.
class key_names {
 public:
  key_names() = default;
  key_names(std::initializer_list<std::string_view> names) {
    reserve(names.size());
    for (const std::string_view name : names) {
      add(name);
    }
  }
  /// Names to come.
  void reserve(std::size_t count) {
    names_.reserve(count);
    starts_.reserve(count);
    tight_.reserve(count);
  }
  /// The name must live as long as this.
  void add(std::string_view name);

  [[nodiscard]] std::span<const std::string_view> all() const { return names_; }
  [[nodiscard]] std::size_t size() const { return names_.size(); }
  [[nodiscard]] std::string_view operator[](std::size_t index) const { return names_[index]; }

  [[nodiscard]] std::size_t find(std::string_view name) const;
  /// Whether the key whose text begins at `text`, behind its opening quote, is that of `index`,
  /// written without escapes. Reads 16 bytes, and of a longer name at most `padding`.
  [[nodiscard]] bool is_written(const char* text, std::size_t index) const {
    const start& wanted = starts_[index];
    return wanted.begins(text) && (wanted.is_all || begins(text, names_[index]));
  }
  /// Whether the key of `index` with both quotes and its colon, `tight_size` characters without a space
  /// between, begins at `text`. Tells it of names of up to 13 characters alone. Reads 16 bytes.
  [[nodiscard]] bool is_tight(const char* text, std::size_t index) const { return tight_[index].begins(text); }
  [[nodiscard]] std::size_t tight_size(std::size_t index) const { return tight_[index].size; }
  static constexpr std::size_t longest_tight = 16;
  /// Whether `name`, of less than `padding` bytes, and a quote after it begin at `text`.
  [[nodiscard]] static bool begins(const char* text, std::string_view name) {
    return std::string_view(text, name.size()) == name && text[name.size()] == '"';
  }

 private:
  // The first bytes of what is looked for, as two numbers.
  struct start {
    struct word {
      std::uint64_t bits = 0;
      std::uint64_t mask = 0;

      [[nodiscard]] bool is_at(const char* text) const {
        std::uint64_t read = 0;
        std::memcpy(&read, text, sizeof read);
        return ((read ^ bits) & mask) == 0;
      }
    };
    word first;
    word second;
    std::size_t size = 0;
    bool is_all = true;

    explicit start(std::string_view all);
    // Bytes that no UTF-8 has.
    static start of_none() { return start("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"); }
    [[nodiscard]] bool begins(const char* text) const {
      return first.is_at(text) && (size <= sizeof first.bits || second.is_at(text + sizeof first.bits));
    }
  };
  std::vector<std::string_view> names_;
  std::vector<start> starts_;  // a name and the quote behind it
  std::vector<start> tight_;   // a name, both quotes and the colon
};

}  // namespace tbsc94::json
