#include "tm/term/atoms.h"

#include <algorithm>

#include "tm/base/utf8.h"
#include "tm/text/normalize.h"
#include "tm/text/script.h"

namespace mizan {
namespace {

constexpr char32_t kFathatan = 0x064B;
constexpr char32_t kKasratan = 0x064D;

enum class Kind : std::uint8_t { kArabic, kLatin, kDigit, kOther };

struct Letter {
  char32_t value;
  Kind kind;
  std::size_t begin;  // in the line
  std::size_t end;
};

Kind kind_of(char32_t c) {
  if (c >= '0' && c <= '9') return Kind::kDigit;
  if (c < 0x80) return (c >= 'a' && c <= 'z') ? Kind::kLatin : Kind::kOther;
  if (c > 0xFFFF) return Kind::kOther;
  if (is_arabic_letter(c)) return Kind::kArabic;
  return is_latin_letter(c) ? Kind::kLatin : Kind::kOther;
}

std::vector<Letter> fold_letters(std::string_view line) {
  const FoldedText folded = fold_with_map(line, FoldProfile::kMarks);
  std::vector<Letter> letters;
  letters.reserve(folded.text.size() / 2 + 1);
  for (std::size_t i = 0; i < folded.text.size();) {
    const CodePoint point = code_point_at(folded.text, i);
    letters.push_back(
        {point.value, kind_of(point.value), folded.starts[i], folded.starts[i + point.size]});
    i += point.size;
  }
  return letters;
}

Gap gap_of(char32_t c) {
  switch (c) {
    case ' ':
      return Gap::kSpace;
    case '-':
    case '_':
      return Gap::kHyphen;
    case '"':
    case '\'':
    case '(':
    case ')':
    case '[':
    case ']':
      return Gap::kQuote;
    default:
      return Gap::kBreak;
  }
}

class Splitter {
 public:
  explicit Splitter(std::string_view line) : line_(line), letters_(fold_letters(line)) {}

  std::vector<Atom> run() {
    atoms_.reserve(letters_.size() / 5 + 1);
    std::size_t i = 0;
    while (i < letters_.size()) {
      if (letters_[i].kind == Kind::kOther) {
        gap_ = std::max(gap_, gap_of(letters_[i].value));
        seen_gap_ = true;
        ++i;
        continue;
      }
      i = take_atom(i);
    }
    return std::move(atoms_);
  }

 private:
  bool is(std::size_t i, char32_t value) const {
    return i < letters_.size() && letters_[i].value == value;
  }
  bool is(std::size_t i, Kind kind) const {
    return i < letters_.size() && letters_[i].kind == kind;
  }

  // U.S.  أ.ف.ب  : single letters of one script, each with a full stop behind it but the last one.
  std::size_t initialism_end(std::size_t i) const {
    const Kind kind = letters_[i].kind;
    if (kind == Kind::kDigit || (i > 0 && letters_[i - 1].kind == kind)) return i;
    std::size_t end = i;
    std::size_t count = 0;
    while (is(end, kind) && !is(end + 1, kind)) {
      ++count;
      ++end;
      if (!is(end, '.')) break;
      if (!is(end + 1, kind) || is(end + 2, kind)) {
        ++end;  // the last full stop belongs to the initialism
        break;
      }
      ++end;
    }
    return count >= 2 ? end : i;
  }

  std::size_t take_atom(std::size_t i) {
    Atom atom;
    atom.before = atoms_.empty() ? Gap::kStart : seen_gap_ ? gap_ : Gap::kNothing;
    atom.begin = letters_[i].begin;
    const Kind kind = letters_[i].kind;
    std::size_t end = initialism_end(i);
    if (end > i) {
      atom.initialism = true;
    } else {
      end = kind == Kind::kDigit ? number_end(i) : word_end(i, atom);
    }
    std::size_t letters_end = end;
    for (std::size_t k = i; k < end; ++k) {
      if (letters_[k].kind != kind && !(kind == Kind::kDigit)) continue;
      const auto letter = static_cast<char16_t>(letters_[k].value);
      atom.marks.push_back(letter);
      atom.key.push_back(kind == Kind::kArabic ? key_letter(letter) : letter);
    }
    if (atom.possessive) {
      if (atom.marks.size() > 1 && possessive_letter_) atom.marks.pop_back(), atom.key.pop_back();
      possessive_letter_ = false;
    }
    atom.end = letters_[letters_end - 1].end;
    atom.kind = kind == Kind::kArabic  ? AtomKind::kArabic
                : kind == Kind::kLatin ? AtomKind::kLatin
                                       : AtomKind::kNumber;
    if (kind == Kind::kArabic) read_tanwin(atom, letters_[letters_end - 1].begin, letters_end - i);
    if (kind == Kind::kLatin) atom.letter_case = read_case(atom);
    atoms_.push_back(std::move(atom));
    gap_ = Gap::kNothing;
    seen_gap_ = false;
    return end;
  }

