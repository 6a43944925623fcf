// An ascending list of document numbers as bytes: gaps as varints, in blocks that can be skipped.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "tm/memory/varint.h"

namespace mizan {

// So many documents share one entry of the table that skipping needs.
constexpr std::size_t kPostingBlock = 128;

// The number of documents; for each block but the first, the gap between the last documents of the
// two blocks before it (from -1) and the bytes of the block before it; then for each document the
// gap to the one before, less one.
std::string encode_postings(std::span<const std::uint32_t> documents);

// Calls `visit` with the documents from `begin` to before `end`. False when the bytes are damaged.
template <typename Visit>
bool visit_postings(std::string_view bytes, std::uint32_t begin, std::uint32_t end,
                    const Visit& visit) {
  const auto* at = reinterpret_cast<const unsigned char*>(bytes.data());
  const unsigned char* const stop = at + bytes.size();
  std::uint64_t count = 0;
  if (!take_varint(at, stop, count) || count > bytes.size()) return false;
  // Documents are counted from one here, so that the one before the first is 0.
  std::uint64_t previous = 0;
  std::uint64_t skipped = 0;
  if (count > kPostingBlock) {
    std::uint64_t last = 0;
    std::uint64_t offset = 0;
    std::uint64_t block_offset = 0;
    const std::uint64_t blocks = (count + kPostingBlock - 1) / kPostingBlock;
    for (std::uint64_t block = 1; block < blocks; ++block) {
      std::uint64_t gap = 0;
      std::uint64_t size = 0;
      if (!take_varint(at, stop, gap) || !take_varint(at, stop, size)) return false;
      last += gap;
      offset += size;
      if (last > begin) continue;  // its documents are in the blocks before
      previous = last;
      skipped = block * kPostingBlock;
      block_offset = offset;
    }
    if (block_offset > static_cast<std::uint64_t>(stop - at)) return false;
    at += block_offset;
  }
  for (std::uint64_t i = skipped; i < count; ++i) {
    std::uint64_t gap = 0;
    if (!take_varint(at, stop, gap)) return false;
    previous += gap + 1;
    if (previous > end) return true;
    if (previous > begin) visit(static_cast<std::uint32_t>(previous - 1));
  }
  return true;
}

}  // namespace mizan
