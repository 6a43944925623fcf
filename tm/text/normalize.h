// The folding ladder: named profiles that forget more and more of how a text is spelled, with a
// map back to the original. Texts are stored verbatim and compared folded.
//
// Rungs, each including those above it (not ICU's collation strengths, which are another
// ladder):
//   kExact       nothing but canonical composition (NFC)
//   kMarks       tashkeel, tatweel, bidi controls and other default-ignorables dropped (a tatweel
//                that carries a hamza becomes ء); presentation forms and other compatibility
//                letters to their plain letter; Farsi and Urdu yeh, kaf and heh to the Arabic ones;
//                any decimal digit to ASCII, the Arabic percent sign and separators too; quotes and
//                dashes to ASCII " ' -; every space to U+0020; Latin letters to lower case without
//                their diacritics (Traoré -> traore, Łódź -> lodz, æ -> ae)
//   kAlef        أ إ آ ٱ -> ا
//   kHamza       ؤ ئ ء -> ء (one symbol, so that مسؤول/مسئول and رؤوس/رءوس meet)
//   kYeh         ى -> ي
//   kTehMarbuta  ة -> ه
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tm/base/byte_range.h"

namespace mizan {

enum class FoldProfile { kExact, kMarks, kAlef, kHamza, kYeh, kTehMarbuta };

// Stored with every index built from folded text; a mismatch reindexes.
constexpr int kFoldVersion = 1;

// "exact", "marks", "alef", "hamza", "yeh", "teh-marbuta".
std::string_view to_string(FoldProfile profile);

// Invariant: folding is idempotent; `starts` has one entry per byte of `text` plus one at the end:
// the original offset where the character that produced that byte starts (non-decreasing). What
// composes, and what one character such as a ligature becomes, has a single start.
struct FoldedText {
  std::string text;
  std::vector<std::uint32_t> starts;

  // The original bytes behind folded bytes `range` (on character boundaries), with the marks and
  // tatweels that follow its last letter.
  ByteRange original(ByteRange range) const { return {starts[range.begin], starts[range.end]}; }
};

// `text` is valid UTF-8 below 4 GiB.
FoldedText fold_with_map(std::string_view text, FoldProfile profile);

// The same text without the map, faster.
std::string fold(std::string_view text, FoldProfile profile);

// The lowest rung on which `a` and `b` are equal; nothing when they differ even on the last.
// (Declared for evidence: "equal but for hamza seats".)
enum class FoldDistance { kExact, kMarks, kAlef, kHamza, kYeh, kTehMarbuta, kDifferent };
FoldDistance fold_distance(std::string_view a, std::string_view b);

}  // namespace mizan
