#include "reading/result_reader.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "json/messages.hpp"
#include "json/strict_reader.hpp"
#include "reading/assessment_members.hpp"

namespace tbsc94 {

namespace {

enum key : std::size_t { tool, input, assessment, errors, readings_list, service, management, verdict, key_count };
const json::key_names result_keys{"tool",     "input",   "assessment", "errors",
                                  "readings", "service", "management", "verdict"};

// How `grade` sets the bytes of the input: what stands before their key, and before them.
constexpr std::string_view before_key = "\n  ";
constexpr std::string_view before_bytes = ": ";
// How they end where a program has indented them as a part of the result.
constexpr std::string_view indented_end = "\n  }";

// A reading as a result lists it.
struct listed_reading {
  std::string name;
  std::string value;
  bool settled = false;
  std::string decision;
  std::string date;
  std::string stated_in;  // the clause, where the scheme states it

  void take_over(given_result& into, std::size_t offset) const {
    const auto which = find_reading(name);
    if (which && into.readings.values.set(*which, value)) {
      const auto index = static_cast<std::size_t>(*which);
      into.readings.settled[index] = !settled             ? std::nullopt
                                     : !stated_in.empty() ? std::optional(tbsc94::decision{stated_in, "", true})
                                     : is_decision()      ? std::optional(tbsc94::decision{decision, date})
                                                          : std::nullopt;
      into.readings_at[index] = offset;
    }
  }

 private:
  // Whether a body's file could say so: what it refuses settles nothing here, either.
  [[nodiscard]] bool is_decision() const {
    return decision.find_first_not_of(" \t\r\n") != std::string::npos && decision.size() <= json::longest_text &&
           (date.empty() || is_calendar_date(date));
  }
};

// Reads one result.
class given_result_reader : strict_reader {
 public:
  given_result_reader(const json::padded_text& text, language lang, given_result& into)
      : strict_reader(into.errors, lang), text_(text), into_(into) {}

  // Whether the value has what makes it a result.
  bool read(value root, const path& at) {
    if (root.kind() != kind::object) {
      check_all(root, at);
      return false;
    }
    std::array<bool, key_count> seen{};
    json::scan& scan = root.inside(at);
    members(root, result_keys, at, [&](std::size_t index, const json::key& key, value member) {
      if (index == json::unknown) {
        refuse_member_of_assessment(key, at.member(key.name));
        check_all(member, at.member(key.name));
        return;
      }
      seen[index] = true;
      if (index == assessment && expect(kind::object, member, at.member(key.name))) {
        check_all(member, path{});  // as deep as in a file of its own
        take_bytes(key.offset, member.offset(), scan.offset());
      } else if (index != assessment) {
        take(index, member, at.member(key.name));
      }
    });
    if (!seen[assessment] && seen[errors]) {
      error(code::missing_key, at.member(result_keys[assessment]), root.offset(), {},
            message::result_of_refused(lang()));
    } else if (!seen[assessment]) {
      missing_member(result_keys[assessment], at, root.offset());
    }
    return seen[tool] && seen[input];
  }

 private:
  // No text is a result to one reader and an assessment to another.
  void refuse_member_of_assessment(const json::key& key, const path& at) {
    if (key.name != "scheme" && assessment_keys::root.find(key.name) != json::unknown) {
      error(code::unknown_key, at, key.offset, {}, message::assessment_in_result(lang(), key.name));
    }
  }

  void take(std::size_t index, value member, const path& at) {
    recorded_result& recorded = into_.recorded;
    switch (index) {
      case tool:
        scalars(member, at, [&](std::string_view name, json::kind is, std::string_view text) {
          keep(name == "version" && is == kind::string, text, into_.version);
        });
        break;
      case input:
        scalars(member, at, [&](std::string_view name, json::kind is, std::string_view text) {
          keep(name == "source" && is == kind::string, text, into_.source);
          keep(name == "sha256" && is == kind::string, text, into_.digest);
        });
        break;
      case readings_list:
        read_readings(member, at);
        break;
      case service:
        scalars(member, at, [&](std::string_view name, json::kind is, std::string_view text) {
          keep(name == "score" && is == kind::number, text, recorded.service_score);
        });
        break;
      case management:
        scalars(member, at, [&](std::string_view name, json::kind is, std::string_view text) {
          keep(name == "total" && is == kind::number, text, recorded.management_total);
          keep(name == "level" && is == kind::number, text, recorded.management_level);
        });
        break;
      case verdict:
        scalars(member, at, [&](std::string_view name, json::kind is, std::string_view text) {
          const bool is_grade = name == "grade" && (is == kind::string || is == kind::null);
          recorded.has_grade = recorded.has_grade || is_grade;
          keep(is_grade && is == kind::string, text, recorded.grade);
        });
        break;
      default:
        check_all(member, at);
    }
  }
  template <class Text>
  static void keep(bool wanted, std::string_view text, Text& into) {
    if (wanted) {
      into = std::string(text);
    }
  }

