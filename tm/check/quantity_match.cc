#include "tm/check/quantity_match.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace mizan {
namespace {

using Class = CheckedQuantity::Class;

void collect(const CheckedDocument& document, const Bead& bead, Language side,
             std::vector<CheckedQuantity>& quantities) {
  const SegmentRange range = CheckedDocument::range(bead, side);
  for (std::size_t i = range.begin; i < range.end; ++i) {
    const Quantities& found = document.side(side)[i].quantities;
    for (const NumberMention& mention : found.numbers) {
      CheckedQuantity quantity;
      quantity.kind = mention.kind;
      quantity.value = mention.value;
      quantity.alternative = mention.alternative;
      quantity.unit = mention.unit;
      quantity.spelled = mention.spelled;
      quantity.approximate = mention.approximate;
      quantity.doubtful = mention.doubtful;
      quantity.place = {side, i, mention.range};
      quantities.push_back(quantity);
    }
    for (const CodeMention& mention : found.codes) {
      CheckedQuantity quantity;
      quantity.type = Class::kCode;
      quantity.value = mention.value;
      // What the Arabic has in Latin letters is compared letter by letter elsewhere.
      quantity.doubtful = mention.latin && side == Language::kArabic;
      quantity.place = {side, i, mention.range};
      quantities.push_back(quantity);
    }
    for (const DateMention& mention : found.dates) {
      const auto add = [&](Class type, std::optional<int> value, std::optional<double> other = {}) {
        if (!value) return;
        CheckedQuantity quantity;
        quantity.type = type;
        quantity.calendar = mention.calendar;
        quantity.value = *value;
        quantity.alternative = other;
        quantity.doubtful = mention.ambiguous;
        quantity.place = {side, i, mention.range};
        quantities.push_back(quantity);
      };
      add(Class::kWeekday, mention.weekday);
      // 3/4/2019 may be read either way round
      const bool swappable = mention.ambiguous && mention.day && mention.month;
      add(Class::kMonth, mention.month,
          swappable ? std::optional<double>(*mention.day) : std::nullopt);
      add(Class::kDay, mention.day,
          swappable ? std::optional<double>(*mention.month) : std::nullopt);
      add(Class::kYear, mention.year);
    }
  }
}

// A piece of a score in digits: 2-1.
bool in_score(const CheckedDocument& document, const CheckedQuantity& quantity) {
  if (quantity.type != Class::kNumber || quantity.spelled) return false;
  const std::string_view text = document.side(quantity.place.side)[quantity.place.segment].text;
  const auto is_digit = [&](std::size_t i) {
    return i < text.size() && text[i] >= '0' && text[i] <= '9';
  };
  const auto [begin, end] = quantity.place.range;
  return (end < text.size() && text[end] == '-' && is_digit(end + 1)) ||
         (begin > 1 && text[begin - 1] == '-' && is_digit(begin - 2));
}

// 1-0 for بهدف دون رد, 0-0 for سلبيا: where one side has more scores in digits, its ones and
// noughts may be without a number on the other.
void doubt_scores(const CheckedDocument& document, std::vector<CheckedQuantity>& own,
                  const std::vector<CheckedQuantity>& others) {
  const auto scored = [&](const CheckedQuantity& other) { return in_score(document, other); };
  if (std::ranges::count_if(own, scored) <= std::ranges::count_if(others, scored)) return;
  for (CheckedQuantity& quantity : own) {
    if (quantity.value <= 1 && scored(quantity)) quantity.doubtful = true;
  }
}

bool same(double a, double b) {
  return std::abs(a - b) <= 1e-6 * std::max(std::abs(a), std::abs(b));
}

bool values_meet(const CheckedQuantity& a, const CheckedQuantity& b) {
  return same(a.value, b.value) || (a.alternative && same(*a.alternative, b.value)) ||
         (b.alternative && same(a.value, *b.alternative)) ||
         (a.alternative && b.alternative && same(*a.alternative, *b.alternative));
}

// 14:30 is half past two, and الثانية والنصف; a full hour is a number.
bool clocks_meet(const CheckedQuantity& clock, const CheckedQuantity& other) {
  constexpr double kHalfDay = 12 * 60;
  const double time = std::fmod(clock.value, kHalfDay);
  if (other.kind == NumberKind::kClock) return same(time, std::fmod(other.value, kHalfDay));
  const double hour = std::floor(time / 60);
  return other.type == Class::kNumber &&
         (same(other.value, hour) || same(other.value, hour + 1) || same(other.value, hour + 12) ||
          same(other.value, time / 60) || same(other.value, clock.value - 60 * hour));
}

bool equal(const CheckedQuantity& a, const CheckedQuantity& b) {
  if (a.kind == NumberKind::kClock) return clocks_meet(a, b);
  if (b.kind == NumberKind::kClock) return clocks_meet(b, a);
  if (a.type == Class::kCode || b.type == Class::kCode) {
    const CheckedQuantity& other = a.type == Class::kCode ? b : a;
    return (other.type == Class::kCode || other.type == Class::kNumber ||
            other.type == Class::kYear) &&
           values_meet(a, b);
  }
  if (a.type == Class::kWeekday || b.type == Class::kWeekday) {
    return a.type == b.type && a.value == b.value;
  }
  if (a.type == Class::kMonth && b.type == Class::kMonth) {
    return a.calendar == b.calendar && values_meet(a, b);
  }
  if (a.type == Class::kMonth || b.type == Class::kMonth) {
    // 9/11 for the eleventh of September: a month against bare digits
    const CheckedQuantity& number = a.type == Class::kMonth ? b : a;
    return number.type == Class::kNumber && !number.spelled && values_meet(a, b);
  }
  if (values_meet(a, b)) return true;
  // The new moon is seen on one evening here and on the next one there.
  if (a.type == Class::kDay && b.type == Class::kDay && a.calendar == Calendar::kHijri &&
      b.calendar == Calendar::kHijri) {
    return std::abs(a.value - b.value) <= 1;
  }
  // the early 2000s are the start of القرن الحادي والعشرين
  const auto century = [](const CheckedQuantity& decade, const CheckedQuantity& ordinal) {
    return decade.kind == NumberKind::kDecade && std::fmod(decade.value, 100) == 0 &&
           same(decade.value / 100 + 1, ordinal.value);
  };
  if (century(a, b) || century(b, a)) return true;
  // half is 50 per cent
  if (a.kind == NumberKind::kFraction && b.kind == NumberKind::kPercent) {
    return same(a.value * 100, b.value);
  }
  if (b.kind == NumberKind::kFraction && a.kind == NumberKind::kPercent) {
    return same(b.value * 100, a.value);
  }
  return false;
}

// 3.5 hours is ثلاث ساعات ونصف: the fraction stands apart, the noun between.
bool split_in_two(const CheckedQuantity& quantity, const std::vector<CheckedQuantity>& others) {
  const double fraction = quantity.value - std::floor(quantity.value);
  if (quantity.type != Class::kNumber || fraction < 0.1 || quantity.value < 1) return false;
  for (const CheckedQuantity& other : others) {
    if (other.kind == NumberKind::kFraction && same(other.value, fraction)) return true;
  }
  return false;
}

// The other half: ثلاث and نصف are parts of one 3.5 over there.
bool part_of(const CheckedQuantity& quantity, const std::vector<CheckedQuantity>& others) {
  if (quantity.type != Class::kNumber) return false;
  for (const CheckedQuantity& other : others) {
    if (other.type != Class::kNumber) continue;
    const double whole = std::floor(other.value);
    const double fraction = other.value - whole;
    if (fraction < 0.1 || whole < 1) continue;
    if (same(quantity.value, fraction) || (quantity.spelled && same(quantity.value, whole))) {
      return true;
    }
  }
  return false;
}

// 30 km against 19 miles, where these are not said in miles on this side as well.
bool converted(const CheckedQuantity& quantity, const std::vector<CheckedQuantity>& own,
               const std::vector<CheckedQuantity>& others) {
  return quantity.unit && std::ranges::any_of(others, [&](const CheckedQuantity& other) {
           return other.unit && other.unit != quantity.unit &&
                  measures_meet(quantity.value, *quantity.unit, other.value, *other.unit) &&
                  std::ranges::none_of(own, [&](const CheckedQuantity& mine) {
                    return mine.unit == other.unit && equal(mine, other);
                  });
         });
}

// 116 123 against 116123.
bool joined(const CheckedDocument& document, const std::vector<CheckedQuantity>& parts,
            std::size_t i, const std::vector<CheckedQuantity>& others) {
  const auto plain = [&](std::size_t at) {
    if (at >= parts.size() || parts[at].spelled || parts[at].type != Class::kNumber) return false;
    for (const char c : document.text(parts[at].place)) {
      if (c < '0' || c > '9') return false;
    }
    return true;
  };
  for (const std::size_t first : {i, i - 1}) {
    if (first >= parts.size() || !plain(first) || !plain(first + 1)) continue;
    const CheckedPlace& place = parts[first].place;
    // A space: 1-0 is no ten.
    if (place.segment != parts[first + 1].place.segment ||
        parts[first + 1].place.range.begin != place.range.end + 1 ||
        document.side(place.side)[place.segment].text[place.range.end] != ' ') {
      continue;
    }
    const double digits = static_cast<double>(parts[first + 1].place.range.size());
    const double whole = parts[first].value * std::pow(10, digits) + parts[first + 1].value;
    for (const CheckedQuantity& other : others) {
      if (same(other.value, whole)) return true;
    }
  }
  return false;
}

// 82 dollars and 40 cents against 82.40, طنين و300 كيلوغرام against 2.3: a whole and its hundredths
// or thousandths, each with its unit.
bool mixed(const CheckedDocument& document, const std::vector<CheckedQuantity>& parts,
           std::size_t i, const std::vector<CheckedQuantity>& others) {
  constexpr std::size_t kLongestLink = 40;  // bytes of " كيلومترًا و"
  for (const std::size_t first : {i, i - 1}) {
    if (first >= parts.size() || first + 1 >= parts.size()) continue;
    const CheckedQuantity& whole = parts[first];
    const CheckedQuantity& part = parts[first + 1];
    if (whole.type != Class::kNumber || part.type != Class::kNumber ||
        whole.place.segment != part.place.segment ||
        part.place.range.begin <= whole.place.range.end) {
      continue;
    }
    const std::string_view link = ByteRange{whole.place.range.end, part.place.range.begin}.of(
        document.side(whole.place.side)[whole.place.segment].text);
    const bool arabic = whole.place.side == Language::kArabic;
    if (link.size() > kLongestLink || !link.ends_with(arabic ? "و" : " and ")) continue;
    for (const double smaller : {100.0, 1000.0}) {
      const double sum = whole.value + part.value / smaller;
      if (part.value < smaller && std::ranges::any_of(others, [&](const CheckedQuantity& other) {
            return other.type == Class::kNumber && same(other.value, sum);
          })) {
        return true;
      }
    }
  }
  return false;
}

// "second" is what الثانية says, and leaves a "two" beside it without its equal.
bool taken_by_ordinal(const CheckedQuantity& quantity, const CheckedQuantity& other,
                      const std::vector<CheckedQuantity>& own) {
  return other.kind == NumberKind::kOrdinal && other.doubtful &&
         quantity.kind != NumberKind::kOrdinal &&
         std::ranges::any_of(own, [&](const CheckedQuantity& mine) {
           return mine.kind == NumberKind::kOrdinal && same(mine.value, other.value);
         });
}

void match(const CheckedDocument& document, std::vector<CheckedQuantity>& own,
           const std::vector<CheckedQuantity>& others) {
  for (std::size_t i = 0; i < own.size(); ++i) {
    CheckedQuantity& quantity = own[i];
    if (quantity.matched) continue;
    bool strongly = false;
    for (const CheckedQuantity& other : others) {
      if (!equal(quantity, other) || taken_by_ordinal(quantity, other, own)) continue;
      quantity.matched = true;
      strongly = strongly || !other.doubtful || quantity.doubtful;
    }
    quantity.weakly = quantity.matched && !strongly;
    quantity.matched = quantity.matched || split_in_two(quantity, others) ||
                       part_of(quantity, others) || joined(document, own, i, others) ||
                       mixed(document, own, i, others) || converted(quantity, own, others);
  }
}

// A piece of 116 123, or of 82 dollars and 40 cents, whose whole stands over there is matched by
// its neighbour's look; the whole itself by the pieces.
void match_whole(const CheckedDocument& document, std::vector<CheckedQuantity>& own,
                 const std::vector<CheckedQuantity>& others) {
  for (CheckedQuantity& quantity : own) {
    if (quantity.matched) continue;
    for (std::size_t i = 0; i + 1 < others.size(); ++i) {
      if (joined(document, others, i, {quantity}) || mixed(document, others, i, {quantity})) {
        quantity.matched = true;
      }
    }
  }
}

// سبتمبر twice against September and November: one of the two is the other's fault, though both
// have an equal over there.
void mark_surplus(std::vector<CheckedQuantity>& own, const std::vector<CheckedQuantity>& others) {
  for (CheckedQuantity& quantity : own) {
    // A year that stands by itself ("the 2021 rebellion") is one year more all the same.
    const bool doubtful = quantity.doubtful && quantity.type != Class::kYear;
    if (!quantity.matched || doubtful || quantity.approximate) continue;
    const auto count = [&](const std::vector<CheckedQuantity>& side) {
      return std::count_if(side.begin(), side.end(), [&](const CheckedQuantity& other) {
        return !other.approximate && equal(quantity, other);
      });
    };
    const auto there = count(others);
    quantity.surplus = there > 0 && count(own) > there;
  }
}

void set_positions(const CheckedDocument& document, const Bead& bead, Language side,
                   std::vector<CheckedQuantity>& quantities) {
  std::vector<std::size_t> starts;
  std::size_t total = 0;
  for (const CheckedSegment& segment : document.segments(bead, side)) {
    starts.push_back(total);
    total += segment.text.size();
  }
  for (CheckedQuantity& quantity : quantities) {
    const std::size_t segment = quantity.place.segment - CheckedDocument::range(bead, side).begin;
    quantity.position = static_cast<double>(starts[segment] + quantity.place.range.begin) /
                        static_cast<double>(std::max<std::size_t>(total, 1));
  }
}

}  // namespace

