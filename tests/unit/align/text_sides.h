// Texts of a few words for the tests of the model.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tm/align/translation_table.h"
#include "tm/align/vocabulary.h"

namespace mizan::testing {

std::vector<Segment> segments_of(const std::vector<std::string>& texts);

// The type of a word as it stands in the text; fails the test when it is not there.
TypeId type_of(const TextSide& side, std::string_view key);

// p(to|from) of a row; 0 when it is not listed.
double probability(const std::vector<Translation>& row, TypeId type);

// No probability below 0, no row above 1.
void expect_proper(const TranslationTable& table);

}  // namespace mizan::testing
