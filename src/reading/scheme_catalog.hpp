// The schemes that are loaded.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "json/key_names.hpp"
#include "tbsc94/scheme.hpp"

namespace tbsc94 {

/// A file that is used because a variable of the environment names it.
struct ambient_file {
  std::string variable;  // "TBSC94_READINGS"
  std::string path;
};

/// A scheme, the bytes it was read from with their digest, and the keys of its items as the reader
/// looks for them.
struct loaded_scheme {
  loaded_scheme() = default;
  loaded_scheme(const loaded_scheme&) = delete;  // the keys are views of its content
  loaded_scheme& operator=(const loaded_scheme&) = delete;

  scheme content;
  readings_in_use readings;  // by which its records are read: those given, else those that it states
  std::string_view text;
  std::string own_text{};  // where it is not one that the program carries
  std::string sha256;
  std::vector<ambient_file> ambient{};  // that it, or the readings given, came from
  json::key_names service_ids;
  json::key_names management_ids;
};

/// The schemes that assessments can name; one at least.
class scheme_catalog {
 public:
  scheme_catalog() = default;
  /// Of schemes whose records are read by `given`, and else as they state themselves.
  explicit scheme_catalog(readings_in_use given) : given_(std::move(given)) {}

  /// A scheme as it was read from `text`. False, and nothing added, where this edition of it is loaded already.
  bool add(scheme content, std::string_view text, std::vector<ambient_file> ambient = {});

  [[nodiscard]] const std::vector<std::unique_ptr<const loaded_scheme>>& all() const { return schemes_; }
  [[nodiscard]] const readings_in_use& given() const { return given_; }
  [[nodiscard]] const loaded_scheme& first() const { return *schemes_.front(); }
  /// The one that a file means; without an edition, the only edition of that scheme. Null for none.
  [[nodiscard]] const loaded_scheme* find(std::string_view id, std::optional<std::string_view> edition) const;
  [[nodiscard]] std::vector<const loaded_scheme*> editions_of(std::string_view id) const;
  /// The one that another scheme would pass for: its id, or of the same scheme its edition, looks like the one
  /// given, and is another. Null for none.
  [[nodiscard]] const loaded_scheme* lookalike_of(std::string_view id, std::string_view edition) const;

 private:
  readings_in_use given_;
  std::vector<std::unique_ptr<const loaded_scheme>> schemes_;
};

}  // namespace tbsc94
