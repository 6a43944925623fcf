#include "tm/project/variant_search.h"

#include <memory>
#include <utility>

#include "tm/base/error.h"
#include "tm/memory/database.h"
#include "tm/project/lexicon_layers.h"
#include "tm/project/name_dictionary.h"
#include "tm/project/terms.h"
#include "tm/project/variant_texts.h"

namespace mizan {
namespace {

// Whether all its spellings stand in the memory or its termbase.
bool is_known(const NameCluster& cluster, const std::string& memory, const std::string& terms) {
  for (const NameSpelling& spelling : cluster.spellings) {
    for (const NamePlace& place : spelling.places) {
      if (place.file != memory && place.file != terms) return false;
    }
  }
  return true;
}

}  // namespace

VariantFindings run_search(const VariantSearch& search) {
  const std::unique_ptr<Database> database = open_if_present(search.memory_path);
  const NameDictionary knowledge(LexiconKnowledge(load_lexicon({.freedict = false})),
                                 database.get());
  VariantTexts texts(search.segmentation, database.get());
  for (const FilePair& pair : search.pairs) texts.add_pair(pair.first, pair.second);
  for (const std::string& file : search.files) texts.add(file);
  const std::string terms = search.memory_path + "#terms";
  const bool memory = search.units == VariantSearch::Units::kSearch;
  if (memory) {
    if (database == nullptr) {
      throw Error(ErrorKind::kNotFound, "there is no such memory", {.file = search.memory_path},
                  "mizan import fills one; --db names another");
    }
    texts.add_memory(*database, search.memory_path);
    texts.add_terms(*database, terms);
  }
  std::vector<NameCluster> clusters = find_variants(texts.documents(), knowledge, search.options);
  if (memory && !(search.files.empty() && search.pairs.empty())) {
    std::erase_if(clusters, [&](const NameCluster& cluster) {
      return is_known(cluster, search.memory_path, terms);
    });
  }
  texts.number(clusters);
  return {std::move(clusters), texts.diagnostics()};
}

}  // namespace mizan
