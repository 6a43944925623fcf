#include "tm/check/clause_gap.h"

#include <algorithm>
#include <cmath>

#include "tm/check/word_links.h"

namespace mizan {
namespace {

// What a word without a counterpart weighs is in SideWord; this is the weight of one that has one:
// where the counterpart was cut away, one word in ten or twenty meets another by chance.
constexpr double kLinked = -2.5;

// The log of the ratio of lengths, Arabic to English, of professional news pairs: median and
// standard deviation; pairs of less English than kFullLength spread wider.
constexpr double kRatio = -0.059;
constexpr double kSpread = 0.176;
constexpr double kFullLength = 80;
constexpr double kShortestLength = 20;

// How a stretch is chosen: lengths against words, and what it costs not to start or end at a mark.
constexpr double kFitWeight = 2;
constexpr double kWithinClause = 2;
constexpr std::size_t kFewestWords = 3;
constexpr std::size_t kMostWords = 80;  // so that the time grows with the text, not its square

// The words of one side, and what they tell of it.
class Side {
 public:
  Side(SideWords& side, std::span<const CheckedSegment> segments, Language language)
      : words(side.words), length(side.length), segments_(segments), language_(language) {}

  // Log likelihood of the lengths, were `without` characters of this side not there. Student's t,
  // since translations run to extremes more often than a normal has it.
  double length_fit(double without, const Side& other) const {
    constexpr double kFreedom = 4;
    const double ratio = std::log(std::max(1.0, length - without) / std::max(1.0, other.length));
    const bool arabic = language_ == Language::kArabic;
    const double english_length = std::max(kShortestLength, arabic ? other.length : length);
    const double spread = kSpread * std::max(1.0, std::sqrt(kFullLength / english_length));
    const double deviation = (ratio - (arabic ? kRatio : -kRatio)) / spread;
    return -(kFreedom + 1) / 2 * std::log1p(deviation * deviation / kFreedom);
  }

  // Whether a clause may start with word `i` (one past the last: end before it).
  bool at_mark(std::size_t i) const {
    if (i == 0 || i == words.size() || words[i].segment != words[i - 1].segment) return true;
    const auto end_of_last = words[i - 1].token->range.end;
    const std::string_view between = segments_[words[i].segment].text.substr(
        end_of_last, words[i].token->range.begin - end_of_last);
    constexpr std::string_view kMarks[] = {",", ";", ":", "(", ")", "\"", "،",   "؛",
                                           "–", "—", "“", "”", "«", "»",  " - ", ". "};
    return std::any_of(std::begin(kMarks), std::end(kMarks), [&](std::string_view mark) {
      return between.find(mark) != std::string_view::npos;
    });
  }

  // Characters from the first of word `begin` to the first of word `end`.
  double characters(std::size_t begin, std::size_t end) const {
    return (end == words.size() ? length : words[end].begin) - words[begin].begin;
  }

  double missing_share() const {
    double missing = 0;
    double all = 0;
    for (const SideWord& word : words) {
      if (!word.is_content()) continue;
      all += word.characters;
      if (!word.linked) missing += word.characters;
    }
    return all == 0 ? 0 : missing / all;
  }

  // Share of the characters that stand in words too long to be one: texts that lost their spaces.
  // What such words render cannot be seen.
  double glued_share() const {
    constexpr double kLongestWord = 14;  // والاستراتيجيات
    double glued = 0;
    double all = 0;
    for (const SideWord& word : words) {
      all += word.characters;
      if (word.characters > kLongestWord) glued += word.characters;
    }
    return language_ == Language::kArabic && all > 0 ? glued / all : 0;
  }

  std::vector<SideWord>& words;
  double length;

