// Ordinary words written two ways: the seats of their hamza, the letters of borrowed sounds.
// Internal to tm/variant.
#pragma once

#include <cstdint>
#include <vector>

#include "tm/variant/name_knowledge.h"
#include "tm/variant/spellings.h"

namespace mizan {

// Spellings of dictionary words, by their numbers, two or more a group, that differ only in the
// seat of a hamza inside (مسؤول, مسئول), or in a letter for a borrowed sound while the dictionary
// renders them alike (جولف, غولف: golf; but not تين, طين). A seat after alef is grammar (أبناؤه,
// أبنائه), and the hamza of an initial alef parts words (أعلام, إعلام): neither counts.
std::vector<std::vector<std::uint32_t>> word_variants(const std::vector<Spelling>& spellings,
                                                      const NameKnowledge& knowledge);

}  // namespace mizan
