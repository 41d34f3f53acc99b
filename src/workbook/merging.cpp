#include "workbook/merging.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "json/json_writer.hpp"
#include "reading/place_words.hpp"
#include "results/report_messages.hpp"
#include "text/comparison_key.hpp"
#include "text/encoding.hpp"
#include "text/format.hpp"
#include "text/terminal_text.hpp"
#include "workbook/form_findings.hpp"
#include "workbook/form_reader.hpp"
#include "workbook/workbook_messages.hpp"

namespace tbsc94::workbook {

namespace {

using json::kind;

bool is_absent(const merged_value& value) {
  return value.kind == kind::null || (value.kind == kind::string && without_leading_blanks(value.text).empty());
}

merged_value* member_of(merged_value& object, std::string_view name) {
  const auto found = std::ranges::find(object.members, name, [](const auto& each) { return each.first; });
  return found == object.members.end() ? nullptr : &found->second;
}

// Reads a document as it stands, what is given twice once.
class tree_reader {
 public:
  tree_reader(std::size_t part, findings& errors, language lang) : part_(part), errors_(errors), lang_(lang) {}

  merged_value read(json::value value, const json::path& at) {
    merged_value result{
        .kind = value.kind(), .text = {}, .part = part_, .offset = value.offset(), .pointer = at.pointer()};
    switch (value.kind()) {
      case kind::object:
        json::for_members(value, {}, at, errors_, lang_, [&](std::size_t, const json::key& key, json::value member) {
          std::string name(key.name);
          const json::path here = at.member(name);
          result.members.emplace_back(std::move(name), read(member, here));
        });
        break;
      case kind::array:
        json::for_elements(value, at, [&](std::size_t index, json::value element) {
          result.members.emplace_back("", read(element, at.element(index)));
        });
        break;
      case kind::string:
        result.text = value.string();
        break;
      case kind::number:
        static_cast<void>(value.number());
        result.text = value.text();
        break;
      default:
        value.word();
        result.text = value.text();
    }
    return result;
  }

