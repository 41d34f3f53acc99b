#include "cli/destination.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

#include "archive/archive_messages.hpp"
#include "archive/file_identity.hpp"
#include "archive/output.hpp"
#include "cli/cli_messages.hpp"
#include "cli/environment.hpp"
#include "cli/exit_code.hpp"
#include "cli/say.hpp"
#include "platform/platform.hpp"
#include "platform/signals.hpp"

namespace tbsc94::cli {

int spare_inputs(const common_options& options, language lang, const std::vector<std::string>& others) {
  const auto output = options.output.empty() ? identity_of(platform::standard_output) : identity_at(options.output);
  std::vector<std::string> ambient;
  for (const auto& files : {ambient_readings(options), ambient_schemes(options)}) {
    std::ranges::transform(files, std::back_inserter(ambient), &ambient_file::path);
  }
  for (const auto& files : {options.paths, options.schemes, {options.readings_file}, ambient, others}) {
    const auto same = std::ranges::find_if(files, [&](const std::string& each) { return identity_at(each) == output; });
    if (output && same != files.end()) {
      complain_cannot_read(lang, {*same, worded(message::is_input_and_output), severity::misuse});
      return wrong_usage;
    }
  }
  return done;
}

int spare_existing(const common_options& options, language lang) {
  if (const int code = spare_inputs(options, lang); code != done || options.force) {
    return code;
  }
  const auto there = options.output.empty() ? std::nullopt : identity_at(options.output);
  if (!there || there == identity_of(platform::standard_output)) {  // "/dev/stdout" is what the shell has opened
    return done;
  }
  complain(lang, message::exists_already(lang, options.output));
  return wrong_usage;
}

int write_text(const common_options& options, language lang, std::string_view text) {
  const platform::signals_held held;
  io_problem problem;
  const auto out = output::open(options.output, problem);
  if (!out) {
    complain_cannot_write(lang, problem);
    return cannot_access;
  }
  const platform::watcher watcher(
      std::nullopt, [] {}, [&] { out->abandon(); });
  return out->write(text) && out->commit() ? done : cannot_write(lang, *out);
}

}  // namespace tbsc94::cli
