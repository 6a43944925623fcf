// p(t|s) between the word types of two texts: lexicon through morphology, names by their sound,
// numbers and signs by identity, and what the texts themselves teach (IBM model 1).
#pragma once

#include <span>
#include <vector>

#include "tm/align/band.h"
#include "tm/align/lexicon_index.h"
#include "tm/align/parameters.h"
#include "tm/align/vocabulary.h"

namespace mizan {

struct Translation {
  TypeId type = 0;
  float probability = 0;
};

// Both conditional tables, sparse: to_english[a] lists p(e|a), to_arabic[e] lists p(a|e).
struct TranslationTable {
  std::vector<std::vector<Translation>> to_english;
  std::vector<std::vector<Translation>> to_arabic;
};

// Adds to each Arabic sentence one token for every lexicon phrase it holds, as a type of its own;
// call before similarities are looked for.
void add_phrases(TextSide& arabic, const LexiconIndex& lexicon);

// How alike the types of two texts are, 0-1, before the competition between them is settled.
class TypeSimilarities {
 public:
  // From lexicon, numbers and signs. The arguments outlive the object.
  TypeSimilarities(const TextSide& arabic, const TextSide& english, const LexiconIndex& lexicon,
                   const AlignmentParameters& parameters);

  // Adds names by their sound: Arabic words that no lexicon knows with capitalised English words
  // that stand within `band` of them somewhere.
  void add_names(const Band& band);

  // p(e|a) and p(a|e), each row sharing its mass among its similarities and a reserve.
  TranslationTable table() const;

 private:
  const TextSide& arabic_;
  const TextSide& english_;
  const AlignmentParameters& parameters_;
  std::vector<std::vector<Translation>> rows_;  // of the Arabic types
  std::vector<char> unknown_;                   // Arabic words that the lexicon does not have
};

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