 private:
  std::size_t part_;
  findings& errors_;
  language lang_;
};

bool is_same_number(const std::string& a, const std::string& b) {
  const auto one = read_numeral(a);
  const auto other = read_numeral(b);
  return a == b || (one && other && !one->inexact && !other->inexact && one->digits == other->digits &&
                    one->exponent == other->exponent && one->negative == other->negative);
}

bool is_same(const merged_value& a, const merged_value& b) {
  if (a.kind != b.kind) {
    return false;
  }
  if (a.kind == kind::number) {
    return is_same_number(a.text, b.text);
  }
  return a.text == b.text && std::ranges::equal(a.members, b.members, [](const auto& one, const auto& other) {
           return one.first == other.first && is_same(one.second, other.second);
         });
}

void write(json_writer& json, const merged_value& value) {
  switch (value.kind) {
    case kind::object:
      json.begin_object();
      for (const auto& [name, member] : value.members) {
        write(json.key(name), member);
      }
      json.end_object();
      break;
    case kind::array:
      json.begin_array();
      for (const auto& [name, element] : value.members) {
        write(json, element);
      }
      json.end_array();
      break;
    case kind::string:
      json.string(value.text);
      break;
    default:
      json.raw(value.text);
  }
}

// What is not filled in goes.
void drop_absent(merged_value& value) {
  if (value.kind == kind::object) {
    std::erase_if(value.members, [](const auto& each) { return is_absent(each.second); });
  }
  for (auto& [name, member] : value.members) {
    drop_absent(member);
  }
}

std::string shown(const merged_value& value) {
  if (value.kind == kind::object || value.kind == kind::array) {
    return value.kind == kind::object ? "{…}" : "[…]";
  }
  return message::excerpt(harmless(value.text)).shown();
}

// What is not there yet may stand in a file that is still to come.
bool is_missing(const finding& each) {
  return each.code == code::missing_alpha || each.code == code::missing_level || each.code == code::missing_key ||
         each.code == code::no_ratings;
}

}  // namespace

void merging::add(const std::string& name, std::string_view bytes) {
  const std::size_t index = parts_.size();
  part& now = parts_.emplace_back(part{.name = name, .text = {}});
  if (is_workbook(name)) {
    now.read_from = read_form(bytes, lang_);
    for (const std::string& each : now.read_from->blank_ratings) {
      left_out_.push_back(message::in_file(lang_, name, message::rating_blank(lang_, each)));
    }
    if (const findings& faults = now.read_from->faults; !faults.empty()) {
      for (const finding& each : faults) {
        errors_.push_back(to_line(each, name, lang_));
      }
      return;
    }
    bytes = now.read_from->json;
  }
  now.text = encoding::without_bom(bytes);
  now.size = now.text.size();
  now.text.resize(now.size + json::padding);
  const json::padded_text text{std::string_view(now.text).substr(0, now.size), now.text.size()};
  findings errors;
  json::document_reader reader;
  merged_value read;
  const json::path top;
  reader.read(text, errors, lang_, [&](json::value root) { read = tree_reader(index, errors, lang_).read(root, top); });
  if (read.kind != kind::object && errors.empty()) {
    errors.close({.code = code::wrong_type, .message = std::string(message::root_is_no_object.in(lang_))});
  }
  if (!errors.empty()) {
    tbsc94::place(errors, text.text);
    errors_.push_back(to_lines(errors, name, lang_,
                               [&](std::string_view pointer) { return place_words(pointer, nullptr, {}, lang_); }));
    errors_.back().pop_back();
    return;
  }
  drop_absent(read);
  if (merged_value* const service = member_of(read, "service")) {
    if (merged_value* const ratings = member_of(*service, "ratings")) {
      take_ratings(*ratings);
    }
  }
  if (all_.kind == kind::null) {
    all_ = std::move(read);
  } else {
    merge(all_, std::move(read), "");
  }
}

// A rating of which nothing is filled in but a name is none.
void merging::take_ratings(merged_value& ratings) {
  const auto is_blank = [&](auto& each) {
    merged_value* const alphas = member_of(each.second, "alpha");
    const bool blank = each.second.kind == kind::object && (alphas == nullptr || alphas->members.empty());
    if (blank) {
      left_out_.push_back(message::in_file(lang_, place_of(each.second), message::rating_without_alpha.in(lang_)));
    }
    return blank;
  };
  std::erase_if(ratings.members, is_blank);
  for (auto& [name, rating] : ratings.members) {
    const merged_value* const assessor = member_of(rating, "assessor");
    std::string& who = parts_[rating.part].who;
    who = who.empty() && assessor != nullptr ? assessor->text : who;
  }
}

void merging::merge(merged_value& into, merged_value&& from, const std::string& at) {
  if (at == "/service/ratings" && into.kind == kind::array && from.kind == kind::array) {
    std::ranges::move(from.members, std::back_inserter(into.members));
  } else if (into.kind == kind::object && from.kind == kind::object) {
    for (auto& [name, member] : from.members) {
      if (merged_value* const there = member_of(into, name)) {
        merge(*there, std::move(member), std::string(at).append("/").append(name));
      } else {
        into.members.emplace_back(name, std::move(member));
      }
    }
  } else if (at != "/$schema" && !is_same(into, from)) {  // which schema an editor takes decides nothing
    if (at.starts_with("/service/remarks/") && into.kind == kind::string && from.kind == kind::string) {
      join(into, from);
    } else {
      refuse(from, code::unknown_value, message::merge_conflict(lang_, shown(from), place_of(into), shown(into)));
    }
  }
}

// What assessors remark on one item stands together, each with whose it is.
void merging::join(merged_value& into, const merged_value& from) const {
  const auto named = [&](const merged_value& remark) {
    const part& its = parts_[remark.part];
    return message::labelled(lang_, its.who.empty() ? its.name : its.who, remark.text);
  };
  into.text = std::exchange(into.is_joined, true) ? into.text : named(into);
  into.text += message::remarks_separator.in(lang_);
  into.text += named(from);
}

void merging::check_raters() {
  merged_value* const service = member_of(all_, "service");
  merged_value* const ratings = service == nullptr ? nullptr : member_of(*service, "ratings");
  if (ratings == nullptr) {
    return;
  }
  std::map<std::pair<std::string, std::string>, const merged_value*> met;
  for (auto& [none, rating] : ratings->members) {
    const auto key = [&, &one = rating](std::string_view name) {
      const merged_value* const found = member_of(one, name);
      return found == nullptr ? std::string() : comparison_key(found->text);
    };
    const std::string assessor = key("assessor");
    const auto [first, is_new] = met.try_emplace({assessor, key("occasion")}, &rating);
    if (!is_new && !assessor.empty()) {
      refuse(rating, code::duplicate_rating,
             message::merge_rated_twice(lang_, shown(*member_of(rating, "assessor")), place_of(*first->second)));
    }
  }
}

// The value that a pointer into the whole leads to, or as far as there is one.
const merged_value& merging::at(std::string_view pointer) const {
  const merged_value* here = &all_;
  while (!pointer.empty()) {
    const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
    const std::string_view step = pointer.substr(1, end - 1);
    const json::path top;
    std::size_t index = 0;
    const auto found = std::ranges::find_if(here->members, [&](const auto& each) {
      return here->kind == kind::array ? std::to_string(index++) == step
                                       : std::string_view(top.member(each.first).pointer()).substr(1) == step;
    });
    if (found == here->members.end()) {
      break;
    }
    here = &found->second;
    pointer.remove_prefix(end);
  }
  return *here;
}

finding merging::placed(const merged_value& where, finding about) const {
  const part& its = parts_[where.part];
  findings one;
  about.where = where.pointer;
  about.offset = where.offset;
  one.close(std::move(about));
  if (its.read_from) {
    name_places(*its.read_from, lang_, one);
  } else {
    tbsc94::place(one, std::string_view(its.text).substr(0, its.size));
  }
  return one[0];
}

std::string merging::line_of(const merged_value& where, finding about) const {
  return to_line(placed(where, std::move(about)), parts_[where.part].name, lang_,
                 [&](std::string_view pointer) { return place_words(pointer, scheme_, {}, lang_); });
}

std::string merging::place_of(const merged_value& where) const {
  const finding here = placed(where, {});
  const std::string cell = cell_words(here, lang_);
  const std::string name = harmless(parts_[where.part].name);
  return cell.empty() ? formatted("{}:{}:{}", name, here.line, here.column) : formatted("{}: {}", name, cell);
}

void merging::refuse(const merged_value& where, code code, std::string message) {
  errors_.push_back(line_of(where, {.code = code, .message = std::move(message)}));
}

std::vector<std::string> merging::check(const scheme_catalog& catalog, const reader_options& options) {
  check_raters();
  if (!errors_.empty() || all_.kind == kind::null) {
    return errors_;
  }
  std::string text = this->text();
  const std::size_t size = text.size();
  text.resize(size + json::padding);
  record record;
  assessment_reader(catalog, options).read({std::string_view(text).substr(0, size), text.size()}, 1, record);
  scheme_ = record.scheme == nullptr ? nullptr : &record.scheme->content;
  for (const finding& each : record.errors) {
    const merged_value& where = at(each.where);
    finding here = each;
    const bool is_absent = is_missing(each);
    (is_absent ? missing_ : errors_).push_back(line_of(where, std::move(here)));
  }
  return errors_;
}

std::string merging::text() const {
  std::string text;
  json_writer json(text, json_writer::layout::indented);
  write(json, all_);
  return text + '\n';
}

}  // namespace tbsc94::workbook
