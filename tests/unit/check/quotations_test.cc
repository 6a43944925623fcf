// unbalanced: quotations over several sentences, and single marks as evidence of the other side.
#include <gtest/gtest.h>

#include "tests/unit/check/pair_rows.h"

namespace mizan {
namespace {

struct QuotedText {
  std::string_view what;
  std::vector<Sentence> lines;
  std::vector<std::size_t> unbalanced;  // numbers of lines, from 1
};

void PrintTo(const QuotedText& text, std::ostream* out) { *out << text.what; }

class Quotations : public testing::TestWithParam<QuotedText> {};

TEST_P(Quotations, AreHeldAgainstTheOtherSide) {
  std::vector<std::size_t> found;
  for (const Finding& finding : check_records(document_of(GetParam().lines))) {
    if (finding.rule == "unbalanced") found.push_back(finding.line);
  }
  EXPECT_EQ(found, GetParam().unbalanced);
}

INSTANTIATE_TEST_SUITE_P(
    SingleMarks, Quotations,
    testing::Values(
        QuotedText{"a whole quotation in single marks",
                   {{"قال: \"كنا هناك.", "He said: 'We were there.'"}},
                   {1}},
        QuotedText{"one that goes on on both sides",
                   {{"قال: \"كنا هناك.", "He said: 'We were there."}},
                   {}},
        QuotedText{
            "begun in single marks alone",
            {{"قال: كنا هناك.", "He said: 'We were there."}, {"ثم ذهبنا.\"", "Then we left.'"}},
            {1}},
        QuotedText{
            "ended in single marks alone",
            {{"قال: \"كنا هناك.", "He said: 'We were there."}, {"ثم ذهبنا.", "Then we left.'"}},
            {2}},
        QuotedText{
            "no quotation: apostrophes",
            {{"قال: \"كنا هناك.", "He said: \"We weren't at the players' house in the '90s."}},
            {}},
        QuotedText{"possessive within a quotation",
                   {{"قال إن \"دار اللاعبين مغلقة\".", "He said 'the players' house is shut'."}},
                   {}},
        QuotedText{"a quotation within one that goes on",
                   {{"قال: \"كنا هناك.", "He said: \"We were there."},
                    {"قلت له: \"اذهب\".", "I told him: 'Go'."},
                    {"ثم ذهبنا.\"", "Then we left.\""}},
                   {}}));

INSTANTIATE_TEST_SUITE_P(
    SeveralSentences, Quotations,
    testing::Values(QuotedText{"the end of the first of two is missing",
                               {{"\"كنا هناك.", "\"We were there."},
                                {"ثم ذهبنا إلى البيت.", "Then we went home.\""},
                                {"\"وبعدها عدنا.", "\"And later we came back."},
                                {"هذا كل ما حدث\".", "That was all.\""}},
                               {2}},
                    QuotedText{"each paragraph begins anew",
                               {{"\"كنا هناك.", "\"We were there."},
                                {"\"وبعدها عدنا.", "\"And later we came back."},
                                {"هذا كل ما حدث\".", "That was all.\""}},
                               {}},
                    QuotedText{"only the English begins the last paragraph anew",
                               {{"قال: \"كنا هناك.", "He said: \"We were there."},
                                {"وبعدها عدنا\".", "\"And later we came back.\""}},
                               {}},
                    QuotedText{"a name in marks without its first one, within a quotation",
                               {{"\"كنا هناك.", "\"We were there."},
                                {"زرنا فندق البحر\" مرتين.", "We saw the Sea Hotel twice."},
                                {"ثم ذهبنا\".", "Then we left.\""}},
                               {2}},
                    QuotedText{"a name in marks without its last one, within a quotation",
                               {{"\"كنا هناك.", "\"We were there."},
                                {"زرنا فندق \"البحر مرتين.", "We saw the Sea Hotel twice."},
                                {"ثم ذهبنا\".", "Then we left.\""}},
                               {2}},
                    QuotedText{
                        "a space before the closing mark",
                        {{"\"كنا هناك.", "\"We were there."}, {"ثم ذهبنا \".", "Then we left.\""}},
                        {}}));

}  // namespace
}  // namespace mizan