  // Calls `take(name, kind, text)` for each member of an object that is no object or array itself,
  // `text` being a string unescaped, or anything else as it is written.
  template <class Take>
  void scalars(value object, const path& at, Take take) {
    if (object.kind() != kind::object) {
      check_all(object, at);
      return;
    }
    members(object, {}, at, [&](std::size_t, const json::key& key, value member) {
      if (member.kind() == kind::string) {
        take(key.name, kind::string, member.string());
        return;
      }
      check_all(member, at.member(key.name));
      if (member.kind() != kind::object && member.kind() != kind::array) {
        take(key.name, member.kind(), member.text());
      }
    });
  }

  void read_readings(value list, const path& at) {
    if (list.kind() != kind::array) {
      check_all(list, at);
      return;
    }
    json::for_elements(list, at, [&](std::size_t index, value element) {
      listed_reading listed;
      scalars(element, at.element(index), [&](std::string_view name, json::kind is, std::string_view text) {
        keep(name == "name" && is == kind::string, text, listed.name);
        keep(name == "value" && is == kind::string, text, listed.value);
        keep(name == "decision" && is == kind::string, text, listed.decision);
        keep(name == "date" && is == kind::string, text, listed.date);
        keep(name == "stated_in" && is == kind::string, text, listed.stated_in);
        listed.settled = listed.settled || (name == "settled" && text == "true");
      });
      listed.take_over(into_, element.offset());
    });
  }

  // The bytes from behind the colon to the next token, at `end`.
  void take_bytes(std::size_t key, std::size_t value, std::size_t end) {
    const std::string_view text = text_.text;
    const std::size_t colon = text.rfind(':', value);
    const bool set_off = text.substr(colon).starts_with(before_bytes);
    const std::size_t begin = colon + (set_off ? before_bytes.size() : 1);
    const std::string_view bytes = text.substr(begin, end - begin);
    into_.assessment = {bytes, text_.capacity - begin};
    into_.assessment_offset = begin;
    into_.keeps_bytes = set_off && text.substr(0, key).ends_with(before_key) && !bytes.ends_with(indented_end);
  }

  const json::padded_text& text_;
  given_result& into_;
};

}  // namespace

bool result_reader::read(const json::padded_text& text, const readings_in_use& given, given_result& into) {
  into = {};
  into.readings = given;
  bool is_result = false;
  const bool is_document = documents_.read(text, into.errors, lang_, [&](json::value root) {
    is_result = given_result_reader(text, lang_, into).read(root, {});
  });
  return is_document && is_result;
}

std::vector<std::string_view> result_reader::elements(const json::padded_text& text) {
  const std::size_t first = std::min(text.text.find_first_not_of(" \t\r\n"), text.text.size());
  if (!text.text.substr(first).starts_with('[')) {
    return {};
  }
  std::vector<std::string_view> found;
  findings ignored;  // they are found again where each element is read
  const bool is_document = documents_.read(text, ignored, lang_, [&](json::value root) {
    const json::path top;
    json::scan& scan = root.inside(top);
    bool all = true;
    json::for_elements(root, top, [&](std::size_t, json::value element) {
      given_result result;
      const bool is_result = given_result_reader(text, lang_, result).read(element, top);
      all = all && is_result;
      if (all) {
        const std::string_view rest = text.text.substr(element.offset(), scan.offset() - element.offset());
        found.push_back(rest.substr(0, rest.find_last_not_of(" \t\r\n") + 1));
      }
    });
    if (!all) {
      found.clear();
    }
  });
  return is_document ? found : std::vector<std::string_view>();
}

}  // namespace tbsc94
