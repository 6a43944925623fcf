#include "tm/memory/posting_cache.h"

#include <algorithm>

#include "tm/memory/posting_list.h"

namespace mizan {
namespace {

// So many postings are remembered by their sizes, and so many bytes of them decoded.
constexpr std::size_t kMostPostings = 100'000;
constexpr std::size_t kMostDecoded = std::size_t{1} << 26;

}  // namespace

PostingCache::PostingCache(const Database& database)
    : database_(database),
      size_(database.prepare("SELECT length(entries) FROM posting WHERE id = ?")),
      entries_(database.prepare("SELECT entries FROM posting WHERE id = ?")) {}

void PostingCache::clear() {
  postings_.clear();
  places_.clear();
  decoded_bytes_ = 0;
}

PostingCache::Posting& PostingCache::posting(std::int64_t row) {
  const auto known = places_.find(row);
  if (known != places_.end()) {
    postings_.splice(postings_.begin(), postings_, known->second);
    return postings_.front();
  }
  Posting posting;
  posting.row = row;
  size_.bind(1, row);
  if (size_.step()) posting.size = size_.integer(0);
  size_.reset();
  postings_.push_front(std::move(posting));
  places_.emplace(row, postings_.begin());
  make_room();
  return postings_.front();
}

void PostingCache::make_room() {
  while (postings_.size() > 1 &&
         (postings_.size() > kMostPostings || decoded_bytes_ > kMostDecoded)) {
    const Posting& last = postings_.back();
    if (last.decoded) decoded_bytes_ -= last.documents.bytes();
    places_.erase(last.row);
    postings_.pop_back();
  }
}

std::int64_t PostingCache::size(std::int64_t row) { return posting(row).size; }

bool PostingCache::has_decoded(std::int64_t row) const {
  const auto known = places_.find(row);
  return known != places_.end() && (known->second->size == 0 || known->second->decoded);
}

// What is asked for once is decoded as far as it is wanted, so that the first answer of a process
// comes soon; what is asked for again is decoded whole and kept.
const DocumentSet& PostingCache::documents(std::int64_t row, std::uint32_t begin, std::uint32_t end,
                                           std::uint32_t all) {
  Posting& posting = this->posting(row);
  if (posting.decoded) return posting.documents;
  documents_.clear();
  if (posting.size == 0) return documents_;
  const bool keep = posting.read_before;
  posting.read_before = true;
  entries_.bind(1, row);
  const bool whole =
      entries_.step() &&
      visit_postings(entries_.blob(0), keep ? 0 : begin, keep ? all : std::min(end, all),
                     [this](std::uint32_t document) { documents_.append(document); });
  entries_.reset();
  if (!whole) database_.corrupt_index();
  if (!keep) return documents_;
  posting.documents = documents_;  // a copy has no room to spare
  posting.decoded = true;
  decoded_bytes_ += posting.documents.bytes();
  make_room();
  return posting.documents;
}

}  // namespace mizan
