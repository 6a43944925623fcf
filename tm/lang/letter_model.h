// A joint model of the letters of a name in two spellings, whichever the scripts: costs of letter
// correspondences and of the letters themselves, learned by tests/bench/train_names.py from
// Arabic-Latin pairs. Spellings of one script are compared through the letters that they stand for
// in the other: ج and غ are near because both write g. Internal to tm/lang.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace mizan {

enum class LetterScript : std::uint8_t { kArabic, kLatin };

// A word as letter numbers: marks, tatweel, spaces, hyphens and apostrophes dropped, alef hamza
// carriers and Latin diacritics folded. Longer words are cut.
struct LetterString {
  static constexpr std::size_t kMaxLength = 40;
  LetterScript script = LetterScript::kArabic;
  std::array<std::uint8_t, kMaxLength> letters;
  std::size_t size = 0;
};

LetterString letters_of(LetterScript script, std::string_view word);

// ا و ي ء ة; a e i o u y. A final ه is read as ة.
bool is_vowel_letter(LetterScript script, std::uint8_t letter);

// Letters that the other script often does without: ع, a final h (Haniyeh).
bool is_faint_letter(const LetterString& word, std::size_t at);

// Whether an Arabic word has a letter that foreign names are not written with: ع ح ص ض ط ظ ذ.
bool has_arabic_guttural(const LetterString& word);

// How much more an Arabic word's letters look like those of a foreign name than of an ordinary
// word: log odds a letter, 0 where they do not tell.
double foreign_name_odds(const LetterString& word);

// Whether an Arabic word starts with the article and three letters or more follow it.
bool starts_with_article(const LetterString& word);
LetterString without_article(const LetterString& word);

// What the model is made of: pairs of letter groups, either may be empty.
struct LetterUnit {
  const char32_t* arabic;  // up to 2 letters
  const char* latin;       // up to 4 letters
  std::uint16_t cost;      // -1000 ln p
};
std::span<const LetterUnit> letter_units();

// The letter with this number.
char32_t letter_at(LetterScript script, std::uint8_t number);

// What a letter of a name costs after another more than anywhere, in nats; negative where they
// attract. Letters count from 1; 0 is the edge of the word.
double neighbour_cost(LetterScript script, std::size_t last, std::size_t next);

// One unit of the best chain.
struct LetterEdit {
  std::uint8_t left_begin = 0;
  std::uint8_t left_size = 0;
  std::uint8_t right_begin = 0;
  std::uint8_t right_size = 0;
  float cost = 0;      // -ln p
  float surprise = 0;  // cost beyond that of its letters one by one; negative where they attract
};

// What the best chain of letter units over a pair of words says; costs are -ln p.
struct LetterMatch {
  double joint_cost = 0;
  double left_cost = 0;   // of the left word by its own letters
  double right_cost = 0;  // of the right word by its own letters
  std::array<LetterEdit, 2 * LetterString::kMaxLength> units;  // from the last to the first
  std::size_t unit_count = 0;

  // How much of the words' cost is saved by reading them as one name.
  double gain() const { return 1 - joint_cost / (left_cost + right_cost); }
};

LetterMatch match_letters(const LetterString& left, const LetterString& right);

}  // namespace mizan
