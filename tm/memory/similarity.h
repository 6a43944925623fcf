// How similar two segments are: a number in [0,1] with one definition for the whole memory.
//
//   score = max(0, 1 - D / max(n, m) - P)
//
// n, m: tokens (words, numbers and symbols; in a text that has none, its punctuation), folded to
// kTehMarbuta. D: the edit distance over them; insertion and deletion cost 1, a substitution 0
// when the folded tokens are equal, kCliticCost when only their clitics or the value of a number
// differ (equal keys, see clitic_key.h), else 1. P: the declared penalties below, each at most
// once, those on words never above kCliticCost / max(n, m). D is a metric, so the score is
// symmetric; it is 1 only for equal sequences of tokens, and another differing token never raises
// it. Marks, tatweel, bidi controls and digit shapes cost nothing; two texts without any token
// score 0.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tm/base/byte_range.h"
#include "tm/model/match.h"
#include "tm/text/tokens.h"

namespace mizan {

constexpr double kCliticCost = 0.25;

// The punctuation of the texts, in order, differs.
constexpr double kPunctuationPenalty = 0.01;
// Words that are equal but for upper and lower case.
constexpr double kCasePenalty = 0.005;
// Words that are equal but for hamza seats, ى/ي or ة/ه: على and علي are not one word.
constexpr double kSpellingPenalty = 0.005;

// Every number has one key: a changed number is a placeable, not another word.
constexpr std::string_view kNumberKey = "0";

struct ComparedToken {
  std::string folded;
  std::string key;  // a part of `folded`, or kNumberKey
  ByteRange range;  // in the original text
};

// A text prepared for comparison; owns all it holds.
struct ComparedText {
  std::vector<ComparedToken> tokens;
  std::string punctuation;  // folded, one character after the other
  // (folded token, its letters on the rung kMarks) of Arabic words, and (folded token, its letters
  // with their case) of Latin ones, sorted.
  std::vector<std::pair<std::string, std::string>> spellings;
  std::vector<std::pair<std::string, std::string>> cases;
};

ComparedText prepare_comparison(std::string_view text);

// Only the tokens' folded forms and keys, without ranges and penalties: what an index needs.
struct TokenKey {
  std::string folded;
  std::string key;
  TokenKind kind = TokenKind::kWord;
};
std::vector<TokenKey> token_keys(std::string_view text);

// The distance D in steps of kCliticCost. Token equality comes as a function so that the index can
// compare numbers where the texts compare strings: `cost(i, j)` is 0, 1 or kWholeCost. Gives up
// with a value above `limit` as soon as D is certain to exceed it.
constexpr int kWholeCost = 4;
static_assert(kCliticCost * kWholeCost == 1);

template <typename Cost>
int token_distance(std::size_t n, std::size_t m, int limit, const Cost& cost);

// 1 - D / max(n, m), before penalties; `distance` is D in steps of kCliticCost.
double base_score(int distance, std::size_t n, std::size_t m);

double penalties(const ComparedText& a, const ComparedText& b);

double similarity(const ComparedText& a, const ComparedText& b);
double similarity(std::string_view a, std::string_view b);

// The edit script that turns `unit` into `query`, neighbouring steps of one kind joined. Of texts
// whose differing middles are longer than some thousand tokens each, the middle is one change.
std::vector<EditStep> edit_script(const ComparedText& query, const ComparedText& unit);

template <typename Cost>
int token_distance(std::size_t n, std::size_t m, int limit, const Cost& cost) {
  // Equal ends belong to an optimal alignment (the costs are a metric), so only the middle counts.
  std::size_t begin = 0;
  while (begin < n && begin < m && cost(begin, begin) == 0) ++begin;
  while (n > begin && m > begin && cost(n - 1, m - 1) == 0) --n, --m;
  const std::size_t rows = n - begin;
  const std::size_t columns = m - begin;
  const int over = limit + 1;
  const std::size_t gap = rows > columns ? rows - columns : columns - rows;
  if (limit < 0 || gap * kWholeCost > static_cast<std::size_t>(limit)) return over;
  if (rows == 0 || columns == 0) return static_cast<int>(gap) * kWholeCost;
  // Ukkonen's band: a cell further from the diagonal than `limit` allows costs too much already.
  const std::size_t band = static_cast<std::size_t>(limit) / kWholeCost;
  std::vector<int> row(columns + 1);
  for (std::size_t j = 0; j <= columns; ++j) {
    row[j] = j <= band ? static_cast<int>(j) * kWholeCost : over;
  }
  for (std::size_t i = 1; i <= rows; ++i) {
    const std::size_t first = i > band ? i - band : 0;
    const std::size_t last = i + band < columns ? i + band : columns;
    int best = over;
    int diagonal = first > 0 ? row[first - 1] : over;
    if (first == 0) {
      diagonal = row[0];
      row[0] = static_cast<int>(i) * kWholeCost;
      best = row[0];
    } else {
      row[first - 1] = over;
    }
    for (std::size_t j = first == 0 ? 1 : first; j <= last; ++j) {
      const int above = row[j];
      int value = diagonal + cost(begin + i - 1, begin + j - 1);
      if (above + kWholeCost < value) value = above + kWholeCost;
      if (row[j - 1] + kWholeCost < value) value = row[j - 1] + kWholeCost;
      if (value > over) value = over;
      row[j] = value;
      if (value < best) best = value;
      diagonal = above;
    }
    if (best >= over) return over;
  }
  return row[columns];
}

}  // namespace mizan
