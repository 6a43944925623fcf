// The search for spelling variants in files, with what the program knows about words and names.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tm/model/name_cluster.h"
#include "tm/project/text_input.h"
#include "tm/variant/variants.h"

namespace mizan {

struct VariantSearch {
  std::vector<std::string> files;                        // of one language; none: the memory alone
  std::optional<std::string> translation;                // of the only file
  Segmentation segmentation = Segmentation::kSentences;  // kLines: pairs line by line
  // Its lexicon aligns; it says which names are distinct and which spelling is preferred. It may
  // not exist, unless its own units are searched: then the clusters are those in which a file (or,
  // without files, any unit) takes part, and a place in the memory has the unit's number for its
  // line.
  std::string memory_path;
  enum class Units { kSkip, kSearch } units = Units::kSkip;
  VariantOptions options;
};

std::vector<NameCluster> run_search(const VariantSearch& search);

}  // namespace mizan
