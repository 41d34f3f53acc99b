#include "cli/schema_command.hpp"

#include "cli/cli_messages.hpp"
#include "cli/guides.hpp"
#include "cli/usage.hpp"
#include "text/embedded.hpp"

namespace tbsc94::cli {

command add_schema_command(CLI::App& program, language lang) {
  CLI::App* const app = program.add_subcommand("schema", std::string(message::about_schema.in(lang)));
  add_guide(*app, guides::schema);
  const auto options = std::make_shared<common_options>();
  const auto name = std::make_shared<std::string>();
  app->add_option("NAME", *name, std::string(message::opt_schema_name.in(lang)))
      ->required()
      ->check(one_of({"assessment", "result", "scheme"}, lang))
      ->type_name("");
  add_output_options(*app, *options, lang);
  return {app, [options, name, lang] {
            const std::string_view schema = *name == "assessment" ? embedded::assessment_schema()
                                            : *name == "result"   ? embedded::result_schema()
                                                                  : embedded::scheme_schema();
            return write_text(*options, lang, schema);
          }};
}

}  // namespace tbsc94::cli
