// How the letters of two words differ where inflection may be the reason, and what shapes words of
// the language have that names seldom do. Internal to tm/variant. Words are keys (BareForm::key),
// where not said otherwise.
#pragma once

#include <string_view>

#include "tm/base/language.h"

namespace mizan {

// The words are one stem with two endings, or a bare stem and an ending.
bool differ_in_ending(Language language, std::string_view a, std::string_view b);

// One of the words ends in the other: letters come before it that are no clitic.
bool differ_in_front(std::string_view a, std::string_view b);

// Arabic: one stem with two endings of nisba.
bool is_nisba_pair(std::string_view a, std::string_view b);

// Arabic: one is the other with the ending of a sound plural.
bool is_plural(std::string_view a, std::string_view b);

// Arabic: one verb with two persons of the imperfect.
bool starts_as_verb(std::string_view a, std::string_view b);

// All that parts two words, when it is one letter.
enum class LetterDifference {
  kOther,
  kVowelLost,
  kVowelChanged,
  kConsonantLost,
  kConsonantChanged
};
LetterDifference only_difference(std::string_view left, std::string_view right);

// Arabic words folded to kMarks: what they may begin or end with as inflected words do.
bool begins_with_person(std::string_view word);
bool ends_with_pronoun(std::string_view word);
bool ends_as_verb_or_plural(std::string_view word);

}  // namespace mizan
