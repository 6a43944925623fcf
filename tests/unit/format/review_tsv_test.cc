#include "tm/format/review_tsv.h"

#include <gtest/gtest.h>

#include "tm/base/error.h"

namespace mizan {
namespace {

const std::string kHeader =
    "status\tsource sentences\ttarget sentences\tconfidence\tsource: a.ar.txt\ttarget: a.en.txt\t"
    "proposed\n";

const std::string kLong = "The army has left the town, and nobody knows where it is going to now.";

Review two_beads() {
  Review review;
  review.files = {"a.ar.txt", "a.en.txt"};
  ReviewRow first;
  first.confidence = 0.98765;
  first.sides = {ReviewSide{{0, 1}, {"نعم."}}, ReviewSide{{0, 2}, {kLong, "Yes."}}};
  ReviewRow second;
  second.status = ReviewStatus::kDoubtful;
  second.confidence = 0.25;
  second.sides = {ReviewSide{{1, 2}, {"\"لا\""}}, ReviewSide{}};
  review.rows = {first, second};
  for (std::size_t i = 0; i < 2; ++i) {
    ReviewRow& row = review.rows[i];
    row.proposal = {i + 1, row.status, {}};
    for (std::size_t side = 0; side < 2; ++side) {
      row.proposal->sides[side] = {row.sides[side].segments, review_digest(row.sides[side].texts)};
    }
  }
  return review;
}

std::string message_of(const std::string& text) {
  try {
    parse_review(text, "r.tsv");
  } catch (const Error& error) {
    return error.what();
  }
  return "no error";
}

TEST(ReviewTsv, IsWrittenWithoutQuoting) {
  // The word joiner keeps a spreadsheet from taking short cells for numbers or quoted fields.
  EXPECT_EQ(to_tsv(two_beads()), kHeader + "ok\t1\t1+2\t0.9877\t\u2060نعم.\t" + kLong +
                                     " ⏎ Yes.\t1 ok 1=1+2 c33777d3 0da95cd6\n"
                                     "?\t2\t\t0.2500\t\u2060\"لا\"\t\t2 ? 2=0 687aa4dd 811c9dc5\n");
}

TEST(ReviewTsv, IsReadAsItWasWritten) {
  const Review review = parse_review(to_tsv(two_beads()), "r.tsv");
  EXPECT_EQ(review.files[0], "a.ar.txt");
  EXPECT_EQ(review.files[1], "a.en.txt");
  EXPECT_EQ(review.unit, ReviewUnit::kSentence);
  ASSERT_EQ(review.rows.size(), 2U);
  EXPECT_EQ(review.rows[0].line, 2U);
  EXPECT_EQ(review.rows[0].sides[1].segments, (SegmentRange{0, 2}));
  EXPECT_EQ(review.rows[0].sides[1].texts, (std::vector<std::string>{kLong, "Yes."}));
  EXPECT_EQ(review.rows[1].status, ReviewStatus::kDoubtful);
  EXPECT_EQ(review.rows[1].sides[0].texts, std::vector<std::string>{"\"لا\""});
  EXPECT_TRUE(review.rows[1].sides[1].texts.empty());
  ASSERT_TRUE(review.rows[1].proposal);
  EXPECT_EQ(review.rows[1].proposal->number, 2U);
  EXPECT_EQ(review.rows[1].proposal->sides[0].segments, (SegmentRange{1, 2}));
  EXPECT_EQ(review.rows[1].proposal->sides[0].digest, review_digest(review.rows[1].sides[0].texts));
  EXPECT_EQ(to_tsv(review).substr(0, 60), to_tsv(two_beads()).substr(0, 60));
}

TEST(ReviewTsv, SaysWhatItsNumbersCount) {
  for (const ReviewUnit unit : {ReviewUnit::kSentence, ReviewUnit::kClause, ReviewUnit::kLine}) {
    Review review = two_beads();
    review.unit = unit;
    EXPECT_EQ(parse_review(to_tsv(review), "r.tsv").unit, unit) << to_string(unit);
  }
}

TEST(ReviewText, IsOneLineWithoutJoints) {
  EXPECT_EQ(review_text("  a\t b\r\nc \u2060"), "a b c");
  EXPECT_EQ(review_text("a ⏎ b"), "a ↵ b");
  EXPECT_EQ(review_text("\u2060a \u2060b"), "a b");
  EXPECT_EQ(review_text(""), "");
}

// Rows as LibreOffice 7.4 and Excel save them, or as they are typed with an Arabic keyboard.
TEST(ReviewTsv, IsReadAsSpreadsheetsSaveIt) {
  struct Case {
    const char* what;
    std::string row;
    ReviewStatus status;
    double confidence;
    SegmentRange source;
    std::vector<std::string> texts;
  };
  const Case cases[] = {
      {"plain", "ok\t1\t1\t0.5\tنعم\tYes", ReviewStatus::kOk, 0.5, {0, 1}, {"نعم"}},
      {"CRLF and trailing tabs",
       "Ok\t1\t1\t0.5\tنعم\tYes\t\t\t\r",
       ReviewStatus::kOk,
       0.5,
       {0, 1},
       {"نعم"}},
      {"quoted with the mark inside",
       "\"ok\"\t\"1\"\t1\t0.5\t\"\u2060\"\"نعم\"\"، قال\"\tYes",
       ReviewStatus::kOk,
       0.5,
       {0, 1},
       {"\"نعم\"، قال"}},
      {"a break inside a cell",
       "ok\t1\t1\t0.5\t\"نعم\nولا\"\tYes",
       ReviewStatus::kOk,
       0.5,
       {0, 1},
       {"نعم ولا"}},
      {"a plain field that opens with a quotation mark",
       "ok\t1\t1\t0.5\t\"نعم\" قال\tYes",
       ReviewStatus::kOk,
       0.5,
       {0, 1},
       {"\"نعم\" قال"}},
      {"one that never closes it",
       "ok\t1\t1\t0.5\t\"نعم\tYes",
       ReviewStatus::kOk,
       0.5,
       {0, 1},
       {"\"نعم"}},
      {"decimal comma", "?\t1\t1\t0,5\tنعم\tYes", ReviewStatus::kDoubtful, 0.5, {0, 1}, {"نعم"}},
      {"percent", "?\t1\t1\t50%\tنعم\tYes", ReviewStatus::kDoubtful, 0.5, {0, 1}, {"نعم"}},
      {"Arabic question mark and digits",
       "؟\t١٠+١١\t1\t\tنعم\tYes",
       ReviewStatus::kDoubtful,
       0,
       {9, 11},
       {"نعم"}},
      {"Arabic comma", "؟\t١، ٢\t1\t\tنعم\tYes", ReviewStatus::kDoubtful, 0, {0, 2}, {"نعم"}},
      {"a dash for the minus",
       "–\t1 2\t1\t\tنعم\tYes",
       ReviewStatus::kRejected,
       0,
       {0, 2},
       {"نعم"}},
      {"a row of one's own", "\t1,2,3\t1", ReviewStatus::kOk, 0, {0, 3}, {}},
      {"no segment", "-\t0\t1\t\t\tYes", ReviewStatus::kRejected, 0, {0, 0}, {}},
      {"joints without blanks",
       "ok\t1+2\t1\t\tنعم⏎\u2060لا\tYes",
       ReviewStatus::kOk,
       0,
       {0, 2},
       {"نعم", "لا"}},
  };
  for (const Case& c : cases) {
    const Review review = parse_review("\uFEFF" + kHeader + "\t\t\t\r\n\n" + c.row + "\n", "r.tsv");
    ASSERT_EQ(review.rows.size(), 1U) << c.what;
    const ReviewRow& row = review.rows[0];
    EXPECT_EQ(row.status, c.status) << c.what;
    EXPECT_DOUBLE_EQ(row.confidence, c.confidence) << c.what;
    EXPECT_EQ(row.sides[0].segments, c.source) << c.what;
    EXPECT_EQ(row.sides[0].texts, c.texts) << c.what;
    EXPECT_EQ(row.line, 4U) << c.what;
    EXPECT_FALSE(row.proposal) << c.what;
  }
}

TEST(ReviewTsv, FindsItsColumnsByName) {
  const Review review = parse_review(
      "note\tproposed\ttarget: b\tsource: a\tconfidence\ttarget lines\tsource lines\tstatus\n"
      "hm\t\tYes\tنعم\t1\t2\t1\t-\n",
      "r.tsv");
  ASSERT_EQ(review.rows.size(), 1U);
  EXPECT_EQ(review.files[1], "b");
  EXPECT_EQ(review.unit, ReviewUnit::kLine);
  EXPECT_EQ(review.rows[0].status, ReviewStatus::kRejected);
  EXPECT_EQ(review.rows[0].sides[1].segments, (SegmentRange{1, 2}));
  EXPECT_EQ(review.rows[0].sides[1].texts, std::vector<std::string>{"Yes"});
}

TEST(ReviewTsv, PutsSortedRowsBackInOrder) {
  const std::string third = "?\t3\t3\t0.1\tج\tC\t3 ? 3=3 00000000 00000000\n";
  const std::string second = "?\t2\t2\t0.2\tب\tB\t2 ? 2=2 00000000 00000000\n";
  const std::string added = "ok\t4\t4\t\tد\tD\t\n";
  const std::string first = "ok\t1\t1\t0.9\tا\tA\t1 ok 1=1 00000000 00000000\n";
  const Review review = parse_review(kHeader + third + added + second + first, "r.tsv");
  std::vector<std::size_t> lines;
  for (const ReviewRow& row : review.rows) lines.push_back(row.line);
  EXPECT_EQ(lines, (std::vector<std::size_t>{5, 4, 2, 3}));
}

TEST(ReviewTsv, SaysWhatCannotBeRead) {
  const std::string row = "ok\t1\t1\t0.5\tنعم\tYes\t\n";
  const std::pair<std::string, std::string> cases[] = {
      {"", "r.tsv:1: holds no rows; write a review file with mizan align --review"},
      {"status,confidence\n",
       "r.tsv:1: no tab-separated columns; save the review with tabs between its columns"},
      {"status\tsource sentences\n",
       "r.tsv:1: no column \"confidence\"; keep the first row as mizan align --review wrote it"},
      {row + kHeader,
       "r.tsv:1: no column \"status\"; keep the first row as mizan align --review wrote it"},
      {kHeader + row + "maybe\t1\t1\n", "r.tsv:3: unknown status \"maybe\"; write ok, ? or -"},
      {kHeader + "ok\t03/04/24\t1\n",
       "r.tsv:2: \"03/04/24\" names no sentences; write numbers like 3 or 3+4"},
      {kHeader + "ok\t1+3\t1\n",
       "r.tsv:2: \"1+3\" does not name neighbours, counted from 1; a row holds sentences that "
       "follow each other, like 3+4"},
      {kHeader + "ok\t0+1\t1\n",
       "r.tsv:2: \"0+1\" does not name neighbours, counted from 1; a row holds sentences that "
       "follow each other, like 3+4"},
      {kHeader + "ok\t99999999999999999999\t1\n",
       "r.tsv:2: \"99999999999999999999\" names no sentences; write numbers like 3 or 3+4"},
      {kHeader + "ok\t1\t1\thigh\n",
       "r.tsv:2: confidence \"high\" is no number from 0 to 1; leave the column as it was"},
      {kHeader + "ok\t1\t1\t7\n",
       "r.tsv:2: confidence \"7\" is no number from 0 to 1; leave the column as it was"},
      {kHeader + "ok\t1\t1\t0.5\t\"نعم\nلا\"\tYes\nno\t\n",
       "r.tsv:4: unknown status \"no\"; write ok, ? or -"},
      {kHeader + "ok\t1\t1\t0.5\tنعم\tYes\t1 ok 1=1\n",
       "r.tsv:2: changed in the column \"proposed\"; put the old cell back, or leave it empty in a "
       "row of your own"},
  };
  for (const auto& [text, message] : cases) EXPECT_EQ(message_of(text), message);
}

}  // namespace
}  // namespace mizan
