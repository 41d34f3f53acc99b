// All that the shared library shows.
#pragma GCC visibility push(default)
#include "tbsc94/grade_json.h"
#include "tbsc94/grade_json.hpp"
#pragma GCC visibility pop

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <initializer_list>
#include <optional>
#include <utility>
#include <vector>

#include "json/json.hpp"
#include "json/messages.hpp"
#include "json/strict_reader.hpp"
#include "reading/assessment_reader.hpp"
#include "reading/reading_names.hpp"
#include "reading/readings_reader.hpp"
#include "reading/scheme_reader.hpp"
#include "results/json_report.hpp"
#include "text/encoding.hpp"
#include "text/format.hpp"

namespace tbsc94 {

namespace {

// A copy that the parser may read a little past, without a byte order mark.
class padded_copy {
 public:
  explicit padded_copy(std::string_view text) : bytes_(encoding::without_bom(text)), size_(bytes_.size()) {
    bytes_.resize(size_ + json::padding);
  }
  [[nodiscard]] json::padded_text text() const { return {std::string_view(bytes_).substr(0, size_), bytes_.size()}; }

 private:
  std::string bytes_;
  std::size_t size_;
};

struct grade_options {
  std::string source = "-";
  language lang = language::en;
  readings values;  // of those that are `given`
  reading_set given;
  std::optional<std::string> decisions;
  std::vector<std::string> schemes;
  unknown_keys unknown = unknown_keys::refuse;
};

enum option_member { source_key, lang_key, reading_key, readings_key, schemes_key, unknown_keys_key };
const json::key_names option_keys{"source", "lang", "reading", "readings", "schemes", "unknown_keys"};

class options_reader : strict_reader {
 public:
  options_reader(grade_options& into, findings& errors) : strict_reader(errors, language::en), into_(into) {}

  void read(value root) {
    const path top;
    if (!expect(kind::object, root, top)) {
      return;
    }
    members(root, option_keys, top, [&](std::size_t index, const json::key& key, value member) {
      const path here = top.member(key.name);
      switch (index) {
        case source_key:
          into_.source = read_string(member, here).value_or("");
          break;
        case lang_key:
          into_.lang = read_choice(member, here, {"en", "zh"}) == 1 ? language::zh : language::en;
          break;
        case reading_key:
          read_values(member, here);
          break;
        case readings_key:
          into_.decisions = read_file(member, here);
          break;
        case schemes_key:
          read_schemes(member, here);
          break;
        case unknown_keys_key:
          into_.unknown =
              read_choice(member, here, {"refuse", "ignore"}) == 1 ? unknown_keys::ignore : unknown_keys::refuse;
          break;
        default:
          unknown_member(key, member, top, option_keys);
      }
    });
  }

 private:
  // Which of the words it is; the first where it is none, which is an error.
  std::size_t read_choice(value word, const path& at, std::initializer_list<std::string_view> words) {
    const auto text = read_string(word, at);
    const auto found = std::find(words.begin(), words.end(), text.value_or(std::string(*words.begin())));
    if (found == words.end()) {
      refuse(word, at, *text, formatted("\"{}\"", joined(words, "\", \"")));
      return 0;
    }
    return static_cast<std::size_t>(found - words.begin());
  }

  void read_values(value object, const path& at) {
    if (!expect(kind::object, object, at)) {
      return;
    }
    members(object, all_reading_names(), at, [&](std::size_t index, const json::key& key, value member) {
      if (index == json::unknown) {
        unknown_member(key, member, at, all_reading_names());
        return;
      }
      const reading which = all_readings[index];
      const auto text = read_string(member, at.member(key.name));
      if (text && !into_.values.set(which, *text)) {
        refuse(member, at.member(key.name), *text, message::values_of(which));
      }
      into_.given.add(which);
    });
  }

  void read_schemes(value list, const path& at) {
    if (expect(kind::array, list, at)) {
      json::for_elements(list, at, [&](std::size_t index, value element) {
        into_.schemes.push_back(read_file(element, at.element(index)).value_or(""));
      });
    }
  }

