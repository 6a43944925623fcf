// Numbers of the index's rows, shared by its writer and its reader. SCHEMA.md describes the tables.
#pragma once

#include <cstddef>
#include <cstdint>

#include "tm/base/language.h"

namespace mizan {

inline std::size_t side_number(Language side) { return side == Language::kArabic ? 0 : 1; }

// posting.id and run_units.id: run << 40 | side << 39 | key or chunk, so that a side of a run is
// contiguous in one B-tree of integers.
constexpr int kRunShift = 40;
constexpr int kSideShift = 39;

inline std::int64_t index_row(std::int64_t run, Language side, std::uint32_t number) {
  return (run << kRunShift) | (static_cast<std::int64_t>(side_number(side)) << kSideShift) | number;
}

// The units of so many documents stand in one row of run_units.
constexpr std::size_t kUnitsChunk = 1024;

inline std::uint64_t zigzag(std::int64_t value) {
  return (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63);
}
inline std::int64_t unzigzag(std::uint64_t value) {
  return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
}

}  // namespace mizan
