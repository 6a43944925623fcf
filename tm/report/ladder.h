// hunalign's ladder: one line a rung, "source index TAB target index TAB score", the rung after the
// last bead included; a bead lies between two rungs.
#pragma once

#include <string>

#include "tm/model/alignment.h"

namespace mizan {

std::string to_ladder(const Alignment& alignment);

}  // namespace mizan
