// Spaces, marks and letters: what a compositor would put right.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "tests/unit/check/pair_rows.h"
#include "tm/variant/name_knowledge.h"

namespace mizan {
namespace {

class Typography : public testing::TestWithParam<PairRow> {};

TEST_P(Typography, IsFoundWhereItIsWrong) { expect_rules(GetParam()); }

const std::string kSpace = "space-punctuation";

INSTANTIATE_TEST_SUITE_P(
    Spaces, Typography,
    testing::Values(
        PairRow{"غادر  المدينة أمس", "He left town yesterday", {"double-space"}},
        PairRow{"غادر المدينة أمس", "He left  town yesterday", {"double-space"}},
        PairRow{"غادر المدينة. عاد أمس.", "He left town.  He came back yesterday.", {}},
        PairRow{"غادر المدينة ، ثم عاد", "He left town, then came back", {kSpace}},
        PairRow{"غادر المدينة،ثم عاد", "He left town, then came back", {kSpace}},
        PairRow{"غادر المدينة، ثم عاد", "He left town , then came back", {kSpace}},
        PairRow{"غادر المدينة، ثم عاد", "He left town,then came back", {kSpace}},
        PairRow{"غادر المدينة ثم عاد.", "He left town and came back .", {kSpace}},
        PairRow{"غادر المدينة ثم ...", "He left town and then ...", {}},
        PairRow{"عمل في وكالة أ.ف.ب. سنتين", "He worked at A.F.P. for two years", {}},
        PairRow{"زار موقع www.example.org أمس", "He visited www.example.org yesterday", {}},
        PairRow{"بلغ 1,250 أو 3.5 آلاف", "It came to 1,250 or 3.5 thousand", {}},
        PairRow{"قال \" غادر المدينة\" أمس", "He said \"left town\" yesterday", {kSpace}},
        PairRow{"قال \"غادر المدينة \" أمس", "He said \"left town\" yesterday", {kSpace}},
        PairRow{"قال \"غادر المدينة\"أمس", "He said \"left town\" yesterday", {kSpace}},
        PairRow{"قال بـ\"غادر\" و\"عاد\" أمس", "He said \"left\" and \"back\" yesterday", {}},
        PairRow{"الدولة(التنظيم) هناك", "The state (the group) is there", {kSpace}},
        PairRow{"الدولة (التنظيم)هناك", "The state (the group) is there", {kSpace}},
        PairRow{"الكلمة أو الكلمات هناك", "The word(s) and a (re)start", {}},
        PairRow{"قتل 16في هجوم", "16 were killed in an attack", {kSpace}},
        PairRow{"الـ16 قرب 5كم في 1445هـ", "The 16 near 5 km in 1445 AH", {}},
        PairRow{"فاز بكأسBetfred أمس", "He won the Betfred cup yesterday", {kSpace}},
        PairRow{"قال لـNATO أمس", "He told NATO yesterday", {}},
        PairRow{"قال:\"غادر المدينة\" أمس", "He said \"left town\" yesterday", {kSpace}},
        PairRow{"غادر المدينة أمس", "He left town- it was yesterday", {kSpace}},
        PairRow{"لسنتين أو ثلاث", "for two- or three-year terms", {}},
        PairRow{"قبل الحرب وبعدها", "in pre- and postwar years", {}},
        PairRow{"غادر المدينة وعاد", "He left town- and came back", {kSpace}},
        PairRow{"غادر - كما قال–المدينة", "He left - as he said - the town", {kSpace}},
        PairRow{"طريق القاهرة–الإسكندرية هناك", "The Cairo road is there", {}},
        PairRow{"في شركة س وص", "at S&amp;C there", {}},
        PairRow{"وقال:\" غادر المدينة.", "He said: \"He left town.", {kSpace}},
        PairRow{"وقال\"غادر المدينة.", "He said: \"He left town.", {kSpace}},
        PairRow{"وذكر بـ\"غادر المدينة.", "He said: \"He left town.", {}},
        PairRow{"المدينة –وهي كبيرة أمس", "The city is big yesterday", {kSpace}},
        PairRow{"المدينة –وهي كبيرة– أمس", "The city – a big one – yesterday", {}},
        PairRow{"مصر و السودان", "Egypt and Sudan", {"detached-waw"}},
        PairRow{"مصر و 12 دولة", "Egypt and 12 states", {}}));

INSTANTIATE_TEST_SUITE_P(
    Marks, Typography,
    testing::Values(
        PairRow{"غادر المدينة, ثم عاد", "He left town, then came back", {"ascii-punctuation"}},
        PairRow{"هل غادر المدينة?", "Did he leave town?", {"ascii-punctuation"}},
        PairRow{"غادر المدينة، ثم عاد", "He left town، then came back", {"ascii-punctuation"}},
        PairRow{"قرأ War, and Peace أمس", "He read War, and Peace yesterday", {}},
        PairRow{"غادر المدينة أمس", "He left town yesterday.", {"end-punctuation"}},
        PairRow{"غادر المدينة أمس.", "He left town yesterday", {"end-punctuation"}},
        PairRow{"هل غادر المدينة؟", "Did he leave town.", {"end-punctuation"}},
        PairRow{"سألته: «هل غادر المدينة؟».", "I asked, \"Did he leave town?\"", {}},
        PairRow{"سألته: «هل غادر المدينة؟».", "\"Did he leave town?\" I asked.", {}},
        PairRow{"\"غادر المدينة أمس\"", "\"He left town yesterday.\"", {"end-punctuation"}},
        PairRow{"\"غادر المدينة أمس\".", "\"He left town yesterday.\"", {}},
        PairRow{
            "غادرالمدينةأمسثمعادإليهابعديومين", "He left town and came back.", {"end-punctuation"}},
        PairRow{"ما أجمل المدينة أمس!", "How fine the city was yesterday.", {}},
        PairRow{"وصل إلى الولايات المتحدة", "He arrived in the U.S.", {}},
        PairRow{"وأضاف هذا الرجل:", "And this man added", {}}));

INSTANTIATE_TEST_SUITE_P(
    Letters, Typography,
    testing::Values(PairRow{"محـــمد هناك", "Mohammed there", {"tatweel"}},
                    PairRow{"كوريــا هناك", "Korea there", {"tatweel"}},
                    PairRow{"الـ12 وبـ\"غادر\" سنة 1445 هـ", "The 12 and \"left\" in 1445 AH", {}},
                    PairRow{"لـ محمد هناك", "For Mohammed there", {}},
                    PairRow{"\uFEFB أحد هناك", "Nobody is there", {"presentation-form"}},
                    PairRow{"\u0635\u0644\u0649 عليه \uFDFA", "He prayed for him", {}},
                    PairRow{"العدد \u202E12\u202C هناك", "The number 12 there", {"bidi-control"}},
                    PairRow{"العدد \u206712 هناك", "The number 12 there", {"bidi-control"}},
                    PairRow{"العدد \u206712\u2069 \u200Fهناك", "The number 12 there", {}}));

INSTANTIATE_TEST_SUITE_P(
    Quotations, Typography,
    testing::Values(
        PairRow{"قال \"غادر المدينة.", "He said \"left town.\"", {"unbalanced"}},
        PairRow{"\"وقال إن \"غادر المدينة.", "\"Left town,\" he said.", {kSpace, "unbalanced"}},
        PairRow{"وقال \"غادر المدينة.", "Left town,\" he said.", {"unbalanced"}},
        PairRow{"\"غادر المدينة.", "\"He left town.", {}}));

// Knows a handful of words, and how some are rendered.
class SmallDictionary : public NameKnowledge {
 public:
  bool is_word(Language, std::string_view form) const override {
    constexpr std::string_view kWords[] = {"شمال",  "بلاد", "مدينه", "كبير", "غادر",
                                           "حديقه", "مكتب", "جديد",  "منظم", "بيت"};
    return std::find(std::begin(kWords), std::end(kWords), form) != std::end(kWords);
  }
  std::span<const std::string> translations(std::string_view form) const override {
    static const std::map<std::string, std::vector<std::string>, std::less<>> renderings = {
        {"مكتب", {"office"}}, {"جديد", {"new"}}};
    const auto place = renderings.find(form);
    return place == renderings.end() ? std::span<const std::string>() : place->second;
  }
};

TEST(JoinedWords, AreToldByWhatIsKnownOfTheirParts) {
  const SmallDictionary words;
  const CheckKnowledge knowledge{.terms = nullptr, .words = &words, .names = {}};
  const std::vector<std::string> joined = {"joined-words"};
  for (const PairRow& row : std::vector<PairRow>{
           {"غادر شمالالبلاد أمس", "He left the north", joined},
           {"غادر المدينةغرب هناك", "He left the city", joined},  // ة ends a word
           {"غادر مدينةكبير هناك", "He left a big city", joined},
           {"غادر تمامًاقرب هناك", "He left entirely", joined},  // so does a tanwin
           {"غادر علىالبلاد هناك", "He left the country", joined},
           {"غادر شمالإسكتلندا أمس", "He left the north", joined},  // إ begins one
           {"غادر مكتبجديد أمس", "He left a new office", joined},   // both parts are rendered
           {"غادر شماله وبلاده", "He left the north and the country", {}},
           {"غادر المنظمتين أمس", "He left the two groups", {}},  // a dual
           {"غادر كافانو أمس ثم عاد كافانو", "Kavanaugh left and came back", {}},
           {"غادر بيتهوفن أمس", "Beethoven left yesterday", {}},  // a name
           {"غادر الحديقة أمس", "He left the garden", {}}}) {
    expect_rules(row, knowledge);
  }
}

TEST(JoinedWords, AreShownApart) {
  const SmallDictionary words;
  const auto suggestion = [&](std::string_view arabic) {
    const auto findings =
        findings_of(arabic, "He left the north", {.terms = nullptr, .words = &words, .names = {}});
    return findings.size() == 1 ? findings[0].suggestion : std::string();
  };
  EXPECT_EQ(suggestion("غادر شمالالبلاد أمس"), "شمال البلاد");
  EXPECT_EQ(suggestion("غادر شِمالالبلاد أمس"), "شمال البلاد");
}

TEST(Quotations, MayBeCutByWhoSpeaksWithinAParagraph) {
  const auto rules = [](std::string_view arabic, std::string_view english) {
    const SegmentedText source = segmented(arabic, Language::kArabic);
    const SegmentedText target = segmented(english, Language::kEnglish);
    const Alignment alignment{.beads = {{.source = {0, 1}, .target = {0, 1}, .confidence = 1},
                                        {.source = {1, 2}, .target = {1, 2}, .confidence = 1}}};
    std::vector<std::string> found;
    for (const Finding& finding :
         check_texts({&source, arabic}, {&target, english}, alignment, {},
                     {.severities = {}, .source = {}, .least = Severity::kWarning})) {
      found.push_back(finding.rule);
    }
    return found;
  };
  const std::string english =
      "\"Wood does not lie,\" the old man says.\n\"You hear it at the first tap.\"\n";
  EXPECT_EQ(rules("يقول الشيخ: «الخشب لا يكذب.\nتسمعه من أول طرقة».\n", english),
            std::vector<std::string>{});
  EXPECT_EQ(rules("يقول الشيخ: «الخشب لا يكذب.\nتسمعه من أول طرقة.\n", english),
            std::vector<std::string>{"unbalanced"});
}

}  // namespace
}  // namespace mizan
