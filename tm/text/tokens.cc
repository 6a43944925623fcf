#include "tm/text/tokens.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <optional>

#include "tm/base/utf8.h"
#include "tm/text/abbreviations.h"
#include "tm/text/script.h"

namespace mizan {
namespace {

enum class Class : std::uint8_t {
  kSpace,
  kArabic,  // letters of the Arabic script
  kLatin,   // letters of every other script, and superscript digits behind them
  kDigit,
  kMark,       // belongs to the character before it
  kInvisible,  // bidi controls, joiners: inside a word part of it, outside of no token
  kPunctuation,
  kSymbol
};

Class compute_class(char32_t c) {
  if (c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85) return Class::kSpace;
  if (c == kTatweel || is_arabic_mark(c)) return Class::kMark;
  if (is_arabic_letter(c)) return Class::kArabic;
  constexpr std::u32string_view kSymbols = U"%#@&\u066A\u2030\u2031";
  if (kSymbols.find(c) != std::u32string_view::npos) return Class::kSymbol;
  const utf8proc_property_t* property = utf8proc_get_property(static_cast<utf8proc_int32_t>(c));
  if (property->ignorable) return Class::kInvisible;
  switch (property->category) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_NL:
      return Class::kLatin;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
      return Class::kMark;
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NO:
      return Class::kDigit;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
      return Class::kSpace;
    case UTF8PROC_CATEGORY_CC:
      return Class::kInvisible;
    case UTF8PROC_CATEGORY_PC:
    case UTF8PROC_CATEGORY_PD:
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF:
    case UTF8PROC_CATEGORY_PO:
      return Class::kPunctuation;
    default:
      return Class::kSymbol;
  }
}

Class class_of(char32_t c) {
  constexpr char32_t kTableEnd = 0x0700;
  static const std::array<Class, kTableEnd> table = [] {
    std::array<Class, kTableEnd> classes{};
    for (char32_t i = 0; i < kTableEnd; ++i) classes[i] = compute_class(i);
    return classes;
  }();
  return c < kTableEnd ? table[c] : compute_class(c);
}

bool is_word_class(Class c) { return c == Class::kArabic || c == Class::kLatin; }

bool is_apostrophe(char32_t c) {
  return c == '\'' || c == '`' || c == 0x2019 || c == 0x2018 || c == 0x02BC;
}

bool is_hyphen(char32_t c) { return c == '-' || c == 0x2010 || c == 0x2011; }

bool is_ascii_alnum(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// ASCII letters, digits and the bytes of `more`.
std::size_t skip_ascii(std::string_view text, std::size_t i, std::string_view more) {
  while (i < text.size() && (is_ascii_alnum(text[i]) || more.find(text[i]) != more.npos)) ++i;
  return i;
}

bool equal_ignoring_case(std::string_view text, std::string_view lower) {
  return std::equal(text.begin(), text.end(), lower.begin(), lower.end(), [](char a, char b) {
    return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
  });
}

// The end of a web address at `begin`: with a scheme, with "www.", or a host name under a domain
// that is no English word a missing space could leave behind a full stop.
std::optional<std::size_t> web_address(std::string_view text, std::size_t begin) {
  constexpr std::string_view kPath = "-._~:/?#[]@!$&'()*+,;=%";
  constexpr std::string_view kTrailing = "._~:?!'()[],;";
  const std::string_view rest = text.substr(begin);
  bool address = false;
  for (const std::string_view prefix : {"http://", "https://", "ftp://", "www."}) {
    address = address || equal_ignoring_case(rest.substr(0, prefix.size()), prefix);
  }
  if (!address) {
    constexpr std::string_view kDomains[] = {"com", "org", "net", "gov", "edu", "int"};
    std::size_t end = skip_ascii(text, begin, "-.");
    while (end > begin && (text[end - 1] == '.' || text[end - 1] == '-')) --end;
    const std::string_view host = text.substr(begin, end - begin);
    const std::size_t dot = host.rfind('.');
    if (dot == host.npos || dot == 0) return std::nullopt;
    // A country's domain behind a known one (gov.uk) counts too.
    const std::string_view last = host.substr(dot + 1);
    const std::size_t before = host.rfind('.', dot - 1);
    const std::string_view second = host.substr(before == host.npos ? 0 : before + 1,
                                                dot - (before == host.npos ? 0 : before + 1));
    for (const std::string_view domain : kDomains) {
      address = address || last == domain ||
                (last.size() == 2 && second == domain && before != host.npos);
    }
  }
  if (!address) return std::nullopt;
  std::size_t end = skip_ascii(text, begin, kPath);
  while (end > begin && kTrailing.find(text[end - 1]) != kTrailing.npos) --end;
  return end;
}

std::optional<std::size_t> mail_address(std::string_view text, std::size_t begin) {
  const std::size_t at = skip_ascii(text, begin, "._%+-");
  if (at == begin || at == text.size() || text[at] != '@') return std::nullopt;
  std::size_t end = skip_ascii(text, at + 1, ".-");
  while (end > at && (text[end - 1] == '.' || text[end - 1] == '-')) --end;
  const std::size_t dot = text.substr(0, end).rfind('.');
  if (dot == text.npos || dot < at + 2) return std::nullopt;
  return end;
}

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text) : text_(text) {}

