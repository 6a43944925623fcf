#include "tm/lang/arabic_morphology.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "tm/text/normalize.h"

namespace mizan {
namespace {

using ::testing::ElementsAreArray;

struct StackRow {
  std::string_view word;
  std::vector<std::string_view> stacks;
};

void PrintTo(const StackRow& row, std::ostream* out) { *out << row.word; }

class ProcliticStacks : public testing::TestWithParam<StackRow> {};

TEST_P(ProcliticStacks, AreThoseThatTheLettersAllow) {
  const std::string word = fold(GetParam().word, FoldProfile::kMarks);
  std::vector<std::string_view> found;
  std::size_t bytes = 0;
  for (const Proclitics& stack : proclitic_stacks(word)) {
    found.push_back(stack.description);
    EXPECT_GE(stack.bytes, bytes) << "not by length";
    bytes = stack.bytes;
    EXPECT_EQ(stack.article, stack.description.ends_with("ال")) << stack.description;
    EXPECT_EQ(stack.future, stack.description.ends_with("س")) << stack.description;
  }
  EXPECT_THAT(found, ElementsAreArray(GetParam().stacks));
}

INSTANTIATE_TEST_SUITE_P(
    Rows, ProcliticStacks,
    testing::Values(
        StackRow{"نيجر", {""}}, StackRow{"النيجر", {"", "أ", "ال"}},
        StackRow{"وبالكتاب", {"", "و", "و+ب", "و+ب+ال"}}, StackRow{"للمدرسة", {"", "ل", "ل+ال"}},
        StackRow{"وللمنظمات", {"", "و", "و+ل", "و+ل+ال"}},
        StackRow{"فكالعادة", {"", "ف", "ف+ك", "ف+ك+ال"}}, StackRow{"فسيكتبونها", {"", "ف", "ف+س"}},
        StackRow{"وسيعود", {"", "و", "و+س"}}, StackRow{"أوللبيت", {"", "أ", "أ+و"}},
        StackRow{"أوالبيت", {"", "أ", "أ+و", "أ+و+ال"}}, StackRow{"أفلم", {"", "أ", "أ+ف"}},
        // Two letters must remain: the و of وهم may go, that of وقت too, but not of وز.
        StackRow{"وهم", {"", "و"}}, StackRow{"وز", {""}}, StackRow{"الم", {"", "أ"}},
        StackRow{"", {""}}, StackRow{"و", {""}}, StackRow{"Wagner", {""}}));

TEST(ProcliticStacksOfFoldedWords, TakeTheQuestionWrittenAsPlainAlef) {
  const std::string word = fold("أوالبيت", FoldProfile::kAlef);
  const auto stacks = proclitic_stacks(word);
  ASSERT_EQ(stacks.size(), 4U);
  EXPECT_EQ(stacks.back().description, "أ+و+ال");
  EXPECT_EQ(word.substr(stacks.back().bytes), "بيت");
}

struct AnalysisRow {
  std::string_view word;
  std::string_view stem;
  std::string_view description;
};

void PrintTo(const AnalysisRow& row, std::ostream* out) { *out << row.word << " " << row.stem; }

class ArabicAnalyses : public testing::TestWithParam<AnalysisRow> {};

TEST_P(ArabicAnalyses, HoldTheBaseForm) {
  const std::string word = fold(GetParam().word, FoldProfile::kTehMarbuta);
  const std::string stem = fold(GetParam().stem, FoldProfile::kTehMarbuta);
  const auto analyses = analyse_arabic(word);
  const auto found = std::ranges::find(analyses, stem, &ArabicAnalysis::stem);
  ASSERT_NE(found, analyses.end());
  EXPECT_EQ(found->description, GetParam().description);
}

INSTANTIATE_TEST_SUITE_P(
    Clitics, ArabicAnalyses,
    testing::Values(AnalysisRow{"كتاب", "كتاب", ""}, AnalysisRow{"وبالكتاب", "كتاب", "و+ب+ال+"},
                    AnalysisRow{"للمدرسة", "مدرسة", "ل+ال+"},
                    AnalysisRow{"للغة", "لغة", "ل+"},  // ل + اللغة: three lams become two
                    AnalysisRow{"ولفيلق", "فيلق", "و+ل+"},
                    AnalysisRow{"فسيكتبونها", "يكتب", "ف+س+, +ها, verb ون"},
                    AnalysisRow{"وستعلن", "يعلن", "و+س+, imperfect"},
                    AnalysisRow{"أوالبيت", "بيت", "أ+و+ال+"}));

INSTANTIATE_TEST_SUITE_P(Pronouns, ArabicAnalyses,
                         testing::Values(AnalysisRow{"كتابها", "كتاب", "+ها"},
                                         AnalysisRow{"مدرستهم", "مدرسة", "+هم"},
                                         AnalysisRow{"مستشفاهم", "مستشفى", "+هم"},
                                         AnalysisRow{"كتابي", "كتاب", "+ي"},
                                         AnalysisRow{"معلموها", "معلم", "+ها"},
                                         AnalysisRow{"ولقواتهما", "قوة", "و+ل+, +هما, plural ات"},
                                         AnalysisRow{"أصدقاؤهم", "أصدقاء", "+هم"},
                                         AnalysisRow{"قتلوهم", "قتلو", "+هم"}));

INSTANTIATE_TEST_SUITE_P(
    NounEndings, ArabicAnalyses,
    testing::Values(
        AnalysisRow{"كتابان", "كتاب", "dual ان"},
        AnalysisRow{"كتابين", "كتاب", "plural or dual ين"},
        AnalysisRow{"مدرستان", "مدرسة", "dual تان"}, AnalysisRow{"مدرستين", "مدرسة", "dual تين"},
        AnalysisRow{"مدينتا", "مدينة", "dual تا"},
        AnalysisRow{"المهندسون", "مهندس", "ال+, plural ون"},
        AnalysisRow{"المهندسين", "مهندس", "ال+, plural or dual ين"},
        AnalysisRow{"مهندسو", "مهندس", "construct و"}, AnalysisRow{"منظمات", "منظمة", "plural ات"},
        AnalysisRow{"مطارات", "مطار", "plural ات"}, AnalysisRow{"كتابا", "كتاب", "tanwin"},
        AnalysisRow{"مصري", "مصر", "+ي"}, AnalysisRow{"السوداني", "سودان", "ال+, nisba ي"},
        AnalysisRow{"السودانية", "سودان", "ال+, nisba ية"},
        AnalysisRow{"السودانيين", "سودان", "ال+, plural يين"},
        AnalysisRow{"السودانيين", "سوداني", "ال+, plural or dual ين"},
        AnalysisRow{"نمساوي", "نمسا", "+ي"},
        AnalysisRow{"الإفريقية", "إفريقي", "ال+, feminine ة"}));

INSTANTIATE_TEST_SUITE_P(Verbs, ArabicAnalyses,
                         testing::Values(AnalysisRow{"نقول", "يقول", "imperfect"},
                                         AnalysisRow{"أقول", "يقول", "imperfect"},
                                         AnalysisRow{"تقول", "يقول", "imperfect"},
                                         AnalysisRow{"يقولون", "يقول", "plural ون"},
                                         AnalysisRow{"قالت", "قال", "verb ت"},
                                         AnalysisRow{"قالوا", "قال", "verb وا"},
                                         AnalysisRow{"وأضافت", "أضاف", "و+, verb ت"},
                                         AnalysisRow{"يقاتلون", "يقاتل", "plural ون"},
                                         AnalysisRow{"نفت", "نفي", "verb ت"}));

TEST(ArabicAnalysis, StartsWithTheWordItselfAndGrowsInCost) {
  for (const std::string_view word : {"وبالكتاب", "فسيكتبونها", "مدرستهم", "باماكو"}) {
    const auto analyses = analyse_arabic(word);
    ASSERT_FALSE(analyses.empty());
    EXPECT_EQ(analyses.front().stem, word);
    EXPECT_EQ(analyses.front().cost, 0);
    EXPECT_TRUE(std::ranges::is_sorted(analyses, {}, &ArabicAnalysis::cost)) << word;
  }
}

TEST(ArabicAnalysis, GivesEachStemOnceAndNoneOfOneLetter) {
  for (const std::string_view word : {"وبالكتاب", "فسيكتبونها", "كتابهما", "ليبيين", "وزيرتها"}) {
    std::set<std::string> stems;
    for (const ArabicAnalysis& analysis : analyse_arabic(word)) {
      EXPECT_TRUE(stems.insert(analysis.stem).second) << word << " " << analysis.stem;
      EXPECT_GE(analysis.stem.size(), 4U) << word << " " << analysis.stem;
    }
  }
}

TEST(ArabicAnalysis, TakesNoPronounOffAWordWithTheArticle) {
  for (const ArabicAnalysis& analysis : analyse_arabic("الوجه")) {
    EXPECT_NE(analysis.description, "ال+, +ه");
  }
}

TEST(ArabicAnalysis, KeepsTheQuestionBehindAnalysesWithoutIt) {
  // أقاتل: "I fight" before "did he fight?".
  const auto analyses = analyse_arabic("اقاتل");
  const auto verb = std::ranges::find(analyses, "يقاتل", &ArabicAnalysis::stem);
  const auto question = std::ranges::find(analyses, "قاتل", &ArabicAnalysis::stem);
  ASSERT_NE(verb, analyses.end());
  ASSERT_NE(question, analyses.end());
  EXPECT_LT(verb->cost, question->cost);
}

}  // namespace
}  // namespace mizan
