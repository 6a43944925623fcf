// Terms like a text that someone types: misspelled, in part, or in the letters of the other
// language.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tm/model/term_entry.h"

namespace mizan {

struct TermMatch {
  const TermConcept* entry = nullptr;  // of the concepts that were searched
  std::size_t term = 0;                // the term of it that is most like the text
  double score = 0;                    // 0-1; 1: the same letters after folding
};

struct TermLookupOptions {
  double min_score = 0.6;
  std::size_t limit = 10;  // concepts
};

// What two terms are compared by: folded to the last rung, without articles and hyphens.
std::string comparison_key(std::string_view term);

// The concepts with a term like `text`, best first, each once; equal scores in their order. In one
// script likeness is that of the folded letters (one less the edit distance over the longer length)
// or of names, across the two scripts that of names alone (tm/lang/name_similarity.h). A text that
// is like some words of a longer term counts for a little less.
std::vector<TermMatch> lookup_terms(std::span<const TermConcept> concepts, std::string_view text,
                                    const TermLookupOptions& options = {});

}  // namespace mizan
