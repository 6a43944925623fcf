// TBX (ISO 30042), the exchange format of termbases.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tm/base/error.h"
#include "tm/format/unit_losses.h"
#include "tm/model/term_entry.h"

namespace mizan {

struct TermFile {
  std::vector<TermConcept> concepts;
  std::vector<Diagnostic> diagnostics;  // what was left out, with its place and what to do
  std::size_t malformed = 0;            // rows of a table that could not be read
  LossCounts losses;                    // what has no place here
  bool swapped = false;                 // a table with English first, without a header that says so
};

// TBX of version 2 (martif; tig and ntig) and 3 (data categories as attributes or as elements, with
// or without namespace), whatever the dialect. Data categories without a member in TermConcept are
// kept as properties by their names; "a.b" is b of the group of a (a context's source), "a@x" the a
// that points at x. A term without a status is the preferred one of its language tag when it is the
// first there and no other says so, else admitted. Whatever is not taken over (marks inside texts,
// attributes, terms and statements in other languages) is counted as lost.
// Throws as read_file and XmlStream, and Error(kMalformed) for XML that is not TBX.
TermFile read_tbx(const std::string& path);
TermFile parse_tbx(std::string_view xml, const std::string& name);

}  // namespace mizan
