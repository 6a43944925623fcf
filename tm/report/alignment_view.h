// Beads for people, in two columns: the left-to-right side left, the right-to-left side right.
#pragma once

#include <string>

#include "tm/model/alignment.h"
#include "tm/model/segment.h"
#include "tm/report/terminal.h"

namespace mizan {

// One bead as wrapped lines, with its number (from 1), its shape and its confidence above it.
std::string view_bead(const Bead& bead, std::size_t number, const SegmentedText& source,
                      const SegmentedText& target, const TerminalStyle& style);

}  // namespace mizan
