// Which word of a segment translates which of its partner: IBM model 1 in both directions, on top
// of what a lexicon knows, over many pairs of segments.
#pragma once

#include <cstddef>
#include <vector>

#include "tm/align/lexicon_index.h"
#include "tm/align/translation_table.h"
#include "tm/align/vocabulary.h"

namespace mizan {

struct TokenLink {
  std::size_t arabic = 0;  // indices within their sentences
  std::size_t english = 0;
  double share = 0;  // 0-1, the geometric mean of what each explains of the other
};

class WordLinker {
 public:
  // Sentence i of one side translates sentence i of the other. Time and memory grow with the pairs
  // of words that meet in a sentence: some 100 MB for 2000 sentences of news.
  WordLinker(TextSide arabic, TextSide english, const LexiconIndex& lexicon);

  const TextSide& arabic() const { return arabic_; }
  const TextSide& english() const { return english_; }

  // By Arabic word, then English word. Faint links are left out.
  std::vector<TokenLink> links(std::size_t sentence) const;

 private:
  TextSide arabic_;
  TextSide english_;
  TranslationTable table_;
};

}  // namespace mizan
