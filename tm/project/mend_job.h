// Mechanical faults mended in the files that were checked: plain texts and TSV.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "tm/model/finding.h"
#include "tm/project/check_job.h"

namespace mizan {

struct MendedFile {
  std::string path;
  std::string before;
  std::string after;
};

struct MendResult {
  std::vector<MendedFile> files;  // those that change
  std::size_t mended = 0;         // places
};

// Checks the input and puts the replacements of the findings into its texts, until a check of the
// result has none left: nothing else changes, and mending what is mended changes nothing. `keep`
// takes out the findings that shall stay as they are. Writes no file. Throws what CheckJob::check
// throws, and Error(kUsage) for other formats and encodings than UTF-8.
MendResult mend(const CheckJob& job, const CheckInput& input,
                const std::function<void(std::vector<Finding>&)>& keep);

}  // namespace mizan
