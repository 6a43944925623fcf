// The whole check on whole articles, with their gold alignment: every planted fault is found, the
// clean translation has none.
#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "tests/unit/check/gold_article.h"
#include "tm/format/core_lexicon.h"
#include "tm/term/recognizer.h"
#include "tm/variant/lexicon_knowledge.h"
#include "tm/variant/variants.h"

namespace mizan {
namespace {

const std::string kRoot = MIZAN_SOURCE_DIR;

std::vector<NameCluster> names_of(const AlignedArticle& article, const NameKnowledge& knowledge) {
  const VariantDocument document{.text = &article.arabic,
                                 .input = article.arabic_input,
                                 .translation = &article.english,
                                 .translation_input = article.english_input,
                                 .alignment = &article.alignment};
  return find_variants(std::span(&document, 1), knowledge);
}

Lexicon core_lexicon() {
  Lexicon lexicon;
  for (const auto& file : std::filesystem::directory_iterator(kRoot + "/glossaries/core")) {
    lexicon.append(read_core_lexicon(file.path().string()).lexicon);
  }
  return lexicon;
}

void expect_all_found(const std::string& folder, const std::set<std::string>& true_findings) {
  const GoldArticle article = read_gold_article(folder);
  ASSERT_FALSE(article.faults.empty());
  const TermRecognizer terms(article.glossary);
  const LexiconKnowledge dictionary(core_lexicon());
  const auto clean_names = names_of(article.clean, dictionary);
  const auto altered_names = names_of(article.altered, dictionary);
  const auto clean = article.clean.check({.terms = &terms, .names = clean_names});
  const auto altered = article.altered.check({.terms = &terms, .names = altered_names});
  for (const std::string& missed : missed_faults(article, clean, altered)) {
    ADD_FAILURE() << "missed: " << missed;
  }
  for (const Finding& finding : clean) {
    if (finding.source && true_findings.contains(finding.source->text)) continue;
    ADD_FAILURE() << "false: " << finding.rule << " line " << finding.line << ": "
                  << finding.message;
  }
}

TEST(PlantedFaults, AreAllFoundInTheFirstExample) {
  // Prigozhin is spelled two ways in the Arabic itself.
  expect_all_found(kRoot + "/examples/article", {"بريجوزجن", "بريجوجين"});
}

TEST(PlantedFaults, AreAllFoundInTheSecondExample) {
  expect_all_found(kRoot + "/examples/article2", {});
}

TEST(PlantedFaults, AreAllFoundInBusinessNews) {
  expect_all_found(kRoot + "/tests/data/check/business", {});
}

TEST(PlantedFaults, AreAllFoundInAFeatureOfQuotations) {
  expect_all_found(kRoot + "/tests/data/check/feature", {});
}

TEST(PlantedFaults, AreAllFoundInTheSeed) {
  const std::string folder = kRoot + "/../shared/data/seed";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no " << folder;
  expect_all_found(folder, {"بريجوزجن", "بريجوجين"});
}

}  // namespace
}  // namespace mizan
