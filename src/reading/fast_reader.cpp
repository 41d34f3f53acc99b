#include "reading/fast_reader.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <span>
#include <utility>

#include "json/json.hpp"
#include "json/meant_value.hpp"
#include "reading/alpha_text.hpp"
#include "reading/assessment_members.hpp"
#include "reading/rater_names.hpp"
#include "reading/reading_names.hpp"
#include "text/comparison_key.hpp"
#include "text/encoding.hpp"

namespace tbsc94 {

namespace {

namespace keys = assessment_keys;
using json::key_names;

constexpr std::size_t longest_passed_over = std::size_t{64} << 10U;  // bytes, of extensions that are kept

// Takes a text piece by piece. What is behind its end is never taken: there `next` is 0, and `is_done`
// is false once more was taken than there is. Anything but ASCII is taken in strings alone, which are UTF-8.
class cursor {
 public:
  explicit cursor(std::string_view text) : at_(text.data()), begin_(at_), end_(at_ + text.size()) {}

  [[nodiscard]] std::size_t offset() const { return static_cast<std::size_t>(at_ - begin_); }
  /// The next character that is no space.
  [[nodiscard]] char next() {
    while (at_ < end_ && json::is_space(*at_)) {
      ++at_;
    }
    return at_ < end_ ? *at_ : '\0';
  }
  [[nodiscard]] bool take(char c) {
    if ((at_ >= end_ || *at_ != c) && next() != c) {
      return false;
    }
    ++at_;
    return true;
  }
  /// `before`, which is one character, and a key of `names`, most likely that of `index` or one soon after
  /// it; `index` becomes the one it is.
  [[nodiscard]] bool take_any_key(char before, const key_names& names, std::size_t& index) {
    if (at_ < end_ && *at_ == before) {
      for (std::size_t i = index; i < names.size(); ++i) {
        if (names.is_tight(at_ + 1, i)) {
          at_ += 1 + names.tight_size(i);
          index = i;
          return true;
        }
      }
    }
    return take_other_key(before, names, index);
  }
  /// A string without escapes, no longer than a text may be.
  [[nodiscard]] bool take_string(std::string_view& into) {
    if (!take('"')) {
      return false;
    }
    const std::string_view left = rest();
    return take_plain(left, into) && into.size() < left.size() && left[into.size()] == '"' &&
           into.size() <= json::longest_text;
  }
  /// An α or a level.
  template <class Value>
  [[nodiscard]] bool take(Value& into) {
    static_cast<void>(next());
    const std::size_t size = at_ < end_ ? scan(at_, into) : 0;
    at_ += size;
    return size != 0;
  }
  /// `before`, the key of `index` and its α or level: without spaces, or else with one before and after the key, as
  /// most are written.
  template <class Value>
  [[nodiscard]] bool take_after(char before, const key_names& names, std::size_t index, Value& into) {
    if (has_room_for_value() && *at_ == before) {
      if (names.is_tight(at_ + 1, index)) {
        if (take_at(at_ + 1 + names.tight_size(index), into)) {
          return true;
        }
      } else if (at_[1] == ' ' && names.is_tight(at_ + 2, index) &&
                 take_at(after_space(at_ + 2 + names.tight_size(index)), into)) {
        return true;
      }
    }
    return take_key(before, names, index) && take(into);
  }
  [[nodiscard]] bool take_empty_object() {
    cursor ahead = *this;
    const bool is_empty = ahead.take('{') && ahead.take('}');
    *this = is_empty ? ahead : *this;
    return is_empty;
  }
  /// A number, or a word, as it is written: up to what ends a value.
  [[nodiscard]] std::string_view take_scalar() {
    static_cast<void>(next());
    const char* const begin = at_;
    while (at_ < end_ && *at_ != ',' && *at_ != ']' && *at_ != '}' && !json::is_space(*at_)) {
      ++at_;
    }
    return {begin, static_cast<std::size_t>(at_ - begin)};
  }
  /// The text that was taken from `begin` on, an offset.
  [[nodiscard]] std::string_view since(std::size_t begin) const { return {begin_ + begin, offset() - begin}; }
  /// These characters, of which there are some.
  [[nodiscard]] bool take_text(std::string_view text) {
    static_cast<void>(next());
    if (text.empty() || !rest().starts_with(text)) {
      return false;
    }
    at_ += text.size();
    return true;
  }
  /// A value that means nothing, of at most `depth` levels, no object with more keys than a template's have.
  [[nodiscard]] bool pass_over(unsigned depth) {
    switch (next()) {
      case '{':
        return depth > 0 && pass_over_object(depth - 1);
      case '[':
        return depth > 0 && pass_over_array(depth - 1);
      case '"':
        return pass_over_string();
      default: {
        const std::string_view scalar = take_scalar();
        return scalar == "null" || scalar == "true" || scalar == "false" || read_numeral(scalar);
      }
    }
  }
  /// Escapes of one character are known; others are left to the full reader.
  [[nodiscard]] bool pass_over_string() {
    static_cast<void>(take('"'));
    while (true) {
      const std::string_view left = rest();
      std::string_view taken;
      if (!take_plain(left, taken)) {
        return false;
      }
      const std::size_t plain = taken.size();
      if (plain >= left.size() || left[plain] == '"') {
        return plain < left.size();
      }
      if (left[plain] != '\\' || plain + 1 >= left.size() ||
          std::string_view("\"\\/bfnrt").find(left[plain + 1]) == std::string_view::npos) {
        return false;
      }
      ++at_;
    }
  }
  [[nodiscard]] bool pass_over_array(unsigned depth) {
    static_cast<void>(take('['));
    if (take(']')) {
      return true;
    }
    do {
      if (!pass_over(depth)) {
        return false;
      }
    } while (take(','));
    return take(']');
  }
  [[nodiscard]] bool pass_over_object(unsigned depth) {
    if (take_empty_object()) {
      return true;
    }
    std::array<std::uint64_t, 32> starts;  // of the keys; those of one size that start alike are left to be told apart
    std::size_t count = 0;
    char before = '{';
    do {
      std::string_view key;
      if (!take(before) || !take_string(key) || !take(':')) {
        return false;
      }
      const std::uint64_t start = start_of(key);
      if (std::find(starts.begin(), starts.begin() + count, start) != starts.begin() + count) {
        return false;
      }
      starts[count] = start;
      if (++count == starts.size() || !pass_over(depth)) {
        return false;
      }
      before = ',';
    } while (next() == before);
    return take('}');
  }
  [[nodiscard]] bool is_done() { return next() == '\0' && at_ == end_; }

