// A valid assessment with one byte dropped, doubled or changed, for every byte of it: it is refused, or
// its result is that of a second, naive reader. No grade comes from what is not JSON.
#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "reading/assessment_reader.hpp"
#include "results/graded.hpp"
#include "scoring/naive.hpp"

namespace {

using namespace tbsc94;
using json_value = nlohmann::json;

struct member;

// A value as nlohmann's parser sees it, numbers by their own digits.
struct node {
  enum class kind { object, array, string, number, other } is = kind::other;
  std::string text;
  std::vector<member> members;
  std::vector<node> elements;

  [[nodiscard]] const node* find(const std::string& key) const;
  [[nodiscard]] const node& at(const std::string& key) const {
    if (const node* found = find(key)) {
      return *found;
    }
    throw std::runtime_error("no member " + key);
  }
};

struct member {
  std::string key;
  node value;
};

const node* node::find(const std::string& key) const {
  const auto found = std::find_if(members.begin(), members.end(), [&](const member& each) { return each.key == key; });
  return found == members.end() ? nullptr : &found->value;
}

class tree_builder : public json_value::json_sax_t {
 public:
  node root;
  bool key_twice = false;

  bool null() override { return add({node::kind::other, "null", {}, {}}); }
  bool boolean(bool value) override { return add({node::kind::other, value ? "true" : "false", {}, {}}); }
  bool number_integer(number_integer_t value) override { return number(std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override { return number(std::to_string(value)); }
  bool number_float(number_float_t, const string_t& text) override {
    std::string digits = text;
    std::replace(digits.begin(), digits.end(), ',', '.');  // it may hold the point of the locale
    return number(digits);
  }
  bool string(string_t& text) override { return add({node::kind::string, text, {}, {}}); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(node::kind::object); }
  bool key(string_t& text) override {
    key_twice = key_twice || open_.back().find(text) != nullptr;
    open_.back().members.push_back({text, node()});
    return true;
  }
  bool end_object() override { return close(); }
  bool start_array(std::size_t) override { return open(node::kind::array); }
  bool end_array() override { return close(); }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override { return false; }

 private:
  bool number(const std::string& text) { return add({node::kind::number, text, {}, {}}); }
  bool open(node::kind kind) {
    open_.push_back({kind, {}, {}, {}});
    return true;
  }
  bool close() {
    node closed = std::move(open_.back());
    open_.pop_back();
    return add(std::move(closed));
  }
  bool add(node value) {
    if (open_.empty()) {
      root = std::move(value);
    } else if (open_.back().is == node::kind::array) {
      open_.back().elements.push_back(std::move(value));
    } else {
      open_.back().members.back().value = std::move(value);
    }
    return true;
  }

  std::vector<node> open_;
};

// The value of a number with whatever JSON allows in it.
mpq_class number_of(const node& value) {
  if (value.is != node::kind::number) {
    throw std::runtime_error("no number");
  }
  const std::size_t e = std::min(value.text.find_first_of("eE"), value.text.size());
  mpq_class result = naive::number(value.text.substr(0, e));
  const int exponent = e == value.text.size() ? 0 : std::stoi(value.text.substr(e + 1));
  for (int i = 0; i < std::abs(exponent); ++i) {
    result = exponent < 0 ? mpq_class(result / 10) : mpq_class(result * 10);
  }
  return result;
}

std::string string_of(const node* value) {
  if (value != nullptr && value->is != node::kind::string) {
    throw std::runtime_error("no string");
  }
  return value == nullptr ? std::string() : value->text;
}

// The record that a document holds; throws where it holds none.
naive::record record_of(const node& root, const scheme& scheme) {
  const auto holds = [](bool condition, const char* what) {
    if (!condition) {
      throw std::runtime_error(what);
    }
  };
  const auto only = [&](const node& object, const std::set<std::string>& keys) {
    for (const auto& [key, value] : object.members) {
      holds(keys.contains(key), "a key unknown");
    }
  };
  naive::record record;
  only(root, {"scheme", "edition", "id", "organization", "date", "service", "management", "details", "recorded",
              "extensions", "$schema"});
  holds(string_of(&root.at("scheme")) == scheme.id, "another scheme");
  record.names_edition = root.find("edition") != nullptr;
  holds(!record.names_edition || string_of(root.find("edition")) == scheme.edition, "another edition");

  const node& service = root.at("service");
  only(service, {"ratings", "not_applicable", "remarks"});
  holds(service.find("not_applicable") == nullptr || service.at("not_applicable").members.empty(), "not applicable");
  for (const node& rating : service.at("ratings").elements) {
    only(rating, {"assessor", "occasion", "alpha"});
    naive::rating& read = record.ratings.emplace_back();
    read.assessor = string_of(rating.find("assessor"));
    const node& alphas = rating.at("alpha");
    holds(alphas.members.size() == scheme.service.items.size(), "as many α as items");
    for (const item& item : scheme.service.items) {
      read.alpha.push_back(number_of(alphas.at(item.id)));
      holds(read.alpha.back() >= 0 && read.alpha.back() <= 1, "α out of range");
    }
  }
  holds(!record.ratings.empty(), "no ratings");

  const node& management = root.at("management");
  only(management, {"conformity", "conformity_remarks", "qms_audit", "levels", "remarks"});
  if (management.find("conformity") != nullptr) {
    const std::string word = string_of(management.find("conformity"));
    holds(word == "conforming" || word == "nonconforming", "no such conformity");
    record.conforming = word == "conforming";
  }
  const node& levels = management.at("levels");
  holds(levels.members.size() == scheme.maturity->table.items.size(), "as many levels as items");
  for (const item& item : scheme.maturity->table.items) {
    const mpq_class level = number_of(levels.at(item.id));
    holds(level.get_den() == 1 && level >= 1 && level <= 5, "no level");
    record.levels.push_back(static_cast<int>(level.get_d()));
  }
  return record;
}

// Empty where the two results agree, else what does not.
std::string difference(const grading& ours, const naive::result& expected) {
  if (ours.score.to_string() != expected.exact) {
    return "score " + ours.score.to_string() + ", expected " + expected.exact;
  }
  if (ours.total->trimmed().to_string() != naive::exact(*expected.total) ||
      static_cast<int>(ours.level->number()) != *expected.level) {
    return "management total or level";
  }
  if (ours.grade != expected.grade) {
    return "grade";
  }
  for (const reading each : all_readings) {
    if (ours.depends_on.has(each) != expected.depends_on.contains(std::string(names_of(each).name))) {
      return "depends on " + std::string(names_of(each).name);
    }
  }
  if (ours.conformity_assumed != expected.assumed.contains("conformity") ||
      ours.edition_assumed != expected.assumed.contains("edition")) {
    return "assumed";
  }
  return {};
}

// Reads what is left of a text into a buffer in which another one stood before.
class checker {
 public:
  // Empty where all is well.
  std::string check(const std::string& text) {
    std::string buffer = text;
    while (buffer.size() < text.size() + json::padding) {
      buffer += left_over;
    }
    reader_.read({std::string_view(buffer).substr(0, text.size()), buffer.size()}, 1, record_);
    for (const finding& error : record_.errors) {
      if (error.line < 1 || error.column < 1 || error.offset > text.size() || error.message.empty()) {
        return "an error without a place or a message";
      }
    }
    if (!record_.errors.empty()) {
      ++refused;
      return {};
    }
    ++graded;
    tree_builder tree;
    if (text.find('\0') != std::string::npos || !json_value::accept(text) || !json_value::sax_parse(text, &tree)) {
      return "a grade from what is not JSON";
    }
    if (tree.key_twice) {
      return "a grade in spite of a key given twice";
    }
    const scheme& scheme = record_.scheme->content;
    try {
      const naive::record expected = record_of(tree.root, scheme);
      return difference(grade(scheme, record_.assessment, readings_in_use()), naive::grade(numbers_, expected, {}));
    } catch (const std::exception& reason) {
      return std::string("the naive reader refuses it: ") + reason.what();
    }
  }

  std::size_t refused = 0;
  std::size_t graded = 0;

 private:
  static constexpr const char* left_over = R"(","7.2":3}}}0.85,"conforming"}]})";
  assessment_reader reader_{example::embedded_catalog(), {}};
  naive::scheme numbers_ = naive::numbers_of(example::embedded_catalog().first().content);
  record record_;
};

