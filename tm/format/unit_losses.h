// What a format could not take over from another: counted by kind, told in one line.
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "tm/model/translation_unit.h"

namespace mizan {

// Kind of thing, in the plural ("notes", "texts in fr"), and how many.
using LossCounts = std::map<std::string, std::size_t>;

// "12 inline tags, 3 notes"; empty when nothing is lost.
std::string to_string(const LossCounts& losses);

// What a format keeps of a unit beyond its two texts.
struct KeptParts {
  bool tags = false;  // the inline tags
  bool properties = false;
  bool notes = false;
  bool dates = false;
  bool author = false;
  bool document = false;
  bool source_language = false;  // which side was translated
  bool line_breaks = false;      // those inside a text
  bool other_origins = false;    // also_from
};

// Counts in `losses` what `unit` has and a format that keeps `kept` has no place for. The source
// language counts where it is not what a format without one means: Arabic.
void count_losses(const TranslationUnit& unit, const KeptParts& kept, LossCounts& losses);

}  // namespace mizan
