#include <windows.h>

#include <array>
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

// Called in a thread of its own, after whose return the system ends the program: the watcher comes before.
BOOL WINAPI on_control(DWORD /*type*/) {
  ::SetEvent(asked_to_end());
  ::Sleep(INFINITE);
  return TRUE;
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
        ::TerminateProcess(::GetCurrentProcess(), static_cast<UINT>(STATUS_CONTROL_C_EXIT));
      } else {
        return;
      }
    }
  }
};

struct signals_held::mask {};

signals_held::signals_held() = default;
signals_held::~signals_held() = default;

watcher::watcher(std::optional<std::chrono::milliseconds> period, std::function<void()> look, std::function<void()> end)
    : work_(new work{.period = period, .look = std::move(look), .end = std::move(end)}) {
  work_->thread = std::jthread([this] { work_->watch(); });
  ::SetConsoleCtrlHandler(on_control, TRUE);
}

watcher::~watcher() {
  ::SetConsoleCtrlHandler(on_control, FALSE);
  ::SetEvent(work_->done);
  work_->thread.join();
  ::CloseHandle(work_->done);
}

}  // namespace tbsc94::platform
