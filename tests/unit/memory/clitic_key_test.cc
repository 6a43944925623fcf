#include "tm/memory/clitic_key.h"

#include <gtest/gtest.h>

#include "tm/text/normalize.h"

namespace mizan {
namespace {

std::string key(std::string_view word) {
  return std::string(clitic_key(fold(word, FoldProfile::kTehMarbuta)));
}

TEST(CliticKey, WordsThatDifferInCliticsMeet) {
  constexpr std::pair<std::string_view, std::string_view> kRows[] = {
      {"مدينة", "المدينة"},  {"مدينة", "وبالمدينة"},    {"مدينة", "للمدينة"},
      {"مدينة", "مدينته"},   {"مدينة", "مدينتهم"},      {"فلسطين", "وفلسطين"},
      {"فلسطين", "لفلسطين"}, {"وزير", "الوزير"},        {"وزير", "ووزير"},
      {"ليبيا", "لليبيا"},   {"لبنان", "للبنان"},       {"سيارة", "والسيارة"},
      {"يقول", "سيقول"},     {"حكومة", "حكومتها"},      {"وكالة", "والوكالة"},
      {"قوات", "قواته"},     {"minister", "minister's"}};
  for (const auto& [a, b] : kRows) EXPECT_EQ(key(a), key(b)) << a << " " << b;
}

TEST(CliticKey, DifferentWordsStayApart) {
  constexpr std::pair<std::string_view, std::string_view> kRows[] = {
      {"مدينة", "مدني"}, {"قوات", "قوة"}, {"مصر", "مصري"}, {"ملك", "مال"}, {"army", "arms"}};
  for (const auto& [a, b] : kRows) EXPECT_NE(key(a), key(b)) << a << " " << b;
}

TEST(CliticKey, ThreeLettersStay) {
  for (const std::string_view word : {"باب", "ولد", "فيل", "وال", "هو", "و", "الى"}) {
    EXPECT_EQ(key(word), fold(word, FoldProfile::kTehMarbuta)) << word;
  }
}

TEST(CliticKey, EveryProcliticBeforeAnyWordKeepsItsKey) {
  for (const std::string_view word : {"مدينة", "فلسطين", "سلام", "كتاب", "لغة", "بنك", "ولاية",
                                      "فاجنر", "استخبارات", "لله", "قرية"}) {
    for (const std::string_view clitic : {"و", "ف", "ب", "ك", "ل", "س", "وب", "فل", "وال", "بال"}) {
      EXPECT_EQ(key(std::string(clitic) + std::string(word)), key(word)) << clitic << word;
    }
  }
}

}  // namespace
}  // namespace mizan
