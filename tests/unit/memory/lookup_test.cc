#include "tm/memory/lookup.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/unit/memory/generated_text.h"
#include "tests/unit/test_folder.h"

namespace mizan {
namespace {

using testing::Generator;
using testing::joined;
using testing::kArabicWords;
using testing::kEnglishWords;
using testing::TestFolder;

TranslationUnit unit_of(const std::string& arabic, const std::string& english,
                        const std::string& created = "2020-01-01T00:00:00Z") {
  TranslationUnit unit;
  unit.arabic = arabic;
  unit.english = english;
  unit.origin.created = created;
  return unit;
}

class LookupTest : public ::testing::Test {
 protected:
  void expect_same_answer(const std::string& query, LookupOptions options) {
    const auto indexed = lookup(memory_, query, options);
    options.plan = LookupPlan::kExhaustive;
    const auto exhaustive = lookup(memory_, query, options);
    ASSERT_EQ(indexed.size(), exhaustive.size()) << query << " at " << options.min_score;
    for (std::size_t i = 0; i < indexed.size(); ++i) {
      EXPECT_EQ(indexed[i].score, exhaustive[i].score) << query;
      EXPECT_EQ(indexed[i].unit.id, exhaustive[i].unit.id) << query;
    }
  }

  TestFolder directory_;
  Database database_{directory_.path("memory.db")};
  TranslationMemory memory_{database_};
};

TEST_F(LookupTest, BestFirstThenNewest) {
  const auto old = memory_.add(unit_of("وصلت القوات إلى المدينة", "a", "2019-01-01T00:00:00Z"));
  const auto recent = memory_.add(unit_of("وصلت القوات إلى المدينة", "b", "2023-01-01T00:00:00Z"));
  const auto middle = memory_.add(unit_of("وصلت القوات إلى المدينة", "c", "2021-01-01T00:00:00Z"));
  const auto near = memory_.add(unit_of("وصلت القوات إلى القرية", "d", "2024-01-01T00:00:00Z"));
  std::vector<std::int64_t> ids;
  for (const Match& match : lookup(memory_, "وصلت القوات إلى المدينة")) {
    ids.push_back(match.unit.id);
  }
  EXPECT_EQ(ids, (std::vector<std::int64_t>{recent, middle, old, near}));
  const auto best = lookup(memory_, "وصلت القوات إلى المدينة", {.limit = 1});
  ASSERT_EQ(best.size(), 1U);
  EXPECT_EQ(best[0].unit.id, recent);
}

TEST_F(LookupTest, TiesOfTheLastMatchAreCutOrKept) {
  const auto far = memory_.add(unit_of("وصلت القوات إلى القرية", "x", "2024-01-01T00:00:00Z"));
  std::vector<std::int64_t> equal;
  for (int year = 2015; year < 2020; ++year) {
    equal.push_back(memory_.add(unit_of("وصلت القوات إلى المدينة", std::to_string(year),
                                        std::to_string(year) + "-01-01T00:00:00Z")));
  }
  const auto ids = [&](const LookupOptions& options) {
    std::vector<std::int64_t> found;
    for (const Match& match : lookup(memory_, "وصلت القوات إلى المدينة", options)) {
      found.push_back(match.unit.id);
    }
    return found;
  };
  std::reverse(equal.begin(), equal.end());  // newest first
  for (const LookupPlan plan : {LookupPlan::kIndexed, LookupPlan::kExhaustive}) {
    EXPECT_EQ(ids({.limit = 2, .plan = plan}), (std::vector{equal[0], equal[1]}));
    EXPECT_EQ(ids({.limit = 2, .ties = Ties::kKeep, .plan = plan}), equal);
    EXPECT_EQ(ids({.limit = 5, .ties = Ties::kKeep, .plan = plan}), equal);
    EXPECT_EQ(ids({.limit = 6, .ties = Ties::kKeep, .plan = plan}).back(), far);
  }
}

TEST_F(LookupTest, SeesThroughSpelling) {
  const auto id = memory_.add(unit_of("أعلن مسؤول في وزارة الدفاع أن القوات غادرت المدينة", "x"));
  for (const std::string_view query : {"اعلن مسئول في وزاره الدفاع ان القوات غادرت المدينه",
                                       "أَعلَنَ مسؤولٌ في وزارةِ الدفاع أنّ القوات غادرتِ المدينة",
                                       "أعلـــن مسؤول فى وزارة الدفاع أن القوات غادرت المدينة."}) {
    const auto matches = lookup(memory_, query, {.min_score = 0.95});
    ASSERT_EQ(matches.size(), 1U) << query;
    EXPECT_EQ(matches[0].unit.id, id);
  }
}

TEST_F(LookupTest, EitherSide) {
  memory_.add(unit_of("وصلت القوات إلى المدينة", "The forces reached the city"));
  EXPECT_EQ(lookup(memory_, "The forces reached the town").size(), 1U);
  EXPECT_EQ(lookup(memory_, "the forces reached the city", {.min_score = 0.99}).size(), 1U);
  EXPECT_TRUE(lookup(memory_, "The forces", {.side = Language::kArabic}).empty());
}

TEST_F(LookupTest, NothingForNothing) {
  memory_.add(unit_of("نعم", "yes"));
  EXPECT_TRUE(lookup(memory_, "").empty());
  EXPECT_TRUE(lookup(memory_, "  \n").empty());
  EXPECT_TRUE(lookup(memory_, "نعم", {.limit = 0}).empty());
  EXPECT_TRUE(lookup(memory_, "كلمة مجهولة").empty());
}

TEST_F(LookupTest, PunctuationAloneIsASegmentToo) {
  const auto id = memory_.add(unit_of("***", "***"));
  const auto matches = lookup(memory_, "***");
  ASSERT_EQ(matches.size(), 1U);
  EXPECT_EQ(matches[0].unit.id, id);
}

TEST_F(LookupTest, IndexAndScanAgree) {
  Generator generator(5);
  std::vector<std::vector<std::string>> stored;
  const auto import = [&](int units) {
    UnitImport writer(memory_, "import");
    for (int i = 0; i < units; ++i) {
      // Some near copies of what is there, so that floors matter.
      stored.push_back(
          stored.empty() || generator.below(3) == 0
              ? generator.words(kArabicWords, 1, 14)
              : generator.edited(stored[generator.below(stored.size())], kArabicWords));
      if (stored.back().empty()) stored.back() = {"نعم"};
      writer.add(unit_of(joined(stored.back()), joined(generator.words(kEnglishWords, 1, 14)),
                         generator.below(2) == 0 ? "2020-01-01" : "2021-01-01"));
    }
    writer.commit();
  };
  // Several runs, and fresh units beside them.
  import(1500);
  import(700);
  import(300);
  import(40);
  for (int i = 0; i < 30; ++i) {
    const auto id = static_cast<std::int64_t>(1 + generator.below(2500));
    if (!memory_.find(id)) continue;
    if (i % 2 == 0) {
      memory_.remove(id);
    } else {
      memory_.edit(id, joined(generator.words(kArabicWords, 2, 9)) + " " + std::to_string(i),
                   std::nullopt);
    }
  }
  constexpr double kFloors[] = {0.05, 0.3, 0.5, 0.6, 0.7, 0.75, 0.8, 0.9, 1};
  for (int i = 0; i < 50; ++i) {
    const auto words = generator.edited(stored[generator.below(stored.size())], kArabicWords);
    const std::string query = generator.respelled(joined(words));
    const double floor = kFloors[generator.below(std::size(kFloors))];
    expect_same_answer(query, {.min_score = floor, .limit = i % 2 == 0 ? 1U : 7U});
  }
  for (int i = 0; i < 15; ++i) {
    const double floor = kFloors[generator.below(std::size(kFloors))];
    expect_same_answer(joined(generator.words(kEnglishWords, 1, 12)),
                       {.min_score = floor, .limit = 3, .side = Language::kEnglish});
  }
  while (memory_.undo() && memory_.stats().units > 1500) {
  }
  for (int i = 0; i < 8; ++i) {
    expect_same_answer(joined(generator.edited(stored[generator.below(1500)], kArabicWords)),
                       {.min_score = 0.5, .limit = 5});
  }
}

}  // namespace
}  // namespace mizan
