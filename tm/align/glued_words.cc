#include "tm/align/glued_words.h"

#include <algorithm>
#include <limits>
#include <span>
#include <unordered_map>
#include <utility>

#include "tm/base/utf8.h"
#include "tm/lang/arabic_morphology.h"
#include "tm/text/script.h"

namespace mizan {
namespace {

constexpr std::size_t kLetter = 2;  // bytes of an Arabic letter

// Hardly any Arabic word with its clitics is longer; shorter ones would be names.
constexpr std::size_t kShortestGlued = 10 * kLetter;
constexpr std::size_t kLongestPart = 12 * kLetter;

// Costs of a part that the lexicon knows, of one that it does not, and of each letter of this.
constexpr double kKnownPart = 2;
constexpr double kUnknownPart = 3;
constexpr double kUnknownLetter = 1.5;
constexpr double kMostUnknown = 0.4;  // share of the letters

// A long name falls into shorter parts.
constexpr std::size_t kShortestMean = 3 * kLetter;

bool all_arabic(std::string_view word) {
  for (std::size_t at = 0; at < word.size(); at += kLetter) {
    const CodePoint letter = code_point_at(word, at);
    if (letter.size != kLetter || !is_arabic_letter(letter.value)) return false;
  }
  return true;
}

// The cost of analysis up to which a part of a word, and a whole word, is believed to be known.
constexpr int kPartCost = 2;
constexpr int kWordCost = 4;

bool known(std::string_view word, const LexiconIndex& lexicon, int most_cost) {
  // Of two letters only what stands in the lexicon so: most pairs of letters are some verb.
  if (word.size() <= 2 * kLetter) return !lexicon.glosses(word).empty();
  for (const ArabicAnalysis& analysis : analyse_arabic(word)) {
    if (analysis.cost > most_cost) break;
    if (!lexicon.glosses(analysis.stem).empty()) return true;
  }
  return false;
}

// The cheapest way to write the first letters of a word, up to some place.
struct Prefix {
  double cost = std::numeric_limits<double>::infinity();
  std::size_t start = 0;  // of its last part
  bool known = false;     // that part
};

}  // namespace

std::vector<std::string> split_glued_word(std::string_view key, const LexiconIndex& lexicon) {
  if (key.size() < kShortestGlued || !all_arabic(key) || known(key, lexicon, kWordCost)) return {};
  std::vector<Prefix> prefixes(key.size() + 1);
  prefixes[0] = {0, 0, true};
  for (std::size_t end = kLetter; end <= key.size(); end += kLetter) {
    for (std::size_t size = kLetter; size <= end; size += kLetter) {
      const std::size_t start = end - size;
      const double before = prefixes[start].cost;
      const double unknown =
          before + kUnknownPart + kUnknownLetter * static_cast<double>(size / kLetter);
      if (prefixes[start].known && unknown < prefixes[end].cost) {
        prefixes[end] = {unknown, start, false};
      }
      if (size == kLetter || size > kLongestPart || before + kKnownPart > prefixes[end].cost) {
        continue;
      }
      if (known(key.substr(start, size), lexicon, kPartCost)) {
        prefixes[end] = {before + kKnownPart, start, true};
      }
    }
  }
  std::vector<std::string> parts;
  std::size_t unknown = 0;
  for (std::size_t end = key.size(); end > 0; end = prefixes[end].start) {
    const std::size_t start = prefixes[end].start;
    if (!prefixes[end].known) unknown += end - start;
    parts.emplace_back(key.substr(start, end - start));
  }
  if (static_cast<double>(unknown) > kMostUnknown * static_cast<double>(key.size())) return {};
  if (key.size() < kShortestMean * parts.size()) return {};
  std::ranges::reverse(parts);
  return parts;
}

void split_glued_words(TextSide& arabic, const LexiconIndex& lexicon) {
  std::unordered_map<std::string, TypeId> ids;  // of parts
  std::vector<std::vector<TypeId>> parts(arabic.types.size());
  bool any = false;
  for (TypeId id = 0; id < parts.size(); ++id) {
    if (arabic.types[id].kind != WordType::Kind::kWord) continue;
    for (const std::string& part : split_glued_word(arabic.types[id].key, lexicon)) {
      if (ids.empty()) {
        for (TypeId known = 0; known < parts.size(); ++known)
          ids.emplace(arabic.types[known].key, known);
      }
      const auto [place, fresh] = ids.try_emplace(part, static_cast<TypeId>(arabic.types.size()));
      if (fresh) arabic.types.push_back({.key = part, .surface = part});
      parts[id].push_back(place->second);
      any = true;
    }
  }
  if (!any) return;
  for (std::vector<TypeId>& sentence : arabic.sentences) {
    std::vector<TypeId> words;
    words.reserve(sentence.size());
    for (const TypeId id : sentence) {
      const std::span<const TypeId> split =
          id < parts.size() ? parts[id] : std::span<const TypeId>();
      if (split.empty()) {
        words.push_back(id);
        continue;
      }
      --arabic.types[id].count;
      for (const TypeId part : split) ++arabic.types[part].count;
      arabic.tokens += split.size() - 1;
      words.insert(words.end(), split.begin(), split.end());
    }
    sentence = std::move(words);
  }
}

}  // namespace mizan
