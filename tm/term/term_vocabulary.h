// The words of terms, and which of them a typed word is like: misspelled, or a name in the letters
// of the other script. Internal to tm/term.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tm/base/language.h"

namespace mizan {

struct AlikeWord {
  std::uint32_t word = 0;  // its number
  double score = 0;        // 0-1 by letters; 1: equal, 0: of the other script
  double name_score = 0;   // the same if both are names; not less than `score`
};

class TermVocabulary {
 public:
  // Its number, from 0 in order of adding; the same for an equal word. `word` is folded.
  std::uint32_t add(std::string_view word);

  // The words like `word`, in order of number. By letters, in one script, likeness is one less the
  // edit distance over the longer length. Names are also alike by their sound
  // (tm/lang/name_similarity.h), which is asked for the words with the nearest consonants: across
  // the scripts that alone counts, in one it makes up for half of what the letters differ by. What
  // is less alike than kLeastAlike is chance, and left out.
  std::vector<AlikeWord> find_alike(std::string_view word) const;

  static constexpr double kLeastAlike = 0.75;

 private:
  // What a scan of all words looks at, apart from them because it is small.
  struct Outline {
    std::uint64_t letter_mask = 0;  // which letters it has, hashed
    std::uint16_t frame_mask = 0;   // which classes its frame has
    std::uint16_t length = 0;       // in letters
    Language script = Language::kEnglish;
  };
  struct Word {
    std::string text;
    std::u32string letters;
    std::string frame;  // its consonants by class of sound, the same in both scripts
    Outline outline;
  };

  static Word describe(std::string_view text);
  // Cheap bounds.
  static bool may_be_misspelled(const Outline& a, const Outline& b);
  static bool may_sound_alike(const Outline& a, const Outline& b);

  std::vector<Outline> outlines_;  // of words_
  std::vector<Word> words_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

}  // namespace mizan