 private:
  /// Out of order, or after a space.
  [[nodiscard]] bool take_other_key(char before, const key_names& names, std::size_t& index) {
    if (at_ < end_ && *at_ == before) {
      const char* const key = after_space(at_ + 1);
      for (std::size_t i = 0; i < names.size(); ++i) {
        if (names.is_tight(key, i)) {
          at_ = key + names.tight_size(i);
          index = i;
          return true;
        }
      }
    }
    std::string_view name;
    if (!take(before) || !take_string(name)) {
      return false;
    }
    index = names.find(name);
    return index != json::unknown && take(':');
  }
  /// Of `left`, which is what is left, what stands for itself in a string, and the character after it.
  [[nodiscard]] bool take_plain(std::string_view left, std::string_view& into) {
    const json::plain_start start = json::plain_start_of(left);
    into = left.substr(0, start.size);
    at_ += start.size + 1;
    return start.is_ascii || encoding::is_utf_8(into);
  }
  // There are always bytes after a text that can be read, and what is taken of them shows in the end.
  static const char* after_space(const char* at) { return at + (*at == ' ' ? 1 : 0); }
  /// The size of the α at `at`, of 15 decimals at most: of more digits there may be something to remark, and those
  /// after the 15th are left, where nothing takes them. 0 where there is none.
  static std::size_t scan(const char* at, alpha& into) {
    constexpr std::size_t longest = 17;  // with "0."
    return scan_alpha({at, longest}, into);
  }
  static std::size_t scan(const char* at, maturity_level& into) {
    const auto level = maturity_level::from(static_cast<std::uint64_t>(*at - '0'));
    into = level.value_or(into);
    return level ? 1 : 0;
  }
  /// Whether a key of an item and its value can follow, with what is between.
  [[nodiscard]] bool has_room_for_value() const {
    constexpr std::ptrdiff_t most = 3 + key_names::longest_tight + 17;
    return end_ - at_ >= most;
  }
  template <class Value>
  [[nodiscard]] bool take_at(const char* value, Value& into) {
    const std::size_t size = scan(value, into);
    at_ = size != 0 ? value + size : at_;
    return size != 0;
  }
  /// The first seven bytes of a key with its size.
  static std::uint64_t start_of(std::string_view key) {
    constexpr std::size_t most = 7;
    constexpr auto first_bytes = [] {
      std::array<std::uint64_t, most + 1> masks{};
      for (std::size_t i = 0; i <= most; ++i) {
        std::array<unsigned char, sizeof(std::uint64_t)> bytes{};
        std::fill_n(bytes.begin(), i, static_cast<unsigned char>(0xFF));
        masks[i] = std::bit_cast<std::uint64_t>(bytes);
      }
      return masks;
    }();
    std::uint64_t word = 0;
    std::memcpy(&word, key.data(), sizeof word);  // some of it after the key
    return (word & first_bytes[std::min(key.size(), most)]) ^ (std::uint64_t{key.size()} << 56U);
  }
  /// However it is spaced.
  [[nodiscard]] bool take_key(char before, const key_names& names, std::size_t index) {
    if (!take(before) || next() != '"' || !names.is_written(at_ + 1, index)) {
      return false;
    }
    at_ += names[index].size() + 2;
    return take(':');
  }
  [[nodiscard]] std::string_view rest() const {
    return {at_, at_ < end_ ? static_cast<std::size_t>(end_ - at_) : std::size_t{0}};
  }

