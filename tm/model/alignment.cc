#include "tm/model/alignment.h"

namespace mizan {

bool Alignment::covers(std::size_t source_size, std::size_t target_size) const {
  std::size_t source = 0;
  std::size_t target = 0;
  for (const Bead& bead : beads) {
    if (bead.source.begin != source || bead.target.begin != target) return false;
    if (bead.source.end < bead.source.begin || bead.target.end < bead.target.begin) return false;
    if (bead.source.empty() && bead.target.empty()) return false;
    source = bead.source.end;
    target = bead.target.end;
  }
  return source == source_size && target == target_size;
}

}  // namespace mizan
