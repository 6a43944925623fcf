#include <cmath>
#include <string>

#include "tm/lang/dual_nouns.h"
#include "tm/lang/number_compound.h"
#include "tm/lang/number_reader.h"

namespace mizan {
namespace {

enum class Last { kNone, kDigits, kUnit, kTeen, kTens, kHundred, kScale, kFraction, kVague };

// Words that only look like a clitic before a number: لست is "I am not".
constexpr std::string_view kNoNumber[] = {"لست", "ولست", "فلست", "كست", "بست", "كثاني", "ولثاني"};

// "the twentieth century" after a decade: the first year of that century; 1900 when nothing says
// otherwise.
double read_century(const QuantityPieces& pieces, std::size_t& next) {
  std::size_t at = next;
  if (has_key(pieces, at, "من")) ++at;
  if (!has_key(pieces, at, "القرن") || at + 1 >= pieces.size()) return 1900;
  ++at;
  if (has_key(pieces, at, "الماضي")) {
    next = at + 1;
    return 1900;
  }
  const auto century = read_arabic_number(pieces, at);
  if (!century || century->mention.value < 2 || century->mention.value > 21) return 1900;
  next = century->next;
  return (century->mention.value - 1) * 100;
}

NumberReading read_decade(const QuantityPieces& pieces, std::size_t i, double value) {
  NumberReading reading;
  reading.next = i + 1;
  const double century = read_century(pieces, reading.next);
  reading.mention.kind = NumberKind::kDecade;
  reading.mention.value = century + value;
  if (reading.next == i + 1) reading.mention.alternative = value;
  reading.mention.spelled = true;
  reading.mention.range = {pieces[i].range.begin, pieces[reading.next - 1].range.end};
  return reading;
}

// The grammar of a compound: خمسة وعشرون, ثلاثمئة وخمسون ألفًا, مليونان ونصف المليون.
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
    }
    while (next_ < pieces_.size() && take_word()) {
    }
    if (next_ == begin_) return std::nullopt;
    take_digits_after_scale();
    take_hundred_of_ordinal();
    return finished();
  }

 private:
  bool take_word() {
    const QuantityPiece& piece = pieces_[next_];
    if (piece.used || piece.kind != PieceKind::kArabic) return false;
    const auto analysed = analyse_arabic_number_word(piece.key);
    if (!analysed) return false;
    if (next_ != begin_ && analysed->preposition) return false;
    return take(*analysed, piece.tanwin);
  }

  bool take(const ArabicNumberWord& found, bool tanwin) {
    const double value = found.word->value;
    const bool joined = found.conjunction && !first();
    const bool bare = !found.conjunction && !first();
    switch (found.word->role) {
      case NumberRole::kTeenUnit:
        if (!teen_follows()) return false;
        [[fallthrough]];
      case NumberRole::kUnit:
        if (!first() && !(joined && (last_ == Last::kHundred || last_ == Last::kScale))) {
          return false;
        }
        lone_one_ = first() && value == 1;
        return add(value, Last::kUnit);
      case NumberRole::kOrdinal:
        if (!first()) return false;
        ordinal_ = true;
        definite_ = found.article;
        lone_one_ = value <= 2;
        add(value, Last::kUnit);
        // أول عشر is the first ten; the eleventh begins with حادي
        closed_ = found.word->form.starts_with("أول");
        return !closed_;
      case NumberRole::kTen:
        if (bare && last_ == Last::kUnit) return add(value, Last::kTeen);
        if (first() || (joined && (last_ == Last::kHundred || last_ == Last::kScale))) {
          return add(value, Last::kTeen);
        }
        return false;
      case NumberRole::kTens:
        if (first() || (joined && (last_ == Last::kUnit || last_ == Last::kHundred ||
                                   last_ == Last::kScale))) {
          return add(value, Last::kTens);
        }
        return false;
      case NumberRole::kHundred:
        if (bare && value == 100 && last_ == Last::kUnit && group_ >= 3) {
          group_ *= 100;
          last_ = Last::kHundred;
          return step();
        }
        if (first() || (joined && last_ == Last::kScale)) return add(value, Last::kHundred);
        return false;
      case NumberRole::kScale:
      case NumberRole::kScaleDual:
      case NumberRole::kScalePlural:
        return take_scale(found, tanwin);
      case NumberRole::kFraction:
        // ثانية ونصف: a second and a half; الثانية والنصف is a time.
        return (!ordinal_ || definite_) && take_fraction(value, joined, bare);
      case NumberRole::kVague:
        if (!first()) return false;
        approximate_ = true;
        return add(value, Last::kVague);
      case NumberRole::kMultiple:
        if (!first()) return false;
        doubtful_ = true;
        add(value, Last::kFraction);
        closed_ = true;
        return false;
      case NumberRole::kDozen:
      case NumberRole::kTimes:
      case NumberRole::kDecade:
        return false;
    }
    return false;
  }

  bool take_scale(const ArabicNumberWord& found, bool tanwin) {
    const NumberWord& word = *found.word;
    const bool dual = word.role == NumberRole::kScaleDual;
    const double base = dual ? word.value / 2 : word.value;
    const double alone = dual && !tanwin ? word.value : base;
    if (first()) {
      approximate_ = word.role == NumberRole::kScalePlural;
      alpha_ = word.form == "ألفا" && !tanwin;
      total_ = alone;
    } else if (found.conjunction) {
      if (last_ != Last::kScale || base >= scale_) return false;
      total_ += alone;
    } else if (last_ == Last::kScale) {
      if (!approximate_) return false;
      total_ *= base;  // آلاف الملايين
    } else if (group_ > 0 && base < scale_) {
      total_ += group_ * base;
      if (alternative_) alternative_ = *alternative_ * base;
      group_ = 0;
      if (last_ == Last::kFraction) {  // نصف مليون is complete
        closed_ = true;
        last_ = Last::kScale;
        step();
        return false;
      }
    } else {
      return false;
    }
    scale_ = base;
    last_ = Last::kScale;
    return step();
  }

  bool take_fraction(double value, bool joined, bool bare) {
    if (first()) {
      fraction_ = true;
      return add(value, Last::kFraction);
    }
    if (bare && last_ == Last::kUnit && group_ * value < 1) {  // ثلاثة أرباع
      group_ *= value;
      fraction_ = true;
      last_ = Last::kFraction;
      return step();
    }
    if (!joined) return false;
    if (last_ == Last::kScale) {
      total_ += value * scale_;
      step();
      // مليون ونصف المليون names the scale again
      if (next_ < pieces_.size()) {
        const auto again = analyse_arabic_number_word(pieces_[next_].key);
        if (again && !again->conjunction && again->word->role == NumberRole::kScale &&
            again->word->value == scale_) {
          step();
        }
      }
      closed_ = true;
      return false;
    }
    if (last_ == Last::kUnit || last_ == Last::kDigits || last_ == Last::kTens) {
      return add(value, Last::kFraction);
    }
    return false;
  }

  bool add(double value, Last last) {
    group_ += value;
    last_ = last;
    return step();
  }

  bool step() {
    spelled_ = true;
    ++next_;
    ++words_;
    return true;
  }

  // Whether the word after this one makes a teen or a compound of it: أحد عشر, أحد وعشرون.
  bool teen_follows() const {
    if (next_ + 1 >= pieces_.size()) return false;
    const auto after = analyse_arabic_number_word(pieces_[next_ + 1].key);
    if (!after) return false;
    return (after->word->role == NumberRole::kTen && !after->conjunction) ||
           (after->word->role == NumberRole::kTens && after->conjunction);
  }

  // 3 ملايين و200 ألف
  void take_digits_after_scale() {
    if (closed_ || last_ != Last::kScale || approximate_ || !has_key(pieces_, next_, "و")) return;
    const auto rest = Compound(pieces_, next_ + 1).read();
    if (!rest || next_ + 1 >= pieces_.size() || pieces_[next_ + 1].kind != PieceKind::kDigits ||
        rest->mention.value >= scale_ || rest->mention.value < 1000) {
      return;
    }
    total_ += rest->mention.value;
    next_ = rest->next;
  }

  // الثامنة عشرة بعد المائة: how laws number their articles
  void take_hundred_of_ordinal() {
    if (!ordinal_ || !has_key(pieces_, next_, "بعد") || next_ + 1 >= pieces_.size()) return;
    const auto hundred = analyse_arabic_number_word(pieces_[next_ + 1].key);
    if (!hundred || !hundred->article || hundred->word->role != NumberRole::kHundred) return;
    group_ += hundred->word->value;
    words_ += 2;
    next_ += 2;
  }

  NumberReading finished() const {
    NumberReading result = reading();
    NumberMention& mention = result.mention;
    mention.kind =
        ordinal_    ? NumberKind::kOrdinal
        : doubtful_ ? NumberKind::kImplied
        : (fraction_ && mention.value < 1) || (last_ == Last::kFraction && mention.value < 1)
            ? NumberKind::kFraction
            : NumberKind::kCardinal;
    if (mention.kind == NumberKind::kFraction && mention.value > 0.3 && mention.value < 0.4) {
      mention.alternative = 3;  // الثلث الأخير is "the final third"
    }
    mention.doubtful = doubtful_ || ((lone_one_ || alpha_) && words_ == 1);
    return result;
  }

  Last last_ = Last::kNone;
  bool ordinal_ = false;
  bool definite_ = false;  // an ordinal with its article
  bool fraction_ = false;
  bool lone_one_ = false;
  bool alpha_ = false;  // ألفا may be the Greek letter
};

