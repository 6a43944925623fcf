// How alike the word types of two texts are: lexicon through morphology, names by their sound,
// numbers and signs by identity.
#pragma once

#include <vector>

#include "tm/align/band.h"
#include "tm/align/lexicon_index.h"
#include "tm/align/parameters.h"
#include "tm/align/translation_table.h"
#include "tm/align/vocabulary.h"

namespace mizan {

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

}  // namespace mizan
