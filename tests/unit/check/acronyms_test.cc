// English acronyms that are a slip away from what the Arabic, or the rest of the text, calls for.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/unit/check/pair_rows.h"
#include "tm/variant/lexicon_knowledge.h"

namespace mizan {
namespace {

// One document.
struct AcronymRow {
  std::vector<Sentence> pairs;
  std::vector<std::string> found;  // word and suggestion of each finding about an acronym
};

void PrintTo(const AcronymRow& row, std::ostream* out) {
  *out << row.pairs.back().arabic << " | " << row.pairs.back().english;
}

class Acronym : public testing::TestWithParam<AcronymRow> {};

TEST_P(Acronym, IsHeldAgainstTheArabicAndTheText) {
  static const LexiconKnowledge knowledge({{{"قال", "say"},
                                            {"الولايات المتحدة", "USA"},
                                            {"الناتو", "NATO"},
                                            {"بي بي سي", "BBC"},
                                            {"سي إن إن", "CNN"},
                                            {"فيكتور", "Victor"},
                                            {"هدف", "aim"},
                                            {"الهدف", "AIM"},
                                            {"وكالة الاستخبارات المركزية", "CIA"}}});
  std::vector<std::string> found;
  for (const Finding& finding :
       check_records(document_of(GetParam().pairs), {nullptr, &knowledge, {}},
                     {.severities = {}, .source = {}, .least = Severity::kWarning})) {
    if (finding.rule != "acronym") continue;
    const auto& span = finding.target ? finding.target : finding.source;
    found.push_back(span->text + " " + finding.suggestion);
  }
  EXPECT_EQ(found, GetParam().found);
}

INSTANTIATE_TEST_SUITE_P(
    Dictionary, Acronym,
    testing::Values(
        AcronymRow{{{"فريق الولايات المتحدة الأول", "The first team of the ULA"}}, {"ULA USA"}},
        AcronymRow{{{"مدينة في الناتو", "A city in NTAO"}}, {"NTAO NATO"}},
        AcronymRow{{{"مدينة في الناتو", "A city in NATO's south"}}, {}},
        // Two slips of one kind in a text, and the rendering in another order, or glued.
        AcronymRow{{{"مدينة في الناتو", "A city in NTAO"}, {"قال الناتو", "NTAO said"}},
                   {"NTAO NATO"}},
        AcronymRow{{{"وكالة الاستخبارات الأمريكية المركزية", "The American CIB"}}, {"CIB CIA"}},
        AcronymRow{{{"قال لشبكةسي إن إن", "He told CBN"}}, {"CBN CNN"}},
        // What is known is another acronym; what is spelled out is compared by its letters.
        AcronymRow{{{"قال سي بي سي نيوز", "CBC News said so"}}, {}},
        AcronymRow{{{"قال في الولايات المتحدة", "The BBC said so in America"}}, {}},
        // The acronym fits the Arabic as well; another length; a word as well.
        AcronymRow{{{"معهد فيكتور للعلوم", "The VECTOR institute of science"}}, {}},
        AcronymRow{{{"قال الناتو", "NAT said so"}}, {}},
        AcronymRow{{{"الهدف هو", "The FIM is"}}, {}}));

INSTANTIATE_TEST_SUITE_P(
    Text, Acronym,
    testing::Values(
        // Two letters changed places.
        AcronymRow{{{"سجل في الدوري", "He scored in the QRL"},
                    {"فاز في الدوري", "He won in the QRL"},
                    {"خسر في النهائي", "He lost in the QLR"}},
                   {"QLR QRL"}},
        // Another letter, in the company of the same name or of an Arabic word of its own.
        AcronymRow{{{"غادر أمس", "He left QRL Harlow"},
                    {"عاد اليوم", "He came back to QRL Harlow"},
                    {"سافر غدا", "He goes to QTL Harlow"}},
                   {"QTL QRL"}},
        AcronymRow{{{"غادر الكونفدرالية أمس", "He left the QRL"},
                    {"عاد إلى الكونفدرالية", "He is back in the QRL"},
                    {"تدعم الكونفدرالية", "It supports the QTL"},
                    {"نام الولد", "The boy slept"}},
                   {"QTL QRL"}},
        // No company in common.
        AcronymRow{{{"غادر الكونفدرالية أمس", "He left the QRL"},
                    {"عاد إلى الكونفدرالية", "He is back in the QRL"},
                    {"تدعم النقابة", "It supports the QTL"}},
                   {}},
        // In Latin letters on both sides.
        AcronymRow{{{"غادر QRL أمس", "He left the QRL"},
                    {"عاد إلى QRL", "He is back in the QRL"},
                    {"وQLRs أيضا", "And the QLRs too"}},
                   {}},
        // A name that a headline has in capitals.
        AcronymRow{{{"زار كوفنر أمس", "Covner was here"},
                    {"عاد كوفنر", "Covner came back"},
                    {"كوفنر يستقيل", "COVENR resigns"}},
                   {"COVENR COVNER"}}));

INSTANTIATE_TEST_SUITE_P(
    WrittenOut, Acronym,
    testing::Values(
        AcronymRow{{{"قال المجلس", "The Mountain Rescue Council (MRD) said"}}, {"MRD MRC"}},
        AcronymRow{{{"قال المجلس", "The Mountain Rescue Council (MRC) said"}}, {}},
        AcronymRow{{{"قال المجلس", "The Council of Mountain Rescue (CRM) said"}}, {"CRM CMR"}},
        AcronymRow{{{"قال عضو", "An MWB (Member of the Western Parliament) said"}}, {"MWB MWP"}},
        // A mark without its letter is no word of the name.
        AcronymRow{{{"قال المجلس", "The MWB (Member \u064B Western Parliament) said"}},
                   {"MWB MWP"}},
        // A letter from within a word.
        AcronymRow{{{"قالت الشركة", "The Extensible Machine Language (XML) is"}}, {}}));

INSTANTIATE_TEST_SUITE_P(
    LetterNames, Acronym,
    testing::Values(AcronymRow{{{"قالت بيبيسي", "The BBC said"}}, {}},
                    AcronymRow{{{"وقالت بيبيدي", "The BBC said"}},
                               {"BBC write the same letters on both sides"}},
                    AcronymRow{{{"قالت بى بى سى", "The BBC said"}}, {}},
                    AcronymRow{{{"قالت بى بى دى", "The BBC said"}},
                               {"BBC write the same letters on both sides"}},
                    AcronymRow{{{"قالت بي-بي-سي", "The BBC said"}}, {}},
                    AcronymRow{{{"قالت بي-بي-دي", "The BBC said"}},
                               {"BBC write the same letters on both sides"}},
                    AcronymRow{{{"قال للسي إن إن", "He told CNN"}}, {}},
                    // One acronym within another.
                    AcronymRow{{{"قال لكيه تي إن بي سي وإن بي سي", "He told KTNBC and NBC"}}, {}},
                    AcronymRow{{{"قال لكيه دي إن بي سي ثم لإن بي سي", "He told KTNBC, then NBC"}},
                               {"KTNBC write the same letters on both sides"}},
                    AcronymRow{{{"قال للسي إن دي", "He told CNN"}},
                               {"CNN write the same letters on both sides"}}));

class LatinToken : public testing::TestWithParam<PairRow> {};

TEST_P(LatinToken, StandsOnBothSides) { expect_rules(GetParam()); }

INSTANTIATE_TEST_SUITE_P(
    Rows, LatinToken,
    testing::Values(PairRow{"فندق Kalo في Kalo", "The Kalo hotel at Kalo", {}},
                    PairRow{"فندق Kalo في Kalo", "The Kelo hotel at Kalo", {"latin-token"}},
                    PairRow{"فندق Kelo في Kalo", "The Kalo hotel at Kalo", {"latin-token"}},
                    PairRow{"لقب QRLs الجديد", "The new title of QRLs", {}},
                    PairRow{"لقب QRLa الجديد", "The new title of QRLs", {"latin-token"}},
                    PairRow{"السلالة 312E الجديدة", "The new strain Abc-312E", {}},
                    PairRow{"حدث Hackathon جديد", "New hackathons", {}},
                    PairRow{"قال موقع news.com أمس", "The site news.com said", {}},
                    PairRow{"قال موقع news.com أمس", "The site news.ocm said", {"url"}},
                    PairRow{"قال موقع news.ocm أمس", "The site news.com said", {"url"}},
                    PairRow{"راسل me@news.org الآن", "Write to me@news.og now", {"url"}}));

}  // namespace
}  // namespace mizan
