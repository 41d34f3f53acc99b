#include "results/result_comparison.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "json/finding.hpp"
#include "json/json_writer.hpp"
#include "json/messages.hpp"

namespace tbsc94 {

namespace {

// Which files the environment names is another matter on another machine; what they say stands among the readings.
bool is_ambient(const json::path& at) { return at.depth == 1 && at.key == "environment"; }

// A value of the computed result, with all that is below it.
struct result_value {
  std::string_view key;
  json::kind kind{};
  std::string_view text;  // a string unescaped, a number or word as it is written
  std::vector<result_value> children{};
  bool is_free = false;  // any value of this kind will do

  [[nodiscard]] std::size_t find(std::string_view name) const {
    const auto found =
        std::find_if(children.begin(), children.end(), [&](const result_value& each) { return each.key == name; });
    return static_cast<std::size_t>(found - children.begin());
  }
};

bool is_nested(json::kind kind) { return kind == json::kind::object || kind == json::kind::array; }

// The tree of the computed result, without what is below its free parts.
class tree {
 public:
  explicit tree(free_parts free) : free_(free) {}

  [[nodiscard]] result_value read(json::value value, const json::path& at, std::string_view key = {}) {
    result_value result{key, value.kind(), {}, {}, is_free(at)};
    if (result.is_free && is_nested(value.kind())) {
      json::check_all(value, at, none_, language::en);
      return result;
    }
    switch (value.kind()) {
      case json::kind::object:
        json::for_members(value, {}, at, none_, language::en,
                          [&](std::size_t, const json::key& key, json::value member) {
                            result.children.push_back(read(member, at.member(key.name), key.name));
                          });
        break;
      case json::kind::array:
        json::for_elements(value, at, [&](std::size_t index, json::value element) {
          result.children.push_back(read(element, at.element(index)));
        });
        break;
      case json::kind::string:
        result.text = value.string();
        break;
      default:
        result.text = value.text();
    }
    return result;
  }

 private:
  [[nodiscard]] bool is_free(const json::path& at) const {
    switch (at.depth) {
      case 1:
        return at.key == "assessment" || (free_.readings && at.key == "readings");
      case 2:
        return at.key == "source" && at.parent->key == "input";
      case 3:
        return free_.places && at.parent->parent->key == "remarks" && (at.key == "line" || at.key == "column");
      default:
        return false;
    }
  }

  free_parts free_;
  findings none_;  // of a result that this program has written
};

// Numbers are equal by value; of more digits than are read none is one of the computed ones.
bool is_same_number(std::string_view a, std::string_view b) {
  const auto one = read_numeral(a);
  const auto other = read_numeral(b);
  return a == b || (one && other && one->digits == other->digits && one->exponent == other->exponent &&
                    one->negative == other->negative && !one->inexact && !other->inexact);
}

// As JSON, and no longer than a message may be.
std::string shown(json::kind kind, std::string_view text) {
  std::string json;
  if (is_nested(kind)) {
    json_writer(json).string(kind == json::kind::object ? "{…}" : "[…]");
  } else if (kind == json::kind::string || text.size() > message::excerpt::longest) {
    json_writer(json).string(message::excerpt(text).shown());
  } else {
    json = text;
  }
  return json;
}

// The object or array that a place is in; of those far down, the one that stands two steps from the root.
std::string group_of(const json::path& at) {
  constexpr unsigned deepest = 2;
  const json::path* group = at.parent;
  while (group->depth > deepest) {
    group = group->parent;
  }
  return group->pointer();
}

class comparison {
 public:
  void compare(json::value given, const result_value& wanted, const json::path& at) {
    if (given.kind() != wanted.kind) {
      differ(at, given.offset(), taken(given, at), shown(wanted.kind, wanted.text));
    } else if (wanted.is_free) {
      json::check_all(given, at, ignored_, language::en);
    } else if (given.kind() == json::kind::object) {
      compare_members(given, wanted, at);
    } else if (given.kind() == json::kind::array) {
      compare_elements(given, wanted, at);
    } else {
      compare_scalars(given, wanted, at);
    }
  }

