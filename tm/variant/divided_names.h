// Names written apart here and together there: عبد الله, عبدالله; al Qaeda, Al-Qaeda. Internal to
// tm/variant.
#pragma once

#include <span>
#include <vector>

#include "tm/variant/spellings.h"

namespace mizan {

// The two-word spellings of names that also stand as one of `spellings`; their keys are those of
// the one word. Two words of the dictionary are no name, but after a part such as عبد or Abu.
std::vector<Spelling> divided_names(std::span<const SegmentedText* const> texts, Language language,
                                    const std::vector<Spelling>& spellings,
                                    const NameKnowledge& knowledge);

}  // namespace mizan
