// Whether an Arabic word may be an English name, by its sound.
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace mizan {

// The sounds that a word may begin with, as bits: names without one in common are not compared.
unsigned first_sounds(std::string_view word);

// An Arabic word as the name that it may be.
struct PossibleName {
  std::string_view letters;  // of the word it is made from
  unsigned sounds = 0;
};

// The word with and without the letters that may be clitics.
std::vector<PossibleName> possible_names(std::string_view arabic);

// 0-1: the transliteration score of the spelling that fits a Latin name best.
double best_name_score(std::span<const PossibleName> arabic, std::string_view latin,
                       unsigned latin_sounds);

}  // namespace mizan
