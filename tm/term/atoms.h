// A line as atoms: the smallest runs that a term is written in. Letters of one script or digits;
// hyphens, apostrophes and spaces are what stands between atoms, so that كوفيد-19, كوفيد 19 and
// كوفيد19 (face mask, face-mask) are the same atoms with other gaps.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mizan {

// What stands before an atom.
enum class Gap : std::uint8_t {
  kStart,    // nothing: the line begins
  kNothing,  // another script or digits touch it
  kSpace,
  kHyphen,  // hyphen, slash-less joiners such as the underscore of hashtags
  kQuote,   // quotation marks and brackets
  kBreak,   // any other punctuation: no term goes across it
};

enum class AtomKind : std::uint8_t { kArabic, kLatin, kNumber };

enum class LetterCase : std::uint8_t { kLower, kTitle, kUpper, kMixed };

struct Atom {
  std::size_t begin = 0;  // bytes of the line, marks and controls inside included
  std::size_t end = 0;
  AtomKind kind = AtomKind::kArabic;
  Gap before = Gap::kStart;
  std::u16string marks;  // folded to kMarks (Latin in lower case, inner apostrophes dropped)
  std::u16string key;    // folded to kTehMarbuta; as long as `marks`
  // Arabic: how the last letter is marked.
  bool tanwin_fath = false;
  bool tanwin_kasr = false;
  // Latin.
  LetterCase letter_case = LetterCase::kLower;
  bool possessive = false;  // 's or s' at the end, which `end` includes and the letters do not
  bool initialism = false;  // written with full stops: U.S.
};

// `line` is valid UTF-8. Characters outside the BMP are no letters here.
std::vector<Atom> split_atoms(std::string_view line);

// A letter folded to kTehMarbuta from one folded to kMarks.
char16_t key_letter(char16_t letter);

}  // namespace mizan
