// Names that stand in a spelling of their own, one language each. Internal to tm/check.
#pragma once

#include <string>
#include <vector>

#include "tm/check/finding_list.h"
#include "tm/check/name_uses.h"
#include "tm/check/renderings.h"

namespace mizan {

// Shorter names are near to many others.
constexpr std::size_t kShortestName = 4;
constexpr std::size_t kLongName = 5;

// name-variant-en.
void check_respelled_english(NameUses& names, WordRenderings& renderings, FindingList& findings);

// name-variant-ar.
void check_respelled_arabic(NameUses& names, WordRenderings& renderings, FindingList& findings);

// Reports that `use`, where it stands first, was to be `right`; `how` ends the message.
void report_respelled(const NameUses& names, const NameUse& use, const std::string& right,
                      const std::string& how, std::vector<CheckedPlace> related,
                      FindingList& findings);

}  // namespace mizan
