// Ordinary words written two ways: the seats of their hamza. Internal to tm/variant.
#pragma once

#include <cstdint>
#include <vector>

#include "tm/variant/spellings.h"

namespace mizan {

// Spellings of dictionary words that differ only in the seat of a hamza inside (مسؤول, مسئول), by
// their numbers, two or more a group. A seat after alef is grammar (أبناؤه, أبنائه), and the hamza
// of an initial alef parts words (أعلام, إعلام): neither counts.
std::vector<std::vector<std::uint32_t>> word_variants(const std::vector<Spelling>& spellings);

}  // namespace mizan
