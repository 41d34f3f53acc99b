// Pages from templates: what they show, and how it becomes HTML.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "text/terminal_text.hpp"

namespace tbsc94::html {

/// A member's name, told by its hash, which is worked out as the program is compiled.
class member_name {
 public:
  // NOLINTNEXTLINE(google-explicit-constructor,hicpp-explicit-conversions): names are written as literals
  consteval member_name(const char* text) : member_name(of(text)) {}
  [[nodiscard]] static constexpr member_name of(std::string_view text) {
    std::uint64_t hash = 0xcbf29ce484222325;  // FNV-1a
    for (const char c : text) {
      hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    }
    return member_name(hash);
  }

  friend bool operator==(member_name, member_name) = default;

 private:
  constexpr explicit member_name(std::uint64_t hash) : hash_(hash) {}

  std::uint64_t hash_;
};

/// What a template shows: whether a section is shown at all, a text, a list, or members. A text is escaped where it is
/// shown.
struct node {
  struct member;
  using list = std::vector<node>;

  explicit node(bool shown);
  explicit node(std::string text);
  explicit node(list entries);
  explicit node(std::vector<member> members);

  std::variant<bool, std::string, list, std::vector<member>> value;
};
struct node::member {
  member_name name;
  node of;
};
// Here a member is complete.
inline node::node(bool shown) : value(shown) {}
inline node::node(std::string text) : value(std::move(text)) {}
inline node::node(list entries) : value(std::move(entries)) {}
inline node::node(std::vector<member> members) : value(std::move(members)) {}

/// Builds the members of a node: `members().text("name", name).flag("met", true).done()`.
class members {
 public:
  /// A text, or a number in its digits; what would disturb a reader, as direction marks do, is made visible.
  members& text(member_name name, std::string_view value) { return add(name, node(harmless(value))); }
  members& number(member_name name, std::size_t value) { return add(name, node(std::to_string(value))); }
  /// Whether a section of this name is shown.
  members& flag(member_name name, bool value) { return add(name, node(value)); }
  /// A text, whose section is not shown where there is none.
  members& text_if(bool there, member_name name, std::string_view value) {
    return there ? text(name, value) : flag(name, false);
  }
  members& add(member_name name, node value);
  /// The node; what is built here is no longer here.
  [[nodiscard]] node done() { return node(std::move(members_)); }

 private:
  std::vector<node::member> members_;
};

/// A list of nodes, at first empty.
class list : public node {
 public:
  list() : node(node::list()) {}
  list& operator<<(node entry) {
    std::get<node::list>(value).push_back(std::move(entry));
    return *this;
  }
  [[nodiscard]] bool is_empty() const { return std::get<node::list>(value).empty(); }
};
/// A list with a node for each of `entries`: `list_of(items, [](const item& each) { return …; })`.
template <class Entries, class Make>
[[nodiscard]] node list_of(const Entries& entries, const Make& make) {
  list nodes;
  for (const auto& each : entries) {
    nodes << make(each);
  }
  return nodes;
}

/// The page that a template of data/report/ makes of `shown`, with the style that they share. Templates are written in
/// Mustache: `{{text}}`, `{{{as it is}}}`, `{{#section}}`, `{{^unless}}`, `{{/end}}`, `{{.}}`, `{{a.b}}`.
[[nodiscard]] std::string render(std::string_view page_template, node shown);

}  // namespace tbsc94::html
