// A text as the readers of numbers and dates see it: letters apart from digits, hyphens apart from
// words ("twenty-five" is three pieces, "5m" two). Internal to tm/lang.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tm/base/byte_range.h"

namespace mizan {

enum class PieceKind { kDigits, kArabic, kLatin, kOther };

struct QuantityPiece {
  PieceKind kind = PieceKind::kOther;
  ByteRange range;
  // Arabic: folded to kTehMarbuta. Latin: lower case, with inner apostrophe ("o'clock"). Digits:
  // ASCII digits with , or . between them, "d" for the Arabic decimal separator, "t" for the
  // Arabic thousands separator or a narrow space. Other: one character, dashes and quotes ASCII.
  std::string key;
  bool after_space = false;  // white space (or the start of the text) stands before it
  bool capital = false;      // Latin: the first letter is upper case
  bool all_capitals = false;
  bool tanwin = false;  // Arabic: the word carries fathatan (ألفًا is not the dual ألفا)
  bool used = false;    // taken by a date or a number already
};

std::vector<QuantityPiece> split_pieces(std::string_view text);

// Whether pieces[i] exists and has this key.
bool has_key(const std::vector<QuantityPiece>& pieces, std::size_t i, std::string_view key);

}  // namespace mizan
