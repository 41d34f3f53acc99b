#include "workbook/spreadsheet.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

namespace tbsc94::workbook {

namespace {

using namespace std::string_view_literals;

constexpr std::uint32_t last_row = 1'048'576;
constexpr std::uint32_t last_column = 16'384;

std::optional<std::uint32_t> number_in(std::string_view text) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

// "E7"; nullopt for anything else.
std::optional<place> place_in(std::string_view address) {
  place at;
  while (!address.empty() && address[0] >= 'A' && address[0] <= 'Z' && at.column <= last_column) {
    at.column = at.column * 26 + static_cast<std::uint32_t>(address[0] - 'A' + 1);
    address.remove_prefix(1);
  }
  at.row = number_in(address).value_or(0);
  const bool is_one = at.row > 0 && at.row <= last_row && at.column > 0 && at.column <= last_column;
  return is_one ? std::optional(at) : std::nullopt;
}

std::string_view given(const xml_visitor::attributes& attributes, std::string_view name) {
  const auto found = std::ranges::find(attributes, name, [](const auto& each) { return each.first; });
  return found == attributes.end() ? std::string_view() : found->second;
}

void append_code_point(std::string& text, std::uint32_t code) {
  const auto add = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
  if (code < 0x80) {
    add(code);
  } else if (code < 0x800) {
    add(0xC0U | code >> 6U);
    add(0x80U | (code & 0x3FU));
  } else {
    add(0xE0U | code >> 12U);
    add(0x80U | (code >> 6U & 0x3FU));
    add(0x80U | (code & 0x3FU));
  }
}

// Texts write control characters as _x000D_.
std::string unescaped(std::string text) {
  constexpr std::size_t size = 7;
  if (text.find("_x") == std::string::npos) {
    return text;
  }
  std::string result;
  for (std::size_t at = text.find("_x"); at != std::string::npos && at + size <= text.size(); at = text.find("_x")) {
    std::uint32_t code = 0;
    const char* const digits = text.data() + at + 2;
    const bool is_one = text[at + size - 1] == '_' && std::from_chars(digits, digits + 4, code, 16).ptr == digits + 4 &&
                        (code < 0xD800 || code > 0xDFFF);
    result.append(text, 0, is_one ? at : at + 2);
    if (is_one) {
      append_code_point(result, code);
    }
    text.erase(0, is_one ? at + size : at + 2);
  }
  return result + text;
}

// Whether a number of this format is shown as a date or a time (ECMA-376, 18.8.30).
bool shows_date(std::uint32_t format) {
  return (format >= 14 && format <= 22) || (format >= 27 && format <= 36) || (format >= 45 && format <= 47) ||
         (format >= 50 && format <= 58);
}
bool shows_date(std::string_view code) {
  bool quoted = false;
  bool in_brackets = false;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char c = code[i];
    if (c == '\\' || c == '_' || c == '*') {
      ++i;  // the next character stands for itself
    } else if (c == '"') {
      quoted = !quoted;
    } else if (c == '[' || c == ']') {
      in_brackets = c == '[';
    } else if (!quoted && !in_brackets && "yYdDhHsS"sv.find(c) != std::string_view::npos) {
      return true;
    }
  }
  return false;
}

// The names and kinds of the parts that belong together.
struct relations final : xml_visitor {
  struct relation {
    std::string type;
    std::string target;
  };
  std::map<std::string, relation> by_id;

  void open(std::string_view name, const attributes& with) override {
    if (name == "Relationship") {
      by_id.insert_or_assign(std::string(given(with, "Id")), relation{std::string(given(with, "Type")), part(with)});
    }
  }
  void close(std::string_view /*name*/) override {}
  void text(std::string_view /*piece*/) override {}

  [[nodiscard]] std::string target_of(std::string_view type) const {
    const auto found = std::ranges::find_if(by_id, [&](const auto& each) { return each.second.type.ends_with(type); });
    return found == by_id.end() ? "" : found->second.target;
  }

 private:
  static std::string part(const attributes& with) {
    const std::string target = in_lower_case(std::string(given(with, "Target")));
    return target.starts_with('/') ? target.substr(1) : "xl/" + target;
  }
};

struct sheet_list final : xml_visitor {
  struct entry {
    std::string name;
    std::string id;
  };
  std::vector<entry> sheets;
  bool counts_from_1904 = false;

  void open(std::string_view name, const attributes& with) override {
    if (name == "sheet") {
      sheets.push_back({std::string(given(with, "name")), std::string(given(with, "id"))});
    } else if (name == "workbookPr") {
      counts_from_1904 = given(with, "date1904") == "1" || given(with, "date1904") == "true";
    }
    if (sheets.size() > limits{}.sheets) {
      throw refusal{fault::too_large};
    }
  }
  void close(std::string_view /*name*/) override {}
  void text(std::string_view /*piece*/) override {}
};

// Which of the cells' formats show numbers as dates.
struct styles final : xml_visitor {
  std::vector<bool> is_date;

