// Signals and their like: what ends the program from outside, and how it ends then.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace tbsc94::platform {

/// From now on a write to a closed pipe, or past a limit on the size of files, fails; else it would
/// end the program on the spot, save on Windows.
void let_writes_fail();

/// After such a write to a closed pipe: ends the program as it ends others, by SIGPIPE. Returns where
/// whoever started the program had that signal ignored.
void end_by_closed_pipe();

/// A thread beside the work, which looks at it from time to time and is there when SIGINT, SIGTERM
/// or another signal is to end the program, or on Windows Ctrl+C or the closing of its window. Threads started during
/// its life leave these signals to it. Where the system has no thread or no descriptors left for it, the work goes on
/// without, and a signal ends it on the spot.
class watcher {
 public:
  /// `look` is called every `period`, where there is one; `end` before a signal ends the program, which
  /// happens as soon as it returns. Both on the watcher's thread.
  watcher(std::optional<std::chrono::milliseconds> period, std::function<void()> look, std::function<void()> end);
  watcher(const watcher&) = delete;
  watcher& operator=(const watcher&) = delete;
  ~watcher();

 private:
  struct work;
  std::unique_ptr<work> work_;
};

/// While it lives, signals that would end the program wait: for a watcher that begins meanwhile, else for its end. So
/// none comes between the making of a temporary file and the watcher that clears it away, or before what is written
/// takes its place.
class signals_held {
 public:
  signals_held();
  signals_held(const signals_held&) = delete;
  signals_held& operator=(const signals_held&) = delete;
  ~signals_held();

 private:
  struct mask;
  std::unique_ptr<mask> before_;
};

}  // namespace tbsc94::platform