  std::size_t number_end(std::size_t i) const {
    std::size_t end = i;
    while (is(end, Kind::kDigit) ||
           ((is(end, '.') || is(end, ',') || is(end, ':')) && is(end + 1, Kind::kDigit))) {
      ++end;
    }
    return end;
  }

  std::size_t word_end(std::size_t i, Atom& atom) {
    const Kind kind = letters_[i].kind;
    std::size_t end = i;
    while (is(end, kind)) {
      ++end;
      if (kind != Kind::kLatin || !is(end, '\'')) continue;
      if (is(end + 1, 's') && !is(end + 2, Kind::kLatin) && !is(end + 2, Kind::kDigit)) {
        atom.possessive = true;
        possessive_letter_ = true;
        return end + 2;
      }
      if (is(end + 1, kind)) {
        ++end;  // Jama'at
      } else if (is(end - 1, 's') && !opened_quote(i)) {
        atom.possessive = true;
        return end + 1;
      }
    }
    return end;
  }

  // Whether an apostrophe opens right before letter `i`: then the one behind the word closes it.
  bool opened_quote(std::size_t i) const { return i > 0 && letters_[i - 1].value == '\''; }

  void read_tanwin(Atom& atom, std::size_t last_letter, std::size_t letters) const {
    // The marks of the last letter, and of the one before it (سطحًا carries them before its alef).
    std::size_t from = last_letter;
    if (letters > 1 && from > atom.begin) from -= code_point_before(line_, from).size;
    while (from > atom.begin && is_arabic_mark(code_point_at(line_, from).value)) {
      from -= code_point_before(line_, from).size;
    }
    for (std::size_t k = from; k < atom.end;) {
      const CodePoint point = code_point_at(line_, k);
      atom.tanwin_fath = atom.tanwin_fath || point.value == kFathatan;
      atom.tanwin_kasr = atom.tanwin_kasr || (point.value == kKasratan && k > last_letter);
      k += point.size;
    }
  }

  LetterCase read_case(const Atom& atom) const {
    std::size_t upper = 0;
    std::size_t lower = 0;
    bool first_upper = false;
    for (std::size_t k = atom.begin; k < atom.end;) {
      const CodePoint point = code_point_at(line_, k);
      if (is_latin_letter(point.value)) {
        // Folding lowers the letter; whatever it changes was a capital or carried a diacritic.
        const bool capital = point.value < 0x80
                                 ? point.value < 'a'
                                 : (point.value >= 0xC0 && point.value <= 0xDE) ||
                                       (point.value >= 0x100 && point.value % 2 == 0);
        if (upper + lower == 0) first_upper = capital;
        if (upper + lower < atom.marks.size()) ++(capital ? upper : lower);
      }
      k += point.size;
    }
    if (upper == 0) return LetterCase::kLower;
    if (lower == 0)
      return upper == 1 && atom.marks.size() > 1 ? LetterCase::kTitle : LetterCase::kUpper;
    return first_upper && upper == 1 ? LetterCase::kTitle : LetterCase::kMixed;
  }

  std::string_view line_;
  std::vector<Letter> letters_;
  std::vector<Atom> atoms_;
  Gap gap_ = Gap::kStart;
  bool seen_gap_ = false;
  bool possessive_letter_ = false;
};

}  // namespace

char16_t key_letter(char16_t letter) {
  switch (letter) {
    case u'أ':
    case u'إ':
    case u'آ':
    case u'ٱ':
      return u'ا';
    case u'ؤ':
    case u'ئ':
      return u'ء';
    case u'ى':
      return u'ي';
    case u'ة':
      return u'ه';
    default:
      return letter;
  }
}

std::vector<Atom> split_atoms(std::string_view line) { return Splitter(line).run(); }

}  // namespace mizan
