// The words of a segment as terms are collected from them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "tm/base/language.h"
#include "tm/term/atoms.h"

namespace mizan {

struct TextWord {
  std::size_t begin = 0;  // bytes of the segment
  std::size_t end = 0;
  AtomKind kind = AtomKind::kArabic;
  Gap before = Gap::kStart;
  LetterCase letter_case = LetterCase::kLower;
  std::string letters;         // folded to kMarks; Latin in lower case
  std::string key;             // Arabic folded to kTehMarbuta, as long as `letters`
  bool function_word = false;  // begins and ends no term

  // Whether the word goes on where the one before it stood: no punctuation between.
  bool continues() const {
    return before == Gap::kSpace || before == Gap::kHyphen || before == Gap::kNothing;
  }
};

// `segment` is valid UTF-8. Words of the other script keep their own kind.
std::vector<TextWord> read_text_words(std::string_view segment);

}  // namespace mizan
