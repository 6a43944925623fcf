#include "tm/project/variant_search.h"

#include <algorithm>
#include <optional>

#include "tm/base/error.h"
#include "tm/memory/database.h"
#include "tm/memory/memory.h"
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

// All units of a memory as one text with its translation.
struct MemoryText {
  SegmentedText arabic;
  SegmentedText english;
  std::string arabic_input;
  std::string english_input;
  Alignment alignment;
  std::vector<std::size_t> ids;  // of the units, by line

  MemoryText(const Database& database, const std::string& name) {
    arabic.name = english.name = name;
    english.language = Language::kEnglish;
    TranslationMemory(database).for_each({}, [this](const TranslationUnit& unit) {
      add(unit.arabic, arabic, arabic_input);
      add(unit.english, english, english_input);
      ids.push_back(static_cast<std::size_t>(unit.id));
    });
    alignment = line_by_line(ids.size());
  }

  VariantDocument document() const {
    return {&arabic, arabic_input, &english, english_input, &alignment};
  }

 private:
  void add(const std::string& text, SegmentedText& to, std::string& input) {
    const std::size_t begin = input.size();
    input += text;
    // One line a unit, whatever its text holds.
    std::replace(input.begin() + static_cast<std::ptrdiff_t>(begin), input.end(), '\n', ' ');
    to.segments.push_back({text, {begin, input.size()}, ids.size(), ids.size()});
    input += '\n';
  }
};

bool is_only_in(const NameCluster& cluster, const std::string& file) {
  for (const NameSpelling& spelling : cluster.spellings) {
    for (const NamePlace& place : spelling.places) {
      if (place.file != file) return false;
    }
  }
  return true;
}

// Lines of the memory's text become numbers of units.
void number_units(std::vector<NameCluster>& clusters, const MemoryText& memory) {
  for (NameCluster& cluster : clusters) {
    for (NameSpelling& spelling : cluster.spellings) {
      for (NamePlace& place : spelling.places) {
        if (place.file == memory.arabic.name) place.line = memory.ids[place.line - 1];
      }
    }
  }
}

std::vector<NameCluster> search_pair(const VariantSearch& search, const Database* database,
                                     const MemoryText* memory, const NameKnowledge& knowledge) {
  const TextPair pair =
      read_text_pair(search.files.front(), *search.translation, search.segmentation);
  const Alignment alignment = search.segmentation == Segmentation::kLines
                                  ? lines_of_pair(pair, *search.translation)
                                  : align_pair(pair, load_lexicon_index({.memory = database}));
  std::vector<VariantDocument> documents;
  documents.push_back({&pair.first.segmented, pair.first.text, &pair.second.segmented,
                       pair.second.text, &alignment});
  if (memory != nullptr) documents.push_back(memory->document());
  return find_variants(documents, knowledge, search.options);
}

std::vector<NameCluster> search_files(const VariantSearch& search, const MemoryText* memory,
                                      const NameKnowledge& knowledge) {
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
  if (memory != nullptr) documents.push_back(memory->document());
  return find_variants(documents, knowledge, search.options);
}

}  // namespace

std::vector<NameCluster> run_search(const VariantSearch& search) {
  const std::unique_ptr<Database> database = open_if_present(search.memory_path);
  const NameDictionary knowledge(LexiconKnowledge(load_lexicon({.freedict = false})),
                                 database.get());
  std::optional<MemoryText> memory;
  if (search.units == VariantSearch::Units::kSearch) {
    if (database == nullptr) {
      throw Error(ErrorKind::kNotFound, "there is no such memory", {.file = search.memory_path},
                  "mizan import fills one; --db names another");
    }
    memory.emplace(*database, search.memory_path);
  }
  std::vector<NameCluster> clusters =
      search.translation
          ? search_pair(search, database.get(), memory ? &*memory : nullptr, knowledge)
          : search_files(search, memory ? &*memory : nullptr, knowledge);
  if (!memory) return clusters;
  if (!search.files.empty()) {
    std::erase_if(clusters, [&search](const NameCluster& cluster) {
      return is_only_in(cluster, search.memory_path);
    });
  }
  number_units(clusters, *memory);
  return clusters;
}

}  // namespace mizan
