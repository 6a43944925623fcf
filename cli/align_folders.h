// mizan align for many pairs of files.
#pragma once

#include "cli/command_line.h"
#include "tm/project/text_input.h"

namespace mizan {

// Of the list that --pairs names, or of the folders or files that are the arguments; the beads go
// to the folder of --output, to the memory, or both. 2 when a pair failed.
int run_align_folders(Invocation& call, Segmentation segmentation);

}  // namespace mizan
