// Arabic words taken apart, as candidates: clitics and regular endings. Nothing here knows which
// analysis is right; callers keep one when what remains matches an entry they know. (Blind
// stripping ruins names: DESIGN fact 5.)
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mizan {

// A proclitic stack at the front of a word: conjunction (و ف), question أ, preposition (ب ك ل),
// article (ال, with لل = ل + ال), the future س before a verb.
struct Proclitics {
  std::size_t bytes = 0;     // of the folded word
  bool article = false;      // the stack ends in ال
  bool future = false;       // the stack holds س: only a verb can follow
  std::string description;   // "و+ل+ال", "" for none
};

// Every stack that the letters of `word` (folded at least to kMarks) allow, the empty one first,
// where at least two letters remain.
std::vector<Proclitics> proclitic_stacks(std::string_view word);

// A candidate base form of an inflected word.
struct ArabicAnalysis {
  std::string stem;         // folded letters; spelling changes undone (ت->ة, وا->..., لل->ال...)
  std::string description;  // "و+ … +هم", "dual", "plural ات"
  int cost = 0;             // number of affixes taken off; 0: the word itself
};

// Candidates for `word` (folded to kTehMarbuta) without repetition, cheapest first: proclitics x
// enclitic pronouns x noun endings (ان ين ون ات ة) and verb prefixes (ي ت ن أ س) and suffixes
// (وا ت نا تم ...).
std::vector<ArabicAnalysis> analyse_arabic(std::string_view word);

}  // namespace mizan
