#include "tm/memory/context.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/unit/test_folder.h"

namespace mizan {
namespace {

using ::testing::ElementsAre;
using testing::TestFolder;

class ContextLookupTest : public ::testing::Test {
 protected:
  // One document, its pairs in order; later ones are newer.
  void import(const std::string& file, const std::string& document,
              const std::vector<std::pair<std::string, std::string>>& pairs,
              const std::string& author = "") {
    UnitImport writer(memory_, "import " + file);
    for (const auto& [arabic, english] : pairs) {
      TranslationUnit unit;
      unit.arabic = arabic;
      unit.english = english;
      unit.origin.file = file;
      unit.origin.document = document;
      unit.origin.author = author;
      unit.origin.created = std::to_string(2000 + year_++) + "-01-01T00:00:00Z";
      writer.add(unit);
    }
    writer.commit();
  }

  struct Found {
    std::string target;
    MatchContext context;
    friend bool operator==(const Found&, const Found&) = default;
    friend void PrintTo(const Found& found, std::ostream* out) {
      *out << found.target << " " << static_cast<int>(found.context);
    }
  };
  std::vector<Found> find(const std::string& text, const Surroundings& around,
                          const LookupOptions& options = {}) {
    std::vector<Found> found;
    ContextLookup look_up(memory_);
    const RankedMatches ranked = look_up.find(text, around, options);
    left_out_ = ranked.left_out;
    for (const Match& match : ranked.matches) {
      found.push_back({match.unit.english, match.context});
    }
    return found;
  }

