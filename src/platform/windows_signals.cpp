#include <windows.h>

#include <array>
#include <atomic>
#include <exception>
#include <thread>

#include "platform/signals.hpp"

namespace tbsc94::platform {

namespace {

// What asks the program to end; there is one watcher at a time.
HANDLE asked_to_end() {
  static const HANDLE event = ::CreateEventW(nullptr, TRUE, FALSE, nullptr);
  return event;
}

std::atomic<int> listeners{0};

void end_as_asked() { ::TerminateProcess(::GetCurrentProcess(), static_cast<UINT>(STATUS_CONTROL_C_EXIT)); }

// Called in a thread of its own. After other events than Ctrl+C the system ends the program once this returns: it never
// does, as that is left to who listens.
BOOL WINAPI on_control(DWORD type) {
  if (listeners == 0) {
    return FALSE;
  }
  ::SetEvent(asked_to_end());
  if (type != CTRL_C_EVENT && type != CTRL_BREAK_EVENT) {
    ::Sleep(INFINITE);
  }
  return TRUE;
}

// The handler stays once it is there: to take it away would wait for the end of one that is being called.
void listen() {
  static const BOOL is_there = ::SetConsoleCtrlHandler(on_control, TRUE);
  static_cast<void>(is_there);
  ++listeners;
}

void stop_listening() {
  if (--listeners == 0 && ::WaitForSingleObject(asked_to_end(), 0) == WAIT_OBJECT_0) {
    end_as_asked();
  }
}

// What cannot be said or shown for want of memory is left out.
void call(const std::function<void()>& what) {
  try {
    what();
  } catch (const std::exception&) {
    return;
  }
}

}  // namespace

void let_writes_fail() {}

void end_by_closed_pipe() {}

struct watcher::work {
  std::optional<std::chrono::milliseconds> period;
  std::function<void()> look;
  std::function<void()> end;
  HANDLE done{::CreateEventW(nullptr, TRUE, FALSE, nullptr)};
  std::jthread thread{};

  void watch() const {
    const std::array<HANDLE, 2> waits_for{asked_to_end(), done};
    const DWORD timeout = period ? static_cast<DWORD>(period->count()) : INFINITE;
    while (true) {
      const DWORD ready = ::WaitForMultipleObjects(2, waits_for.data(), FALSE, timeout);
      if (ready == WAIT_TIMEOUT) {
        call(look);
      } else if (ready == WAIT_OBJECT_0) {
        call(end);
        end_as_asked();
      } else {
        return;
      }
    }
  }
};

struct signals_held::mask {};

signals_held::signals_held() { listen(); }

signals_held::~signals_held() { stop_listening(); }

watcher::watcher(std::optional<std::chrono::milliseconds> period, std::function<void()> look, std::function<void()> end)
    : work_(new work{.period = period, .look = std::move(look), .end = std::move(end)}) {
  work_->thread = std::jthread([this] { work_->watch(); });
  listen();
}

watcher::~watcher() {
  ::SetEvent(work_->done);
  work_->thread.join();
  ::CloseHandle(work_->done);
  stop_listening();
}

}  // namespace tbsc94::platform
