// Arabic words taken apart, as candidates: clitics and regular endings. Nothing here knows which
// analysis is right; callers keep one when what remains matches an entry they know. (Blind
// stripping ruins names: بريطانيا has no clitic ب, فلسطين no ف.)
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mizan {

// A proclitic stack at the front of a word: question أ, conjunction (و ف), preposition (ب ك ل),
// article (ال; ل + ال is written لل), or the future س before a verb. After the question أ no
// preposition or س is looked for: أبالبيت is rarer in print than names that would lose their front
// (أوباما is not أ+و+ب).
struct Proclitics {
  std::size_t bytes = 0;         // how much of the word the stack takes; لل takes both lams
  std::string_view description;  // "و+ل+ال", "" for none
  bool article = false;          // the stack ends in the article
  bool future = false;           // the stack holds س: only a verb can follow
};

// Every stack that the letters of `word` (folded to kMarks or further) allow and that leaves two
// letters or more, the empty one first, then by length.
std::vector<Proclitics> proclitic_stacks(std::string_view word);

// A candidate base form of an inflected word.
struct ArabicAnalysis {
  std::string stem;  // letters of the base form, spelling changes undone (مدرست+هم -> مدرسه)
  std::string description;  // "و+ال", "+هم", "plural ات", "imperfect"; parts joined by ", "
  int cost = 0;             // how much had to be assumed; 0: the word itself
};

// Candidates for `word` (folded to kTehMarbuta), cheapest first, each stem once: proclitics x
// enclitic pronouns x regular noun and verb endings, imperfect persons to the third (نقول -> يقول).
std::vector<ArabicAnalysis> analyse_arabic(std::string_view word);

}  // namespace mizan
