#include "tm/base/language.h"

#include <algorithm>
#include <string>

namespace mizan {

std::string_view code(Language language) { return language == Language::kArabic ? "ar" : "en"; }

std::optional<Language> parse_language(std::string_view tag) {
  std::string primary(tag.substr(0, tag.find_first_of("-_")));
  std::transform(primary.begin(), primary.end(), primary.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  if (primary == "ar" || primary == "ara" || primary == "arb") return Language::kArabic;
  if (primary == "en" || primary == "eng") return Language::kEnglish;
  return std::nullopt;
}

}  // namespace mizan
