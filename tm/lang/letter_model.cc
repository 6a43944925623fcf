#include "tm/lang/letter_model.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>

#include "tm/base/utf8.h"

namespace mizan {
namespace {

#include "tm/lang/letter_correspondences.inc"

// Arabic letters as bits by their numbers.
constexpr std::uint64_t set_of(std::u32string_view letters) {
  std::uint64_t set = 0;
  for (std::size_t i = 0; i + 1 < std::size(kArabicLetters); ++i) {
    if (letters.find(kArabicLetters[i]) != std::u32string_view::npos) set |= std::uint64_t{1} << i;
  }
  return set;
}

constexpr std::size_t kArabicCount = std::size(kArabicLetters) - 1;
constexpr std::size_t kLatinCount = 26;
constexpr std::size_t kMaxPiece = 4;
constexpr std::uint8_t kNoLetter = 0xFF;
constexpr float kImpossible = 1e9F;
constexpr float kUnseen = 14;  // nats: what the trainer prunes
// Nats for doubling a Latin letter: t against tt, s against ss in the training pairs is about 2.
constexpr float kDoubling = 2.5;
// The share of units that two spellings of one script have in common, whatever their sound.
constexpr double kCopied = 0.7;

// Letters beyond the trainer's alphabet, by the letter that newsrooms write for the same sound.
constexpr struct {
  char32_t from;
  char32_t to;
} kArabicFolds[] = {
    {U'أ', U'ا'}, {U'إ', U'ا'}, {U'آ', U'ا'}, {U'ٱ', U'ا'}, {U'ى', U'ي'}, {U'ؤ', U'ء'},
    {U'ئ', U'ء'}, {U'پ', U'ب'}, {U'چ', U'ج'}, {U'ڤ', U'ف'}, {U'ڥ', U'ف'}, {U'گ', U'غ'},
    {U'ک', U'ك'}, {U'ی', U'ي'}, {U'ژ', U'ج'}, {U'ڨ', U'غ'}, {U'ھ', U'ه'},
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

struct ArabicLetterNumbers {
  static constexpr char32_t kFirst = 0x600;
  std::array<std::uint8_t, 0x100> number;

  ArabicLetterNumbers() {
    number.fill(kNoLetter);
    for (std::size_t i = 0; i < kArabicCount; ++i) {
      number[kArabicLetters[i] - kFirst] = static_cast<std::uint8_t>(i);
    }
    for (const auto& fold : kArabicFolds) number[fold.from - kFirst] = number[fold.to - kFirst];
  }
};

std::uint8_t arabic_letter(char32_t c) {
  static const ArabicLetterNumbers numbers;
  constexpr char32_t first = ArabicLetterNumbers::kFirst;
  return c >= first && c < first + numbers.number.size() ? numbers.number[c - first] : kNoLetter;
}

// The numbers of the letter groups that units of one script are made of: 0 is the empty one, then
// the single letters, then the longer ones.
class Pieces {
 public:
  explicit Pieces(std::size_t letters) : letters_(letters), size_(letters + 1) {
    pairs_.assign(letters * letters, 0);
  }

  std::size_t size() const { return size_; }

  std::uint16_t find(const std::uint8_t* letters, std::size_t count) const {
    if (count == 0) return 0;
    if (count == 1) return letters[0] + 1;
    const std::uint16_t pair = pairs_[letters[0] * letters_ + letters[1]];
    if (count == 2 || pair == 0) return pair == kPrefixOnly ? std::uint16_t{0} : pair;
    const auto found = longer_.find(key(letters, count));
    return found == longer_.end() ? std::uint16_t{0} : found->second;
  }

  std::uint16_t add(const std::uint8_t* letters, std::size_t count) {
    if (const std::uint16_t known = find(letters, count); known != 0 || count == 0) return known;
    std::uint16_t& pair = pairs_[letters[0] * letters_ + letters[1]];
    const auto number = static_cast<std::uint16_t>(size_++);
    if (count == 2) {
      pair = number;
    } else {
      if (pair == 0) pair = kPrefixOnly;
      longer_[key(letters, count)] = number;
    }
    return number;
  }

 private:
  static constexpr std::uint16_t kPrefixOnly = 0xFFFF;

  static std::uint32_t key(const std::uint8_t* letters, std::size_t count) {
    std::uint32_t result = 0;
    for (std::size_t i = 0; i < count; ++i) result = result << 6 | (letters[i] + 1U);
    return result;
  }

  std::size_t letters_;
  std::size_t size_;
  std::vector<std::uint16_t> pairs_;  // by first and second letter; 0 for none
  std::unordered_map<std::uint32_t, std::uint16_t> longer_;
};

// Costs of units by the pieces of their two sides.
class UnitCosts {
 public:
  UnitCosts(std::size_t left, std::size_t right)
      : right_(right), costs_(left * right, kImpossible) {}

  float& at(std::size_t left, std::size_t right) { return costs_[left * right_ + right]; }
  float at(std::size_t left, std::size_t right) const { return costs_[left * right_ + right]; }
  const float* row(std::size_t left) const { return costs_.data() + left * right_; }

 private:
  std::size_t right_;
  std::vector<float> costs_;
};

class LetterModel {
 public:
  LetterModel()
      : pieces_{Pieces(kArabicCount), Pieces(kLatinCount)},
        across_(0, 0),
        arabic_(0, 0),
        latin_(0, 0) {
    struct Numbered {
      std::uint16_t arabic;
      std::uint16_t latin;
      float cost;
    };
    std::vector<Numbered> units;
    for (const LetterUnit& unit : kUnits) {
      std::array<std::uint8_t, kMaxPiece> arabic;
      std::array<std::uint8_t, kMaxPiece> latin;
      std::size_t arabic_size = 0;
      std::size_t latin_size = 0;
      for (const char32_t* c = unit.arabic; *c != 0; ++c) arabic[arabic_size++] = arabic_letter(*c);
      for (const char* c = unit.latin; *c != 0; ++c) {
        latin[latin_size++] = latin_letter(static_cast<char32_t>(*c));
      }
      units.push_back({pieces_[0].add(arabic.data(), arabic_size),
                       pieces_[1].add(latin.data(), latin_size),
                       static_cast<float>(unit.cost) / 1000});
    }
    std::array<std::uint16_t, kLatinCount> doubled;
    for (std::uint8_t l = 0; l < kLatinCount; ++l) {
      const std::uint8_t letters[] = {l, l};
      doubled[l] = pieces_[1].add(letters, 2);
    }
    across_ = UnitCosts(pieces_[0].size(), pieces_[1].size());
    for (std::size_t a = 0; a <= kArabicCount; ++a) {
      for (std::size_t l = 0; l <= kLatinCount; ++l) across_.at(a, l) = kUnseen;
    }
    for (const Numbered& unit : units) across_.at(unit.arabic, unit.latin) = unit.cost;
    across_.at(0, 0) = kImpossible;
    // What the pairs are too few to show: any letter may be doubled in Latin (Raqqa).
    for (std::size_t l = 0; l < kLatinCount; ++l) {
      for (std::size_t a = 1; a <= kArabicCount; ++a) {
        float& cost = across_.at(a, doubled[l]);
        cost = std::min(cost, across_.at(a, l + 1) + kDoubling);
      }
    }
    compose();
  }

  const Pieces& pieces(LetterScript script) const {
    return pieces_[static_cast<std::size_t>(script)];
  }
  // Of words of the same script, or of Arabic on the left and Latin on the right.
  const UnitCosts& costs(LetterScript left, LetterScript right) const {
    return left != right ? across_ : left == LetterScript::kArabic ? arabic_ : latin_;
  }

 private:
  // p(x, y) within a script: either both are copied from one spelling, or both were written for the
  // same z of the other script: sum over z of p(x, z) p(y, z) / p(z).
  void compose() {
    std::vector<double> arabic_mass(pieces_[0].size(), 0);
    std::vector<double> latin_mass(pieces_[1].size(), 0);
    // The pieces that a piece is written with in the other script: few, of hundreds.
    std::vector<std::vector<Share>> of_arabic(arabic_mass.size());
    std::vector<std::vector<Share>> of_latin(latin_mass.size());
    for (std::size_t a = 0; a < arabic_mass.size(); ++a) {
      for (std::size_t l = 0; l < latin_mass.size(); ++l) {
        const float cost = across_.at(a, l);
        if (cost >= kUnseen) continue;
        const double p = std::exp(-static_cast<double>(cost));
        arabic_mass[a] += p;
        latin_mass[l] += p;
        of_arabic[a].push_back({l, p});
        of_latin[l].push_back({a, p});
      }
    }
    arabic_ = close(arabic_mass, of_latin, latin_mass, kArabicCount);
    latin_ = close(latin_mass, of_arabic, arabic_mass, kLatinCount);
  }

  struct Share {
    std::size_t piece;
    double p;
  };

  static UnitCosts close(const std::vector<double>& mass,
                         const std::vector<std::vector<Share>>& through,
                         const std::vector<double>& through_mass, std::size_t singles) {
    const std::size_t size = mass.size();
    std::vector<double> sums(size * size, 0);
    for (std::size_t z = 0; z < through.size(); ++z) {
      for (const Share& x : through[z]) {
        for (const Share& y : through[z]) {
          sums[x.piece * size + y.piece] += x.p * y.p / through_mass[z];
        }
      }
    }
    UnitCosts costs(size, size);
    for (std::size_t x = 0; x < size; ++x) {
      for (std::size_t y = 0; y < size; ++y) {
        if (x + y == 0) continue;
        double sum = sums[x * size + y] * (1 - kCopied);
        if (x == y) sum += kCopied * mass[x];
        const bool plain = x <= singles && y <= singles;
        const float floor = plain ? kUnseen : kImpossible;
        costs.at(x, y) = sum > 0 ? std::min(floor, static_cast<float>(-std::log(sum))) : floor;
      }
    }
    return costs;
  }

  std::array<Pieces, 2> pieces_;
  UnitCosts across_;
  UnitCosts arabic_;
  UnitCosts latin_;
};

const LetterModel& model() {
  static const LetterModel instance;
  return instance;
}

template <typename Table>
double bigram_cost(const LetterString& word, const Table& bigrams) {
  double cost = 0;
  std::size_t last = 0;
  for (std::size_t i = 0; i < word.size; ++i) {
    const std::size_t next = word.letters[i] + 1U;
    cost += bigrams[last][next];
    last = next;
  }
  return (cost + bigrams[last][0]) / 1000;
}

double background_cost(const LetterString& word) {
  return word.script == LetterScript::kArabic ? bigram_cost(word, kArabicBigrams)
                                              : bigram_cost(word, kLatinBigrams);
}

float letters_cost(const LetterString& word, std::size_t begin, std::size_t size) {
  const std::uint16_t* costs =
      word.script == LetterScript::kArabic ? kArabicUnigrams : kLatinUnigrams;
  unsigned sum = 0;
  for (std::size_t i = begin; i < begin + size; ++i) sum += costs[word.letters[i]];
  return static_cast<float>(sum) / 1000;
}

constexpr std::size_t kWidth = LetterString::kMaxLength + 1;

// The pieces that end at each position of a word, by their length; 0 where there is none.
using EndingPieces = std::array<std::array<std::uint16_t, kMaxPiece + 1>, kWidth>;

void find_pieces(const LetterString& word, EndingPieces& ending) {
  const Pieces& pieces = model().pieces(word.script);
  ending[0] = {};
  for (std::size_t end = 1; end <= word.size; ++end) {
    ending[end] = {};
    for (std::size_t n = 1; n <= std::min(end, kMaxPiece); ++n) {
      ending[end][n] = pieces.find(word.letters.data() + (end - n), n);
    }
  }
}

}  // namespace

LetterString letters_of(LetterScript script, std::string_view word) {
  LetterString result;
  result.script = script;
  for (std::size_t i = 0; i < word.size() && result.size < LetterString::kMaxLength;) {
    const CodePoint c = code_point_at(word, i);
    i += c.size;
    const std::uint8_t letter =
        script == LetterScript::kArabic ? arabic_letter(c.value) : latin_letter(c.value);
    if (letter != kNoLetter) result.letters[result.size++] = letter;
  }
  // A final heh is mostly a teh marbuta without its dots; both are silent or a vowel.
  if (script == LetterScript::kArabic && result.size > 2) {
    static const std::uint8_t heh = arabic_letter(U'ه');
    static const std::uint8_t teh_marbuta = arabic_letter(U'ة');
    std::uint8_t& last = result.letters[result.size - 1];
    if (last == heh) last = teh_marbuta;
  }
  return result;
}

std::span<const LetterUnit> letter_units() { return kUnits; }

char32_t letter_at(LetterScript script, std::uint8_t number) {
  return script == LetterScript::kArabic ? kArabicLetters[number] : U'a' + number;
}

double neighbour_cost(LetterScript script, std::size_t last, std::size_t next) {
  const bool arabic = script == LetterScript::kArabic;
  const std::uint16_t pair = arabic ? kArabicBigrams[last][next] : kLatinBigrams[last][next];
  const std::uint16_t alone = next == 0 ? 0
                              : arabic  ? kArabicUnigrams[next - 1]
                                        : kLatinUnigrams[next - 1];
  return (static_cast<double>(pair) - static_cast<double>(alone)) / 1000;
}

bool is_vowel_letter(LetterScript script, std::uint8_t letter) {
  static constexpr std::uint64_t kArabicVowels = set_of(U"اويءة");
  static constexpr std::uint64_t kLatinVowels = 1U << ('a' - 'a') | 1U << ('e' - 'a') |
                                                1U << ('i' - 'a') | 1U << ('o' - 'a') |
                                                1U << ('u' - 'a') | 1U << ('y' - 'a');
  return ((script == LetterScript::kArabic ? kArabicVowels : kLatinVowels) >> letter & 1) != 0;
}

bool is_faint_letter(const LetterString& word, std::size_t at) {
  if (word.script == LetterScript::kArabic) return kArabicLetters[word.letters[at]] == U'ع';
  return at > 0 && at + 1 == word.size && word.letters[at] == 'h' - 'a';
}

bool has_arabic_guttural(const LetterString& word) {
  static constexpr std::uint64_t kNative = set_of(U"عحصضطظذ");
  return word.script == LetterScript::kArabic &&
         std::any_of(word.letters.begin(), word.letters.begin() + word.size,
                     [](std::uint8_t letter) { return (kNative >> letter & 1) != 0; });
}

double foreign_name_odds(const LetterString& word) {
  if (word.script != LetterScript::kArabic || word.size == 0) return 0;
  return (bigram_cost(word, kArabicWordBigrams) - bigram_cost(word, kArabicBigrams)) /
         static_cast<double>(word.size + 1);
}

bool starts_with_article(const LetterString& word) {
  return word.script == LetterScript::kArabic && word.size >= 5 &&
         kArabicLetters[word.letters[0]] == U'ا' && kArabicLetters[word.letters[1]] == U'ل';
}

LetterString without_article(const LetterString& word) {
  LetterString result = word;
  std::copy(word.letters.begin() + 2, word.letters.begin() + word.size, result.letters.begin());
  result.size = word.size - 2;
  return result;
}

LetterMatch match_letters(const LetterString& left, const LetterString& right) {
  const UnitCosts& costs = model().costs(left.script, right.script);
  EndingPieces left_pieces;
  EndingPieces right_pieces;
  find_pieces(left, left_pieces);
  find_pieces(right, right_pieces);

  struct Cell {
    float cost;
    std::uint8_t left;  // length of the unit that ends here
    std::uint8_t right;
  };
  std::array<std::array<Cell, kWidth>, kWidth> best;
  for (std::size_t i = 0; i <= left.size; ++i) {
    for (std::size_t j = 0; j <= right.size; ++j) {
      Cell cell{i + j == 0 ? 0 : kImpossible, 0, 0};
      for (std::size_t m = 0; m <= std::min(i, kMaxPiece); ++m) {
        const std::uint16_t left_piece = left_pieces[i][m];
        if (m > 0 && left_piece == 0) continue;
        const float* row = costs.row(left_piece);
        for (std::size_t n = m == 0 ? 1 : 0; n <= std::min(j, kMaxPiece); ++n) {
          const std::uint16_t right_piece = right_pieces[j][n];
          if (n > 0 && right_piece == 0) continue;
          const float cost = best[i - m][j - n].cost + row[right_piece];
          if (cost < cell.cost) {
            cell = {cost, static_cast<std::uint8_t>(m), static_cast<std::uint8_t>(n)};
          }
        }
      }
      best[i][j] = cell;
    }
  }

  LetterMatch match;
  match.joint_cost = best[left.size][right.size].cost;
  match.left_cost = background_cost(left);
  match.right_cost = background_cost(right);
  for (std::size_t i = left.size, j = right.size; i + j > 0;) {
    const Cell& cell = best[i][j];
    const std::size_t from_i = i - cell.left;
    const std::size_t from_j = j - cell.right;
    const float cost = cell.cost - best[from_i][from_j].cost;
    match.units[match.unit_count++] = {
        static_cast<std::uint8_t>(from_i),
        cell.left,
        static_cast<std::uint8_t>(from_j),
        cell.right,
        cost,
        cost - letters_cost(left, from_i, cell.left) - letters_cost(right, from_j, cell.right)};
    i = from_i;
    j = from_j;
  }
  return match;
}

}  // namespace mizan
