#include "tm/check/denied_words.h"

#include <algorithm>
#include <iterator>

#include "tm/lang/english_morphology.h"
#include "tm/text/normalize.h"

namespace mizan {
namespace {

template <typename Words>
bool contains(const Words& words, std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

// Verbs and the like that carry another word's sense: what لم يتم or "was not able to" denies comes
// after them.
constexpr std::string_view kArabicLight[] = {
    "يكن",  "تكن",   "يكون", "تكون",  "يكونوا", "كان", "يتم", "تتم", "يعد",  "تعد",
    "هناك", "لدي",   "لديه", "لديها", "لديهم",  "من",  "في",  "ان",  "له",   "لها",
    "لهم",  "هو",    "هي",   "هذا",   "هذه",    "ذلك", "علي", "اي",  "احد",  "كل",
    "يجب",  "ينبغي", "قد",   "بعد",   "لنا",    "ما",  "يقم", "تقم", "يزال", "تزال"};
// Verbs of ability: what they deny comes after من or أن, behind their subject.
constexpr std::string_view kArabicAble[] = {"يمكن",     "يتمكن",    "تتمكن",  "نتمكن",  "يتمكنوا",
                                            "اتمكن",    "تستطيع",   "يستطيع", "نستطيع", "استطيع",
                                            "يستطيعوا", "يستطيعون", "تستطع",  "يستطع",  "مؤهل"};
constexpr std::string_view kEnglishLight[] = {
    "able", "really", "going", "want",  "quite", "even",  "been",  "about", "through", "over",
    "up",   "out",    "into",  "under", "there", "here",  "then",  "also",  "he",      "she",
    "they", "we",     "you",   "i",     "me",    "him",   "her",   "them",  "us",      "its",
    "our",  "your",   "my",    "these", "those", "than",  "what",  "who",   "which",   "how",
    "when", "if",     "yet",   "just",  "only",  "fully", "still", "ever",  "too"};

// Words that no Arabic word of sense renders.
constexpr std::string_view kEnglishJoints[] = {"and", "or",  "but", "not",
                                               "no",  "nor", "if",  "than"};

// How far behind a denial the word may stand that it denies, and how many words of sense are asked
// for: one that the dictionaries miss, or that was put in another way, may stand before it.
constexpr std::size_t kReach = 5;
constexpr int kMostTried = 2;

bool in_family(std::string_view stem, std::span<const std::string> stems) {
  return std::ranges::any_of(stems,
                             [&](const std::string& other) { return same_family(stem, other); });
}

}  // namespace

DeniedWords::DeniedWords(std::span<const CheckedSegment> arabic,
                         std::span<const CheckedSegment> english, WordRenderings& renderings)
    : arabic_(arabic), english_(english), renderings_(renderings) {
  for (std::size_t s = 0; s < english.size(); ++s) {
    for (std::size_t i = 0; i < english[s].words.size(); ++i) {
      const CheckedWord& word = english[s].words[i];
      if (word.kind != TokenKind::kWord || is_grammatical(word.key) ||
          contains(kEnglishJoints, word.key)) {
        continue;
      }
      std::string_view base = word.key;
      if (base.ends_with("less") && base.size() > 6) base.remove_suffix(4);  // powerless
      stems_.push_back({{s, i}, english_stem(base)});
    }
  }
}

std::vector<WordPosition> DeniedWords::counterparts(Language side, const Denial& denial) const {
  if (denial.kind == DenialKind::kForm) {
    // مجهول is unknown, no known that lost its denial.
    if (!renderings(side, denial.at).empty()) return {};
    return arabic_of(denial.denied);
  }
  return side == Language::kArabic ? denied_in_arabic(denial) : denied_in_english(denial);
}

std::vector<WordPosition> DeniedWords::renderings(Language side, WordPosition at) const {
  const std::string_view key = segment(side, at.segment).words[at.word].key;
  return side == Language::kArabic ? english_of(key) : arabic_of(key);
}

std::vector<WordPosition> DeniedWords::denied_in_arabic(const Denial& denial) const {
  const auto& words = arabic_[denial.at.segment].words;
  const std::size_t end = std::min(words.size(), denial.at.word + 1 + kReach);
  bool copula = words[denial.at.word].key.starts_with("ليس");
  bool light = copula;
  bool able = false;
  int tried = 0;
  std::vector<WordPosition> subject;
  for (std::size_t i = denial.at.word + 1; i < end; ++i) {
    if (words[i].kind != TokenKind::kWord) break;
    const std::string key = fold(words[i].key, FoldProfile::kAlef);
    copula = copula || key.ends_with("كن") || key.find("كون") != key.npos;
    if (contains(kArabicAble, key)) {
      able = true;
    } else if (able && i + 1 < words.size() && (key == "من" || key == "ان")) {
      return english_of(words[i + 1].key);
    } else if (contains(kArabicLight, key)) {
      light = true;
    } else if (!able) {
      std::vector<WordPosition> found = english_of(words[i].key);
      // Behind a verb the first definite noun is its subject, which says nothing of it; a copula
      // may have nothing else to tell.
      if ((light || tried > 0) && key.starts_with("ال")) {
        if (tried > 0) return {};
        if (copula && subject.empty()) subject = std::move(found);
        continue;
      }
      if (!found.empty() && (tried == 0 || !is_name(found.front()))) return found;
      if (denial.kind == DenialKind::kNoun || (!copula && ++tried == kMostTried)) return {};
    }
  }
  return subject;
}

std::vector<WordPosition> DeniedWords::denied_in_english(const Denial& denial) const {
  const auto& words = english_[denial.at.segment].words;
  const std::size_t end = std::min(words.size(), denial.at.word + 1 + kReach);
  int tried = 0;
  for (std::size_t i = denial.at.word + 1; i < end; ++i) {
    const std::string_view key = words[i].key;
    if (words[i].kind != TokenKind::kWord || key == "and" || key == "or" || key == "but") break;
    // "not only" may go without saying, but not where the Arabic has the "only".
    if (i == denial.at.word + 1 && (key == "only" || key == "just")) return arabic_of(key);
    if (is_grammatical(key) || contains(kEnglishLight, key) || key.ends_with("ly")) continue;
    std::vector<WordPosition> found = arabic_of(key);
    if (!found.empty() || ++tried == kMostTried) return found;
  }
  return {};
}

std::vector<WordPosition> DeniedWords::english_of(std::string_view arabic) const {
  std::vector<WordPosition> found;
  const std::span<const std::string> stems = renderings_.stems(arabic);
  for (const Stem& english : stems_) {
    if (in_family(english.stem, stems)) found.push_back(english.at);
  }
  return found;
}

std::vector<WordPosition> DeniedWords::arabic_of(std::string_view english) const {
  std::vector<WordPosition> found;
  const std::string stem = english_stem(english);
  for (std::size_t s = 0; s < arabic_.size(); ++s) {
    for (std::size_t i = 0; i < arabic_[s].words.size(); ++i) {
      const CheckedWord& word = arabic_[s].words[i];
      if (word.kind == TokenKind::kWord && in_family(stem, renderings_.stems(word.key))) {
        found.push_back({s, i});
      }
    }
  }
  return found;
}

bool DeniedWords::is_name(WordPosition english) const {
  const CheckedSegment& segment = english_[english.segment];
  return is_capitalised(segment.words[english.word].range.of(segment.text));
}

}  // namespace mizan
