// Collects indexed units and writes them as one run of the index: for each side the units in the
// order of their length, and for each key the numbers, in that order, of the units that hold it.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "tm/base/language.h"
#include "tm/memory/database.h"
#include "tm/memory/unit_sequence.h"

namespace mizan {

class RunBuilder {
 public:
  // Units are added once each, in any order.
  void add(std::int64_t unit, std::span<const IndexedToken> arabic,
           std::span<const IndexedToken> english);

  std::size_t units() const { return units_.size(); }
  // Memory for what is collected, or numbers for the documents, would become too much.
  bool full() const;

  // Writes the run and forgets the units. `key_end` is above every key.
  void write(const Database& database, std::int64_t run, std::uint32_t key_end);

 private:
  struct Side {
    std::vector<std::uint32_t> keys;  // of each unit, without repetition
    std::vector<std::uint32_t> key_ends;
    std::vector<std::uint32_t> lengths;
  };

  void add_side(Side& side, std::span<const IndexedToken> tokens);
  std::vector<std::uint32_t> by_length(const Side& side) const;
  void write_units(const Database& database, std::int64_t run, Language side,
                   std::span<const std::uint32_t> order) const;
  static void write_postings(const Database& database, std::int64_t run, Language language,
                             const Side& side, std::span<const std::uint32_t> order,
                             std::uint32_t key_end);

  std::vector<std::int64_t> units_;
  std::array<Side, 2> sides_;  // Arabic, English
};

}  // namespace mizan
