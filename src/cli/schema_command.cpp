#include "cli/schema_command.hpp"

#include <memory>

#include "cli/cli_messages.hpp"
#include "cli/destination.hpp"
#include "cli/guides.hpp"
#include "cli/options.hpp"
#include "text/embedded.hpp"

namespace tbsc94::cli {

command_entry schema_command() {
  struct schema_options {
    common_options common;
    std::string name;
  };
  const auto options = std::make_shared<schema_options>();
  command_entry command{.name = "tbsc94 schema",
                        .about = message::about_schema,
                        .further = guides::schema,
                        .run = [options](language lang) {
                          const std::string& name = options->name;
                          return write_text(options->common, lang,
                                            name == "assessment" ? embedded::assessment_schema()
                                            : name == "result"   ? embedded::result_schema()
                                                                 : embedded::scheme_schema());
                        }};
  command.arguments.push_back({.value = "NAME",
                               .kind = value_kind::word,
                               .about = message::opt_schema_name,
                               .into = &options->name,
                               .words = {"assessment", "result", "scheme"},
                               .required = true});
  add_output_options(command, options->common);
  return command;
}

}  // namespace tbsc94::cli
