// A joint model of the letters of a name in the two scripts: costs of letter correspondences and of
// the letters themselves, learned by tests/bench/train_names.py. Internal to tm/lang.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace mizan {

// A word as letter numbers: marks, tatweel, hyphens and apostrophes dropped, hamza carriers and
// Latin diacritics folded. Longer words are cut.
struct LetterString {
  static constexpr std::size_t kMaxLength = 40;
  std::array<std::uint8_t, kMaxLength> letters;
  std::size_t size = 0;
};

LetterString arabic_letters(std::string_view word);
LetterString latin_letters(std::string_view word);

// What the best chain of letter units over a pair of words says.
struct LetterMatch {
  double joint_cost = 0;     // -ln p of the chain
  double arabic_cost = 0;    // -ln p of the Arabic word by its own letters
  double latin_cost = 0;     // -ln p of the Latin word by its own letters
  double worst_loss = 0;     // of one unit: how much dearer than its letters apart
  int unmatched_arabic = 0;  // consonants that face nothing
  int unmatched_latin = 0;
  int unmatched_vowels = 0;  // vowel letters of either side that face nothing
};

LetterMatch match_letters(const LetterString& arabic, const LetterString& latin);

}  // namespace mizan
