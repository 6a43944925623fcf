// Many pairs of files aligned, on several threads.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>

#include "tm/align/aligner.h"
#include "tm/model/alignment.h"
#include "tm/project/file_pairs.h"
#include "tm/project/text_input.h"

namespace mizan {

struct AlignedFiles {
  TextPair pair;
  Alignment alignment;
};

struct BatchOptions {
  Segmentation segmentation = Segmentation::kSentences;
  std::size_t jobs = 1;  // threads that align; at least one
  AlignmentOptions alignment = {};
};

// Called with the place of the pair in the list, and its alignment or, where a file was bad, the
// line that says why.
using BatchVisitor =
    std::function<void(std::size_t index, const AlignedFiles* aligned, const std::string& problem)>;

// Aligns every pair; a bad one does not stop the others. `visit` is called in the calling thread,
// pair by pair in the order of the list whatever the number of jobs. What it throws ends the batch.
// Few results are held at a time, however long the list.
void align_files(std::span<const FilePair> pairs, const LexiconIndex& lexicon,
                 const BatchOptions& options, const BatchVisitor& visit);

}  // namespace mizan
