#include "tm/text/tokens.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "tm/base/utf8.h"

namespace mizan {
namespace {

// Tokens joined by " | ", each but words with its kind: n: number, p: punctuation, s: symbol.
std::string tokens_of(std::string_view text) {
  std::string result;
  for (const Token& token : tokenize(text)) {
    if (!result.empty()) result += " | ";
    if (token.kind == TokenKind::kNumber) result += "n:";
    if (token.kind == TokenKind::kPunctuation) result += "p:";
    if (token.kind == TokenKind::kSymbol) result += "s:";
    result += token.range.of(text);
  }
  return result;
}

struct Row {
  const char* text;
  const char* tokens;
};

const Row kArabicRows[] = {
    {"", ""},
    {"قال محمد.", "قال | محمد | p:."},
    {"كِتَابٌ", "كِتَابٌ"},
    {"مــالي", "مــالي"},
    {"م\u200Fالي", "م\u200Fالي"},
    {"\u200Fمالي\u200F", "مالي"},
    {"و\"جماعة\"", "و | p:\" | جماعة | p:\""},
    {"بـ\"خسائر\"", "بـ | p:\" | خسائر | p:\""},
    {"الـ12", "الـ | n:12"},
    {"الـMI6", "الـ | MI6"},
    {"و2021", "و | n:2021"},
    {"لوكالة أ.ف.ب. إن", "لوكالة | أ.ف.ب. | إن"},
    {"وأ.ف.ب. إن له.", "وأ.ف.ب. | إن | له | p:."},
    {"(أ.ف.ب)", "p:( | أ.ف.ب | p:)"},
    {"أ.د. محمد", "أ.د. | محمد"},
    {"د. محمد", "د. | محمد"},
    {"القسم ب.", "القسم | ب | p:."},
    {"عام 1445هـ", "عام | n:1445 | هـ"},
    {"٢٬٥٠٠٫٥", "n:٢٬٥٠٠٫٥"},
    {"٢٥٪", "n:٢٥ | s:٪"},
    {"نعم، لا؛ هل؟!", "نعم | p:، | لا | p:؛ | هل | p:؟ | p:!"},
    {"الروسية-الأوكرانية", "الروسية | p:- | الأوكرانية"},
    {"-الذي قال-", "p:- | الذي | قال | p:-"},
};

const Row kEnglishRows[] = {
    {"al-Qaeda's Moscow-backed Jama'at", "al-Qaeda's | Moscow-backed | Jama'at"},
    {"Goita’s militants' end", "Goita’s | militants | p:' | end"},
    {"U.S. forces", "U.S. | forces"},
    {"U.S.-led", "U.S.-led"},
    {"J. K. Rowling", "J. | K. | Rowling"},
    {"Mr. Smith, Ph.D., left.", "Mr. | Smith | p:, | Ph.D. | p:, | left | p:."},
    {"MI6 G5 3D 1930s COVID-19 F-16", "MI6 | G5 | 3D | 1930s | COVID-19 | F-16"},
    {"25% $5 €3.5 #Mali", "n:25 | s:% | s:$ | n:5 | s:€ | n:3.5 | s:# | Mali"},
    {"2,000 3.5 10:30 2-1", "n:2,000 | n:3.5 | n:10:30 | n:2 | p:- | n:1"},
    {"3,5 2020-2021.", "n:3,5 | n:2020 | p:- | n:2021 | p:."},
    {"12\u202F500", "n:12\u202F500"},
    {"12\u00A05", "n:12 | n:5"},
    {"See https://example.com/a?b=1.", "See | https://example.com/a?b=1 | p:."},
    {"(info@example.org), Booking.com", "p:( | info@example.org | p:) | p:, | Booking.com"},
    {"wait... what -- no?!", "wait | p:... | what | p:-- | no | p:? | p:!"},
    {"AT&T R&D user_name", "AT&T | R&D | user_name"},
    {"a \u201Cb\u201D c", "a | p:\u201C | b | p:\u201D | c"},
    {"Traore\u0301", "Traore\u0301"},
    {"km\u00B2", "km\u00B2"},
    {"\U0001F600!", "s:\U0001F600 | p:!"},
};

TEST(Tokenize, Arabic) {
  for (const Row& row : kArabicRows) EXPECT_EQ(tokens_of(row.text), row.tokens) << row.text;
}

TEST(Tokenize, English) {
  for (const Row& row : kEnglishRows) EXPECT_EQ(tokens_of(row.text), row.tokens) << row.text;
}

TEST(Tokenize, LosesNothingButWhiteSpaceAndInvisibleCharacters) {
  const std::u32string alphabet =
      U"ابـ\u064E\u0651aBé\u030112٣.,:'’-_&@/%$\u200F\u00AD \t\n\u00A0\"(½²";
  std::mt19937 random(7);
  std::uniform_int_distribution<std::size_t> letter(0, alphabet.size() - 1);
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (int i = 0; i < 12; ++i) append_utf8(text, alphabet[letter(random)]);
    std::size_t covered = 0;
    for (const Token& token : tokenize(text)) {
      ASSERT_GE(token.range.begin, covered) << text;
      ASSERT_LT(token.range.begin, token.range.end) << text;
      for (std::size_t i = covered; i < token.range.begin;) {
        const CodePoint skipped = code_point_at(text, i);
        ASSERT_NE(std::u32string_view(U"\u200F\u00AD \t\n\u00A0").find(skipped.value),
                  std::u32string_view::npos)
            << text;
        i += skipped.size;
      }
      covered = token.range.end;
    }
  }
}

}  // namespace
}  // namespace mizan
