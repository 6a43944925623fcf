#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "tm/lang/quantities.h"

namespace mizan {
namespace {

struct Row {
  std::string_view text;
  std::vector<double> values;
  NumberKind kind = NumberKind::kCardinal;  // of the first
};

void PrintTo(const Row& row, std::ostream* out) { *out << row.text; }

void expect_row(const Row& row, Language language) {
  const auto found = find_numbers(row.text, language);
  std::vector<double> values;
  for (const NumberMention& mention : found) values.push_back(mention.value);
  ASSERT_EQ(values.size(), row.values.size()) << row.text;
  for (std::size_t i = 0; i < values.size(); ++i) {
    EXPECT_NEAR(values[i], row.values[i], 1e-9 * (1 + values[i])) << row.text;
  }
  if (!found.empty()) {
    EXPECT_EQ(found[0].kind, row.kind) << row.text;
  }
}

class ArabicNumbers : public testing::TestWithParam<Row> {};
TEST_P(ArabicNumbers, HaveTheirValue) { expect_row(GetParam(), Language::kArabic); }

INSTANTIATE_TEST_SUITE_P(
    Rows, ArabicNumbers,
    testing::Values(
        Row{"خمسة وعشرون رجلًا", {25}}, Row{"ثلاثمئة وخمسون ألفًا", {350000}},
        Row{"سينتشر ألفا جندي", {2000}}, Row{"مئتا ألف", {200000}}, Row{"ثلاث مئة", {300}},
        Row{"مليونان ونصف المليون", {2.5e6}}, Row{"نصف مليون حاوية", {500000}},
        Row{"بخمسة كتب والثلاثة آلاف", {5, 3000}}, Row{"3 ملايين و200 ألف دولار", {3.2e6}},
        Row{"بين 3 ملايين و4 ملايين", {3e6, 4e6}}, Row{"أحد عشر رجلا واثنتا عشرة امرأة", {11, 12}},
        Row{"ثماني عشرة ولاية", {18}}, Row{"واحد وعشرون ألفا وثلاثمئة وخمسة", {21305}},
        Row{"بلغت ٢٬٠٠٠ و٢٫٥ مليون", {2000, 2.5e6}}, Row{"الـ12 ولـ28 ألف", {12, 28000}},
        Row{"عدد 1,250,000 و3,5", {1250000, 3.5}}, Row{"7.5 مليار فرنك", {7.5e9}},
        Row{"٥٠ روسيًا و١٠ جنود", {50, 10}}, Row{"لست وحدي", {}}, Row{"كوفيد-19 وMI6", {}},
        Row{"من 1.20 إلى 1.45 دولار", {1.2, 1.45}}, Row{"أحد الرجال", {}},
        Row{"يوم الاثنين والثلاثاء والأربعاء", {}}, Row{"في يوليو 2023", {}}));

INSTANTIATE_TEST_SUITE_P(Percentages, ArabicNumbers,
                         testing::Values(Row{"12 في المئة", {12}, NumberKind::kPercent},
                                         Row{"بنسبة 12 بالمائة", {12}, NumberKind::kPercent},
                                         Row{"٪12", {12}, NumberKind::kPercent},
                                         Row{"21%", {21}, NumberKind::kPercent},
                                         Row{"خمسون في المئة", {50}, NumberKind::kPercent},
                                         Row{"10 نقاط مئوية", {10}, NumberKind::kPercentPoint}));

INSTANTIATE_TEST_SUITE_P(Duals, ArabicNumbers,
                         testing::Values(Row{"بعد شهرين", {2}, NumberKind::kImplied},
                                         Row{"استمرت يومين", {2}, NumberKind::kImplied},
                                         Row{"والساعتان", {2}, NumberKind::kImplied},
                                         Row{"جنديان", {2}, NumberKind::kImplied},
                                         Row{"للدولتين", {2}, NumberKind::kImplied},
                                         Row{"البحرين", {}},
                                         Row{"الأرجنتين وفلسطين وأفغانستان", {}},
                                         Row{"بين قوانين", {}}));

INSTANTIATE_TEST_SUITE_P(
    OrdinalsDecadesFractions, ArabicNumbers,
    testing::Values(Row{"للمرة الرابعة والثلاثين", {34}, NumberKind::kOrdinal},
                    Row{"الثانية عشرة", {12}, NumberKind::kOrdinal},
                    Row{"المادة الثامنة عشرة بعد المائة", {118}, NumberKind::kOrdinal},
                    Row{"القرن التاسع عشر", {19}, NumberKind::kOrdinal},
                    Row{"ثلاثينيات القرن العشرين", {1930}, NumberKind::kDecade},
                    Row{"التسعينيات من القرن الماضي", {1990}, NumberKind::kDecade},
                    Row{"ثمانينيات القرن التاسع عشر", {1880}, NumberKind::kDecade},
                    Row{"ثلثي السكان", {2.0 / 3}, NumberKind::kFraction},
                    Row{"ثلاثة أرباع", {0.75}, NumberKind::kFraction}));

class EnglishNumbers : public testing::TestWithParam<Row> {};
TEST_P(EnglishNumbers, HaveTheirValue) { expect_row(GetParam(), Language::kEnglish); }

INSTANTIATE_TEST_SUITE_P(
    Rows, EnglishNumbers,
    testing::Values(Row{"twenty-five men", {25}}, Row{"two hundred and fifty thousand", {250000}},
                    Row{"half a million", {500000}}, Row{"a dozen and two dozen", {12, 24}},
                    Row{"2,000 men and 2.5 million", {2000, 2.5e6}}, Row{"£2.8bn", {2.8e9}},
                    Row{"£11million", {1.1e7}}, Row{"three and a half hours", {3.5}},
                    Row{"220 2/3", {220 + 2.0 / 3}}, Row{"2½", {2.5}}, Row{"at 6am", {6}},
                    Row{"a hundred and one", {101}},
                    Row{"one million two hundred thousand", {1.2e6}},
                    Row{"MI6, F-16, 3D, 5G and Covid-19", {}}, Row{"under-21", {21}},
                    Row{"an 18-year-old", {18}}, Row{"a 7.5-magnitude quake", {7.5}},
                    Row{"July 26, 2023", {}}, Row{"in 2022", {}}, Row{"lost 31-27", {31, 27}}));

INSTANTIATE_TEST_SUITE_P(
    OtherKinds, EnglishNumbers,
    testing::Values(Row{"5 per cent", {5}, NumberKind::kPercent},
                    Row{"a 10-percent rise", {10}, NumberKind::kPercent},
                    Row{"fifty-eight percent", {58}, NumberKind::kPercent},
                    Row{"12 percentage points", {12}, NumberKind::kPercentPoint},
                    Row{"the 1930s", {1930}, NumberKind::kDecade},
                    Row{"the eighties", {1980}, NumberKind::kDecade},
                    Row{"mid-1990s", {1990}, NumberKind::kDecade},
                    Row{"two-thirds", {2.0 / 3}, NumberKind::kFraction},
                    Row{"three quarters", {0.75}, NumberKind::kFraction},
                    Row{"twenty-first century", {21}, NumberKind::kOrdinal},
                    Row{"the 34th", {34}, NumberKind::kOrdinal},
                    Row{"a couple of days", {2}, NumberKind::kImplied},
                    Row{"both", {2}, NumberKind::kImplied}));

TEST(Numbers, DigitsOfNamesAreCodes) {
  struct CodeRow {
    std::string_view text;
    Language language;
    std::vector<double> values;
  };
  for (const CodeRow& row : std::vector<CodeRow>{
           {"COVID-19, ACE2, H1N1 and 229E", Language::kEnglish, {19, 2, 1, 1, 229}},
           {"World War II, type-I, I", Language::kEnglish, {2, 1}},
           {"كوفيد-19 و5 كتب", Language::kArabic, {19}}}) {
    std::vector<double> values;
    for (const CodeMention& code : find_quantities(row.text, row.language).codes) {
      values.push_back(code.value);
    }
    EXPECT_EQ(values, row.values) << row.text;
  }
}

TEST(Numbers, KnowTheirUnit) {
  struct UnitRow {
    std::string_view text;
    Language language;
    std::string_view unit;
  };
  for (const UnitRow& row :
       std::vector<UnitRow>{{"30 km", Language::kEnglish, "kilometres"},
                            {"a 30-km march", Language::kEnglish, "kilometres"},
                            {"five square miles", Language::kEnglish, "square miles"},
                            {"20°C", Language::kEnglish, "degrees Celsius"},
                            {"30 كيلومترا", Language::kArabic, "kilometres"},
                            {"خمسة كيلو متر", Language::kArabic, "kilometres"},
                            {"30 مترًا مربعًا", Language::kArabic, "square metres"},
                            {"20 درجة مئوية", Language::kArabic, "degrees Celsius"},
                            {"الساعتين", Language::kArabic, "hours"},
                            {"30 كتابا", Language::kArabic, ""}}) {
    const auto found = find_numbers(row.text, row.language);
    ASSERT_EQ(found.size(), 1u) << row.text;
    EXPECT_EQ(found[0].unit ? found[0].unit->name : "", row.unit) << row.text;
  }
}

TEST(Numbers, AmbiguousReadingsAreModelled) {
  const auto arabic = find_numbers("1.250 وظيفة", Language::kArabic);
  ASSERT_EQ(arabic.size(), 1u);
  EXPECT_EQ(arabic[0].value, 1.25);
  EXPECT_EQ(arabic[0].alternative, 1250);
  const auto metres = find_numbers("the 100m final", Language::kEnglish);
  ASSERT_EQ(metres.size(), 1u);
  EXPECT_EQ(metres[0].value, 1e8);
  EXPECT_EQ(metres[0].alternative, 100);
  const auto third = find_numbers("a third", Language::kEnglish);
  ASSERT_EQ(third.size(), 1u);
  EXPECT_NEAR(third[0].alternative.value(), 1.0 / 3, 1e-9);
}

TEST(Numbers, VagueCountsAreApproximate) {
  for (const std::string_view text : {"عشرات الآلاف", "مئات القتلى", "ملايين الناس"}) {
    const auto found = find_numbers(text, Language::kArabic);
    ASSERT_EQ(found.size(), 1u) << text;
    EXPECT_TRUE(found[0].approximate) << text;
  }
  for (const std::string_view text : {"hundreds of thousands", "dozens", "several million"}) {
    const auto found = find_numbers(text, Language::kEnglish);
    ASSERT_EQ(found.size(), 1u) << text;
    EXPECT_TRUE(found[0].approximate) << text;
  }
}

TEST(Numbers, RangeCoversTheWholeExpression) {
  const std::string_view text = "سكانها 25 مليون نسمة";
  const auto found = find_numbers(text, Language::kArabic);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].range.of(text), "25 مليون");
}

TEST(Numbers, OneAndNounsThatOnlySeemDualAreDoubtful) {
  const auto one = find_numbers("one of them", Language::kEnglish);
  ASSERT_EQ(one.size(), 1u);
  EXPECT_TRUE(one[0].doubtful);
  const auto name = find_numbers("قال لامارتين", Language::kArabic);
  ASSERT_EQ(name.size(), 1u);
  EXPECT_TRUE(name[0].doubtful);
}

}  // namespace
}  // namespace mizan
