// mizan align: two texts into beads, a review of the beads and back, and whole folders.
#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <span>

#include "cli/align_folders.h"
#include "cli/bead_output.h"
#include "cli/commands.h"
#include "cli/lexicon.h"
#include "tm/align/evaluation.h"
#include "tm/base/error.h"
#include "tm/base/file.h"
#include "tm/format/bead_list.h"
#include "tm/project/alignment_job.h"
#include "tm/project/alignment_review.h"
#include "tm/project/lexicon_cache.h"
#include "tm/project/terms.h"
#include "tm/project/unit_store.h"

namespace mizan {
namespace {

void print_figures(Invocation& call, const char* name, const AlignmentFigures& figures) {
  char line[96];
  std::snprintf(line, sizeof line, "%s: precision %.4f recall %.4f F1 %.4f", name,
                figures.precision, figures.recall, figures.f1);
  call.out.line(line);
}

// Gold of other texts would be a silent zero.
void check_indices(const std::vector<GoldBead>& gold, const TextPair& pair,
                   const std::string& path) {
  const auto outside = [](const std::vector<std::size_t>& indices, const TextInput& text) {
    return std::ranges::any_of(indices,
                               [&](std::size_t i) { return i >= text.segmented.segments.size(); });
  };
  for (const GoldBead& bead : gold) {
    if (!outside(bead.source, pair.first) && !outside(bead.target, pair.second)) continue;
    throw Error(ErrorKind::kMalformed, "names a segment that the texts do not have", {.file = path},
                "give the gold of these texts, and --segmented if it counts lines");
  }
}

void print_evaluation(Invocation& call, const TextPair& pair, const Alignment& alignment) {
  const std::string& path = call.value("gold");
  const std::vector<GoldBead> gold = read_bead_list(read_file(path), path);
  if (gold.empty()) {
    throw Error(ErrorKind::kMalformed, "holds no beads", {.file = path},
                "write one a line, like [4, 5] : [7]");
  }
  check_indices(gold, pair, path);
  const AlignmentCounts counts = compare(gold, alignment);
  print_figures(call, "strict", strict_figures(counts));
  print_figures(call, "lax", lax_figures(counts));
}

[[noreturn]] void fail_usage(const std::string& problem, const std::string& advice) {
  throw Error(ErrorKind::kUsage, "align: " + problem, {}, advice);
}

Segmentation segmentation_of(const Invocation& call) {
  return call.flag("segmented")    ? Segmentation::kLines
         : call.flag("semicolons") ? Segmentation::kSemicolonsToo
                                   : Segmentation::kSentences;
}

double min_confidence(const Invocation& call, double usual) {
  return call.has("min-confidence") ? call.number("min-confidence", 0, 1) : usual;
}

void finish_store(const Invocation& call, UnitStore& memory) {
  memory.commit();
  const std::string replaced =
      memory.replaced() == 0 ? "" : std::to_string(memory.replaced()) + " replaced, ";
  print_message(std::to_string(memory.added()) + " units added, " + replaced +
                std::to_string(memory.known()) + " known already, in " + call.memory_path());
  learn_from_new_units(call);
}

void print_beads(Invocation& call, const TextPair& pair, const Alignment& alignment,
                 Segmentation segmentation, std::span<const TranslationUnit> units) {
  const TextSink sink = [&](std::string_view text) { call.out.write(text); };
  if (call.value("format") == "tmx") {
    write_tmx(units, sink);
  } else {
    write_beads(pair, alignment, {call.value("format"), segmentation, call.style()}, sink);
  }
}

void print_review(Invocation& call, const TextPair& pair, const Alignment& alignment,
                  Segmentation segmentation) {
  const std::string path = call.has("review") ? call.value("review") : "-";
  const Review review =
      make_review(pair, alignment, {segmentation, min_confidence(call, kReviewBelow), path});
  if (path == "-") {
    call.out.write(to_tsv(review));
    return;
  }
  write_review(review, path);
  const auto doubtful =
      std::ranges::count(review.rows, ReviewStatus::kDoubtful, &ReviewRow::status);
  print_message(path + ": " + std::to_string(review.rows.size()) + " beads, " +
                std::to_string(doubtful) + " to look at (status ?)");
}

int run_pair(Invocation& call, Segmentation segmentation) {
  const TextPair pair = read_text_pair(call.argument(0), call.argument(1), segmentation);
  if (pair.first.segmented.language == Language::kEnglish) {
    print_message("the first text is English, the second Arabic; aligned in that direction");
  }
  const LexiconIndex lexicon =
      load_lexicon_index({.memory = open_if_present(call.memory_path()).get()});
  const Alignment alignment = align_pair(pair, lexicon);
  const bool review = call.has("review") || call.value("format") == "review";
  const auto units = units_of(pair, alignment, min_confidence(call, review ? kReviewBelow : 0));
  if (review) print_review(call, pair, alignment, segmentation);
  if (call.flag("store")) {
    UnitStore memory(call.memory_path(), "align " + call.argument(0) + ' ' + call.argument(1));
    memory.add(units);
    finish_store(call, memory);
  }
  if (call.has("gold")) {
    print_evaluation(call, pair, alignment);
  } else if (!review) {
    print_beads(call, pair, alignment, segmentation, units);
  }
  return 0;
}

int run_apply(Invocation& call) {
  const std::string& path = call.value("apply");
  std::optional<std::array<std::string, 2>> files;
  if (call.arguments().size() == 2) files = {call.argument(0), call.argument(1)};
  const ReviewedPair reviewed = apply_review(path, files);
  const auto units = units_of(reviewed, min_confidence(call, 0));
  const auto count = [&](ReviewDecision decision) {
    return std::to_string(reviewed.count(decision));
  };
  print_message(path + ": " + std::to_string(reviewed.decisions.size()) + " beads, " +
                count(ReviewDecision::kConfirmed) + " confirmed, " +
                count(ReviewDecision::kDoubtful) + " still ?, " + count(ReviewDecision::kRejected) +
                " rejected, " + std::to_string(reviewed.reworded) + " texts reworded");
  if (call.flag("store")) {
    UnitStore memory(call.memory_path(), "align " + path);
    memory.replace(units, origin_of(reviewed.pair), units_of_this_target(reviewed));
    finish_store(call, memory);
  }
  if (call.has("gold")) {
    print_evaluation(call, reviewed.pair, reviewed.alignment);
  } else {
    print_beads(call, reviewed.pair, reviewed.alignment, reviewed.segmentation, units);
  }
  return 0;
}

bool names_folders(const Invocation& call) {
  std::error_code ignored;
  return !call.arguments().empty() &&
         std::ranges::all_of(call.arguments(), [&](const std::string& path) {
           return std::filesystem::is_directory(path, ignored);
         });
}

// The options that are for one pair of texts, shown on the spot.
std::optional<std::string> single_option(const Invocation& call) {
  for (const char* option : {"review", "apply", "gold"}) {
    if (call.has(option)) return "--" + std::string(option);
  }
  return std::nullopt;
}

int run(Invocation& call) {
  const std::size_t arguments = call.arguments().size();
  const auto single = single_option(call);
  if (call.has("pairs") || names_folders(call)) {
    if (single) {
      fail_usage(*single + " is for one pair of files",
                 "review folders with --format review --output FOLDER");
    }
    if (call.has("pairs") && arguments > 0) {
      fail_usage("--pairs names the files already", "leave out " + call.argument(0));
    }
    return run_align_folders(call, segmentation_of(call));
  }
  if (single && call.has("output")) {
    fail_usage(*single + " does not go with --output", "leave one of them out");
  }
  if (call.has("apply")) {
    if (call.has("review") || call.value("format") == "review") {
      fail_usage("--apply reads a review, --review writes one", "use one at a time");
    }
    if (arguments == 1) fail_usage("one text is missing", "give both texts, or none");
    return run_apply(call);
  }
  if (arguments < 2) fail_usage("missing argument", "write: mizan align AR EN");
  if (call.has("output")) return run_align_folders(call, segmentation_of(call));
  return run_pair(call, segmentation_of(call));
}

}  // namespace

const Command kAlign = {
    .name = "align",
    .arguments = "AR EN | FOLDER [FOLDER]",
    .summary = "Aligns texts with their translations, sentence by sentence.",
    .example = "mizan align examples/article/article.ar.txt examples/article/article.en.txt",
    .least_arguments = 0,
    .most_arguments = 2,
    .options = {format_option({"text", "tsv", "jsonl", "ladder", "tmx", "review"}),
                {"segmented", OptionKind::kFlag, "", "both files hold one segment a line already"},
                {"semicolons", OptionKind::kFlag, "", "end sentences at semicolons too"},
                {"store", OptionKind::kFlag, "", "add the beads to the memory"},
                {"min-confidence", OptionKind::kValue, "P",
                 "beads below this probability stay out of memory and TMX, and are marked ? in a "
                 "review (default 0; for a review 0.9)"},
                {"review", OptionKind::kValue, "FILE", "write a table for a person to correct"},
                {"apply", OptionKind::kValue, "FILE", "read that table back, corrected"},
                {"pairs", OptionKind::kValue, "FILE",
                 "align many pairs: Arabic file TAB English file, paths from the folder of FILE"},
                {"output", OptionKind::kValue, "FOLDER",
                 "write the beads into files of this folder, one a pair"},
                {"jobs", OptionKind::kValue, "N", "threads for many pairs (default: all)"},
                {"gold", OptionKind::kValue, "FILE",
                 "print precision, recall and F1 against gold beads ([4, 5] : [7])"},
                memory_option()},
    .run = run,
    .notes =
        R"(Two folders pair by the paths of their files; one folder, or two, by the language in them:
article.ar.txt with article.en.txt, ar/x.txt with en/x.txt.

A review has one bead a row. In a spreadsheet (tabs between columns, UTF-8) or an editor:
  approve a bead         status ok
  keep it out of memory  status - (or ? while nobody knows)
  merge two beads        numbers of both in one row, like 3+4; delete the other row
  split a bead           leave some numbers in its row, add a row with the others
  move a sentence        move its number to the other row
  mend the wording       in the text cell; the memory gets it, the files stay as they are
Instead of numbers, sentences can be moved as text, with the ⏎ between them. Every sentence stays
in one row. Rows may be sorted. Leave the column "proposed" as it is, or empty in added rows.
Then: mizan align --apply FILE --store
This replaces what an earlier --store of the same two texts has put into the memory.
)"};

}  // namespace mizan
