#include "tm/text/script.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstddef>
#include <iterator>

#include "tm/base/utf8.h"

namespace mizan {
namespace {

struct Block {
  char32_t first;
  char32_t last;
};

// Unicode 15, Script=Arabic with general category L; unassigned code points inside are harmless.
constexpr Block kArabicLetters[] = {
    {0x0620, 0x063F}, {0x0641, 0x064A}, {0x066E, 0x066F}, {0x0671, 0x06D3},  {0x06D5, 0x06D5},
    {0x06E5, 0x06E6}, {0x06EE, 0x06EF}, {0x06FA, 0x06FC}, {0x06FF, 0x06FF},  {0x0750, 0x077F},
    {0x0870, 0x0887}, {0x0889, 0x088E}, {0x08A0, 0x08C9}, {0xFB50, 0xFBB1},  {0xFBD3, 0xFD3D},
    {0xFD50, 0xFDC7}, {0xFDF0, 0xFDFB}, {0xFE70, 0xFEFC}, {0x1EE00, 0x1EEEF}};

constexpr Block kArabicMarks[] = {{0x0610, 0x061A}, {0x064B, 0x065F}, {0x0670, 0x0670},
                                  {0x06D6, 0x06DC}, {0x06DF, 0x06E4}, {0x06E7, 0x06E8},
                                  {0x06EA, 0x06ED}, {0x08D3, 0x08E1}, {0x08E3, 0x08FF}};

// Script=Latin with general category L.
constexpr Block kLatinLetters[] = {
    {0x0041, 0x005A}, {0x0061, 0x007A}, {0x00AA, 0x00AA}, {0x00BA, 0x00BA}, {0x00C0, 0x00D6},
    {0x00D8, 0x00F6}, {0x00F8, 0x02B8}, {0x02E0, 0x02E4}, {0x1D00, 0x1D25}, {0x1D2C, 0x1D5C},
    {0x1D62, 0x1D65}, {0x1D6B, 0x1D77}, {0x1D79, 0x1DBE}, {0x1E00, 0x1EFF}, {0x2071, 0x2071},
    {0x207F, 0x207F}, {0x2090, 0x209C}, {0x212A, 0x212B}, {0x2132, 0x2132}, {0x214E, 0x214E},
    {0x2183, 0x2184}, {0x2C60, 0x2C7F}, {0xA722, 0xA787}, {0xA78B, 0xA7FF}, {0xAB30, 0xAB5A},
    {0xAB5C, 0xAB64}, {0xAB66, 0xAB69}, {0xFB00, 0xFB06}, {0xFF21, 0xFF3A}, {0xFF41, 0xFF5A}};

template <std::size_t n>
bool in_blocks(const Block (&blocks)[n], char32_t c) {
  const Block* block =
      std::lower_bound(std::begin(blocks), std::end(blocks), c,
                       [](const Block& b, char32_t value) { return b.last < value; });
  return block != std::end(blocks) && block->first <= c;
}

}  // namespace

bool is_arabic_letter(char32_t c) { return c >= 0x0620 && in_blocks(kArabicLetters, c); }

bool is_arabic_mark(char32_t c) { return c >= 0x0610 && c <= 0x08FF && in_blocks(kArabicMarks, c); }

bool is_latin_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return in_blocks(kLatinLetters, c);
}

int digit_value(char32_t c) {
  if (c < 0x80) return c >= '0' && c <= '9' ? static_cast<int>(c - '0') : -1;
  return u_charDigitValue(static_cast<UChar32>(c));
}

bool is_bidi_control(char32_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

std::optional<Language> detect_language(std::string_view text) {
  std::size_t arabic = 0;
  std::size_t latin = 0;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = code_point_at(text, i);
    arabic += is_arabic_letter(point.value);
    latin += is_latin_letter(point.value);
    i += point.size;
  }
  if (arabic == 0 && latin == 0) return std::nullopt;
  return arabic >= latin ? Language::kArabic : Language::kEnglish;
}

}  // namespace mizan
