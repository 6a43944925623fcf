#include "tm/variant/variants.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tm/format/core_lexicon.h"
#include "tm/variant/lexicon_knowledge.h"

namespace mizan {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

Lexicon core_lexicon() {
  Lexicon lexicon;
  for (const auto& file :
       std::filesystem::directory_iterator(MIZAN_SOURCE_DIR "/glossaries/core")) {
    lexicon.append(read_core_lexicon(file.path().string()).lexicon);
  }
  return lexicon;
}

// One segment a line, as `--segmented` reads it.
SegmentedText lines_of(const std::string& input, Language language) {
  SegmentedText text{"text", language, {}};
  for (std::size_t begin = 0, line = 0; begin < input.size(); ++line) {
    const std::size_t end = std::min(input.find('\n', begin), input.size());
    text.segments.push_back({input.substr(begin, end - begin), {begin, end}, line, line});
    begin = end + 1;
  }
  return text;
}

std::vector<NameCluster> variants(const std::string& arabic, const NameKnowledge& knowledge) {
  const SegmentedText text = lines_of(arabic, Language::kArabic);
  const VariantDocument document{&text, arabic, nullptr, {}, nullptr};
  return find_variants({&document, 1}, knowledge);
}

std::vector<NameCluster> variants(const std::string& arabic, const std::string& english,
                                  const NameKnowledge& knowledge) {
  const SegmentedText text = lines_of(arabic, Language::kArabic);
  const SegmentedText translation = lines_of(english, Language::kEnglish);
  Alignment alignment;
  for (std::size_t i = 0; i < text.segments.size(); ++i) {
    alignment.beads.push_back({{i, i + 1}, {i, i + 1}, 1});
  }
  const VariantDocument document{&text, arabic, &translation, english, &alignment};
  return find_variants({&document, 1}, knowledge);
}

std::vector<std::vector<std::string>> spellings(const std::vector<NameCluster>& clusters) {
  std::vector<std::vector<std::string>> result;
  for (const NameCluster& cluster : clusters) {
    std::vector<std::string>& texts = result.emplace_back();
    for (const NameSpelling& spelling : cluster.spellings) texts.push_back(spelling.text);
  }
  return result;
}

class Variants : public testing::Test {
 protected:
  const LexiconKnowledge& knowledge() {
    static const LexiconKnowledge core(core_lexicon());
    return core;
  }
};

TEST_F(Variants, FindsOneNameSpelledTwoWaysBehindClitics) {
  const std::string text =
      "وصل بريجوجين إلى موسكو.\n"
      "قال بريجوجين إن الاتفاق انتهى.\n"
      "وأضاف الجيش أن لبريجوزجن شركة.\n";
  const std::vector<NameCluster> found = variants(text, knowledge());
  ASSERT_THAT(spellings(found), ElementsAre(ElementsAre("بريجوجين", "بريجوزجن")));
  EXPECT_EQ(found[0].preferred, "بريجوجين");
  EXPECT_EQ(found[0].language, Language::kArabic);
  EXPECT_FALSE(found[0].evidence.empty());
  // The place leaves the clitic out, counted in its line.
  const NamePlace& place = found[0].spellings[1].places[0];
  const std::string_view line = "وأضاف الجيش أن لبريجوزجن شركة.";
  EXPECT_EQ(place.line, 3U);
  EXPECT_EQ(line.substr(place.begin, place.end - place.begin), "بريجوزجن");
}

TEST_F(Variants, ASurnameMayEndAsANisbaDoes) {
  EXPECT_THAT(
      spellings(variants("فاز موليناري أمس.\nثم خسر مولينري اليوم.\n",
                         "Molinari won yesterday.\nThen Molinari lost today.\n", knowledge())),
      ElementsAre(UnorderedElementsAre("موليناري", "مولينري")));
}

TEST_F(Variants, LeavesAloneWhatNoTwoSpellingsOfOneNameAre) {
  const struct {
    const char* what;
    std::string arabic;
    std::string english;
  } kRows[] = {
      {"words behind a clitic", "وكان هنا.\nوسكان القرية غادروا.\n", "He was.\nThey left.\n"},
      {"an article behind a preposition", "وصل إلى المكسيك.\nوقال للمكسيك شيئا.\n",
       "He came to Mexico.\nHe told Mexico something.\n"},
      {"a sound plural", "درس النيوترون أمس.\nوالنيوترونات كثيرة.\n",
       "He studied the Neutron.\nThe Neutrons are many.\n"},
      {"a word with the capital of a headline", "تغيير كبير.\nبعد تغير كثير.\n",
       "Their Great Change Comes\nTheir Many Changes Came\n"},
      {"what numbers part", "وصل.\nعاد.\n", "The men of Covid8 came.\nThe men of Covid9 came.\n"},
      {"a nationality", "قال تشيلي.\nعاد تشيلي.\nوصل تشيلي.\n",
       "The men of Chile came.\nThe Chilean men said so.\nThe men of Chile left.\n"},
  };
  for (const auto& row : kRows) {
    SCOPED_TRACE(row.what);
    EXPECT_THAT(spellings(variants(row.arabic, row.english, knowledge())), IsEmpty());
    EXPECT_THAT(spellings(variants(row.arabic, knowledge())), IsEmpty());
  }
}

TEST_F(Variants, CountsTheMarksOfAWordInItsPlace) {
  const std::string text =
      "زار فاغنر المدينة.\nعاد فاغنر أمس.\nقال و\u0640ف\u064Eاجنر\u064F هنا.\n";
  const std::vector<NameCluster> found = variants(text, knowledge());
  ASSERT_EQ(found.size(), 1U);
  const NamePlace& place = found[0].spellings[1].places[0];
  const std::string_view line = "قال و\u0640ف\u064Eاجنر\u064F هنا.";
  EXPECT_EQ(line.substr(place.begin, place.end - place.begin), "ف\u064Eاجنر\u064F");
}

TEST_F(Variants, FindsANameInOneWordAndInTwo) {
  const std::string text =
      "وصل عبدالله الخطيب أمس.\n"
      "وقال عبد الله الخطيب إنه سعيد.\n"
      "ثم سافر مع سليم وعبد الله إلى أبو ظبي.\n"
      "وعاد من ابوظبي.\n"
      "زار نيو يورك ثم ترك نيويورك.\n";
  const std::vector<NameCluster> found = variants(text, knowledge());
  ASSERT_THAT(spellings(found), ElementsAre(UnorderedElementsAre("عبدالله", "عبد الله"),
                                            UnorderedElementsAre("ابوظبي", "أبو ظبي"),
                                            UnorderedElementsAre("نيويورك", "نيو يورك")));
  EXPECT_EQ(found[0].evidence, "the same letters in one word and in two");
  // Both words, without the clitic.
  const NamePlace& place = found[0].spellings[0].places[1];
  const std::string_view line = "ثم سافر مع سليم وعبد الله إلى أبو ظبي.";
  EXPECT_EQ(line.substr(place.begin, place.end - place.begin), "عبد الله");
}

TEST_F(Variants, AMissingSpaceMakesNoName) {
  EXPECT_THAT(variants("اتخذ تدابيرمماثلة أمس.\nوهذه تدابير مماثلة.\n"
                       "قال السيدغروتسكي نعم.\nوقال السيد غروتسكي لا.\n"
                       "لعب تورينسيفيدال هنا.\nوعاد تورينس فيدال.\n",
                       knowledge()),
              IsEmpty());
}

TEST_F(Variants, FindsEnglishNamesInOneWordAndInTwo) {
  const std::string arabic = "قال.\nعاد.\nنفى.\nهرب.\n";
  const std::string english =
      "The men of al-Qaeda met Abdulrahman Hadi.\n"
      "Then Abdul Rahman Hadi left the city.\n"
      "Al-Qaeda denied it.\n"
      "The fighters of al Qaeda fled; a bat Cov is no BatCov.\n";
  EXPECT_THAT(spellings(variants(arabic, english, knowledge())),
              ElementsAre(ElementsAre("al-Qaeda", "al Qaeda"),
                          UnorderedElementsAre("Abdulrahman", "Abdul Rahman")));
}

TEST_F(Variants, SaysWhichFirstNameSpellingsHaveInCommon) {
  const std::vector<NameCluster> found =
      variants("حكم معمر القذافي البلاد.\nثم قتل معمّر القدافي في سرت.\n", knowledge());
  ASSERT_THAT(spellings(found), ElementsAre(ElementsAre("القذافي", "القدافي")));
  EXPECT_THAT(found[0].evidence, testing::HasSubstr("both after \"معمر\""));
}

TEST_F(Variants, LeavesOneWordBehindSeveralCliticsAlone) {
  EXPECT_THAT(variants("زار بوتين المدينة.\nقال لبوتين شيئا.\nوبوتين هنا.\n", knowledge()),
              IsEmpty());
}

TEST_F(Variants, LeavesInflectionAndNationalitiesAlone) {
  EXPECT_THAT(variants("الجيش الروسي والقوات الروسية وجنود روس من روسيا.\n"
                       "المسؤول الفرنسي والمسؤولون الفرنسيون في فرنسا والحكومة الفرنسية.\n",
                       knowledge()),
              IsEmpty());
}

TEST_F(Variants, LeavesWordsBehindTheArticleAlone) {
  EXPECT_THAT(
      variants("سافر للعمل في المصنع ثم عاد للعمال.\nوقال الرجل إن الرجال غادروا.\n", knowledge()),
      IsEmpty());
}

TEST_F(Variants, ANameOfTheTranslationBelongsToWhatFitsItBest) {
  EXPECT_THAT(
      spellings(variants("وقال رود ريد إنه سعيد.\nوصل ريد أمس.\n",
                         "Rod Reed said he was glad.\nReed arrived yesterday.\n", knowledge())),
      IsEmpty());
}

TEST_F(Variants, TheTranslationJoinsWhatItsLettersAloneDoNot) {
  EXPECT_THAT(spellings(variants("وصل جاستن توماس أمس.\nثم لعب جاستن هنا.\nفاز جوستين توماس.\n",
                                 "Justin Thomas arrived yesterday.\nThen Justin played here.\n"
                                 "Justin Thomas won.\n",
                                 knowledge())),
              ElementsAre(ElementsAre("جاستن", "جوستين")));
}

TEST_F(Variants, TranslationPartsTwoPeopleOfSimilarNames) {
  const std::string arabic = "قال ديفيس إنه مستعد.\nقال ديفيز إنه غائب.\n";
  EXPECT_THAT(
      variants(arabic, "Mr Davis said he was ready.\nMs Davies said she was away.\n", knowledge()),
      IsEmpty());
  EXPECT_THAT(
      spellings(variants(arabic, "Mr Davis said he was ready.\nMr Davis said he was away.\n",
                         knowledge())),
      ElementsAre(UnorderedElementsAre("ديفيس", "ديفيز")));
}

TEST_F(Variants, FindsEnglishVariantsAndLeavesDemonymsAlone) {
  const std::string arabic = "قال فاغنر إن مالي بلد.\nعاد فاغنر إلى مالي.\nجنود فاغنر هناك.\n";
  const std::string english =
      "The head of Wagner said Mali is a country.\n"
      "Then Vagner came back to Mali.\n"
      "The Wagner men and Malian soldiers are there.\n";
  EXPECT_THAT(spellings(variants(arabic, english, knowledge())),
              ElementsAre(ElementsAre("Wagner", "Vagner")));
}

TEST_F(Variants, PrefersOfTwoThatStandOnceTheOneThatIsKnown) {
  const std::string arabic =
      "تستمر الحرب الروسية الأوكرانية.\nأعاقت الحرب الروسية الأوكرانية ذلك.\n";
  const std::string english =
      "The Russia-Ucraine war goes on.\n"
      "This was due to the Russia-Ukraine war.\n";
  const std::vector<NameCluster> found = variants(arabic, english, knowledge());
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].preferred, "Russia-Ukraine");
}