  void open(std::string_view name, const attributes& with) override {
    const auto id = number_in(given(with, "numFmtId"));
    if (name == "numFmt" && id) {
      codes_.insert_or_assign(*id, shows_date(given(with, "formatCode")));
    } else if (name == "cellXfs") {
      in_cells_ = true;
    } else if (name == "xf" && in_cells_) {
      const auto own = codes_.find(id.value_or(0));
      is_date.push_back(own != codes_.end() ? own->second : shows_date(id.value_or(0)));
    }
    if (is_date.size() > limits{}.cells || codes_.size() > limits{}.cells) {
      throw refusal{fault::too_large};
    }
  }
  void close(std::string_view name) override { in_cells_ = in_cells_ && name != "cellXfs"; }
  void text(std::string_view /*piece*/) override {}

 private:
  std::map<std::uint32_t, bool> codes_;
  bool in_cells_ = false;
};

// The texts of a workbook, held to a size in all.
class text_pool {
 public:
  explicit text_pool(std::deque<std::string>& into) : into_(into) {}
  std::string_view add(std::string text) {
    constexpr std::size_t each = 64;  // what a text takes besides its bytes
    size_ += text.size() + each;
    if (size_ > limits{}.texts) {
      throw refusal{fault::too_large};
    }
    return into_.emplace_back(unescaped(std::move(text)));
  }

 private:
  std::deque<std::string>& into_;
  std::size_t size_ = 0;
};

// A text may be in several runs; <rPh> says how it is pronounced.
struct shared_texts final : xml_visitor {
  explicit shared_texts(text_pool& pool) : pool_(pool) {}
  std::vector<std::string_view> texts;

  void open(std::string_view name, const attributes& /*with*/) override {
    if (name == "si") {
      now_.clear();
    }
    is_taken_ = name == "t" && !spoken_;
    spoken_ = spoken_ || name == "rPh";
  }
  void close(std::string_view name) override {
    is_taken_ = false;
    spoken_ = spoken_ && name != "rPh";
    if (name == "si") {
      texts.push_back(pool_.add(std::move(now_)));
    }
  }
  void text(std::string_view piece) override {
    if (is_taken_) {
      if (now_.size() > limits{}.texts) {
        throw refusal{fault::too_large};
      }
      now_ += piece;
    }
  }

 private:
  text_pool& pool_;
  std::string now_;
  bool is_taken_ = false;
  bool spoken_ = false;
};

class sheet_reader final : public xml_visitor {
 public:
  sheet_reader(sheet& into, const shared_texts& shared, const std::vector<bool>& is_date, text_pool& pool,
               std::size_t& cells)
      : into_(into), shared_(shared), is_date_(is_date), pool_(pool), cells_(cells) {}

  void open(std::string_view name, const attributes& with) override {
    is_taken_ = false;
    if (name == "row") {
      at_ = {number_in(given(with, "r")).value_or(at_.row + 1), 0};
    } else if (name == "c") {
      begin_cell(with);
    } else if (name == "f") {
      now_.is_formula = true;
    } else if (name == "rPh") {
      spoken_ = true;
    } else if (name == "mergeCell") {
      add_merged(given(with, "ref"));
    }
    is_taken_ = name == "v" || (name == "t" && !spoken_);
  }

  void close(std::string_view name) override {
    is_taken_ = false;
    if (name == "c") {
      end_cell();
    } else if (name == "rPh") {
      spoken_ = false;
    }
  }

  void text(std::string_view piece) override {
    if (is_taken_) {
      if (value_.size() > limits{}.texts) {
        throw refusal{fault::too_large};
      }
      value_ += piece;
    }
  }

 private:
  void begin_cell(const attributes& with) {
    const auto named = place_in(given(with, "r"));
    at_ = named.value_or(place{std::max(at_.row, 1U), at_.column + 1});
    type_ = given(with, "t");
    style_ = number_in(given(with, "s")).value_or(0);
    now_ = {.at = at_};
    value_.clear();
  }

  void end_cell() {
    if (value_.empty() && !now_.is_formula) {
      return;
    }
    if (++cells_ > limits{}.cells) {
      throw refusal{fault::too_large};
    }
    if (type_ == "s") {
      const auto index = number_in(value_);
      if (!index || *index >= shared_.texts.size()) {
        throw refusal{fault::damaged};
      }
      now_.text = shared_.texts[*index];
    } else {
      now_.kind = kind_of_value();
      now_.text = pool_.add(std::move(value_));
    }
    into_.cells.push_back(now_);
  }

