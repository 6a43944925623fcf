// The check of files: pairs of texts aligned on the fly, and bilingual files.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "tm/base/error.h"
#include "tm/check/across.h"
#include "tm/check/checker.h"
#include "tm/model/checked_file.h"
#include "tm/project/check_inputs.h"
#include "tm/project/terms.h"
#include "tm/project/text_input.h"

namespace mizan {

struct CheckRequest {
  // kLines: line i of one text translates line i of the other when both have as many lines, and
  // lines are aligned otherwise.
  Segmentation segmentation = Segmentation::kSentences;
  std::vector<std::string> glossaries;
  std::string memory_path;  // for its termbase, names and lexicon; may not exist
};

// `more` of the `all` pairs of a file are checked; called in the checking threads.
using PairProgress = std::function<void(std::size_t more, std::size_t all)>;

// What every file is checked with, loaded once.
class CheckJob {
 public:
  // Throws as load_terms() and open_if_present().
  explicit CheckJob(CheckRequest request);
  ~CheckJob();

  const GlossarySummary& glossary() const;

  // One file is one document, unless it names documents: each is then judged by itself. Throws as
  // read_text_pair() or the reader of the format, and Error(kMalformed) for a bilingual file
  // without records. Thread-safe, and takes `threads` for itself where the file is long.
  CheckedFile check(const CheckInput& input, std::size_t threads = 1,
                    const PairProgress& progress = {}) const;

  // Adds what the documents of `files`, which check() made, say differently from each other
  // (tm/check/across.h); tables that name their documents are left out.
  void check_across(std::span<const RunFile> files, std::size_t threads = 1) const;

 private:
  struct Knowledge;

  CheckedFile check_texts(const CheckInput& input, std::size_t threads,
                          const PairProgress& progress) const;
  CheckedFile check_records(const CheckInput& input, std::size_t threads,
                            const PairProgress& progress) const;

  CheckRequest request_;
  std::unique_ptr<Knowledge> knowledge_;
};

// Called with the place of the input in the list, and what was found or, where the file was bad,
// null and the line that says why.
using CheckVisitor =
    std::function<void(std::size_t index, CheckedFile* checked, const std::string& problem)>;

// How far a run has come.
struct CheckProgress {
  double share = 0;  // of the files, in parts too: 0-1
  std::size_t files = 0;
  std::size_t pairs = 0;
};

struct CheckRun {
  std::size_t jobs = 1;  // threads, or so
  // kRun: the documents of all inputs are also held against each other, and so all of them are
  // kept until the last one is checked. kDocument: each by itself.
  enum class Scope { kRun, kDocument } scope = Scope::kRun;
  // Called in the checking threads, one at a time.
  std::function<void(const CheckProgress&)> progress = {};
};

// Checks every input; a bad one does not stop the others. `visit` is called in the calling thread,
// in the order of the list. What it throws ends the check. Findings do not depend on the threads.
void check_files(const CheckJob& job, std::span<const CheckInput> inputs, const CheckRun& run,
                 const CheckVisitor& visit);

}  // namespace mizan