QuantityMatch match_quantities(const CheckedDocument& document, std::size_t index) {
  QuantityMatch result;
  const Bead& bead = document.beads[index];
  collect(document, bead, Language::kArabic, result.arabic);
  collect(document, bead, Language::kEnglish, result.english);
  if (result.arabic.empty() && result.english.empty()) return result;
  doubt_scores(document, result.arabic, result.english);
  doubt_scores(document, result.english, result.arabic);
  const std::vector<CheckedQuantity> arabic = result.arabic;
  match(document, result.arabic, result.english);
  match(document, result.english, arabic);
  match_whole(document, result.arabic, result.english);
  match_whole(document, result.english, arabic);
  mark_surplus(result.arabic, result.english);
  mark_surplus(result.english, result.arabic);
  set_positions(document, bead, Language::kArabic, result.arabic);
  set_positions(document, bead, Language::kEnglish, result.english);
  if (document.kind == CheckedDocument::Kind::kTexts && bead.confidence < kTrustedBead) {
    QuantityMatch nearby;
    for (const std::size_t neighbour : {index - 1, index + 1}) {
      if (neighbour >= document.beads.size()) continue;
      collect(document, document.beads[neighbour], Language::kArabic, nearby.arabic);
      collect(document, document.beads[neighbour], Language::kEnglish, nearby.english);
    }
    match(document, result.arabic, nearby.english);
    match(document, result.english, nearby.arabic);
  }
  return result;
}

}  // namespace mizan
