// What becomes of a batch on its way from the thread that grades it to the output.
#pragma once

#include <any>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "archive/id_register.hpp"
#include "archive/io_problem.hpp"
#include "archive/summary.hpp"
#include "results/outcome.hpp"

namespace tbsc94 {

/// What became of a batch, or of a part of it.
struct batch_result {
  std::string written;         // the records as their format writes them, in order
  std::vector<std::any> kept;  // what the format keeps of them besides, for itself alone
  std::size_t kept_size = 0;   // of that, in bytes
  std::string messages;        // for standard error
  summary account;
  std::uint64_t bytes = 0;  // of the input
  std::vector<io_problem> problems;
  std::vector<sighting> ids;           // of the records that have one, where they are asked for
  std::vector<sighting> ids_of_files;  // of those that are a file each

  /// What a batch may come to before a part of it is handed on. A batch of usual records comes to less; some
  /// KB of hostile ones come to many MB.
  static constexpr std::size_t much = std::size_t{1} << 20U;
  /// Whether its texts come to that. What one record adds is bounded by the limits on documents and errors.
  [[nodiscard]] bool is_much() const { return written.size() + messages.size() + kept_size >= much; }
};

/// Writes records down. Several threads share one, each with an `into` of its own.
class record_writer {
 public:
  record_writer() = default;
  record_writer(const record_writer&) = delete;
  record_writer& operator=(const record_writer&) = delete;
  virtual ~record_writer() = default;

  /// Appends the record to `into.written`, and to `into.messages` what is to be said about it on standard error.
  /// `bytes` are the record's own.
  virtual void write(batch_result& into, const outcome& outcome, std::string_view bytes) const = 0;
  /// The same of what could not be read, where its place in the order is; why is said on standard error besides.
  virtual void write(batch_result& into, const unread_input& unread) const = 0;
  /// What stands between two records: who puts the results together writes it.
  [[nodiscard]] virtual std::string_view between() const { return {}; }
};

}  // namespace tbsc94
