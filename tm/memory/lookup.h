// Fuzzy look-up: the stored segments that are most similar to a text.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "tm/base/language.h"
#include "tm/memory/memory.h"
#include "tm/model/match.h"

namespace mizan {

enum class LookupPlan {
  kIndexed,
  kExhaustive,  // compares with every unit: slow, the oracle of the index
};

// Matches that score exactly as the last one within the limit.
enum class Ties {
  kCut,   // only `limit` matches are returned
  kKeep,  // all of them are returned too, beyond the limit
};

struct LookupOptions {
  double min_score = 0.7;  // 0-1
  std::size_t limit = 5;
  Ties ties = Ties::kCut;
  std::optional<Language> side =
      std::nullopt;  // the language of the text; seen from its script when absent
  LookupPlan plan = LookupPlan::kIndexed;
};

// Units whose `side` is at least `options.min_score` similar to `text` (similarity.h), best first;
// equal scores by the date of the last change (or else of the creation), newest first, then by the
// higher id. Exact: both plans give the same answer. A text without any token matches nothing.
// Throws the errors that Database declares.
std::vector<Match> lookup(const TranslationMemory& memory, std::string_view text,
                          const LookupOptions& options = {});

}  // namespace mizan