TEST_F(Variants, KeepsDeclaredNamesApart) {
  LexiconKnowledge decided(core_lexicon());
  decided.add_distinct("فاغنر", "فاجنر");
  EXPECT_THAT(variants("زار فاغنر المدينة.\nقال فاجنر شيئا.\n", decided), IsEmpty());
}

class PreferringKnowledge : public LexiconKnowledge {
 public:
  using LexiconKnowledge::LexiconKnowledge;
  std::optional<PreferredSpelling> preferred(Language,
                                             std::span<const std::string>) const override {
    return {{"فاجنر", PreferredBy::kTermbase}};
  }
};

TEST_F(Variants, TakesThePreferredSpellingFromKnowledge) {
  const PreferringKnowledge termbase(core_lexicon());
  const std::vector<NameCluster> found =
      variants("زار فاغنر المدينة.\nعاد فاغنر.\nقال فاجنر شيئا.\n", termbase);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].spellings[0].text, "فاغنر");
  EXPECT_EQ(found[0].preferred, "فاجنر");
  EXPECT_EQ(found[0].preferred_by, PreferredBy::kTermbase);
}

TEST_F(Variants, ReportsWordsOnlyWhenAsked) {
  const std::string input = "قال مسؤول كبير.\nوأضاف مسئول آخر أن أبناؤه وأبنائه هنا.\n";
  const SegmentedText text = lines_of(input, Language::kArabic);
  const VariantDocument document{&text, input, nullptr, {}, nullptr};
  EXPECT_THAT(find_variants({&document, 1}, knowledge()), IsEmpty());
  const std::vector<NameCluster> found =
      find_variants({&document, 1}, knowledge(), {.words = VariantOptions::Words::kInclude});
  EXPECT_THAT(spellings(found), ElementsAre(ElementsAre("مسؤول", "مسئول")));
  EXPECT_TRUE(found[0].common_noun);
}

