// The words of all terms as numbers, and the terms as paths over them: one pass over a text finds
// every term whose words stand there in order.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mizan {

// A hash table from 64-bit keys to numbers, open addressing, no removal.
class NumberMap {
 public:
  static constexpr std::uint32_t kAbsent = 0xFFFFFFFF;

  std::uint32_t find(std::uint64_t key) const;
  // The number of `key`, which is `fresh` when the key is new.
  std::uint32_t find_or_add(std::uint64_t key, std::uint32_t fresh);
  void reserve(std::size_t entries);

 private:
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t number = kAbsent;
  };
  std::size_t place_of(std::uint64_t key) const;
  void grow(std::size_t slots);

  std::vector<Slot> slots_;
  std::size_t used_ = 0;
};

class TermTrie {
 public:
  static constexpr std::uint32_t kNone = NumberMap::kAbsent;
  static constexpr std::uint32_t kRoot = 0;

  void reserve(std::size_t terms);
  std::uint32_t intern(std::u16string_view stem);
  // Number of a stem, kNone when no term has it.
  std::uint32_t find(std::u16string_view stem) const;
  // `sequence` is the caller's number for this path; numbers count up from 0 without gaps.
  void add(std::span<const std::uint32_t> stems, std::uint32_t sequence);

  std::uint32_t child(std::uint32_t node, std::uint32_t stem) const;
  // The sequences that end at `node`: the first, then each one's next; kNone at the end.
  std::uint32_t first_sequence(std::uint32_t node) const { return first_[node]; }
  std::uint32_t next_sequence(std::uint32_t sequence) const { return next_[sequence]; }

 private:
  std::u16string letters_;                      // of all stems
  std::vector<std::uint32_t> ends_;             // of stem i in letters_
  NumberMap stems_;                             // hash -> first stem with it
  std::vector<std::uint32_t> same_hash_;        // the next stem of equal hash
  NumberMap children_;                          // (node, stem) -> node
  std::vector<std::uint32_t> first_ = {kNone};  // by node
  std::vector<std::uint32_t> next_;             // by sequence
};

}  // namespace mizan
