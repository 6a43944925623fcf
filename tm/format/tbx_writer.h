// TBX-Basic, version 3 (ISO 30042:2019), data categories as attributes.
#pragma once

#include <string>
#include <vector>

#include "tm/format/unit_losses.h"
#include "tm/model/term_entry.h"

namespace mizan {

// A TBX-Basic document that read_tbx() reads back. What the dialect has no data category for, or
// not at that level, is counted in `losses`: listed forms, grammatical numbers, case sensitivity,
// "do not translate", and properties that other dialects brought.
std::string tbx_basic(const std::vector<TermConcept>& concepts, LossCounts& losses);

}  // namespace mizan