TEST_F(Variants, ReportsBorrowedWordsThatTheDictionaryRendersAlike) {
  const std::string input = "يلعب جولف هنا.\nنادي غولف هناك.\nأكل تين فوق طين.\n";
  const SegmentedText text = lines_of(input, Language::kArabic);
  const VariantDocument document{&text, input, nullptr, {}, nullptr};
  EXPECT_THAT(spellings(find_variants({&document, 1}, knowledge(),
                                      {.words = VariantOptions::Words::kInclude})),
              ElementsAre(ElementsAre("جولف", "غولف")));
}

TEST_F(Variants, EmptyTextsHaveNone) {
  EXPECT_THAT(find_variants({}, knowledge()), IsEmpty());
  EXPECT_THAT(variants("", knowledge()), IsEmpty());
}

std::string read(const std::string& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST_F(Variants, ExampleArticleHasItsVariantAndNothingElse) {
  const std::string folder = MIZAN_SOURCE_DIR "/examples/";
  EXPECT_THAT(spellings(variants(read(folder + "article/article.ar.txt"), knowledge())),
              ElementsAre(ElementsAre("بريجوجين", "بريجوزجن")));
  EXPECT_THAT(variants(read(folder + "article2/article.ar.txt"), knowledge()), IsEmpty());
}

TEST_F(Variants, SeedArticleHasItsVariantAndNothingElse) {
  const std::string text = read(MIZAN_SOURCE_DIR "/../shared/data/seed/article.ar.txt");
  if (text.empty()) GTEST_SKIP() << "no seed article beside the project";
  EXPECT_THAT(spellings(variants(text, knowledge())),
              ElementsAre(ElementsAre("بريجوجين", "بريجوزجن")));
}

}  // namespace
}  // namespace mizan
