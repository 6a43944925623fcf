#include "tm/memory/concordance.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/memory/temporary_directory.h"

namespace mizan {
namespace {

using ::testing::ElementsAre;
using testing::TemporaryDirectory;

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
    for (const ConcordanceHit& hit : concordance(memory_, phrase, options)) {
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

  TemporaryDirectory directory_;
  Database database_{directory_.file("memory.db")};
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

TEST_F(ConcordanceTest, NothingForNothing) {
  EXPECT_TRUE(concordance(memory_, "").empty());
  EXPECT_TRUE(concordance(memory_, "غائب").empty());
  EXPECT_TRUE(concordance(memory_, "corps Africa").empty());
}

}  // namespace
}  // namespace mizan
