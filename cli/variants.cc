// mizan variants: names spelled more than one way.
#include "cli/commands.h"
#include "tm/base/error.h"
#include "tm/project/variant_search.h"
#include "tm/report/json_lines.h"
#include "tm/report/variants_view.h"

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

int run(Invocation& call) {
  VariantSearch search;
  search.files = call.arguments();
  if (call.has("parallel")) {
    if (search.files.size() != 1) {
      throw Error(ErrorKind::kUsage, "variants: --parallel goes with one file", {},
                  "write: mizan variants --parallel EN AR");
    }
    search.translation = call.value("parallel");
  }
  if (call.flag("segmented")) search.segmentation = Segmentation::kLines;
  if (call.flag("words")) search.options.words = VariantOptions::Words::kInclude;
  search.options.min_confidence = call.number("min-confidence", 0, 1);
  search.memory_path = call.memory_path();
  const std::vector<NameCluster> clusters = run_search(search);
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
  return clusters.empty() ? 0 : 1;
}

}  // namespace

const Command kVariants = {
    .name = "variants",
    .arguments = "FILE...",
    .summary = "Finds names spelled more than one way, in one language or across the two.",
    .example = "mizan variants examples/article/article.ar.txt",
    .least_arguments = 1,
    .most_arguments = 10000,
    .options = {format_option({"text", "tsv", "jsonl"}),
                {"parallel", OptionKind::kValue, "FILE",
                 "the translation of the file: clusters of both languages, on firmer evidence"},
                {"segmented", OptionKind::kFlag, "",
                 "the files hold one segment a line, the translation line by line"},
                {"words", OptionKind::kFlag, "", "also ordinary words with variant spellings"},
                {"min-confidence", OptionKind::kValue, "P", "leave out doubtful clusters", "0.5"},
                memory_option()},
    .run = run};

}  // namespace mizan
