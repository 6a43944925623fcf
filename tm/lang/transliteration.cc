#include "tm/lang/transliteration.h"

#include "tm/lang/letter_model.h"
#include "tm/lang/name_features.h"

namespace mizan {

double transliteration_score(std::string_view arabic, std::string_view latin) {
  const LetterString left = letters_of(LetterScript::kArabic, arabic);
  const LetterString right = letters_of(LetterScript::kLatin, latin);
  // No name has three times the letters of its other spelling; the cheap answer to most pairs.
  if (left.size == 0 || right.size == 0 || left.size > 3 * right.size ||
      right.size > 3 * left.size) {
    return 0;
  }
  return name_likeness(left, right);
}

}  // namespace mizan
