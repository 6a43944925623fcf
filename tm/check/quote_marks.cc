#include "tm/check/quote_marks.h"

#include <algorithm>
#include <optional>

#include "tm/base/utf8.h"
#include "tm/check/characters.h"
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
  // x ". with its space put wrong
  if (is_space(before) && (ends_sentence(after) || after == U',' || after == 0x060C)) {
    return Side::kCloses;
  }
  // said:" x
  if (before == ':' && is_space(after) && end < text.size()) return Side::kOpens;
  if (gap_before && !is_space(after)) return Side::kOpens;
  if (word_after && is_space(before)) return Side::kOpens;
  if (!gap_before && !word_after) return Side::kCloses;
  // و"فاجنر": a clitic letter before the mark
  if (word_after && begin > 0 && is_arabic_letter(before)) return Side::kOpens;
  return Side::kEither;
}

bool is_single_mark(char32_t c) { return c == U'\'' || c == 0x2018 || c == 0x2019; }

// What a word that begins with an apostrophe has behind it.
constexpr std::u32string_view kClipped[] = {U"em", U"til",   U"till",  U"tis",  U"twas",
                                            U"n",  U"cause", U"round", U"bout", U"cos"};

// 'em, '90s
bool is_clipped_word(const Characters& text, std::ptrdiff_t mark) {
  if (digit_value(text[mark + 1]) >= 0) return text[mark + 3] == U's';
  std::u32string word;
  for (std::ptrdiff_t i = mark + 1; is_latin_letter(text[i]); ++i) {
    word += text[i] < 0x80 ? text[i] | 0x20 : text[i];
  }
  return std::ranges::find(kClipped, word) != std::end(kClipped);
}

bool begins_single(const Characters& text, std::ptrdiff_t i) {
  const char32_t before = text[i - 1];
  const bool gap = is_white_space(before) || before == U'(' || before == U'[' || before == U'-' ||
                   before == 0x2013 || before == 0x2014 || is_single_mark(before);
  return gap && is_word_character(text[i + 1]) && !is_clipped_word(text, i);
}

enum class Ending { kNone, kAfterWord, kAfterStop };

Ending ends_single(const Characters& text, std::ptrdiff_t i) {
  const char32_t before = text[i - 1];
  if (is_word_character(text[i + 1]) || is_white_space(before)) return Ending::kNone;
  if (is_word_character(before)) return Ending::kAfterWord;
  return ends_sentence(before) || before == U',' || before == 0x060C ? Ending::kAfterStop
                                                                     : Ending::kNone;
}

// the players' strike: as long as a quotation can end later, an s before the mark has an
// apostrophe.
bool is_possessive(const Characters& text, std::ptrdiff_t mark) {
  if (text[mark - 1] != U's' || !is_white_space(text[mark + 1])) return false;
  for (std::ptrdiff_t i = mark + 1; i < text.size(); ++i) {
    if (!is_single_mark(text[i])) continue;
    if (begins_single(text, i)) return false;
    if (ends_single(text, i) != Ending::kNone) return true;
  }
  return false;
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

std::vector<QuoteMark> single_quote_marks(const CheckedSegment& segment, std::size_t index) {
  std::vector<QuoteMark> marks;
  if (segment.text.find('\'') == std::string_view::npos &&
      segment.text.find("\u2019") == std::string_view::npos) {
    return marks;
  }
  const Characters text(segment.text);
  std::size_t open = 0;
  for (std::ptrdiff_t i = 0; i < text.size(); ++i) {
    if (!is_single_mark(text[i])) continue;
    const Ending ending = ends_single(text, i);
    Side side = Side::kOpens;
    if (begins_single(text, i)) {
      ++open;
    } else if (ending == Ending::kAfterStop ||
               (ending == Ending::kAfterWord && open > 0 && !is_possessive(text, i))) {
      side = Side::kCloses;
      open -= open > 0 ? 1 : 0;
    } else {
      continue;
    }
    marks.push_back({side, QuoteShape::kStraight, {segment.language, index, text.range(i, i)}});
  }
  return marks;
}

}  // namespace mizan
