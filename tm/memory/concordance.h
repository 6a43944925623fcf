// Concordance: every unit that holds a phrase.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "tm/base/language.h"
#include "tm/memory/memory.h"
#include "tm/model/match.h"

namespace mizan {

enum class CliticMatching {
  kAny,   // words may differ in their clitics: فيلق finds الفيلق, لفيلق
  kSame,  // folded words are equal
};

struct ConcordanceOptions {
  std::size_t limit = 50;
  std::optional<Language> side =
      std::nullopt;  // the language of the phrase; seen from its script when absent
  CliticMatching clitics = CliticMatching::kAny;
};

// Units whose `side` holds the words of `phrase` one after the other, whatever punctuation stands
// between them, compared folded (marks, hamza seats, ى/ي, ة/ه and case do not matter); the unit
// stored last comes first. Places are bytes of the original text, clitics included. A phrase
// without any token finds nothing. Throws the errors that Database declares.
std::vector<ConcordanceHit> concordance(const TranslationMemory& memory, std::string_view phrase,
                                        const ConcordanceOptions& options = {});

}  // namespace mizan