  std::vector<Token> run() {
    tokens_.reserve(text_.size() / 6);
    std::size_t i = 0;
    while (i < text_.size()) i = step(i);
    return std::move(tokens_);
  }

 private:
  struct Character {
    char32_t value = 0;
    Class kind = Class::kSpace;
    std::size_t begin = 0;
    std::size_t end = 0;  // with the marks and invisible characters behind it that bind
  };

  // The character at `i` without what follows it; past the end a space.
  Character bare(std::size_t i) const {
    if (i >= text_.size()) return {0, Class::kSpace, text_.size(), text_.size()};
    const CodePoint point = code_point_at(text_, i);
    return {point.value, class_of(point.value), i, i + point.size};
  }

  // Past the marks at `i`; invisible characters only when a mark or a letter or digit follows them.
  std::size_t skip_marks(std::size_t i) const {
    std::size_t end = i;
    while (i < text_.size()) {
      const Character c = bare(i);
      if (c.kind != Class::kMark && c.kind != Class::kInvisible) {
        return is_word_class(c.kind) || c.kind == Class::kDigit ? i : end;
      }
      i = c.end;
      if (c.kind == Class::kMark) end = i;
    }
    return end;
  }

  Character at(std::size_t i) const {
    Character c = bare(i);
    if (is_word_class(c.kind) || c.kind == Class::kDigit) c.end = skip_marks(c.end);
    return c;
  }

  std::size_t emit(TokenKind kind, std::size_t begin, std::size_t end) {
    tokens_.push_back({kind, {begin, end}});
    return end;
  }

  std::size_t step(std::size_t i) {
    const Character c = at(i);
    switch (c.kind) {
      case Class::kSpace:
      case Class::kInvisible:
        return c.end;
      case Class::kMark:  // a word may begin with a tatweel or a stray mark
        if (const std::size_t end = skip_marks(i); at(end).kind == Class::kArabic) {
          return emit(TokenKind::kWord, i, word_end(at(end)));
        } else {
          return emit(TokenKind::kWord, i, end);
        }
      case Class::kArabic:
      case Class::kLatin:
        if (const auto end = address(i)) return emit(TokenKind::kWord, i, *end);
        return emit(TokenKind::kWord, i, word_end(c));
      case Class::kDigit:
        return number(c);
      case Class::kPunctuation: {
        std::size_t end = c.end;
        while (bare(end).value == c.value && end < text_.size()) end = bare(end).end;
        return emit(TokenKind::kPunctuation, i, end);
      }
      case Class::kSymbol:
        break;
    }
    return emit(TokenKind::kSymbol, i, skip_marks(c.end));
  }

  std::optional<std::size_t> address(std::size_t i) const {
    const std::size_t end_of_run = skip_ascii(text_, i, "-._%+:@/");
    if (text_.substr(i, end_of_run - i).find_first_of(".:@") == text_.npos) return std::nullopt;
    if (const auto end = web_address(text_, i)) return end;
    return mail_address(text_, i);
  }

  // Where the initialism ends that starts with the letter `first`: single letters, each with its
  // full stop (the last may lack it). Nothing when `first` is not a lone letter before a full stop.
  std::optional<std::size_t> initialism_end(const Character& first) const {
    std::size_t letters = 0;
    std::size_t end = first.begin;
    Character c = first;
    while (c.kind == first.kind) {
      const Character next = bare(c.end);
      if (next.value != '.') {
        if (is_word_class(next.kind)) break;  // U.Snow is none
        if (letters > 0) end = c.end;
        ++letters;
        break;
      }
      end = next.end;
      ++letters;
      c = at(next.end);
    }
    if (letters >= 2) return end;
    if (letters == 0 || bare(end).value == '.') return std::nullopt;
    // One letter: an initial (J. Smith) or a title (د. محمد) when a word follows it.
    std::size_t next = end;
    while (next < text_.size() && bare(next).kind == Class::kSpace) next = bare(next).end;
    const bool name_follows = next > end && is_word_class(bare(next).kind);
    const utf8proc_category_t category =
        utf8proc_category(static_cast<utf8proc_int32_t>(first.value));
    const bool capital = first.kind == Class::kArabic || category == UTF8PROC_CATEGORY_LU;
    return name_follows && capital ? std::optional(end) : std::nullopt;
  }

