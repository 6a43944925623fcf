#include "tm/lang/letter_model.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <unordered_map>
#include <vector>

#include "tm/base/utf8.h"

namespace mizan {
namespace {

struct LetterUnit {
  const char32_t* arabic;  // up to 2 letters
  const char* latin;       // up to 4 letters
  std::uint16_t cost;      // -1000 ln p
};

#include "tm/lang/letter_correspondences.inc"

constexpr std::size_t kArabicCount = std::size(kArabicLetters) - 1;
constexpr std::size_t kLatinCount = 26;
constexpr std::size_t kMaxArabicUnit = 2;
constexpr std::size_t kMaxLatinUnit = 4;
constexpr std::uint8_t kNoLetter = 0xFF;
constexpr float kImpossible = 1e9F;
constexpr float kUnseen = 14;  // nats: what the trainer prunes

// Letters beyond the trainer's alphabet, by the letter that newsrooms write for the same sound.
constexpr struct {
  char32_t from;
  char32_t to;
} kArabicFolds[] = {
    {U'أ', U'ا'}, {U'إ', U'ا'}, {U'آ', U'ا'}, {U'ٱ', U'ا'}, {U'ى', U'ي'}, {U'ة', U'ه'},
    {U'ؤ', U'ء'}, {U'ئ', U'ء'}, {U'پ', U'ب'}, {U'چ', U'ج'}, {U'ڤ', U'ف'}, {U'ڥ', U'ف'},
    {U'گ', U'غ'}, {U'ک', U'ك'}, {U'ی', U'ي'}, {U'ژ', U'ج'}, {U'ڨ', U'غ'}, {U'ھ', U'ه'},
};

// Letters of European alphabets as plain letters, from U+00C0 and from U+0100; a space where there
// is no Latin letter. ß, æ, œ and þ keep their first letter.
constexpr char kLatin1[] = "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty";
constexpr char kLatinExtendedA[] =
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssss"
    "ssss"
    "ttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(sizeof(kLatin1) == 0x40 + 1 && sizeof(kLatinExtendedA) == 0x80 + 1);

std::uint8_t latin_letter(char32_t c) {
  if (c >= U'A' && c <= U'Z') return static_cast<std::uint8_t>(c - U'A');
  if (c >= U'a' && c <= U'z') return static_cast<std::uint8_t>(c - U'a');
  char plain = ' ';
  if (c >= 0xC0 && c < 0x100) plain = kLatin1[c - 0xC0];
  if (c >= 0x100 && c < 0x180) plain = kLatinExtendedA[c - 0x100];
  return plain == ' ' ? kNoLetter : static_cast<std::uint8_t>(plain - 'a');
}

bool is_latin_vowel(std::uint8_t letter) {
  return std::string_view("aeiouy").find(static_cast<char>('a' + letter)) != std::string_view::npos;
}

// The tables of the trainer, laid out for search by letter number.
class LetterModel {
 public:
  LetterModel() {
    arabic_of_.fill(kNoLetter);
    for (std::size_t i = 0; i < kArabicCount; ++i) {
      arabic_of_[kArabicLetters[i] - kFirstArabic] = static_cast<std::uint8_t>(i);
    }
    for (const auto& fold : kArabicFolds) {
      arabic_of_[fold.from - kFirstArabic] = arabic_of_[fold.to - kFirstArabic];
    }
    vowels_.fill(false);
    for (const char32_t vowel : std::u32string_view(U"اويء")) vowels_[arabic_letter(vowel)] = true;

    // Pieces of either side are numbered so that a unit's cost is one cell of a matrix; number 0
    // is the empty piece, 1.. the single letters.
    std::size_t arabic_pieces = kArabicCount + 1;
    std::size_t latin_pieces = kLatinCount + 1;
    arabic_pair_.assign(kArabicCount * kArabicCount, 0);
    for (const LetterUnit& unit : kUnits) {
      const std::u32string_view arabic = unit.arabic;
      const std::string_view latin = unit.latin;
      if (arabic.size() == 2) {
        auto& piece = arabic_pair_[pair_index(arabic)];
        if (piece == 0) piece = static_cast<std::uint16_t>(arabic_pieces++);
      }
      if (latin.size() > 1) {
        auto& piece = latin_long_[latin_key(latin)];
        if (piece == 0) piece = static_cast<std::uint16_t>(latin_pieces++);
      }
    }
    latin_pieces_ = latin_pieces;
    cost_.assign(arabic_pieces * latin_pieces, kImpossible);
    for (std::size_t a = 0; a <= kArabicCount; ++a) {
      for (std::size_t l = 0; l <= kLatinCount; ++l) cost_[a * latin_pieces + l] = kUnseen;
    }
    cost_[0] = kImpossible;
    for (const LetterUnit& unit : kUnits) {
      cost_[arabic_piece(unit.arabic) * latin_pieces + latin_piece(unit.latin)] =
          static_cast<float>(unit.cost) / 1000;
    }
    latin_pair_.assign(kLatinCount * kLatinCount, 0);
    for (const auto& [key, piece] : latin_long_) {
      if (key < (1U << 10))
        latin_pair_[(key >> 5) * kLatinCount - kLatinCount + (key & 31) - 1] = piece;
    }
  }

