// mizan variants: names spelled more than one way.
#include <algorithm>
#include <iterator>

#include "cli/commands.h"
#include "tm/base/encoding.h"
#include "tm/base/error.h"
#include "tm/project/file_pairs.h"
#include "tm/project/variant_search.h"
#include "tm/report/json_lines.h"
#include "tm/report/variants_view.h"
#include "tm/term/termbase.h"

namespace mizan {
namespace {

std::string tsv_rows(const NameCluster& cluster) {
  std::string rows;
  for (const NameSpelling& spelling : cluster.spellings) {
    rows += tsv_field(cluster.preferred) + '\t' + tsv_field(spelling.text) + '\t' +
            std::to_string(spelling.places.size()) + '\n';
  }
  return rows;
}

// Two names that look like one: from now on no cluster joins them.
int record_distinct(Invocation& call) {
  if (call.arguments().size() != 2) {
    throw Error(ErrorKind::kUsage, "variants: --distinct takes two names", {},
                "write: mizan variants --distinct A B");
  }
  Database database(call.memory_path());
  const bool recorded =
      Termbase(database).record_distinct(decode_text(call.argument(0), "the first name").text,
                                         decode_text(call.argument(1), "the second name").text);
  print_message(recorded ? "two names from now on; mizan undo takes it back"
                         : "they were two names already");
  return 0;
}

int run(Invocation& call) {
  if (call.flag("distinct")) return record_distinct(call);
  if (call.arguments().empty() && !call.flag("memory") && !call.has("pairs")) {
    throw Error(ErrorKind::kUsage, "variants: a file is needed", {},
                "write: mizan variants FILE, or mizan variants --memory");
  }
  VariantSearch search;
  search.files = call.arguments();
  if (call.has("parallel")) {
    if (search.files.size() != 1) {
      throw Error(ErrorKind::kUsage, "variants: --parallel goes with one file", {},
                  "write: mizan variants --parallel EN AR");
    }
    search.pairs = {name_pair(search.files.front(), call.value("parallel"))};
    search.files.clear();
  }
  if (call.has("pairs")) {
    FilePairs listed = read_pair_list(call.value("pairs"));
    std::ranges::move(listed.pairs, std::back_inserter(search.pairs));
  }
  if (call.flag("segmented")) search.segmentation = Segmentation::kLines;
  if (call.flag("words")) search.options.words = VariantOptions::Words::kInclude;
  search.options.min_confidence = call.number("min-confidence", 0, 1);
  search.memory_path = call.memory_path();
  if (call.flag("memory")) search.units = VariantSearch::Units::kSearch;
  const auto [clusters, diagnostics] = run_search(search);
  print_diagnostics(diagnostics);
  const std::string& format = call.value("format");
  for (const NameCluster& cluster : clusters) {
    if (format == "jsonl") {
      call.out.line(to_json(cluster));
    } else if (format == "tsv") {
      call.out.write(tsv_rows(cluster));
    } else {
      call.out.line(view_cluster(cluster, call.style()));
    }
  }
  // What was read in part is not reported as clean.
  if (!diagnostics.empty()) return 2;
  return clusters.empty() ? 0 : 1;
}

}  // namespace

const Command kVariants = {
    .name = "variants",
    .arguments = "FILE|FOLDER...",
    .summary = "Finds names spelled more than one way, in one language or across the two.",
    .example = "mizan variants examples/article/article.ar.txt",
    .most_arguments = 10000,
    .options = {format_option({"text", "tsv", "jsonl"}),
                {"parallel", OptionKind::kValue, "FILE",
                 "the translation of the file: clusters of both languages, on firmer evidence"},
                {"pairs", OptionKind::kValue, "FILE",
                 "texts with their translations: file TAB file, paths from the folder of FILE"},
                {"segmented", OptionKind::kFlag, "",
                 "the files hold one segment a line, the translation line by line"},
                {"memory", OptionKind::kFlag, "",
                 "search the memory and termbase too: a file against what was written before, or, "
                 "without a file, the whole memory"},
                {"distinct", OptionKind::kFlag, "",
                 "record for good that A and B, given instead of files, are two names"},
                {"words", OptionKind::kFlag, "", "also ordinary words with variant spellings"},
                {"min-confidence", OptionKind::kValue, "P", "leave out doubtful clusters", "0.5"},
                memory_option()},
    .run = run,
    .notes =
        "Of a folder, texts (.txt) whose names say that they translate each other (a.ar.txt,\n"
        "a.en.txt) are taken together, and TMX, XLIFF and the like are read as units.\n"};

}  // namespace mizan
