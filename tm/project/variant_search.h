// The search for spelling variants in files, with what the program knows about words and names.
#pragma once

#include <string>
#include <vector>

#include "tm/model/name_cluster.h"
#include "tm/project/file_pairs.h"
#include "tm/project/text_input.h"
#include "tm/variant/variants.h"

namespace mizan {

struct VariantSearch {
  // Texts, files of units, folders (variant_texts.h); none and no pairs: the memory alone.
  std::vector<std::string> files;
  std::vector<FilePair> pairs;
  Segmentation segmentation = Segmentation::kSentences;  // kLines: pairs line by line
  // Its lexicon aligns; it says which names are distinct and which spelling is preferred. It may
  // not exist, unless its own units and terms are searched: then the clusters are those in which a
  // file (or, without files, any unit) takes part. A place in a unit has its path for its file and
  // the unit's id for its line; one in a term its path with "#terms", and the concept's id.
  std::string memory_path;
  enum class Units { kSkip, kSearch } units = Units::kSkip;
  VariantOptions options;
};

struct VariantFindings {
  std::vector<NameCluster> clusters;
  std::vector<Diagnostic> diagnostics;  // records that could not be read
};

VariantFindings run_search(const VariantSearch& search);

}  // namespace mizan
