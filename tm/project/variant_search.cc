#include "tm/project/variant_search.h"

#include "tm/base/error.h"
#include "tm/memory/database.h"
#include "tm/project/alignment_job.h"
#include "tm/project/lexicon_cache.h"
#include "tm/project/lexicon_layers.h"
#include "tm/project/name_dictionary.h"
#include "tm/project/terms.h"

namespace mizan {
namespace {

// Line i of one file translates line i of the other.
Alignment lines_of_pair(const TextPair& pair, const std::string& translation) {
  const std::size_t lines = pair.first.segmented.segments.size();
  if (lines != pair.second.segmented.segments.size()) {
    throw Error(ErrorKind::kMalformed,
                "has " + std::to_string(pair.second.segmented.segments.size()) + " lines, not " +
                    std::to_string(lines),
                {.file = translation}, "with --segmented both files need the same lines");
  }
  return line_by_line(lines);
}

std::vector<NameCluster> search_pair(const VariantSearch& search, const Database* memory,
                                     const NameKnowledge& knowledge) {
  const TextPair pair =
      read_text_pair(search.files.front(), *search.translation, search.segmentation);
  const Alignment alignment = search.segmentation == Segmentation::kLines
                                  ? lines_of_pair(pair, *search.translation)
                                  : align_pair(pair, load_lexicon_index({.memory = memory}));
  const VariantDocument document{&pair.first.segmented, pair.first.text, &pair.second.segmented,
                                 pair.second.text, &alignment};
  return find_variants({&document, 1}, knowledge, search.options);
}

}  // namespace

std::vector<NameCluster> run_search(const VariantSearch& search) {
  const Lexicon lexicon = load_lexicon({.freedict = false});
  const std::unique_ptr<Database> database = open_if_present(search.memory_path);
  const NameDictionary knowledge(lexicon, database.get());
  if (search.translation) return search_pair(search, database.get(), knowledge);
  std::vector<TextInput> inputs;
  for (const std::string& path : search.files) {
    inputs.push_back(read_text_input(path, search.segmentation));
  }
  std::vector<VariantDocument> documents;
  for (const TextInput& input : inputs) {
    VariantDocument& document = documents.emplace_back();
    document.text = &input.segmented;
    document.input = input.text;
  }
  return find_variants(documents, knowledge, search.options);
}

}  // namespace mizan
