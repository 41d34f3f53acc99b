#include "text/manual_pages.hpp"

#include <algorithm>
#include <array>

#include "text/embedded.hpp"
#include "text/terminal_text.hpp"

namespace tbsc94 {

namespace {

constexpr std::string_view fence = "```";

// The line at the start of `text`, which is cut off with its end.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

// What stands up to the closing fence, which is cut off as well.
std::string_view take_code(std::string_view& text) {
  const std::size_t end = text.find(std::string("\n").append(fence));
  const std::string_view code = text.substr(0, end + 1);
  text.remove_prefix(end + 1);
  take_line(text);
  return code;
}

manual_block block_of(std::string_view line) {
  constexpr std::array<std::pair<std::string_view, block_kind>, 3> marks{
      {{"# ", block_kind::title}, {"## ", block_kind::heading}, {"- ", block_kind::item}}};
  for (const auto& [mark, kind] : marks) {
    if (line.starts_with(mark)) {
      return {kind, line.substr(mark.size())};
    }
  }
  return {block_kind::paragraph, line};
}

void append_wrapped(std::string& into, std::string_view text, std::string_view first, std::size_t width) {
  std::string plain;
  for (const manual_span& each : spans_of(text)) {
    plain += each.text;
  }
  const std::string rest(first.size(), ' ');
  for (const std::string& line : wrap(plain, width - first.size())) {
    into.append(first).append(line) += '\n';
    first = rest;
  }
}

void append_code(std::string& into, std::string_view code) {
  while (!code.empty()) {
    into.append("    ").append(take_line(code)) += '\n';
  }
}

}  // namespace

std::span<const manual_page> manual_pages() {
  using namespace embedded;
  static const std::array pages{
      manual_page{"assessment", '5', manual_assessment_zh(), manual_assessment_en()},
      manual_page{"readings", '7', manual_readings_zh(), manual_readings_en()},
      manual_page{"results", '7', manual_results_zh(), manual_results_en()},
      manual_page{"archives", '7', manual_archives_zh(), manual_archives_en()},
      manual_page{"ci", '7', manual_ci_zh(), manual_ci_en()},
      manual_page{"schemes", '5', manual_schemes_zh(), manual_schemes_en()},
      manual_page{"library", '7', manual_library_zh(), manual_library_en()},
  };
  return pages;
}

std::vector<manual_block> blocks_of(std::string_view page) {
  std::vector<manual_block> blocks;
  while (!page.empty()) {
    const std::string_view line = take_line(page);
    if (line.starts_with(fence)) {
      blocks.push_back({block_kind::code, take_code(page)});
    } else if (!line.empty() && !line.starts_with("<!--")) {
      blocks.push_back(block_of(line));
    }
  }
  return blocks;
}

std::vector<manual_span> spans_of(std::string_view line) {
  std::vector<manual_span> spans;
  while (!line.empty()) {
    const std::size_t mark = std::min(line.find_first_of("`*"), line.size());
    if (mark > 0) {
      spans.push_back({span_kind::plain, line.substr(0, mark)});
      line.remove_prefix(mark);
      continue;
    }
    const std::size_t end = line.find(line[0], 1);
    if (end == std::string_view::npos) {  // no mark, but the character itself
      spans.push_back({span_kind::plain, line});
      break;
    }
    spans.push_back({line[0] == '`' ? span_kind::code : span_kind::emphasis, line.substr(1, end - 1)});
    line.remove_prefix(end + 1);
  }
  return spans;
}

std::string manual_text(std::string_view page, std::size_t width) {
  std::string text;
  block_kind before = block_kind::title;
  for (const manual_block& each : blocks_of(page)) {
    const bool is_list = each.kind == block_kind::item && before == block_kind::item;
    text += text.empty() || is_list || before == block_kind::heading ? "" : "\n";
    switch (each.kind) {
      case block_kind::title:
      case block_kind::heading:
        append_wrapped(text, each.text, "", width);
        break;
      case block_kind::paragraph:
        append_wrapped(text, each.text, "  ", width);
        break;
      case block_kind::item:
        append_wrapped(text, each.text, "  - ", width);
        break;
      case block_kind::code:
        append_code(text, each.text);
        break;
    }
    before = each.kind;
  }
  return text;
}

}  // namespace tbsc94
