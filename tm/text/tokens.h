// Words, numbers and punctuation of a segment. A word is never split at its marks, tatweels or
// bidi controls (كِتَابٌ is one token), nor a number at its separators (1,250.5), nor an initialism,
// initial or title at its full stops (أ.ف.ب, U.S., J. Smith, د. محمد), nor a web or mail address.
#pragma once

#include <string_view>
#include <vector>

#include "tm/base/byte_range.h"

namespace mizan {

enum class TokenKind {
  kWord,         // letters with their marks; inner apostrophe and hyphen as in al-Qaeda, Jama'at
  kNumber,       // digits of any script with inner separators: 2,000  3.5  ٢٥  10:30
  kPunctuation,  // one character a token, but for runs of the same one (... --)
  kSymbol,       // % $ € + # and the like
};

struct Token {
  TokenKind kind = TokenKind::kWord;
  ByteRange range;  // bytes of the text
};

// In order, without white space and without invisible characters outside of words. A word that
// touches digits is split where the script changes (الـ12 -> الـ, 12; but MI6, G5, 3D stay whole:
// Latin letters and digits make one word).
std::vector<Token> tokenize(std::string_view text);

}  // namespace mizan
