#include "tm/align/name_spelling.h"

#include <algorithm>

#include "tm/base/utf8.h"
#include "tm/lang/arabic_morphology.h"
#include "tm/lang/transliteration.h"

namespace mizan {
namespace {

enum : unsigned {
  kVowel = 1,
  kLabial = 2,
  kFricative = 4,
  kDental = 8,
  kSibilant = 16,
  kVelar = 32,
  kL = 64,
  kR = 128,
  kM = 256,
  kN = 512
};

}  // namespace

unsigned first_sounds(std::string_view word) {
  if (word.empty()) return 0;
  switch (code_point_at(word, 0).value) {
    case U'ب':
    case 'b':
      return kLabial;
    case 'p':
      return kLabial | kFricative;  // ph
    case U'ف':
    case 'f':
    case 'v':
      return kFricative;
    case U'و':
    case 'w':
      return kVowel | kFricative;
    case U'ت':
    case U'ط':
    case U'د':
    case U'ض':
    case 'd':
      return kDental;
    case 't':
      return kDental | kVelar | kSibilant;  // ch written tch, ts
    case U'ث':
    case U'ذ':
    case U'ظ':
      return kDental | kSibilant;
    case U'س':
    case U'ص':
    case U'ز':
    case 's':
    case 'z':
      return kSibilant;
    case U'ش':
      return kSibilant | kVelar;
    case 'c':
      return kSibilant | kVelar;
    case U'ج':
      return kVelar | kSibilant | kVowel;  // g, j, y
    case 'j':
      return kVelar | kVowel | kSibilant;
    case U'ك':
    case U'ق':
    case U'غ':
    case U'خ':
    case 'k':
    case 'q':
    case 'g':
    case 'x':
      return kVelar;
    case U'ل':
    case 'l':
      return kL;
    case U'ر':
    case 'r':
      return kR;
    case U'م':
    case 'm':
      return kM;
    case U'ن':
    case 'n':
      return kN;
    default:
      return kVowel | kVelar;  // vowels and breaths; h is kh as well
  }
}

std::vector<PossibleName> possible_names(std::string_view arabic) {
  std::vector<PossibleName> names;
  for (const Proclitics& stack : proclitic_stacks(arabic)) {
    const std::string_view rest = arabic.substr(stack.bytes);
    if (!stack.future) names.push_back({rest, first_sounds(rest)});
  }
  return names;
}

double best_name_score(std::span<const PossibleName> arabic, std::string_view latin,
                       unsigned latin_sounds) {
  double best = 0;
  for (const PossibleName& spelling : arabic) {
    if ((spelling.sounds & latin_sounds) == 0) continue;
    const std::size_t letters = spelling.letters.size() / 2;
    // A Latin name spells out vowels; it is seldom shorter and never three times as long.
    if (letters > latin.size() + 2 || latin.size() > 3 * letters) continue;
    best = std::max(best, transliteration_score(spelling.letters, latin));
  }
  return best;
}

}  // namespace mizan
