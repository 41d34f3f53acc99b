#include "archive/pipeline.hpp"

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <map>
#include <mutex>
#include <thread>
#include <utility>

namespace tbsc94 {

namespace {

// Brings the results of several threads into order.
class orderer {
 public:
  orderer(const result_taker& take, std::size_t most_waiting) : take_(take), most_waiting_(most_waiting) {}

  // Hands on what is due, in turn, unless another thread is at it: that one then hands on this result, too.
  // Waits while too many results wait for an earlier one, and with much until it is due: so what waits is
  // bounded in bytes, too.
  void put(std::size_t number, batch_result result) {
    std::unique_lock lock(mutex_);
    const bool may_wait = !result.is_much();
    room_.wait(lock, [&] { return stopped_ || number == due_ || (may_wait && waiting_.size() < most_waiting_); });
    if (stopped_) {
      return;
    }
    waiting_.emplace(number, std::move(result));
    if (!handing_on_) {
      handing_on_ = true;
      hand_on(lock);
      handing_on_ = false;
    }
  }
  // Hands on a part of a result once the rest of it is due. False where no more is wanted.
  [[nodiscard]] bool put_part(std::size_t number, const batch_result& part) {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] { return stopped_ || number == due_; });
    hand_on(part, lock);
    return !stopped_;
  }
  [[nodiscard]] bool is_stopped() {
    const std::scoped_lock lock(mutex_);
    return stopped_;
  }
  // A thread cannot go on, for want of memory, say: its result never comes, so nobody may wait for it.
  void give_up(std::exception_ptr why) {
    const std::scoped_lock lock(mutex_);
    failure_ = std::move(why);
    stopped_ = true;
    room_.notify_all();
  }
  // After all threads have ended.
  void rethrow_failure() const {
    if (failure_) {
      std::rethrow_exception(failure_);
    }
  }

 private:
  void hand_on(std::unique_lock<std::mutex>& lock) {
    while (!waiting_.empty() && waiting_.begin()->first == due_) {
      const batch_result result = std::move(waiting_.extract(waiting_.begin()).mapped());
      hand_on(result, lock);
      ++due_;
      room_.notify_all();
    }
  }
  // What is due is handed on by one thread alone: the others see that its number is still due.
  void hand_on(const batch_result& due, std::unique_lock<std::mutex>& lock) {
    if (!stopped_) {
      lock.unlock();
      const bool goes_on = take_(due);
      lock.lock();
      stopped_ = stopped_ || !goes_on;
    }
  }

  const result_taker& take_;
  std::size_t most_waiting_;
  std::mutex mutex_;
  std::condition_variable room_;
  std::map<std::size_t, batch_result> waiting_;
  std::size_t due_ = 0;      // the number of the result to be handed on next
  bool handing_on_ = false;  // a thread is in `hand_on`
  bool stopped_ = false;
  std::exception_ptr failure_;
};

// Numbers the batches as they are taken.
class numbered_source {
 public:
  explicit numbered_source(batch_source& source) : source_(source) {}

  bool next(batch& batch, std::size_t& number) {
    const std::scoped_lock lock(mutex_);
    number = count_++;
    return source_.next(batch);
  }

 private:
  batch_source& source_;
  std::mutex mutex_;
  std::size_t count_ = 0;
};

void work(numbered_source& source, batch_grader& grader, orderer& results) try {
  batch batch;
  bool more = true;
  while (more && !results.is_stopped()) {
    batch_result result;
    std::size_t number = 0;
    more = source.next(batch, number);
    if (more) {
      grader.grade(batch, result, [&](batch_result& part) {
        const batch_result whole = std::exchange(part, {});
        return results.put_part(number, whole);
      });
      results.put(number, std::move(result));
    }
  }
} catch (...) {
  results.give_up(std::current_exception());
}

// Calls `work_of(i)` on threads of their own, for i from 1, as far as the system gives threads.
template <class Work>
std::vector<std::jthread> start_helpers(unsigned threads, const Work& work_of) {
  std::vector<std::jthread> helpers;
  try {
    for (unsigned i = 1; i < threads; ++i) {
      helpers.emplace_back(work_of, i);
    }
  } catch (const std::exception&) {  // fewer threads share the work
  }
  return helpers;
}

}  // namespace

unsigned thread_count(unsigned asked) {
  const unsigned processors = std::max(std::thread::hardware_concurrency(), 1U);
  return asked == 0 ? processors : std::min(asked, 2 * processors);
}

void run_pipeline(batch_source& source, const grader_maker& make_grader, unsigned jobs, const result_taker& take) {
  const unsigned threads = thread_count(jobs);
  numbered_source batches(source);
  orderer results(take, std::size_t{2} * threads);
  std::vector<std::unique_ptr<batch_grader>> graders;
  for (unsigned i = 0; i < threads; ++i) {
    graders.push_back(make_grader());
  }
  {
    const auto helpers = start_helpers(threads, [&](unsigned i) { work(batches, *graders[i], results); });
    work(batches, *graders[0], results);
  }
  results.rethrow_failure();
}

}  // namespace tbsc94
