// An article with its translation, gold alignment and a copy with planted faults, as the examples
// and the seed keep them: article.ar.txt, article.en.txt, article.gold.tsv, article.errors.en.txt,
// article.errors.gold.tsv, glossary.tsv.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tm/check/checker.h"
#include "tm/model/term_entry.h"

namespace mizan {

struct PlantedFault {
  std::string kind;     // "number-scale"
  std::string arabic;   // the evidence
  std::string written;  // "(missing)" for an omission
  std::string expected;
};

struct AlignedArticle {
  std::string arabic_input;
  std::string english_input;
  SegmentedText arabic;
  SegmentedText english;
  Alignment alignment;

  std::vector<Finding> check(const CheckKnowledge& knowledge = {}) const {
    return check_texts({&arabic, arabic_input}, {&english, english_input}, alignment, knowledge,
                       {.severities = {}, .source = {}, .least = Severity::kWarning});
  }
};

struct GoldArticle {
  AlignedArticle clean;
  AlignedArticle altered;
  std::vector<PlantedFault> faults;
  std::vector<TermConcept> glossary;
};

// Fails the running test when a gold sentence is not in its text.
GoldArticle read_gold_article(const std::string& folder);

// The faults that no finding of `altered` points at, of those that the clean text does not have.
std::vector<std::string> missed_faults(const GoldArticle& article,
                                       const std::vector<Finding>& clean,
                                       const std::vector<Finding>& altered);

}  // namespace mizan
