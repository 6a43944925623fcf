#include "tm/memory/lookup.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "tm/memory/candidate_search.h"
#include "tm/memory/similarity.h"
#include "tm/memory/unit_index.h"
#include "tm/text/script.h"

namespace mizan {
namespace {

// Scores are quotients of small integers less declared penalties; this absorbs their rounding.
constexpr double kEpsilon = 1e-9;

// A unit that may be among the matches.
struct Scored {
  double score = 0;
  std::int64_t date = 0;
  std::int64_t unit = 0;
  ComparedText text;
};

bool better(const Scored& a, const Scored& b) {
  return std::tie(a.score, a.date, a.unit) > std::tie(b.score, b.date, b.unit);
}

// The best matches so far: at most `limit`, and their ties where these are kept.
class BestMatches {
 public:
  explicit BestMatches(const LookupOptions& options) : options_(options) {}

  // What a unit must reach to be among them; never falls.
  double floor() const {
    return full() ? std::max(options_.min_score, matches_.back().score) : options_.min_score;
  }

  void offer(Scored match) {
    if (match.score + kEpsilon < options_.min_score) return;
    const auto at = std::upper_bound(matches_.begin(), matches_.end(), match, better);
    if (full() && at == matches_.end()) {
      if (match.score == matches_.back().score) keep_tie(std::move(match));
      return;
    }
    matches_.insert(at, std::move(match));
    if (matches_.size() <= options_.limit) return;
    Scored last = std::move(matches_.back());
    matches_.pop_back();
    if (last.score == matches_.back().score) {
      keep_tie(std::move(last));
    } else {
      ties_.clear();
    }
  }

  std::vector<Scored> take() {
    std::sort(ties_.begin(), ties_.end(), better);
    std::move(ties_.begin(), ties_.end(), std::back_inserter(matches_));
    return std::move(matches_);
  }

 private:
  bool full() const { return matches_.size() >= options_.limit; }

  void keep_tie(Scored match) {
    if (options_.ties == Ties::kKeep) ties_.push_back(std::move(match));
  }

  const LookupOptions& options_;
  std::vector<Scored> matches_;
  std::vector<Scored> ties_;  // of the last of `matches_`, in no order
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
  const auto score = [&](std::int64_t unit, std::string_view unit_text, std::int64_t date) {
    ComparedText compared = prepare_comparison(unit_text);
    const double similar = similarity(query, compared);
    best.offer({.score = similar, .date = date, .unit = unit, .text = std::move(compared)});
  };
  IndexReader* index = memory.index();
  // At a floor of 0 every unit matches, shared words or none.
  if (options.plan == LookupPlan::kIndexed && index != nullptr && options.min_score > kEpsilon &&
      query.tokens.size() <= kMostQueryTokens) {
    CandidateSearch(
        *index, query.tokens, side, [&best] { return best.floor(); },
        [&](std::int64_t unit) { memory.visit_side(unit, side, score); })
        .run();
  } else {
    memory.for_each_side(side, score);
  }
  std::vector<Match> matches;
  for (const Scored& scored : best.take()) {
    // The unit is there: all of this sees one state of the database.
    if (auto unit = memory.find(scored.unit)) {
      matches.push_back({std::move(*unit), scored.score, edit_script(query, scored.text)});
    }
  }
  return matches;
}

}  // namespace mizan
