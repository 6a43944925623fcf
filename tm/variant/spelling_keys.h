// Keys by which spellings that may be one name meet, so that nothing is compared with everything.
// Internal to tm/variant.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "tm/base/language.h"

namespace mizan {

// Hashes of: the consonants of `key` by classes of sound (ج غ ق ك are one), these with one left out
// when five or more, and all letters by class with one left out. Two spellings that differ by one
// letter, by any vowels, or by sound-alike consonants and one more, share a key.
std::vector<std::uint64_t> spelling_keys(Language language, std::string_view key);

// How often each class of sound stands in `key`, four bits a class, and how many differ: a cheap
// bound on how alike two spellings can be.
std::uint64_t sound_profile(Language language, std::string_view key);
int profile_distance(std::uint64_t a, std::uint64_t b);
// By how much two spellings of one name may differ; of the labelled ones none does by more.
constexpr int kFarthest = 4;

}  // namespace mizan
