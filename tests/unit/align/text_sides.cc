#include "tests/unit/align/text_sides.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace mizan::testing {

std::vector<Segment> segments_of(const std::vector<std::string>& texts) {
  std::vector<Segment> segments;
  for (const std::string& text : texts) segments.push_back({text, {}, 0, 0});
  return segments;
}

TypeId type_of(const TextSide& side, std::string_view key) {
  const auto place = std::ranges::find(side.types, key, &WordType::key);
  if (place == side.types.end()) {
    ADD_FAILURE() << "no type " << key;
    return 0;
  }
  return static_cast<TypeId>(place - side.types.begin());
}

double probability(const std::vector<Translation>& row, TypeId type) {
  const auto place = std::ranges::find(row, type, &Translation::type);
  return place == row.end() ? 0 : static_cast<double>(place->probability);
}

void expect_proper(const TranslationTable& table) {
  for (const auto* rows : {&table.to_english, &table.to_arabic}) {
    for (const auto& row : *rows) {
      double sum = 0;
      for (const Translation& t : row) {
        EXPECT_GE(t.probability, 0);
        sum += static_cast<double>(t.probability);
      }
      EXPECT_LE(sum, 1 + 1e-6);
    }
  }
}

}  // namespace mizan::testing
