#include "tm/memory/similarity.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <span>

#include "tm/base/utf8.h"
#include "tm/memory/clitic_key.h"
#include "tm/text/normalize.h"
#include "tm/text/script.h"
#include "tm/text/tokens.h"

namespace mizan {
namespace {

// Above this many cells the differing middle of a script is shown as one change (64 MB of steps
// would be asked for otherwise).
constexpr std::size_t kScriptCells = std::size_t{1} << 24;

using Forms = std::vector<std::pair<std::string, std::string>>;

std::string_view key_of(std::string_view folded, TokenKind kind) {
  if (kind == TokenKind::kNumber) return kNumberKey;
  return kind == TokenKind::kWord ? clitic_key(folded) : folded;
}

// Whether a token of a text is compared. In a text that has nothing else, punctuation is.
struct Compared {
  explicit Compared(const std::vector<Token>& tokens)
      : all(std::ranges::all_of(tokens, &Compared::is_punctuation)) {}
  bool operator()(const Token& token) const { return all || !is_punctuation(token); }

  static bool is_punctuation(const Token& token) { return token.kind == TokenKind::kPunctuation; }
  bool all;
};

// The Latin letters of a word as they are written, upper or lower case; its digits and marks are
// compared elsewhere.
std::string latin_letters(std::string_view word) {
  std::string letters;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = code_point_at(word, at);
    if (is_latin_letter(c.value)) letters += word.substr(at, c.size);
    at += c.size;
  }
  return letters;
}

bool is_arabic(std::string_view word) {
  return !word.empty() && is_arabic_letter(code_point_at(word, 0).value);
}

// Whether some form of a token that both texts have is missing from the text that has the token
// more often (or as often).
bool forms_differ(const Forms& a, const Forms& b) {
  auto i = a.begin();
  auto j = b.begin();
  while (i != a.end() && j != b.end()) {
    if (i->first < j->first) {
      ++i;
    } else if (j->first < i->first) {
      ++j;
    } else {
      const auto same = [key = i->first](const auto& form) { return form.first == key; };
      const auto i_end = std::find_if_not(i, a.end(), same);
      const auto j_end = std::find_if_not(j, b.end(), same);
      const bool included = i_end - i <= j_end - j ? std::includes(j, j_end, i, i_end)
                                                   : std::includes(i, i_end, j, j_end);
      if (!included) return true;
      i = i_end;
      j = j_end;
    }
  }
  return false;
}

int substitution_cost(const ComparedToken& a, const ComparedToken& b) {
  if (a.folded == b.folded) return 0;
  return a.key == b.key ? 1 : kWholeCost;
}

// Appends a step, or lengthens the last one when it is of the same kind.
void append_step(std::vector<EditStep>& script, EditKind kind, ByteRange query, ByteRange unit) {
  if (!script.empty() && script.back().kind == kind) {
    EditStep& last = script.back();
    if (!query.empty()) last.query.end = query.end;
    if (!unit.empty()) last.unit.end = unit.end;
    return;
  }
  script.push_back({kind, query, unit});
}

// Where an empty range of the side without a token lies: right after its previous token.
ByteRange place_after(const std::vector<ComparedToken>& tokens, std::size_t index) {
  const std::size_t at = index == 0 ? 0 : tokens[index - 1].range.end;
  return {at, at};
}

enum class Step : std::uint8_t { kBoth, kQueryOnly, kUnitOnly };

// The steps of an optimal alignment of two runs of tokens, in order. Ties prefer equal tokens, then
// a substitution, so that words stand opposite words.
std::vector<Step> align_middle(std::span<const ComparedToken> query,
                               std::span<const ComparedToken> unit) {
  // Among scripts of equal cost the one with most equal tokens is shown: each counts as a gain too
  // small to change the cost.
  constexpr std::int64_t kUnitCost = std::int64_t{1} << 32;
  constexpr std::int64_t kGap = kWholeCost * kUnitCost;
  const std::size_t width = unit.size() + 1;
  std::vector<Step> taken((query.size() + 1) * width, Step::kUnitOnly);
  std::vector<std::int64_t> row(width);
  for (std::size_t j = 0; j < width; ++j) row[j] = static_cast<std::int64_t>(j) * kGap;
  for (std::size_t i = 1; i <= query.size(); ++i) {
    std::int64_t diagonal = row[0];
    row[0] = static_cast<std::int64_t>(i) * kGap;
    taken[i * width] = Step::kQueryOnly;
    for (std::size_t j = 1; j < width; ++j) {
      const std::int64_t above = row[j];
      const int cost = substitution_cost(query[i - 1], unit[j - 1]);
      std::int64_t best = diagonal + cost * kUnitCost - (cost == 0 ? 1 : 0);
      Step step = Step::kBoth;
      if (above + kGap < best) best = above + kGap, step = Step::kQueryOnly;
      if (row[j - 1] + kGap < best) best = row[j - 1] + kGap, step = Step::kUnitOnly;
      row[j] = best;
      taken[i * width + j] = step;
      diagonal = above;
    }
  }
  std::vector<Step> steps;
  for (std::size_t i = query.size(), j = unit.size(); i > 0 || j > 0;) {
    const Step step = taken[i * width + j];
    steps.push_back(step);
    if (step != Step::kUnitOnly) --i;
    if (step != Step::kQueryOnly) --j;
  }
  std::reverse(steps.begin(), steps.end());
  return steps;
}

}  // namespace

