#include "tm/term/term_candidates.h"

#include <algorithm>
#include <array>

#include "tm/base/utf8.h"
#include "tm/lang/english_morphology.h"

namespace mizan {
namespace {

constexpr std::size_t kMostArabic = 5;  // words
constexpr std::size_t kMostEnglish = 6;

template <std::size_t kSize>
bool contains(const std::array<std::string_view, kSize>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

constexpr auto kBeforeNouns = std::to_array<std::string_view>(
    {"the",  "a",    "an",  "of",   "this", "these", "their",  "its", "our",
     "your", "his",  "her", "my",   "in",   "with",  "for",    "by",  "on",
     "from", "some", "any", "each", "no",   "many",  "several"});
constexpr auto kBeforeVerbs = std::to_array<std::string_view>(
    {"to",  "will", "would", "can", "could", "may", "might", "must", "should",
     "not", "they", "we",    "you", "i",     "he",  "she",   "who",  "cannot",
     "t",   "don",  "ll",    "did", "does",  "do",  "which"});
// What may stand inside an English term.
constexpr auto kInside =
    std::to_array<std::string_view>({"of", "the", "for", "to", "in", "on", "and"});

// Whether the word hangs on the one before it, as the parts of SARS-CoV-2 do.
bool is_joined(const TextWord& word) {
  return word.before == Gap::kHyphen || word.before == Gap::kNothing;
}

// What a term begins with: no single letter, no figure, no later part of a joined word.
bool may_begin(const TextWord& word) {
  return word.kind != AtomKind::kNumber && !word.function_word && !is_joined(word) &&
         count_code_points(word.key) > 1;
}

bool may_end(const std::vector<TextWord>& words, std::size_t end) {
  return end == words.size() || !is_joined(words[end]);
}

}  // namespace

void TermCandidates::count(const std::vector<TextWord>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const TextWord& word = words[i];
    if (word.kind == AtomKind::kArabic) {
      fronts_.count(word.key);
      continue;
    }
    Usage& usage = usage_[word.letters];
    ++usage.count;
    if (i > 0 && word.continues()) {
      usage.noun += contains(kBeforeNouns, words[i - 1].letters);
      usage.verb += contains(kBeforeVerbs, words[i - 1].letters);
    }
    usage.final += i + 1 == words.size() || !words[i + 1].continues() || words[i + 1].function_word;
  }
}

ArabicFront TermCandidates::front(const TextWord& word) {
  return word.kind == AtomKind::kArabic ? fronts_.front(word.key) : ArabicFront{};
}

std::string TermCandidates::stem(const TextWord& word) {
  if (word.kind == AtomKind::kArabic) return word.key.substr(front(word).bytes);
  return word.kind == AtomKind::kLatin ? english_stem(word.letters) : word.key;
}

// Prefixes of the imperfect and the ت of the perfect make verbs unless the texts have the word with
// an article.
bool TermCandidates::is_noun(const TextWord& word) {
  if (word.kind != AtomKind::kArabic) return true;
  const ArabicFront own = front(word);
  if (own.article) return true;
  const std::string_view key = std::string_view(word.key).substr(own.bytes);
  const bool prefix = key.starts_with("ي") || key.starts_with("ت") || key.starts_with("ن") ||
                      key.starts_with("سي") || key.starts_with("ست");
  const bool ending = key.ends_with("ت") && !key.ends_with("ات");
  if (count_code_points(key) < 4 || (!prefix && !ending)) return true;
  return fronts_.with_article(key) > 0;
}

// Whether `word` can go on a term whose last word is `before`.
bool TermCandidates::goes_on(const TextWord& word, const TextWord& before) {
  if (!word.continues() || word.function_word) return false;
  if (word.kind == AtomKind::kNumber) return word.before != Gap::kSpace;
  if (word.kind != AtomKind::kArabic) return true;
  const ArabicFront own = front(word);
  const bool definite = front(before).article;
  // المحول للأنجيوتنسين, but not وقاية واحتواء.
  if (own.leaning) return definite && own.article && word.key.starts_with("لل");
  // A و that no front accounts for, as before a word with a pronoun (وعلاجه), opens another phrase.
  if (!own.article && word.key.starts_with("و") && count_code_points(word.key) > 4 &&
      !fronts_.is_known(word.key)) {
    return false;
  }
  // What follows a definite word without an article is another phrase.
  return own.article || (!definite && is_noun(word));
}

std::vector<CandidateSpan> TermCandidates::arabic(const std::vector<TextWord>& words) {
  std::vector<CandidateSpan> spans;
  for (std::size_t begin = 0; begin < words.size(); ++begin) {
    const TextWord& first = words[begin];
    if (!may_begin(first) || !is_noun(first)) continue;
    // An adjective belongs to the noun before it.
    if (begin > 0 && first.continues() && front(first).article && !front(first).leaning &&
        front(words[begin - 1]).article) {
      continue;
    }
    std::string key = stem(first);
    for (std::size_t end = begin + 1; end <= words.size() && end - begin <= kMostArabic; ++end) {
      if (end - begin > 1) {
        if (!goes_on(words[end - 1], words[end - 2])) break;
        key += ' ' + stem(words[end - 1]);
      }
      if (may_end(words, end)) spans.push_back({begin, end, key});
    }
  }
  return spans;
}

bool TermCandidates::is_verb(const TextWord& word) const {
  if (word.letters.ends_with("ly")) return true;
  const auto found = usage_.find(word.letters);
  return found != usage_.end() && word.letter_case == LetterCase::kLower &&
         found->second.verb > found->second.noun && 5 * found->second.verb > found->second.count;
}

bool TermCandidates::stands_alone(const TextWord& word) const {
  const auto found = usage_.find(word.letters);
  return found != usage_.end() && 5 * found->second.final >= 2 * found->second.count &&
         !word.letters.ends_with("ed");
}

std::vector<CandidateSpan> TermCandidates::english(const std::vector<TextWord>& words) {
  std::vector<CandidateSpan> spans;
  for (std::size_t begin = 0; begin < words.size(); ++begin) {
    if (!may_begin(words[begin]) || is_verb(words[begin])) continue;
    std::string key;
    for (std::size_t end = begin + 1; end <= words.size() && end - begin <= kMostEnglish; ++end) {
      const TextWord& last = words[end - 1];
      if (end - begin > 1) {
        if (!last.continues() || (last.function_word && !contains(kInside, last.letters))) break;
        key += ' ';
      }
      key += stem(last);
      const bool figure = last.kind == AtomKind::kNumber && last.before == Gap::kSpace;
      if (last.function_word || figure || is_verb(last)) continue;
      if (!stands_alone(last) || !may_end(words, end)) continue;
      spans.push_back({begin, end, key});
    }
  }
  return spans;
}

std::string TermCandidates::form(std::string_view segment, const std::vector<TextWord>& words,
                                 const CandidateSpan& span) {
  std::string text;
  for (std::size_t i = span.begin; i < span.end; ++i) {
    const TextWord& word = words[i];
    if (i > span.begin) text += segment.substr(words[i - 1].end, word.begin - words[i - 1].end);
    if (word.kind != AtomKind::kArabic) {
      std::string_view own = segment.substr(word.begin, word.end - word.begin);
      // The possessive of the last word belongs to what follows the term.
      if (i + 1 == span.end && own.size() > word.letters.size()) {
        const std::size_t apostrophe = std::min(own.rfind('\''), own.rfind("’"));
        if (apostrophe != std::string_view::npos) own = own.substr(0, apostrophe);
      }
      text += own;
    } else {
      text += i == span.begin ? citation_form(word.letters, front(word)) : word.letters;
    }
  }
  return text;
}

}  // namespace mizan