  [[nodiscard]] cell_kind kind_of_value() const {
    if (type_ == "str" || type_ == "inlineStr") {
      return cell_kind::text;
    }
    if (type_ == "b" || type_ == "e" || type_ == "d") {
      return type_ == "b" ? cell_kind::boolean : type_ == "e" ? cell_kind::error : cell_kind::iso_day;
    }
    return style_ < is_date_.size() && is_date_[style_] ? cell_kind::date : cell_kind::number;
  }

  void add_merged(std::string_view area) {
    const std::size_t colon = std::min(area.find(':'), area.size());
    const auto from = place_in(area.substr(0, colon));
    const auto to = place_in(area.substr(std::min(colon + 1, area.size())));
    if (++cells_ > limits{}.cells) {
      throw refusal{fault::too_large};
    }
    if (from && to) {
      into_.merged.push_back({*from, *to});
    }
  }

  sheet& into_;
  const shared_texts& shared_;
  const std::vector<bool>& is_date_;
  text_pool& pool_;
  std::size_t& cells_;
  place at_;
  cell now_;
  std::string type_;
  std::uint32_t style_ = 0;
  std::string value_;
  bool is_taken_ = false;
  bool spoken_ = false;
};

bool holds_utf_16(std::string_view bytes, std::string_view word) {
  std::string wide;
  for (const char c : word) {
    wide += c;
    wide += '\0';
  }
  return bytes.find(wide) != std::string_view::npos;
}

// What is no zip: the older formats, and what a password protects, are compound files.
[[noreturn]] void refuse_other(std::string_view bytes) {
  if (!bytes.starts_with("\xD0\xCF\x11\xE0")) {
    throw refusal{bytes.starts_with("PK") ? fault::damaged : fault::other_format};
  }
  throw refusal{holds_utf_16(bytes, "EncryptedPackage") ? fault::encrypted : fault::old_format};
}

constexpr std::string_view list_part = "xl/workbook.xml";

void read_list(std::string_view bytes, std::uint64_t& unpacked, sheet_list& list, relations& parts) {
  bool has_list = false;
  bool has_macros = false;
  read_parts(
      bytes,
      [&](const std::string& part) -> xml_visitor* {
        has_list = has_list || part == list_part;
        has_macros = has_macros || part.ends_with("vbaproject.bin");
        return part == list_part                      ? static_cast<xml_visitor*>(&list)
               : part == "xl/_rels/workbook.xml.rels" ? &parts
                                                      : nullptr;
      },
      unpacked);
  if (has_macros || !has_list) {
    throw refusal{has_macros ? fault::macros : fault::other_format};
  }
}

}  // namespace

std::string place::address() const {
  std::string letters;
  for (std::uint32_t left = column; left > 0; left = (left - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (left - 1) % 26));
  }
  return letters + std::to_string(row);
}

const cell* sheet::find(place at) const {
  const auto found = std::ranges::lower_bound(cells, at, {}, &cell::at);
  return found != cells.end() && found->at == at ? &*found : nullptr;
}

spreadsheet read_spreadsheet(std::string_view bytes) {
  if (!bytes.starts_with("PK\x03\x04")) {
    refuse_other(bytes);
  }
  std::uint64_t unpacked = 0;
  sheet_list list;
  relations parts;
  read_list(bytes, unpacked, list, parts);

  spreadsheet book{.counts_from_1904 = list.counts_from_1904};
  text_pool pool(book.texts);
  shared_texts shared(pool);
  styles formats;
  const std::string shared_part = parts.target_of("/sharedStrings");
  const std::string style_part = parts.target_of("/styles");
  read_parts(
      bytes,
      [&](const std::string& part) -> xml_visitor* {
        return part == shared_part ? static_cast<xml_visitor*>(&shared) : part == style_part ? &formats : nullptr;
      },
      unpacked);

  std::map<std::string, sheet*> by_part;
  for (const auto& [name, id] : list.sheets) {
    sheet& each = book.sheets.emplace_back(sheet{.name = name});
    by_part.insert_or_assign(parts.by_id[id].target, &each);
  }
  std::size_t cells = 0;
  std::optional<sheet_reader> reader;
  read_parts(
      bytes,
      [&](const std::string& part) -> xml_visitor* {
        const auto found = by_part.find(part);
        return found == by_part.end() ? nullptr : &reader.emplace(*found->second, shared, formats.is_date, pool, cells);
      },
      unpacked);
  for (sheet& each : book.sheets) {
    std::ranges::sort(each.cells, {}, &cell::at);
    if (std::ranges::adjacent_find(each.cells, {}, &cell::at) != each.cells.end()) {
      throw refusal{fault::damaged};  // a cell given twice: programs differ in which they take
    }
  }
  return book;
}

}  // namespace tbsc94::workbook
