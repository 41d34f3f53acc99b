// Signals: what ends the program from outside, and how it ends then.
#pragma once

#include <chrono>
#include <csignal>
#include <functional>
#include <optional>
#include <thread>

namespace tbsc94::cli {

/// From now on a write to a closed pipe, or past a limit on the size of files, fails; else it would
/// end the program on the spot.
void let_writes_fail();

/// After such a write to a closed pipe: ends the program as it ends others, by SIGPIPE. Returns where
/// whoever started the program had that signal ignored.
void end_by_closed_pipe();

/// A thread beside the work, which looks at it from time to time and is there when SIGINT, SIGTERM
/// or another signal is to end the program. Threads started during its life leave these signals to it.
class watcher {
 public:
  /// `look` is called every `period`, where there is one; `end` before a signal ends the program, which
  /// happens as soon as it returns. Both on the watcher's thread.
  watcher(std::optional<std::chrono::milliseconds> period, std::function<void()> look, std::function<void()> end);
  watcher(const watcher&) = delete;
  watcher& operator=(const watcher&) = delete;
  ~watcher();

 private:
  void watch();

  std::optional<std::chrono::milliseconds> period_;
  std::function<void()> look_;
  std::function<void()> end_;
  sigset_t before_{};
  int signals_;  // a descriptor to read them from
  int done_;     // a descriptor that can be read when the work is done
  std::jthread thread_;
};

}  // namespace tbsc94::cli
