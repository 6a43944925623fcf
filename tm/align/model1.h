// What two texts themselves teach of their words: IBM model 1.
#pragma once

#include <span>
#include <vector>

#include "tm/align/parameters.h"
#include "tm/align/translation_table.h"
#include "tm/align/vocabulary.h"

namespace mizan {

// A pair of sentence groups that translate each other, with the weight it deserves.
struct TrainingBead {
  std::span<const std::vector<TypeId>> arabic;
  std::span<const std::vector<TypeId>> english;
  double weight = 1;
};

// IBM model 1 (Brown et al. 1993) in both directions on `beads`, with `prior` as a Dirichlet prior
// of strength `lexicon_strength`.
TranslationTable train_model1(const TextSide& arabic, const TextSide& english,
                              std::span<const TrainingBead> beads, const TranslationTable& prior,
                              const AlignmentParameters& parameters);

}  // namespace mizan
