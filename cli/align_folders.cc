#include "cli/align_folders.h"

#include <filesystem>
#include <optional>

#include "cli/bead_output.h"
#include "cli/lexicon.h"
#include "cli/progress.h"
#include "tm/base/error.h"
#include "tm/base/file.h"
#include "tm/project/alignment_batch.h"
#include "tm/project/alignment_job.h"
#include "tm/project/alignment_review.h"
#include "tm/project/file_pairs.h"
#include "tm/project/lexicon_cache.h"
#include "tm/project/terms.h"
#include "tm/project/unit_store.h"

namespace mizan {
namespace {

namespace fs = std::filesystem;

FilePairs find_pairs(const Invocation& call) {
  if (call.has("pairs")) return read_pair_list(call.value("pairs"));
  const std::string& first = call.argument(0);
  const std::string& second = call.arguments().back();
  std::error_code ignored;
  if (!fs::is_directory(first, ignored)) return {{name_pair(first, second)}, {}};
  return fs::equivalent(first, second, ignored) ? match_files(first) : match_files(first, second);
}

// The files that the results of the pairs are written to.
class ResultFolder {
 public:
  ResultFolder(const Invocation& call, Segmentation segmentation)
      : folder_(call.value("output")),
        format_(call.value("format")),
        segmentation_(segmentation),
        doubtful_below_(call.has("min-confidence") ? call.number("min-confidence", 0, 1)
                                                   : kReviewBelow) {}

  std::string path(const FilePair& files) const {
    const std::string extension = format_ == "text"     ? "txt"
                                  : format_ == "review" ? "review.tsv"
                                                        : format_;
    return (fs::path(folder_) / (files.name + '.' + extension)).string();
  }

  void check_inputs_are_safe(const std::vector<FilePair>& pairs) const {
    for (const FilePair& files : pairs) {
      for (const std::string& input : {files.first, files.second}) {
        if (fs::weakly_canonical(path(files)) != fs::weakly_canonical(input)) continue;
        throw Error(ErrorKind::kUsage, "would be replaced by its own alignment", {.file = input},
                    "name another folder with --output");
      }
    }
  }

  void write(const FilePair& files, const AlignedFiles& aligned,
             const std::vector<TranslationUnit>& units) const {
    const std::string to = path(files);
    std::error_code failed;
    fs::create_directories(fs::path(to).parent_path(), failed);
    if (failed) {
      throw Error(ErrorKind::kIo, "cannot make this folder: " + failed.message(),
                  {.file = fs::path(to).parent_path().string()});
    }
    if (format_ == "review") {
      write_review(
          make_review(aligned.pair, aligned.alignment, {segmentation_, doubtful_below_, to}), to);
      return;
    }
    FileReplacement file(to);
    const TextSink sink = [&](std::string_view text) { file.write(text); };
    if (format_ == "tmx") {
      write_tmx(units, sink);
    } else {
      write_beads(aligned.pair, aligned.alignment, {format_, segmentation_, {}}, sink);
    }
    file.commit();
  }

 private:
  std::string folder_;
  std::string format_;
  Segmentation segmentation_;
  double doubtful_below_;
};

std::string counted(std::size_t count, const std::string& thing) {
  return std::to_string(count) + ' ' + thing + (count == 1 ? "" : "s");
}

}  // namespace

int run_align_folders(Invocation& call, Segmentation segmentation) {
  if (!call.has("output") && !call.flag("store")) {
    throw Error(ErrorKind::kUsage, "align: many pairs, and no place for their beads", {},
                "say --output FOLDER, or --store for the memory");
  }
  const FilePairs files = find_pairs(call);
  std::optional<ResultFolder> results;
  if (call.has("output")) results.emplace(call, segmentation).check_inputs_are_safe(files.pairs);
  const double usual = call.value("format") == "review" ? kReviewBelow : 0;
  const double min_confidence =
      call.has("min-confidence") ? call.number("min-confidence", 0, 1) : usual;
  const LexiconIndex lexicon =
      load_lexicon_index({.memory = open_if_present(call.memory_path()).get()});
  std::optional<UnitStore> store;
  if (call.flag("store")) {
    store.emplace(call.memory_path(),
                  "align " + (call.has("pairs") ? call.value("pairs") : call.argument(0)));
  }

  print_diagnostics(files.diagnostics);
  Progress progress("pairs", files.pairs.size());
  std::size_t failed = 0;
  std::size_t beads = 0;
  const auto report = [&](const std::string& problem) {
    progress.clear();
    print_message(problem);
    ++failed;
  };
  const auto visit = [&](std::size_t index, const AlignedFiles* aligned,
                         const std::string& problem) {
    if (aligned == nullptr) {
      report(problem);
    } else {
      const auto units = units_of(aligned->pair, aligned->alignment, min_confidence);
      try {
        if (results) results->write(files.pairs[index], *aligned, units);
        if (store) store->add(units);
        beads += aligned->alignment.beads.size();
      } catch (const Error& error) {
        // A review that is there already concerns this pair alone; a full disk concerns all.
        if (error.kind() != ErrorKind::kUsage) throw;
        report(error.what());
      }
    }
    progress.show(index + 1);
  };
  align_files(files.pairs, lexicon, {segmentation, call.jobs(), {}}, visit);
  progress.clear();
  if (store) store->commit();

  std::string summary = counted(files.pairs.size() - failed, "pair") + " aligned, " +
                        std::to_string(failed) + " failed, " + counted(beads, "bead");
  if (store) {
    summary += "; " + counted(static_cast<std::size_t>(store->added()), "unit") + " added, " +
               std::to_string(store->known()) + " known already, in " + call.memory_path();
  }
  print_message(summary);
  if (store) learn_from_new_units(call);
  return failed > 0 ? 2 : 0;
}

}  // namespace mizan
