#include "tm/memory/word_counts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/test_folder.h"
#include "tm/memory/memory.h"

namespace mizan {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::TestFolder;

constexpr std::string_view kRules = "rules 1";

// Links every unit's texts as if they were words, and leaves half of the Arabic unlinked.
std::vector<WordLink> links_of(const WordCountUpdate::Waiting& unit) {
  const CountedWord arabic{unit.arabic, unit.arabic};
  const CountedWord english{unit.english, unit.english};
  return {{arabic, english, 0.5}, {arabic, {}, 0.5}};
}

class WordCountsTest : public ::testing::Test {
 protected:
  std::int64_t add(const std::string& arabic, const std::string& english,
                   const std::string& document = "") {
    TranslationUnit unit;
    unit.arabic = arabic;
    unit.english = english;
    unit.origin.document = document;
    return memory_.add(unit);
  }

  // Returns the units that waited.
  std::vector<std::int64_t> learn(std::size_t limit = 1000, std::string_view rules = kRules) {
    std::vector<std::int64_t> units;
    WordCountUpdate update(database_, rules);
    for (const auto& unit : update.waiting(limit)) {
      update.learn(unit.id, links_of(unit));
      units.push_back(unit.id);
    }
    update.commit();
    return units;
  }

  // "قط|cat 1 of 2, 1", sorted.
  std::vector<std::string> pairs(std::string_view rules = kRules) const {
    std::vector<std::string> found;
    const auto number = [](double value) {
      return value == static_cast<int>(value) ? std::to_string(static_cast<int>(value))
                                              : std::to_string(value).substr(0, 3);
    };
    WordCounts(database_, rules).visit_pairs([&](const LearnedPair& pair) {
      found.push_back(std::string(pair.arabic) + "|" + std::string(pair.english) + " " +
                      number(pair.count) + " of " + number(pair.arabic_count) + ", " +
                      number(pair.english_count));
    });
    std::ranges::sort(found);
    return found;
  }

  TestFolder directory_;
  Database database_{directory_.path("memory.db")};
  TranslationMemory memory_{database_};
};

TEST_F(WordCountsTest, AddUpOverUnits) {
  const auto a = add("قط", "cat", "1");
  const auto b = add("قط", "cat", "2");
  const auto c = add("قط", "puss");
  EXPECT_THAT(learn(), ElementsAre(a, b, c));
  EXPECT_THAT(pairs(), ElementsAre("قط|cat 1 of 3, 1", "قط|puss 0.5 of 3, 0.5"));
  EXPECT_THAT(learn(), IsEmpty());
}

TEST_F(WordCountsTest, GrowWithNewUnitsOnly) {
  const auto a = add("قط", "cat");
  const auto b = add("كلب", "dog");
  EXPECT_THAT(learn(1), ElementsAre(a));
  EXPECT_EQ(WordCounts(database_, kRules).stats().waiting, 1);
  const auto c = add("قط", "cat", "2");
  EXPECT_THAT(learn(), ElementsAre(b, c));
  EXPECT_THAT(pairs(), ElementsAre("قط|cat 1 of 2, 1", "كلب|dog 0.5 of 1, 0.5"));
  EXPECT_EQ(WordCounts(database_, kRules).stats().waiting, 0);
}

TEST_F(WordCountsTest, FollowEveryChangeOfUnits) {
  const auto a = add("قط", "cat");
  const auto b = add("كلب", "dog");
  learn();
  const std::vector<std::string> both = {"قط|cat 0.5 of 1, 0.5", "كلب|dog 0.5 of 1, 0.5"};
  ASSERT_EQ(pairs(), both);

  memory_.edit(b, std::nullopt, "hound");
  EXPECT_THAT(learn(), ElementsAre(b));
  EXPECT_THAT(pairs(), ElementsAre("قط|cat 0.5 of 1, 0.5", "كلب|hound 0.5 of 1, 0.5"));
  memory_.undo();
  EXPECT_THAT(learn(), ElementsAre(b));
  EXPECT_EQ(pairs(), both);

  memory_.remove(a);
  EXPECT_EQ(WordCounts(database_, kRules).stats().waiting, 1);
  EXPECT_THAT(learn(), IsEmpty());
  EXPECT_THAT(pairs(), ElementsAre("كلب|dog 0.5 of 1, 0.5"));
  memory_.undo();
  EXPECT_THAT(learn(), ElementsAre(a));
  EXPECT_EQ(pairs(), both);

  // Removed and back before anybody learned: nothing is counted twice.
  memory_.remove(a);
  memory_.undo();
  learn();
  EXPECT_EQ(pairs(), both);

  add("قط", "puss");
  learn();
  memory_.undo();
  EXPECT_THAT(learn(), IsEmpty());
  EXPECT_EQ(pairs(), both);
}

TEST_F(WordCountsTest, BeginAgainWhenMostUnitsHaveGone) {
  {
    UnitImport import(memory_, "import");
    for (int i = 0; i < 300; ++i) {
      TranslationUnit unit;
      unit.arabic = "قط";
      unit.english = "cat";
      unit.origin.document = std::to_string(i);
      import.add(unit);
    }
    import.commit();
  }
  learn();
  memory_.undo();
  const auto a = add("كلب", "dog");
  EXPECT_THAT(learn(), ElementsAre(a));
  EXPECT_THAT(pairs(), ElementsAre("كلب|dog 0.5 of 1, 0.5"));
}

TEST_F(WordCountsTest, OfOtherRulesAreNotReadAndMadeAnew) {
  const auto a = add("قط", "cat");
  learn();
  EXPECT_THAT(pairs("rules 2"), IsEmpty());
  EXPECT_EQ(WordCounts(database_, "rules 2").stats().waiting, 1);
  EXPECT_THAT(learn(1000, "rules 2"), ElementsAre(a));
  EXPECT_THAT(pairs("rules 2"), ElementsAre("قط|cat 0.5 of 1, 0.5"));
}

TEST_F(WordCountsTest, NothingRemainsOfAnUpdateThatWasNotCommitted) {
  const auto a = add("قط", "cat");
  {
    WordCountUpdate update(database_, kRules);
    for (const auto& unit : update.waiting(10)) update.learn(unit.id, links_of(unit));
  }
  EXPECT_THAT(pairs(), IsEmpty());
  EXPECT_THAT(learn(), ElementsAre(a));
}

}  // namespace
}  // namespace mizan
