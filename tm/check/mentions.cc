#include "tm/check/mentions.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "tm/lang/arabic_morphology.h"
#include "tm/lang/english_morphology.h"
#include "tm/lang/name_similarity.h"
#include "tm/text/normalize.h"

namespace mizan {
namespace {

// Probability that two words are one name, above which one may stand for the other.
constexpr double kPossibleName = 0.2;

// Prepositions behind which "the" begins a setting, not the thing that is spoken of: off the
// ground.
bool is_of_place(std::string_view english) {
  constexpr std::string_view kPrepositions[] = {"off",  "on",     "over", "across", "along",
                                                "onto", "around", "at",   "through"};
  return std::ranges::find(kPrepositions, english) != std::end(kPrepositions);
}

}  // namespace

bool is_definite(const CheckedDocument& document, const CheckedPlace& place) {
  const std::string_view surface = document.text(place);
  if (place.side == Language::kArabic) {
    for (const Proclitics& stack : proclitic_stacks(fold(surface, FoldProfile::kTehMarbuta))) {
      if (stack.article) return true;
    }
    return false;
  }
  const auto& words = document.english[place.segment].words;
  const auto at = std::ranges::find_if(
      words, [&](const CheckedWord& word) { return word.range.begin == place.range.begin; });
  return at != words.begin() && at != words.end() && std::prev(at)->key == "the" &&
         !is_capitalised(surface);
}

bool may_stand_for(const CheckedDocument& document, const Bead& bead, Language from,
                   std::string_view term, std::string_view rendering, WordRenderings& renderings) {
  const Language side = other(from);
  std::vector<std::string> senses;
  const std::string_view arabic = from == Language::kArabic ? term : rendering;
  for (const CheckedWord& word : read_segment(arabic, Language::kArabic).words) {
    const std::span<const std::string> stems = renderings.stems(word.key);
    senses.insert(senses.end(), stems.begin(), stems.end());
  }
  const std::string_view english = from == Language::kArabic ? rendering : term;
  for (const CheckedWord& word : read_segment(english, Language::kEnglish).words) {
    senses.push_back(english_stem(word.key));
  }
  const auto has_sense = [&](const std::string& stem) {
    return std::ranges::find(senses, stem) != senses.end();
  };
  for (const CheckedSegment& segment : document.segments(bead, side)) {
    for (const CheckedWord& word : segment.words) {
      if (side == Language::kEnglish) {
        if (!is_grammatical(word.key) && has_sense(english_stem(word.key))) return true;
      } else if (std::ranges::any_of(renderings.stems(word.key), has_sense)) {
        return true;
      }
    }
  }
  return false;
}

bool has_unexplained_noun(const CheckedDocument& document, const Bead& bead,
                          const CheckedPlace& place, WordRenderings& renderings) {
  std::set<std::string, std::less<>> senses;
  std::vector<std::string_view> names;
  for (std::size_t s = bead.source.begin; s < bead.source.end; ++s) {
    for (const CheckedWord& word : document.arabic[s].words) {
      if (s == place.segment && place.range.contains(word.range)) continue;
      const std::span<const std::string> stems = renderings.stems(word.key);
      senses.insert(stems.begin(), stems.end());
      names.push_back(word.key);
    }
  }
  const auto is_explained = [&](const CheckedWord& word) {
    return senses.contains(english_stem(word.key)) ||
           std::ranges::any_of(names, [&](std::string_view name) {
             return name_similarity(name, word.key) > kPossibleName;
           });
  };
  for (const CheckedSegment& segment : document.segments(bead, Language::kEnglish)) {
    const auto& words = segment.words;
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
      if (words[i].key != "the" || words[i + 1].kind != TokenKind::kWord) continue;
      if (i > 0 && is_of_place(words[i - 1].key)) continue;
      if (!is_grammatical(words[i + 1].key) && !is_explained(words[i + 1])) return true;
    }
  }
  return false;
}

}  // namespace mizan
