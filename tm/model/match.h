// What a look-up in the memory finds. Never stored.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "tm/base/byte_range.h"
#include "tm/model/translation_unit.h"

namespace mizan {

enum class EditKind { kEqual, kChanged, kInserted, kDeleted };

// One step of the edit script that turns the unit's text into the query, token by token. `query`
// and `unit` are byte ranges of the two original texts; the side that has no token is empty.
struct EditStep {
  EditKind kind = EditKind::kEqual;
  ByteRange query;
  ByteRange unit;
};

// Which neighbours of the text are the neighbours of the unit in its document, too.
enum class MatchContext { kNone, kBefore, kAfter, kBoth };

// A value of the query that was put where the unit's translation had another one. Byte ranges of
// the query, the unit's text, its translation, and the suggested translation.
struct Substitution {
  ByteRange query;
  ByteRange unit;
  ByteRange target;
  ByteRange suggested;
};

// The unit's translation with the values of the query.
struct SuggestedTarget {
  std::string text;
  std::vector<Substitution> substitutions;  // in the order of `text`, at least one
};

struct Match {
  TranslationUnit unit;
  double score = 0;  // similarity, 0-1; 1 only for equal folded texts
  std::vector<EditStep> script;
  MatchContext context = MatchContext::kNone;
  std::optional<SuggestedTarget> suggestion = std::nullopt;

  // An exact match between the same two neighbours: what translators call a 101% or ICE match.
  bool in_context() const { return score == 1 && context == MatchContext::kBoth; }
  // 101 in context, otherwise the score rounded down: a text that differs, were it in one hamza, is
  // not called 100%.
  int percent() const { return in_context() ? 101 : static_cast<int>(score * 100 + 1e-9); }
};

// A unit that holds a searched phrase.
struct ConcordanceHit {
  TranslationUnit unit;
  std::vector<ByteRange> places;  // of the phrase in the side that was searched
};

}  // namespace mizan
