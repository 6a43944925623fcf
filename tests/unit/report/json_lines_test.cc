// The lines that other programs read: keys, their order and their values are promised.
#include "tm/report/json_lines.h"

#include <gtest/gtest.h>

namespace mizan {
namespace {

Segment segment(const std::string& text) { return {.text = text, .range = {0, text.size()}}; }

TEST(SegmentAsJson, HasItsPlaceAndText) {
  EXPECT_EQ(to_json(Segment{"قال: \"نعم\".", {3, 21}, 2, 4}),
            R"({"begin":3,"end":21,"text":"قال: \"نعم\".","paragraph":2})");
}

TEST(SegmentAsJson, KeepsUtf8Verbatim) {
  // No \u escapes for what is not ASCII; control characters must have them.
  EXPECT_EQ(
      to_json(segment("a/b\\ \u200F\u0640é\t\x01")),
      "{\"begin\":0,\"end\":14,\"text\":\"a/b\\\\ \u200F\u0640é\\t\\u0001\",\"paragraph\":0}");
}

struct BeadRow {
  Bead bead;
  std::string_view json;
};

TEST(BeadAsJson, ListsItsSegments) {
  const BeadRow rows[] = {
      {{{0, 2}, {0, 1}, 0.97}, R"({"source":[0,1],"target":[0],"confidence":0.97})"},
      {{{3, 4}, {7, 7}, 0.5}, R"({"source":[3],"target":[],"confidence":0.5})"},
      {{{4, 4}, {7, 8}, 0}, R"({"source":[],"target":[7],"confidence":0.0})"},
      {{{0, 1}, {0, 1}, 1}, R"({"source":[0],"target":[0],"confidence":1.0})"},
      {{{0, 1}, {0, 1}, 2.0 / 3}, R"({"source":[0],"target":[0],"confidence":0.6667})"},
  };
  for (const BeadRow& row : rows) EXPECT_EQ(to_json(row.bead), row.json);
}

TEST(BeadAsJson, CarriesTheTextOfItsSegments) {
  const std::vector<Segment> source = {segment("صباح الخير"), segment("نعم"), segment("لا")};
  const std::vector<Segment> target = {segment("Yes; \"no\".")};
  EXPECT_EQ(to_json(Bead{{1, 3}, {0, 1}, 0.9}, source, target),
            R"({"source":[1,2],"target":[0],"confidence":0.9,"source_text":["نعم","لا"],)"
            R"("target_text":["Yes; \"no\"."]})");
  EXPECT_EQ(to_json(Bead{{0, 1}, {0, 0}, 0.25}, source, target),
            R"({"source":[0],"target":[],"confidence":0.25,"source_text":["صباح الخير"],)"
            R"("target_text":[]})");
}

TranslationUnit unit() {
  TranslationUnit unit;
  unit.id = 17;
  unit.arabic = "مالي";
  unit.english = "Mali";
  return unit;
}

TEST(MatchAsJson, NamesTheQueryTheRankAndWhatDiffers) {
  Match match{unit(),
              0.87654,
              {{EditKind::kEqual, {0, 8}, {0, 8}},
               {EditKind::kChanged, {9, 12}, {9, 15}},
               {EditKind::kInserted, {13, 15}, {16, 16}},
               {EditKind::kDeleted, {16, 16}, {17, 19}}}};
  EXPECT_EQ(to_json(match, Language::kArabic, {}),
            R"({"query":0,"rank":1,"score":0.8765,"source":"مالي","target":"Mali","unit":17,)"
            R"("context":null,"edits":[{"kind":"changed","query":[9,12],"source":[9,15]},)"
            R"({"kind":"inserted","query":[13,15],"source":[16,16]},)"
            R"({"kind":"deleted","query":[16,16],"source":[17,19]}],)"
            R"("file":null,"document":null,"author":null,"created":null,"changed":null})");
}

TEST(MatchAsJson, HasTheSuggestedTargetTheContextAndWhatWasLeftOut) {
  Match match{unit(),
              1,
              {},
              MatchContext::kBefore,
              SuggestedTarget{"Mali 7", {{{0, 1}, {2, 3}, {4, 5}, {5, 6}}}}};
  EXPECT_TRUE(to_json(match, Language::kArabic, {.query = 3, .rank = 2, .left_out = 4})
                  .ends_with(R"("suggested_target":"Mali 7","substitutions":[{"query":[0,1],)"
                             R"("source":[2,3],"target":[4,5],"suggested":[5,6]}],"left_out":4})"));
  EXPECT_NE(to_json(match, Language::kArabic, {}).find(R"("context":"before")"), std::string::npos);
}

TEST(MatchAsJson, HasTheSearchedSideAsItsSource) {
  Match match{unit(), 1, {}};
  match.unit.origin.document = "d";
  EXPECT_EQ(to_json(match, Language::kEnglish, {.query = 4, .rank = 2}),
            R"({"query":4,"rank":2,"score":1.0,"source":"Mali","target":"مالي","unit":17,)"
            R"("context":null,"edits":[],"file":null,"document":"d","author":null,)"
            R"("created":null,"changed":null})");
}

