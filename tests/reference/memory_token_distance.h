// The edit distance of two token sequences by the textbook recurrence, without limits or
// shortcuts: what token_distance() must equal.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "tm/memory/similarity.h"

namespace mizan::reference {

inline int token_distance(const std::vector<ComparedToken>& a,
                          const std::vector<ComparedToken>& b) {
  std::vector<std::vector<int>> cell(a.size() + 1, std::vector<int>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        cell[i][j] = static_cast<int>(i + j) * kWholeCost;
        continue;
      }
      int substitution = kWholeCost;
      if (a[i - 1].folded == b[j - 1].folded) {
        substitution = 0;
      } else if (a[i - 1].key == b[j - 1].key) {
        substitution = 1;
      }
      cell[i][j] = std::min({cell[i - 1][j - 1] + substitution, cell[i - 1][j] + kWholeCost,
                             cell[i][j - 1] + kWholeCost});
    }
  }
  return cell[a.size()][b.size()];
}

}  // namespace mizan::reference
