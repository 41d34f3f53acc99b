// Pages from templates: what they show, and how it becomes HTML.
#pragma once

#include <kainjow/mustache.hpp>
#include <string>
#include <string_view>

#include "text/terminal_text.hpp"

namespace tbsc94::html {

/// What a template shows. It escapes every text in it.
using node = kainjow::mustache::data;

/// Builds the members of a node: `members().text("name", name).flag("met", true).done()`.
class members {
 public:
  /// A text, or a number in its digits; what would disturb a reader, as direction marks do, is made visible.
  members& text(const char* name, std::string_view value) {
    node_.set(name, node(harmless(value)));
    return *this;
  }
  members& number(const char* name, std::size_t value) { return text(name, std::to_string(value)); }
  /// Whether a section of this name is shown.
  members& flag(const char* name, bool value) {
    node_.set(name, node(value));
    return *this;
  }
  /// A text, whose section is not shown where there is none.
  members& text_if(bool there, const char* name, std::string_view value) {
    return there ? text(name, value) : flag(name, false);
  }
  members& add(const char* name, const node& value) {
    node_.set(name, value);
    return *this;
  }
  [[nodiscard]] const node& done() const { return node_; }

 private:
  node node_;
};

/// A list of nodes, at first empty.
[[nodiscard]] inline node list() { return {node::type::list}; }
/// A list with a node for each of `entries`: `list_of(items, [](const item& each) { return …; })`.
template <class Entries, class Make>
[[nodiscard]] node list_of(const Entries& entries, const Make& make) {
  node nodes = list();
  for (const auto& each : entries) {
    nodes << node(make(each));
  }
  return nodes;
}

/// The page that a template of data/report/ makes of `shown`, with the style that they share.
[[nodiscard]] std::string render(std::string_view page_template, node shown);

}  // namespace tbsc94::html
