#include "tm/align/vocabulary.h"

#include "tm/base/utf8.h"
#include "tm/lang/english_morphology.h"
#include "tm/text/normalize.h"
#include "tm/text/script.h"
#include "tm/text/tokens.h"

namespace mizan {
namespace {

// Punctuation that translators carry over, by class; other signs say nothing about content.
std::string punctuation_key(std::string_view sign) {
  if (sign == "?" || sign == "؟") return "?";
  if (sign == "!") return "!";
  if (sign == "\"") return "\"";
  if (sign == "(" || sign == ")") return "(";
  if (sign == ":") return ":";
  if (sign == "%" || sign == "٪") return "%";
  if (sign == "$") return "$";
  return {};
}

// "2,000" and "2000" are one number.
std::string number_key(std::string_view folded) {
  std::string digits;
  for (std::size_t i = 0; i < folded.size(); ++i) {
    const char c = folded[i];
    if (c >= '0' && c <= '9') {
      digits += c;
    } else if (c == '.' || c == ':') {
      digits += c;
    }
  }
  return digits;
}

WordType describe(std::string_view surface, TokenKind kind, Language language) {
  WordType type;
  std::string folded = fold(surface, FoldProfile::kTehMarbuta);
  switch (kind) {
    case TokenKind::kNumber:
      type.kind = WordType::Kind::kNumber;
      type.key = number_key(folded);
      break;
    case TokenKind::kPunctuation:
    case TokenKind::kSymbol:
      type.kind = WordType::Kind::kPunctuation;
      type.key = punctuation_key(folded);
      break;
    case TokenKind::kWord:
      type.key = language == Language::kEnglish || !is_arabic_letter(code_point_at(folded, 0).value)
                     ? english_stem(folded)
                     : folded;
      type.surface = std::move(folded);
      break;
  }
  return type;
}

bool starts_upper(std::string_view surface) {
  const char c = surface.front();
  return c >= 'A' && c <= 'Z';
}

}  // namespace

TextSide index_text(std::span<const Segment> segments, Language language) {
  TextSide side;
  std::unordered_map<std::string, TypeId> ids;
  side.sentences.reserve(segments.size());
  for (const Segment& segment : segments) {
    std::vector<TypeId>& sentence = side.sentences.emplace_back();
    for (const Token& token : tokenize(segment.text)) {
      const std::string_view surface = token.range.of(segment.text);
      WordType type = describe(surface, token.kind, language);
      if (type.key.empty()) continue;
      const auto [place, fresh] = ids.try_emplace(type.key, static_cast<TypeId>(side.types.size()));
      if (fresh) side.types.push_back(std::move(type));
      WordType& known = side.types[place->second];
      ++known.count;
      known.capitalised += starts_upper(surface);
      sentence.push_back(place->second);
      ++side.tokens;
    }
    side.lengths.push_back(static_cast<double>(count_code_points(segment.text)));
  }
  return side;
}

}  // namespace mizan
