// What a house prefers where several ways of writing are right.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tm/lang/month_systems.h"

namespace mizan {

enum class DigitShape { kArabicIndic, kWestern };  // ٢٥, 25

enum class QuoteShape { kGuillemets, kStraight, kCurly };  // « », " ", “ ”

struct SpellingChoice {
  std::string preferred;
  std::string rejected;  // the same language; both one word or several
};

// Where the house says nothing, a document is held to what it does most itself, and what strays
// from that is an info.
struct HouseStyle {
  std::optional<DigitShape> digits;  // of the Arabic
  std::optional<MonthSystem> months;
  std::optional<QuoteShape> arabic_quotes;
  std::optional<QuoteShape> english_quotes;
  std::vector<SpellingChoice> spellings;
};

}  // namespace mizan
