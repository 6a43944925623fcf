// Gale and Church's aligner (1993): sentence lengths and nothing else. The yardstick of speed and
// accuracy for tm/align. Every cell of the whole table, every shape computed afresh; quadratic.
#pragma once

#include <span>

#include "tm/model/alignment.h"
#include "tm/model/segment.h"

namespace mizan::reference {

// 1:1, 1:0, 0:1, 1:2, 2:1 and 2:2 with the probabilities of the paper, and 1:n, n:1 up to 8, which
// Arabic literature needs and the paper does not have. Confidences stay 0.
Alignment align_by_length(std::span<const Segment> source, std::span<const Segment> target);

}  // namespace mizan::reference
