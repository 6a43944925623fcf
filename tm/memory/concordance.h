// Concordance: every unit that holds a phrase, some words or a pattern.
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

enum class ConcordanceQuery {
  kPhrase,    // the words one after the other, whatever punctuation stands between them
  kAllWords,  // every one of the words, anywhere
  kRegex,     // a regular expression (tm/text/pattern.h) on the original text
};

struct ConcordanceOptions {
  ConcordanceQuery query = ConcordanceQuery::kPhrase;
  std::size_t limit = 50;
  std::optional<Language> side =
      std::nullopt;  // the language of the query; seen from its script when absent
  CliticMatching clitics = CliticMatching::kAny;
};

struct Concordance {
  std::vector<ConcordanceHit> hits;  // the unit stored last comes first
  // Units that hold it too, beyond the limit; counting stops at some thousands, and then there may
  // be more.
  std::size_t further = 0;
  bool all_counted = true;
};

// Units whose `side` holds `query`. Words are compared folded (marks, hamza seats, ى/ي, ة/ه and
// case do not matter) and found by the index; a regular expression is tried on every unit. Places
// are bytes of the original text, clitics included. A query without any token finds nothing. Throws
// the errors that Database and TextPattern declare.
Concordance concordance(const TranslationMemory& memory, std::string_view query,
                        const ConcordanceOptions& options = {});

}  // namespace mizan
