#include "tm/text/pattern.h"

#include <unicode/regex.h>
#include <unicode/utext.h>

#include <algorithm>
#include <cstdint>
#include <string>

#include "tm/base/error.h"

namespace mizan {
namespace {

// ICU counts its time in steps of about a millisecond on the machines of its authors.
constexpr std::int32_t kMostSteps = 500;

struct CloseText {
  void operator()(UText* text) const { utext_close(text); }
};

std::string reason(UErrorCode code) {
  switch (code) {
    case U_REGEX_MISMATCHED_PAREN:
      return "a parenthesis has no partner";
    case U_REGEX_MISSING_CLOSE_BRACKET:
      return "a bracket is not closed";
    case U_REGEX_BAD_ESCAPE_SEQUENCE:
      return "an unknown escape";
    case U_REGEX_PROPERTY_SYNTAX:
      return "an unknown property";
    case U_REGEX_RULE_SYNTAX:
      return "an operator has nothing to work on";
    case U_REGEX_BAD_INTERVAL:
    case U_REGEX_MAX_LT_MIN:
    case U_REGEX_NUMBER_TOO_BIG:
      return "the count in braces is wrong";
    case U_REGEX_INVALID_RANGE:
      return "a range runs backwards";
    case U_REGEX_INVALID_BACK_REF:
    case U_REGEX_INVALID_CAPTURE_GROUP_NAME:
      return "it refers to a group that is not there";
    case U_REGEX_LOOK_BEHIND_LIMIT:
      return "a look-behind needs a bounded length";
    default:
      return u_errorName(code);
  }
}

}  // namespace

struct TextPattern::Matcher {
  std::unique_ptr<icu::RegexPattern> pattern;
  std::unique_ptr<icu::RegexMatcher> regex;  // refers to the pattern
};

TextPattern::TextPattern(std::string_view pattern) : matcher_(std::make_unique<Matcher>()) {
  const auto source = icu::UnicodeString::fromUTF8(
      icu::StringPiece(pattern.data(), static_cast<std::int32_t>(pattern.size())));
  UParseError place{};
  UErrorCode code = U_ZERO_ERROR;
  matcher_->pattern.reset(icu::RegexPattern::compile(source, 0, place, code));
  if (U_SUCCESS(code)) matcher_->regex.reset(matcher_->pattern->matcher(code));
  if (U_SUCCESS(code)) matcher_->regex->setTimeLimit(kMostSteps, code);
  if (U_SUCCESS(code)) return;
  const std::int32_t before = std::max(place.offset, 1) - 1;
  throw Error(ErrorKind::kUsage,
              "not a regular expression at character " +
                  std::to_string(source.countChar32(0, before) + 1) + ": " + reason(code),
              {.file = std::string(pattern)}, "write \\ before a character that stands for itself");
}

TextPattern::~TextPattern() = default;

std::vector<ByteRange> TextPattern::find_all(std::string_view text) const {
  std::vector<ByteRange> places;
  UErrorCode code = U_ZERO_ERROR;
  const std::unique_ptr<UText, CloseText> bytes(
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &code));
  icu::RegexMatcher& regex = *matcher_->regex;
  regex.reset(bytes.get());
  while (U_SUCCESS(code) && regex.find(code)) {
    const auto begin = static_cast<std::size_t>(regex.start64(code));
    const auto end = static_cast<std::size_t>(regex.end64(code));
    if (end > begin) places.push_back({begin, end});
  }
  if (U_FAILURE(code)) {
    throw Error(ErrorKind::kLimit,
                "the regular expression takes too long on a text of " +
                    std::to_string(text.size()) + " bytes",
                {}, "avoid repetitions inside repetitions, such as (a+)+");
  }
  return places;
}

}  // namespace mizan
