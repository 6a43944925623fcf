#include "tm/report/match_view.h"

#include <gtest/gtest.h>

namespace mizan {
namespace {

TranslationUnit unit(const std::string& arabic, const std::string& english) {
  TranslationUnit unit;
  unit.id = 17;
  unit.arabic = arabic;
  unit.english = english;
  return unit;
}

// The range of `word` in `text`.
ByteRange range(std::string_view text, std::string_view word) {
  const std::size_t begin = text.find(word);
  return {begin, begin + word.size()};
}

TEST(MatchView, ShowsAnExactMatchAsItIs) {
  EXPECT_EQ(view_match({unit("نعم", "Yes"), 1, {}}, "نعم", Language::kArabic, {}),
            "100%  unit 17\n  نعم\n  Yes\n");
}

TEST(MatchView, MarksChangedDeletedAndInsertedWords) {
  const std::string query = "the Malian army said today";
  const std::string stored = "the Nigerian army has said";
  const Match match{unit("قال الجيش", stored),
                    0.6,
                    {{EditKind::kEqual, range(query, "the"), range(stored, "the")},
                     {EditKind::kChanged, range(query, "Malian"), range(stored, "Nigerian")},
                     {EditKind::kEqual, range(query, "army"), range(stored, "army")},
                     {EditKind::kDeleted, {16, 16}, range(stored, "has")},
                     {EditKind::kEqual, range(query, "said"), range(stored, "said")},
                     {EditKind::kInserted, range(query, "today"), {26, 26}}}};
  EXPECT_EQ(view_match(match, query, Language::kEnglish, {}),
            " 60%  unit 17\n"
            "  the [-Nigerian-]{+Malian+} army [-has-] said {+today+}\n"
            "  قال الجيش\n");
}

TEST(MatchView, SetsInsertedWordsApart) {
  struct Row {
    std::size_t place;  // in the unit
    std::string_view shown;
  };
  const Row rows[] = {
      {0, "{+now+} a b"}, {1, "a {+now+} b"}, {2, "a {+now+} b"}, {3, "a b {+now+}"}};
  for (const Row& row : rows) {
    const Match match{
        unit("نعم", "a b"), 0.7, {{EditKind::kInserted, {0, 3}, {row.place, row.place}}}};
    const std::string view = view_match(match, "now", Language::kEnglish, {});
    EXPECT_NE(view.find("\n  " + std::string(row.shown) + "\n"), std::string::npos) << view;
  }
}

TEST(MatchView, TellsWhereTheUnitComesFrom) {
  Match match{unit("نعم", "Yes"), 0.995, {}};
  match.unit.origin.document = "a.tmx";
  match.unit.origin.created = "2025-01-01T10:00:00Z";
  match.unit.origin.changed = "2026-11-22T10:00:00Z";
  EXPECT_EQ(view_match(match, "نعم", Language::kArabic, {.isolate = true}),
            " 99%  unit 17  a.tmx, 2026-11-22\n  \u2068نعم\u2069\n  \u2068Yes\u2069\n");
}

TEST(MatchView, NamesTheFileAndTheCreationWhereNothingElseIsKnown) {
  Match match{unit("نعم", "Yes"), 1, {}};
  match.unit.origin.file = "a.tsv";
  match.unit.origin.author = "MA";
  match.unit.origin.created = "2025-01-01T10:00:00Z";
  EXPECT_EQ(view_match(match, "نعم", Language::kArabic, {}),
            "100%  unit 17  a.tsv, MA, 2025-01-01\n  نعم\n  Yes\n");
}

TEST(MatchView, AMatchInContextIs101) {
  Match match{unit("نعم", "Yes"), 1, {}, MatchContext::kBoth};
  EXPECT_EQ(view_match(match, "نعم", Language::kArabic, {}),
            "101%  unit 17  (in context)\n  نعم\n  Yes\n");
  match.context = MatchContext::kBefore;
  EXPECT_EQ(view_match(match, "نعم", Language::kArabic, {}),
            "100%  unit 17  (after the same segment)\n  نعم\n  Yes\n");
}

TEST(MatchView, ShowsTheSuggestedTarget) {
  const Match match{unit("قتل 5", "5 died"),
                    0.875,
                    {{EditKind::kChanged, {7, 8}, {7, 8}}},
                    MatchContext::kNone,
                    SuggestedTarget{"7 died", {{{7, 8}, {7, 8}, {0, 1}, {0, 1}}}}};
  EXPECT_EQ(view_match(match, "قتل 7", Language::kArabic, {}),
            " 87%  unit 17\n  قتل [-5-]{+7+}\n  5 died\n  suggested: 7 died\n");
  EXPECT_NE(view_match(match, "قتل 7", Language::kArabic, {.color = true})
                .find("suggested: \x1b[32m7\x1b[0m died"),
            std::string::npos);
}

TEST(MatchView, IsolatesEveryPieceOfTheDifference) {
  const Match match{unit("زار Mali أمس", "x"), 0.6, {{EditKind::kChanged, {7, 12}, {7, 11}}}};
  EXPECT_EQ(view_match(match, "زار Niger", Language::kArabic, {.isolate = true}),
            " 60%  unit 17\n"
            "  \u2068زار [-\u2068Mali\u2069-]{+\u2068Niger\u2069+} أمس\u2069\n  \u2068x\u2069\n");
}

TEST(MatchView, SaysHowManyEqualUnitsTheLimitLeftOut) {
  EXPECT_EQ(view_left_out(0), "");
  EXPECT_EQ(view_left_out(1),
            "and 1 more unit that matches as well as the last one; --limit shows more\n");
  EXPECT_EQ(view_left_out(7),
            "and 7 more units that match as well as the last one; --limit shows more\n");
}

TEST(ConcordanceView, MarksThePhraseWhereverItStands) {
  const ConcordanceHit hit{unit("الوقود في مالي", "Fuel, fuel in Mali"), {{0, 4}, {6, 10}}};
  EXPECT_EQ(view_concordance(hit, Language::kEnglish, {}),
            "unit 17\n  [Fuel], [fuel] in Mali\n  الوقود في مالي\n");
  EXPECT_EQ(view_concordance(hit, Language::kEnglish, {.color = true}),
            "unit 17\n  \x1b[1mFuel\x1b[0m, \x1b[1mfuel\x1b[0m in Mali\n  الوقود في مالي\n");
}

TEST(TermsView, ShowsEachTermOnce) {
  TermHit hit;
  hit.term = "فيلق إفريقيا";
  hit.translations = {"Africa Corps", "Afrika Korps"};
  hit.evidence = "exact";
  TermHit again = hit;
  again.evidence = "clitic و+";
  const std::vector<TermHit> hits = {hit, again};
  EXPECT_EQ(view_terms(hits, {}), "  فيلق إفريقيا  →  Africa Corps; Afrika Korps  (exact)\n");
  EXPECT_EQ(view_terms({}, {}), "");
}

TEST(ConceptView, ShowsBothLanguagesAndWhatIsNotPreferred) {
  TermConcept entry;
  entry.id = 5;
  entry.terms = {{"Wagner", Language::kEnglish, TermStatus::kPreferred, ""},
                 {"فاجنر", Language::kArabic, TermStatus::kPreferred, ""},
                 {"Vagner", Language::kEnglish, TermStatus::kDeprecated, ""},
                 {"فاغنر", Language::kArabic, TermStatus::kAdmitted, ""}};
  EXPECT_EQ(view_concept(entry, {}), "5  فاجنر; فاغنر (admitted)  →  Wagner; Vagner (deprecated)");
}

}  // namespace
}  // namespace mizan
