#include "tm/text/normalize.h"

#include <gtest/gtest.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <cstdio>
#include <random>
#include <string>

#include "tests/reference/fold_oracle.h"
#include "tm/base/utf8.h"

namespace mizan {
namespace {

constexpr FoldProfile kLadder[] = {FoldProfile::kExact, FoldProfile::kMarks,
                                   FoldProfile::kAlef,  FoldProfile::kHamza,
                                   FoldProfile::kYeh,   FoldProfile::kTehMarbuta};

struct FoldRow {
  const char* what;
  FoldProfile profile;
  const char* text;
  const char* folded;
};

const FoldRow kFoldRows[] = {
    {"plain", FoldProfile::kTehMarbuta, "قال محمد", "قال محمد"},
    {"empty", FoldProfile::kMarks, "", ""},
    {"exact keeps marks", FoldProfile::kExact, "كِتَابٌ", "كِتَابٌ"},
    {"exact orders shadda and fatha", FoldProfile::kExact, "ب\u0651\u064E", "ب\u064E\u0651"},
    {"exact composes hamza", FoldProfile::kExact, "ا\u0654", "أ"},
    {"exact composes e acute", FoldProfile::kExact, "Traore\u0301", "Traor\u00E9"},
    {"exact keeps ligature", FoldProfile::kExact, "\uFEFB", "\uFEFB"},
    {"exact keeps quotes", FoldProfile::kExact, "«أ»", "«أ»"},
    {"tashkeel", FoldProfile::kMarks, "كِتَابٌ", "كتاب"},
    {"tanwin with alef", FoldProfile::kMarks, "مرارًا وتكرارًا", "مرارا وتكرارا"},
    {"superscript alef", FoldProfile::kMarks, "هٰذا", "هذا"},
    {"Quranic signs", FoldProfile::kMarks, "قل\u06D6 هو\u06DB", "قل هو"},
    {"tatweel", FoldProfile::kMarks, "مــالـي", "مالي"},
    {"hamza over a tatweel", FoldProfile::kMarks, "مسـ\u0654ول", "مسءول"},
    {"hamza over tatweel and damma", FoldProfile::kHamza, "مسـ\u064F\u0654ول", "مسءول"},
    {"lam-alef ligature", FoldProfile::kMarks, "\uFEFB \uFEFC \uFEF7", "لا لا لأ"},
    {"ligature takes the hamza", FoldProfile::kMarks, "\uFEFB\u0654", "لأ"},
    {"presentation forms", FoldProfile::kMarks, "\uFEE3\uFE8E\uFEDF\uFEF2", "مالي"},
    {"presentation mark inside a word", FoldProfile::kMarks, "\uFEE3\uFE77\uFEA4", "مح"},
    {"Allah ligature", FoldProfile::kMarks, "\uFDF2", "الله"},
    {"Farsi yeh and kaf", FoldProfile::kMarks, "\u06A9ت\u06CC", "كتي"},
    {"Farsi yeh with hamza", FoldProfile::kMarks, "\u06CC\u0654", "ئ"},
    {"Arabic-Indic digits", FoldProfile::kMarks, "٢٠٢٣", "2023"},
    {"Persian digits", FoldProfile::kMarks, "\u06F1\u06F2\u06F4\u06F5\u06F6", "12456"},
    {"Arabic separators", FoldProfile::kMarks, "٢\u066C٥٠٠\u066B٥\u066A", "2,500.5%"},
    {"Arabic comma stays", FoldProfile::kMarks, "نعم، لا؛ هل؟", "نعم، لا؛ هل؟"},
    {"bidi controls", FoldProfile::kMarks, "\u200Fمالي\u200E \u202Bأ\u202C \u2067ب\u2069\u061C",
     "مالي أ ب"},
    {"joiners and soft hyphen", FoldProfile::kMarks, "م\u200Dا\u200Cل\u00ADي\uFEFF", "مالي"},
    {"double quotes", FoldProfile::kMarks, "«أ» “b” „c‟", "\"أ\" \"b\" \"c\""},
    {"single quotes", FoldProfile::kMarks, "Jama’at ‘x’ Sanaʼa \u02BFAli Qur\u02BEan",
     "jama'at 'x' sana'a 'ali qur'an"},
    {"dashes", FoldProfile::kMarks, "a\u2010b\u2011c\u2013d\u2014e\u2212f", "a-b-c-d-e-f"},
    {"spaces", FoldProfile::kMarks, "a\u00A0b\u202Fc\u2009d\u3000e\tf", "a b c d e f"},
    {"Latin case", FoldProfile::kMarks, "AL-Qaeda", "al-qaeda"},
    {"Latin marks composed", FoldProfile::kMarks, "Traor\u00E9 \u00C9lys\u00E9e", "traore elysee"},
    {"Latin marks decomposed", FoldProfile::kMarks, "Traore\u0301", "traore"},
    {"Latin letters without decomposition", FoldProfile::kMarks, "Łódź Ærø Straße",
     "lodz aero strasse"},
    {"dotted capital I", FoldProfile::kMarks, "\u0130stanbul", "istanbul"},
    {"full width", FoldProfile::kMarks, "\uFF21\uFF22\uFF11", "ab1"},
    {"fractions stay", FoldProfile::kMarks, "3\u00BD", "3\u00BD"},
    {"spacing accents stay", FoldProfile::kMarks, "\u00A8", "\u00A8"},
    {"ellipsis", FoldProfile::kMarks, "\u2026", "..."},
    {"Greek and Cyrillic keep their marks", FoldProfile::kMarks, "\u03AC \u0439", "\u03AC \u0439"},
    {"Hangul is composed", FoldProfile::kMarks, "\u1100\u1161\u11A8", "\uAC01"},
    {"marks keeps alef", FoldProfile::kMarks, "أإآٱ", "أإآٱ"},
    {"alef", FoldProfile::kAlef, "أحمد إلى آخر ٱلله", "احمد الى اخر الله"},
    {"alef decomposed", FoldProfile::kAlef, "ا\u0654 ا\u0655 ا\u0653", "ا ا ا"},
    {"alef keeps hamza seats", FoldProfile::kAlef, "مسؤول مسئول", "مسؤول مسئول"},
    {"hamza", FoldProfile::kHamza, "مسؤول مسئول رؤوس رءوس", "مسءول مسءول رءوس رءوس"},
    {"hamza keeps alef maqsura", FoldProfile::kHamza, "على كرة", "على كرة"},
    {"yeh", FoldProfile::kYeh, "على كرة", "علي كرة"},
    {"teh marbuta", FoldProfile::kTehMarbuta, "على كرة", "علي كره"},
};

TEST(Fold, FollowsTheLadder) {
  for (const FoldRow& row : kFoldRows) {
    EXPECT_EQ(fold(row.text, row.profile), row.folded) << row.what;
    EXPECT_EQ(fold_with_map(row.text, row.profile).text, row.folded) << row.what;
    EXPECT_EQ(reference::fold_slowly(row.text, row.profile), row.folded) << row.what;
  }
}

struct MapRow {
  const char* what;
  const char* text;
  const char* part;      // of the folded text
  const char* original;  // the bytes behind it
};

const MapRow kMapRows[] = {
    {"plain", "في مالي اليوم", "مالي", "مالي"},
    {"marks belong to the letter before", "قال كِتَابٌ جديد", "كتاب", "كِتَابٌ"},
    {"first letter without its neighbours", "كِتَابٌ", "ك", "كِ"},
    {"trailing tatweel", "بـ\"خسائر\"", "ب", "بـ"},
    {"decomposed hamza", "قرأ ا\u0654حمد كتابا", "احمد", "ا\u0654حمد"},
    {"ligature", "قال \uFEFB نعم", "لا", "\uFEFB"},
    {"ligature inside a word", "س\uFEFCم", "سلام", "س\uFEFCم"},
    {"bidi control behind a word", "a \u202Bمالي\u202C b", "مالي", "مالي\u202C"},
    {"decomposed Latin", "M. Traore\u0301 said", "traore", "Traore\u0301"},
    {"one letter becomes two", "a Stra\u00DFe b", "strasse", "Stra\u00DFe"},
    {"text to its end", "مالي\u064B\u200F", "مالي", "مالي\u064B\u200F"},
};

TEST(FoldWithMap, LeadsBackToTheOriginal) {
  for (const MapRow& row : kMapRows) {
    const std::string_view text = row.text;
    const FoldedText folded = fold_with_map(text, FoldProfile::kHamza);
    const std::string_view part = row.part;
    const std::size_t begin = folded.text.find(part);
    ASSERT_NE(begin, std::string::npos) << row.what << ": " << folded.text;
    EXPECT_EQ(folded.original({begin, begin + part.size()}).of(text), row.original) << row.what;
  }
}

// What folding could trip over: letters with and without seats, every kind of mark, ignorables,
// presentation forms, jamo, Latin with marks, quotes, spaces.
std::string nasty_text(std::mt19937& random) {
  static const std::u32string alphabet =
      U"ابلموهيىةءأإآؤئٱ\u0640\u0640\u064B\u064E\u0651\u0652\u0653\u0653\u0654\u0654\u0655\u0655"
      U"\u0670\u06D6\u06DD\u06E5\u0674\u0675\u0678\u06A9\u06CC\u06D5\u06C0\u06C1\u06C2\u06D2\u06D3"
      U"\u200C\u200D\u200F\u202B\u2069\u00AD\uFEFF\u034F\uFEFB\uFEF7\uFE70\uFE77\uFE7D\uFC5E\uFCF2"
      U"\uFDF2\uFDFA\uFE8E٣\u06F3\uFF13²½aeIİıAßæŁ\u00E9\u0301\u0308\u0327\u0345\u0338<=."
      U"\u00B4\u1FFD"
      U"\u00A8\u0385\u00A0 \t\n«“’`\u2033—\u2212\u2026\u2126\u212A\u03B1\u03AC\u0439\u0438\u0306"
      U"\u1100\u1161\u11A8\uAC00\u3131\uFFA1\uFF76\uFF9E\u0915\u093C\u0958\u09C7\u09BE\u0F71\u0F73"
      U"\U0001F600\U0001D7CF\U00011099\U000110BA\u0000";
  std::uniform_int_distribution<std::size_t> letter(0, alphabet.size() - 1);
  std::uniform_int_distribution<std::size_t> length(0, 12);
  std::string text;
  for (std::size_t n = length(random); n > 0; --n) append_utf8(text, alphabet[letter(random)]);
  return text;
}

std::string code_points(std::string_view text) {
  std::string result;
  for (const char32_t c : to_utf32(text)) {
    char buffer[16];
    std::snprintf(buffer, sizeof buffer, "%04X ", static_cast<unsigned>(c));
    result += buffer;
  }
  return result;
}

TEST(Fold, EqualsTheSlowOracleAndIsIdempotent) {
  std::mt19937 random(20260801);
  for (int round = 0; round < 20000; ++round) {
    const std::string text = nasty_text(random);
    for (const FoldProfile profile : kLadder) {
      const std::string folded = fold(text, profile);
      ASSERT_EQ(code_points(folded), code_points(reference::fold_slowly(text, profile)))
          << to_string(profile) << ": " << code_points(text);
      ASSERT_EQ(code_points(fold(folded, profile)), code_points(folded))
          << to_string(profile) << ": " << code_points(text);
    }
  }
}

TEST(Fold, EqualsTheSlowOracleForEveryCharacterOfTheBasicPlane) {
  for (char32_t c = 1; c < 0x10000; ++c) {
    if (!u_isdefined(static_cast<UChar32>(c)) || (c >= 0xD800 && c <= 0xDFFF)) continue;
    for (const FoldProfile profile : {FoldProfile::kExact, FoldProfile::kTehMarbuta}) {
      const std::string text = to_utf8(std::u32string{U'e', c, 0x0301, 0x0654});
      ASSERT_EQ(code_points(fold(text, profile)),
                code_points(reference::fold_slowly(text, profile)))
          << code_points(text);
    }
  }
}

TEST(FoldWithMap, StartsAreOrderedAndCutWhereFoldingIsIndependent) {
  std::mt19937 random(20260802);
  for (int round = 0; round < 5000; ++round) {
    const std::string text = nasty_text(random);
    for (const FoldProfile profile : kLadder) {
      const FoldedText folded = fold_with_map(text, profile);
      ASSERT_EQ(folded.text, fold(text, profile)) << code_points(text);
      ASSERT_EQ(folded.starts.size(), folded.text.size() + 1);
      ASSERT_TRUE(std::is_sorted(folded.starts.begin(), folded.starts.end())) << code_points(text);
      ASSERT_EQ(folded.starts.back(), text.size());
      for (std::size_t i = 1; i < folded.text.size(); ++i) {
        if (folded.starts[i] == folded.starts[i - 1]) continue;
        ASSERT_EQ(folded.text.substr(0, i), fold(text.substr(0, folded.starts[i]), profile))
            << code_points(text);
      }
    }
  }
}

TEST(FoldDistance, NamesTheLowestRung) {
  struct Row {
    const char* a;
    const char* b;
    FoldDistance distance;
  };
  const Row rows[] = {
      {"مالي", "مالي", FoldDistance::kExact},    {"ا\u0654", "أ", FoldDistance::kExact},
      {"كتاب", "كِتَابٌ", FoldDistance::kMarks},    {"افريقيا", "إفريقيا", FoldDistance::kAlef},
      {"مسؤول", "مسئول", FoldDistance::kHamza},  {"على", "علي", FoldDistance::kYeh},
      {"كرة", "كره", FoldDistance::kTehMarbuta}, {"بريجوجين", "بريجوزجن", FoldDistance::kDifferent},
  };
  for (const Row& row : rows) EXPECT_EQ(fold_distance(row.a, row.b), row.distance) << row.a;
}

TEST(FoldProfile, HasANameForEachRung) {
  EXPECT_EQ(to_string(FoldProfile::kExact), "exact");
  EXPECT_EQ(to_string(FoldProfile::kMarks), "marks");
  EXPECT_EQ(to_string(FoldProfile::kTehMarbuta), "teh-marbuta");
}

}  // namespace
}  // namespace mizan
