#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

#include "tm/lang/number_reader.h"

namespace mizan {
namespace {

struct VulgarFraction {
  std::string_view sign;
  double value;
};
constexpr VulgarFraction kVulgarFractions[] = {
    {"½", 0.5},     {"¼", 0.25},    {"¾", 0.75},    {"⅓", 1.0 / 3},
    {"⅔", 2.0 / 3}, {"⅛", 1.0 / 8}, {"⅜", 3.0 / 8}, {"⅝", 5.0 / 8},
};

std::optional<double> vulgar_fraction(std::string_view key) {
  for (const VulgarFraction& fraction : kVulgarFractions) {
    if (fraction.sign == key) return fraction.value;
  }
  return std::nullopt;
}

double to_double(const std::string& digits) {
  double value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

// 1,250 1.250 1.250.000 3,5 with the reading that the separators ask for; nothing for 1.2.3.
std::optional<DigitValue> parse_separated(std::string_view key) {
  std::string plain;    // without separators
  std::string decimal;  // the last separator a decimal point
  std::size_t separators = 0;
  char separator = 0;
  bool mixed = false;
  std::size_t group = 0;
  bool groups_of_three = true;
  for (const char c : key) {
    if (c >= '0' && c <= '9') {
      plain += c;
      decimal += c;
      ++group;
      continue;
    }
    if (separators > 0 && c != separator) mixed = true;
    if (separators == 0 ? group > 3 : group != 3) groups_of_three = false;
    separator = c;
    ++separators;
    group = 0;
    // Only the last separator can be a decimal point; an earlier one groups thousands.
    if (const std::size_t point = decimal.find('.'); point != std::string::npos) {
      decimal.erase(point, 1);
    }
    decimal += '.';
  }
  DigitValue result;
  if (separators == 0) {
    result.value = to_double(plain);
    return result;
  }
  const bool thousands = groups_of_three && group == 3 && key.front() != '0';
  if (mixed) {
    result.value = to_double(thousands && separator == 't' ? plain : decimal);
    return result;
  }
  if (separators > 1) {
    if (!thousands) return std::nullopt;
    result.value = to_double(plain);
    return result;
  }
  switch (separator) {
    case 't':
      result.value = to_double(plain);
      break;
    case 'd':
      result.value = to_double(decimal);
      break;
    case ',':
      result.value = to_double(thousands ? plain : decimal);
      break;
    default:  // 1.250: a decimal in English, thousands in much of the Arabic press
      result.value = to_double(decimal);
      if (thousands) result.alternative = to_double(plain);
  }
  return result;
}

bool touches(const QuantityPieces& pieces, std::size_t i) {
  return i < pieces.size() && i > 0 && !pieces[i].after_space;
}

// Words that stand before a number and are no part of a name: عام2020.
bool lost_a_space(std::string_view key) {
  constexpr std::string_view kWords[] = {"عام", "العام", "لعام", "سنه", "يوم",   "في",  "من",
                                         "الي", "علي",   "عن",   "حتي", "منذ",   "نحو", "حوالي",
                                         "بعد", "قبل",   "بين",  "شهر", "الساعه"};
  return std::ranges::find(kWords, key) != std::end(kWords);
}

bool is_identifier(const QuantityPieces& pieces, std::size_t i) {
  if (!touches(pieces, i)) return false;
  const QuantityPiece* before = &pieces[i - 1];
  bool hyphen = false;
  if (before->key == "-") {
    if (!touches(pieces, i - 1)) return false;
    before = &pieces[i - 2];
    hyphen = true;
  }
  if (before->kind == PieceKind::kArabic) {
    if (is_clitic_stack(before->key)) return false;
    return hyphen || !(lost_a_space(before->key) || has_key(pieces, i + 1, "%"));
  }
  // 1 January-15 March: a date is no name
  if (before->kind == PieceKind::kLatin) return !hyphen || (before->capital && !before->used);
  return false;
}

bool is_plain_integer(const QuantityPieces& pieces, std::size_t i) {
  return i < pieces.size() && pieces[i].kind == PieceKind::kDigits && pieces[i].key.size() <= 4 &&
         pieces[i].key.find_first_not_of("0123456789") == std::string::npos;
}

// n/d with n < d <= 10, without spaces: larger denominators are dates and seasons (9/11, 24/7).
std::optional<DigitValue> read_fraction(const QuantityPieces& pieces, std::size_t i) {
  if (!is_plain_integer(pieces, i) || !has_key(pieces, i + 1, "/") || !touches(pieces, i + 1) ||
      !is_plain_integer(pieces, i + 2) || !touches(pieces, i + 2) || has_key(pieces, i + 3, "/")) {
    return std::nullopt;
  }
  const double numerator = to_double(pieces[i].key);
  const double denominator = to_double(pieces[i + 2].key);
  if (numerator >= denominator || denominator > 10) return std::nullopt;
  return DigitValue{numerator / denominator, std::nullopt, i + 3};
}

}  // namespace

std::optional<DigitValue> read_digits(const QuantityPieces& pieces, std::size_t i) {
  if (i >= pieces.size() || pieces[i].used) return std::nullopt;
  if (pieces[i].kind == PieceKind::kOther) {
    if (const auto fraction = vulgar_fraction(pieces[i].key)) {
      return DigitValue{*fraction, std::nullopt, i + 1};
    }
    return std::nullopt;
  }
  if (pieces[i].kind != PieceKind::kDigits || is_identifier(pieces, i)) return std::nullopt;
  if (auto fraction = read_fraction(pieces, i)) return fraction;
  auto result = parse_separated(pieces[i].key);
  if (!result) return std::nullopt;
  result->next = i + 1;
  if (i + 1 >= pieces.size() || result->value != std::floor(result->value)) return result;
  if (const auto fraction = vulgar_fraction(pieces[i + 1].key)) {
    result->value += *fraction;
    result->next = i + 2;
  } else if (const auto after = read_fraction(pieces, i + 1)) {
    result->value += after->value;
    result->next = after->next;
  }
  return result;
}

void read_percent(const QuantityPieces& pieces, std::size_t begin, NumberReading& reading) {
  std::size_t next = reading.next;
  NumberMention& mention = reading.mention;
  const auto close = [&](NumberKind kind, std::size_t end) {
    mention.kind = kind;
    mention.range.end = pieces[end - 1].range.end;
    reading.next = end;
  };
  if (has_key(pieces, next, "-") && !pieces[next].after_space) ++next;  // a 10-percent rise
  if (has_key(pieces, next, "%")) {
    close(NumberKind::kPercent, next + 1);
  } else if (has_key(pieces, next, "percent") || has_key(pieces, next, "بالمءه") ||
             has_key(pieces, next, "بالماءه")) {
    close(NumberKind::kPercent, next + 1);
  } else if ((has_key(pieces, next, "per") && has_key(pieces, next + 1, "cent")) ||
             ((has_key(pieces, next, "في") || has_key(pieces, next, "ب")) &&
              (has_key(pieces, next + 1, "المءه") || has_key(pieces, next + 1, "الماءه")))) {
    close(NumberKind::kPercent, next + 2);
  } else if (((has_key(pieces, next, "نقطه") || has_key(pieces, next, "نقاط")) &&
              has_key(pieces, next + 1, "مءويه")) ||
             (has_key(pieces, next, "percentage") &&
              (has_key(pieces, next + 1, "points") || has_key(pieces, next + 1, "point")))) {
    close(NumberKind::kPercentPoint, next + 2);
  } else if (begin > 0 && has_key(pieces, begin - 1, "%") && !pieces[begin].after_space) {
    // %12, with the sign typed first
    mention.kind = NumberKind::kPercent;
  }
}

}  // namespace mizan
