#include "tm/check/clause_gap.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "tm/base/utf8.h"
#include "tm/check/letter_names.h"
#include "tm/lang/arabic_morphology.h"
#include "tm/lang/english_morphology.h"
#include "tm/lang/name_similarity.h"

namespace mizan {
namespace {

// Characters of Arabic for one of English: the median of professional news translations.
constexpr double kArabicPerEnglish = 0.92;

// A linked word ends a stretch unless the unlinked ones around it outweigh it so many times.
constexpr double kLinkedWeight = 1.5;

struct Word {
  std::size_t segment = 0;
  ByteRange range;
  double characters = 0;
  bool content = false;
  bool linked = false;
};

constexpr std::size_t kShortestContent = 3;

// دبليو is a letter of BMW, not a word that the English would translate.
std::vector<Word> words_of(std::span<const CheckedSegment> segments) {
  std::vector<Word> words;
  for (std::size_t s = 0; s < segments.size(); ++s) {
    for (const CheckedWord& word : segments[s].words) {
      if (word.kind != TokenKind::kWord && word.kind != TokenKind::kNumber) continue;
      const std::size_t characters = count_code_points(word.key);
      words.push_back({s, word.range, static_cast<double>(characters + 1),
                       word.kind == TokenKind::kNumber ||
                           (characters >= kShortestContent && !is_grammatical(word.key) &&
                            !is_letter_name(word.key)),
                       false});
    }
  }
  return words;
}

const CheckedWord& token_of(std::span<const CheckedSegment> segments, const Word& word) {
  const auto& tokens = segments[word.segment].words;
  return *std::find_if(tokens.begin(), tokens.end(),
                       [&](const CheckedWord& token) { return token.range == word.range; });
}

double length_of(std::span<const CheckedSegment> segments) {
  double length = 0;
  for (const CheckedSegment& segment : segments) {
    length += static_cast<double>(count_code_points(segment.text));
  }
  return length;
}

// Marks words of both sides that the dictionaries, their letters or their digits bring together.
void link(std::span<const CheckedSegment> arabic, std::vector<Word>& arabic_words,
          std::span<const CheckedSegment> english, std::vector<Word>& english_words,
          WordRenderings& renderings) {
  std::unordered_multimap<std::string, std::size_t> stems;
  for (std::size_t i = 0; i < english_words.size(); ++i) {
    stems.emplace(english_stem(token_of(english, english_words[i]).key), i);
  }
  for (Word& word : arabic_words) {
    const CheckedWord& token = token_of(arabic, word);
    const auto mark = [&](const std::string& stem) {
      const auto [begin, end] = stems.equal_range(stem);
      for (auto found = begin; found != end; ++found) {
        word.linked = english_words[found->second].linked = true;
      }
    };
    mark(token.key);  // digits and Latin letters
    if (token.kind == TokenKind::kWord) {
      for (const std::string& stem : renderings.stems(token.key)) mark(stem);
    }
  }
  constexpr double kSameName = 0.15;
  for (Word& name : english_words) {
    const std::string_view text = name.range.of(english[name.segment].text);
    if (name.linked || !name.content || !is_capitalised(text)) continue;
    for (Word& word : arabic_words) {
      if (word.linked || !word.content) continue;
      const std::string& key = token_of(arabic, word).key;
      for (const Proclitics& stack : proclitic_stacks(key)) {
        const std::string_view bare = std::string_view(key).substr(stack.bytes);
        if (count_code_points(bare) > text.size() + 1) continue;
        if (name_similarity(bare, text) > kSameName) {
          word.linked = name.linked = true;
          break;
        }
      }
    }
  }
}

double linked_share(const std::vector<Word>& words, std::size_t except_begin,
                    std::size_t except_end) {
  double linked = 0;
  double all = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!words[i].content || (i >= except_begin && i < except_end)) continue;
    all += words[i].characters;
    if (words[i].linked) linked += words[i].characters;
  }
  return all == 0 ? 1 : linked / all;
}

void find_tail(std::span<const CheckedSegment> segments, const std::vector<Word>& words,
               ClauseGap& gap) {
  double tail = 0;
  double linked = 0;
  double content = 0;
  for (std::size_t i = words.size(); i-- > 1;) {
    tail += words[i].characters;
    if (words[i].content) {
      content += words[i].characters;
      if (words[i].linked) linked += words[i].characters;
    }
    if (words[i - 1].segment == words[i].segment) {
      const std::string_view text = segments[words[i].segment].text;
      const std::string_view between =
          text.substr(words[i - 1].range.end, words[i].range.begin - words[i - 1].range.end);
      if (between.find_first_of(",;:") == between.npos && between.find("،") == between.npos &&
          between.find("؛") == between.npos && between.find("–") == between.npos &&
          between.find(" - ") == between.npos) {
        continue;
      }
    }
    const double misfit = std::abs(tail - gap.surplus);
    if (gap.has_tail && misfit >= gap.tail_misfit) continue;
    gap.has_tail = true;
    gap.tail_misfit = misfit;
    gap.tail_linked = content > 0 ? linked / content : 1;
  }
}

