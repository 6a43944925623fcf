#include "tm/memory/document_set.h"

#include <cassert>
#include <iterator>

namespace mizan {

void DocumentSet::append(std::uint32_t document) {
  const std::uint32_t upper = document >> kChunkBits;
  const auto lower = static_cast<std::uint16_t>(document);
  if (chunks_.empty() || chunks_.back().upper != upper) {
    assert(chunks_.empty() || chunks_.back().upper < upper);
    chunks_.push_back({.upper = upper, .begin = static_cast<std::uint32_t>(words_.size())});
  }
  Chunk& chunk = chunks_.back();
  const auto set_bit = [&](std::uint16_t number) {
    std::uint16_t& word = words_[chunk.begin + number / 16U];
    word = static_cast<std::uint16_t>(word | 1U << number % 16U);
  };
  if (!chunk.bitmap && words_.size() - chunk.begin == kBitmapWords) {
    const auto begin = words_.begin() + static_cast<std::ptrdiff_t>(chunk.begin);
    const std::vector<std::uint16_t> numbers(begin, words_.end());
    std::fill(begin, words_.end(), std::uint16_t{0});
    for (const std::uint16_t number : numbers) set_bit(number);
    chunk.bitmap = true;
  }
  if (chunk.bitmap) {
    set_bit(lower);
  } else {
    words_.push_back(lower);
  }
}

void DocumentSet::clear() {
  chunks_.clear();
  words_.clear();
}

}  // namespace mizan