  const char* at_;
  const char* begin_;
  const char* end_;
};

// Reads one text. Each function takes one value; false where it is not as usual.
class fast_assessment_reader {
 public:
  fast_assessment_reader(const scheme_catalog& catalog, std::string_view text, std::string_view under,
                         std::string& passed_over, record& into)
      : catalog_(catalog),
        text_(text),
        under_(under),
        passed_over_(passed_over),
        record_(into),
        assessment_(into.assessment) {}

  [[nodiscard]] bool read();

 private:
  // Members of an object, `take(index)` each; no key twice. At most 32 names.
  template <class Take>
  bool members(const key_names& names, Take take);
  // The text behind the cursor, as a string or a view of it.
  template <class Text>
  bool text_into(std::optional<Text>& into);
  // The value of each of `ids`: into[index], once each.
  template <class Value>
  bool values(const key_names& ids, std::span<Value> into);
  bool member(std::size_t index);
  bool extensions();
  [[nodiscard]] const loaded_scheme* scheme_named() const;
  bool knows_scheme();
  bool service();
  bool ratings();
  bool are_told_apart();
  bool rating();
  bool alphas();
  bool management();
  bool levels();
  bool remarks(const key_names& ids, std::vector<item_note>& into);
  bool labelled(std::vector<labelled_text>& into);
  bool recorded();
  bool number_into(std::optional<std::string>& into);
  bool recorded_grade(recorded_result& into);
  bool recorded_readings(recorded_result& into);