 private:
  std::span<const CheckedSegment> segments_;
  Language language_;
};

// Calls `visit(begin, end, evidence)` for the stretches of words within a segment that speak for a
// gap, but for the whole side.
template <typename Visit>
void for_each_stretch(const Side& side, const Visit& visit) {
  const auto& words = side.words;
  for (std::size_t begin = 0; begin < words.size(); ++begin) {
    double evidence = 0;
    const std::size_t last = std::min(words.size(), begin + kMostWords);
    for (std::size_t i = begin; i < last && words[i].segment == words[begin].segment; ++i) {
      if (words[i].is_content()) evidence += words[i].linked ? kLinked : words[i].weight;
      const std::size_t end = i + 1;
      if (evidence <= 0 || end - begin < kFewestWords) continue;
      if (begin > 0 || end < words.size()) visit(begin, end, evidence);
    }
  }
}

// Whether a gap could have log odds of `least`, were no more words linked than are.
bool may_have_gap(const Side& side, const Side& other, double least) {
  const double whole = side.length_fit(0, other);
  bool may = false;
  for_each_stretch(side, [&](std::size_t begin, std::size_t end, double evidence) {
    if (may) return;
    ClauseGap gap{.segment = 0,
                  .range = {},
                  .evidence = evidence,
                  .fit = -whole,
                  .at_mark = begin > 0,
                  .at_end = end == side.words.size(),
                  .other_missing = 0};
    if (gap_log_odds(gap) < least) return;
    gap.fit += side.length_fit(side.characters(begin, end), other);
    if (gap_log_odds(gap) < least) return;
    gap.at_mark = begin > 0 && side.at_mark(begin);
    may = gap_log_odds(gap) >= least;
  });
  return may;
}

ClauseGap find_gap(const Side& side, const Side& other) {
  const double whole = side.length_fit(0, other);
  ClauseGap best;
  double best_score = -std::numeric_limits<double>::infinity();
  for_each_stretch(side, [&](std::size_t begin, std::size_t end, double evidence) {
    const double highest = evidence - kFitWeight * whole;
    if (highest <= best_score) return;
    const double fit = side.length_fit(side.characters(begin, end), other) - whole;
    const double score = evidence + kFitWeight * fit - (side.at_mark(begin) ? 0 : kWithinClause) -
                         (side.at_mark(end) ? 0 : kWithinClause);
    if (score <= best_score) return;
    best_score = score;
    const SideWord& first = side.words[begin];
    best = {.segment = first.segment,
            .range = {first.token->range.begin, side.words[end - 1].token->range.end},
            .evidence = evidence,
            .fit = fit,
            .at_mark = begin > 0 && side.at_mark(begin),
            .at_end = end == side.words.size(),
            .other_missing = 0};
  });
  best.evidence *= 1 - other.glued_share();
  best.other_missing = other.missing_share();
  return best;
}

}  // namespace

std::array<ClauseGap, 2> find_clause_gaps(std::span<const CheckedSegment> arabic,
                                          std::span<const CheckedSegment> english,
                                          WordRenderings& renderings, double least) {
  SideWords arabic_words = words_of(arabic, Language::kArabic);
  SideWords english_words = words_of(english, Language::kEnglish);
  const Side arabic_side(arabic_words, arabic, Language::kArabic);
  const Side english_side(english_words, english, Language::kEnglish);
  const auto may_have = [&] {
    return may_have_gap(arabic_side, english_side, least) ||
           may_have_gap(english_side, arabic_side, least);
  };
  // To link words takes time, names most of all, and most pairs cannot have a gap.
  if (!may_have()) return {};
  link_known_words(arabic_words, english_words, renderings);
  if (!may_have()) return {};
  link_names(arabic_words, english_words);
  return {find_gap(arabic_side, english_side), find_gap(english_side, arabic_side)};
}

std::array<double, kGapFeatures> gap_features(const ClauseGap& gap) {
  // Beyond this more words make a clause no surer.
  constexpr double kEnough = 10;
  return {1,
          std::min(gap.evidence / kEnough, 1.0),
          gap.fit,
          gap.at_mark ? 1.0 : 0.0,
          gap.at_end ? 1.0 : 0.0,
          gap.other_missing};
}

double gap_log_odds(const ClauseGap& gap) {
  constexpr std::array<double, kGapFeatures> kWeights = {-5.752, 4.516, 1.647,
                                                         1.329,  2.377, -0.952};
  // may_have_gap() rests on these signs.
  static_assert(kWeights[1] > 0 && kWeights[2] > 0 && kWeights[3] > 0 && kWeights[4] > 0 &&
                kWeights[5] < 0);
  const std::array<double, kGapFeatures> features = gap_features(gap);
  double sum = 0;
  for (std::size_t i = 0; i < kGapFeatures; ++i) sum += kWeights[i] * features[i];
  return sum;
}

}  // namespace mizan
