#include "tm/check/renderings.h"

#include <algorithm>

#include "tm/lang/arabic_morphology.h"
#include "tm/lang/english_morphology.h"
#include "tm/text/normalize.h"

namespace mizan {
namespace {

constexpr int kLikely = 3;  // analyses that assume more are guesses

constexpr std::string_view kGrammatical[] = {
    "be",  "been", "is",  "are",  "was",  "were", "have",  "has",  "had", "do",   "does",  "did",
    "the", "a",    "an",  "to",   "of",   "in",   "it",    "that", "as",  "will", "would", "can",
    "so",  "very", "any", "yet",  "even", "all",  "being", "this", "for", "with", "by",    "at",
    "on",  "get",  "one", "such", "more", "much", "make",  "take", "go",  "from", "their", "his"};

void add_words(std::string_view gloss, std::vector<std::string>& stems) {
  for (std::size_t begin = 0; begin < gloss.size();) {
    const std::size_t end = std::min(gloss.find(' ', begin), gloss.size());
    const std::string_view word = gloss.substr(begin, end - begin);
    if (!word.empty() && !is_grammatical(word)) stems.push_back(english_stem(word));
    begin = end + 1;
  }
}

}  // namespace

bool is_grammatical(std::string_view english) {
  return std::find(std::begin(kGrammatical), std::end(kGrammatical), english) !=
         std::end(kGrammatical);
}

bool same_family(std::string_view a, std::string_view b) {
  constexpr std::size_t kFamilyLetters = 5;
  if (a == b) return true;
  const std::size_t least = std::max(kFamilyLetters, (std::max(a.size(), b.size()) + 1) / 2);
  return a.substr(0, least) == b.substr(0, least) && std::min(a.size(), b.size()) >= least;
}

std::span<const std::string> WordRenderings::stems(std::string_view arabic) {
  if (const auto known = known_.find(arabic); known != known_.end()) return known->second;
  std::vector<std::string>& stems = known_[std::string(arabic)];
  for (const ArabicAnalysis& analysis : analyse_arabic(fold(arabic, FoldProfile::kTehMarbuta))) {
    if (analysis.cost > kLikely) break;
    for (const std::string& gloss : words_.translations(analysis.stem)) add_words(gloss, stems);
  }
  std::sort(stems.begin(), stems.end());
  stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
  return stems;
}

const EnglishSense& WordRenderings::english(std::string_view key) {
  if (const auto known = english_.find(key); known != english_.end()) return known->second;
  EnglishSense& sense = english_[std::string(key)];
  sense.stem = english_stem(key);
  sense.known =
      words_.is_word(Language::kEnglish, key) || words_.is_word(Language::kEnglish, sense.stem);
  return sense;
}

}  // namespace mizan