  std::uint8_t arabic_letter(char32_t c) const {
    return c >= kFirstArabic && c < kFirstArabic + arabic_of_.size() ? arabic_of_[c - kFirstArabic]
                                                                     : kNoLetter;
  }
  bool is_arabic_vowel(std::uint8_t letter) const { return vowels_[letter]; }

  std::uint16_t arabic_pair(std::uint8_t first, std::uint8_t second) const {
    return arabic_pair_[first * kArabicCount + second];
  }
  // 0 where no unit has these letters.
  std::uint16_t latin_pair(std::uint8_t first, std::uint8_t second) const {
    return latin_pair_[first * kLatinCount + second];
  }
  std::uint16_t latin_long(std::uint32_t key) const {
    const auto found = latin_long_.find(key);
    return found == latin_long_.end() ? 0 : found->second;
  }
  const float* costs(std::size_t arabic_piece) const {
    return cost_.data() + arabic_piece * latin_pieces_;
  }

 private:
  static constexpr char32_t kFirstArabic = 0x600;

  std::size_t pair_index(std::u32string_view pair) const {
    return arabic_letter(pair[0]) * kArabicCount + arabic_letter(pair[1]);
  }
  static std::uint32_t latin_key(std::string_view letters) {
    std::uint32_t key = 0;
    for (const char c : letters) key = key << 5 | static_cast<std::uint32_t>(c - 'a' + 1);
    return key;
  }
  std::size_t arabic_piece(std::u32string_view letters) const {
    if (letters.empty()) return 0;
    return letters.size() == 1 ? arabic_letter(letters[0]) + 1U : arabic_pair_[pair_index(letters)];
  }
  std::size_t latin_piece(std::string_view letters) const {
    if (letters.empty()) return 0;
    return letters.size() == 1 ? static_cast<std::size_t>(letters[0] - 'a' + 1)
                               : latin_long_.at(latin_key(letters));
  }

