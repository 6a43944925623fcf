// Names spelled more than one way: candidates from the texts, evidence for and against, clusters.
// Weights are learned by tests/bench/train_names.py and train_evidence.py.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "tm/model/alignment.h"
#include "tm/model/name_cluster.h"
#include "tm/model/segment.h"
#include "tm/variant/name_knowledge.h"

namespace mizan {

// One text, perhaps with its translation. All pointers and views outlive the call.
struct VariantDocument {
  const SegmentedText* text = nullptr;
  std::string_view input;  // the (converted) input that the segments' ranges index; for places

  // All three or none. `alignment` has `text` as its source.
  const SegmentedText* translation = nullptr;
  std::string_view translation_input;
  const Alignment* alignment = nullptr;
};

struct VariantOptions {
  // Pairs of spellings below this probability are not joined.
  double min_confidence = 0.5;
  // Also report ordinary words with variant spellings (category "word"), after the names.
  enum class Words { kSkip, kInclude } words = Words::kSkip;
  // From 2 on each language has its own; `knowledge` is then asked from both.
  std::size_t threads = 1;
};

// Clusters of all documents together, Arabic first, then by the place of the first spelling; with
// translations, clusters of both languages. Near-linear in the number of different words: spellings
// meet only through shared keys. `knowledge` is asked about every candidate's forms.
std::vector<NameCluster> find_variants(std::span<const VariantDocument> documents,
                                       const NameKnowledge& knowledge,
                                       const VariantOptions& options = {});

}  // namespace mizan
