// Sentences for comparison. Internal to tm/check.
#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "tm/check/document.h"

namespace mizan {

// The words of a sentence alone: marks, spaces and the case of letters tell none apart.
struct SentenceKey {
  // Below this a repetition is a phrase ("he said"), not a sentence.
  static constexpr std::size_t kFewestWords = 4;

  std::string text;
  std::size_t words = 0;

  void add(std::span<const CheckedWord> more) {
    for (const CheckedWord& word : more) {
      if (word.kind != TokenKind::kWord && word.kind != TokenKind::kNumber) continue;
      text += word.key;
      text += ' ';
      ++words;
    }
  }
  bool is_phrase() const { return words < kFewestWords; }
};

}  // namespace mizan
