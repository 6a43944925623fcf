#include "tm/lang/name_features.h"

#include <algorithm>
#include <string_view>

#include "tm/lang/unit_sequence.h"

namespace mizan {
namespace {

// Columns of the table that the trainer writes; new ones go at the end.
enum Feature : std::size_t {
  kBias,
  kGain,      // share of the words' cost saved
  kGainNats,  // the same in nats, tens
  kWorst,     // the dearest unit, tens of nats
  kSecondWorst,
  kLostLeft,  // consonants that face nothing
  kLostRight,
  kLostVowelLeft,  // vowels inside that face nothing
  kLostVowelRight,
  kLostVowelEdge,     // first or last vowel that faces nothing
  kMovedVowel,        // vowels that face nothing on both sides
  kChangedConsonant,  // consonant against another
  kChangedVowel,
  kMixed,  // a vowel letter against a consonant
  kFirst,  // cost of the first unit, tens
  kLast,
  kShortest,  // letters of the shorter word, tens
  kInverseShortest,
  kRatio,      // shorter to longer
  kGuttural,   // letters that only names of Arabic origin have
  kLostShort,  // vowel letters that face nothing, over consonants of the shorter word
  kEqual,
  kSurprise,  // of the most surprising unit, tens of nats
  kSecondSurprise,
  kSurpriseSum,     // of all units that surprise
  kSurpriseInside,  // of the most surprising consonant
  kSequence,        // cost of the units in their order, nats a letter; of different scripts only
  kOutOfOrder,      // by how much that is more than theirs one by one
};
static_assert(kOutOfOrder + 1 == kNameFeatureCount);

struct Side {
  int consonants = 0;
  int vowels = 0;
};

// Letters that the other script leaves out as it does vowels count as such.
enum class Faint { kVowels, kVowelsAndThroat };

Side side(const LetterString& word, std::size_t begin, std::size_t size, Faint faint) {
  Side result;
  for (std::size_t i = begin; i < begin + size; ++i) {
    const bool weak = is_vowel_letter(word.script, word.letters[i]) ||
                      (faint == Faint::kVowelsAndThroat && is_faint_letter(word, i));
    ++(weak ? result.vowels : result.consonants);
  }
  return result;
}

NameFeatures features_of(const LetterString& left, const LetterString& right,
                         const LetterMatch& match) {
  NameFeatures f{};
  f[kBias] = 1;
  const auto shortest = static_cast<float>(std::min(left.size, right.size));
  const auto longest = static_cast<float>(std::max(left.size, right.size));
  f[kGain] = static_cast<float>(match.gain());
  f[kGainNats] = static_cast<float>(match.left_cost + match.right_cost - match.joint_cost) / 10;
  const Faint faint = left.script == right.script ? Faint::kVowels : Faint::kVowelsAndThroat;
  float lost_vowels_left = 0;
  float lost_vowels_right = 0;
  bool equal = left.script == right.script;
  for (std::size_t k = 0; k < match.unit_count; ++k) {
    const LetterEdit& unit = match.units[k];
    const float cost = unit.cost / 10;
    const bool first = k + 1 == match.unit_count;
    const bool last = k == 0;
    if (first) f[kFirst] = cost;
    if (last) f[kLast] = cost;
    const bool same = left.script == right.script && unit.left_size == unit.right_size &&
                      std::equal(left.letters.begin() + unit.left_begin,
                                 left.letters.begin() + unit.left_begin + unit.left_size,
                                 right.letters.begin() + unit.right_begin);
    if (same) continue;
    equal = false;
    if (cost > f[kWorst]) {
      f[kSecondWorst] = f[kWorst];
      f[kWorst] = cost;
    } else {
      f[kSecondWorst] = std::max(f[kSecondWorst], cost);
    }
    const float surprise = unit.surprise / 10;
    if (surprise > f[kSurprise]) {
      f[kSecondSurprise] = f[kSurprise];
      f[kSurprise] = surprise;
    } else {
      f[kSecondSurprise] = std::max(f[kSecondSurprise], surprise);
    }
    f[kSurpriseSum] += std::max(surprise, 0.0F);
    const Side l = side(left, unit.left_begin, unit.left_size, faint);
    const Side r = side(right, unit.right_begin, unit.right_size, faint);
    if (l.consonants + r.consonants > 0) {
      f[kSurpriseInside] = std::max(f[kSurpriseInside], surprise);
    }
    if (unit.left_size == 0 || unit.right_size == 0) {
      f[kLostLeft] += static_cast<float>(l.consonants);
      f[kLostRight] += static_cast<float>(r.consonants);
      const auto vowels = static_cast<float>(l.vowels + r.vowels);
      if (first || last) {
        f[kLostVowelEdge] += vowels;
      } else {
        f[kLostVowelLeft] += static_cast<float>(l.vowels);
        f[kLostVowelRight] += static_cast<float>(r.vowels);
      }
      lost_vowels_left += static_cast<float>(l.vowels);
      lost_vowels_right += static_cast<float>(r.vowels);
    } else if (l.consonants > 0 && r.consonants > 0) {
      f[kChangedConsonant] += 1;
    } else if (l.consonants == 0 && r.consonants == 0) {
      f[kChangedVowel] += 1;
    } else {
      f[kMixed] += 1;
    }
  }
  f[kMovedVowel] = std::min(lost_vowels_left, lost_vowels_right);
  f[kShortest] = shortest / 10;
  f[kInverseShortest] = 1 / shortest;
  f[kRatio] = shortest / longest;
  f[kGuttural] = has_arabic_guttural(left) || has_arabic_guttural(right) ? 1 : 0;
  const int consonants = std::min(side(left, 0, left.size, faint).consonants,
                                  side(right, 0, right.size, faint).consonants);
  f[kLostShort] =
      (lost_vowels_left + lost_vowels_right) / static_cast<float>(std::max(consonants, 1));
  f[kEqual] = equal ? 1 : 0;
  if (left.script != right.script) {
    const auto letters = static_cast<double>(left.size + right.size);
    const double sequence = chain_cost(left, right, match);
    f[kSequence] = static_cast<float>(sequence / letters);
    f[kOutOfOrder] = static_cast<float>((sequence - match.joint_cost) / letters);
  }
  return f;
}

}  // namespace

NameFeatures name_features(const LetterString& left, const LetterString& right) {
  if (left.size == 0 || right.size == 0) return {};
  const LetterMatch match = match_letters(left, right);
  if (left.script != right.script && starts_with_article(left)) {
    // An article that the Latin spelling leaves out: الرقة, Raqqa.
    const LetterString bare = without_article(left);
    const LetterMatch bare_match = match_letters(bare, right);
    if (bare_match.gain() > match.gain()) return features_of(bare, right, bare_match);
  }
  return features_of(left, right, match);
}

}  // namespace mizan
