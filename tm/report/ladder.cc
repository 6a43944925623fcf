#include "tm/report/ladder.h"

#include <cstdio>

namespace mizan {

std::string to_ladder(const Alignment& alignment) {
  std::string text;
  SegmentRange end_source;
  SegmentRange end_target;
  for (const Bead& bead : alignment.beads) {
    char score[32];
    std::snprintf(score, sizeof score, "%.4f", bead.confidence);
    text += std::to_string(bead.source.begin) + '\t' + std::to_string(bead.target.begin) + '\t' +
            score + '\n';
    end_source = bead.source;
    end_target = bead.target;
  }
  text += std::to_string(end_source.end) + '\t' + std::to_string(end_target.end) + "\t0\n";
  return text;
}

}  // namespace mizan
