#include "tm/lang/numbers.h"

#include <utility>

#include "tm/lang/date_reader.h"
#include "tm/lang/number_reader.h"
#include "tm/lang/quantities.h"

namespace mizan {
namespace {

// 10:30 and 27-31 are no counts of a thing that the other language must repeat as such: an hour
// may be told in words, minutes as a fraction of it.
void mark_times(const QuantityPieces& pieces, std::size_t begin, NumberReading& reading) {
  const bool before = begin > 1 && pieces[begin - 1].key == ":" && !pieces[begin].after_space &&
                      pieces[begin - 2].kind == PieceKind::kDigits;
  const bool after = has_key(pieces, reading.next, ":") && !pieces[reading.next].after_space &&
                     reading.next + 1 < pieces.size() && !pieces[reading.next + 1].after_space &&
                     pieces[reading.next + 1].kind == PieceKind::kDigits;
  if (before || after) reading.mention.doubtful = true;
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
    auto reading = read_number(pieces, i, language);
    if (!reading) {
      ++i;
      continue;
    }
    mark_times(pieces, i, *reading);
    found.numbers.push_back(reading->mention);
    i = reading->next;
  }
  return found;
}

std::vector<NumberMention> find_numbers(std::string_view text, Language language) {
  return find_quantities(text, language).numbers;
}

std::vector<DateMention> find_dates(std::string_view text, Language language) {
  return find_quantities(text, language).dates;
}

}  // namespace mizan
