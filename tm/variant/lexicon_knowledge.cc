#include "tm/variant/lexicon_knowledge.h"

#include <algorithm>

#include "tm/base/text_map.h"
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

// To be raised with every change of how keys and texts are made.
constexpr std::uint64_t kFormat = (std::uint64_t{0x574B02} << 32) | kFoldVersion;

}  // namespace

// Collects what the entries of a lexicon say, then writes it.
class LexiconKnowledge::Builder {
 public:
  void add(const LexiconEntry& entry) {
    if (entry.arabic.empty() || entry.english.empty()) return;
    const bool calendar = std::find(std::begin(kCalendarWords), std::end(kCalendarWords),
                                    entry.english) != std::end(kCalendarWords);
    const bool name = starts_upper(entry.english) && !calendar;
    const std::string arabic = fold(entry.arabic, FoldProfile::kTehMarbuta);
    // The parts of a phrase are words too, unless it is a name: بوركينا is no word.
    for_each_word(arabic, [&](std::string_view word) {
      if (word.size() == arabic.size() || !name) known(arabic_, word).is |= name ? kName : kWord;
    });
    for_each_word(fold(entry.arabic, FoldProfile::kMarks), [&](std::string_view word) {
      auto& spellings = known(arabic_, fold(word, FoldProfile::kTehMarbuta)).spellings;
      if (std::ranges::find(spellings, word) == spellings.end()) spellings.emplace_back(word);
    });
    const std::string english = fold(entry.english, FoldProfile::kMarks);
    if (arabic.find(' ') == std::string::npos) {
      known(arabic_, arabic).translations.push_back(english);
    }
    for_each_word(entry.english, [&](std::string_view word) {
      Known& of_word = known(english_, fold(word, FoldProfile::kMarks));
      of_word.is |= starts_upper(word) && !calendar ? kName : kWord;
      if (word.size() == entry.english.size() && name) of_word.translations.push_back(arabic);
    });
  }

  std::string image() const {
    FlatImageWriter writer;
    std::vector<std::string_view> texts;
    for (const auto* side : {&arabic_, &english_}) {
      std::vector<std::string_view> keys;
      std::vector<Entry> entries;
      for (const auto& [key, of_key] : *side) {
        keys.push_back(key);
        Entry& entry = entries.emplace_back();
        entry.is = of_key.is;
        entry.first_spelling = static_cast<std::uint32_t>(texts.size());
        texts.insert(texts.end(), of_key.spellings.begin(), of_key.spellings.end());
        entry.first_translation = static_cast<std::uint32_t>(texts.size());
        texts.insert(texts.end(), of_key.translations.begin(), of_key.translations.end());
      }
      entries.emplace_back().first_spelling = static_cast<std::uint32_t>(texts.size());
      FlatKeys::write(keys, writer);
      writer.add(entries);
    }
    FlatTexts::write(texts, writer);
    return writer.take(kFormat);
  }

 private:
  struct Known {
    std::uint32_t is = 0;
    std::vector<std::string> spellings;
    std::vector<std::string> translations;
  };

  static Known& known(TextMap<Known>& side, std::string_view key) {
    const auto found = side.find(key);
    return found != side.end() ? found->second : side[std::string(key)];
  }

  TextMap<Known> arabic_;
  TextMap<Known> english_;
};

const LexiconKnowledge::Entry* LexiconKnowledge::Side::find(std::string_view form) const {
  const auto key = keys.find(form);
  return key ? &entries[*key] : nullptr;
}

std::string LexiconKnowledge::image(const Lexicon& lexicon) {
  Builder builder;
  for (const LexiconEntry& entry : lexicon.entries) builder.add(entry);
  return builder.image();
}

std::optional<LexiconKnowledge> LexiconKnowledge::from_image(std::string image) {
  std::optional<FlatImage> opened = FlatImage::open(std::move(image), kFormat);
  if (!opened) return std::nullopt;
  return LexiconKnowledge(std::move(*opened));
}

LexiconKnowledge::LexiconKnowledge(const Lexicon& lexicon)
    : LexiconKnowledge(FlatImage::open(image(lexicon), kFormat).value()) {}

LexiconKnowledge::LexiconKnowledge(FlatImage image) : image_(std::move(image)) {
  std::size_t section = 0;
  for (Side* side : {&arabic_, &english_}) {
    side->keys = FlatKeys(image_, section);
    side->entries = image_.values<Entry>(section + FlatKeys::kSections);
    section += FlatKeys::kSections + 1;
  }
  const FlatTexts texts(image_, section);
  texts_.reserve(texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) texts_.emplace_back(texts[i]);
}

void LexiconKnowledge::add_distinct(std::string_view a, std::string_view b) {
  distinct_.emplace_back(fold(a, FoldProfile::kMarks), fold(b, FoldProfile::kMarks));
}

bool LexiconKnowledge::is_word(Language language, std::string_view form) const {
  const Entry* entry = side(language).find(form);
  return entry != nullptr && (entry->is & kWord) != 0;
}

bool LexiconKnowledge::is_name(Language language, std::string_view form) const {
  const Entry* entry = side(language).find(form);
  return entry != nullptr && (entry->is & kName) != 0;
}

std::span<const std::string> LexiconKnowledge::spellings(std::string_view form) const {
  const Entry* entry = arabic_.find(form);
  if (entry == nullptr) return {};
  return std::span(texts_).subspan(entry->first_spelling,
                                   entry->first_translation - entry->first_spelling);
}

std::span<const std::string> LexiconKnowledge::translations(std::string_view form) const {
  const Entry* entry =
      side(detect_language(form) == Language::kArabic ? Language::kArabic : Language::kEnglish)
          .find(form);
  if (entry == nullptr) return {};
  return std::span(texts_).subspan(entry->first_translation,
                                   entry[1].first_spelling - entry->first_translation);
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
