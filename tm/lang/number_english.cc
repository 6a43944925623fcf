#include <algorithm>
#include <cmath>
#include <iterator>
#include <string>

#include "tm/lang/number_compound.h"
#include "tm/lang/number_reader.h"

namespace mizan {
namespace {

enum class Last { kNone, kDigits, kUnit, kTens, kHundred, kScale, kFraction, kVague, kOrdinal };

// Letters glued to digits that leave the number a number: times and units.
constexpr std::string_view kUnitSuffixes[] = {
    "am", "pm",  "ft",  "km", "kg", "mph", "kph", "lb", "lbs", "cm", "mm",  "g",    "in", "c",
    "f",  "yds", "oz",  "st", "hr", "hrs", "x",   "p",  "cc",  "hp", "mg",  "ml",   "ha", "mw",
    "gw", "kw",  "kwh", "gb", "mb", "tb",  "hz",  "db", "ad",  "bc", "min", "year", "yr", "a",
};

// Those of them that are written in capitals as well.
constexpr std::string_view kCapitalSuffixes[] = {"mw", "gw", "kw", "kwh", "gb",
                                                 "mb", "tb", "hz", "db"};

struct ScaleSuffix {
  std::string_view letters;
  double scale;
  bool also_unit;  // "100m" may be metres, "10k" a race
};
constexpr ScaleSuffix kScaleSuffixes[] = {
    {"m", 1e6, true},         {"mn", 1e6, false},        {"mln", 1e6, false},
    {"mil", 1e6, false},      {"million", 1e6, false},   {"bn", 1e9, false},
    {"b", 1e9, false},        {"billion", 1e9, false},   {"tn", 1e12, false},
    {"trn", 1e12, false},     {"trillion", 1e12, false}, {"k", 1e3, true},
    {"thousand", 1e3, false},
};

class Compound : private NumberCompound {
 public:
  Compound(const QuantityPieces& pieces, std::size_t begin) : NumberCompound(pieces, begin) {}

  std::optional<NumberReading> read() {
    if (const auto digits = read_digits(pieces_, begin_)) {
      group_ = digits->value;
      alternative_ = digits->alternative;
      next_ = digits->next;
      last_ = digits->value > 0 && digits->value < 1 && next_ > begin_ + 1 ? Last::kFraction
                                                                           : Last::kDigits;
      if (!take_suffix()) return std::nullopt;
    }
    while (!closed_ && next_ < pieces_.size() && take_next()) {
    }
    if (next_ == begin_) return std::nullopt;
    return finished();
  }

 private:
  bool touching(std::size_t i) const { return i < pieces_.size() && !pieces_[i].after_space; }

  // Letters that touch the digits; false when they make the digits an identifier (3D, 5G).
  bool take_suffix() {
    if (!touching(next_) || pieces_[next_].kind != PieceKind::kLatin) return true;
    const std::string& letters = pieces_[next_].key;
    if (letters == "st" || letters == "nd" || letters == "rd" || letters == "th") {
      kind_ = NumberKind::kOrdinal;
      ++next_;
      closed_ = true;
      return true;
    }
    if (letters == "s") {
      ++next_;
      closed_ = true;
      kind_ = NumberKind::kDecade;
      if (group_ < 100) {
        alternative_ = group_;
        group_ += 1900;
      }
      return std::fmod(group_, 10) == 0;
    }
    for (const ScaleSuffix& suffix : kScaleSuffixes) {
      if (letters != suffix.letters) continue;
      const bool money = begin_ > 0 && is_currency(pieces_[begin_ - 1].key);
      if (suffix.also_unit && !money) alternative_ = group_;
      if (letters.size() == 1 && !suffix.also_unit && !money) return false;
      total_ = group_ * suffix.scale;
      group_ = 0;
      scale_ = suffix.scale;
      last_ = Last::kScale;
      ++next_;
      closed_ = true;
      return true;
    }
    for (const std::string_view unit : kUnitSuffixes) {
      if (letters == unit &&
          (!pieces_[next_].capital ||
           std::ranges::find(kCapitalSuffixes, letters) != std::end(kCapitalSuffixes))) {
        closed_ = true;
        return true;
      }
    }
    return false;
  }

