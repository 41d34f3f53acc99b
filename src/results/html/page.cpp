#include "results/html/page.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <memory>

#include "text/embedded.hpp"

namespace tbsc94::html {

namespace {

// A template, cut once into what is written as it is and what is looked up.
struct part {
  enum class kind : std::uint8_t { literal, escaped, unescaped, section, unless, end };
  kind kind = kind::literal;
  std::string_view literal{};
  std::vector<member_name> path{};  // empty for `{{.}}`
  std::size_t end = 0;              // of a section: where its end stands
};

class parsed_template {
 public:
  explicit parsed_template(std::string_view text) : text_(text) {
    for (std::size_t at = 0; (at = text_.find("{{", done_)) != std::string_view::npos;) {
      add_tag(at);
    }
    parts_.push_back({.literal = text_.substr(done_)});
  }

  [[nodiscard]] const std::vector<part>& parts() const { return parts_; }

 private:
  void add_tag(std::size_t at) {
    const bool is_unescaped = text_.substr(at).starts_with("{{{");
    const std::string_view close = is_unescaped ? "}}}" : "}}";
    const std::size_t name_at = at + close.size();
    const std::size_t close_at = text_.find(close, name_at);
    std::string_view name = text_.substr(name_at, close_at - name_at);
    std::size_t after = close_at + close.size();
    const auto kind = is_unescaped ? part::kind::unescaped : kind_of(name.front());
    if (kind > part::kind::unescaped) {
      name.remove_prefix(1);
      // A section's mark that has a line for itself leaves nothing of that line.
      const bool begins_line = at == 0 || text_[at - 1] == '\n';
      after += begins_line && text_.substr(after).starts_with('\n') ? 1U : 0U;
    }
    parts_.push_back({.literal = text_.substr(done_, at - done_)});
    parts_.push_back({.kind = kind, .path = path_of(name)});
    if (kind == part::kind::end) {
      parts_[open_.back()].end = parts_.size() - 1;
      open_.pop_back();
    } else if (kind > part::kind::unescaped) {
      open_.push_back(parts_.size() - 1);
    }
    done_ = after;
  }

  [[nodiscard]] static enum part::kind kind_of(char first) {
    return first == '#'   ? part::kind::section
           : first == '^' ? part::kind::unless
           : first == '/' ? part::kind::end
                          : part::kind::escaped;
  }
  [[nodiscard]] static std::vector<member_name> path_of(std::string_view name) {
    std::vector<member_name> path;
    for (std::size_t from = 0; name != "." && from <= name.size();) {
      const std::size_t to = std::min(name.find('.', from), name.size());
      path.push_back(member_name::of(name.substr(from, to - from)));
      from = to + 1;
    }
    return path;
  }

  std::string_view text_;
  std::size_t done_ = 0;
  std::vector<part> parts_;
  std::vector<std::size_t> open_;
};

const node* member_of(const node& of, member_name name) {
  const auto* const members = std::get_if<std::vector<node::member>>(&of.value);
  if (members == nullptr) {
    return nullptr;
  }
  const auto found =
      std::find_if(members->rbegin(), members->rend(), [&](const auto& each) { return each.name == name; });
  return found == members->rend() ? nullptr : &found->of;
}

std::string_view escape_of(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&apos;";
    default:
      return {};
  }
}

void append_escaped(std::string& out, std::string_view text) {
  std::size_t done = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (const std::string_view escape = escape_of(text[i]); !escape.empty()) {
      out.append(text, done, i - done).append(escape);
      done = i + 1;
    }
  }
  out.append(text, done);
}

class rendering {
 public:
  rendering(const std::vector<part>& parts, const node& page) : parts_(parts), around_{&page} {}

  std::string take() {
    out_.reserve(std::size_t{128} << 10U);
    write(0, parts_.size());
    return std::move(out_);
  }

 private:
  // What a name stands for: the member of the innermost node around that has one.
  [[nodiscard]] const node* find(const part& tag) const {
    if (tag.path.empty()) {
      return around_.back();
    }
    const node* found = nullptr;
    static_cast<void>(std::any_of(around_.rbegin(), around_.rend(), [&](const node* each) {
      found = member_of(*each, tag.path.front());
      for (std::size_t i = 1; found != nullptr && i < tag.path.size(); ++i) {
        found = member_of(*found, tag.path[i]);
      }
      return found != nullptr;
    }));
    return found;
  }

  void write(std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) {
      const part& each = parts_[i];
      if (each.kind == part::kind::literal) {
        out_ += each.literal;
      } else if (each.kind == part::kind::section || each.kind == part::kind::unless) {
        write_section(each, i + 1);
        i = each.end;
      } else if (const node* found = find(each); found != nullptr) {
        if (const auto* const text = std::get_if<std::string>(&found->value); text != nullptr) {
          each.kind == part::kind::escaped ? append_escaped(out_, *text) : void(out_ += *text);
        }
      }
    }
  }

  void write_section(const part& section, std::size_t from) {
    const node* found = find(section);
    const auto* const shown = found == nullptr ? nullptr : std::get_if<bool>(&found->value);
    const auto* const list = found == nullptr ? nullptr : std::get_if<node::list>(&found->value);
    const bool is_shown = found != nullptr && (shown == nullptr || *shown) && (list == nullptr || !list->empty());
    if (is_shown == (section.kind == part::kind::unless)) {
      return;
    }
    if (list == nullptr || section.kind == part::kind::unless) {
      write_within(found, from, section.end);
      return;
    }
    for (const node& each : *list) {
      write_within(&each, from, section.end);
    }
  }

  void write_within(const node* of, std::size_t from, std::size_t to) {
    if (of == nullptr || std::holds_alternative<bool>(of->value)) {
      write(from, to);
      return;
    }
    around_.push_back(of);
    write(from, to);
    around_.pop_back();
  }

  const std::vector<part>& parts_;
  std::vector<const node*> around_;  // from the page to the innermost
  std::string out_;
};

// Parsed once for each thread.
const parsed_template& parsed(std::string_view page_template) {
  thread_local std::map<std::string_view, std::unique_ptr<parsed_template>> pages;
  auto& page = pages[page_template];
  if (page == nullptr) {
    page = std::make_unique<parsed_template>(page_template);
  }
  return *page;
}

}  // namespace

members& members::add(member_name name, node value) {
  members_.push_back({name, std::move(value)});
  return *this;
}

std::string render(std::string_view page_template, node shown) {
  std::get<std::vector<node::member>>(shown.value).push_back({"style", node(std::string(embedded::report_style()))});
  return rendering(parsed(page_template).parts(), shown).take();
}

}  // namespace tbsc94::html