  [[nodiscard]] std::vector<reported_difference> found(std::string_view text, std::size_t first_line) {
    std::ranges::stable_sort(listed_, {}, &listed::offset);
    findings places;
    for (const listed& each : listed_) {
      places.close({{}, {}, each.offset});
    }
    place(places, text, first_line);
    std::vector<reported_difference> result;
    for (std::size_t i = 0; i < places.size(); ++i) {
      listed_[i].difference.line = places[i].line;
      listed_[i].difference.column = places[i].column;
      result.push_back(std::move(listed_[i].difference));
    }
    for (const auto& [group, count] : counts_) {
      if (count > most_listed) {
        reported_difference& rest = result.emplace_back();
        rest.member = group;
        rest.more = count - most_listed;
        rest.line = first_line;
      }
    }
    return result;
  }

 private:
  struct listed {
    std::size_t offset = 0;
    reported_difference difference;
  };

  void compare_scalars(json::value given, const result_value& wanted, const json::path& at) {
    const std::string_view text = given.kind() == json::kind::string ? given.string() : given.text();
    if (given.kind() == json::kind::number ? !is_same_number(text, wanted.text) : text != wanted.text) {
      differ(at, given.offset(), shown(given.kind(), text), shown(wanted.kind, wanted.text));
    }
  }

  void compare_members(json::value given, const result_value& wanted, const json::path& at) {
    std::vector<bool> seen(wanted.children.size());
    json::for_members(given, {}, at, ignored_, language::en,
                      [&](std::size_t, const json::key& key, json::value member) {
                        const json::path here = at.member(key.name);
                        const std::size_t index = wanted.find(key.name);
                        if (is_ambient(here)) {
                          json::check_all(member, here, ignored_, language::en);
                        } else if (index == seen.size()) {
                          differ(here, member.offset(), taken(member, here), std::nullopt);
                        } else {
                          seen[index] = true;
                          compare(member, wanted.children[index], here);
                        }
                      });
    for (std::size_t i = 0; i < seen.size(); ++i) {
      if (const json::path here = at.member(wanted.children[i].key); !seen[i] && !is_ambient(here)) {
        miss(wanted.children[i], here, given.offset());
      }
    }
  }

  void compare_elements(json::value given, const result_value& wanted, const json::path& at) {
    std::size_t count = 0;
    json::for_elements(given, at, [&](std::size_t index, json::value element) {
      count = index + 1;
      const json::path here = at.element(index);
      if (index < wanted.children.size()) {
        compare(element, wanted.children[index], here);
      } else {
        differ(here, element.offset(), taken(element, here), std::nullopt);
      }
    });
    for (std::size_t i = count; i < wanted.children.size(); ++i) {
      miss(wanted.children[i], at.element(i), given.offset());
    }
  }

  // A value as it is shown; it is done with.
  std::string taken(json::value given, const json::path& at) {
    if (given.kind() == json::kind::string) {
      return shown(given.kind(), given.string());
    }
    json::check_all(given, at, ignored_, language::en);
    return shown(given.kind(), given.text());
  }

  void miss(const result_value& wanted, const json::path& at, std::size_t offset) {
    differ(at, offset, std::nullopt, shown(wanted.kind, wanted.text));
  }

  void differ(const json::path& at, std::size_t offset, std::optional<std::string> recorded,
              std::optional<std::string> computed) {
    if (++counts_[group_of(at)] <= most_listed) {
      reported_difference& added = listed_.emplace_back(listed{offset, {}}).difference;
      added.member = at.pointer();
      added.recorded = std::move(recorded);
      added.computed = std::move(computed);
      added.is_json = true;
    }
  }

  std::vector<listed> listed_;
  std::map<std::string, std::size_t> counts_;
  findings ignored_;  // the given result has none
};

}  // namespace

std::vector<reported_difference> differences_of_results(json::document_reader& reader, const json::padded_text& given,
                                                        std::string_view computed, std::size_t first_line,
                                                        free_parts free) {
  std::string padded(computed);
  padded.resize(computed.size() + json::padding);
  const json::path top;
  findings none;
  json::document_reader computed_reader;  // outlives the result_value, whose texts are its own
  result_value wanted;
  computed_reader.read({std::string_view(padded).substr(0, computed.size()), padded.size()}, none, language::en,
                       [&](json::value root) { wanted = tree(free).read(root, top); });
  comparison comparison;
  reader.read(given, none, language::en, [&](json::value root) { comparison.compare(root, wanted, top); });
  return comparison.found(given.text, first_line);
}

}  // namespace tbsc94
