#include "tm/memory/lookup.h"

#include <algorithm>
#include <iterator>

#include "tm/memory/candidate_search.h"
#include "tm/memory/similarity.h"
#include "tm/memory/unit_index.h"
#include "tm/text/script.h"

namespace mizan {
namespace {

// Scores are quotients of small integers less declared penalties; this absorbs their rounding.
constexpr double kEpsilon = 1e-9;

// The best matches so far: at most `limit`, and their ties where these are kept.
class BestMatches {
 public:
  BestMatches(const LookupOptions& options) : options_(options) {}

  // What a unit must reach to be among them; never falls.
  double floor() const {
    return full() ? std::max(options_.min_score, matches_.back().score) : options_.min_score;
  }

  void offer(TranslationUnit unit, double score) {
    if (score + kEpsilon < options_.min_score) return;
    Match match{std::move(unit), score, {}};
    const auto at = std::upper_bound(matches_.begin(), matches_.end(), match, better);
    if (full() && at == matches_.end()) {
      if (score == matches_.back().score) keep_tie(std::move(match));
      return;
    }
    matches_.insert(at, std::move(match));
    if (matches_.size() <= options_.limit) return;
    Match last = std::move(matches_.back());
    matches_.pop_back();
    if (last.score == matches_.back().score) {
      keep_tie(std::move(last));
    } else {
      ties_.clear();
    }
  }

  std::vector<Match> take() {
    std::sort(ties_.begin(), ties_.end(), better);
    std::move(ties_.begin(), ties_.end(), std::back_inserter(matches_));
    return std::move(matches_);
  }

 private:
  bool full() const { return matches_.size() >= options_.limit; }

  void keep_tie(Match match) {
    if (options_.ties == Ties::kKeep) ties_.push_back(std::move(match));
  }

  static const std::string& date(const Match& match) {
    const Origin& origin = match.unit.origin;
    return origin.changed.empty() ? origin.created : origin.changed;
  }
  static bool better(const Match& a, const Match& b) {
    if (a.score != b.score) return a.score > b.score;
    if (date(a) != date(b)) return date(a) > date(b);
    return a.unit.id > b.unit.id;
  }

  const LookupOptions& options_;
  std::vector<Match> matches_;
  std::vector<Match> ties_;  // of the last of `matches_`, in no order
};

}  // namespace

std::vector<Match> lookup(const TranslationMemory& memory, std::string_view text,
                          const LookupOptions& options) {
  const ComparedText query = prepare_comparison(text);
  if (query.tokens.empty() || options.limit == 0) return {};
  const Language side =
      options.side ? *options.side : detect_language(text).value_or(Language::kArabic);
  const ReadSnapshot snapshot(memory.database());
  BestMatches best(options);
  IndexReader* index = memory.index();
  // At a floor of 0 every unit matches, shared words or none.
  if (options.plan == LookupPlan::kIndexed && index != nullptr && options.min_score > kEpsilon &&
      query.tokens.size() <= kMostQueryTokens) {
    const auto examine = [&](std::int64_t id) {
      std::optional<TranslationUnit> unit = memory.find(id);
      if (!unit) return;
      const double score = similarity(query, prepare_comparison(unit->text(side)));
      best.offer(std::move(*unit), score);
    };
    CandidateSearch(
        *index, query.tokens, side, [&best] { return best.floor(); }, examine)
        .run();
  } else {
    memory.for_each({}, [&](const TranslationUnit& unit) {
      best.offer(unit, similarity(query, prepare_comparison(unit.text(side))));
    });
  }
  std::vector<Match> matches = best.take();
  for (Match& match : matches) {
    match.script = edit_script(query, prepare_comparison(match.unit.text(side)));
  }
  return matches;
}

}  // namespace mizan
