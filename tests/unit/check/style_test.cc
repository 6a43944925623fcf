// House style: quotation marks, digits, months, spellings; and nouns after numbers.
#include <gtest/gtest.h>

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "tests/unit/check/pair_rows.h"
#include "tm/variant/name_knowledge.h"

namespace mizan {
namespace {

struct StyleRow {
  std::vector<std::pair<std::string, std::string>> pairs;  // of one document
  HouseStyle house;
  std::vector<std::string> found;  // "rule severity text"
};

void expect_style(const StyleRow& row, const NameKnowledge* words = nullptr) {
  std::vector<BilingualRecord> records;
  for (const auto& [arabic, english] : row.pairs) {
    records.push_back(
        {std::to_string(records.size() + 1), "d", arabic, english, records.size() + 1});
  }
  CheckOptions options;
  options.house = row.house;
  std::vector<std::string> found;
  for (const Finding& finding :
       check_records(records, {.terms = nullptr, .words = words, .names = {}}, options)) {
    const FindingSpan& span = finding.source ? *finding.source : *finding.target;
    found.push_back(finding.rule + " " + std::string(to_string(finding.severity)) + " " +
                    span.text);
  }
  EXPECT_EQ(found, row.found) << row.pairs[0].first;
}

HouseStyle house_of(std::optional<DigitShape> digits, std::optional<MonthSystem> months = {}) {
  HouseStyle house;
  house.digits = digits;
  house.months = months;
  return house;
}

TEST(DigitsStyle, HoldsToTheHouseOrToTheDocument) {
  for (const StyleRow& row : std::vector<StyleRow>{
           {{{"قتل 25 و35 و٤٥ شخصا.", "25, 35 and 45 people died."}}, {}, {"digits-style info ٤٥"}},
           {{{"قتل 25 شخصا.", "It killed 25 people."}},
            house_of(DigitShape::kArabicIndic),
            {"digits-style warning 25"}},
           {{{"قتل ٢٥ شخصا.", "It killed 25 people."}},
            house_of(DigitShape::kWestern),
            {"digits-style warning ٢٥"}},
           {{{"قتل ٢٥ شخصا.", "It killed 25 people."}}, house_of(DigitShape::kArabicIndic), {}},
           {{{"زار MI6 أمس.", "He visited MI6 yesterday."}},
            house_of(DigitShape::kArabicIndic),
            {}},
           {{{"قتل 25 شخصا.", "It killed ٢٥ people."}}, {}, {"digits-style warning ٢٥"}}}) {
    expect_style(row);
  }
}

TEST(MonthSystem, HoldsToTheHouseOrToTheDocument) {
  for (const StyleRow& row : std::vector<StyleRow>{
           {{{"من 3 يناير 2020 إلى 5 تموز 2020.", "From 3 January 2020 to 5 July 2020."},
             {"في 7 مايو 2020.", "On 7 May 2020."}},
            {},
            {"month-system info تموز"}},
           {{{"في 3 يناير/كانون الثاني 2020.", "On 3 January 2020."},
             {"في 7 مايو 2020.", "On 7 May 2020."}},
            {},
            {}},
           {{{"في 3 كانون الثاني 2020.", "On 3 January 2020."}},
            house_of({}, MonthSystem::kEgyptian),
            {"month-system warning كانون الثاني"}},
           {{{"في 3 جانفي 2020.", "On 3 January 2020."}}, house_of({}, MonthSystem::kMaghrebi), {}},
           {{{"في 3 مارس 2020.", "On 3 March 2020."}}, house_of({}, MonthSystem::kMaghrebi), {}}}) {
    expect_style(row);
  }
}

TEST(QuoteStyle, HoldsToTheHouseAndToItself) {
  HouseStyle guillemets;
  guillemets.arabic_quotes = QuoteShape::kGuillemets;
  HouseStyle curly;
  curly.english_quotes = QuoteShape::kCurly;
  const std::string arabic = "قال \"غادر\" أمس.";
  const std::string english = "He said \"left\" yesterday.";
  for (const StyleRow& row : std::vector<StyleRow>{
           {{{arabic, english}}, {}, {}},
           {{{arabic, english}}, guillemets, {"quote-style warning \"غادر\""}},
           {{{arabic, english}}, curly, {"quote-style warning \"left\""}},
           {{{"قال «غادر \"أمس\" بعيدا».", "He said \"left 'yesterday' far\"."}}, guillemets, {}},
           {{{arabic, "It's his father's, it isn't Tom's."}}, curly, {}},
           {{{arabic, english}, {"قال «عاد» أمس.", "He said \"back\" yesterday."}},
            {},
            {"quote-style info «عاد»"}},
           {{{"قال \u201Dغادر\" أمس.", english}}, {}, {"quote-style warning \u201Dغادر\""}}}) {
    expect_style(row);
  }
}

TEST(Orthography, RejectsWhatTheHouseRejects) {
  HouseStyle house;
  house.spellings = {{"مسؤول", "مسئول"}, {"organize", "organise"}, {"جوجل", "غوغل"}};
  for (const StyleRow& row : std::vector<StyleRow>{
           {{{"قال المسئولون أمس.", "The officials said."}}, house, {"orthography warning مسئول"}},
           {{{"قال مسؤول في غوغل أمس.", "An official at Google said."}},
            house,
            {"orthography warning غوغل"}},
           {{{"نظم الحفل أمس.", "They Organise it."}}, house, {"orthography warning Organise"}},
           {{{"ذهب الى المدينة أمس.", "He went to town."}}, {}, {"orthography info الى"}},
           {{{"صعد على السطح وقال علي نعم.", "He climbed and Ali said yes."}}, {}, {}},
           {{{"لأن الكتاب في البيت.", "Because the book is at home."}}, {}, {}}}) {
    expect_style(row);
  }
}

class SchoolDictionary : public NameKnowledge {
 public:
  bool is_word(Language, std::string_view form) const override {
    return form == "مدرسه" || form == "مدرس" || form == "مياه";
  }
  std::span<const std::string> spellings(std::string_view form) const override {
    static const std::vector<std::string> school = {"مدرسة"};
    static const std::vector<std::string> water = {"مياه"};
    if (form == "مدرسه") return school;
    if (form == "مياه") return water;
    return {};
  }
};

TEST(Orthography, AsksTheDictionaryForTehMarbuta) {
  const SchoolDictionary words;
  expect_style({{{"ذهب إلى المدرسه أمس.", "He went to school."}}, {}, {"orthography info المدرسه"}},
               &words);
  expect_style({{{"جاء مدرسه أمس.", "His teacher came."}}, {}, {}}, &words);
  expect_style({{{"شرب من المياه أمس.", "He drank water."}}, {}, {}}, &words);
}

class Agreement : public testing::TestWithParam<PairRow> {};

TEST_P(Agreement, IsOfTheNumberAndItsNoun) { expect_rules(GetParam()); }

INSTANTIATE_TEST_SUITE_P(
    Rows, Agreement,
    testing::Values(PairRow{"غاب 11 يومًا.", "He was away for 11 days.", {}},
                    PairRow{"غاب 11 أيام.", "He was away for 11 days.", {"agreement"}},
                    PairRow{"غاب 25 سنوات.", "He was away for 25 years.", {"agreement"}},
                    PairRow{"غاب 100 أيام.", "He was away for 100 days.", {"agreement"}},
                    PairRow{"غاب 103 أيام.", "He was away for 103 days.", {}},
                    PairRow{"وقّع 11 عقدًا.", "He signed 11 contracts.", {}},  // and of عقدة
                    PairRow{"حضرت 15 امرأة.", "15 women came.", {}},
                    PairRow{"غاب 5 أيام.", "He was away for 5 days.", {}}));

TEST(Agreement, SuggestsWhatIsSpelledForCertain) {
  const auto suggestion = [](std::string_view arabic, std::string_view english) {
    const std::vector<Finding> findings = findings_of(arabic, english);
    return findings.size() == 1 ? findings[0].suggestion : std::string("?");
  };
  EXPECT_EQ(suggestion("زار 12 مدن.", "He visited 12 cities."), "");  // ه or ة: ask a dictionary
  EXPECT_EQ(suggestion("مضى 12 أشهر.", "12 months went by."), "شهر");
}

}  // namespace
}  // namespace mizan
