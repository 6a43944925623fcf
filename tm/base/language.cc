#include "tm/base/language.h"

#include <string>

#include "tm/base/ascii.h"

namespace mizan {

std::string_view code(Language language) { return language == Language::kArabic ? "ar" : "en"; }

std::optional<Language> parse_language(std::string_view tag) {
  const std::string primary = ascii_lower(tag.substr(0, tag.find_first_of("-_")));
  if (primary == "ar" || primary == "ara" || primary == "arb") return Language::kArabic;
  if (primary == "en" || primary == "eng") return Language::kEnglish;
  return std::nullopt;
}

}  // namespace mizan
