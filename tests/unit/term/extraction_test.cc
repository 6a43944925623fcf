#include "tm/term/extraction.h"

#include <gtest/gtest.h>

#include <set>

namespace mizan {
namespace {

// What the lexicon knows: stems that remain when a clitic is taken off.
std::vector<std::string> glosses(std::string_view arabic) {
  static const std::set<std::string_view> kKnown = {"طاقه", "رياح", "محطه", "لجنه", "كهرباء"};
  return kKnown.contains(arabic) ? std::vector<std::string>{"known"} : std::vector<std::string>();
}

// Each Arabic word of `links` with the English word that stands beside it.
using WordLinks = std::vector<std::pair<std::string_view, std::string_view>>;

void link_by_words(TermExtraction& extraction, const WordLinks& pairs) {
  for (std::size_t bead = 0; bead < extraction.beads().size(); ++bead) {
    const ExtractionBead& text = extraction.beads()[bead];
    std::vector<ExtractionLink> links;
    for (std::size_t a = 0; a < text.arabic_words.size(); ++a) {
      for (std::size_t e = 0; e < text.english_words.size(); ++e) {
        for (const auto& [arabic, english] : pairs) {
          if (extraction.stem(text.arabic_words[a]) == arabic &&
              text.english_words[e].letters == english) {
            links.push_back({a, e, 0.9});
          }
        }
      }
    }
    extraction.link(bead, links);
  }
}

std::string proposed(TermExtraction& extraction, const ExtractionOptions& options = {}) {
  std::string result;
  for (const TermProposal& proposal : extraction.proposals(options)) {
    if (!result.empty()) result += " | ";
    result += proposal.arabic + " = " + proposal.english + " " + std::to_string(proposal.count);
  }
  return result;
}

TEST(Extraction, ProposesWholeTermsWithoutTheirClitics) {
  TermExtraction extraction(glosses);
  extraction.add("وبطاقة الرياح تعمل المحطة", "and wind energy for the station");
  extraction.add("في طاقة الرياح", "in wind energy");
  extraction.add("عن طاقة الرياح", "about wind energy");
  link_by_words(extraction, {{"طاقه", "energy"}, {"رياح", "wind"}, {"محطه", "station"}});
  EXPECT_EQ(proposed(extraction), "طاقة الرياح = wind energy 3");
  EXPECT_EQ(proposed(extraction, {.least_count = 1}),
            "طاقة الرياح = wind energy 3 | محطة = station 1");
}

TEST(Extraction, CitesCommonNounsWithoutArticlesAndNamesWithThem) {
  TermExtraction extraction(glosses);
  for (int i = 0; i < 2; ++i) {
    extraction.add("في اللجنة المستقلة", "in the independent committee");
    extraction.add("إلى الجزيرة الخضراء", "to Green Island");
  }
  link_by_words(
      extraction,
      {{"لجنه", "committee"}, {"مستقله", "independent"}, {"جزيره", "island"}, {"خضراء", "green"}});
  EXPECT_EQ(proposed(extraction),
            "الجزيرة الخضراء = Green Island 2 | لجنة مستقلة = independent committee 2");
}

TEST(Extraction, LeavesOutPairsWithAWordThatIsLinkedElsewhere) {
  TermExtraction extraction(glosses);
  for (int i = 0; i < 2; ++i) extraction.add("محطة الكهرباء من الفحم", "a power coal station");
  link_by_words(extraction, {{"محطه", "station"}, {"كهرباء", "power"}, {"فحم", "coal"}});
  EXPECT_EQ(proposed(extraction), "محطة = station 2");
}

TEST(Extraction, KeepsJoinedWordsWhole) {
  TermExtraction extraction(glosses);
  for (int i = 0; i < 2; ++i) extraction.add("محطة-7", "station-7");
  link_by_words(extraction, {{"محطه", "station"}, {"7", "7"}});
  EXPECT_EQ(proposed(extraction), "محطة-7 = station-7 2");
}

}  // namespace
}  // namespace mizan
