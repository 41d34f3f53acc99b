// Batches graded on several threads, their results handed on in the order of the input.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "archive/batch_grader.hpp"
#include "archive/batches.hpp"

namespace tbsc94 {

/// Makes what one thread grades with.
using grader_maker = std::function<std::unique_ptr<batch_grader>()>;

/// Takes the results, one at a time and in order; false where no more are wanted.
using result_taker = std::function<bool(const batch_result&)>;

/// Grades all of `source`. `jobs` threads share the work, this one among them; each holds one batch
/// at a time, and at most two results a thread wait for their turn, so memory does not grow with the
/// input. What `take` is given does not depend on `jobs`, save how records are grouped into results. Where
/// the system refuses threads, fewer share the work. What one of them throws is thrown here, once all have
/// ended; nothing more is taken before.
void run_pipeline(batch_source& source, const grader_maker& make_grader, unsigned jobs, const result_taker& take);

/// The number of threads for `asked` jobs (0: as many as there are processors): more than two a
/// processor would only cost memory.
[[nodiscard]] unsigned thread_count(unsigned asked);

}  // namespace tbsc94