// Words that lost their spaces may hold a number: لثلاثأيام.
std::optional<NumberReading> read_number_in_run(const QuantityPieces& pieces, std::size_t i) {
  struct Stem {
    std::string_view letters;
    double value;
  };
  // ست and عشر begin many words, and are left out.
  constexpr Stem kStems[] = {{"ثلاث", 3}, {"اربع", 4},  {"خمس", 5},
                             {"سبع", 7},  {"ثماني", 8}, {"تسع", 9}};
  constexpr std::size_t kShortest = 18;  // bytes: nine letters
  const std::string_view key = pieces[i].key;
  if (key.size() < kShortest) return std::nullopt;
  for (const Stem& stem : kStems) {
    if (key.find(stem.letters) == std::string_view::npos) continue;
    NumberReading result;
    result.mention.value = stem.value;
    result.mention.range = pieces[i].range;
    result.mention.spelled = true;
    result.mention.doubtful = true;
    result.next = i + 1;
    return result;
  }
  return std::nullopt;
}

}  // namespace

bool is_clitic_stack(std::string_view key) {
  if (key.starts_with("و") || key.starts_with("ف")) key.remove_prefix(std::string_view("و").size());
  return key.empty() || key == "ال" || key == "ب" || key == "ل" || key == "ك" || key == "بال" ||
         key == "لل" || key == "كال";
}