  static bool is_currency(std::string_view key) {
    return key == "$" || key == "£" || key == "€" || key == "¥";
  }

  const NumberWord* word_at(std::size_t i) const {
    if (i >= pieces_.size() || pieces_[i].used || pieces_[i].kind != PieceKind::kLatin) {
      return nullptr;
    }
    return find_english_number_word(pieces_[i].key);
  }

  bool take_next() {
    std::size_t at = next_;
    bool hyphen = false;
    bool conjunction = false;
    if (first()) {
      if (has_key(pieces_, at, "a") || has_key(pieces_, at, "an")) return take_article();
    } else {
      if (touching(at) && has_key(pieces_, at, "-") && touching(at + 1)) {
        hyphen = true;
        ++at;
      }
      if (has_key(pieces_, at, "and")) {
        conjunction = true;
        ++at;
        if (has_key(pieces_, at, "-")) ++at;
        if (has_key(pieces_, at, "a")) {
          // two and a half, three and a quarter
          const NumberWord* fraction = word_at(has_key(pieces_, at + 1, "-") ? at + 2 : at + 1);
          if (!fraction || fraction->role != NumberRole::kFraction || last_ == Last::kFraction) {
            return false;
          }
          (last_ == Last::kScale ? total_ : group_) +=
              fraction->value * (last_ == Last::kScale ? scale_ : 1);
          return step(has_key(pieces_, at + 1, "-") ? at + 3 : at + 2);
        }
      } else if (last_ == Last::kDigits && touching(at) && has_key(pieces_, at, "+")) {
        ++at;  // 300+ billion
      } else if (last_ == Last::kVague && has_key(pieces_, at, "of")) {
        ++at;  // hundreds of thousands
      } else if (last_ == Last::kScale && approximate_ && has_key(pieces_, at, "of")) {
        ++at;
      } else if (last_ == Last::kFraction &&
                 (has_key(pieces_, at, "a") ||
                  (has_key(pieces_, at, "of") && has_key(pieces_, at + 1, "a")))) {
        at += has_key(pieces_, at, "a") ? 1 : 2;  // half a million, a quarter of a million
        const NumberWord* scale = word_at(at);
        if (!scale || (scale->role != NumberRole::kScale && scale->role != NumberRole::kDozen)) {
          return false;
        }
      }
    }
    const NumberWord* word = word_at(at);
    return word && take(*word, at, hyphen, conjunction);
  }

  // "a hundred", "a dozen", "a third": the article counts as one before a multiplier.
  bool take_article() {
    std::size_t at = next_ + 1;
    if (has_key(pieces_, at, "-")) return false;
    const NumberWord* word = word_at(at);
    if (!word) return false;
    switch (word->role) {
      case NumberRole::kHundred:
        group_ = word->value;
        last_ = Last::kHundred;
        return step(at + 1);
      case NumberRole::kScale:
        total_ = word->value;
        scale_ = word->value;
        last_ = Last::kScale;
        return step(at + 1);
      case NumberRole::kDozen:
        group_ = word->value;
        last_ = Last::kUnit;
        return step(at + 1);
      default:
        return false;
    }
  }

