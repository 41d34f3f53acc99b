
#include <algorithm>
#include <array>

#include "json/meant_value.hpp"
#include "json/mistake_scanner.hpp"
#include "text/format.hpp"

namespace tbsc94::json {

namespace {

// Replaces each slip by what may have been meant, and reads on.
class mender : public mistake_scanner {
 public:
  using mistake_scanner::mistake_scanner;

  /// Reads as far as the text is JSON, or can be taken for some.
  void run() {
    for (std::size_t mends = 0; !scan(); found_.reset()) {
      mistake now = found();
      now.offset = into_->original_offset(now.offset);
      now.passed_over = ++mends <= most_mends && mend();
      note(now);
      if (!now.passed_over) {
        return;
      }
    }
    into_->is_whole = true;
  }

 private:
  static constexpr std::size_t most_mends = 1000;

  // What is found a step has left nothing of: it is done again once the text is mended.
  void replace(std::size_t at, std::size_t count, std::string_view by);
  bool read_again_from(std::size_t value) {
    at_ = value;
    state_ = next::value;
    return true;
  }
  // Puts in place of the mistake what may have been meant; false where that cannot be told.
  bool mend();
  bool mend_missing_comma(std::size_t at);
  bool mend_full_width(std::size_t at);
  // A quote of another kind, and the one that closes it in the same line.
  bool mend_quotes(std::size_t at);
  bool mend_comment(std::size_t at);
  // A line end within quotes: they ought to have been closed before it, if what follows may stand there.
  bool mend_string(std::size_t at);
  // The next quote that may close a text does so; those before it are of the text.
  bool mend_inner_quotes(std::size_t at);
  // Slips of the keyboard are told once for the whole text.
  void note(const mistake& now);

