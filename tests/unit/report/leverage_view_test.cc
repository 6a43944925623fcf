#include "tm/report/leverage_view.h"

#include <gtest/gtest.h>

namespace mizan {
namespace {

LeverageRow row(const std::string& name, Language language, std::size_t exact, std::size_t none) {
  LeverageRow row{name, language, {}};
  row.table[LeverageBand::kExact] = {1, exact};
  row.table[LeverageBand::kNone] = {2, none};
  return row;
}

TEST(LeverageView, ATableForEachTextAndOneForAll) {
  const LeverageRow rows[] = {row("a.txt", Language::kArabic, 10, 30),
                              row("b.txt", Language::kEnglish, 0, 0)};
  EXPECT_EQ(view_leverage(std::span(rows).first(1), {}),
            "a.txt (Arabic)\n"
            "                     segments      words of words\n"
            "  in context 101%           0          0     0.0%\n"
            "  exact 100%                1         10    25.0%\n"
            "  repetitions               0          0     0.0%\n"
            "  95-99%                    0          0     0.0%\n"
            "  85-94%                    0          0     0.0%\n"
            "  75-84%                    0          0     0.0%\n"
            "  50-74%                    0          0     0.0%\n"
            "  none                      2         30    75.0%\n"
            "  total                     3         40   100.0%\n\n");
  const std::string both = view_leverage(rows, {});
  EXPECT_NE(both.find("b.txt (English)\n"), std::string::npos);
  EXPECT_NE(both.find("all 2 texts\n"), std::string::npos);
  EXPECT_NE(both.find("  total                     6         40   100.0%\n"), std::string::npos);
}

TEST(LeverageTsv, HasARowForEachBand) {
  const LeverageRow rows[] = {row("a\tb.txt", Language::kArabic, 10, 30)};
  const std::string tsv = leverage_tsv(rows);
  EXPECT_TRUE(
      tsv.starts_with("file\tlanguage\tband\tsegments\twords\n"
                      "a b.txt\tar\tcontext\t0\t0\n"
                      "a b.txt\tar\texact\t1\t10\n"));
  EXPECT_TRUE(tsv.ends_with("total\t\t50-74\t0\t0\ntotal\t\tnone\t2\t30\n"));
}

TEST(LeverageJson, NamesItsSchemaTheFilesAndTheTotal) {
  const LeverageRow rows[] = {row("a.txt", Language::kArabic, 10, 30)};
  const std::string json = leverage_json(rows);
  for (const std::string_view part : {R"("schema": 1)", R"("file": "a.txt")", R"("language": "ar")",
                                      R"("total": {)", R"("words": 40)"}) {
    EXPECT_NE(json.find(part), std::string::npos) << part << json;
  }
}

}  // namespace
}  // namespace mizan
