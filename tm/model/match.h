// What a look-up in the memory finds. Never stored.
#pragma once

#include <cstddef>
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

struct Match {
  TranslationUnit unit;
  double score = 0;  // similarity, 0-1; 1 only for equal folded texts
  std::vector<EditStep> script;
};

// A unit that holds a searched phrase.
struct ConcordanceHit {
  TranslationUnit unit;
  std::vector<ByteRange> places;  // of the phrase in the side that was searched
};

}  // namespace mizan
