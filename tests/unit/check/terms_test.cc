// The glossary held against pairs.
#include <gtest/gtest.h>

#include <span>
#include <string>
#include <vector>

#include "tm/check/checker.h"
#include "tm/term/recognizer.h"
#include "tm/variant/name_knowledge.h"

namespace mizan {
namespace {

TermConcept make_concept(std::vector<Term> terms) {
  TermConcept result;
  result.terms = std::move(terms);
  return result;
}

TermRecognizer glossary() {
  constexpr Language kAr = Language::kArabic;
  constexpr Language kEn = Language::kEnglish;
  return TermRecognizer({make_concept({{"فيلق إفريقيا", kAr, TermStatus::kPreferred, ""},
                                       {"Africa Corps", kEn, TermStatus::kPreferred, ""}}),
                         make_concept({{"فاجنر", kAr, TermStatus::kPreferred, ""},
                                       {"Wagner", kEn, TermStatus::kPreferred, ""}}),
                         make_concept({{"الأمم المتحدة", kAr, TermStatus::kPreferred, ""},
                                       {"United Nations", kEn, TermStatus::kPreferred, ""}}),
                         make_concept({{"رئيسة الوزراء", kAr, TermStatus::kPreferred, ""},
                                       {"prime minister", kEn, TermStatus::kPreferred, ""}}),
                         make_concept({{"شهادة", kAr, TermStatus::kPreferred, ""},
                                       {"testimony", kEn, TermStatus::kPreferred, ""}}),
                         make_concept({{"الاعتداء الجنسي", kAr, TermStatus::kPreferred, ""},
                                       {"sexual assault", kEn, TermStatus::kPreferred, ""}}),
                         make_concept({{"كوريا الشمالية", kAr, TermStatus::kPreferred, ""},
                                       {"North Korea", kEn, TermStatus::kPreferred, ""}}),
                         make_concept({{"الكونغرس", kAr, TermStatus::kPreferred, ""},
                                       {"Congress", kEn, TermStatus::kPreferred, ""}}),
                         make_concept({{"إعصار", kAr, TermStatus::kPreferred, ""},
                                       {"hurricane", kEn, TermStatus::kPreferred, ""},
                                       {"Hurricane", kEn, TermStatus::kPreferred, ""}}),
                         make_concept({{"حزب العمال", kAr, TermStatus::kPreferred, ""},
                                       {"Labour", kEn, TermStatus::kPreferred, ""}}),
                         make_concept({{"الاتحاد الأوروبي", kAr, TermStatus::kPreferred, ""},
                                       {"European Union", kEn, TermStatus::kPreferred, ""}}),
                         make_concept({{"وسائل التواصل الاجتماعي", kAr, TermStatus::kPreferred, ""},
                                       {"social media", kEn, TermStatus::kPreferred, ""}}),
                         make_concept({{"زلزال", kAr, TermStatus::kPreferred, ""},
                                       {"earthquake", kEn, TermStatus::kPreferred, ""}}),
                         make_concept({{"الكرملين", kAr, TermStatus::kPreferred, ""},
                                       {"the Kremlin", kEn, TermStatus::kPreferred, ""}}),
                         make_concept({{"النيجر", kAr, TermStatus::kPreferred, ""},
                                       {"Niger", kEn, TermStatus::kPreferred, ""}}),
                         make_concept({{"أوكرانيا", kAr, TermStatus::kPreferred, ""},
                                       {"Ukraine", kEn, TermStatus::kPreferred, ""}}),
                         make_concept({{"داعش", kAr, TermStatus::kPreferred, ""},
                                       {"ISIS", kEn, TermStatus::kPreferred, ""},
                                       {"Daesh", kEn, TermStatus::kDeprecated, ""}})});
}

struct Row {
  std::string_view arabic;
  std::string_view english;
  std::string rule;  // empty: right
  std::string target = {};
};

TEST(Terms, MayBeLeftToTheNameThatTheyIntroduce) {
  const TermRecognizer terms = glossary();
  const auto rules = [&](std::string_view english) {
    const std::vector<BilingualRecord> records = {
        {"1", "d", "وصل إعصار روزا أمس", "Hurricane Rosa arrived yesterday", 1},
        {"2", "d", "اتجه إعصار روزا شمالا", std::string(english), 2}};
    std::vector<std::string> found;
    for (const Finding& finding : check_records(records, {.terms = &terms, .names = {}})) {
      found.push_back(finding.rule);
    }
    return found;
  };
  EXPECT_TRUE(rules("As Rosa moved north").empty());
  EXPECT_EQ(rules("Cyclone Rosa moved north"), std::vector<std::string>{"term-missing"});
  EXPECT_EQ(rules("It moved north"), std::vector<std::string>{"term-missing"});
  const std::vector<BilingualRecord> many = {
      {"1", "d", "وصل إعصار روزا أمس", "Hurricane Rosa arrived yesterday", 1},
      {"2", "d", "إعصار روزا حسب المرصد الوطني للأعاصير", "Rosa, said the Cyclone Center", 2}};
  EXPECT_EQ(check_records(many, {.terms = &terms, .names = {}}).size(), 1u);
}

TEST(Terms, MayBeShortenedWhereTheTextHasNamedThem) {
  const TermRecognizer terms = glossary();
  const auto findings = [&](std::string_view english) {
    const std::vector<BilingualRecord> records = {
        {"1", "d", "زار كوريا الشمالية أمس", "He visited North Korea yesterday", 1},
        {"2", "d", "غادر كوريا الشمالية اليوم", std::string(english), 2}};
    return check_records(records, {.terms = &terms, .names = {}}).size();
  };
  EXPECT_EQ(findings("He left the North today"), 0u);
  EXPECT_EQ(findings("He left the North Bay today"), 1u);
  EXPECT_EQ(findings("He left for the north today"), 1u);
}

TEST(Terms, AreHeldAgainstBothSides) {
  const TermRecognizer terms = glossary();
  const Row rows[] = {
      {"مقاتلو فيلق إفريقيا", "fighters of Africa Corps", ""},
      {"مقاتلو فيلق إفريقيا", "fighters of the African Corps", "term-missing"},
      {"مقاتلو فاجنر", "Vagner fighters", "name-cross", "Vagner"},
      {"مقاتلو داعش", "fighters of Daesh", "term-deprecated", "Daesh"},
      {"قالت الأمم المتحدة", "the U.N. said", ""},
      {"قال رئيس الوزراء", "the prime minister said", ""},
      // A derivation of the approved words, but never inside a name.
      {"أدلى بشهادته", "he testified at length", ""},
      {"نفى الاعتداء الجنسي", "he denied that he had sexually assaulted her", ""},
      {"نفى الاعتداء الجنسي", "he denied the groping", "term-missing"},
      {"زعيم كوريا الشمالية", "the North Korean leader", ""},
      {"رئيس أوكرانيا", "the Ukrainian president", ""},
      {"جيش النيجر", "the Nigerien army", ""},
      {"جيش النيجر", "the army of Nigeria", "term-missing"},
      {"قال الكرملين", "the Kremlyn said", "term-missing"},
      // Part of a longer name, which is not the glossary's.
      {"نقابة اتحاد الحرفيين", "the Trades Union Congress", ""},
      {"قال النواب", "the U.S. Congress said", "term-missing", "Congress"},
      // A word that names it within itself.
      {"الخروج من الاتحاد الأوروبي", "Brexit", ""},
      {"دخول الاتحاد الأوروبي", "joining the bloc", "term-missing"},
      // Another head for a long term.
      {"في مواقع التواصل الاجتماعي", "on social media", ""},
      {"في وسائل الإعلام", "on social media", "term-missing"},
      // Half of the word, or an abbreviation before a name; a text that lost its spaces.
      {"ضرب زلزال الجزيرة", "a quake hit the island", ""},
      {"ضرب زلزال الجزيرة", "a shake hit the island", "term-missing"},
      {"قال عضو الكونغرس", "Cong. Harlow said", ""},
      {"قال عضو الكونغرس", "He said so to Cong", "term-missing"},
      {"زاركوريا الشماليةأمس", "He visited North Korea", ""},
      // Its words, not words of their roots.
      {"مؤتمر حزب العمل", "the Labour conference", "term-missing", "Labour"},
      {"قال الأمين", "the United Nations said", "term-missing", "United Nations"},
  };
  for (const Row& row : rows) {
    const std::vector<BilingualRecord> records = {
        {"1", "d", std::string(row.arabic), std::string(row.english), 1}};
    const auto findings = check_records(records, {.terms = &terms, .names = {}});
    if (row.rule.empty()) {
      EXPECT_TRUE(findings.empty()) << row.english << ": " << findings.front().message;
      continue;
    }
    ASSERT_EQ(findings.size(), 1u) << row.english;
    EXPECT_EQ(findings[0].rule, row.rule) << row.english;
    if (row.target.empty()) continue;
    ASSERT_TRUE(findings[0].target) << row.english;
    EXPECT_EQ(findings[0].target->text, row.target);
  }
}

// Knows no word but these.
class Quakes : public NameKnowledge {
 public:
  bool is_word(Language, std::string_view) const override { return false; }
  std::span<const std::string> translations(std::string_view form) const override {
    return form == "زلزال" ? std::span<const std::string>(words_) : std::span<const std::string>();
  }