  bool take(const NumberWord& word, std::size_t at, bool hyphen, bool conjunction) {
    const double value = word.value;
    const bool after_large = last_ == Last::kHundred || last_ == Last::kScale;
    switch (word.role) {
      case NumberRole::kUnit:
        if (first() || after_large || (last_ == Last::kTens && value < 10 && !conjunction)) {
          return add(value, Last::kUnit, at);
        }
        return false;
      case NumberRole::kTens:
        return (first() || after_large) && add(value, Last::kTens, at);
      case NumberRole::kHundred:
        if (conjunction) return false;
        if (first()) {
          approximate_ = true;  // "several hundred"
          return add(value, Last::kHundred, at);
        }
        if (group_ < 1 || group_ > 99 || last_ == Last::kHundred) return false;
        group_ *= value;
        last_ = Last::kHundred;
        return step(at + 1);
      case NumberRole::kDozen:
        if (conjunction) return false;
        if (first()) {
          approximate_ = true;
          return add(value, Last::kUnit, at);
        }
        if (last_ != Last::kUnit && last_ != Last::kDigits && last_ != Last::kFraction)
          return false;
        group_ *= value;
        last_ = Last::kUnit;
        return step(at + 1);
      case NumberRole::kScale:
      case NumberRole::kScalePlural:
        return take_scale(word, at, conjunction);
      case NumberRole::kFraction:
        if (first()) {
          fraction_ = true;
          return add(value, Last::kFraction, at);
        }
        if (conjunction || group_ * value > 1 || last_ != Last::kUnit) return false;
        group_ *= value;  // three quarters, one half
        fraction_ = true;
        last_ = Last::kFraction;
        return step(at + 1);
      case NumberRole::kOrdinal:
        if (value == 3 && !first() && last_ == Last::kUnit && group_ <= 2 && !conjunction) {
          group_ /= 3;  // two-thirds, one third
          fraction_ = true;
          last_ = Last::kFraction;
          return step(at + 1);
        }
        if (!first() && !(last_ == Last::kTens && value < 10 && hyphen) && !after_large) {
          return false;
        }
        kind_ = NumberKind::kOrdinal;
        lone_ = first() && value <= 2;
        add(value, Last::kOrdinal, at);
        closed_ = true;
        return true;
      case NumberRole::kVague:
        if (!first()) return false;
        approximate_ = true;
        return add(value, Last::kVague, at);
      case NumberRole::kMultiple:
        if (!first()) return false;
        doubtful_ = true;
        kind_ = NumberKind::kImplied;
        add(value, Last::kUnit, at);
        closed_ = true;
        return true;
      case NumberRole::kTimes:
        if (!first()) return false;
        kind_ = NumberKind::kImplied;
        add(value, Last::kUnit, at);
        closed_ = true;
        return true;
      case NumberRole::kDecade:
        if (!first()) return false;
        kind_ = NumberKind::kDecade;
        alternative_ = value;
        add(1900 + value, Last::kTens, at);
        closed_ = true;
        return true;
      case NumberRole::kTen:
      case NumberRole::kTeenUnit:
      case NumberRole::kScaleDual:
        return false;
    }
    return false;
  }

  bool take_scale(const NumberWord& word, std::size_t at, bool conjunction) {
    if (conjunction) return false;
    if (first()) {
      approximate_ = true;
      total_ = word.value;
    } else if (last_ == Last::kScale && approximate_) {
      total_ *= word.value;
    } else if (group_ > 0 && word.value < scale_) {
      total_ += group_ * word.value;
      if (alternative_) alternative_ = *alternative_ * word.value;
      group_ = 0;
    } else {
      return false;
    }
    scale_ = word.value;
    last_ = Last::kScale;
    return step(at + 1);
  }

  bool add(double value, Last last, std::size_t at) {
    one_ = first() && value == 1;
    group_ += value;
    last_ = last;
    return step(at + 1);
  }

  bool step(std::size_t next) {
    spelled_ = true;
    ++words_;
    next_ = next;
    return true;
  }

  NumberReading finished() const {
    NumberReading result = reading();
    NumberMention& mention = result.mention;
    mention.kind = kind_;
    if (kind_ == NumberKind::kCardinal && mention.value < 1 &&
        (fraction_ || last_ == Last::kFraction)) {
      mention.kind = NumberKind::kFraction;
    }
    // "a third", "the fifth" may be a part
    if (kind_ == NumberKind::kOrdinal && mention.value >= 3 && mention.value <= 10 && spelled_) {
      mention.alternative = 1 / mention.value;
    }
    mention.doubtful = doubtful_ || ((one_ || lone_) && words_ == 1);
    return result;
  }

  NumberKind kind_ = NumberKind::kCardinal;
  Last last_ = Last::kNone;
  bool fraction_ = false;
  bool one_ = false;
  bool lone_ = false;
};

}  // namespace

std::optional<NumberReading> read_english_number(const QuantityPieces& pieces, std::size_t i) {
  if (i >= pieces.size() || pieces[i].used) return std::nullopt;
  auto reading = Compound(pieces, i).read();
  if (reading) read_percent(pieces, i, *reading);
  return reading;
}

}  // namespace mizan
