// How much of a new text the memory covers: the match bands that translation is billed by.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tm/base/language.h"
#include "tm/model/match.h"
#include "tm/model/segment.h"

namespace mizan {

// Every segment is in exactly one band, the first that fits. Percents are rounded down.
enum class LeverageBand {
  kContext,     // an exact match between the same neighbours (101%)
  kExact,       // 100%
  kRepetition,  // equal to an earlier segment of the texts
  k95To99,
  k85To94,
  k75To84,
  k50To74,
  kNone,
};
constexpr std::size_t kLeverageBands = 8;

// "context", "exact", "repetition", "95-99", "85-94", "75-84", "50-74", "none".
std::string_view to_string(LeverageBand band);

struct LeverageCount {
  std::size_t segments = 0;
  std::size_t words = 0;

  LeverageCount& operator+=(const LeverageCount& more) {
    segments += more.segments;
    words += more.words;
    return *this;
  }
  friend bool operator==(const LeverageCount&, const LeverageCount&) = default;
};

struct LeverageTable {
  std::array<LeverageCount, kLeverageBands> bands;

  LeverageCount& operator[](LeverageBand band) { return bands[static_cast<std::size_t>(band)]; }
  const LeverageCount& operator[](LeverageBand band) const {
    return bands[static_cast<std::size_t>(band)];
  }
  LeverageCount total() const {
    LeverageCount sum;
    for (const LeverageCount& count : bands) sum += count;
    return sum;
  }
};

struct LeverageSegment {
  Segment segment;
  LeverageBand band = LeverageBand::kNone;
  std::size_t words = 0;
  std::optional<Match> match;  // the best one of 50% or more; of a repetition, the first one's
};

struct LeverageText {
  std::string name;
  Language language = Language::kArabic;
  std::vector<LeverageSegment> segments;

  LeverageTable table() const {
    LeverageTable table;
    for (const LeverageSegment& segment : segments) {
      table[segment.band] += {1, segment.words};
    }
    return table;
  }
};

}  // namespace mizan
