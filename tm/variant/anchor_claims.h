// Which spelling a name of the translation belongs to, where several would fit it. Internal to
// tm/variant.
#pragma once

#include <vector>

#include "tm/variant/anchors.h"
#include "tm/variant/evidence.h"

namespace mizan {

// Takes from the candidates the anchors that another one in the same bead fits better: beside "Rod
// Reed" رود is Rod, though his letters fit Reed. A name keeps what it has nothing better than; a
// word of the dictionary loses what is claimed. Shares shrink to the beads that are left.
void settle_claims(std::vector<Candidate>& candidates, const AnchorIndex& index);

}  // namespace mizan