  [[nodiscard]] bool follows_number(std::size_t at) const {
    return step_state_ == next::separator && at > 0 && is_digit(text_[at - 1]);
  }
  [[nodiscard]] bool precedes_comma(std::size_t at) const {
    const std::size_t next = text_.find_first_not_of(" \t\r\n", at);
    return next != std::string::npos && text_[next] == ',';
  }
};

void mender::replace(std::size_t at, std::size_t count, std::string_view by) {
  text_.replace(at, count, by);
  if (count != by.size()) {
    into_->edits.push_back({at, count, by.size()});
  }
}

bool mender::mend() {
  const std::size_t at = found_->offset;
  const std::size_t size = found_->found.size();
  at_ = step_begin_;
  state_ = step_state_;
  const auto put = [&](std::string_view by) {
    replace(at, size, by);
    return true;
  };
  switch (found_->kind) {
    case mistake_kind::ends_early:
      if (open_.size() > 1 || state_ != next::separator || !in_object()) {
        return false;
      }
      return put("}");
    case mistake_kind::empty_place:
      replace(at, 0, "0");
      return true;
    case mistake_kind::bare_slash:
      return put("0");
    case mistake_kind::wrong_number:
      return put("0") && (at >= step_begin_ || read_again_from(at));
    case mistake_kind::extra_sign:
      return put("");
    case mistake_kind::half_quoted: {
      const bool is_open = at > 0 && text_[at - 1] == '"';
      replace(is_open ? at + size : at, 0, "\"");
      return true;
    }
    case mistake_kind::wrong_word:
      return put("null");
    case mistake_kind::trailing_comma:
      state_ = next::separator;
      return put(" ");
    case mistake_kind::missing_comma:
      return mend_missing_comma(at);
    case mistake_kind::missing_colon:
      replace(at, 0, text_[at] == ',' || text_[at] == '}' ? ":0" : ":");
      return true;
    case mistake_kind::decimal_comma:
      text_[found_->offset + found_->found.find(',')] = '.';
      return read_again_from(at);
    case mistake_kind::number_with_unit:
      return put(meant_number(found_->found));
    case mistake_kind::date_without_quotes:
      return put(formatted("\"{}\"", meant_date(found_->found)));
    case mistake_kind::key_without_quotes:
    case mistake_kind::word_without_quotes:
      return found_->found.find('\\') == std::string::npos && put(formatted("\"{}\"", found_->found));
    case mistake_kind::single_quotes:
      return mend_quotes(at);
    case mistake_kind::full_width:
      return mend_full_width(at);
    case mistake_kind::unseen:
      replace(at, size, "");
      return !follows_number(at) || read_again_from(number_);
    case mistake_kind::wrong_sign:
      return !open_.empty() && put(found_->found != ";" ? ":" : precedes_comma(at + size) ? "" : ",");
    case mistake_kind::comment:
      return mend_comment(at);
    case mistake_kind::wrong_escape:
      replace(at, 0, "\\");
      return true;
    case mistake_kind::broken_string:
      return mend_string(at);
    case mistake_kind::inner_quotes:
      return mend_inner_quotes(at);
    default:
      return false;
  }
}

bool mender::mend_missing_comma(std::size_t at) {
  skip_space();
  if (in_object() && !is_key()) {
    return false;
  }
  replace(at, 0, ",");
  return true;
}

bool mender::mend_full_width(std::size_t at) {
  const std::string plain(plain_for(found_->found));
  if (plain == "\"") {
    return mend_quotes(at);
  }
  replace(at, found_->found.size(), plain == "," && precedes_comma(at + found_->found.size()) ? "" : plain);
  return plain != "." || (follows_number(at) && read_again_from(number_));
}

bool mender::mend_quotes(std::size_t at) {
  if (at == closing_) {
    replace(at, found_->found.size(), "\"");
    return step_state_ != next::separator || read_again_from(string_);
  }
  // Where a value or a key begins, else it closes what was opened by another.
  const std::size_t before = at == 0 ? std::string::npos : text_.find_last_not_of(" \t\r\n", at - 1);
  if (before == std::string::npos || std::string_view(",:{[").find(text_[before]) == std::string_view::npos) {
    return false;
  }
  constexpr std::array<std::string_view, 3> single{"'", "‘", "’"};
  const auto is_single = [&](std::string_view quote) { return std::ranges::find(single, quote) != single.end(); };
  const auto is_quote = [&](std::string_view quote) {
    return quote == "\"" || quote == "'" || plain_for(quote) == "\"";
  };
  std::vector<std::size_t> escapes;  // of full-width quotes, which need none
  for (std::size_t end = at + found_->found.size(); end < text_.size() && text_[end] != '\n';) {
    const std::string quote(character_at(end));
    if (quote == "\\" && end + 1 < text_.size()) {
      const std::string_view escaped = character_at(end + 1);
      if (escaped.size() > 1 && is_quote(escaped)) {
        escapes.push_back(end);
      }
      end += escaped.size();
    } else if (is_single(found_->found) && quote == "\"") {
      return false;
    } else if (is_quote(quote) && is_single(quote) == is_single(found_->found) &&
               may_follow_value(end + quote.size())) {
      replace(end, quote.size(), "\"");
      for (; !escapes.empty(); escapes.pop_back()) {
        replace(escapes.back(), 1, "");
      }
      replace(at, found_->found.size(), "\"");
      return true;
    }
    end += quote.size();
  }
  return false;
}

bool mender::mend_comment(std::size_t at) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kinds{
      {{"/*", "*/"}, {"<!--", "-->"}, {"//", "\n"}, {"#", "\n"}}};
  for (const auto& [opened, closed] : kinds) {
    if (from(at).starts_with(opened)) {
      const bool is_line = closed == "\n";
      const std::size_t end = text_.find(closed, at + opened.size());
      if (end == std::string::npos && !is_line) {
        return false;
      }
      replace(at, end == std::string::npos ? text_.size() - at : end + (is_line ? 0 : closed.size()) - at, "");
      return true;
    }
  }
  return false;
}

bool mender::mend_string(std::size_t at) {
  if (!at_value_) {
    return false;
  }
  if (text_[at] == '\n' || text_[at] == '\r') {
    const std::size_t next = std::min(text_.find_first_not_of(" \t\r\n", at), text_.size());
    if (next == text_.size() || std::string_view("\"}]").find(text_[next]) != std::string_view::npos) {
      std::size_t end = text_.find_last_not_of(" \t\r\n", at - 1) + 1;
      end -= text_[end - 1] == ',' ? 1U : 0U;
      replace(end, 0, "\"");
      return end > string_;
    }
  }
  text_[at] = ' ';
  return true;
}

bool mender::mend_inner_quotes(std::size_t at) {
  const std::size_t ended = text_.rfind('"', at - 1);
  const std::size_t end = std::min(text_.find_first_of(",}]\"\n", at), text_.size());
  if (end == text_.size() || (text_[end] != '"' && may_follow_text(end))) {
    replace(text_.find_last_not_of(" \t\r", end - 1) + 1, 0, "\"");  // "a" b, as "a b",
    replace(ended, 1, "");
    return read_again_from(string_);
  }
  std::vector<std::size_t> inner{ended};
  for (std::size_t quote = text_.find_first_of("\"\n", at); quote < text_.size() && text_[quote] == '"';
       quote = text_.find_first_of("\"\n", quote + 1)) {
    if (may_follow_text(quote + 1)) {
      for (; !inner.empty(); inner.pop_back()) {
        replace(inner.back(), 0, "\\");
      }
      return read_again_from(string_);
    }
    if (text_[quote - 1] != '\\') {
      inner.push_back(quote);
    }
  }
  return false;
}

void mender::note(const mistake& now) {
  const auto is_same = [&](const mistake& each) {
    switch (now.kind) {
      case mistake_kind::full_width:
      case mistake_kind::unseen:
      case mistake_kind::single_quotes:
        return each.kind == now.kind && each.found == now.found;
      case mistake_kind::comment:
        return each.kind == now.kind;
      case mistake_kind::wrong_escape:
      case mistake_kind::broken_string:
        return each.kind == now.kind && each.where == now.where && !now.where.empty();
      default:
        return false;
    }
  };
  const auto earlier = std::ranges::find_if(into_->mistakes, is_same);
  if (now.passed_over && earlier != into_->mistakes.end()) {
    ++earlier->count;
    if (now.where != earlier->where) {
      earlier->where.clear();
    }
  } else {
    into_->mistakes.push_back(now);
  }
}

}  // namespace

std::size_t mended::original_offset(std::size_t offset) const {
  std::for_each(edits.rbegin(), edits.rend(), [&](const edit& each) {
    offset = offset >= each.at + each.now ? offset + each.was - each.now : std::min(offset, each.at);
  });
  return offset;
}

mended mend(std::string_view text) {
  mended read{std::string(text)};
  mender(text, read).run();
  return read;
}

}  // namespace tbsc94::json