  std::array<std::uint8_t, 0x100> arabic_of_;
  std::array<bool, kArabicCount> vowels_;
  std::vector<std::uint16_t> arabic_pair_;
  std::vector<std::uint16_t> latin_pair_;
  std::unordered_map<std::uint32_t, std::uint16_t> latin_long_;
  std::size_t latin_pieces_ = 0;
  std::vector<float> cost_;
};

const LetterModel& model() {
  static const LetterModel instance;
  return instance;
}

template <typename Table>
double background_cost(const LetterString& word, const Table& bigrams) {
  double cost = 0;
  std::size_t last = 0;
  for (std::size_t i = 0; i < word.size; ++i) {
    const std::size_t next = word.letters[i] + 1U;
    cost += bigrams[last][next];
    last = next;
  }
  return (cost + bigrams[last][0]) / 1000;
}

}  // namespace

LetterString arabic_letters(std::string_view word) {
  LetterString result;
  for (std::size_t i = 0; i < word.size() && result.size < LetterString::kMaxLength;) {
    const CodePoint c = code_point_at(word, i);
    i += c.size;
    const std::uint8_t letter = model().arabic_letter(c.value);
    if (letter != kNoLetter) result.letters[result.size++] = letter;
  }
  return result;
}

LetterString latin_letters(std::string_view word) {
  LetterString result;
  for (std::size_t i = 0; i < word.size() && result.size < LetterString::kMaxLength;) {
    const CodePoint c = code_point_at(word, i);
    i += c.size;
    const std::uint8_t letter = latin_letter(c.value);
    if (letter != kNoLetter) result.letters[result.size++] = letter;
  }
  return result;
}

LetterMatch match_letters(const LetterString& arabic, const LetterString& latin) {
  const LetterModel& letters = model();
  constexpr std::size_t kWidth = LetterString::kMaxLength + 1;
  // Numbers of the pieces that end at a position, by length; 0 where no unit has the piece.
  std::array<std::array<std::uint16_t, kMaxLatinUnit + 1>, kWidth> latin_piece;
  for (std::size_t j = 1; j <= latin.size; ++j) {
    std::uint32_t key = 0;
    latin_piece[j][0] = 0;
    latin_piece[j][1] = latin.letters[j - 1] + 1;
    latin_piece[j][2] =
        j < 2 ? std::uint16_t{0} : letters.latin_pair(latin.letters[j - 2], latin.letters[j - 1]);
    for (std::size_t n = 3; n <= kMaxLatinUnit; ++n) {
      latin_piece[j][n] = 0;
      if (j < n || latin_piece[j][2] == 0) continue;
      key = 0;
      for (std::size_t k = j - n; k < j; ++k) key = key << 5 | (latin.letters[k] + 1U);
      latin_piece[j][n] = letters.latin_long(key);
    }
  }
  latin_piece[0] = {};

  struct Cell {
    float cost;
    std::uint8_t arabic;  // length of the unit that ends here
    std::uint8_t latin;
  };
  std::array<std::array<Cell, kWidth>, kWidth> best;
  for (std::size_t i = 0; i <= arabic.size; ++i) {
    const float* rows[kMaxArabicUnit + 1] = {letters.costs(0), nullptr, nullptr};
    if (i >= 1) rows[1] = letters.costs(arabic.letters[i - 1] + 1U);
    if (i >= 2) {
      const std::uint16_t piece = letters.arabic_pair(arabic.letters[i - 2], arabic.letters[i - 1]);
      if (piece != 0) rows[2] = letters.costs(piece);
    }
    for (std::size_t j = 0; j <= latin.size; ++j) {
      Cell cell{i + j == 0 ? 0 : kImpossible, 0, 0};
      for (std::size_t m = 0; m <= kMaxArabicUnit; ++m) {
        if (rows[m] == nullptr) continue;
        for (std::size_t n = 0; n <= std::min(j, kMaxLatinUnit); ++n) {
          const std::uint16_t piece = n == 0 ? 0 : latin_piece[j][n];
          if (m + n == 0 || (n > 0 && piece == 0)) continue;
          const float cost = best[i - m][j - n].cost + rows[m][piece];
          if (cost < cell.cost) {
            cell = {cost, static_cast<std::uint8_t>(m), static_cast<std::uint8_t>(n)};
          }
        }
      }
      best[i][j] = cell;
    }
  }

  LetterMatch match;
  match.joint_cost = best[arabic.size][latin.size].cost;
  match.arabic_cost = background_cost(arabic, kArabicBigrams);
  match.latin_cost = background_cost(latin, kLatinBigrams);
  for (std::size_t i = arabic.size, j = latin.size; i + j > 0;) {
    const Cell& cell = best[i][j];
    if (cell.arabic + cell.latin == 0) break;  // unreachable end: words with no letters in common
    const std::size_t from_i = i - cell.arabic;
    const std::size_t from_j = j - cell.latin;
    const double loss = cell.cost - best[from_i][from_j].cost;
    match.worst_loss = std::max(match.worst_loss, loss);
    if (cell.latin == 0) {
      const bool vowel = letters.is_arabic_vowel(arabic.letters[i - 1]);
      ++(vowel ? match.unmatched_vowels : match.unmatched_arabic);
    } else if (cell.arabic == 0) {
      ++(is_latin_vowel(latin.letters[j - 1]) ? match.unmatched_vowels : match.unmatched_latin);
    }
    i = from_i;
    j = from_j;
  }
  return match;
}

}  // namespace mizan
