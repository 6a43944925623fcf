// Aligning two files and keeping the result.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "tm/align/aligner.h"
#include "tm/model/alignment.h"
#include "tm/model/translation_unit.h"
#include "tm/project/text_input.h"

namespace mizan {

// The beads of `pair`, its first file as the source.
Alignment align_pair(const TextPair& pair, const LexiconIndex& lexicon,
                     const AlignmentOptions& options = {});

// `lines` beads of one segment each.
Alignment line_by_line(std::size_t lines);

// The segments of one side of a bead, joined by a space.
std::string joined_text(const SegmentedText& text, const SegmentRange& range);

// Where the units of a pair come from: its first file.
Origin origin_of(const TextPair& pair);

// A bead as a unit: the joined text of each side, the origin naming the first file and
// the place in it. Nothing when a side has no text.
std::optional<TranslationUnit> unit_of(const TextPair& pair, const Bead& bead);

// The units of the beads of at least `min_confidence`.
std::vector<TranslationUnit> units_of(const TextPair& pair, const Alignment& alignment,
                                      double min_confidence);

}  // namespace mizan
