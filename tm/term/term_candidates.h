// Runs of words that could be terms. Arabic: nouns in construct state and their adjectives, by
// articles and clitics; English: runs that read as noun phrases. What a word is, the texts
// themselves have to tell: an English word behind to or will is a verb, one that mostly stands
// before another noun is no term alone.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tm/term/arabic_fronts.h"
#include "tm/term/text_words.h"

namespace mizan {

// Words [begin, end) of a segment.
struct CandidateSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string key;  // under which its forms meet
};

// Not thread-safe.
class TermCandidates {
 public:
  explicit TermCandidates(GlossSource glosses) : fronts_(std::move(glosses)) {}

  // Every segment of either language, before anything else is asked.
  void count(const std::vector<TextWord>& words);

  ArabicFront front(const TextWord& word);
  // Whether the lexicon has the Arabic word as it stands.
  bool is_known(const TextWord& word) { return fronts_.is_known(word.key); }
  // An Arabic word without its front; others as they are, English as a stem.
  std::string stem(const TextWord& word);

  std::vector<CandidateSpan> arabic(const std::vector<TextWord>& words);
  std::vector<CandidateSpan> english(const std::vector<TextWord>& words);

  // The words of a span as a dictionary cites them; an Arabic one without what leans on it.
  std::string form(std::string_view segment, const std::vector<TextWord>& words,
                   const CandidateSpan& span);

 private:
  struct Usage {
    std::size_t count = 0;
    std::size_t noun = 0;   // behind an article, a preposition, a possessive
    std::size_t verb = 0;   // behind to, will, they
    std::size_t final = 0;  // last of its phrase
  };

  bool is_noun(const TextWord& word);
  bool goes_on(const TextWord& word, const TextWord& before);
  bool is_verb(const TextWord& word) const;
  bool stands_alone(const TextWord& word) const;

  ArabicFronts fronts_;
  std::unordered_map<std::string, Usage> usage_;  // of English words
};

}  // namespace mizan
