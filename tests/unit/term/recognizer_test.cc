#include "tm/term/recognizer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "recognition.h"
#include "tm/format/glossary_tsv.h"

namespace mizan {
namespace {

using testing::ElementsAre;

const std::string kSource = MIZAN_SOURCE_DIR;

std::vector<std::string> read_lines(const std::string& path) {
  std::ifstream file(path);
  EXPECT_TRUE(file) << path;
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

std::vector<std::string> surfaces(const std::vector<TermHit>& hits) {
  std::vector<std::string> result;
  for (const TermHit& hit : hits) result.push_back(hit.surface);
  return result;
}

std::map<std::string, int> term_counts(const TermRecognizer& recognizer, const std::string& path,
                                       Language language) {
  std::map<std::string, int> counts;
  for (const std::string& line : read_lines(path)) {
    for (const TermHit& hit : recognizer.find(line, language)) ++counts[hit.term];
  }
  return counts;
}

TermRecognizer recognizer_of(const std::string& glossary) {
  return TermRecognizer(to_concepts(read_glossary(glossary)));
}

TEST(Recognizer, FindsTheFormsThatAnEntryLists) {
  TermConcept entry = make_concept("سيليكا", "Seleka");
  entry.terms[0].forms = {"أنتي بالاكا", "سيليكيون"};
  entry.terms[1].forms = {"Séléka rebels"};
  const TermRecognizer recognizer({entry});
  const std::vector<TermHit> hits =
      recognizer.find("قال السيليكيون إن سيليكا باقية", Language::kArabic);
  EXPECT_THAT(surfaces(hits), ElementsAre("السيليكيون", "سيليكا"));
  EXPECT_EQ(hits[0].term, "سيليكا");
  EXPECT_EQ(hits[0].evidence, "clitic ال, listed form");
  EXPECT_THAT(surfaces(recognizer.find("the Séléka rebels left", Language::kEnglish)),
              ElementsAre("Séléka rebels"));
}

TEST(Recognizer, WhatTheEntrySaysOutweighsItsEnglish) {
  TermConcept entry = make_concept("وجدة", "Oujda");
  const std::string text = "عثر على وجدات قديمة";
  EXPECT_THAT(surfaces(TermRecognizer({entry}).find(text, Language::kArabic)), ElementsAre());
  entry.terms[0].part_of_speech = "noun";
  EXPECT_THAT(surfaces(TermRecognizer({entry}).find(text, Language::kArabic)),
              ElementsAre("وجدات"));
}

TEST(Recognizer, ACaseSensitiveTermKeepsItsCapitals) {
  TermConcept entry = make_concept("حساب الادخار", "ISA");
  entry.terms[1].case_sensitive = true;
  TermConcept lower = make_concept("تفاحة", "apple");
  lower.terms[1].case_sensitive = true;
  const TermRecognizer recognizer({entry, lower});
  EXPECT_THAT(surfaces(recognizer.find("An ISA, an Isa and an isa", Language::kEnglish)),
              ElementsAre("ISA"));
  EXPECT_THAT(surfaces(recognizer.find("Apple sells no apple. Apple pie", Language::kEnglish)),
              ElementsAre("Apple", "apple", "Apple"));
  EXPECT_THAT(surfaces(recognizer.find("shares of Apple", Language::kEnglish)), ElementsAre());
}

TEST(Recognizer, TheLongestTermWinsUnlessAllAreWanted) {
  const TermRecognizer recognizer({make_concept("وزير", "minister"),
                                   make_concept("وزير الخارجية", "foreign minister"),
                                   make_concept("نزع السلاح النووي", "denuclearisation"),
                                   make_concept("سلاح نووي", "nuclear weapon")});
  const std::string text = "ناقش وزير الخارجية مع الوزير نزع سلاحها النووي";
  EXPECT_THAT(surfaces(recognizer.find(text, Language::kArabic)),
              ElementsAre("وزير الخارجية", "الوزير", "نزع سلاحها النووي"));
  FindOptions options;
  options.overlapping = true;
  EXPECT_THAT(surfaces(recognizer.find(text, Language::kArabic, options)),
              ElementsAre("وزير الخارجية", "وزير", "الوزير", "نزع سلاحها النووي", "سلاحها النووي"));
}

TEST(Recognizer, SaysWhy) {
  const TermRecognizer recognizer({make_concept("حكومة", "government"), make_concept("لغم", "mine"),
                                   make_concept("إيواء", "sheltering"),
                                   make_concept("صاروخ", "missile")});
  const std::vector<TermHit> hits =
      recognizer.find("حكومة وللحكومتين ألغامهم ايواء الصواريخ", Language::kArabic);
  ASSERT_EQ(hits.size(), 5U);
  EXPECT_EQ(hits[0].evidence, "exact");
  EXPECT_EQ(hits[0].confidence, 1);
  EXPECT_EQ(hits[1].evidence, "clitic و+ل+ال, dual");
  EXPECT_EQ(hits[2].evidence, "pronoun هم, broken plural");
  EXPECT_EQ(hits[3].evidence, "folding: alef");
  EXPECT_EQ(hits[4].evidence, "clitic ال, broken plural (pattern فواعيل)");
  for (std::size_t i = 1; i < hits.size(); ++i) EXPECT_LT(hits[i].confidence, 1);
}

TEST(Recognizer, PrefersTheSpellingThatTheTextHas) {
  const TermRecognizer recognizer(
      {make_concept("فيلق إفريقيا", "Africa Corps"), make_concept("فيلق أفريقيا", "Africa Corps")});
  const std::vector<TermHit> hits = recognizer.find("فيلق أفريقيا", Language::kArabic);
  ASSERT_EQ(hits.size(), 1U);
  EXPECT_EQ(hits[0].term, "فيلق أفريقيا");
}

TEST(Recognizer, ATermInGlossaryAndTermbaseIsOneHit) {
  const TermRecognizer recognizer({make_concept("هدنة", "truce"), make_concept("هدنة", "truce")});
  EXPECT_EQ(recognizer.find("الهدنة", Language::kArabic).size(), 1U);
}

TEST(Recognizer, RenderingsTellApprovedFromDeprecated) {
  TermConcept entry = make_concept("فيلق إفريقيا", "Africa Corps");
  entry.terms.push_back({"African Corps", Language::kEnglish, TermStatus::kDeprecated, {}});
  const TermRecognizer recognizer({entry, make_concept("مالي", "Mali")});
  const std::vector<TermHit> hits = recognizer.find("بفيلق إفريقيا", Language::kArabic);
  ASSERT_EQ(hits.size(), 1U);
  EXPECT_THAT(hits[0].translations, ElementsAre("Africa Corps"));
  const std::int64_t id = hits[0].concept_id;
  EXPECT_LT(id, 0);
  ASSERT_NE(recognizer.find_concept(id), nullptr);
  EXPECT_TRUE(recognizer.rendering_present("Africa Corps's men", Language::kEnglish, id));
  EXPECT_FALSE(recognizer.rendering_present("the African Corps", Language::kEnglish, id));
  const Renderings renderings = recognizer.renderings("the African Corps", Language::kEnglish, id);
  EXPECT_TRUE(renderings.approved.empty());
  ASSERT_EQ(renderings.unapproved.size(), 1U);
  EXPECT_EQ(renderings.unapproved[0].surface, "African Corps");
  EXPECT_EQ(renderings.unapproved[0].status, TermStatus::kDeprecated);
}

TEST(Recognizer, ARenderingInsideALongerTermIsPresent) {
  const TermRecognizer recognizer(
      {make_concept("مالي", "Mali"), make_concept("الجيش المالي", "Mali army")});
  const std::int64_t id = recognizer.concepts()[0].id;
  EXPECT_TRUE(recognizer.rendering_present("the Mali army", Language::kEnglish, id));
}

TEST(Recognizer, EmptyAndStrangeTermsAndTextsDoNoHarm) {
  const TermRecognizer recognizer({make_concept("«»", "..."), make_concept("12", "12"),
                                   make_concept("🙂", "x"), make_concept("ا", "I")});
  EXPECT_TRUE(recognizer.find("", Language::kArabic).empty());
  EXPECT_TRUE(recognizer.find("112 12.5 \u0640\u064B 🙂", Language::kArabic).empty());
  EXPECT_EQ(recognizer.find("رقم ١٢", Language::kArabic).size(), 1U);
  const std::string lam(3000, 'x');
  EXPECT_TRUE(recognizer.find(lam, Language::kEnglish).empty());
  EXPECT_TRUE(TermRecognizer({}).find("نص", Language::kArabic).empty());
}

TEST(Recognizer, FindsEveryOccurrenceInTheExampleArticle) {
  const std::string folder = kSource + "/examples/article/";
  const TermRecognizer recognizer = recognizer_of(folder + "glossary.tsv");
  const std::map<std::string, int> arabic = {
      {"أسيمي جويتا", 1},      {"إيكواس", 1},
      {"الطوارق", 1},          {"القصر الرئاسي", 1},
      {"الكرملين", 1},         {"المجموعة الاقتصادية لدول غرب إفريقيا", 1},
      {"النيجر", 2},           {"باماكو", 2},
      {"بوركينا فاسو", 1},     {"تحالف دول الساحل", 1},
      {"تنظيم القاعدة", 1},    {"جماعة نصرة الإسلام والمسلمين", 1},
      {"طائرات بدون طيار", 1}, {"فاجنر", 3},
      {"فيلق إفريقيا", 3},     {"مالي", 2},
      {"مناجم الذهب", 1},      {"منطقة الساحل", 1},
      {"موريتانيا", 1},        {"هيئة الأركان", 1},
      {"يفجيني بريجوجين", 1}};
  EXPECT_EQ(term_counts(recognizer, folder + "article.ar.txt", Language::kArabic), arabic);
  const std::map<std::string, int> english =
      term_counts(recognizer, folder + "article.en.txt", Language::kEnglish);
  EXPECT_EQ(english.at("Mali"), 4);
  EXPECT_EQ(english.at("the Kremlin"), 1);
  EXPECT_EQ(english.at("Bamako"), 2);
  EXPECT_EQ(english.at("drones"), 2);
  EXPECT_EQ(english.size(), 21U);
}

TEST(Recognizer, FindsEveryTermOfTheSecondExample) {
  const std::string folder = kSource + "/examples/article2/";
  const TermRecognizer recognizer = recognizer_of(folder + "glossary.tsv");
  std::set<std::string> arabic;
  std::set<std::string> english;
  for (const TermConcept& entry : recognizer.concepts()) {
    for (const Term& term : entry.terms) {
      (term.language == Language::kArabic ? arabic : english).insert(term.text);
    }
  }
  for (const auto& [term, count] :
       term_counts(recognizer, folder + "article.ar.txt", Language::kArabic)) {
    arabic.erase(term);
  }
  for (const auto& [term, count] :
       term_counts(recognizer, folder + "article.en.txt", Language::kEnglish)) {
    english.erase(term);
  }
  EXPECT_THAT(arabic, testing::IsEmpty());
  EXPECT_THAT(english, testing::IsEmpty());
}

TEST(Recognizer, FindsEveryTermOfTheShippedTermbaseAsCited) {
  const TermRecognizer recognizer = recognizer_of(kSource + "/glossaries/sahel.tsv");
  EXPECT_GE(recognizer.concepts().size(), 60U);
  FindOptions options;
  options.overlapping = true;
  for (const TermConcept& entry : recognizer.concepts()) {
    for (const Term& term : entry.terms) {
      bool found = false;
      for (const TermHit& hit : recognizer.find(term.text, term.language, options)) {
        found = found || (hit.concept_id == entry.id && hit.term == term.text);
      }
      EXPECT_TRUE(found) << term.text;
    }
  }
}

std::vector<std::vector<std::string>> read_table(const std::string& path) {
  std::vector<std::vector<std::string>> rows;
  for (const std::string& line : read_lines(path)) {
    std::vector<std::string> cells;
    std::istringstream stream(line);
    for (std::string cell; std::getline(stream, cell, '\t');) cells.push_back(cell);
    cells.resize(6);
    rows.push_back(std::move(cells));
  }
  rows.erase(rows.begin());
  return rows;
}

class Gold : public testing::TestWithParam<std::pair<std::string, Language>> {};

TEST_P(Gold, IsMet) {
  const std::string folder = kSource + "/../shared/data/terms/";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no development data beside the source";
  const auto& [suffix, language] = GetParam();
  std::map<std::string, std::string> sentences;
  for (const auto& row : read_table(folder + "sentences.tsv")) sentences[row[0]] = row[2];
  const TermRecognizer recognizer = recognizer_of(folder + "glossary" + suffix + ".tsv");
  double right = 0;
  double wrong = 0;
  double missed = 0;
  for (const auto& row : read_table(folder + "occurrences" + suffix + ".tsv")) {
    bool found = false;
    for (const TermHit& hit : recognizer.find(sentences.at(row[0]), language)) {
      found = found || hit.term == row[1];
    }
    if (row[2] == "1") {
      ++(found ? right : missed);
    } else if (found && row[4].find("homograph") == std::string::npos) {
      ++wrong;
    }
  }
  EXPECT_GE(right / (right + wrong), 0.98);
  EXPECT_GE(right / (right + missed), 0.98);
}

INSTANTIATE_TEST_SUITE_P(Terms, Gold,
                         testing::Values(std::pair(std::string(), Language::kArabic),
                                         std::pair(std::string(".en"), Language::kEnglish)));

}  // namespace
}  // namespace mizan
