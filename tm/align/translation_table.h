// p(t|s) between the word types of two texts.
#pragma once

#include <vector>

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

}  // namespace mizan
