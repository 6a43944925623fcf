// Names of months and weekdays in both languages. Internal to tm/lang.
#pragma once

#include <string_view>

#include "tm/lang/dates.h"

namespace mizan {

struct MonthName {
  std::string_view form;  // one word, or two with a space: تشرين الأول
  int month = 0;
  Calendar calendar = Calendar::kGregorian;
  bool ambiguous = false;     // also another common word or name: آب, مارس, May, محرم
  bool abbreviation = false;  // counts only beside a day or a year
};

// Arabic keys are folded to kTehMarbuta, without clitics; English ones lower case. Two-word names
// are looked up with one space between the keys.
const MonthName* find_arabic_month(std::string_view key);
const MonthName* find_english_month(std::string_view key);

// 1 Monday .. 7 Sunday, 0 for any other word. Arabic keys with their article, folded.
int find_arabic_weekday(std::string_view key);
int find_english_weekday(std::string_view key);

// The weekday that an Arabic word may hold and is not: one that lost a space (يومالخميس), an
// English one in Arabic letters (صنداي). 0 for none.
int weekday_inside_arabic(std::string_view key);

}  // namespace mizan
