#include "results/html/page.hpp"

#include "text/embedded.hpp"

namespace tbsc94::html {

std::string render(std::string_view page_template, node shown) {
  shown.set("style", node(std::string(embedded::report_style())));
  kainjow::mustache::mustache page{std::string(page_template)};
  return page.render(shown);
}

}  // namespace tbsc94::html
