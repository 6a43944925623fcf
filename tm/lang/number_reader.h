// One number expression read from a place in a text. Internal to tm/lang.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "tm/base/language.h"
#include "tm/lang/number_words.h"
#include "tm/lang/numbers.h"
#include "tm/lang/quantity_pieces.h"

namespace mizan {

using QuantityPieces = std::vector<QuantityPiece>;

struct NumberReading {
  NumberMention mention;
  std::size_t next = 0;  // the first piece after it
};

// The longest number expression that starts at pieces[i], of which no piece is used; nothing when
// none starts there.
std::optional<NumberReading> read_number(const QuantityPieces& pieces, std::size_t i,
                                         Language language);
std::optional<NumberReading> read_arabic_number(const QuantityPieces& pieces, std::size_t i);
std::optional<NumberReading> read_english_number(const QuantityPieces& pieces, std::size_t i);

struct DigitValue {
  double value = 0;
  std::optional<double> alternative;
  std::size_t next = 0;
};

// Digits with their separators and a fraction after them (220 2/3, 2½), or a fraction alone (2/3).
// Nothing for identifiers (MI6, كوفيد-19, 1.2.3).
std::optional<DigitValue> read_digits(const QuantityPieces& pieces, std::size_t i);

// Turns the mention into a percentage when a sign or words for it stand around it.
void read_percent(const QuantityPieces& pieces, std::size_t begin, NumberReading& reading);

// An Arabic word as a number word with its clitics.
struct ArabicNumberWord {
  const NumberWord* word = nullptr;
  bool conjunction = false;
  bool preposition = false;
  bool article = false;
};
std::optional<ArabicNumberWord> analyse_arabic_number_word(std::string_view key);

// Whether a word before digits is nothing but clitics (الـ12, لـ28): key folded to kTehMarbuta.
bool is_clitic_stack(std::string_view key);

}  // namespace mizan
