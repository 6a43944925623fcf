#include "tm/lang/transliteration.h"

#include <algorithm>
#include <cmath>

#include "tm/lang/letter_model.h"

namespace mizan {

double transliteration_score(std::string_view arabic, std::string_view latin) {
  const LetterString a = arabic_letters(arabic);
  const LetterString l = latin_letters(latin);
  if (a.size == 0 || l.size == 0) return 0;
  const LetterMatch match = match_letters(a, l);
  // The gain of reading the two as one name over reading them apart, per nat of the words.
  const double gain = (match.arabic_cost + match.latin_cost - match.joint_cost) /
                      (match.arabic_cost + match.latin_cost);
  return 1 / (1 + std::exp(-20 * (gain - 0.215)));
}

}  // namespace mizan
