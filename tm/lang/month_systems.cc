#include "tm/lang/month_systems.h"

#include <algorithm>
#include <cassert>
#include <string>
#include <unordered_map>

#include "tm/text/normalize.h"

namespace mizan {
namespace {

// Unicode CLDR (ar, ar-LB, ar-DZ, ar-MA), with the second spellings of the press.
constexpr std::string_view kNames[4][12] = {
    {"يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر",
     "نوفمبر", "ديسمبر"},
    {"كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول",
     "تشرين الأول", "تشرين الثاني", "كانون الأول"},
    {"جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان", "جويلية", "أوت", "سبتمبر", "أكتوبر",
     "نوفمبر", "ديسمبر"},
    {"يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر",
     "نونبر", "دجنبر"}};

struct SecondSpelling {
  std::string_view form;
  int month;
  MonthSystem system;
};
constexpr SecondSpelling kSecondSpellings[] = {{"إبريل", 4, MonthSystem::kEgyptian},
                                               {"يونيه", 6, MonthSystem::kEgyptian},
                                               {"يوليه", 7, MonthSystem::kEgyptian}};

std::unordered_map<std::string, ArabicMonth> month_index() {
  std::unordered_map<std::string, ArabicMonth> index;
  const auto add = [&](std::string_view form, int month, MonthSystem system) {
    ArabicMonth& entry = index[fold(form, FoldProfile::kTehMarbuta)];
    entry.month = month;
    entry.systems = static_cast<std::uint8_t>(entry.systems | 1 << static_cast<int>(system));
  };
  for (const MonthSystem system : kMonthSystems) {
    for (int month = 1; month <= 12; ++month) add(month_name(month, system), month, system);
  }
  for (const SecondSpelling& second : kSecondSpellings) {
    add(second.form, second.month, second.system);
  }
  return index;
}

}  // namespace

std::string_view to_string(MonthSystem system) {
  constexpr std::string_view kSystemNames[] = {"Egyptian", "Levantine", "Maghrebi", "Moroccan"};
  return kSystemNames[static_cast<int>(system)];
}

std::optional<ArabicMonth> arabic_month(std::string_view name) {
  static const std::unordered_map<std::string, ArabicMonth> index = month_index();
  const auto found = index.find(std::string(name));
  if (found == index.end()) return std::nullopt;
  return found->second;
}

std::string_view month_name(int month, MonthSystem system) {
  assert(month >= 1 && month <= 12);
  return kNames[static_cast<int>(system)][month - 1];
}

}  // namespace mizan
