#include "tm/lang/numbers.h"

#include <optional>
#include <string>

#include "tm/lang/date_reader.h"
#include "tm/lang/number_codes.h"
#include "tm/lang/number_reader.h"
#include "tm/lang/quantities.h"
#include "tm/lang/unit_reader.h"

namespace mizan {
namespace {

// 10:30
std::optional<NumberReading> read_clock(const QuantityPieces& pieces, std::size_t i) {
  constexpr std::size_t kMinuteDigits = 2;
  const auto digits = [&](std::size_t at) -> std::optional<int> {
    if (at >= pieces.size() || pieces[at].used || pieces[at].kind != PieceKind::kDigits ||
        pieces[at].key.size() > kMinuteDigits || (at != i && pieces[at].after_space)) {
      return std::nullopt;
    }
    return std::stoi(pieces[at].key);
  };
  const auto hour = digits(i);
  if (!hour || !has_key(pieces, i + 1, ":") || pieces[i + 1].after_space) return std::nullopt;
  const auto minute = digits(i + 2);
  if (!minute || pieces[i + 2].key.size() != kMinuteDigits) return std::nullopt;
  if (*hour > 24 || *minute > 59) return std::nullopt;
  NumberReading reading;
  reading.mention.kind = NumberKind::kClock;
  reading.mention.value = *hour * 60 + *minute;
  reading.mention.range = {pieces[i].range.begin, pieces[i + 2].range.end};
  reading.next = i + 3;
  return reading;
}

}  // namespace

std::optional<NumberReading> read_number(const QuantityPieces& pieces, std::size_t i,
                                         Language language) {
  return language == Language::kArabic ? read_arabic_number(pieces, i)
                                       : read_english_number(pieces, i);
}

Quantities find_quantities(std::string_view text, Language language) {
  Quantities found;
  QuantityPieces pieces = split_pieces(text);
  found.dates = read_dates(pieces, language);
  for (std::size_t i = 0; i < pieces.size();) {
    auto reading = read_clock(pieces, i);
    if (!reading) reading = read_number(pieces, i, language);
    if (!reading) {
      ++i;
      continue;
    }
    NumberMention& mention = reading->mention;
    mention.unit = mention.kind == NumberKind::kImplied && language == Language::kArabic
                       ? unit_of_dual(pieces[i].key)
                       : read_unit(pieces, reading->next, language);
    found.numbers.push_back(mention);
    for (; i < reading->next; ++i) pieces[i].used = true;
  }
  found.codes = read_codes(pieces, language);
  return found;
}

std::vector<NumberMention> find_numbers(std::string_view text, Language language) {
  return find_quantities(text, language).numbers;
}

std::vector<DateMention> find_dates(std::string_view text, Language language) {
  return find_quantities(text, language).dates;
}

}  // namespace mizan
