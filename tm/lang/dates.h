// Dates in running text as values.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "tm/base/byte_range.h"
#include "tm/base/language.h"

namespace mizan {

enum class Calendar { kGregorian, kHijri };

// What the text says and no more: a month alone, a year alone (four digits), a weekday alone, a
// full date. Months in all their Arabic names: يوليو, تموز, جويلية, يوليوز.
struct DateMention {
  Calendar calendar = Calendar::kGregorian;
  std::optional<int> day;
  std::optional<int> month;  // 1-12
  std::optional<int> year;
  std::optional<int> weekday;  // 1 Monday .. 7 Sunday (ISO 8601); always alone in its mention
  ByteRange range;
  // "May", "March", آب, صفر where the month is not certain; four digits that nothing marks as a
  // year; 3/4/2019, whose day and month may be the other way round.
  bool ambiguous = false;
};

std::vector<DateMention> find_dates(std::string_view text, Language language);

}  // namespace mizan
