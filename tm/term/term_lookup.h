// Terms like a text that someone types: misspelled, in part, or in the letters of the other
// language.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tm/model/term_entry.h"
#include "tm/term/term_vocabulary.h"

namespace mizan {

struct TermMatch {
  const TermConcept* entry = nullptr;  // of the concepts that were searched
  std::size_t term = 0;                // the term of it that is most like the text
  double score = 0;                    // 0-1; 1: the same letters after folding
};

struct TermLookupOptions {
  double min_score = 0.7;  // lower ones are not found in any case
  std::size_t limit = 10;  // concepts
};

// The terms of some concepts by their words, made once for many look-ups. `concepts` must outlive
// it. Not changed by looking up, so that threads may share one.
class TermLookup {
 public:
  explicit TermLookup(std::span<const TermConcept> concepts);

  // The concepts with a term or listed form like `text`, best first, each once; equal scores in
  // their order. Every word of the text must be like a word of the term (TermVocabulary), in order
  // and without a gap; the score is their mean by length, and a little less where the term has more
  // words. The same words written together or apart count as well. Words of the other script are
  // alike in names alone: "speak" sounds like سباق, and means nothing by it.
  std::vector<TermMatch> find(std::string_view text, const TermLookupOptions& options = {}) const;

 private:
  struct Form {
    std::uint32_t entry = 0;
    std::uint32_t term = 0;
    std::uint32_t first_word = 0;  // in form_words_
    std::uint32_t words = 0;
    bool name = false;  // whether its concept may be one: English begins with a capital
  };
  struct Place {
    std::uint32_t form = 0;
    std::uint32_t word = 0;  // of the form
  };

  void add_form(std::string_view text, std::uint32_t entry, std::uint32_t term, bool name);
  // Raises `scores` of the forms that hold `words` one after the other.
  void score_forms(const std::vector<std::string>& words, std::vector<double>& scores) const;

  std::span<const TermConcept> concepts_;
  TermVocabulary vocabulary_;
  std::vector<Form> forms_;
  std::vector<std::uint32_t> form_words_;   // numbers of the vocabulary
  std::vector<std::uint32_t> lengths_;      // of the vocabulary's words, in letters
  std::vector<std::vector<Place>> places_;  // by number of the word
};

}  // namespace mizan
