#include "tm/lang/number_codes.h"

#include <charconv>
#include <optional>
#include <string_view>

namespace mizan {
namespace {

std::optional<double> integer_value(std::string_view key) {
  int value = 0;
  const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), value);
  if (error != std::errc() || end != key.data() + key.size()) return std::nullopt;
  return value;
}

// I to XXXIX: larger ones are words and initials as a rule.
std::optional<double> roman_value(std::string_view key) {
  const auto digit = [](char c) { return c == 'i' ? 1 : c == 'v' ? 5 : c == 'x' ? 10 : 0; };
  int value = 0;
  for (std::size_t i = 0; i < key.size(); ++i) {
    const int here = digit(key[i]);
    if (here == 0) return std::nullopt;
    const int next = i + 1 < key.size() ? digit(key[i + 1]) : 0;
    value += here < next ? -here : here;
  }
  return value;
}

bool touches_latin(const QuantityPieces& pieces, std::size_t i) {
  const auto is_latin = [&](std::size_t at) { return pieces[at].kind == PieceKind::kLatin; };
  if (i + 1 < pieces.size() && !pieces[i + 1].after_space && is_latin(i + 1)) return true;
  if (i == 0 || pieces[i].after_space) return false;
  if (is_latin(i - 1)) return true;
  return pieces[i - 1].key == "-" && i >= 2 && !pieces[i - 1].after_space && is_latin(i - 2);
}

}  // namespace

std::vector<CodeMention> read_codes(const QuantityPieces& pieces, Language language) {
  std::vector<CodeMention> codes;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const QuantityPiece& piece = pieces[i];
    std::optional<double> value;
    if (piece.used) continue;
    if (piece.kind == PieceKind::kDigits) {
      value = integer_value(piece.key);
    } else if (language == Language::kEnglish && piece.kind == PieceKind::kLatin &&
               piece.all_capitals) {
      // "I" is a word, but not behind a hyphen: type-I.
      const bool alone = piece.key.size() == 1;
      if (!alone || (i > 0 && pieces[i - 1].key == "-" && !piece.after_space)) {
        value = roman_value(piece.key);
      }
    }
    if (value) codes.push_back({*value, piece.range, touches_latin(pieces, i)});
  }
  return codes;
}

}  // namespace mizan
