// Values of the model as one line of JSON each: the interface for other programs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tm/model/alignment.h"
#include "tm/model/finding.h"
#include "tm/model/match.h"
#include "tm/model/name_cluster.h"
#include "tm/model/name_rendering.h"
#include "tm/model/segment.h"
#include "tm/model/term_entry.h"

namespace mizan {

std::string to_json(const Segment& segment);
// With the indices of the segments alone.
std::string to_json(const Bead& bead);
// With the texts of the segments too.
std::string to_json(const Bead& bead, const std::vector<Segment>& source,
                    const std::vector<Segment>& target);
struct MatchPlace {
  std::size_t query = 0;     // the line of the batch, 0-based
  std::size_t rank = 1;      // the place among its matches
  std::size_t left_out = 0;  // with the last one: units that match as well, beyond the limit
};
std::string to_json(const Match& match, Language side, const MatchPlace& place);
std::string to_json(const ConcordanceHit& hit, Language side);
std::string to_json(const TermHit& hit);
std::string to_json(const TermConcept& entry);
// As an answer of `term lookup`.
struct TermRank {
  std::size_t rank = 1;  // among the answers
  double score = 0;
  std::string term;  // the one that is like the text
};
std::string to_json(const TermConcept& entry, const TermRank& rank);
// A fault of a termbase; concepts that are not stored have no number.
std::string term_fault_json(std::string_view rule, const std::vector<std::int64_t>& concepts,
                            std::string_view message);
std::string to_json(const NameCluster& cluster);
std::string to_json(const NameRendering& rendering);
// The files that the sides of a finding stand in; one name for both when it is one file.
struct FindingFiles {
  std::string_view arabic;
  std::string_view english;
};
// The names of the files are left out when there are none.
std::string to_json(const Finding& finding, const FindingFiles& files = {});

}  // namespace mizan
