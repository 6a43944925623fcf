// Look-up with what stands around a text: of equal matches, the one between the same neighbours
// ranks first.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tm/memory/database.h"
#include "tm/memory/lookup.h"
#include "tm/memory/memory.h"
#include "tm/memory/similarity.h"
#include "tm/model/match.h"
#include "tm/model/segment.h"

namespace mizan {

// The segments before and after the text. Empty: the text begins or ends there; absent: not known.
struct Surroundings {
  std::optional<std::string> before;
  std::optional<std::string> after;
};

// The surroundings of `segments[index]`: the nearest segments that are not empty.
Surroundings surroundings_of(std::span<const Segment> segments, std::size_t index);

struct RankedMatches {
  std::vector<Match> matches;
  // Further units that match exactly as well as the last one, left out by the limit.
  std::size_t left_out = 0;
};

// As lookup(), with the context and the suggested target of every match. Lifetime and threads as
// for TranslationMemory.
//
// Exact matches (score 1) are judged by their places in the memory: a neighbour agrees when its
// folded tokens are those of the unit at the nearest position before (or after) in the same file
// and document; the beginning (or end) of both texts agrees when the other neighbour does. One that
// agrees on both sides ranks above one that agrees on one, and that above the others; equal ones
// stand as lookup() has them, newest first.
class ContextLookup {
 public:
  explicit ContextLookup(const TranslationMemory& memory);

  // `options.ties` has no meaning here.
  RankedMatches find(std::string_view text, const Surroundings& around,
                     const LookupOptions& options);

 private:
  struct Neighbour {
    std::string text;
    std::vector<ComparedToken> tokens;
  };
  enum class Agreement { kNo, kBoundary, kText };

  MatchContext context_of(std::int64_t unit, Language side);
  Agreement agreement(Statement& neighbours, const std::optional<Neighbour>& wanted, Language side);

  const TranslationMemory& memory_;
  Statement places_;
  Statement before_;
  Statement after_;
  std::optional<Neighbour> wanted_before_;
  std::optional<Neighbour> wanted_after_;
};

}  // namespace mizan