 private:
  std::vector<std::string> words_ = {"earthquake", "tremor"};
};

TEST(Terms, NeedNotBeSaidAgainUnlessAnotherWordStandsForThem) {
  const TermRecognizer terms = glossary();
  const Quakes words;
  const auto rules = [&](std::string_view arabic, std::string_view english) {
    const std::vector<BilingualRecord> records = {
        {"1", "d", "ضرب زلزال الجزيرة", "An earthquake hit the island", 1},
        {"2", "d", std::string(arabic), std::string(english), 2}};
    std::vector<std::string> found;
    const CheckKnowledge knowledge{.terms = &terms, .words = &words, .names = {}};
    for (const Finding& finding : check_records(records, knowledge)) {
      if (finding.rule.starts_with("term-")) found.push_back(finding.rule);
    }
    return found;
  };
  const std::vector<std::string> missing = {"term-missing"};
  EXPECT_TRUE(rules("قطع الزلزال الكهرباء", "Electricity was cut").empty());
  EXPECT_TRUE(rules("وقد أسقط بيوتا", "The earthquake brought houses down").empty());
  EXPECT_EQ(rules("قطع الزلزال الكهرباء", "The tremor cut electricity"), missing);
  // Nothing else in the Arabic may be the upheaval; the coast is where it was.
  EXPECT_EQ(rules("قطع الزلزال الكهرباء", "Electricity was cut by the upheaval"), missing);
  EXPECT_TRUE(rules("قطع الزلزال الكهرباء", "Electricity was cut along the coast").empty());
  EXPECT_EQ(rules("قطع زلزال آخر الكهرباء", "Electricity was cut"), missing);
}

TEST(Terms, SaidOtherwiseThroughoutAreOneFinding) {
  const TermRecognizer terms = glossary();
  const std::vector<BilingualRecord> records = {
      {"1", "d", "جاء فيلق إفريقيا", "The legion came", 1},
      {"2", "d", "ذهب فيلق إفريقيا", "The legion went", 2}};
  const auto findings = check_records(records, {.terms = &terms, .names = {}});
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings[0].id, "1");
  ASSERT_EQ(findings[0].related.size(), 1u);
  EXPECT_EQ(findings[0].related[0].id, "2");
}

TEST(Terms, OfTheTranslationAloneAreAnInfoWhenTheOriginalIsKnown) {
  const TermRecognizer terms = glossary();
  const std::vector<BilingualRecord> records = {
      {"1", "d", "قال الأمين", "the United Nations said", 1}};
  CheckOptions options;
  options.source = Language::kArabic;
  const auto findings = check_records(records, {.terms = &terms, .names = {}}, options);
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings[0].severity, Severity::kInfo);
}

}  // namespace
}  // namespace mizan
