// The names that Arabic gives to the Gregorian months, by the region that uses them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace mizan {

enum class MonthSystem : std::uint8_t {
  kEgyptian,   // يناير يوليو; Egypt, Sudan, the Gulf, most broadcasters
  kLevantine,  // كانون الثاني تموز; Syria, Lebanon, Jordan, Palestine, Iraq
  kMaghrebi,   // جانفي جويلية; Tunisia, Algeria
  kMoroccan,   // يناير يوليوز
};
constexpr MonthSystem kMonthSystems[] = {MonthSystem::kEgyptian, MonthSystem::kLevantine,
                                         MonthSystem::kMaghrebi, MonthSystem::kMoroccan};

// "Egyptian", "Levantine", ...
std::string_view to_string(MonthSystem system);

struct ArabicMonth {
  int month = 0;             // 1-12
  std::uint8_t systems = 0;  // a bit for each MonthSystem that has the name: مارس is in three
  bool in(MonthSystem system) const { return (systems >> static_cast<int>(system)) & 1; }
};

// `name`: folded to kTehMarbuta, without clitics, one space between two words.
std::optional<ArabicMonth> arabic_month(std::string_view name);

// As it is written; `month` is 1-12.
std::string_view month_name(int month, MonthSystem system);

}  // namespace mizan
