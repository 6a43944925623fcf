// How many keys documents share with a query, for the few documents of many that share any.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace mizan {

class DocumentCounts {
 public:
  // All zero, for documents below `documents`.
  void reset(std::size_t documents) {
    for (const std::uint32_t document : counted()) counts_[document] = 0;
    number_ = 0;
    if (counts_.size() == documents) return;
    counts_.assign(documents, 0);
    counted_.resize(documents + 1);
  }

  void add(std::uint32_t document, std::uint16_t keys) {
    // Without a branch, which would wait for the count to come from far memory and often be wrong.
    counted_[number_] = document;
    number_ += counts_[document] == 0 ? 1U : 0U;
    counts_[document] = static_cast<std::uint16_t>(counts_[document] + keys);
  }

  std::uint16_t operator[](std::uint32_t document) const { return counts_[document]; }
  // The documents with a count, in the order in which they were first met.
  std::span<const std::uint32_t> counted() const { return {counted_.data(), number_}; }

 private:
  std::vector<std::uint16_t> counts_;
  std::vector<std::uint32_t> counted_;  // one more than documents, for the place after the last
  std::size_t number_ = 0;
};

}  // namespace mizan