  TestFolder directory_;
  Database database_{directory_.path("memory.db")};
  TranslationMemory memory_{database_};
  std::size_t left_out_ = 0;
  int year_ = 0;
};

TEST_F(ContextLookupTest, BothNeighboursRankAboveOneAndOneAboveNone) {
  import("a", "", {{"أول", "first"}, {"نعم", "both"}, { "ثان", "second" }});
  import("b", "", {{"أول", "1st"}, {"نعم", "before"}, { "ثالث", "third" }});
  import("c", "", {{"رابع", "fourth"}, {"نعم", "after"}, { "ثان", "2nd" }});
  import("d", "", {{"خامس", "fifth"}, {"نعم", "none"}, { "سادس", "sixth" }});
  // Newest first without context, and among equals.
  EXPECT_THAT(
      find("نعم", {}),
      ElementsAre(Found{"none", MatchContext::kNone}, Found{"after", MatchContext::kNone},
                  Found{"before", MatchContext::kNone}, Found{"both", MatchContext::kNone}));
  const std::vector<Found> ranked = {{"both", MatchContext::kBoth},
                                     {"after", MatchContext::kAfter},
                                     {"before", MatchContext::kBefore},
                                     {"none", MatchContext::kNone}};
  EXPECT_EQ(find("نعم", {"أول", "ثان"}), ranked);
  // Spelling does not matter to the neighbours.
  EXPECT_EQ(find("نعم", {"اول.", "ثانٍ"}), ranked);
  // The limit cuts after ranking, and tells how many equal ones it left out.
  EXPECT_THAT(find("نعم", {"أول", "ثان"}, {.limit = 1}),
              ElementsAre(Found{"both", MatchContext::kBoth}));
  EXPECT_EQ(left_out_, 3U);
  EXPECT_THAT(
      find("نعم", {"أول", std::nullopt}, {.limit = 2}),
      ElementsAre(Found{"before", MatchContext::kBefore}, Found{"both", MatchContext::kBefore}));
}

TEST_F(ContextLookupTest, TheBeginningAndEndAgreeWhenTheOtherNeighbourDoes) {
  import("a", "", {{"نعم", "begins"}, { "ثان", "second" }});
  import("b", "", {{"أول", "first"}, { "نعم", "ends" }});
  import("c", "", {{ "نعم", "alone" }});
  EXPECT_EQ(find("نعم", {"", "ثان"})[0], (Found{"begins", MatchContext::kBoth}));
  EXPECT_EQ(find("نعم", {std::nullopt, "ثان"})[0], (Found{"begins", MatchContext::kAfter}));
  EXPECT_EQ(find("نعم", {"أول", ""})[0], (Found{"ends", MatchContext::kBoth}));
  EXPECT_EQ(find("نعم", {"", ""})[0], (Found{"alone", MatchContext::kNone}));
}

TEST_F(ContextLookupTest, FuzzyMatchesHaveNoContext) {
  import("a", "", {{"أول", "first"}, {"قال الوزير نعم", "match"}, { "ثان", "second" }});
  EXPECT_THAT(find("قال الوزير لا", {"أول", "ثان"}, {.min_score = 0.5}),
              ElementsAre(Found{"match", MatchContext::kNone}));
}

TEST_F(ContextLookupTest, DocumentsAreApartAndAuthorsAreNot) {
  import("a", "1", {{ "أول", "first" }});
  import("a", "2", {{"نعم", "yes"}, { "ثان", "second" }});
  EXPECT_EQ(find("نعم", {"أول", "ثان"})[0], (Found{"yes", MatchContext::kAfter}));
  TranslationUnit unit;
  unit.origin.file = "shared";
  for (const auto& [arabic, author] : {std::pair("سابق", "MA"), {"نعم", "SK"}, {"لاحق", "MA"}}) {
    unit.arabic = arabic;
    unit.english = author;
    unit.origin.author = author;
    ++unit.origin.position;
    memory_.add(unit);
  }
  EXPECT_EQ(find("نعم", {"سابق", "لاحق"})[0], (Found{"SK", MatchContext::kBoth}));
}

TEST_F(ContextLookupTest, ARepeatedUnitHasAllItsPlaces) {
  import("a", "", {{"أول", "first"}, {"نعم", "yes"}, {"ثان", "second"}, {"نعم", "yes"}, {
                     "ثالث",
                     "third"
                   }});
  EXPECT_EQ(memory_.stats().units, 4);
  for (const Surroundings& around : {Surroundings{"أول", "ثان"}, Surroundings{"ثان", "ثالث"}}) {
    EXPECT_THAT(find("نعم", around), ElementsAre(Found{"yes", MatchContext::kBoth}));
  }
  EXPECT_THAT(find("نعم", {"أول", "ثالث"}), ElementsAre(Found{"yes", MatchContext::kBefore}));
  // And it is a neighbour at all of them.
  EXPECT_EQ(find("ثان", {"نعم", "نعم"})[0], (Found{"second", MatchContext::kBoth}));
}

TEST_F(ContextLookupTest, AFileImportedAgainWithChangesKeepsBothContexts) {
  import("a", "", {{"أول", "first"}, {"نعم", "yes"}, { "ثان", "second" }});
  import("a", "", {{"بداية", "start"}, {"نعم", "yes"}, { "ثان", "second" }});
  EXPECT_EQ(find("نعم", {"أول", "ثان"})[0].context, MatchContext::kBoth);
  EXPECT_EQ(find("نعم", {"بداية", "ثان"})[0].context, MatchContext::kBoth);
}

TEST_F(ContextLookupTest, UndoForgetsThePlaces) {
  import("a", "", {{"أول", "first"}, {"نعم", "yes"}, { "ثان", "second" }});
  import("b", "", {{"سابق", "earlier"}, {"نعم", "yes"}, { "لاحق", "later" }});
  EXPECT_EQ(find("نعم", {"سابق", "لاحق"})[0].context, MatchContext::kBoth);
  memory_.undo();
  EXPECT_EQ(find("نعم", {"سابق", "لاحق"})[0].context, MatchContext::kNone);
  EXPECT_EQ(find("نعم", {"أول", "ثان"})[0].context, MatchContext::kBoth);
}

TEST(SurroundingsOf, AreTheNearestSegmentsWithText) {
  std::vector<Segment> segments(4);
  segments[0].text = "a";
  segments[2].text = "b";
  segments[3].text = "c";
  const Surroundings around = surroundings_of(segments, 2);
  EXPECT_EQ(*around.before, "a");
  EXPECT_EQ(*around.after, "c");
  EXPECT_EQ(*surroundings_of(segments, 0).before, "");
  EXPECT_EQ(*surroundings_of(segments, 3).after, "");
}

}  // namespace
}  // namespace mizan
