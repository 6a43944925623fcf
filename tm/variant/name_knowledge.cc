#include "tm/variant/name_knowledge.h"

#include <algorithm>

#include "tm/text/normalize.h"
#include "tm/text/script.h"
#include "tm/variant/name_parts.h"

namespace mizan {
namespace {

bool starts_upper(std::string_view gloss) {
  const auto first = static_cast<unsigned char>(gloss[start_of_name(gloss)]);
  return (first >= 'A' && first <= 'Z') || first == 0xC3;  // É and its like
}

// English capitals that make no name of an Arabic word.
constexpr std::string_view kCalendarWords[] = {
    "Monday",  "Tuesday",   "Wednesday", "Thursday", "Friday",   "Saturday", "Sunday",
    "January", "February",  "March",     "April",    "May",      "June",     "July",
    "August",  "September", "October",   "November", "December", "Muharram", "Safar",
    "Rajab",   "Ramadan",   "Shawwal",   "Easter",   "Christmas"};

// Words of a gloss in lower case: "prime minister" makes both known.
template <typename Visit>
void for_each_word(std::string_view text, Visit visit) {
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    if (end > begin) visit(text.substr(begin, end - begin));
    begin = end + 1;
  }
}

}  // namespace

bool NameKnowledge::is_name(Language, std::string_view) const { return false; }

std::span<const std::string> NameKnowledge::spellings(std::string_view) const { return {}; }

std::span<const std::string> NameKnowledge::translations(std::string_view) const { return {}; }

std::optional<std::string> NameKnowledge::preferred(Language, std::span<const std::string>) const {
  return std::nullopt;
}

bool NameKnowledge::distinct(Language, std::string_view, std::string_view) const { return false; }

LexiconKnowledge::LexiconKnowledge(const Lexicon& lexicon) {
  for (const LexiconEntry& entry : lexicon.entries) {
    if (entry.arabic.empty() || entry.english.empty()) continue;
    const bool calendar = std::find(std::begin(kCalendarWords), std::end(kCalendarWords),
                                    entry.english) != std::end(kCalendarWords);
    const bool name = starts_upper(entry.english) && !calendar;
    const std::string arabic = fold(entry.arabic, FoldProfile::kTehMarbuta);
    // The parts of a phrase are words too, unless it is a name: بوركينا is no word.
    for_each_word(arabic, [&](std::string_view word) {
      if (word.size() == arabic.size() || !name) {
        (name ? arabic_[std::string(word)].name : arabic_[std::string(word)].word) = true;
      }
    });
    for_each_word(fold(entry.arabic, FoldProfile::kMarks), [&](std::string_view word) {
      auto& spellings = arabic_[fold(word, FoldProfile::kTehMarbuta)].spellings;
      if (std::ranges::find(spellings, word) == spellings.end()) spellings.emplace_back(word);
    });
    const std::string english = fold(entry.english, FoldProfile::kMarks);
    if (arabic.find(' ') == std::string::npos) arabic_[arabic].translations.push_back(english);
    for_each_word(entry.english, [&](std::string_view word) {
      Entry& known = english_[fold(word, FoldProfile::kMarks)];
      (starts_upper(word) && !calendar ? known.name : known.word) = true;
      if (word.size() == entry.english.size() && name) known.translations.push_back(arabic);
    });
  }
}

void LexiconKnowledge::add_distinct(std::string_view a, std::string_view b) {
  distinct_.emplace_back(fold(a, FoldProfile::kMarks), fold(b, FoldProfile::kMarks));
}

bool LexiconKnowledge::is_word(Language language, std::string_view form) const {
  const auto& known = language == Language::kArabic ? arabic_ : english_;
  const auto found = known.find(std::string(form));
  return found != known.end() && found->second.word;
}

bool LexiconKnowledge::is_name(Language language, std::string_view form) const {
  const auto& known = language == Language::kArabic ? arabic_ : english_;
  const auto found = known.find(std::string(form));
  return found != known.end() && found->second.name;
}

std::span<const std::string> LexiconKnowledge::spellings(std::string_view form) const {
  const auto found = arabic_.find(std::string(form));
  if (found == arabic_.end()) return {};
  return found->second.spellings;
}

std::span<const std::string> LexiconKnowledge::translations(std::string_view form) const {
  const auto& known = detect_language(form) == Language::kArabic ? arabic_ : english_;
  const auto found = known.find(std::string(form));
  return found == known.end() ? std::span<const std::string>() : found->second.translations;
}

bool LexiconKnowledge::distinct(Language, std::string_view a, std::string_view b) const {
  if (distinct_.empty()) return false;
  const std::string left = fold(a, FoldProfile::kMarks);
  const std::string right = fold(b, FoldProfile::kMarks);
  return std::any_of(distinct_.begin(), distinct_.end(), [&](const auto& pair) {
    return (pair.first == left && pair.second == right) ||
           (pair.first == right && pair.second == left);
  });
}

}  // namespace mizan
