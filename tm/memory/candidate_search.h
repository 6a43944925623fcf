// Which units may be similar enough to a text, by the index alone.
//
// A unit of m tokens and a query of n that score at least f share so many keys, counted with
// repetition: T(m) = max(n, m) - (1 - f) * max(n, m) = f * max(n, m), for each token that shares
// none costs a whole edit. So the postings of the query's keys are counted, rarest first (the
// prefix filter of Chaudhuri, Ganti and Kaushik 2006), until a unit not met yet could not reach
// T any more; then the units met are only looked for in further lists, for as long as that is
// cheaper than looking at them (the divide of Li, Lu and Lu 2008). What remains is looked at in the
// order of its bound, and the floor rises with every good match.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "tm/base/language.h"
#include "tm/memory/document_counts.h"
#include "tm/memory/similarity.h"
#include "tm/memory/unit_index.h"

namespace mizan {

// Longer queries are not for the index.
constexpr std::size_t kMostQueryTokens = 60'000;

class CandidateSearch {
 public:
  // What a unit must score to be of interest; may rise between calls of `examine`, never falls,
  // above 0.
  using Floor = std::function<double()>;
  // Called once with each unit whose tokens let it reach the floor.
  using Examine = std::function<void(std::int64_t unit)>;

  // `query` has at least one token and at most kMostQueryTokens.
  CandidateSearch(IndexReader& index, std::span<const ComparedToken> query, Language side,
                  Floor floor, Examine examine);

  void run();

 private:
  // A key of the query with its postings.
  struct Key {
    std::uint32_t number = 0;
    std::uint16_t count = 0;  // tokens of the query that have it
    std::int64_t bytes = 0;   // of its postings in all runs
  };
  // A document of the runs, numbered through all of them.
  struct Candidate {
    std::uint32_t document = 0;
    std::int32_t missing = 0;  // keys that it must yet share to reach the floor
  };

  void number_tokens(std::span<const ComparedToken> query);
  void look_at_fresh_units();
  std::pair<std::uint32_t, std::uint32_t> range_in(const IndexRun& run) const;
  double bytes_to_decode(const Key& key) const;
  void count(const Key& key);
  std::vector<Candidate> candidates() const;
  void sharpen(const Key& key, std::vector<Candidate>& candidates);
  void look_at_best();
  void look_at_all(const std::vector<Candidate>& candidates);
  void look_at(std::uint32_t document);
  void verify(std::int64_t unit, std::span<const IndexedToken> tokens);
  std::size_t shared_keys(std::span<const IndexedToken> tokens);
  const IndexRun& run_of(std::uint32_t& document) const;

  IndexReader& index_;
  const Language side_;
  const Floor floor_;
  const Examine examine_;
  const std::vector<IndexRun>& runs_;
  std::vector<std::uint32_t> run_begins_;
  DocumentCounts& counts_;  // keys found so far, before `sharpen`
  std::vector<IndexedToken> tokens_;
  std::vector<Key> keys_;      // rarest first
  std::size_t uncounted_ = 0;  // tokens of the query whose lists were not read
  std::unordered_set<std::int64_t> examined_;
  std::vector<IndexedToken> sequence_;
  struct Occurrences {
    std::uint32_t in_query = 0;
    std::uint32_t in_unit = 0;
  };
  std::unordered_map<std::uint32_t, Occurrences> occurrences_;
};

}  // namespace mizan
