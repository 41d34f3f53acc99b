// What is said of a mistake.
#include <string>

#include "json/json_mistake.hpp"
#include "json/meant_value.hpp"
#include "json/mistake_messages.hpp"
#include "json/odd_characters.hpp"
#include "text/format.hpp"

namespace tbsc94::json {

namespace {

std::string_view closing(std::string_view opened) { return opened == "{" ? "}" : opened == "[" ? "]" : "\""; }

std::string unclosed_words(const mistake& mistake, language lang) {
  if (mistake.opened.empty()) {
    return message::ends_early(lang);
  }
  return mistake.opened_in > 0
             ? message::never_closed_since(lang, mistake.opened, mistake.opened_in, closing(mistake.opened))
             : message::never_closed(lang, mistake.opened, closing(mistake.opened));
}

std::string broken_words(char control, language lang) {
  switch (control) {
    case '\n':
    case '\r':
      return message::broken_string(lang, message::a_line_end.in(lang), "\\n");
    case '\t':
      return message::broken_string(lang, message::a_tab.in(lang), "\\t");
    default:
      return message::broken_string(lang, message::a_control.in(lang),
                                    formatted("\\u{:04X}", static_cast<unsigned>(control)));
  }
}

// Whether nothing stands behind the mistake that would have to be checked.
bool is_last(mistake_kind kind) {
  return kind == mistake_kind::nothing_there || kind == mistake_kind::ends_early || kind == mistake_kind::table ||
         kind == mistake_kind::second_document || kind == mistake_kind::no_object;
}

std::string words_of(const mistake& mistake, language lang) {
  const std::string_view found = mistake.found;
  switch (mistake.kind) {
    case mistake_kind::nothing_there:
      return message::nothing_there(lang);
    case mistake_kind::table:
      return message::table_of_text(lang);
    case mistake_kind::ends_early:
    case mistake_kind::never_closed:
      return unclosed_words(mistake, lang);
    case mistake_kind::empty_place:
      return message::empty_place(lang);
    case mistake_kind::trailing_comma:
      return message::trailing_comma(lang);
    case mistake_kind::missing_comma:
      return message::missing_comma(lang);
    case mistake_kind::missing_colon:
      return message::missing_colon(lang);
    case mistake_kind::wrong_bracket:
      return mistake.opened_in > 0 ? message::wrong_bracket_since(lang, found, mistake.opened, mistake.opened_in)
                                   : message::wrong_bracket(lang, found, mistake.opened);
    case mistake_kind::single_quotes:
      return message::single_quotes(lang);
    case mistake_kind::full_width:
      return message::full_width(lang, found, plain_for(found));
    case mistake_kind::unseen: {
      const unseen_character& unseen = *find_unseen(found);
      return message::unseen(lang, unseen.code, unseen.name.in(lang));
    }
    case mistake_kind::comment:
      return message::comment(lang);
    case mistake_kind::bare_slash:
      return message::bare_slash(lang);
    case mistake_kind::decimal_comma: {
      std::string mended(found);
      mended[mended.find(',')] = '.';
      return message::decimal_comma(lang, found, mended);
    }
    case mistake_kind::key_without_quotes:
      return message::key_without_quotes(lang, found);
    case mistake_kind::word_without_quotes:
      return message::word_without_quotes(lang, found);
    case mistake_kind::wrong_word:
      return message::wrong_word(lang, found);
    case mistake_kind::wrong_number:
      return message::wrong_number(lang, found);
    case mistake_kind::number_with_unit:
      return message::number_with_unit(lang, found, meant_number(found));
    case mistake_kind::date_without_quotes:
      return message::date_in_quotes(lang, found, meant_date(found));
    case mistake_kind::wrong_escape:
      return message::wrong_escape(lang, found);
    case mistake_kind::broken_string:
      return broken_words(found[0], lang);
    case mistake_kind::inner_quotes:
      return message::inner_quotes(lang, found);
    case mistake_kind::no_object:
      return message::no_object(lang);
    case mistake_kind::half_quoted:
      return message::half_quoted(lang, found);
    case mistake_kind::extra_sign:
      return message::extra_sign(lang, found);
    case mistake_kind::no_array:
      return message::no_array(lang);
    case mistake_kind::no_object_in_array:
      return message::no_object_in_array(lang);
    case mistake_kind::wrong_sign:
      return message::wrong_sign(lang, found, found == ";" ? "," : ":");
    case mistake_kind::ended_before:
      return message::ended_before(lang);
    case mistake_kind::second_document:
      return message::second_document(lang);
    case mistake_kind::unexpected:
      break;
  }
  return message::unexpected_character(lang, found);
}

}  // namespace

std::string explain(const mistake& mistake, language lang) {
  if (mistake.kind == mistake_kind::nothing_there || mistake.kind == mistake_kind::second_document) {
    return words_of(mistake, lang);
  }
  std::string words = words_of(mistake, lang);
  if (mistake.count > 1) {
    words += message::so_often(lang, mistake.count);
  }
  const bool is_checked = mistake.passed_over || is_last(mistake.kind);
  return message::not_json(lang, words, is_checked ? "" : message::rest_unchecked.in(lang));
}

}  // namespace tbsc94::json