std::optional<ArabicNumberWord> analyse_arabic_number_word(std::string_view key) {
  for (const std::string_view word : kNoNumber) {
    if (key == word) return std::nullopt;
  }
  ArabicNumberWord result;
  if ((result.word = find_arabic_number_word(key))) return result;
  constexpr std::size_t kLetter = 2;  // bytes of an Arabic letter
  const auto strip = [&](std::string_view clitic, bool ArabicNumberWord::*flag) {
    if (key.size() <= clitic.size() + kLetter || !key.starts_with(clitic)) return false;
    key.remove_prefix(clitic.size());
    result.*flag = true;
    result.word = find_arabic_number_word(key);
    return true;
  };
  if (strip("و", &ArabicNumberWord::conjunction) || strip("ف", &ArabicNumberWord::conjunction)) {
    if (result.word) return result;
  }
  if (strip("لل", &ArabicNumberWord::article)) {
    result.preposition = true;
    if (result.word) return result;
    return std::nullopt;
  }
  for (const std::string_view preposition : {"ب", "ل", "ك"}) {
    if (strip(preposition, &ArabicNumberWord::preposition)) {
      if (result.word) return result;
      break;
    }
  }
  if (strip("ال", &ArabicNumberWord::article) && result.word) return result;
  return std::nullopt;
}

std::optional<NumberReading> read_arabic_number(const QuantityPieces& pieces, std::size_t i) {
  if (i >= pieces.size() || pieces[i].used) return std::nullopt;
  if (pieces[i].kind == PieceKind::kArabic) {
    const auto word = analyse_arabic_number_word(pieces[i].key);
    if (!word) {
      auto dual = read_dual_noun(pieces, i);
      return dual ? dual : read_number_in_run(pieces, i);
    }
    if (word->word->role == NumberRole::kDecade) return read_decade(pieces, i, word->word->value);
    // "the two", with its article, is Monday as a rule
    if (word->article && word->word->value == 2 && word->word->role == NumberRole::kUnit &&
        pieces[i].key.ends_with("ين")) {
      const auto next =
          i + 1 < pieces.size() ? analyse_arabic_number_word(pieces[i + 1].key) : std::nullopt;
      if (!next || !next->conjunction) return std::nullopt;
    }
  }
  auto reading = Compound(pieces, i).read();
  if (reading) read_percent(pieces, i, *reading);
  return reading;
}

}  // namespace mizan
