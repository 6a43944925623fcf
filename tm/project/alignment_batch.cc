#include "tm/project/alignment_batch.h"

#include <new>
#include <utility>

#include "tm/base/error.h"
#include "tm/project/alignment_job.h"
#include "tm/project/ordered_batch.h"

namespace mizan {
namespace {

struct Outcome {
  std::optional<AlignedFiles> aligned;
  std::string problem;
};

Outcome align_one(const FilePair& files, const LexiconIndex& lexicon, const BatchOptions& options) {
  Outcome outcome;
  try {
    AlignedFiles aligned{read_text_pair(files.first, files.second, options.segmentation), {}};
    aligned.alignment = align_pair(aligned.pair, lexicon, options.alignment);
    outcome.aligned = std::move(aligned);
  } catch (const Error& error) {
    outcome.problem = error.what();
  } catch (const std::bad_alloc&) {
    outcome.problem = files.first + ": too large for the memory of this computer; split the texts";
  }
  return outcome;
}

}  // namespace

void align_files(std::span<const FilePair> pairs, const LexiconIndex& lexicon,
                 const BatchOptions& options, const BatchVisitor& visit) {
  OrderedBatch<Outcome> batch(pairs.size(), options.jobs, [&](std::size_t i) {
    return align_one(pairs[i], lexicon, options);
  });
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const Outcome outcome = batch.next();
    visit(i, outcome.aligned ? &*outcome.aligned : nullptr, outcome.problem);
  }
}

}  // namespace mizan
