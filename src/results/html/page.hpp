// Pages from templates: what they show, and how it becomes HTML.
#pragma once

#include <algorithm>
#include <iterator>
#include <kainjow/mustache.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "text/terminal_text.hpp"

namespace tbsc94::html {

/// What a template shows. It escapes every text in it.
using node = kainjow::mustache::data;

/// Builds the members of a node: `members().text("name", name).flag("met", true).done()`.
class members {
 public:
  /// A text, or a number in its digits; what would disturb a reader, as direction marks do, is made visible.
  members& text(const char* name, std::string_view value) { return add(name, node(harmless(value))); }
  members& number(const char* name, std::size_t value) { return add(name, node(std::to_string(value))); }
  /// Whether a section of this name is shown.
  members& flag(const char* name, bool value) { return add(name, node(value)); }
  /// A text, whose section is not shown where there is none.
  members& text_if(bool there, const char* name, std::string_view value) {
    return there ? text(name, value) : flag(name, false);
  }
  members& add(const char* name, node value) {
    node_[name] = std::move(value);
    return *this;
  }
  /// The node, which is no longer here.
  [[nodiscard]] node done() { return std::move(node_); }

 private:
  node node_;
};

/// A list of nodes, at first empty. An entry is moved there: the library's own way copies all that it holds, and so do
/// its lists when they grow.
class list : public node {
 public:
  list() : node(type::list) {}
  list& operator<<(node entry) {
    auto& entries = const_cast<kainjow::mustache::list&>(list_value());
    if (entries.size() == entries.capacity()) {
      kainjow::mustache::list larger;
      larger.reserve(2 * entries.size() + 4);
      std::ranges::move(entries, std::back_inserter(larger));
      entries.swap(larger);
    }
    entries.push_back(std::move(entry));
    return *this;
  }
};
/// A list with a node for each of `entries`: `list_of(items, [](const item& each) { return …; })`.
template <class Entries, class Make>
[[nodiscard]] node list_of(const Entries& entries, const Make& make) {
  list nodes;
  for (const auto& each : entries) {
    nodes << node(make(each));
  }
  return nodes;
}

/// The page that a template of data/report/ makes of `shown`, with the style that they share.
[[nodiscard]] std::string render(std::string_view page_template, node shown);

}  // namespace tbsc94::html
