// Whether an Arabic and an English word translate each other: by a lexicon, and names by their
// letters.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tm/term/arabic_fronts.h"
#include "tm/term/text_words.h"

namespace mizan {

// Remembers what it was asked. Not thread-safe.
class WordMatcher {
 public:
  explicit WordMatcher(GlossSource glosses) : glosses_(std::move(glosses)) {}

  // How sure it is that the words translate each other: 1 by the lexicon or as the same number or
  // Latin word, 0-1 by the letters of a name, 0 for no.
  double match(const TextWord& arabic, const TextWord& english);

  // Whether a translation of `arabic`, or its spelling in Latin letters, begins with `initial`
  // (lower case).
  bool may_begin_with(const TextWord& arabic, char initial);

  // Conjunction and preposition in front of `arabic` when it is what stands behind them that
  // translates some word of `english` (of none: that the lexicon knows). `article` only when ل has
  // swallowed it.
  ArabicFront leaning_front(const TextWord& arabic, std::span<const TextWord> english);

 private:
  const std::vector<std::string>& stems(const std::string& key);

  GlossSource glosses_;
  std::unordered_map<std::string, std::vector<std::string>> stems_;
  std::unordered_map<std::string, double> matches_;
};

}  // namespace mizan
