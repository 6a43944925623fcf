#include "tm/lang/quantity_pieces.h"

#include "tm/base/utf8.h"
#include "tm/text/normalize.h"
#include "tm/text/script.h"

namespace mizan {
namespace {

bool is_space(char32_t c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0x00A0 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x3000;
}

bool is_narrow_space(char32_t c) { return c == 0x00A0 || c == 0x2009 || c == 0x202F; }

// How a separator between digits reads in the key; 0 for none.
char separator_key(char32_t c) {
  switch (c) {
    case '.':
      return '.';
    case ',':
    case 0x060C:  // Arabic comma, typed for a separator
      return ',';
    case 0x066B:
      return 'd';
    case 0x066C:
    case 0x2019:
      return 't';
    default:
      return 0;
  }
}

char other_key(char32_t c) {
  switch (c) {
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2212:
      return '-';
    case 0x2018:
    case 0x2019:
      return '\'';
    case 0x066A:
      return '%';
    case 0x2044:
      return '/';
    default:
      return c < 0x80 ? static_cast<char>(c) : '\0';
  }
}

// The end of the digits from `i` on, and their key. A separator counts only between two digits;
// a narrow space only before a group of exactly three.
std::size_t scan_digits(std::string_view text, std::size_t i, std::string& key) {
  const auto digits_from = [&](std::size_t at) {
    std::size_t count = 0;
    while (at < text.size()) {
      const CodePoint c = code_point_at(text, at);
      if (digit_value(c.value) < 0) break;
      ++count;
      at += c.size;
    }
    return count;
  };
  while (i < text.size()) {
    const CodePoint c = code_point_at(text, i);
    if (const int digit = digit_value(c.value); digit >= 0) {
      key += static_cast<char>('0' + digit);
      i += c.size;
      continue;
    }
    char separator = separator_key(c.value);
    const std::size_t following = digits_from(i + c.size);
    if (following == 0) break;
    if (separator == 0 && is_narrow_space(c.value) && following == 3 && key.size() <= 3) {
      separator = 't';
    }
    if (separator == 0 || (c.value == 0x2019 && following != 3)) break;
    key += separator;
    i += c.size;
  }
  return i;
}

void describe_latin(std::string_view word, QuantityPiece& piece) {
  piece.all_capitals = true;
  for (std::size_t i = 0; i < word.size();) {
    const CodePoint c = code_point_at(word, i);
    const bool upper = (c.value >= 'A' && c.value <= 'Z') ||
                       (c.value >= 0xC0 && c.value <= 0xDE && c.value != 0xD7);
    if (i == 0) piece.capital = upper;
    if (!upper) piece.all_capitals = false;
    i += c.size;
  }
  piece.key = fold(word, FoldProfile::kMarks);
}

}  // namespace

std::vector<QuantityPiece> split_pieces(std::string_view text) {
  std::vector<QuantityPiece> pieces;
  pieces.reserve(text.size() / 6 + 1);
  bool after_space = true;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint first = code_point_at(text, i);
    if (is_space(first.value)) {
      after_space = true;
      i += first.size;
      continue;
    }
    if (is_bidi_control(first.value)) {
      i += first.size;
      continue;
    }
    QuantityPiece piece;
    piece.after_space = after_space;
    after_space = false;
    std::size_t end = i;
    if (digit_value(first.value) >= 0) {
      piece.kind = PieceKind::kDigits;
      end = scan_digits(text, i, piece.key);
    } else if (is_arabic_letter(first.value)) {
      piece.kind = PieceKind::kArabic;
      while (end < text.size()) {
        const CodePoint c = code_point_at(text, end);
        if (!is_arabic_letter(c.value) && !is_arabic_mark(c.value) && c.value != kTatweel) break;
        if (c.value == 0x064B) piece.tanwin = true;
        end += c.size;
      }
      piece.key = fold(text.substr(i, end - i), FoldProfile::kTehMarbuta);
    } else if (is_latin_letter(first.value)) {
      piece.kind = PieceKind::kLatin;
      while (end < text.size()) {
        const CodePoint c = code_point_at(text, end);
        const bool apostrophe = c.value == '\'' || c.value == 0x2019;
        const bool inner = apostrophe && end + c.size < text.size() &&
                           is_latin_letter(code_point_at(text, end + c.size).value);
        if (!is_latin_letter(c.value) && !inner) break;
        end += c.size;
      }
      describe_latin(text.substr(i, end - i), piece);
    } else {
      end = i + first.size;
      const char key = other_key(first.value);
      piece.key = key ? std::string(1, key) : std::string(text.substr(i, first.size));
    }
    piece.range = {i, end};
    i = end;
    pieces.push_back(std::move(piece));
  }
  return pieces;
}

bool has_key(const std::vector<QuantityPiece>& pieces, std::size_t i, std::string_view key) {
  return i < pieces.size() && pieces[i].key == key;
}

}  // namespace mizan
