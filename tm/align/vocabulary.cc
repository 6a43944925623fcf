#include "tm/align/vocabulary.h"

#include <string_view>
#include <unordered_map>
#include <utility>

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
  constexpr TypeId kNothing = ~TypeId{0};  // of signs that say nothing
  TextSide side;
  std::unordered_map<std::string, TypeId> keys;
  // What a form stands for, so that only new ones are folded and stemmed; it points into
  // `segments`.
  std::unordered_map<std::string_view, TypeId> forms;
  side.sentences.reserve(segments.size());
  side.lengths.reserve(segments.size());
  for (const Segment& segment : segments) {
    if (segment.text.empty()) continue;
    std::vector<TypeId>& sentence = side.sentences.emplace_back();
    for (const Token& token : tokenize(segment.text)) {
      const std::string_view surface = token.range.of(segment.text);
      const auto [form, unseen] = forms.try_emplace(surface, kNothing);
      if (unseen) {
        WordType type = describe(surface, token.kind, language);
        if (!type.key.empty()) {
          const auto [place, fresh] =
              keys.try_emplace(type.key, static_cast<TypeId>(side.types.size()));
          if (fresh) side.types.push_back(std::move(type));
          form->second = place->second;
        }
      }
      if (form->second == kNothing) continue;
      WordType& known = side.types[form->second];
      ++known.count;
      known.capitalised += starts_upper(surface);
      sentence.push_back(form->second);
      ++side.tokens;
    }
    sentence.shrink_to_fit();
    side.lengths.push_back(static_cast<double>(count_code_points(segment.text)));
  }
  return side;
}

}  // namespace mizan
