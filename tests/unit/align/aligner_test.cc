#include "tm/align/aligner.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "tests/unit/align/text_sides.h"
#include "tm/align/evaluation.h"
#include "tm/base/file.h"
#include "tm/format/bead_list.h"
#include "tm/format/core_lexicon.h"
#include "tm/text/sentences.h"

namespace mizan {
namespace {

using testing::segments_of;

const std::string kRoot = MIZAN_SOURCE_DIR;

const LexiconIndex& core_lexicon() {
  static const LexiconIndex index = [] {
    Lexicon lexicon;
    for (const auto& file : std::filesystem::directory_iterator(kRoot + "/glossaries/core")) {
      lexicon.append(read_core_lexicon(file.path().string()).lexicon);
    }
    return LexiconIndex(lexicon);
  }();
  return index;
}

struct Document {
  std::string name;
  std::vector<Segment> arabic;
  std::vector<Segment> english;
  std::vector<GoldBead> gold;
};

Document read_document(const std::string& name) {
  const std::string folder = kRoot + "/tests/data/align/" + name;
  return {name, split_lines(read_file(folder + "/ar.txt")),
          split_lines(read_file(folder + "/en.txt")),
          read_bead_list(read_file(folder + "/gold.txt"), folder + "/gold.txt")};
}

Alignment align_document(const Document& document) {
  return align(document.arabic, document.english, Language::kArabic, core_lexicon());
}

void expect_mirrored(const Alignment& there, const Alignment& back) {
  ASSERT_EQ(there.beads.size(), back.beads.size());
  for (std::size_t k = 0; k < there.beads.size(); ++k) {
    EXPECT_EQ(there.beads[k].source, back.beads[k].target);
    EXPECT_EQ(there.beads[k].target, back.beads[k].source);
    EXPECT_EQ(there.beads[k].confidence, back.beads[k].confidence);
  }
}

struct Genre {
  const char* name;
  std::vector<const char*> documents;
  double least_f1;  // strict, with the core lexicon alone
};

void PrintTo(const Genre& genre, std::ostream* out) { *out << genre.name; }

class AlignGenre : public ::testing::TestWithParam<Genre> {};

TEST_P(AlignGenre, ReachesItsFloor) {
  AlignmentCounts counts;
  for (const char* name : GetParam().documents) {
    const Document document = read_document(name);
    const Alignment alignment = align_document(document);
    EXPECT_TRUE(alignment.covers(document.arabic.size(), document.english.size())) << name;
    for (const Bead& bead : alignment.beads) {
      EXPECT_GE(bead.confidence, 0);
      EXPECT_LE(bead.confidence, 1);
    }
    counts += compare(document.gold, alignment);
  }
  const double f1 = strict_figures(counts).f1;
  RecordProperty("strict_f1", std::to_string(f1));
  EXPECT_GE(f1, GetParam().least_f1);
}

INSTANTIATE_TEST_SUITE_P(
    Documents, AlignGenre,
    ::testing::Values(
        Genre{"literature", {"lit-001", "lit-002", "lit-003", "lit-004", "lit-005"}, 0.87},
        Genre{"law", {"law-101", "law-102"}, 0.96},
        Genre{"news", {"news-101", "news-102", "news-103"}, 0.96},
        Genre{"speech", {"speech-101"}, 0.97}, Genre{"tables", {"table-101"}, 0.97}),
    [](const auto& row) { return row.param.name; });

TEST(Align, DoesNotDependOnTheDirection) {
  for (const char* name : {"lit-001", "news-102", "table-101"}) {
    const Document document = read_document(name);
    expect_mirrored(align_document(document),
                    align(document.english, document.arabic, Language::kEnglish, core_lexicon()));
  }
}

TEST(Align, GivesTheSameAgain) {
  const Document document = read_document("news-101");
  const Alignment first = align_document(document);
  const Alignment second = align_document(document);
  ASSERT_EQ(first.beads.size(), second.beads.size());
  for (std::size_t k = 0; k < first.beads.size(); ++k) {
    EXPECT_EQ(first.beads[k].source, second.beads[k].source);
    EXPECT_EQ(first.beads[k].target, second.beads[k].target);
    EXPECT_EQ(first.beads[k].confidence, second.beads[k].confidence);
  }
}

TEST(Align, CoversTextsOfAnySize) {
  const std::vector<std::string> arabic = {"عاد الهدوء إلى المدينة.", "قتل 25 شخصًا.", "وفر آخرون."};
  const std::vector<std::string> english = {"Calm has returned to the city.",
                                            "25 people were killed.", "Others fled."};
  for (std::size_t m = 0; m <= arabic.size(); ++m) {
    for (std::size_t n = 0; n <= english.size(); ++n) {
      const Alignment alignment = align(segments_of({arabic.begin(), arabic.begin() + m}),
                                        segments_of({english.begin(), english.begin() + n}),
                                        Language::kArabic, core_lexicon());
      EXPECT_TRUE(alignment.covers(m, n)) << m << " " << n;
      for (const Bead& bead : alignment.beads) EXPECT_FALSE(std::isnan(bead.confidence));
    }
  }
}

TEST(Align, PairsTextsOfOneSentence) {
  const Alignment alignment =
      align(segments_of({"عاد الهدوء إلى المدينة."}),
            segments_of({"Calm has returned to the city."}), Language::kArabic, core_lexicon());
  ASSERT_EQ(alignment.beads.size(), 1U);
  EXPECT_FALSE(alignment.beads[0].one_sided());
  EXPECT_GT(alignment.beads[0].confidence, 0.9);
}

TEST(Align, CoversTextsWithEmptySegments) {
  struct Row {
    std::vector<std::string> arabic;
    std::vector<std::string> english;
  };
  const Row rows[] = {
      {{"", "عاد الهدوء.", "", "قتل 25 شخصًا.", ""}, {"Calm returned.", "", "25 were killed."}},
      {{"", ""}, {"", "", ""}},
      {{""}, {}},
      {{"عاد الهدوء."}, {""}},
      {{"...", "—"}, {"***", "Calm returned."}},
  };
  for (const Row& row : rows) {
    const Alignment alignment =
        align(segments_of(row.arabic), segments_of(row.english), Language::kArabic, core_lexicon());
    EXPECT_TRUE(alignment.covers(row.arabic.size(), row.english.size()));
    for (const Bead& bead : alignment.beads) EXPECT_FALSE(std::isnan(bead.confidence));
  }
}

TEST(Align, PairsRepeatedSentencesInOrder) {
  const std::vector<Segment> arabic = segments_of(std::vector<std::string>(30, "قال الرئيس ذلك."));
  const std::vector<Segment> english =
      segments_of(std::vector<std::string>(30, "The president said that."));
  const Alignment alignment = align(arabic, english, Language::kArabic, core_lexicon());
  ASSERT_EQ(alignment.beads.size(), 30U);
  for (std::size_t i = 0; i < 30; ++i) {
    EXPECT_EQ(alignment.beads[i].source, (SegmentRange{i, i + 1}));
    EXPECT_EQ(alignment.beads[i].target, (SegmentRange{i, i + 1}));
  }
}

TEST(Align, FindsOmittedSentencesOfNews) {
  std::size_t gold = 0;
  std::size_t found = 0;
  for (const char* name : {"news-101", "news-102", "news-103"}) {
    const Document document = read_document(name);
    const Alignment alignment = align_document(document);
    for (const GoldBead& omission : document.gold) {
      if (!omission.source.empty() && !omission.target.empty()) continue;
      ++gold;
      found += std::ranges::any_of(alignment.beads, [&](const Bead& bead) {
        return bead.one_sided() &&
               (omission.source.empty()
                    ? bead.source.empty() && bead.target.begin == omission.target[0]
                    : bead.target.empty() && bead.source.begin == omission.source[0]);
      });
    }
  }
  RecordProperty("omissions", std::to_string(found) + " of " + std::to_string(gold));
  EXPECT_GE(3 * found, 2 * gold);
}

TEST(Align, WorksWithoutALexicon) {
  const Document document = read_document("law-101");
  const Alignment alignment =
      align(document.arabic, document.english, Language::kArabic, LexiconIndex({}));
  EXPECT_TRUE(alignment.covers(document.arabic.size(), document.english.size()));
  EXPECT_GE(strict_figures(compare(document.gold, alignment)).f1, 0.3);
}

// Long texts are searched in a band and window by window: neither may show.
TEST(Align, JoinsTheWindowsOfALongText) {
  const Document document = read_document("law-101");
  std::vector<Segment> arabic;
  std::vector<Segment> english;
  std::vector<GoldBead> gold;
  while (arabic.size() < 1200) {
    for (GoldBead bead : document.gold) {
      for (std::size_t& i : bead.source) i += arabic.size();
      for (std::size_t& j : bead.target) j += english.size();
      gold.push_back(bead);
    }
    // A number of its own for each copy, as a long text has names and dates of its own.
    const std::string number = " " + std::to_string(50'000 + arabic.size());
    for (const Segment& segment : document.arabic) {
      arabic.push_back({segment.text + number, {}, 0, 0});
    }
    for (const Segment& segment : document.english) {
      english.push_back({segment.text + number, {}, 0, 0});
    }
  }
  const Alignment alignment = align(arabic, english, Language::kArabic, core_lexicon());
  EXPECT_TRUE(alignment.covers(arabic.size(), english.size()));
  EXPECT_GE(strict_figures(compare(gold, alignment)).f1, 0.96);
}

// A line without text keeps its number and is joined to nothing.
TEST(Align, GivesAnEmptySegmentABeadOfItsOwn) {
  const auto arabic = segments_of({"مرحبا بالعالم الجديد", "", "كيف حالك اليوم؟", ""});
  const auto english = segments_of({"", "Hello new world", "How are you today?", "", ""});
  const std::vector<std::pair<SegmentRange, SegmentRange>> expected = {
      {{0, 0}, {0, 1}}, {{0, 1}, {1, 2}}, {{1, 2}, {2, 2}}, {{2, 3}, {2, 3}},
      {{3, 4}, {3, 3}}, {{4, 4}, {3, 4}}, {{4, 4}, {4, 5}}};
  const Alignment alignment = align(arabic, english, Language::kArabic, core_lexicon());
  ASSERT_TRUE(alignment.covers(arabic.size(), english.size()));
  ASSERT_EQ(alignment.beads.size(), expected.size());
  for (std::size_t k = 0; k < expected.size(); ++k) {
    EXPECT_EQ(alignment.beads[k].source, expected[k].first) << k;
    EXPECT_EQ(alignment.beads[k].target, expected[k].second) << k;
  }
  const Alignment mirrored = align(english, arabic, Language::kEnglish, core_lexicon());
  EXPECT_TRUE(mirrored.covers(english.size(), arabic.size()));
}

// Signs and lengths belong to the segments with text, wherever empty ones stand.
TEST(Align, IsAsSureOfABeadWhenEmptySegmentsStandBetween) {
  std::vector<std::string> arabic;
  std::vector<std::string> english;
  for (std::size_t k = 0; k < 30; ++k) {
    const std::string number = std::to_string(100 + 7 * k);
    arabic.push_back("كتاب رقم " + number + (k % 3 == 0 ? "" : "."));
    english.push_back("Book number " + number + (k % 3 == 0 ? "" : "."));
  }
  const Alignment dense =
      align(segments_of(arabic), segments_of(english), Language::kArabic, core_lexicon());
  for (std::size_t k = 30; k-- > 0;) {
    if (k % 4 == 1) arabic.insert(arabic.begin() + static_cast<std::ptrdiff_t>(k), "");
  }
  const Alignment sparse =
      align(segments_of(arabic), segments_of(english), Language::kArabic, core_lexicon());
  std::vector<double> confidences;
  for (const Bead& bead : sparse.beads) {
    if (!bead.target.empty()) confidences.push_back(bead.confidence);
  }
  ASSERT_EQ(confidences.size(), dense.beads.size());
  for (std::size_t k = 0; k < confidences.size(); ++k) {
    EXPECT_DOUBLE_EQ(confidences[k], dense.beads[k].confidence) << k;
  }
}

// Without a lexicon and with sentences of one length, the full stops alone tell the beads.
TEST(Align, LearnsTheSignsAtTheEdgesOfBeadsFromTheText) {
  std::vector<std::string> arabic;
  std::vector<std::string> english;
  std::vector<Bead> expected;
  for (std::size_t k = 0; k < 60; ++k) {
    const std::size_t parts = k % 7 == 3 ? 3 : 1 + k % 2;
    expected.push_back({{k, k + 1}, {english.size(), english.size() + parts}, 1});
    std::string text = "كذا كذا كذا";
    for (std::size_t part = 1; part < parts; ++part) {
      text += " كذا كذا كذا";
      english.push_back("Thus thus thus.");
    }
    english.push_back("Thus thus thus");
    arabic.push_back(text);
  }
  const Alignment found =
      align(segments_of(arabic), segments_of(english), Language::kArabic, LexiconIndex(Lexicon{}));
  ASSERT_EQ(found.beads.size(), expected.size());
  for (std::size_t k = 0; k < expected.size(); ++k) {
    EXPECT_EQ(found.beads[k].source, expected[k].source);
    EXPECT_EQ(found.beads[k].target, expected[k].target);
  }
}

}  // namespace
}  // namespace mizan
