// Signals: what ends the program from outside, and how it ends then.
#pragma once

#include <array>
#include <chrono>
#include <csignal>
#include <functional>
#include <optional>
#include <thread>
#include <vector>

namespace tbsc94::cli {

/// From now on a write to a closed pipe, or past a limit on the size of files, fails; else it would
/// end the program on the spot.
void let_writes_fail();

/// After such a write to a closed pipe: ends the program as it ends others, by SIGPIPE. Returns where
/// whoever started the program had that signal ignored.
void end_by_closed_pipe();

/// A thread beside the work, which looks at it from time to time and is there when SIGINT, SIGTERM
/// or another signal is to end the program. Threads started during its life leave these signals to it. Where the
/// system has no thread or no descriptors left for it, the work goes on without, and a signal ends it on the spot.
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
  static void call(const std::function<void()>& what);
  void release();

  std::optional<std::chrono::milliseconds> period_;
  std::function<void()> look_;
  std::function<void()> end_;
  std::vector<int> signals_;
  sigset_t before_{};
  std::array<int, 2> pipe_{};  // the thread reads from it the signals, and that the work is done
  std::jthread thread_;
};

}  // namespace tbsc94::cli
