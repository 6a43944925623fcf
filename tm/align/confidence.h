// How probable it is that a bead is right, from the posteriors of a search.
#pragma once

#include "tm/align/parameters.h"
#include "tm/model/alignment.h"

namespace mizan {

// Turns the posteriors of the beads of a text into estimates of the probability that they are
// right: a logistic function of a bead's own posterior and of the lower one of the two beads beside
// it, since what blurs a boundary blurs both beads that it parts, and the words of a badly
// understood passage make the model too sure of all of them.
void calibrate(Alignment& alignment, const AlignmentParameters& parameters);

}  // namespace mizan
