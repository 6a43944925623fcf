// Files as the leverage analysis takes them: running text, or the source side of bilingual files.
#pragma once

#include <string>
#include <vector>

#include "tm/base/error.h"
#include "tm/model/segment.h"
#include "tm/project/text_input.h"

namespace mizan {

struct LeverageInput {
  // One text; two for a bilingual file whose units come from both languages.
  std::vector<SegmentedText> texts;
  std::vector<Diagnostic> diagnostics;
};

// A file that is XML, or whose name ends like that of a bilingual format other than plain text
// (.tsv, .po), is read as such: the source side of every unit, translated or not. Anything else is
// running text, split as `segmentation` says; its language is seen from its script. Throws as
// read_text_input() and the readers, and Error(kMalformed) for a file without any segment.
LeverageInput read_leverage_input(const std::string& path, Segmentation segmentation);

}  // namespace mizan
