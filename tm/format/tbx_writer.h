// TBX-Basic, the dialect of TBX (ISO 30042) that most programs know.
#pragma once

#include <string>
#include <vector>

#include "tm/format/unit_losses.h"
#include "tm/model/term_entry.h"

namespace mizan {

enum class TbxStyle {
  kVersion2,           // ISO 30042:2008 (martif): what OmegaT and Translate Toolkit read
  kVersion3,           // ISO 30042:2019, data categories as attributes (DCA)
  kVersion3AsElements  // the same, data categories as elements (DCT)
};

// A TBX-Basic document that read_tbx() reads back. What the dialect has no data category for, or
// not at that level, or not with that value, is counted in `losses`: listed forms, grammatical
// numbers, case sensitivity, "do not translate", and properties that other dialects brought.
std::string tbx_basic(const std::vector<TermConcept>& concepts, TbxStyle style, LossCounts& losses);

}  // namespace mizan
