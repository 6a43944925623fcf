#include "tm/memory/substitution.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tm/memory/number_shape.h"
#include "tm/memory/similarity.h"

namespace mizan {
namespace {

Match match_of(const std::string& query, const std::string& source, const std::string& target,
               Language side) {
  Match match;
  (side == Language::kArabic ? match.unit.arabic : match.unit.english) = source;
  (side == Language::kArabic ? match.unit.english : match.unit.arabic) = target;
  match.script = edit_script(prepare_comparison(query), prepare_comparison(source));
  return match;
}

TEST(NumberShape, ValuesAreTheSameInEveryShape) {
  constexpr std::pair<std::string_view, std::string_view> kRows[] = {{"1250", "1250"},
                                                                     {"1,250", "1250"},
                                                                     {"١٢٥٠", "1250"},
                                                                     {"١٬٢٥٠", "1250"},
                                                                     {"1,250.5", "1250.5"},
                                                                     {"١٬٢٥٠٫٥", "1250.5"},
                                                                     {"۱۲", "12"},
                                                                     {"10:30", "10:30"},
                                                                     {"05", "05"},
                                                                     {"12,50", "12,50"},
                                                                     {"1,2,3", "1,2,3"},
                                                                     {"1.2.3", "1.2.3"},
                                                                     {"0", "0"},
                                                                     {"0.5", "0.5"},
                                                                     {"1,250,000", "1250000"},
                                                                     {"1234,567", "1234,567"}};
  for (const auto& [number, value] : kRows) EXPECT_EQ(number_value(number), value) << number;
}

TEST(NumberShape, OneNumberInTheShapeOfAnother) {
  struct Row {
    std::string_view number;
    std::string_view shape;
    std::string_view written;
  };
  constexpr Row kRows[] = {
      {"30", "٢٥", "٣٠"},         {"٣٠", "25", "30"},        {"٣٠", "۲۵", "۳۰"},
      {"1300", "1,250", "1,300"}, {"1,300", "1250", "1300"}, {"1,300", "١٬٢٥٠", "١٬٣٠٠"},
      {"1,300", "٢٥", "١٬٣٠٠"},   {"1300", "٢٥", "١٣٠٠"},    {"2,500,000", "1,250", "2,500,000"},
      {"900", "1,250", "900"},    {"3.5", "٢٫٥", "٣٫٥"},     {"3.5", "٢", "٣٫٥"},
      {"٣٫٥", "2", "3.5"},        {"3.5", "٢.٥", "٣.٥"},     {"9:45", "١٠:٣٠", "٩:٤٥"},
  };
  for (const Row& row : kRows) {
    EXPECT_TRUE(fits_shape(number_value(row.number), row.shape)) << row.number;
    EXPECT_EQ(in_shape_of(row.number, row.shape), row.written) << row.number << " " << row.shape;
  }
  EXPECT_FALSE(fits_shape("9:45", "12"));
  EXPECT_FALSE(fits_shape("12", "9:45"));
  EXPECT_FALSE(fits_shape("05", "12"));
}

struct SuggestionRow {
  std::string query;
  std::string source;
  std::string target;
  std::string suggested;  // "" when nothing is suggested
};

TEST(SuggestTarget, PutsTheNewValuesInTheirPlaces) {
  const SuggestionRow rows[] = {
      {"قتل 30 جنديا في الهجوم", "قتل 25 جنديا في الهجوم", "25 soldiers died in the attack",
       "30 soldiers died in the attack"},
      {"قتل ٣٠ جنديا", "قتل ٢٥ جنديا", "It killed 25 soldiers.", "It killed 30 soldiers."},
      {"نزح ٣٤٠٠ شخص", "نزح ١٢٥٠ شخصا", "1,250 people fled", "3,400 people fled"},
      {"ارتفع بنسبة ٣٫٥٪", "ارتفع بنسبة ٢٫٥٪", "It rose by 2.5%", "It rose by 3.5%"},
      // Two values, and words that differ beside them.
      {"قتل 7 وأصيب 19 أمس", "قتل 5 وأصيب 12 اليوم", "5 killed and 12 wounded today",
       "7 killed and 19 wounded today"},
      // They may change places.
      {"قتل 12 وأصيب 5", "قتل 5 وأصيب 12", "5 killed and 12 wounded", "12 killed and 5 wounded"},
      // A value that both texts repeat.
      {"من 7 إلى 9 ثم 7", "من 5 إلى 9 ثم 5", "from 5 to 9, then 5", "from 7 to 9, then 7"},
      // Dates in digits.
      {"في 12/11/2026", "في 22/10/2025", "on 22/10/2025", "on 12/11/2026"},
      {"الساعة 9:45", "الساعة 10:30", "at 10:30", "at 9:45"},
      // Acronyms and addresses keep their letters.
      {"أعلنت UNHCR ذلك", "أعلنت WHO ذلك", "The WHO said so", "The UNHCR said so"},
      {"كمامات FFP2 كافية", "كمامات N95 كافية", "N95 masks will do", "FFP2 masks will do"},
      {"راسلوا b@example.org", "راسلوا a@example.com", "Write to a@example.com",
       "Write to b@example.org"},
  };
  for (const SuggestionRow& row : rows) {
    const Match match = match_of(row.query, row.source, row.target, Language::kArabic);
    const auto suggestion = suggest_target(match, row.query, Language::kArabic);
    ASSERT_TRUE(suggestion) << row.query;
    EXPECT_EQ(suggestion->text, row.suggested);
    for (const Substitution& place : suggestion->substitutions) {
      EXPECT_EQ(number_value(place.unit.of(row.source)), number_value(place.target.of(row.target)));
      EXPECT_EQ(number_value(place.query.of(row.query)),
                number_value(place.suggested.of(suggestion->text)));
    }
  }
}

TEST(SuggestTarget, FromEnglishWritesArabicDigits) {
  const std::string query = "1,340 soldiers died";
  const Match match = match_of(query, "1,250 soldiers died", "قُتل ١٢٥٠ جنديا", Language::kEnglish);
  const auto suggestion = suggest_target(match, query, Language::kEnglish);
  ASSERT_TRUE(suggestion);
  EXPECT_EQ(suggestion->text, "قُتل ١٣٤٠ جنديا");
  ASSERT_EQ(suggestion->substitutions.size(), 1U);
  EXPECT_EQ(suggestion->substitutions[0].query, (ByteRange{0, 5}));
  EXPECT_EQ(suggestion->substitutions[0].suggested.of(suggestion->text), "١٣٤٠");
}

TEST(SuggestTarget, NothingWhenInDoubt) {
  const SuggestionRow rows[] = {
      // Nothing differs, or no value does.
      {"قتل 25 جنديا", "قتل 25 جنديا", "25 soldiers died", ""},
      {"قتل 25 جنديا أمس", "قتل 25 جنديا اليوم", "25 soldiers died today", ""},
      {"نزح 1250 شخصا", "نزح 1,250 شخصا", "1,250 people fled", ""},
      // The translation has the value in words, in words too, not at all, or twice.
      {"قتل 7 جنود", "قتل 5 جنود", "five soldiers died", ""},
      {"قتل 7 جنود", "قتل 5 جنود", "five soldiers died on May 5", ""},
      {"قتل 7 جنود", "قتل 5 جنود", "soldiers died", ""},
      {"قتل 7 جنود", "قتل 5 جنود", "5 soldiers died on May 5", ""},
      {"نزح 3 ملايين", "نزح 2 مليون", "2,000,000 fled", ""},
      // The unit's text has it twice, the translation once.
      {"قتل 7 جنود في 5 مايو", "قتل 5 جنود في 5 مايو", "5 died in May", ""},
      // A value came, went, or became a word; one of two cannot be placed.
      {"قتل 25 جنديا في 3 قرى", "قتل 25 جنديا في قرى", "25 soldiers died in villages", ""},
      {"قتل مئات الجنود", "قتل 25 الجنود", "25 soldiers died", ""},
      {"قتل 7 وأصيب 19", "قتل 5 وأصيب 12", "five killed and 12 wounded", ""},
      // Another form of number.
      {"الساعة 9:45", "الساعة 10", "at 10", ""},
  };
  for (const SuggestionRow& row : rows) {
    const Match match = match_of(row.query, row.source, row.target, Language::kArabic);
    const auto suggestion = suggest_target(match, row.query, Language::kArabic);
    EXPECT_FALSE(suggestion) << row.query << " -> " << suggestion->text;
  }
}

}  // namespace
}  // namespace mizan
