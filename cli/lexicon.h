// What other commands need of the lexicon.
#pragma once

#include "cli/command_line.h"

namespace mizan {

// After units have come into the memory: learns words from them, from a bounded number; says what
// waits.
void learn_from_new_units(const Invocation& call);

}  // namespace mizan
