#include "tm/report/variants_view.h"

#include <gtest/gtest.h>

namespace mizan {
namespace {

NameCluster cluster() {
  NameCluster cluster;
  cluster.spellings = {
      {"بريجوجين", {{"a.txt", 4, 0, 16}, {"a.txt", 9, 0, 16}, {"b.txt", 1, 0, 16}}},
      {"بريجوزجن", {{"a.txt", 5, 0, 16}}}};
  cluster.preferred = "بريجوجين";
  cluster.confidence = 0.934;
  cluster.evidence = "ج/ز";
  return cluster;
}

TEST(ClusterView, ListsSpellingsWithTheirPlaces) {
  EXPECT_EQ(view_cluster(cluster(), {}),
            "بريجوجين  name, confidence 0.93\n"
            "  بريجوجين  3×  a.txt:4, 9, b.txt:1\n"
            "  بريجوزجن  1×  a.txt:5\n"
            "  ج/ز\n");
}

TEST(ClusterView, SaysWhoPrefersASpellingAndWhichNameOfTheTranslationHasSeveral) {
  NameCluster across = cluster();
  across.preferred_by = PreferredBy::kTermbase;
  across.beside = {"Prigozhin"};
  EXPECT_EQ(view_cluster(across, {}),
            "بريجوجين  name, confidence 0.93, as the termbase has it\n"
            "  بريجوجين  3×  a.txt:4, 9, b.txt:1\n"
            "  بريجوزجن  1×  a.txt:5\n"
            "  one English name, Prigozhin, 2 Arabic spellings\n"
            "  ج/ز\n");
  across.language = Language::kEnglish;
  across.beside = {"بريجوجين", "بريغوجين"};
  EXPECT_NE(
      view_cluster(across, {}).find("  2 Arabic names, بريجوجين, بريغوجين, 2 English spellings\n"),
      std::string::npos);
}

TEST(ClusterView, ShortensALongListOfPlaces) {
  NameCluster many = cluster();
  many.common_noun = true;
  many.spellings[0].places.clear();
  for (std::size_t line = 1; line <= 8; ++line) {
    many.spellings[0].places.push_back({"a.txt", line, 0, 16});
  }
  EXPECT_EQ(view_cluster(many, {.isolate = true}),
            "\u2068بريجوجين\u2069  word, confidence 0.93\n"
            "  \u2068بريجوجين\u2069  8×  a.txt:1, 2, 3, 4, 5 and 3 more\n"
            "  \u2068بريجوزجن\u2069  1×  a.txt:5\n"
            "  ج/ز\n");
}

}  // namespace
}  // namespace mizan
