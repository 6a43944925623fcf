// How the units of the letter model follow one another in names: what a vowel or a digraph costs
// after the unit before it. A bigram model of the joint units (Bisani and Ney 2008), learned by
// tests/bench/train_names.py. Internal to tm/lang.
#pragma once

#include <cstdint>

#include "tm/lang/letter_model.h"

namespace mizan {

// Units count from 1 in the order of letter_units(); 0 is the edge of the word.
constexpr std::uint16_t kEdgeUnit = 0;

// -ln p(next | last), in nats.
double follow_cost(std::uint16_t last, std::uint16_t next);

// The best chain of two words of different scripts, the Arabic one on the left, as the bigram
// model sees it, in nats; letters that no unit has in common cost what they do in match_letters.
double chain_cost(const LetterString& arabic, const LetterString& latin, const LetterMatch& match);

}  // namespace mizan
