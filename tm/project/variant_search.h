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
  std::vector<std::string> files;                        // of one language
  std::optional<std::string> translation;                // of the only file
  Segmentation segmentation = Segmentation::kSentences;  // kLines: pairs line by line
  std::string memory_path;  // for its names and lexicon; may not exist
  VariantOptions options;
};

std::vector<NameCluster> run_search(const VariantSearch& search);

}  // namespace mizan
