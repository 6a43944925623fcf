// The two languages of Mizan and the tags by which files name them.
#pragma once

#include <optional>
#include <string_view>

namespace mizan {

enum class Language { kArabic, kEnglish };

constexpr Language other(Language language) {
  return language == Language::kArabic ? Language::kEnglish : Language::kArabic;
}

// "ar" or "en".
std::string_view code(Language language);

// The language of a BCP 47 style tag: "ar", "ar-EG", "AR_eg", "eng", "en-US"; nothing for any
// other language.
std::optional<Language> parse_language(std::string_view tag);

}  // namespace mizan
