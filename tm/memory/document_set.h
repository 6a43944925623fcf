// A set of document numbers that answers fast and takes little memory: of each 65,536 numbers the
// lower halves of those in it, ascending, or where they are many a bit for each (Chambi, Lemire,
// Kaser and Godin 2016, "Better bitmap performance with Roaring bitmaps").
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace mizan {

class DocumentSet {
 public:
  // Numbers are added in ascending order.
  void append(std::uint32_t document);
  void clear();

  // Calls `visit` with the documents from `begin` to before `end`, ascending.
  template <typename Visit>
  void visit(std::uint32_t begin, std::uint32_t end, const Visit& visit) const;

  std::size_t bytes() const {
    return chunks_.capacity() * sizeof(Chunk) + words_.capacity() * sizeof(std::uint16_t);
  }

 private:
  friend class DocumentSearch;

  static constexpr std::uint32_t kChunkBits = 16;
  // With more documents, bits take less memory than numbers: so many words of 16 bits.
  static constexpr std::size_t kBitmapWords = 4096;

  struct Chunk {
    std::uint32_t upper = 0;  // the upper half of its numbers
    std::uint32_t begin = 0;  // in `words_`; it ends where the next begins
    bool bitmap = false;
  };

  std::size_t end_of(std::size_t chunk) const {
    return chunk + 1 < chunks_.size() ? chunks_[chunk + 1].begin : words_.size();
  }

  std::vector<Chunk> chunks_;
  std::vector<std::uint16_t> words_;
};

// Tells of ascending numbers which are in a set. Must not outlive it.
class DocumentSearch {
 public:
  explicit DocumentSearch(const DocumentSet& set) : set_(set) { enter(0); }

  bool has(std::uint32_t document);

 private:
  void enter(std::size_t chunk);

  const DocumentSet& set_;
  std::size_t chunk_ = 0;
  const std::uint16_t* at_ = nullptr;   // of a chunk of numbers: those before are too small
  const std::uint16_t* end_ = nullptr;  // of the chunk
};

// The first place from `at` on whose number is `wanted` or above: steps that double, then a binary
// search (Bentley and Yao 1976), so that a few are found among many in no time.
template <typename Iterator, typename Number>
Iterator gallop(Iterator at, Iterator end, Number wanted) {
  std::ptrdiff_t step = 1;
  while (step < end - at && at[step - 1] < wanted) {
    at += step;
    step *= 2;
  }
  return std::lower_bound(at, step < end - at ? at + step : end, wanted);
}

template <typename Visit>
void DocumentSet::visit(std::uint32_t begin, std::uint32_t end, const Visit& visit) const {
  for (std::size_t i = 0; i < chunks_.size(); ++i) {
    const Chunk& chunk = chunks_[i];
    const std::uint32_t first = chunk.upper << kChunkBits;
    if (first >= end) return;
    if (chunk.upper < begin >> kChunkBits) continue;
    const std::uint16_t* const words = words_.data() + chunk.begin;
    const std::uint32_t skipped = begin > first ? begin - first : 0;
    const std::uint32_t wanted = std::min(end - first, std::uint32_t{1} << kChunkBits);
    if (!chunk.bitmap) {
      const std::uint16_t* const stop = words_.data() + end_of(i);
      for (auto at = std::lower_bound(words, stop, skipped); at != stop && *at < wanted; ++at) {
        visit(first + *at);
      }
      continue;
    }
    for (std::uint32_t word = skipped / 16; word * 16 < wanted; ++word) {
      for (std::uint32_t bits = words[word]; bits != 0; bits &= bits - 1) {
        const std::uint32_t lower = word * 16 + static_cast<std::uint32_t>(std::countr_zero(bits));
        if (lower >= skipped && lower < wanted) visit(first + lower);
      }
    }
  }
}

inline bool DocumentSearch::has(std::uint32_t document) {
  const std::uint32_t upper = document >> DocumentSet::kChunkBits;
  const auto& chunks = set_.chunks_;
  while (chunk_ < chunks.size() && chunks[chunk_].upper < upper) enter(chunk_ + 1);
  if (chunk_ == chunks.size() || chunks[chunk_].upper != upper) return false;
  const auto lower = static_cast<std::uint16_t>(document);
  if (chunks[chunk_].bitmap) return (at_[lower / 16] >> (lower % 16) & 1) != 0;
  at_ = gallop(at_, end_, lower);
  return at_ != end_ && *at_ == lower;
}

inline void DocumentSearch::enter(std::size_t chunk) {
  chunk_ = chunk;
  if (chunk == set_.chunks_.size()) return;
  at_ = set_.words_.data() + set_.chunks_[chunk].begin;
  end_ = set_.words_.data() + set_.end_of(chunk);
}

}  // namespace mizan
