#include "results/html/page.hpp"

#include <map>
#include <memory>

#include "text/embedded.hpp"

namespace tbsc94::html {

namespace {

// A template is parsed once for each thread: the library's render() is not const.
kainjow::mustache::mustache& parsed(std::string_view page_template) {
  thread_local std::map<std::string_view, std::unique_ptr<kainjow::mustache::mustache>> pages;
  auto& page = pages[page_template];
  if (page == nullptr) {
    page = std::make_unique<kainjow::mustache::mustache>(std::string(page_template));
  }
  return *page;
}

}  // namespace

std::string render(std::string_view page_template, node shown) {
  shown.set("style", node(std::string(embedded::report_style())));
  return parsed(page_template).render(shown);
}

}  // namespace tbsc94::html
