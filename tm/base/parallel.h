// One job in many parts, on several threads.
#pragma once

#include <cstddef>
#include <functional>

namespace mizan {

// Calls `task(part, worker)` once for each part from 0 to `count` - 1, on at most `threads`
// threads, the calling one among them. They are numbered as workers, 0 to `threads` - 1, and take
// the parts in their order. Returns when all is done; throws what a task threw, and then starts no
// other part.
void in_parallel(std::size_t count, std::size_t threads,
                 const std::function<void(std::size_t part, std::size_t worker)>& task);

}  // namespace mizan
