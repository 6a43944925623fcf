#include "tm/lang/measure_units.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>

#include "tm/lang/unit_reader.h"
#include "tm/text/normalize.h"

namespace mizan {
namespace {

using enum Dimension;

constexpr double kDay = 24 * 3600;

enum Unit : std::size_t {
  kMicrometre,
  kMillimetre,
  kCentimetre,
  kMetre,
  kKilometre,
  kInch,
  kFoot,
  kYard,
  kMile,
  kSquareMetre,
  kSquareKilometre,
  kSquareFoot,
  kSquareMile,
  kHectare,
  kAcre,
  kMilligram,
  kGram,
  kKilogram,
  kTonne,
  kOunce,
  kPound,
  kMillilitre,
  kLitre,
  kGallon,
  kBarrel,
  kCelsius,
  kFahrenheit,
  kSecond,
  kMinute,
  kHour,
  kDayUnit,
  kWeek,
  kMonth,
  kYear,
  kDecade,
  kCentury,
  kKilowatt,
  kMegawatt,
  kGigawatt,
};

// In the order of Unit. A ton of any country is one, and فدان stands for an acre.
constexpr MeasureUnit kUnits[] = {
    {"micrometres", kLength, 1e-6},
    {"millimetres", kLength, 0.001},
    {"centimetres", kLength, 0.01},
    {"metres", kLength, 1},
    {"kilometres", kLength, 1000},
    {"inches", kLength, 0.0254},
    {"feet", kLength, 0.3048},
    {"yards", kLength, 0.9144},
    {"miles", kLength, 1609.344},
    {"square metres", kArea, 1},
    {"square kilometres", kArea, 1e6},
    {"square feet", kArea, 0.09290304},
    {"square miles", kArea, 2589988.11},
    {"hectares", kArea, 1e4},
    {"acres", kArea, 4046.8564},
    {"milligrams", kMass, 1e-6},
    {"grams", kMass, 0.001},
    {"kilograms", kMass, 1},
    {"tons", kMass, 1000},
    {"ounces", kMass, 0.0283495},
    {"pounds", kMass, 0.45359237},
    {"millilitres", kVolume, 0.001},
    {"litres", kVolume, 1},
    {"gallons", kVolume, 3.785412},
    {"barrels", kVolume, 158.987},
    {"degrees Celsius", kTemperature, 1},
    {"degrees Fahrenheit", kTemperature, 5.0 / 9, -160.0 / 9},
    {"seconds", kTime, 1},
    {"minutes", kTime, 60},
    {"hours", kTime, 3600},
    {"days", kTime, kDay},
    {"weeks", kTime, 7 * kDay},
    {"months", kTime, 365.0 / 12 * kDay},
    {"years", kTime, 365 * kDay},
    {"decades", kTime, 3650 * kDay},
    {"centuries", kTime, 36500 * kDay},
    {"kilowatts", kPower, 1e3},
    {"megawatts", kPower, 1e6},
    {"gigawatts", kPower, 1e9},
};

struct UnitWord {
  std::string_view word;
  Unit unit;
};

constexpr UnitWord kEnglish[] = {
    {"micrometre", kMicrometre},
    {"micrometer", kMicrometre},
    {"micron", kMicrometre},
    {"mm", kMillimetre},
    {"millimetre", kMillimetre},
    {"millimeter", kMillimetre},
    {"cm", kCentimetre},
    {"centimetre", kCentimetre},
    {"centimeter", kCentimetre},
    {"metre", kMetre},
    {"meter", kMetre},
    {"km", kKilometre},
    {"kms", kKilometre},
    {"kilometre", kKilometre},
    {"kilometer", kKilometre},
    {"kph", kKilometre},
    {"inch", kInch},
    {"inches", kInch},
    {"foot", kFoot},
    {"feet", kFoot},
    {"ft", kFoot},
    {"yard", kYard},
    {"yds", kYard},
    {"mile", kMile},
    {"mph", kMile},
    {"hectare", kHectare},
    {"ha", kHectare},
    {"acre", kAcre},
    {"mg", kMilligram},
    {"milligram", kMilligram},
    {"gram", kGram},
    {"kg", kKilogram},
    {"kilo", kKilogram},
    {"kilogram", kKilogram},
    {"ton", kTonne},
    {"tonne", kTonne},
    {"ounce", kOunce},
    {"oz", kOunce},
    {"pound", kPound},
    {"lb", kPound},
    {"lbs", kPound},
    {"ml", kMillilitre},
    {"millilitre", kMillilitre},
    {"milliliter", kMillilitre},
    {"litre", kLitre},
    {"liter", kLitre},
    {"gallon", kGallon},
    {"barrel", kBarrel},
    {"celsius", kCelsius},
    {"centigrade", kCelsius},
    {"fahrenheit", kFahrenheit},
    {"second", kSecond},
    {"minute", kMinute},
    {"min", kMinute},
    {"mins", kMinute},
    {"hour", kHour},
    {"hr", kHour},
    {"hrs", kHour},
    {"day", kDayUnit},
    {"days", kDayUnit},
    {"tons", kTonne},
    {"week", kWeek},
    {"month", kMonth},
    {"year", kYear},
    {"yr", kYear},
    {"yrs", kYear},
    {"decade", kDecade},
    {"century", kCentury},
    {"centuries", kCentury},
    {"kw", kKilowatt},
    {"kilowatt", kKilowatt},
    {"mw", kMegawatt},
    {"megawatt", kMegawatt},
    {"gw", kGigawatt},
    {"gigawatt", kGigawatt},
};

// In everyday spelling; an accusative in alef and the regular plural are found without rows.
constexpr UnitWord kArabic[] = {
    {"ميكرومتر", kMicrometre},
    {"ميكرون", kMicrometre},
    {"مليمتر", kMillimetre},
    {"ميليمتر", kMillimetre},
    {"ملليمتر", kMillimetre},
    {"ملم", kMillimetre},
    {"سنتيمتر", kCentimetre},
    {"سنتمتر", kCentimetre},
    {"سم", kCentimetre},
    {"متر", kMetre},
    {"أمتار", kMetre},
    {"كيلومتر", kKilometre},
    {"كلم", kKilometre},
    {"كم", kKilometre},
    {"بوصة", kInch},
    {"إنش", kInch},
    {"قدم", kFoot},
    {"أقدام", kFoot},
    {"ياردة", kYard},
    {"ميل", kMile},
    {"أميال", kMile},
    {"هكتار", kHectare},
    {"فدان", kAcre},
    {"أفدنة", kAcre},
    {"آكر", kAcre},
    {"إكر", kAcre},
    {"مليغرام", kMilligram},
    {"ملليغرام", kMilligram},
    {"مليجرام", kMilligram},
    {"ملغ", kMilligram},
    {"ملجم", kMilligram},
    {"غرام", kGram},
    {"جرام", kGram},
    {"كيلوغرام", kKilogram},
    {"كيلوجرام", kKilogram},
    {"كغم", kKilogram},
    {"كغ", kKilogram},
    {"كجم", kKilogram},
    {"طن", kTonne},
    {"أطنان", kTonne},
    {"أونصة", kOunce},
    {"أوقية", kOunce},
    {"رطل", kPound},
    {"أرطال", kPound},
    {"باوند", kPound},
    {"مليلتر", kMillilitre},
    {"ملليلتر", kMillilitre},
    {"مل", kMillilitre},
    {"لتر", kLitre},
    {"ليتر", kLitre},
    {"غالون", kGallon},
    {"جالون", kGallon},
    {"برميل", kBarrel},
    {"براميل", kBarrel},
    {"مئوية", kCelsius},
    {"فهرنهايت", kFahrenheit},
    {"فهرنهايتية", kFahrenheit},
    {"ثانية", kSecond},
    {"ثوان", kSecond},
    {"ثواني", kSecond},
    {"دقيقة", kMinute},
    {"دقائق", kMinute},
    {"ساعة", kHour},
    {"يوم", kDayUnit},
    {"أيام", kDayUnit},
    {"أسبوع", kWeek},
    {"أسابيع", kWeek},
    {"شهر", kMonth},
    {"أشهر", kMonth},
    {"شهور", kMonth},
    {"سنة", kYear},
    {"سنوات", kYear},
    {"سنين", kYear},
    {"عام", kYear},
    {"أعوام", kYear},
    {"ربيع", kYear},
    {"عقد", kDecade},
    {"عقود", kDecade},
    {"قرن", kCentury},
    {"قرون", kCentury},
    {"كيلوواط", kKilowatt},
    {"كيلووات", kKilowatt},
    {"كيلواط", kKilowatt},
    {"ميغاواط", kMegawatt},
    {"ميغاوات", kMegawatt},
    {"ميجاواط", kMegawatt},
    {"ميجاوات", kMegawatt},
    {"غيغاواط", kGigawatt},
    {"غيغاوات", kGigawatt},
    {"جيجاواط", kGigawatt},
    {"جيجاوات", kGigawatt},
};

const MeasureUnit* squared(const MeasureUnit* unit) {
  if (unit == &kUnits[kMetre]) return &kUnits[kSquareMetre];
  if (unit == &kUnits[kKilometre]) return &kUnits[kSquareKilometre];
  if (unit == &kUnits[kFoot]) return &kUnits[kSquareFoot];
  if (unit == &kUnits[kMile]) return &kUnits[kSquareMile];
  return nullptr;
}

using Index = std::unordered_map<std::string, const MeasureUnit*>;

const MeasureUnit* look_up(const Index& index, std::string_view key) {
  const auto found = index.find(std::string(key));
  return found == index.end() ? nullptr : found->second;
}

const MeasureUnit* english_unit(std::string_view key) {
  static const Index index = [] {
    Index units;
    for (const UnitWord& row : kEnglish) {
      units.emplace(row.word, &kUnits[row.unit]);
      if (row.word.size() > 3) units.emplace(std::string(row.word) + "s", &kUnits[row.unit]);
    }
    return units;
  }();
  return look_up(index, key);
}

constexpr std::string_view kFeminine = "ه";  // teh marbuta, folded

const MeasureUnit* arabic_unit(std::string_view key) {
  static const Index index = [] {
    Index units;
    for (const UnitWord& row : kArabic) {
      const std::string word = fold(row.word, FoldProfile::kTehMarbuta);
      units.emplace(word, &kUnits[row.unit]);
      const bool feminine = word.ends_with(kFeminine);
      const std::string stem = feminine ? word.substr(0, word.size() - kFeminine.size()) : word;
      units.emplace(stem + "ات", &kUnits[row.unit]);
      if (!feminine) units.emplace(stem + "ا", &kUnits[row.unit]);
    }
    return units;
  }();
  return look_up(index, key);
}

constexpr std::size_t kLetter = 2;  // bytes of an Arabic one

const MeasureUnit* unit_behind_clitics(std::string_view key) {
  for (int clitics = 0; clitics < 3 && key.size() > 2 * kLetter; ++clitics) {
    if (const MeasureUnit* unit = arabic_unit(key)) return unit;
    key.remove_prefix(key.starts_with("ال") || key.starts_with("لل") ? 2 * kLetter : kLetter);
  }
  return nullptr;
}

// 300 is hardly more exact than to the hundred: what rounding may have taken from a number, at most
// a tenth of it.
double rounding(double value) {
  constexpr double kMostRounding = 0.1;
  double step = 1;
  while (value >= 10 * step && std::fmod(value, 10 * step) == 0) step *= 10;
  return std::min(step / 2, kMostRounding * value);
}

}  // namespace

bool measures_meet(double a, const MeasureUnit& unit_a, double b, const MeasureUnit& unit_b) {
  if (unit_a.dimension != unit_b.dimension) return false;
  const double left = a * unit_a.factor + unit_a.offset;
  const double right = b * unit_b.factor + unit_b.offset;
  const double difference = std::abs(left - right);
  if (unit_a.dimension == kTime) {
    constexpr double kCalendar = 0.03;  // 12 months, 52 weeks and 365 days are a year
    return difference <= kCalendar * std::max(left, right);
  }
  constexpr double kApproximate = 0.03;
  return difference <= kApproximate * std::max(std::abs(left), std::abs(right)) +
                           std::max(rounding(a) * unit_a.factor, rounding(b) * unit_b.factor);
}

const MeasureUnit* read_unit(const QuantityPieces& pieces, std::size_t i, Language language) {
  if (has_key(pieces, i, "-") && !pieces[i].after_space) ++i;  // a 30-km march
  for (const std::string_view degree : {"°", "degrees", "degree", "درجه", "درجات"}) {
    if (!has_key(pieces, i, degree)) continue;
    if (has_key(pieces, i + 1, "c")) return &kUnits[kCelsius];
    if (has_key(pieces, i + 1, "f")) return &kUnits[kFahrenheit];
    ++i;
    break;
  }
  if (i >= pieces.size() || pieces[i].used) return nullptr;
  if (language == Language::kEnglish) {
    if (has_key(pieces, i, "nautical")) ++i;  // which Arabic may leave out: ميل
    const bool square = has_key(pieces, i, "square") || has_key(pieces, i, "sq");
    std::size_t at = square ? i + 1 : i;
    if (square && has_key(pieces, at, "-")) ++at;  // 2,000-sq-metre
    const MeasureUnit* unit = at < pieces.size() ? english_unit(pieces[at].key) : nullptr;
    return square && unit ? squared(unit) : unit;
  }
  // كيلو متر, in two words
  const bool apart = has_key(pieces, i, "كيلو") && has_key(pieces, i + 1, "متر");
  const MeasureUnit* unit = apart ? &kUnits[kKilometre] : arabic_unit(pieces[i].key);
  const std::size_t next = apart ? i + 2 : i + 1;
  if (unit && (has_key(pieces, next, "مربع") || has_key(pieces, next, "مربعا") ||
               has_key(pieces, next, "مربعه"))) {
    return squared(unit);
  }
  return unit;
}

const MeasureUnit* unit_of_dual(std::string_view key) {
  if (key.size() <= 2 * kLetter) return nullptr;
  key.remove_suffix(2 * kLetter);  // ين, ان
  if (const MeasureUnit* unit = unit_behind_clitics(key)) return unit;
  if (!key.ends_with("ت")) return nullptr;
  key.remove_suffix(kLetter);
  return unit_behind_clitics(std::string(key) + std::string(kFeminine));
}

const MeasureUnit* unit_of_word(std::string_view key, Language language) {
  return language == Language::kArabic ? unit_behind_clitics(key) : english_unit(key);
}

}  // namespace mizan
