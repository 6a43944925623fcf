#include "tm/project/alignment_job.h"

#include <gtest/gtest.h>

#include "tests/unit/test_folder.h"
#include "tm/project/lexicon_layers.h"

namespace mizan {
namespace {

TextInput input(const std::string& name, Language language,
                std::initializer_list<std::string> segments) {
  TextInput text;
  text.segmented = {name, language, {}};
  for (const std::string& segment : segments) {
    text.segmented.segments.push_back({segment, {}, 0, 0});
  }
  return text;
}

TextPair arabic_first() {
  return {input("texts/a.ar.txt", Language::kArabic, {"نعم.", "جاء الجيش.", "ثم عاد.", "", "لا."}),
          input("texts/a.en.txt", Language::kEnglish, {"Yes.", "The army came and left.", "No."})};
}

const Alignment kAlignment{
    {{{0, 1}, {0, 1}, 0.9}, {{1, 3}, {1, 2}, 0.6}, {{3, 4}, {2, 2}, 0.8}, {{4, 5}, {2, 3}, 0.3}}};

TEST(UnitsOfAnAlignment, JoinTheSegmentsOfABead) {
  const auto units = units_of(arabic_first(), kAlignment, 0);
  ASSERT_EQ(units.size(), 3U);
  EXPECT_EQ(units[1].arabic, "جاء الجيش. ثم عاد.");
  EXPECT_EQ(units[1].english, "The army came and left.");
  EXPECT_EQ(units[1].source_language, Language::kArabic);
  EXPECT_EQ(units[1].origin.file, "texts/a.ar.txt");
  EXPECT_EQ(units[1].origin.document, "a.ar.txt");
  EXPECT_EQ(units[1].origin.position, 1);
  EXPECT_EQ(units[2].origin.position, 4);
}

TEST(UnitsOfAnAlignment, AreThoseOfEnoughConfidence) {
  EXPECT_EQ(units_of(arabic_first(), kAlignment, 0.6).size(), 2U);
  EXPECT_EQ(units_of(arabic_first(), kAlignment, 0.95).size(), 0U);
}

TEST(UnitsOfAnAlignment, HaveTheFirstFileAsTheirSource) {
  TextPair pair = arabic_first();
  std::swap(pair.first, pair.second);
  Alignment alignment = kAlignment;
  for (Bead& bead : alignment.beads) std::swap(bead.source, bead.target);
  const auto units = units_of(pair, alignment, 0);
  ASSERT_EQ(units.size(), 3U);
  EXPECT_EQ(units[1].arabic, "جاء الجيش. ثم عاد.");
  EXPECT_EQ(units[1].english, "The army came and left.");
  EXPECT_EQ(units[1].source_language, Language::kEnglish);
  EXPECT_EQ(units[1].origin.file, "texts/a.en.txt");
}

TEST(UnitsOfAnAlignment, LeaveEmptyTextsOut) {
  const TextPair pair{input("a", Language::kArabic, {""}),
                      input("b", Language::kEnglish, {"Yes."})};
  EXPECT_TRUE(units_of(pair, line_by_line(1), 0).empty());
}

TEST(LineByLine, IsSureOfEveryLine) {
  const Alignment alignment = line_by_line(3);
  EXPECT_TRUE(alignment.covers(3, 3));
  EXPECT_EQ(alignment.beads.size(), 3U);
  EXPECT_EQ(alignment.beads.back().confidence, 1);
  EXPECT_TRUE(line_by_line(0).beads.empty());
}

TEST(AlignPair, MirrorsWhenTheFilesChangePlaces) {
  const LexiconIndex lexicon(load_lexicon({.core = true, .freedict = false}));
  const std::string folder = std::string(MIZAN_SOURCE_DIR) + "/tests/data/align/news-101/";
  const TextPair pair = read_text_pair(folder + "ar.txt", folder + "en.txt", Segmentation::kLines);
  const TextPair mirrored =
      read_text_pair(folder + "en.txt", folder + "ar.txt", Segmentation::kLines);
  const Alignment there = align_pair(pair, lexicon);
  const Alignment back = align_pair(mirrored, lexicon);
  ASSERT_EQ(there.beads.size(), back.beads.size());
  for (std::size_t i = 0; i < there.beads.size(); ++i) {
    EXPECT_EQ(there.beads[i].source, back.beads[i].target);
    EXPECT_EQ(there.beads[i].target, back.beads[i].source);
    EXPECT_EQ(there.beads[i].confidence, back.beads[i].confidence);
  }
}

}  // namespace
}  // namespace mizan
