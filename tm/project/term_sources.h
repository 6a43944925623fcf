// The texts that terms are collected from: bilingual files, a pair of texts, texts of one language,
// the memory.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "tm/align/lexicon_index.h"
#include "tm/base/error.h"
#include "tm/memory/database.h"
#include "tm/project/text_input.h"
#include "tm/term/arabic_fronts.h"

namespace mizan {

struct TermSegment {
  std::string arabic;  // empty: a text of the other language alone
  std::string english;
  std::string place;  // "file:line", "unit 17"
};

struct TermSources {
  std::vector<std::string> files;
  const Database* memory = nullptr;  // null: not its units
  // kLines: of two texts, line i of one translates line i of the other.
  Segmentation segmentation = Segmentation::kSentences;
};

// Two texts in two languages are aligned; every other file is bilingual or, when it holds one
// language, a text. Records that had to be left out are added to `diagnostics`. Throws as the
// readers do.
void for_each_term_segment(const TermSources& sources, const LexiconIndex& lexicon,
                           std::vector<Diagnostic>& diagnostics,
                           const std::function<void(const TermSegment&)>& visit);

// What `lexicon`, which outlives it, knows of Arabic words.
GlossSource gloss_source(const LexiconIndex& lexicon);

}  // namespace mizan
