#include "reading/readings_reader.hpp"

#include "json/json.hpp"
#include "json/messages.hpp"
#include "json/strict_reader.hpp"
#include "reading/reading_names.hpp"
#include "text/terminal_text.hpp"

namespace tbsc94 {

namespace {

enum decision_member { value_key, decision_key, date_key };
const json::key_names decision_keys{"value", "decision", "date"};

class readings_reader : strict_reader {
 public:
  readings_reader(readings_in_use& into, const scheme& scheme, findings& errors, language lang)
      : strict_reader(errors, lang), into_(into), scheme_(scheme) {}

  void read(value root) {
    const path top;
    if (!expect(kind::object, root, top)) {
      return;
    }
    json::key_names names = all_reading_names();
    names.add("$schema");
    members(root, names, top, [&](std::size_t index, const json::key& key, value member) {
      if (index == all_readings.size()) {
        static_cast<void>(read_string(member, top.member(key.name)));
      } else if (index == json::unknown) {
        unknown_member(key, member, top, names);
      } else {
        read_decision(all_readings[index], member, top.member(key.name));
      }
    });
  }

 private:
  void read_decision(reading which, value object, const path& at) {
    if (!expect(kind::object, object, at)) {
      return;
    }
    bool has_value = false;
    bool has_decision = false;
    decision decision;
    members(object, decision_keys, at, [&](std::size_t index, const json::key& key, value member) {
      const path here = at.member(key.name);
      switch (index) {
        case value_key:
          has_value = true;
          read_value(which, member, here);
          break;
        case decision_key:
          has_decision = true;
          decision.text = read_words(which, member, here);
          break;
        case date_key:
          decision.date = read_date(member, here).value_or("");
          break;
        default:
          unknown_member(key, member, at, decision_keys);
      }
    });
    if (!has_value) {
      missing_member("value", at, object.offset(), clause_of(scheme_, which));
    }
    if (!has_decision) {
      missing_member("decision", at, object.offset(), clause_of(scheme_, which));
    }
    into_.settled[static_cast<std::size_t>(which)] = decision;
    into_.given.add(which);
  }

  // Which decision it is: what cannot be seen names none.
  std::string read_words(reading which, value words, const path& at) {
    const auto text = read_string(words, at);
    if (text && without_leading_blanks(*text).empty()) {
      error(code::unknown_value, at, words.offset(), clause_of(scheme_, which),
            std::string(message::blank_decision.in(lang())));
    }
    return text.value_or("");
  }

  void read_value(reading which, value word, const path& at) {
    const auto text = read_string(word, at);
    if (text && !into_.values.set(which, *text)) {
      error(code::unknown_value, at, word.offset(), clause_of(scheme_, which),
            message::unknown_value(lang(), *text, message::values_of(which)));
    }
  }

  readings_in_use& into_;
  const scheme& scheme_;
};

}  // namespace

std::optional<readings_in_use> read_readings(const json::padded_text& text, const scheme& scheme, findings& errors,
                                             language lang) {
  readings_in_use result;
  json::document_reader documents;
  documents.read(text, errors, lang,
                 [&](json::value root) { readings_reader(result, scheme, errors, lang).read(root); });
  place(errors, text.text);
  return errors.empty() ? std::optional(result) : std::nullopt;
}

}  // namespace tbsc94
