#include "tm/memory/leverage.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/unit/memory/generated_text.h"
#include "tests/unit/test_folder.h"
#include "tm/base/error.h"
#include "tm/memory/memory.h"

namespace mizan {
namespace {

using testing::Generator;
using testing::joined;
using testing::kArabicWords;
using testing::TestFolder;

TEST(CountWords, AreWhatStandsBetweenWhiteSpace) {
  struct Row {
    std::string_view text;
    std::size_t words;
  };
  constexpr Row kRows[] = {{"", 0},
                           {" - … ", 0},
                           {"والحكومة", 1},
                           {"قال: «نعم».", 2},
                           {"أ.ف.ب وكالة", 2},
                           {"the al-Qaeda chief's car", 4},
                           {"on 22/11/2026 at 10:30", 4},
                           {"Mali/Niger", 1},
                           {"الـ12 شهرا", 2},
                           {"12% of\u00A0it\tor\nless", 5},
                           {"كِتَابٌ – جَدِيدٌ", 2}};
  for (const Row& row : kRows) EXPECT_EQ(count_words(row.text), row.words) << row.text;
}

class LeverageTest : public ::testing::Test {
 protected:
  // The pairs of one file, in order.
  void import(const std::vector<std::string>& arabic) {
    TranslationMemory memory(database_);
    UnitImport writer(memory, "import");
    for (const std::string& text : arabic) {
      TranslationUnit unit;
      unit.arabic = text;
      unit.english = "translation";
      unit.origin.file = "a.tsv";
      writer.add(unit);
    }
    writer.commit();
  }

  static SegmentedText text_of(const std::vector<std::string>& lines) {
    SegmentedText text{"new.txt", Language::kArabic, {}};
    for (const std::string& line : lines) {
      text.segments.emplace_back();
      text.segments.back().text = line;
    }
    return text;
  }

  static std::vector<std::string> bands(const LeverageText& text) {
    std::vector<std::string> names;
    for (const LeverageSegment& segment : text.segments)
      names.emplace_back(to_string(segment.band));
    return names;
  }

  TestFolder directory_;
  std::string path_ = directory_.path("memory.db");
  Database database_{path_};
};

TEST_F(LeverageTest, EverySegmentIsInTheFirstBandThatFits) {
  const std::string ten = "واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة";
  import({"وصلت القوات إلى المدينة", "أعلن الوزير ذلك", "ثم غادر", ten, ten + " " + ten});
  LeverageAnalysis analysis(path_, 1);
  const LeverageText first = analysis.analyse(text_of({
      "وصلت القوات إلى المدينة",
      "أعلن الوزير ذلك",
      "كلام لم يقله أحد",
      "أعلن الوزير ذلك",
      "أعلن الوزير ذلك.",
      ten + " أحد",
      "كلام لم يقله أحد",
      ten + " أحد",
      ten + " " + ten + " أحد",
      "وصلت القوات إلى القرية",
      "وصلت القوات أمس",
      "",
      "كلامٌ لم يقلـه أحد",
  }));
  EXPECT_EQ(bands(first), (std::vector<std::string>{"context", "exact", "none", "exact", "95-99",
                                                    "85-94", "repetition", "repetition", "95-99",
                                                    "75-84", "50-74", "repetition"}));
  EXPECT_FALSE(first.segments[6].match);
  ASSERT_TRUE(first.segments[7].match);
  EXPECT_EQ(first.segments[7].match->unit.arabic, ten);
  const LeverageTable table = first.table();
  EXPECT_EQ(table[LeverageBand::kRepetition], (LeverageCount{3, 4 + 11 + 4}));
  EXPECT_EQ(table.total().segments, 12U);
  // Repetitions are counted across the texts of a job.
  EXPECT_EQ(bands(analysis.analyse(text_of({"كلام لم يقله أحد", "كلام آخر تماما"}))),
            (std::vector<std::string>{"repetition", "none"}));
}

TEST_F(LeverageTest, ASpellingThatCostsSomethingIsNoRepetition) {
  import({"غير ذلك"});
  LeverageAnalysis analysis(path_, 1);
  EXPECT_EQ(bands(analysis.analyse(text_of({"قال مسؤول كبير", "قال مسئول كبير", "the Army left",
                                            "the army left", "نعم نعم", "نعم. نعم"}))),
            std::vector<std::string>(6, "none"));
}

TEST_F(LeverageTest, ThreadsDoNotMatter) {
  Generator generator(11);
  std::vector<std::vector<std::string>> stored;
  std::vector<std::string> texts;
  for (int i = 0; i < 400; ++i) {
    stored.push_back(generator.words(kArabicWords, 1, 12));
    texts.push_back(joined(stored.back()));
  }
  import(texts);
  std::vector<std::string> lines;
  for (int i = 0; i < 400; ++i) {
    const std::size_t at = generator.below(stored.size());
    lines.push_back(i % 3 == 0 ? texts[at] : joined(generator.edited(stored[at], kArabicWords)));
  }
  const LeverageText one = LeverageAnalysis(path_, 1).analyse(text_of(lines));
  const LeverageText four = LeverageAnalysis(path_, 4).analyse(text_of(lines));
  EXPECT_EQ(bands(one), bands(four));
  for (std::size_t i = 0; i < one.segments.size(); ++i) {
    ASSERT_EQ(one.segments[i].match.has_value(), four.segments[i].match.has_value());
    if (one.segments[i].match) {
      EXPECT_EQ(one.segments[i].match->unit.id, four.segments[i].match->unit.id);
    }
  }
}

TEST_F(LeverageTest, AMissingMemoryIsAnError) {
  LeverageAnalysis analysis(directory_.path("none.db"), 4);
  EXPECT_THROW(analysis.analyse(text_of(std::vector<std::string>(500, "نعم"))), Error);
}

}  // namespace
}  // namespace mizan
