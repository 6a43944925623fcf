#include "tm/lang/numeric_dates.h"

#include <algorithm>
#include <array>
#include <utility>

namespace mizan {

std::optional<DateMention> date_of_parts(std::optional<int> a, std::optional<int> b,
                                         std::optional<int> c) {
  if (!a || !b || !c) return std::nullopt;
  DateMention date;
  int day = *a;
  int month = *b;
  int full_year = *c;
  if (*a > 31) {
    full_year = *a;
    day = *c;
  } else if (full_year < 100) {
    full_year += full_year < 50 ? 2000 : 1900;
  }
  if (month > 12 && day <= 12) {
    std::swap(day, month);
  } else if (month <= 12 && day <= 12 && *a <= 31) {
    date.ambiguous = day != month;
  }
  if (day < 1 || day > 31 || month < 1 || month > 12 || full_year < 1000 || full_year > 2100) {
    return std::nullopt;
  }
  date.day = day;
  date.month = month;
  date.year = full_year;
  return date;
}

std::optional<DateMention> read_dotted_date(std::string_view key) {
  if (std::count(key.begin(), key.end(), '.') != 2) return std::nullopt;
  std::array<int, 3> parts{};
  std::size_t part = 0;
  std::size_t digits = 0;
  for (const char c : key) {
    if (c == '.') {
      if (++part > 2) return std::nullopt;
      digits = 0;
    } else if (c >= '0' && c <= '9' && ++digits <= 4) {
      parts[part] = parts[part] * 10 + (c - '0');
    } else {
      return std::nullopt;
    }
  }
  if (digits != 4) return std::nullopt;
  return date_of_parts(parts[0], parts[1], parts[2]);
}

}  // namespace mizan
