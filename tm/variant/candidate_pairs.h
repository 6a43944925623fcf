// Which spellings are compared, and what comes of it. Internal to tm/variant.
#pragma once

#include <cstdint>
#include <vector>

#include "tm/base/language.h"
#include "tm/variant/anchors.h"
#include "tm/variant/evidence.h"
#include "tm/variant/name_knowledge.h"
#include "tm/variant/spellings.h"

namespace mizan {

// Spellings by their numbers, left < right.
struct WeighedPair {
  std::uint32_t left = 0;
  std::uint32_t right = 0;
  PairEvidence evidence;
};

// Every two name-like spellings that share a key, weighed. `anchors` may be null (no translation);
// with it, a dictionary word that the translation shows to be a name takes part.
// Pairs below `floor` are left out, unless the translation or an editor parts them.
std::vector<WeighedPair> weigh_pairs(Language language, const std::vector<Spelling>& spellings,
                                     const AnchorIndex* anchors, const NameKnowledge& knowledge,
                                     double floor);

}  // namespace mizan