  // The text of a file, which is longer than other texts may be.
  std::optional<std::string> read_file(value text, const path& at) {
    return expect(kind::string, text, at) ? std::optional<std::string>(text.string()) : std::nullopt;
  }

  void refuse(value word, const path& at, std::string_view text, std::string_view allowed) {
    error(code::unknown_value, at, word.offset(), {}, message::unknown_value(lang(), text, allowed));
  }

  grade_options& into_;
};

// What is wrong within one of the options, which is a text of its own.
void move_into(findings& errors, const std::string& option, findings within) {
  for (finding& each : within) {
    each.where.insert(0, option);
    errors.push_back(std::move(each));
  }
}

grade_options read_options(std::string_view text, findings& errors) {
  grade_options options;
  const padded_copy copy(text.empty() ? "{}" : text);
  findings found;
  json::document_reader documents;
  documents.read(copy.text(), found, language::en,
                 [&](json::value root) { options_reader(options, found).read(root); });
  place(found, copy.text().text);
  move_into(errors, "/options", std::move(found));
  return options;
}

// The schemes to grade by, as the options have them.
scheme_catalog load(const grade_options& options, findings& errors) {
  readings_in_use readings;
  if (options.decisions) {
    const scheme_catalog embedded = embedded_schemes();
    const padded_copy text(*options.decisions);
    findings found;
    readings = read_readings(text.text(), embedded.first().content, found, options.lang).value_or(readings_in_use());
    move_into(errors, "/options/readings", std::move(found));
  }
  for (const reading each : all_readings) {
    if (options.given.has(each)) {  // takes the place of a decision, and does not settle
      static_cast<void>(readings.values.set(each, options.values.value(each)));
      readings.settled[static_cast<std::size_t>(each)].reset();
      readings.given.add(each);
    }
  }
  scheme_catalog catalog = embedded_schemes(readings);
  for (std::size_t i = 0; i < options.schemes.size(); ++i) {
    const std::string at = formatted("/options/schemes/{}", i);
    const padded_copy text(options.schemes[i]);
    findings found;
    auto scheme = read_scheme(text.text(), found, options.lang, catalog);
    move_into(errors, at, std::move(found));
    if (scheme && !catalog.add(*scheme, options.schemes[i])) {
      errors.push_back({.code = code::inconsistent_scheme,
                        .where = at,
                        .message = message::scheme_loaded_twice(options.lang, scheme->id, scheme->edition)});
    }
  }
  return catalog;
}

}  // namespace

std::string grade_json(std::string_view assessment, std::string_view options) {
  findings errors;
  const grade_options asked = read_options(options, errors);
  static const scheme_catalog embedded = embedded_schemes();
  std::optional<scheme_catalog> own;
  if (asked.decisions || !asked.given.empty() || !asked.schemes.empty()) {
    own = load(asked, errors);
  }
  outcome outcome;
  outcome.file = asked.source;
  outcome.record.lang = asked.lang;
  if (errors.empty()) {
    const padded_copy text(assessment);
    assessment_reader(own ? *own : embedded, {.unknown = asked.unknown, .lang = asked.lang})
        .read(text.text(), 1, outcome.record);
    grade_record(outcome, outcome.record.readings());
  } else {
    outcome.record.errors = std::move(errors);
  }
  std::string result;
  {
    json_writer json(result, json_writer::layout::indented);
    write_report(json, outcome, outcome.readings_used(), assessment);
  }
  return result + '\n';
}

}  // namespace tbsc94

char* tbsc94_grade_json(const char* assessment, size_t size, const char* options) try {
  const std::string result = tbsc94::grade_json({assessment, size}, options == nullptr ? "" : options);
  auto* const copy = static_cast<char*>(std::malloc(result.size() + 1));
  return copy == nullptr ? nullptr : static_cast<char*>(std::memcpy(copy, result.c_str(), result.size() + 1));
} catch (...) {
  return nullptr;
}

void tbsc94_free(char* result) { std::free(result); }
