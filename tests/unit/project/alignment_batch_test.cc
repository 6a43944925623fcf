#include "tm/project/alignment_batch.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "tests/unit/test_folder.h"
#include "tm/project/lexicon_layers.h"
#include "tm/report/ladder.h"

namespace mizan {
namespace {

using testing::TestFolder;

class AlignmentBatch : public ::testing::Test {
 protected:
  AlignmentBatch() : lexicon_(load_lexicon({.core = true, .freedict = false})) {
    for (int i = 0; i < 12; ++i) {
      std::string arabic = "عاد الجيش إلى المدينة.\n";
      std::string english = "The army returned to the city.\n";
      for (int line = 0; line < i; ++line) {
        arabic += "قال الرئيس إن الحكومة تعمل " + std::to_string(line) + ".\n";
        english += "The president said the government was working " + std::to_string(line) + ".\n";
      }
      const std::string name = "a" + std::to_string(i);
      pairs_.push_back({folder_.write(name + ".ar.txt", arabic),
                        folder_.write(name + ".en.txt", english), name});
    }
  }

  // A line for each visit.
  std::vector<std::string> results(std::size_t jobs) const {
    std::vector<std::string> list;
    align_files(pairs_, lexicon_, {.jobs = jobs},
                [&](std::size_t index, const AlignedFiles* aligned, const std::string& problem) {
                  EXPECT_EQ(index, list.size());
                  list.push_back(aligned != nullptr ? to_ladder(aligned->alignment) : problem);
                });
    return list;
  }

  TestFolder folder_;
  std::vector<FilePair> pairs_;
  LexiconIndex lexicon_;
};

TEST_F(AlignmentBatch, IsTheSameWhateverTheJobs) {
  const auto one = results(1);
  EXPECT_EQ(one.size(), pairs_.size());
  for (const std::size_t jobs : {0U, 2U, 5U, 40U}) EXPECT_EQ(results(jobs), one) << jobs;
}

TEST_F(AlignmentBatch, GoesOnBehindABadFile) {
  const auto good = results(2);
  folder_.write("a3.en.txt", "\xFF\xFE\xFF");
  pairs_[5].first = folder_.path("missing");
  pairs_[7].second = pairs_[7].first;
  const auto some = results(2);
  ASSERT_EQ(some.size(), good.size());
  for (std::size_t i = 0; i < some.size(); ++i) {
    const bool bad = i == 3 || i == 5 || i == 7;
    EXPECT_EQ(some[i] == good[i], !bad) << i;
    EXPECT_TRUE(!bad || some[i].find(0x0A) == std::string::npos) << some[i];
  }
  EXPECT_EQ(some[5], folder_.path("missing") + ": no such file; check the path");
}

TEST_F(AlignmentBatch, EndsWhenTheVisitorThrows) {
  std::size_t visits = 0;
  const auto stop = [&](std::size_t, const AlignedFiles*, const std::string&) {
    if (++visits == 2) throw std::runtime_error("full");
  };
  EXPECT_THROW(align_files(pairs_, lexicon_, {.jobs = 2}, stop), std::runtime_error);
  EXPECT_EQ(visits, 2U);
}

TEST_F(AlignmentBatch, OfNothingIsNothing) {
  pairs_.clear();
  EXPECT_TRUE(results(2).empty());
}

}  // namespace
}  // namespace mizan