  const scheme_catalog& catalog_;
  cursor text_;
  std::string_view under_;
  std::string& passed_over_;
  record& record_;
  assessment& assessment_;
  std::optional<std::string_view> scheme_id_;
  std::optional<std::string_view> edition_;
  bool is_guessed_ = false;
};

template <class Take>
bool fast_assessment_reader::members(const key_names& names, Take take) {
  unsigned seen = 0;
  std::size_t index = 0;
  char before = '{';
  do {
    if (!text_.take_any_key(before, names, index) || (seen >> index & 1U) != 0 || !take(index)) {
      return false;
    }
    seen |= 1U << index;
    ++index;
    before = ',';
  } while (text_.next() == before);
  return text_.take('}');
}

template <class Text>
bool fast_assessment_reader::text_into(std::optional<Text>& into) {
  std::string_view text;
  if (!text_.take_string(text)) {
    return false;
  }
  into.emplace(text);
  return true;
}

template <class Value>
bool fast_assessment_reader::values(const key_names& ids, std::span<Value> into) {
  cursor text = text_;  // a copy, which nothing else can reach, stays in registers
  std::size_t in_order = 0;
  while (in_order < into.size() && text.take_after(in_order == 0 ? '{' : ',', ids, in_order, into[in_order])) {
    ++in_order;
  }
  if (in_order == into.size() && text.take('}')) {
    text_ = text;
    return true;
  }
  std::array<bool, json::most_keys> seen{};
  std::size_t index = 0;
  char before = '{';
  for (std::size_t count = 0; count < into.size(); ++count) {
    if (!text_.take_any_key(before, ids, index) || std::exchange(seen[index], true) || !text_.take(into[index])) {
      return false;
    }
    index = index + 1 == ids.size() ? 0 : index + 1;
    before = ',';
  }
  return text_.take('}');
}

bool fast_assessment_reader::read() {
  clear(record_);
  if (!members(keys::root, [&](std::size_t index) { return member(index); }) || !text_.is_done()) {
    return false;
  }
  if (!scheme_id_ || (is_guessed_ && record_.scheme != scheme_named()) || record_.scheme == nullptr ||
      assessment_.ratings.empty() || assessment_.levels.empty()) {
    return false;
  }
  record_.own = under_.empty() ? record_.scheme : catalog_.find(*scheme_id_, edition_);
  return true;
}

bool fast_assessment_reader::member(std::size_t index) {
  switch (index) {
    case keys::scheme:
      return text_into(scheme_id_);
    case keys::edition:
      assessment_.names_edition = true;
      return text_into(edition_);
    case keys::id:
      return text_into(assessment_.id);
    case keys::organization:
      return text_into(assessment_.organization);
    case keys::date:
      static_cast<void>(text_.next());
      record_.date_at = text_.offset();
      return text_into(assessment_.date) && is_calendar_date(*assessment_.date);
    case keys::service:
      return knows_scheme() && service();
    case keys::management:
      return knows_scheme() && management();
    case keys::details:
      return labelled(assessment_.details);
    case keys::recorded:
      return recorded();
    case keys::schema: {
      std::string_view ignored;
      return text_.take_string(ignored);
    }
    default:
      return extensions();
  }
}

// As deep as a template's, and a little more.
bool fast_assessment_reader::extensions() {
  if (text_.take_text(passed_over_)) {
    return true;
  }
  const bool is_object = text_.next() == '{';
  const std::size_t begin = text_.offset();
  if (!is_object || !text_.pass_over(8)) {
    return false;
  }
  const std::string_view taken = text_.since(begin);
  if (taken.size() <= longest_passed_over) {
    passed_over_ = taken;
  }
  return true;
}

const loaded_scheme* fast_assessment_reader::scheme_named() const {
  return under_.empty() ? catalog_.find(*scheme_id_, edition_) : catalog_.find(*scheme_id_, under_);
}

// Names the scheme by what has been read of it; before it is named, it is taken for the first, and checked in the end.
// All that is usual has a maturity part.
bool fast_assessment_reader::knows_scheme() {
  if (record_.scheme == nullptr) {
    record_.scheme = scheme_id_ ? scheme_named() : &catalog_.first();
    is_guessed_ = !scheme_id_ || !edition_;
  }
  return record_.scheme != nullptr && record_.scheme->content.maturity;
}

bool fast_assessment_reader::service() {
  return members(keys::service_part, [&](std::size_t index) {
    switch (index) {
      case keys::ratings:
        return ratings();
      case keys::service_remarks:
        return remarks(record_.scheme->service_ids, assessment_.service_remarks);
      default:
        return false;
    }
  });
}

bool fast_assessment_reader::ratings() {
  if (!text_.take('[')) {
    return false;
  }
  do {
    if (!rating()) {
      return false;
    }
  } while (text_.take(','));
  return text_.take(']') && assessment_.ratings.size() <= assessment::most_ratings && are_told_apart();
}

// Whether no assessor rated twice on an occasion, and none is spelled in two ways, on which there is a remark (5.1.2).
bool fast_assessment_reader::are_told_apart() {
  std::vector<tbsc94::rating>& ratings = assessment_.ratings;
  const bool have_keys = give_keys(ratings);
  const auto agree = [&](const tbsc94::rating& one, const tbsc94::rating& other) {
    if (!have_keys) {  // names of one length differ most often at their end
      return !one.assessor.empty() && one.assessor.size() == other.assessor.size() &&
             one.assessor.back() == other.assessor.back() && one.assessor == other.assessor &&
             one.occasion == other.occasion;
    }
    const bool one_occasion = one.same_occasion() == other.same_occasion();
    return (one_occasion && one.occasion != other.occasion) ||
           (one.same_assessor() == other.same_assessor() &&
            (one.assessor != other.assessor || (one_occasion && !one.assessor.empty())));
  };
  for (auto each = ratings.begin(); each != ratings.end(); ++each) {
    if (std::any_of(ratings.begin(), each, [&](const tbsc94::rating& before) { return agree(*each, before); })) {
      return false;
    }
  }
  return true;
}

bool fast_assessment_reader::rating() {
  std::string_view assessor;
  std::string_view occasion;
  const std::size_t rated_before = assessment_.alphas.size();
  const bool is_usual = members(keys::rating, [&](std::size_t index) {
    switch (index) {
      case keys::assessor:
        return text_.take_string(assessor) && !cannot_be_seen(assessor);
      case keys::occasion:
        return text_.take_string(occasion) && (occasion.empty() || !cannot_be_seen(occasion));
      default:
        return alphas();
    }
  });
  assessment_.ratings.emplace_back(assessor, occasion);
  return is_usual && assessment_.alphas.size() > rated_before;
}

bool fast_assessment_reader::alphas() {
  const key_names& ids = record_.scheme->service_ids;
  const std::size_t before = assessment_.alphas.size();
  assessment_.alphas.resize(before + ids.size());
  return values(ids, std::span(assessment_.alphas).subspan(before));
}

bool fast_assessment_reader::management() {
  return members(keys::management_part, [&](std::size_t index) {
    std::string_view word;
    switch (index) {
      case keys::conformity:
        return text_.take_string(word) && (assessment_.conformity = keys::find_word(word, keys::conformity_words));
      case keys::conformity_remarks:
        return labelled(assessment_.conformity_remarks);
      case keys::qms_audit:
        return text_.take_string(word) && (assessment_.qms_audit = keys::find_word(word, keys::qms_audit_words));
      case keys::levels:
        return levels();
      default:
        return remarks(record_.scheme->management_ids, assessment_.management_remarks);
    }
  });
}

bool fast_assessment_reader::levels() {
  const key_names& ids = record_.scheme->management_ids;
  assessment_.levels.resize(ids.size());
  return values(ids, std::span(assessment_.levels));
}

// Remarks on items, none or in the order of the items.
bool fast_assessment_reader::remarks(const key_names& ids, std::vector<item_note>& into) {
  if (text_.take_empty_object()) {
    return true;
  }
  char before = '{';
  do {
    std::size_t index = into.empty() ? 0 : into.back().first + 1;
    const std::size_t least = index;
    std::string_view remark;
    if (!text_.take_any_key(before, ids, index) || index < least || !text_.take_string(remark)) {
      return false;
    }
    into.emplace_back(index, remark);
    before = ',';
  } while (text_.next() == before);
  return text_.take('}');
}

// Texts under labels of the file's own, so few that each can be held against those before.
bool fast_assessment_reader::labelled(std::vector<labelled_text>& into) {
  if (text_.take_empty_object()) {
    return true;
  }
  char before = '{';
  do {
    std::string_view label;
    std::string_view text;
    if (!text_.take(before) || !text_.take_string(label) || !text_.take(':') || !text_.take_string(text) ||
        into.size() == most_details || std::ranges::find(into, label, &labelled_text::first) != into.end()) {
      return false;
    }
    into.emplace_back(label, text);
    before = ',';
  } while (text_.next() == before);
  return text_.take('}');
}

bool fast_assessment_reader::recorded() {
  recorded_result& result = assessment_.recorded.emplace();
  return members(keys::recorded_result, [&](std::size_t index) {
    if (index < record_.recorded_at.members.size()) {
      static_cast<void>(text_.next());
      record_.recorded_at.members[index] = text_.offset();
    }
    switch (index) {
      case keys::recorded_score:
        return number_into(result.service_score);
      case keys::recorded_total:
        return number_into(result.management_total);
      case keys::recorded_level:
        return number_into(result.management_level);
      case keys::recorded_grade:
        return recorded_grade(result);
      default:
        return recorded_readings(result);
    }
  });
}

bool fast_assessment_reader::number_into(std::optional<std::string>& into) {
  const std::string_view number = text_.take_scalar();
  into.emplace(number);
  return read_numeral(number).has_value();
}

bool fast_assessment_reader::recorded_grade(recorded_result& into) {
  into.has_grade = true;
  return text_.next() == '"' ? text_into(into.grade) : text_.take_scalar() == "null";
}

bool fast_assessment_reader::recorded_readings(recorded_result& into) {
  if (text_.take_empty_object()) {
    return true;
  }
  return members(all_reading_names(), [&](std::size_t index) {
    static_cast<void>(text_.next());
    record_.recorded_at.readings.push_back(text_.offset());
    std::string_view value;
    if (!text_.take_string(value)) {
      return false;
    }
    into.readings.emplace_back(all_reading_names()[index], value);
    return true;
  });
}

}  // namespace

bool read_fast(const scheme_catalog& catalog, const json::padded_text& text, std::string_view under,
               std::string& passed_over, record& record) {
  return text.text.size() <= json::largest_document &&
         fast_assessment_reader(catalog, text.text, under, passed_over, record).read();
}

}  // namespace tbsc94