  // Behind the full stop of a title (Mr.) or of an abbreviation with an inner one (Ph.D.) that
  // starts with the word from `begin` to `end`.
  std::optional<std::size_t> abbreviation_end(std::size_t begin, std::size_t end) const {
    const Character stop = bare(end);
    if (stop.value != '.') return std::nullopt;
    const Character next = at(stop.end);
    if (is_word_class(next.kind)) {
      const bool dotted = bare(next.end).value == '.';
      const std::string_view both = text_.substr(begin, next.end - begin);
      if (dotted && abbreviation_of(both) != Abbreviation::kNone) return bare(next.end).end;
      return std::nullopt;
    }
    const bool title = abbreviation_of(text_.substr(begin, end - begin)) == Abbreviation::kTitle;
    return title && next.value != '.' ? std::optional(stop.end) : std::nullopt;
  }

  // The end of وأ.ف.ب., whose letters up to the first full stop are `first` to `end`.
  std::optional<std::size_t> initialism_behind_clitic(const Character& first,
                                                      std::size_t end) const {
    constexpr std::u32string_view kClitics = U"وفبلك";
    if (bare(end).value != '.' || kClitics.find(first.value) == kClitics.npos) return std::nullopt;
    const Character second = at(first.end);
    if (second.end != end || !is_word_class(at(end + 1).kind)) return std::nullopt;
    return initialism_end(second);
  }

  // Past the letters (and, in Latin words, digits) that start at `c`.
  std::size_t run_end(Character c) const {
    const Class script = c.kind;
    std::size_t end = c.begin;
    while (c.kind == script || (script == Class::kLatin && c.kind == Class::kDigit)) {
      end = c.end;
      c = at(end);
    }
    return end;
  }

  std::size_t word_end(const Character& first) const {
    std::size_t end = 0;
    if (const auto initialism = initialism_end(first)) {
      end = *initialism;
    } else {
      end = run_end(first);
      if (const auto initialism_behind = initialism_behind_clitic(first, end)) {
        return *initialism_behind;
      }
      if (const auto abbreviation = abbreviation_end(first.begin, end)) return *abbreviation;
    }
    if (first.kind != Class::kLatin) return end;
    while (true) {
      const Character joint = bare(end);
      const Character next = at(joint.end);
      const bool joins_letter = is_apostrophe(joint.value) || joint.value == '&';
      const bool joins_any = is_hyphen(joint.value) || joint.value == '_';
      if (joins_letter && next.kind == Class::kLatin) {
        end = run_end(next);
      } else if (joins_any && (next.kind == Class::kLatin || next.kind == Class::kDigit)) {
        end = next.kind == Class::kLatin ? initialism_end(next).value_or(run_end(next))
                                         : digits_end(next);
      } else {
        return end;
      }
    }
  }

  std::size_t digits_end(Character c) const {
    std::size_t end = c.begin;
    while (c.kind == Class::kDigit) {
      end = c.end;
      c = at(end);
    }
    return end;
  }

  bool separates_digits(const Character& separator) const {
    // Full stop, comma, colon; the Arabic decimal and thousands separators and comma; the Swiss
    // and typographic apostrophes.
    constexpr std::u32string_view kSeparators = U".,:\u066B\u066C\u060C'\u2019";
    constexpr std::u32string_view kNarrowSpaces = U"\u00A0\u2009\u202F";
    const Character next = at(separator.end);
    if (next.kind != Class::kDigit) return false;
    if (kSeparators.find(separator.value) != std::u32string_view::npos) return true;
    if (kNarrowSpaces.find(separator.value) == std::u32string_view::npos) return false;
    // A space separates groups of three: 12 500.
    const std::size_t end = digits_end(next);
    return count_code_points(text_.substr(next.begin, end - next.begin)) == 3;
  }

  std::size_t number(const Character& first) {
    std::size_t end = digits_end(first);
    if (at(end).kind == Class::kLatin) {  // 3D, 1930s, 21st
      return emit(TokenKind::kWord, first.begin, word_end({0, Class::kLatin, first.begin, end}));
    }
    while (separates_digits(bare(end))) end = digits_end(at(bare(end).end));
    return emit(TokenKind::kNumber, first.begin, end);
  }

  std::string_view text_;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> tokenize(std::string_view text) { return Tokenizer(text).run(); }

}  // namespace mizan