ComparedText prepare_comparison(std::string_view text) {
  const FoldedText folded = fold_with_map(text, FoldProfile::kTehMarbuta);
  ComparedText prepared;
  const std::vector<Token> tokens = tokenize(folded.text);
  const Compared compared(tokens);
  prepared.tokens.reserve(tokens.size());
  for (const Token& token : tokens) {
    const std::string_view form = token.range.of(folded.text);
    if (token.kind == TokenKind::kPunctuation) prepared.punctuation += form;
    if (!compared(token)) continue;
    const ByteRange original = folded.original(token.range);
    prepared.tokens.push_back({std::string(form), std::string(key_of(form, token.kind)), original});
    if (token.kind != TokenKind::kWord) continue;
    const std::string_view written = original.of(text);
    if (is_arabic(form)) {
      prepared.spellings.emplace_back(form, fold(written, FoldProfile::kMarks));
    } else if (std::string letters = latin_letters(fold(written, FoldProfile::kExact));
               !letters.empty()) {
      prepared.cases.emplace_back(form, std::move(letters));
    }
  }
  std::sort(prepared.spellings.begin(), prepared.spellings.end());
  std::sort(prepared.cases.begin(), prepared.cases.end());
  return prepared;
}

std::vector<TokenKey> token_keys(std::string_view text) {
  const std::string folded = fold(text, FoldProfile::kTehMarbuta);
  std::vector<TokenKey> keys;
  const std::vector<Token> tokens = tokenize(folded);
  const Compared compared(tokens);
  for (const Token& token : tokens) {
    if (!compared(token)) continue;
    const std::string_view form = token.range.of(folded);
    keys.push_back({std::string(form), std::string(key_of(form, token.kind)), token.kind});
  }
  return keys;
}

double base_score(int distance, std::size_t n, std::size_t m) {
  const std::size_t longer = std::max(n, m);
  if (longer == 0) return 0;
  return 1.0 - static_cast<double>(distance) / static_cast<double>(longer * kWholeCost);
}

double penalties(const ComparedText& a, const ComparedText& b) {
  const std::size_t longer = std::max({a.tokens.size(), b.tokens.size(), std::size_t{1}});
  // In a long text a whole changed clitic weighs less than a penalty; without the cap, changing
  // the one word that is written differently would raise the score.
  const double cap = kCliticCost / static_cast<double>(longer);
  double sum = 0;
  if (a.punctuation != b.punctuation) sum += kPunctuationPenalty;
  if (forms_differ(a.cases, b.cases)) sum += std::min(kCasePenalty, cap);
  if (forms_differ(a.spellings, b.spellings)) sum += std::min(kSpellingPenalty, cap);
  return sum;
}

double similarity(const ComparedText& a, const ComparedText& b) {
  const int distance = token_distance(
      a.tokens.size(), b.tokens.size(), std::numeric_limits<int>::max() / 2,
      [&](std::size_t i, std::size_t j) { return substitution_cost(a.tokens[i], b.tokens[j]); });
  const double score = base_score(distance, a.tokens.size(), b.tokens.size()) - penalties(a, b);
  return std::max(0.0, score);
}

double similarity(std::string_view a, std::string_view b) {
  return similarity(prepare_comparison(a), prepare_comparison(b));
}

std::vector<EditStep> edit_script(const ComparedText& query, const ComparedText& unit) {
  const auto& q = query.tokens;
  const auto& u = unit.tokens;
  std::vector<EditStep> script;
  std::size_t head = 0;
  while (head < q.size() && head < u.size() && q[head].folded == u[head].folded) ++head;
  std::size_t tail = 0;
  while (head + tail < q.size() && head + tail < u.size() &&
         q[q.size() - 1 - tail].folded == u[u.size() - 1 - tail].folded) {
    ++tail;
  }
  for (std::size_t i = 0; i < head; ++i) {
    append_step(script, EditKind::kEqual, q[i].range, u[i].range);
  }
  const std::size_t q_middle = q.size() - head - tail;
  const std::size_t u_middle = u.size() - head - tail;
  if (q_middle > 0 && u_middle > 0 && q_middle > kScriptCells / u_middle) {
    append_step(script, EditKind::kChanged, {q[head].range.begin, q[head + q_middle - 1].range.end},
                {u[head].range.begin, u[head + u_middle - 1].range.end});
  } else {
    std::size_t i = head;
    std::size_t j = head;
    for (const Step step :
         align_middle(std::span(q).subspan(head, q_middle), std::span(u).subspan(head, u_middle))) {
      switch (step) {
        case Step::kBoth:
          append_step(script, q[i].folded == u[j].folded ? EditKind::kEqual : EditKind::kChanged,
                      q[i].range, u[j].range);
          ++i;
          ++j;
          break;
        case Step::kQueryOnly:
          append_step(script, EditKind::kInserted, q[i].range, place_after(u, j));
          ++i;
          break;
        case Step::kUnitOnly:
          append_step(script, EditKind::kDeleted, place_after(q, i), u[j].range);
          ++j;
          break;
      }
    }
  }
  for (std::size_t k = tail; k > 0; --k) {
    append_step(script, EditKind::kEqual, q[q.size() - k].range, u[u.size() - k].range);
  }
  return script;
}

}  // namespace mizan