TEST(ConcordanceAsJson, HasThePlacesOfThePhrase) {
  EXPECT_EQ(to_json(ConcordanceHit{unit(), {{0, 2}, {2, 4}}}, Language::kEnglish),
            R"({"unit":17,"language":"en","text":"Mali","other":"مالي",)"
            R"("places":[[0,2],[2,4]],"document":null})");
}

TEST(TermHitAsJson, HasTheCitationFormAndTheRenderings) {
  TermHit hit;
  hit.line = 3;
  hit.begin = 5;
  hit.end = 27;
  hit.surface = "ولفيلق افريقيا";
  hit.term = "فيلق إفريقيا";
  hit.translations = {"Africa Corps", "Afrika Korps"};
  hit.evidence = "clitic و+ل+, folding: hamza";
  hit.confidence = 0.98;
  EXPECT_EQ(to_json(hit),
            R"({"line":3,"begin":5,"end":27,"surface":"ولفيلق افريقيا","term":"فيلق إفريقيا",)"
            R"("translation":["Africa Corps","Afrika Korps"],)"
            R"("evidence":"clitic و+ل+, folding: hamza","confidence":0.98,"related":false})");
}

TEST(ConceptAsJson, ListsItsTerms) {
  TermConcept entry;
  entry.id = 5;
  entry.subject = "forces";
  entry.terms = {{"فاجنر", Language::kArabic, TermStatus::kPreferred, ""},
                 {"Vagner", Language::kEnglish, TermStatus::kDeprecated, "old"}};
  EXPECT_EQ(to_json(entry),
            R"({"concept":5,"subject":"forces","definition":null,"source":null,"terms":[)"
            R"({"text":"فاجنر","language":"ar","status":"preferred","note":null},)"
            R"({"text":"Vagner","language":"en","status":"deprecated","note":"old"}]})");
}

TEST(ClusterAsJson, CountsThePlacesOfEachSpelling) {
  NameCluster cluster;
  cluster.spellings = {{"بريجوجين", {{"a.txt", 4, 10, 26}, {"a.txt", 9, 0, 16}}},
                       {"بريجوزجن", {{"a.txt", 5, 2, 18}}}};
  cluster.preferred = "بريجوجين";
  cluster.confidence = 0.93;
  cluster.evidence = "two letters";
  cluster.beside = {"prigozhin"};
  EXPECT_EQ(to_json(cluster),
            R"({"language":"ar","category":"name","spellings":[)"
            R"({"text":"بريجوجين","count":2,"places":[)"
            R"({"file":"a.txt","line":4,"begin":10,"end":26},)"
            R"({"file":"a.txt","line":9,"begin":0,"end":16}]},)"
            R"({"text":"بريجوزجن","count":1,"places":[)"
            R"({"file":"a.txt","line":5,"begin":2,"end":18}]}],)"
            R"("preferred":"بريجوجين","preferred_by":"frequency","confidence":0.93,"evidence":"two letters",)"
            R"("beside":["prigozhin"]})");
  cluster.language = Language::kEnglish;
  cluster.common_noun = true;
  EXPECT_TRUE(to_json(cluster).starts_with(R"({"language":"en","category":"word",)"));
}

TEST(FindingAsJson, PointsIntoBothSides) {
  Finding finding;
  finding.rule = "number-value";
  finding.severity = Severity::kError;
  finding.document = "article";
  finding.line = 12;
  finding.source = FindingSpan{12, 0, 4, "٢٥"};
  finding.target = FindingSpan{14, 7, 10, "2.5"};
  finding.related = {{"", 3}, {"u7", 9}};
  finding.message = "25 million here, 2.5 million there";
  finding.suggestion = "25";
  finding.fingerprint = "0a1b";
  EXPECT_EQ(to_json(finding),
            R"({"rule":"number-value","severity":"error","id":null,"document":"article","line":12,)"
            R"("source":{"begin":0,"end":4,"text":"٢٥"},)"
            R"("target":{"begin":7,"end":10,"text":"2.5","line":14},)"
            R"("related":[{"id":null,"line":3},{"id":"u7","line":9}],)"
            R"("message":"25 million here, 2.5 million there","suggestion":"25",)"
            R"("fingerprint":"0a1b"})");
}

TEST(FindingAsJson, IsNullOnASideThatDoesNotApply) {
  Finding finding;
  finding.rule = "doubled-word";
  finding.id = "7";
  finding.line = 2;
  finding.target = FindingSpan{2, 0, 7, "the the"};
  EXPECT_EQ(to_json(finding),
            R"({"rule":"doubled-word","severity":"warning","id":"7","document":null,"line":2,)"
            R"("source":null,"target":{"begin":0,"end":7,"text":"the the","line":2},)"
            R"("related":[],"message":"","suggestion":"","fingerprint":""})");
  finding.target.reset();
  finding.source = FindingSpan{5, 0, 4, "من"};
  EXPECT_NE(
      to_json(finding).find(R"("source":{"begin":0,"end":4,"text":"من","line":5},"target":null)"),
      std::string::npos);
}

}  // namespace
}  // namespace mizan
