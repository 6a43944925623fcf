// Arabic and English segments drawn from small vocabularies, and respelled or edited copies of
// them: material for property tests.
#pragma once

#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace mizan::testing {

inline constexpr std::array<std::string_view, 40> kArabicWords = {
    "قال",    "الوزير",  "إن",     "القوات", "وصلت",   "إلى",     "مدينة", "المدينة",
    "على",    "علي",     "الحدود", "مسؤول",  "مسئول",  "أمس",     "في",    "باماكو",
    "الجيش",  "وأعلن",   "أعلن",   "بيان",   "رسمي",   "انسحاب",  "قواته", "من",
    "الشمال", "بالشمال", "هجوم",   "الهجوم", "جنديا",  "قتل",     "أصيب",  "آخرون",
    "بجروح",  "12",      "٢٥",     "2026",   "السكان", "والسكان", "مؤتمر", "القاهرة"};

inline constexpr std::array<std::string_view, 24> kEnglishWords = {
    "the",  "minister", "said", "forces", "reached", "city",     "border",     "official",
    "army", "Wagner",   "in",   "Bamako", "attack",  "soldiers", "killed",     "wounded",
    "12",   "25",       "2026", "north",  "on",      "Sunday",   "minister's", "announced"};

class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_);
  }

  template <typename Words>
  std::vector<std::string> words(const Words& vocabulary, std::size_t shortest,
                                 std::size_t longest) {
    std::vector<std::string> chosen(shortest + below(longest - shortest + 1));
    for (std::string& word : chosen) word = vocabulary[below(vocabulary.size())];
    return chosen;
  }

  // One to three words replaced, dropped, doubled or given a conjunction.
  template <typename Words>
  std::vector<std::string> edited(std::vector<std::string> words, const Words& vocabulary) {
    for (std::size_t edits = 1 + below(3); edits > 0 && !words.empty(); --edits) {
      const std::size_t at = below(words.size());
      const auto place = words.begin() + static_cast<std::ptrdiff_t>(at);
      switch (below(4)) {
        case 0:
          words[at] = vocabulary[below(vocabulary.size())];
          break;
        case 1:
          words.erase(place);
          break;
        case 2:
          words.insert(place, words[at]);
          break;
        default:
          words[at] = "و" + words[at];
      }
    }
    return words;
  }

  // Marks, tatweels and alef seats changed: the folded text stays what it was.
  std::string respelled(const std::string& text) {
    std::string result;
    for (std::size_t i = 0; i < text.size();) {
      const std::size_t size = static_cast<unsigned char>(text[i]) >= 0x80 ? 2 : 1;
      std::string letter = text.substr(i, size);
      if (letter == "أ" && below(2) == 0) letter = "ا";
      if (letter == "ة" && below(2) == 0) letter = "ه";
      result += letter;
      if (size == 2 && letter != "٢" && letter != "٥" && below(4) == 0) result += "\u064E";
      i += size;
    }
    return result;
  }

 private:
  std::mt19937 random_;
};

inline std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

}  // namespace mizan::testing
