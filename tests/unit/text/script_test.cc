#include "tm/text/script.h"

#include <gtest/gtest.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace mizan {
namespace {

bool is_letter_of(UScriptCode script, char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  const auto value = static_cast<UChar32>(c);
  return (U_GET_GC_MASK(value) & U_GC_L_MASK) != 0 && uscript_getScript(value, &status) == script;
}

TEST(Script, LettersAgreeWithUnicode) {
  for (char32_t c = 0; c < 0x1F000; ++c) {
    if (!u_isdefined(static_cast<UChar32>(c)) || (c >= 0x10000 && c < 0x1EE00)) continue;
    EXPECT_EQ(is_arabic_letter(c), is_letter_of(USCRIPT_ARABIC, c)) << std::hex << +c;
    EXPECT_EQ(is_latin_letter(c), is_letter_of(USCRIPT_LATIN, c)) << std::hex << +c;
  }
}

TEST(Script, ArabicMarksAreMarks) {
  for (char32_t c = 0; c < 0x10000; ++c) {
    if (!is_arabic_mark(c)) continue;
    EXPECT_EQ(u_charType(static_cast<UChar32>(c)), U_NON_SPACING_MARK) << +c;
  }
  for (const char32_t c :
       {0x0610, 0x064B, 0x0651, 0x0652, 0x0654, 0x0670, 0x06D6, 0x06ED, 0x08F0}) {
    EXPECT_TRUE(is_arabic_mark(c)) << +c;
  }
  // Tatweel, end of ayah, small waw, place of sajdah, a Latin accent.
  for (const char32_t c : {0x0640, 0x06DD, 0x06E5, 0x06E9, 0x08E2, 0x0301}) {
    EXPECT_FALSE(is_arabic_mark(c)) << +c;
  }
}

TEST(Script, DigitsOfEveryScript) {
  struct Row {
    char32_t digit;
    int value;
  };
  for (const Row row : {Row{U'0', 0},
                        {U'9', 9},
                        {0x0660, 0},
                        {0x0669, 9},
                        {0x06F4, 4},
                        {0x096B, 5},
                        {0xFF17, 7},
                        {0x1D7D8, 0},
                        {U'a', -1},
                        {0x00B2, -1},
                        {0x2167, -1},
                        {0x66B, -1}}) {
    EXPECT_EQ(digit_value(row.digit), row.value) << +row.digit;
  }
}

TEST(Script, BidiControls) {
  for (char32_t c = 0; c < 0x3000; ++c) {
    EXPECT_EQ(is_bidi_control(c), u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_BIDI_CONTROL))
        << +c;
  }
}

TEST(DetectLanguage, ByMostLetters) {
  EXPECT_EQ(detect_language("وصل وفد MI6 إلى باماكو"), Language::kArabic);
  EXPECT_EQ(detect_language("The word كتاب means book"), Language::kEnglish);
  EXPECT_EQ(detect_language("\uFEE3\uFE8E\uFEDF\uFEF2"), Language::kArabic);
  EXPECT_EQ(detect_language("2023 — 25%"), std::nullopt);
  EXPECT_EQ(detect_language(""), std::nullopt);
}

}  // namespace
}  // namespace mizan