// About 1.2 KB; the score is 89.998 and more, so that little changes much.
std::string valid_text() {
  std::string text = R"({"scheme":"CTS TBSC94-2026","edition":"B/0","id":"TB-1","organization":"示例\u4f01业",)"
                     R"("date":"2026-03-14","service":{"ratings":[)";
  for (const char* assessor : {"A1", "陈立"}) {
    text += std::string(text.ends_with('[') ? "" : ",") + R"({"assessor":")" + assessor + R"(","alpha":{)";
    for (const item& item : example::embedded_catalog().first().content.service.items) {
      text += (text.ends_with('{') ? "\"" : ",\"") + item.id + "\":" + (item.id == "7.1" ? "8.9975e-1" : "0.9");
    }
    text += "}}";
  }
  text += R"(]},"management":{"conformity":"conforming","levels":{)";
  for (const item& item : example::embedded_catalog().first().content.maturity->table.items) {
    text += (text.ends_with('{') ? "\"" : ",\"") + item.id + "\":" + (item.id == "1.2" ? "3.0" : "4");
  }
  return text +
         R"(}},"details":{"a":"b","c":"d"},"recorded":{"service_score":90.00,"grade":"AAA"},"extensions":{"k":[true,null,-1e5]}})";
}

}  // namespace

TEST_CASE("an assessment with one byte changed is refused, or graded by what it then says") {
  const std::string valid = valid_text();
  checker checker;
  REQUIRE(checker.check(valid).empty());
  REQUIRE(checker.graded == 1);

  const auto holds = [&](const std::string& text, const char* what, std::size_t at) {
    if (const std::string problem = checker.check(text); !problem.empty()) {
      INFO(what << " at byte " << at << ": " << text);
      FAIL_CHECK(problem);
    }
  };
  using namespace std::string_literals;
  for (std::size_t at = 0; at < valid.size(); ++at) {
    holds(std::string(valid).erase(at, 1), "dropped", at);
    holds(std::string(valid).insert(at, 1, valid[at]), "doubled", at);
    holds(valid.substr(0, at), "cut off", at);
    for (const char other : "\0\"}],:{[09-+eE.\\ \n\x80\xFF"s + static_cast<char>(valid[at] ^ 1)) {
      std::string changed = valid;
      changed[at] = other;
      if (other != valid[at]) {
        holds(changed, "changed", at);
      }
    }
  }
  CHECK(checker.refused > 20 * valid.size() / 2);
  CHECK(checker.graded > valid.size() / 2);
}
