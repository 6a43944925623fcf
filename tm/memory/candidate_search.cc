#include "tm/memory/candidate_search.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <iterator>
#include <numeric>
#include <string>

#include "tm/memory/document_set.h"

namespace mizan {
namespace {

// Scores are quotients of small integers less declared penalties; this absorbs their rounding.
constexpr double kEpsilon = 1e-9;

// Numbers for keys that the memory does not know: above every stored one and different for
// different keys.
constexpr std::uint32_t kUnknownKeys = 0x8000'0000U;

// Looking at a unit takes as long as reading so many bytes of postings (about 2 us and 3 ns).
constexpr std::size_t kLookBytes = 600;
// And finding the list of a key that is decoded as long as so many.
constexpr double kSharpenBytes = 300;

// After the first so many bytes of postings, and whenever they have doubled, the most promising
// units are looked at: a good match ends the search early.
constexpr std::int64_t kFirstLook = 8192;
constexpr std::size_t kLooks = 2;

// The largest distance, in steps of kCliticCost, at which two texts whose longer one has `longer`
// tokens can still score `floor`.
std::size_t distance_limit(double floor, std::size_t longer) {
  return static_cast<std::size_t>(
      std::floor((1.0 - floor) * static_cast<double>(longer) * kWholeCost + kEpsilon));
}

// The keys that two such texts share at least.
std::size_t least_shared(double floor, std::size_t longer) {
  return longer - distance_limit(floor, longer) / kWholeCost;
}

// By counting (radix sort), for the thousands of numbers that a comparison sort would be slow with.
void sort_numbers(std::vector<std::uint32_t>& numbers) {
  constexpr unsigned kBits = 11;
  constexpr std::uint32_t kMask = (1U << kBits) - 1;
  const std::uint32_t most = numbers.empty() ? 0 : *std::ranges::max_element(numbers);
  std::vector<std::uint32_t> sorted(numbers.size());
  for (unsigned shift = 0; shift < 32 && most >> shift != 0; shift += kBits) {
    std::array<std::uint32_t, kMask + 2> places = {};
    for (const std::uint32_t number : numbers) ++places[(number >> shift & kMask) + 1];
    std::partial_sum(places.begin(), places.end(), places.begin());
    for (const std::uint32_t number : numbers) sorted[places[number >> shift & kMask]++] = number;
    numbers.swap(sorted);
  }
}

}  // namespace

CandidateSearch::CandidateSearch(IndexReader& index, std::span<const ComparedToken> query,
                                 Language side, Floor floor, Examine examine)
    : index_(index),
      side_(side),
      floor_(std::move(floor)),
      examine_(std::move(examine)),
      runs_(index.run_table()),
      counts_(index.counts()) {
  assert(!query.empty() && query.size() <= kMostQueryTokens);
  std::uint32_t begin = 0;
  for (const IndexRun& run : runs_) {
    run_begins_.push_back(begin);
    begin += run.documents;
  }
  number_tokens(query);
}

void CandidateSearch::number_tokens(std::span<const ComparedToken> query) {
  std::unordered_map<std::string, std::uint32_t> unknown;
  for (const ComparedToken& token : query) {
    IndexedToken numbered;
    if (const auto known = index_.find_token(token.key)) {
      numbered.key = *known;
    } else {
      const auto next = static_cast<std::uint32_t>(kUnknownKeys + unknown.size());
      numbered.key = unknown.emplace(token.key, next).first->second;
    }
    if (numbered.key == kNumberToken) numbered.form = number_form(token.folded);
    tokens_.push_back(numbered);
    ++occurrences_[numbered.key].in_query;
  }
  for (const auto& [number, occurrences] : occurrences_) {
    Key key{.number = number, .count = static_cast<std::uint16_t>(occurrences.in_query)};
    if (number < kUnknownKeys) {
      for (const IndexRun& run : runs_) key.bytes += index_.posting_size(run.id, number, side_);
    }
    keys_.push_back(key);
  }
  std::sort(keys_.begin(), keys_.end(), [](const Key& a, const Key& b) {
    return a.bytes != b.bytes ? a.bytes < b.bytes : a.number < b.number;
  });
  uncounted_ = tokens_.size();
}

void CandidateSearch::run() {
  look_at_fresh_units();
  auto key = keys_.begin();
  std::int64_t read = 0;
  std::int64_t next_look = kFirstLook;
  for (; key != keys_.end(); ++key) {
    if (uncounted_ < least_shared(floor_(), tokens_.size())) break;
    count(*key);
    read += key->bytes;
    if (read >= next_look) {
      look_at_best();
      next_look = 2 * read;
    }
  }
  look_at_best();
  std::vector<Candidate> candidates = this->candidates();
  for (; key != keys_.end(); ++key) {
    if (static_cast<double>(candidates.size() * kLookBytes) <
        bytes_to_decode(*key) + kSharpenBytes) {
      break;
    }
    sharpen(*key, candidates);
  }
  look_at_all(candidates);
}

void CandidateSearch::look_at_fresh_units() {
  for (const FreshUnit& unit : index_.fresh()) {
    examined_.insert(unit.id);
    verify(unit.id, unit.sequences[side_number(side_)]);
  }
}

// The documents of a run whose length the floor allows: from the first to before the second.
std::pair<std::uint32_t, std::uint32_t> CandidateSearch::range_in(const IndexRun& run) const {
  const double floor = floor_();
  const auto n = static_cast<double>(tokens_.size());
  const auto shortest = static_cast<std::size_t>(std::ceil(floor * n - kEpsilon));
  const auto longest = static_cast<std::size_t>(n / floor + kEpsilon);
  return {run.first_of_length(side_, shortest), run.first_of_length(side_, longest + 1)};
}

double CandidateSearch::bytes_to_decode(const Key& key) const {
  double bytes = 0;
  for (const IndexRun& run : runs_) {
    if (index_.has_decoded(run, key.number, side_)) continue;
    const auto [begin, end] = range_in(run);
    bytes += static_cast<double>(index_.posting_size(run.id, key.number, side_)) *
             static_cast<double>(end - begin) / static_cast<double>(run.documents);
  }
  return bytes;
}

// Counts every document that has the key and a length that the floor allows.
void CandidateSearch::count(const Key& key) {
  for (std::size_t i = 0; key.bytes > 0 && i < runs_.size(); ++i) {
    const auto [begin, end] = range_in(runs_[i]);
    index_.documents(runs_[i], key.number, side_, begin, end)
        .visit(begin, end, [&, first = run_begins_[i]](std::uint32_t document) {
          counts_.add(first + document, key.count);
        });
  }
  uncounted_ -= key.count;
}

// The documents counted that may yet reach the floor; ascending.
std::vector<CandidateSearch::Candidate> CandidateSearch::candidates() const {
  const double floor = floor_();
  const std::size_t least = least_shared(floor, tokens_.size());
  std::vector<std::uint32_t> documents;
  for (const std::uint32_t document : counts_.counted()) {
    if (counts_[document] + uncounted_ >= least) documents.push_back(document);
  }
  sort_numbers(documents);
  std::vector<Candidate> candidates;
  candidates.reserve(documents.size());
  // Neighbours mostly have one length.
  std::uint32_t end = 0;
  std::size_t wanted = 0;
  for (const std::uint32_t document : documents) {
    if (document >= end) {
      std::uint32_t in_run = document;
      const IndexRun& run = run_of(in_run);
      const std::size_t length = run.length_of(side_, in_run);
      end = document - in_run + run.first_of_length(side_, length + 1);
      wanted = least_shared(floor, std::max(tokens_.size(), length));
    }
    if (counts_[document] + uncounted_ < wanted) continue;
    candidates.push_back({document, static_cast<std::int32_t>(wanted) - counts_[document]});
  }
  return candidates;
}

// Looks for the candidates among the documents of a key, and drops those that cannot reach the
// floor.
void CandidateSearch::sharpen(const Key& key, std::vector<Candidate>& candidates) {
  uncounted_ -= key.count;
  auto kept = candidates.begin();
  auto candidate = candidates.begin();
  for (std::size_t i = 0; i < runs_.size(); ++i) {
    const std::uint32_t first = run_begins_[i];
    const auto behind = std::partition_point(
        candidate, candidates.end(), [end = first + runs_[i].documents](const Candidate& other) {
          return other.document < end;
        });
    if (candidate == behind) continue;
    DocumentSearch holders(index_.documents(runs_[i], key.number, side_,
                                            candidate->document - first,
                                            std::prev(behind)->document - first + 1));
    for (; candidate != behind; ++candidate) {
      if (holders.has(candidate->document - first)) candidate->missing -= key.count;
      if (candidate->missing <= static_cast<std::int32_t>(uncounted_)) *kept++ = *candidate;
    }
  }
  candidates.erase(kept, candidates.end());
}

// Looks at the candidates, best first, until none can reach the floor.
void CandidateSearch::look_at_all(const std::vector<Candidate>& candidates) {
  const double floor = floor_();
  std::vector<std::pair<double, std::uint32_t>> bounds;
  for (const Candidate& candidate : candidates) {
    std::uint32_t in_run = candidate.document;
    const std::size_t length = run_of(in_run).length_of(side_, in_run);
    const std::size_t longer = std::max(tokens_.size(), length);
    const std::size_t wanted = least_shared(floor, longer);
    const auto shared = static_cast<std::size_t>(static_cast<std::int64_t>(wanted + uncounted_) -
                                                 candidate.missing);
    const std::size_t most = std::min({shared, tokens_.size(), length});
    bounds.emplace_back(static_cast<double>(most) / static_cast<double>(longer),
                        candidate.document);
  }
  std::sort(bounds.begin(), bounds.end(), std::greater<>());
  for (const auto& [bound, document] : bounds) {
    if (bound + kEpsilon < floor_()) break;
    look_at(document);
  }
}

// The units that share most of the keys counted so far.
void CandidateSearch::look_at_best() {
  std::vector<std::uint32_t> best;
  const auto more = [this](std::uint32_t a, std::uint32_t b) { return counts_[a] > counts_[b]; };
  for (const std::uint32_t document : counts_.counted()) {
    if (best.size() == kLooks && counts_[document] <= counts_[best.back()]) continue;
    best.insert(std::upper_bound(best.begin(), best.end(), document, more), document);
    if (best.size() > kLooks) best.pop_back();
  }
  for (const std::uint32_t document : best) look_at(document);
}

const IndexRun& CandidateSearch::run_of(std::uint32_t& document) const {
  const auto behind = std::upper_bound(run_begins_.begin(), run_begins_.end(), document);
  const auto i = static_cast<std::size_t>(behind - run_begins_.begin()) - 1;
  document -= run_begins_[i];
  return runs_[i];
}

void CandidateSearch::look_at(std::uint32_t document) {
  const IndexRun& run = run_of(document);
  const std::int64_t unit = index_.unit_of(run, side_, document);
  if (!examined_.insert(unit).second) return;
  if (index_.read_sequence(unit, side_, sequence_)) verify(unit, sequence_);
}

// Keys that both have, counted with repetition.
std::size_t CandidateSearch::shared_keys(std::span<const IndexedToken> tokens) {
  std::size_t shared = 0;
  for (const IndexedToken& token : tokens) {
    const auto found = occurrences_.find(token.key);
    if (found != occurrences_.end() && ++found->second.in_unit <= found->second.in_query) ++shared;
  }
  for (const IndexedToken& token : tokens) {
    const auto found = occurrences_.find(token.key);
    if (found != occurrences_.end()) found->second.in_unit = 0;
  }
  return shared;
}

void CandidateSearch::verify(std::int64_t unit, std::span<const IndexedToken> tokens) {
  const std::size_t n = tokens_.size();
  const std::size_t m = tokens.size();
  const std::size_t longer = std::max(n, m);
  const double floor = floor_();
  const std::size_t limit = distance_limit(floor, longer);
  if ((longer - std::min(n, m)) * kWholeCost > limit) return;
  if (shared_keys(tokens) < least_shared(floor, longer)) return;
  const int distance =
      token_distance(n, m, static_cast<int>(limit), [&](std::size_t i, std::size_t j) {
        if (tokens_[i].key != tokens[j].key) return kWholeCost;
        return tokens_[i].form == tokens[j].form ? 0 : 1;
      });
  if (static_cast<std::size_t>(distance) <= limit) examine_(unit);
}

}  // namespace mizan
