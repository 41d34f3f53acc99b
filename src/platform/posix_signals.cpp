#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <exception>
#include <system_error>
#include <thread>
#include <vector>

#include "platform/signals.hpp"

namespace tbsc94::platform {

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

// A pipe that is full has more than enough to be read already.
void put(int pipe, unsigned char number) {
  if (::write(pipe, &number, 1) < 0) {
    return;
  }
}

void tell_watcher(int signal) {
  const int error = errno;
  put(to_watcher, static_cast<unsigned char>(signal));
  errno = error;
}

// What cannot be said or shown for want of memory is left out.
void call(const std::function<void()>& what) {
  try {
    what();
  } catch (const std::exception&) {
    return;
  }
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

struct signals_held::mask {
  sigset_t set{};
};

signals_held::signals_held() : before_(new mask) {
  const sigset_t ending = set_of(ending_signals());
  ::pthread_sigmask(SIG_BLOCK, &ending, &before_->set);
}

signals_held::~signals_held() { ::pthread_sigmask(SIG_SETMASK, &before_->set, nullptr); }

struct watcher::work {
  std::optional<std::chrono::milliseconds> period;
  std::function<void()> look;
  std::function<void()> end;
  std::vector<int> signals{ending_signals()};
  sigset_t before{};
  std::array<int, 2> pipe{};  // the thread reads from it the signals, and that the work is done
  std::jthread thread{};

  void begin();
  void watch();
  void release();
};

watcher::watcher(std::optional<std::chrono::milliseconds> period, std::function<void()> look, std::function<void()> end)
    : work_(new work{.period = period, .look = std::move(look), .end = std::move(end)}) {
  work_->begin();
}

watcher::~watcher() {
  if (work_->thread.joinable()) {
    put(work_->pipe[1], work_is_done);
    work_->thread.join();
    work_->release();
  }
}

void watcher::work::begin() {
  const sigset_t set = set_of(signals);
  if (::pipe(pipe.data()) != 0) {
    ::pthread_sigmask(SIG_UNBLOCK, &set, nullptr);  // nobody waits for them
    return;
  }
  ::fcntl(pipe[1], F_SETFL, O_NONBLOCK);  // a handler must not wait
  to_watcher = pipe[1];
  ::pthread_sigmask(SIG_BLOCK, &set, &before);
  try {
    thread = std::jthread([this] { watch(); });
  } catch (const std::system_error&) {
    release();
    ::pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
  }
}

void watcher::work::release() {
  for (const int each : signals) {
    handle(each, SIG_DFL);
  }
  ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
  ::close(pipe[0]);
  ::close(pipe[1]);
}

void watcher::work::watch() {
  for (const int each : signals) {
    handle(each, tell_watcher);
  }
  const sigset_t set = set_of(signals);
  ::pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
  pollfd waits_for{pipe[0], POLLIN, 0};
  const int timeout = period ? static_cast<int>(period->count()) : -1;
  while (true) {
    const int ready = ::poll(&waits_for, 1, timeout);
    unsigned char number = work_is_done;
    if (ready == 0) {
      call(look);
    } else if (ready > 0 && ::read(pipe[0], &number, 1) == 1) {
      if (number == work_is_done) {
        return;
      }
      call(end);
      end_by(number);
    }
  }
}

}  // namespace tbsc94::platform
