// Matches, concordance lines and terms for people.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "tm/base/language.h"
#include "tm/model/match.h"
#include "tm/model/term_entry.h"
#include "tm/report/terminal.h"

namespace mizan {

// Score (101% for a match in context), origin and date, the unit's two sides, the suggested
// translation; what differs from `query` stands in brackets: [-only in the unit-] {+only in the
// query+}, coloured where there are colours.
std::string view_match(const Match& match, std::string_view query, Language side,
                       const TerminalStyle& style);

// The line after the matches of a text whose limit left out `units` equal ones; "" for none.
std::string view_left_out(std::size_t units);

// The searched side with the phrase marked, the other side below it.
std::string view_concordance(const ConcordanceHit& hit, Language side, const TerminalStyle& style);

// "term  →  renderings  (evidence)", one line a hit, each term once.
std::string view_terms(std::span<const TermHit> hits, const TerminalStyle& style);

// A concept with all its terms and their statuses, one line.
std::string view_concept(const TermConcept& entry, const TerminalStyle& style);

}  // namespace mizan
