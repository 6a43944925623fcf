// The texts in which names are looked for: files, their translations, the memory and its termbase.
#pragma once

#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tm/align/lexicon_index.h"
#include "tm/base/error.h"
#include "tm/memory/database.h"
#include "tm/model/alignment.h"
#include "tm/model/name_cluster.h"
#include "tm/project/text_input.h"
#include "tm/variant/variants.h"

namespace mizan {

// Pairs of segments, line by line, whose lines have numbers of their own.
struct NumberedPairs {
  SegmentedText arabic;
  SegmentedText english;
  std::string arabic_input;
  std::string english_input;
  Alignment alignment;
  std::vector<std::size_t> numbers;

  explicit NumberedPairs(const std::string& name);
  void add(std::string_view arabic_text, std::string_view english_text, std::size_t number);
};

// Owns what its documents point at. Throws as the readers do.
class VariantTexts {
 public:
  // `database` may be null; what it taught aligns the pairs. It outlives this.
  VariantTexts(Segmentation segmentation, const Database* database);

  // A text, a file of units in any format that its name says, or a folder: of that the texts
  // (.txt), those whose names say that they translate each other as pairs, and the files of units
  // other than tables.
  void add(const std::string& path);
  // Error(kMalformed) for segmented files with different numbers of lines.
  void add_pair(const std::string& first, const std::string& second);
  // A place in the units has the unit's id for its line, and `name` for its file.
  void add_memory(const Database& database, const std::string& name);
  // The approved terms; a place has the concept's id for its line.
  void add_terms(Database& database, const std::string& name);

  std::vector<VariantDocument> documents() const;
  // Records of units that could not be read.
  const std::vector<Diagnostic>& diagnostics() const { return diagnostics_; }

  // Lines of numbered pairs in the places of clusters become their numbers.
  void number(std::vector<NameCluster>& clusters) const;

 private:
  struct Pair {
    TextPair texts;
    Alignment alignment;
  };

  void add_text(const std::string& path);
  void add_units(const std::string& path);
  void add_folder(const std::string& path);

  Segmentation segmentation_;
  const Database* database_;
  std::optional<LexiconIndex> lexicon_;  // loaded for the first pair
  std::deque<TextInput> texts_;
  std::deque<Pair> pairs_;
  std::deque<NumberedPairs> numbered_;
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace mizan
