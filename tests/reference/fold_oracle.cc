#include "tests/reference/fold_oracle.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <map>
#include <stdexcept>

#include "tm/base/utf8.h"

namespace mizan::reference {
namespace {

std::u32string from_icu(const icu::UnicodeString& text) {
  std::string bytes;
  text.toUTF8String(bytes);
  return to_utf32(bytes);
}

std::u32string normalized(const std::u32string& text, const icu::Normalizer2* normalizer) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString result =
      normalizer->normalize(icu::UnicodeString::fromUTF8(to_utf8(text)), status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU cannot normalize");
  return from_icu(result);
}

const icu::Normalizer2* instance(const char* name, UNormalization2Mode mode) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* result = icu::Normalizer2::getInstance(nullptr, name, mode, status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no such normalization");
  return result;
}

std::u32string nfc(const std::u32string& text) {
  return normalized(text, instance("nfc", UNORM2_COMPOSE));
}
std::u32string nfd(const std::u32string& text) {
  return normalized(text, instance("nfc", UNORM2_DECOMPOSE));
}
std::u32string nfkd(const std::u32string& text) {
  return normalized(text, instance("nfkc", UNORM2_DECOMPOSE));
}

const std::map<std::u32string, std::u32string>& replacements() {
  static const std::map<std::u32string, std::u32string> map = [] {
    std::map<std::u32string, std::u32string> result;
    const auto all = [&](std::u32string_view from, std::u32string_view to) {
      for (const char32_t c : from) result[std::u32string(1, c)] = to;
    };
    all(U"\u00AB\u00BB\u201C\u201D\u201E\u201F\u2033\u2036\u275D\u275E\u301D\u301E\u301F", U"\"");
    all(U"`\u00B4\u02B9\u02BB\u02BC\u02BD\u02BE\u02BF\u02C8\u2018\u2019\u201A\u201B\u2032\u2035"
        U"\u2039\u203A\u275B\u275C",
        U"'");
    all(U"\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212", U"-");
    all(U"\u066A", U"%");
    all(U"\u066B", U".");
    all(U"\u066C", U",");
    all(U"\u06A9\u06AA", U"\u0643");
    all(U"\u06BE\u06C1\u06D5", U"\u0647");
    all(U"\u06C3", U"\u0629");
    all(U"\u06CC\u06D2", U"\u064A");
    all(U"ß", U"ss");
    all(U"æ", U"ae");
    all(U"œ", U"oe");
    all(U"ðđ", U"d");
    all(U"þ", U"th");
    all(U"ø", U"o");
    all(U"ł", U"l");
    all(U"ħ", U"h");
    all(U"ı", U"i");
    all(U"ŧ", U"t");
    return result;
  }();
  return map;
}

bool is_latin(char32_t c) {
  return uscript_hasScript(static_cast<UChar32>(c), USCRIPT_LATIN) &&
         u_isalpha(static_cast<UChar32>(c));
}

bool is_arabic(char32_t c) {
  return uscript_hasScript(static_cast<UChar32>(c), USCRIPT_ARABIC) &&
         u_isalpha(static_cast<UChar32>(c)) && c != 0x0640;
}

bool is_mark(char32_t c) { return (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0; }

bool is_tashkeel(char32_t c) {
  return (c >= 0x0610 && c <= 0x061A) || (c >= 0x064B && c <= 0x065F) || c == 0x0670 ||
         (c >= 0x06D6 && c <= 0x06ED && is_mark(c)) || (c >= 0x08D3 && c <= 0x08FF && c != 0x08E2);
}

bool is_ignorable(char32_t c) {
  return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

std::u32string mapped(const std::u32string& text) {
  std::u32string result;
  for (char32_t c : text) {
    if (is_latin(c)) c = static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
    const auto found = replacements().find(std::u32string(1, c));
    if (u_isUWhiteSpace(static_cast<UChar32>(c))) {
      result += U' ';
    } else if (u_charDigitValue(static_cast<UChar32>(c)) >= 0) {
      result += static_cast<char32_t>('0' + u_charDigitValue(static_cast<UChar32>(c)));
    } else if (found != replacements().end()) {
      result += found->second;
    } else {
      result += c;
    }
  }
  return result;
}

std::u32string decomposed(char32_t c) {
  const std::u32string one(1, c);
  const std::u32string parts = nfkd(one);
  const auto type = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_DECOMPOSITION_TYPE);
  if (type == U_DT_FRACTION) return nfd(one);
  const bool arabic_carrier =
      (c >= 0xFC5E && c <= 0xFC63) || (c >= 0xFCF2 && c <= 0xFCF4) || (c >= 0xFE70 && c <= 0xFE7F);
  if (parts.size() > 1 && arabic_carrier) return parts.substr(1);
  if (parts.size() > 1 && parts[0] == U' ') return nfd(one);
  return parts;
}

}  // namespace

std::string fold_slowly(std::string_view text, FoldProfile profile) {
  const std::u32string original = to_utf32(text);
  if (profile == FoldProfile::kExact) return to_utf8(nfc(original));

  std::u32string points;
  for (const char32_t c : original) {
    for (const char32_t part : mapped(std::u32string(1, c))) points += mapped(decomposed(part));
  }

  // The last tatweel before a hamza above is its seat.
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (points[i] != 0x0654) continue;
    std::size_t seat = i;
    while (seat > 0 && ((is_tashkeel(points[seat - 1]) && points[seat - 1] != 0x0654) ||
                        is_ignorable(points[seat - 1]))) {
      --seat;
    }
    if (seat > 0 && points[seat - 1] == 0x0640) {
      points[seat - 1] = 0x0621;
      points.erase(i, 1);
      --i;
    }
  }

  std::u32string kept;
  char32_t base = 0;
  for (const char32_t c : points) {
    const bool seat_mark = c >= 0x0653 && c <= 0x0655;
    const bool latin_mark = (c >= 0x0300 && c <= 0x036F) || (c >= 0x1AB0 && c <= 0x1AFF) ||
                            (c >= 0x1DC0 && c <= 0x1DFF) || (c >= 0x20D0 && c <= 0x20FF) ||
                            (c >= 0xFE20 && c <= 0xFE2F);
    if (c == 0x0640 || is_ignorable(c)) continue;
    if (is_tashkeel(c) && !(seat_mark && is_arabic(base))) continue;
    if (latin_mark && (is_latin(base) || is_arabic(base))) continue;
    if (!is_mark(c)) base = c;
    kept += c;
  }

  std::u32string result;
  for (const char32_t c : nfc(kept)) {
    static const std::map<char32_t, std::pair<FoldProfile, char32_t>> rungs = {
        {U'أ', {FoldProfile::kAlef, U'ا'}},   {U'إ', {FoldProfile::kAlef, U'ا'}},
        {U'آ', {FoldProfile::kAlef, U'ا'}},   {0x0671, {FoldProfile::kAlef, U'ا'}},
        {0x0672, {FoldProfile::kAlef, U'ا'}}, {0x0673, {FoldProfile::kAlef, U'ا'}},
        {U'ؤ', {FoldProfile::kHamza, U'ء'}},  {U'ئ', {FoldProfile::kHamza, U'ء'}},
        {U'ى', {FoldProfile::kYeh, U'ي'}},    {U'ة', {FoldProfile::kTehMarbuta, U'ه'}}};
    if (c >= 0x0653 && c <= 0x0655) continue;
    const auto rung = rungs.find(c);
    result += rung != rungs.end() && profile >= rung->second.first ? rung->second.second : c;
  }
  return to_utf8(result);
}

}  // namespace mizan::reference
