#include "cli/signals.hpp"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <exception>
#include <system_error>

namespace tbsc94::cli {

namespace {

bool pipe_signal_was_ignored = false;
int to_watcher = -1;  // where the handler writes a signal's number; there is one watcher at a time

constexpr unsigned char work_is_done = 0;  // no signal has this number

void handle(int signal, void (*handler)(int)) {
  struct sigaction action {};
  action.sa_handler = handler;
  ::sigaction(signal, &action, nullptr);
}

bool is_ignored(int signal) {
  struct sigaction action {};
  return ::sigaction(signal, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

// The signals to wait for: all that would end the program from outside. One that is ignored, as SIGINT is in
// a background job, stays so.
std::vector<int> ending_signals() {
  std::vector<int> signals;
  for (const int each : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU,
                         SIGPOLL, SIGPWR, SIGSTKFLT, SIGABRT}) {
    if (!is_ignored(each)) {
      signals.push_back(each);
    }
  }
  for (int each = SIGRTMIN; each <= SIGRTMAX; ++each) {
    signals.push_back(each);
  }
  return signals;
}

sigset_t set_of(const std::vector<int>& signals) {
  sigset_t set;
  sigemptyset(&set);
  for (const int each : signals) {
    sigaddset(&set, each);
  }
  return set;
}

void tell_watcher(int signal) {
  const int error = errno;
  const auto number = static_cast<unsigned char>(signal);
  static_cast<void>(::write(to_watcher, &number, 1));
  errno = error;
}

// Ends the program as the signal does when nobody handles it: whoever started the program is told.
void end_by(int signal) {
  handle(signal, SIG_DFL);
  const sigset_t only = set_of({signal});
  ::pthread_sigmask(SIG_UNBLOCK, &only, nullptr);
  static_cast<void>(::raise(signal));
}

}  // namespace

void let_writes_fail() {
  pipe_signal_was_ignored = is_ignored(SIGPIPE);
  handle(SIGPIPE, SIG_IGN);
  handle(SIGXFSZ, SIG_IGN);
}

void end_by_closed_pipe() {
  if (!pipe_signal_was_ignored) {
    end_by(SIGPIPE);
  }
}

watcher::watcher(std::optional<std::chrono::milliseconds> period, std::function<void()> look, std::function<void()> end)
    : period_(period), look_(std::move(look)), end_(std::move(end)), signals_(ending_signals()) {
  if (::pipe(pipe_.data()) != 0) {
    return;
  }
  ::fcntl(pipe_[1], F_SETFL, O_NONBLOCK);  // a handler must not wait
  to_watcher = pipe_[1];
  const sigset_t set = set_of(signals_);
  ::pthread_sigmask(SIG_BLOCK, &set, &before_);
  try {
    thread_ = std::jthread([this] { watch(); });
  } catch (const std::system_error&) {
    release();
  }
}

watcher::~watcher() {
  if (thread_.joinable()) {
    static_cast<void>(::write(pipe_[1], &work_is_done, 1));
    thread_.join();
    release();
  }
}

void watcher::release() {
  for (const int each : signals_) {
    handle(each, SIG_DFL);
  }
  ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  ::close(pipe_[0]);
  ::close(pipe_[1]);
}

void watcher::watch() {
  for (const int each : signals_) {
    handle(each, tell_watcher);
  }
  const sigset_t set = set_of(signals_);
  ::pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
  pollfd waits_for{pipe_[0], POLLIN, 0};
  const int timeout = period_ ? static_cast<int>(period_->count()) : -1;
  while (true) {
    const int ready = ::poll(&waits_for, 1, timeout);
    unsigned char number = work_is_done;
    if (ready == 0) {
      call(look_);
    } else if (ready > 0 && ::read(pipe_[0], &number, 1) == 1) {
      if (number == work_is_done) {
        return;
      }
      call(end_);
      end_by(number);
    }
  }
}

// What cannot be said or shown for want of memory is left out.
void watcher::call(const std::function<void()>& what) {
  try {
    what();
  } catch (const std::exception&) {
    return;
  }
}

}  // namespace tbsc94::cli
