// What the words of `mizan check` name: pairs of texts and bilingual files.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "tm/base/error.h"
#include "tm/check/checker.h"

namespace mizan {

// One bilingual file, or an Arabic and an English text in either order.
struct CheckInput {
  std::vector<std::string> paths;
  CheckOptions options = {};  // the house style may be one of a path
};

struct CheckInputs {
  std::vector<CheckInput> inputs;
  std::vector<Diagnostic> diagnostics;  // texts that found no partner
};

// Two texts are a pair. Among more files, and in folders, the texts whose paths differ in the
// language that they name are pairs (file_pairs.h), and a named file without such a partner is
// taken for a bilingual one. Of a folder, the bilingual files are those whose names say so; tables
// (TSV, CSV), which may hold anything, are checked when they are named. "-" is standard input.
// Throws Error(kNotFound) when nothing is there to be checked.
CheckInputs find_check_inputs(std::span<const std::string> arguments);

}  // namespace mizan
