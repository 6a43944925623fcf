#include "tm/memory/lookup.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "tm/memory/similarity.h"
#include "tm/memory/unit_index.h"
#include "tm/memory/unit_record.h"
#include "tm/text/script.h"

namespace mizan {
namespace {

// Scores are quotients of small integers less declared penalties; this absorbs their rounding.
constexpr double kEpsilon = 1e-9;

// Ids for words of the query that the memory does not know: above every stored id (they count from
// 1) and different for different words.
constexpr std::uint32_t kUnknownTokens = 0x8000'0000U;

// The largest distance, in steps of kCliticCost, at which two texts whose longer one has `longer`
// tokens can still score `floor`.
int distance_limit(double floor, std::size_t longer) {
  return static_cast<int>(
      std::floor((1.0 - floor) * static_cast<double>(longer) * kWholeCost + kEpsilon));
}

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

// A query token position with its postings, rarest first.
struct QueryKey {
  std::uint32_t key = 0;
  std::size_t count = 0;           // positions of the query that hold it
  std::int64_t posting_bytes = 0;  // over all runs
};

class IndexedLookup {
 public:
  IndexedLookup(const Database& database, IndexReader& index, const ComparedText& query,
                Language side, BestMatches& best)
      : index_(index),
        query_(query),
        side_(side),
        best_(best),
        unit_(database.prepare(select_units("WHERE unit.id = ?"))) {
    std::unordered_map<std::string, std::uint32_t> unknown;
    const auto id_of = [&](const std::string& text) {
      if (const auto known = index_.find_token(text)) return *known;
      const auto next = static_cast<std::uint32_t>(kUnknownTokens + unknown.size());
      return unknown.emplace(text, next).first->second;
    };
    for (const ComparedToken& token : query.tokens) {
      tokens_.push_back({.key = id_of(token.key), .surface = id_of(token.folded)});
      ++key_counts_[tokens_.back().key];
    }
  }

  void run() {
    for (const std::int64_t unit : index_.fresh_units()) verify(unit);
    const std::vector<std::int64_t> runs = index_.runs();
    const std::size_t n = tokens_.size();
    // The prefix filter: at a distance below i + 1 whole tokens, one of any i + 1 positions of the
    // query keeps its key. So after the i rarest positions only units remain that allow a distance
    // of i or more. The floor rises with every good match, and so the prefix shortens.
    std::size_t consulted = 0;
    for (const QueryKey& key : rarest_first(runs)) {
      const double floor = best_.floor();
      const std::size_t longest =
          static_cast<std::size_t>(static_cast<double>(n) / floor + kEpsilon);
      if (static_cast<std::size_t>(distance_limit(floor, longest) / kWholeCost) < consulted) break;
      const auto shortest =
          static_cast<std::size_t>(std::ceil(floor * static_cast<double>(n) - kEpsilon));
      for (const std::int64_t run : runs) {
        index_.visit_postings(run, key.key, side_, shortest, longest,
                              [this](std::int64_t unit) { verify(unit); });
      }
      consulted += key.count;
    }
  }

 private:
  std::vector<QueryKey> rarest_first(const std::vector<std::int64_t>& runs) {
    std::vector<QueryKey> keys;
    for (const auto& [key, count] : key_counts_) {
      QueryKey entry{.key = key, .count = count};
      if (key < kUnknownTokens) {
        for (const std::int64_t run : runs) {
          entry.posting_bytes += index_.posting_size(run, key, side_);
        }
      }
      keys.push_back(entry);
    }
    std::sort(keys.begin(), keys.end(), [](const QueryKey& a, const QueryKey& b) {
      return a.posting_bytes != b.posting_bytes ? a.posting_bytes < b.posting_bytes : a.key < b.key;
    });
    return keys;
  }

  // Keys that both have, counted with repetition: an upper bound of the tokens that can stay.
  std::size_t overlap() {
    std::size_t shared = 0;
    seen_.clear();
    for (const IndexedToken& token : unit_tokens_) {
      const auto found = key_counts_.find(token.key);
      if (found == key_counts_.end()) continue;
      if (++seen_[token.key] <= found->second) ++shared;
    }
    return shared;
  }

  void verify(std::int64_t unit) {
    if (!verified_.insert(unit).second) return;
    if (!index_.read_sequence(unit, side_, unit_tokens_)) return;
    const std::size_t n = tokens_.size();
    const std::size_t m = unit_tokens_.size();
    const std::size_t longer = std::max(n, m);
    const int limit = distance_limit(best_.floor(), longer);
    if ((longer - overlap()) * kWholeCost > static_cast<std::size_t>(limit)) return;
    const int distance = token_distance(n, m, limit, [this](std::size_t i, std::size_t j) {
      if (tokens_[i].surface == unit_tokens_[j].surface) return 0;
      return tokens_[i].key == unit_tokens_[j].key ? 1 : kWholeCost;
    });
    if (distance > limit) return;
    unit_.bind(1, unit);
    if (unit_.step()) {
      TranslationUnit found = read_unit(unit_);
      const double score = similarity(query_, prepare_comparison(found.text(side_)));
      best_.offer(std::move(found), score);
    }
    unit_.reset();
  }

  IndexReader& index_;
  const ComparedText& query_;
  const Language side_;
  BestMatches& best_;
  Statement unit_;
  std::vector<IndexedToken> tokens_;
  std::unordered_map<std::uint32_t, std::size_t> key_counts_;
  std::unordered_set<std::int64_t> verified_;
  std::vector<IndexedToken> unit_tokens_;
  std::unordered_map<std::uint32_t, std::size_t> seen_;
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
  if (options.plan == LookupPlan::kIndexed && index != nullptr && options.min_score > kEpsilon) {
    IndexedLookup(memory.database(), *index, query, side, best).run();
  } else {
    memory.for_each({}, [&](const TranslationUnit& unit) {
      best.offer(unit, similarity(query, prepare_comparison(unit.text(side))));
    });
  }
  std::vector<Match> matches = best.take();
  for (Match& match : matches) {
    memory.read_origins(match.unit);
    match.script = edit_script(query, prepare_comparison(match.unit.text(side)));
  }
  return matches;
}

}  // namespace mizan
