#include "cli/signals.hpp"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <array>

namespace tbsc94::cli {

namespace {

bool pipe_signal_was_ignored = false;

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
sigset_t ending_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  for (const int each : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU,
                         SIGPOLL, SIGPWR, SIGSTKFLT, SIGABRT}) {
    if (!is_ignored(each)) {
      sigaddset(&signals, each);
    }
  }
  for (int each = SIGRTMIN; each <= SIGRTMAX; ++each) {
    sigaddset(&signals, each);
  }
  return signals;
}

// Ends the program as the signal does when nobody handles it: whoever started the program is told.
void end_by(int signal) {
  handle(signal, SIG_DFL);
  sigset_t only;
  sigemptyset(&only);
  sigaddset(&only, signal);
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
    : period_(period), look_(std::move(look)), end_(std::move(end)) {
  const sigset_t signals = ending_signals();
  ::pthread_sigmask(SIG_BLOCK, &signals, &before_);
  signals_ = ::signalfd(-1, &signals, SFD_CLOEXEC);
  done_ = ::eventfd(0, EFD_CLOEXEC);
  thread_ = std::jthread([this] { watch(); });
}

watcher::~watcher() {
  ::eventfd_write(done_, 1);
  thread_.join();
  ::close(signals_);
  ::close(done_);
  ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

void watcher::watch() {
  std::array<pollfd, 2> waits_for{{{signals_, POLLIN, 0}, {done_, POLLIN, 0}}};
  const int timeout = period_ ? static_cast<int>(period_->count()) : -1;
  while (true) {
    const int ready = ::poll(waits_for.data(), waits_for.size(), timeout);
    if (ready == 0) {
      look_();
    }
    signalfd_siginfo received{};
    if (ready > 0 && waits_for[0].revents != 0 && ::read(signals_, &received, sizeof received) == sizeof received) {
      end_();
      end_by(static_cast<int>(received.ssi_signo));
    }
    if (ready > 0 && waits_for[1].revents != 0) {
      return;
    }
  }
}

}  // namespace tbsc94::cli