// `segments` and `own` are the side's; `expected` is how long the other side lets it be.
ClauseGap find_gap(std::span<const CheckedSegment> segments, const std::vector<Word>& own,
                   const std::vector<Word>& others, double length, double expected) {
  ClauseGap gap;
  gap.length = length;
  gap.surplus = length - expected;
  gap.linked_other = linked_share(others, 0, 0);
  // The stretch of the largest sum, +characters for an unlinked content word, less for a linked
  // one (Kadane).
  double best = 0;
  double sum = 0;
  std::size_t begin = 0;
  std::size_t best_begin = 0;
  std::size_t best_end = 0;
  for (std::size_t i = 0; i < own.size(); ++i) {
    if (sum <= 0) {
      sum = 0;
      begin = i;
    }
    if (own[i].content)
      sum += own[i].linked ? -kLinkedWeight * own[i].characters : own[i].characters;
    // A stretch stays within its segment.
    if (i + 1 < own.size() && own[i + 1].segment != own[i].segment && sum < best) sum = 0;
    if (sum > best && own[begin].segment == own[i].segment) {
      best = sum;
      best_begin = begin;
      best_end = i + 1;
    }
  }
  gap.linked_outside = linked_share(own, best_begin, best_end);
  find_tail(segments, own, gap);
  if (best_end == best_begin) return gap;
  gap.segment = own[best_begin].segment;
  gap.range = {own[best_begin].range.begin, own[best_end - 1].range.end};
  for (std::size_t i = best_begin; i < best_end; ++i) gap.characters += own[i].characters;
  gap.at_end = std::none_of(own.begin() + static_cast<std::ptrdiff_t>(best_end), own.end(),
                            [](const Word& word) { return word.content; });
  return gap;
}

// The log odds of a side whose words are not linked yet, were the links such as make them highest:
// none inside the stretch or around it, all on the other side.
double most_log_odds(std::span<const CheckedSegment> segments, const std::vector<Word>& unlinked,
                     double length, double expected) {
  ClauseGap gap;
  gap.length = length;
  gap.surplus = length - expected;
  gap.characters = std::max(0.0, gap.surplus);
  gap.linked_outside = 0;
  gap.linked_other = 1;
  gap.at_end = true;
  find_tail(segments, unlinked, gap);
  return gap_log_odds(gap);
}

}  // namespace

std::array<ClauseGap, 2> find_clause_gaps(std::span<const CheckedSegment> arabic,
                                          std::span<const CheckedSegment> english,
                                          WordRenderings& renderings, double least) {
  std::vector<Word> arabic_words = words_of(arabic);
  std::vector<Word> english_words = words_of(english);
  const double arabic_length = length_of(arabic);
  const double english_length = length_of(english);
  const double arabic_expected = english_length * kArabicPerEnglish;
  const double english_expected = arabic_length / kArabicPerEnglish;
  // To link words is what takes time, and the lengths of most pairs rule a gap out.
  if (most_log_odds(arabic, arabic_words, arabic_length, arabic_expected) < least &&
      most_log_odds(english, english_words, english_length, english_expected) < least) {
    return {};
  }
  link(arabic, arabic_words, english, english_words, renderings);
  return {find_gap(arabic, arabic_words, english_words, arabic_length, arabic_expected),
          find_gap(english, english_words, arabic_words, english_length, english_expected)};
}

std::array<double, kGapFeatures> gap_features(const ClauseGap& gap) {
  const double length = std::max(1.0, gap.length);
  const double expected = std::max(1.0, gap.length - gap.surplus);
  const double explained = std::max(0.0, std::min(gap.characters, gap.surplus));
  const double tail = gap.has_tail ? 1 : 0;
  constexpr double kUsualLogLength = 4.8;
  return {1,
          std::log(length / expected),
          gap.characters / length,
          explained / length,
          gap.linked_outside,
          gap.linked_other,
          gap.at_end ? 1.0 : 0.0,
          std::log(length) - kUsualLogLength,
          tail * (1 - gap.tail_linked),
          tail * std::min(2.0, gap.tail_misfit / length),
          tail};
}

double gap_log_odds(const ClauseGap& gap) {
  constexpr std::array<double, kGapFeatures> kWeights = {
      -4.878, 6.209, -0.761, 4.139, -1.218, 1.796, 1.321, 0.75, 5.126, -2.864, -0.652};
  // most_log_odds() rests on these signs.
  static_assert(kWeights[2] < 0 && kWeights[2] + kWeights[3] > 0 && kWeights[4] < 0 &&
                kWeights[5] > 0 && kWeights[6] > 0 && kWeights[8] > 0);
  const std::array<double, kGapFeatures> features = gap_features(gap);
  double sum = 0;
  for (std::size_t i = 0; i < kGapFeatures; ++i) sum += kWeights[i] * features[i];
  return sum;
}

}  // namespace mizan
