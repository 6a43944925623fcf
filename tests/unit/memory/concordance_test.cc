#include "tm/memory/concordance.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/unit/memory/generated_text.h"
#include "tests/unit/test_folder.h"
#include "tm/base/error.h"
#include "tm/memory/similarity.h"

namespace mizan {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::TestFolder;

class ConcordanceTest : public ::testing::Test {
 protected:
  ConcordanceTest() {
    for (const auto& [arabic, english] : kUnits) {
      TranslationUnit unit;
      unit.arabic = arabic;
      unit.english = english;
      memory_.add(unit);
    }
  }

  std::vector<std::string> found(std::string_view phrase, const ConcordanceOptions& options = {}) {
    std::vector<std::string> texts;
    for (const ConcordanceHit& hit : concordance(memory_, phrase, options).hits) {
      for (const ByteRange place : hit.places) {
        const bool arabic = static_cast<unsigned char>(phrase.front()) >= 0x80;
        texts.emplace_back(place.of(arabic ? hit.unit.arabic : hit.unit.english));
      }
    }
    return texts;
  }

  static constexpr std::pair<const char*, const char*> kUnits[] = {
      {"انضم إلى فيلق إفريقيا.", "He joined the Africa Corps."},
      {"وبفيلقِ افريقيا آلاف الجنود", "Thousands of soldiers are in the Africa Corps"},
      {"الفيلق الإفريقي بعيد، وفيلق إفريقيا قريب من فيلق «إفريقيا»", "Corps, corps and corps"},
      {"إفريقيا قارة", "Africa is a continent"},
  };

  TestFolder directory_;
  Database database_{directory_.path("memory.db")};
  TranslationMemory memory_{database_};
};

TEST_F(ConcordanceTest, FindsThePhraseWithCliticsAndSpellings) {
  EXPECT_THAT(found("فيلق إفريقيا"),
              ElementsAre("وفيلق إفريقيا", "فيلق «إفريقيا", "وبفيلقِ افريقيا", "فيلق إفريقيا"));
  EXPECT_THAT(found("فيلق افريقيا", {.clitics = CliticMatching::kSame}),
              ElementsAre("فيلق «إفريقيا", "فيلق إفريقيا"));
}

TEST_F(ConcordanceTest, EitherSideAnyCase) {
  EXPECT_THAT(found("africa corps"), ElementsAre("Africa Corps", "Africa Corps"));
  EXPECT_THAT(found("AFRICA", {.limit = 1}), ElementsAre("Africa"));
}

TEST_F(ConcordanceTest, AllWordsInAnyOrder) {
  const ConcordanceOptions options{.query = ConcordanceQuery::kAllWords};
  EXPECT_THAT(found("corps Africa", options), ElementsAre("Africa", "Corps", "Africa", "Corps"));
  EXPECT_THAT(found("قريب بعيد", options), ElementsAre("بعيد", "قريب"));
  EXPECT_THAT(found("قريب الجنود", options), IsEmpty());
}

TEST_F(ConcordanceTest, RegularExpressionsSeeTheOriginalText) {
  const ConcordanceOptions options{.query = ConcordanceQuery::kRegex};
  EXPECT_THAT(found("الف\\w+ق", options), ElementsAre("الفيلق"));
  EXPECT_THAT(found("بفيلقِ", options), ElementsAre("بفيلقِ"));
  EXPECT_THAT(found("بفيلق\\b", options), IsEmpty());
  EXPECT_THAT(found("[Cc]orps", options), ElementsAre("Corps", "corps", "corps", "Corps", "Corps"));
  EXPECT_THROW(found("(", options), Error);
}

TEST_F(ConcordanceTest, CountsWhatTheLimitLeavesOut) {
  for (const ConcordanceQuery query :
       {ConcordanceQuery::kPhrase, ConcordanceQuery::kAllWords, ConcordanceQuery::kRegex}) {
    const Concordance all = concordance(memory_, "Africa", {.query = query});
    EXPECT_EQ(all.hits.size(), 3U);
    EXPECT_EQ(all.further, 0U);
    for (const std::size_t limit : {0U, 1U, 3U}) {
      const Concordance some = concordance(memory_, "Africa", {.query = query, .limit = limit});
      EXPECT_EQ(some.hits.size(), limit);
      EXPECT_EQ(some.further, 3U - limit);
      EXPECT_TRUE(some.all_counted);
    }
  }
}

// The index gives what looking at every unit gives.
TEST(Concordance, AgreesWithASlowSearch) {
  TestFolder directory;
  Database database(directory.path("memory.db"));
  TranslationMemory memory(database);
  testing::Generator generator(5);
  {
    UnitImport import(memory, "import");
    for (int i = 0; i < 900; ++i) {
      TranslationUnit unit;
      unit.arabic =
          generator.respelled(testing::joined(generator.words(testing::kArabicWords, 1, 12)));
      unit.english = testing::joined(generator.words(testing::kEnglishWords, 1, 12));
      import.add(unit);
    }
    import.commit();
  }
  for (int round = 0; round < 60; ++round) {
    const std::string phrase = testing::joined(generator.words(testing::kArabicWords, 1, 2));
    for (const ConcordanceQuery query : {ConcordanceQuery::kPhrase, ConcordanceQuery::kAllWords}) {
      for (const CliticMatching clitics : {CliticMatching::kAny, CliticMatching::kSame}) {
        const Concordance found = concordance(
            memory, phrase,
            {.query = query, .limit = 20, .side = Language::kArabic, .clitics = clitics});
        std::vector<std::int64_t> ids;
        for (const ConcordanceHit& hit : found.hits) ids.push_back(hit.unit.id);
        std::vector<std::int64_t> expected;
        const auto words = token_keys(phrase);
        memory.for_each({}, [&](const TranslationUnit& unit) {
          const auto tokens = token_keys(unit.arabic);
          const auto equal = [&](const TokenKey& a, const TokenKey& b) {
            return a.folded == b.folded ||
                   (clitics == CliticMatching::kAny && a.key == b.key && a.key != "0");
          };
          const bool holds = query == ConcordanceQuery::kPhrase
                                 ? std::search(tokens.begin(), tokens.end(), words.begin(),
                                               words.end(), equal) != tokens.end()
                                 : std::ranges::all_of(words, [&](const TokenKey& word) {
                                     return std::ranges::any_of(tokens, [&](const TokenKey& token) {
                                       return equal(token, word);
                                     });
                                   });
          if (holds) expected.insert(expected.begin(), unit.id);
        });
        EXPECT_EQ(found.hits.size() + found.further, expected.size()) << phrase;
        expected.resize(std::min<std::size_t>(expected.size(), 20));
        EXPECT_EQ(ids, expected) << phrase;
      }
    }
  }
}

TEST_F(ConcordanceTest, NothingForNothing) {
  EXPECT_TRUE(concordance(memory_, "").hits.empty());
  EXPECT_TRUE(concordance(memory_, "غائب").hits.empty());
  EXPECT_TRUE(concordance(memory_, "corps Africa").hits.empty());
}

}  // namespace
}  // namespace mizan
