// Templates: what is shown of members, lists and texts, and that no text becomes HTML.
#include "results/html/page.hpp"

#include "catch.hpp"

namespace {

using namespace tbsc94::html;

std::string page_of(std::string_view text, members shown) { return render(text, shown.done()); }

TEST_CASE("A text is escaped, save where the template says otherwise") {
  CHECK(page_of("{{a}} {{{a}}}", members().text("a", R"(<b x='1'>"&)")) ==
        R"(&lt;b x=&apos;1&apos;&gt;&quot;&amp; <b x='1'>"&)");
  CHECK(page_of("{{a}}", members().text("a", "{{b}}").text("b", "x")) == "{{b}}");
  CHECK(page_of("[{{a}}]", members().text("b", "x")) == "[]");
  CHECK(page_of("[{{a}}]", members().flag("a", true)) == "[]");
}

TEST_CASE("A section is shown for what is there, once for each entry of a list") {
  constexpr std::string_view text = "{{#a}}x{{/a}}{{^a}}-{{/a}}";
  CHECK(page_of(text, members().flag("a", true)) == "x");
  CHECK(page_of(text, members().flag("a", false)) == "-");
  CHECK(page_of(text, members()) == "-");
  CHECK(page_of(text, members().text("a", "")) == "x");
  CHECK(page_of(text, members().text_if(false, "a", "there is none")) == "-");
  CHECK(page_of(text, members().add("a", list())) == "-");
  CHECK(page_of(text, members().add("a", list() << node(std::string("1")) << node(std::string("2")))) == "xx");
  CHECK(page_of("{{#a}}<{{.}}>{{/a}}",
                members().add("a", list() << node(std::string("1")) << node(std::string("2")))) == "<1><2>");
}

TEST_CASE("A name stands for the innermost member of that name") {
  const auto shown = [] {
    return members()
        .text("name", "outer")
        .text("other", "o")
        .add("in", members().text("name", "inner").add("deep", members().text("x", "1").done()).done());
  };
  CHECK(page_of("{{name}} {{#in}}{{name}} {{other}} {{deep.x}}{{/in}} {{in.name}} {{in.deep.x}}", shown()) ==
        "outer inner o 1 inner 1");
  CHECK(page_of("{{#in}}{{#deep}}{{x}}{{name}}{{/deep}}{{/in}}{{in.none}}{{none.x}}", shown()) == "1inner");
  CHECK(page_of("{{^none}}{{#in}}{{name}}{{/in}}{{/none}}", shown()) == "inner");
}

TEST_CASE("The mark of a section that has a line for itself leaves nothing of it") {
  constexpr std::string_view text = "a\n{{#list}}\n{{.}}\n{{/list}}\nb{{#list}}\n{{/list}}c\n";
  CHECK(page_of(text, members().add("list", list() << node(std::string("1")) << node(std::string("2")))) ==
        "a\n1\n2\nb\n\nc\n");
}

TEST_CASE("The last of two members of one name counts, and what disturbs a reader is made visible") {
  CHECK(page_of("{{a}}", members().text("a", "1").text("a", "2")) == "2");
  CHECK(page_of("{{a}}", members().text("a", "x\xE2\x80\xAEy")) == "x\\u{202E}y");
}

}  // namespace
