#include "tm/check/quote_marks.h"

#include <optional>

#include "tm/base/utf8.h"
#include "tm/text/script.h"

namespace mizan {
namespace {

using Side = QuoteMark::Side;

bool is_space(char32_t c) { return c == ' ' || c == 0x00A0 || c == '\t'; }

// What the characters around a straight mark make it.
QuoteMark::Side orient(std::string_view text, std::size_t begin, std::size_t end) {
  const char32_t before = begin > 0 ? code_point_before(text, begin).value : U' ';
  const char32_t after = end < text.size() ? code_point_at(text, end).value : U' ';
  const bool word_after =
      is_arabic_letter(after) || is_latin_letter(after) || digit_value(after) >= 0;
  // A tatweel carries a clitic to the quotation: بـ"خسائر".
  const bool gap_before = is_space(before) || before == '(' || before == '[' ||
                          before == kTatweel || before == '-' || before == 0x2013 ||
                          before == 0x2014;
  if (gap_before && !is_space(after)) return Side::kOpens;
  if (word_after && is_space(before)) return Side::kOpens;
  if (!gap_before && !word_after) return Side::kCloses;
  // و"فاجنر": a clitic letter before the mark
  if (word_after && begin > 0 && is_arabic_letter(before)) return Side::kOpens;
  return Side::kEither;
}

}  // namespace

std::vector<QuoteMark> quote_marks(const CheckedSegment& segment, std::size_t index) {
  std::vector<QuoteMark> marks;
  const std::string_view text = segment.text;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    std::optional<Side> side;
    QuoteShape shape = QuoteShape::kGuillemets;
    switch (c.value) {
      case U'"':
      case 0xFF02:
        shape = QuoteShape::kStraight;
        side = orient(text, i, i + c.size);
        // 5'10" and 6": inches, unless a quotation is open
        if (i > 0 && digit_value(code_point_before(text, i).value) >= 0 && marks.size() % 2 == 0 &&
            *side != Side::kOpens) {
          side.reset();
        }
        break;
      case 0x201C:
      case 0x201D:  // Arabic keyboards type ” first as often as “
      case 0x201E:
      case 0x201F:
        shape = QuoteShape::kCurly;
        side = orient(text, i, i + c.size);
        break;
      case 0x00AB:
      case 0x2039:
        side = Side::kOpens;
        break;
      case 0x00BB:
      case 0x203A:
        side = Side::kCloses;
        break;
      default:
        break;
    }
    if (side) marks.push_back({*side, shape, {segment.language, index, {i, i + c.size}}});
    i += c.size;
  }
  return marks;
}

}  // namespace mizan
