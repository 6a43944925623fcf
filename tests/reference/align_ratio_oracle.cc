#include "tests/reference/align_ratio_oracle.h"

#include <cmath>

namespace mizan::reference {
namespace {

double probability(const std::vector<Translation>& row, TypeId type) {
  double sum = 0;
  for (const Translation& t : row) {
    if (t.type == type) sum += t.probability;
  }
  return sum;
}

}  // namespace

double block_ratio(const TextSide& source, const TextSide& target,
                   const std::vector<std::vector<Translation>>& rows, const SegmentRange& from,
                   const SegmentRange& to, double epsilon) {
  double words = 0;
  for (std::size_t i = from.begin; i < from.end; ++i) {
    words += static_cast<double>(source.sentences[i].size());
  }
  const double share = (1 - epsilon) / (words + 1);
  double ratio = 0;
  for (std::size_t j = to.begin; j < to.end; ++j) {
    for (const TypeId t : target.sentences[j]) {
      double mass = 0;
      for (std::size_t i = from.begin; i < from.end; ++i) {
        for (const TypeId s : source.sentences[i]) mass += probability(rows[s], t);
      }
      const double own = target.unigram(t);
      ratio += std::log(share * mass + epsilon * own) - std::log(own);
    }
  }
  return ratio;
}

}  // namespace mizan::reference
