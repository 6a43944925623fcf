// mizan leverage: how much of a new text the memory covers.
#include "tm/memory/leverage.h"

#include <optional>

#include "cli/commands.h"
#include "cli/progress.h"
#include "tm/base/error.h"
#include "tm/base/file.h"
#include "tm/format/pretranslation.h"
#include "tm/project/leverage_job.h"
#include "tm/report/leverage_view.h"

namespace mizan {
namespace {

// The pretranslated texts on their way into a file, in the format that its name says.
class PretranslationFile {
 public:
  explicit PretranslationFile(const std::string& path) : file_(path) {
    const auto sink = [this](std::string_view text) { file_.write(text); };
    const std::string name = path.ends_with(".gz") ? path.substr(0, path.size() - 3) : path;
    if (name.ends_with(".tsv")) {
      tsv_.emplace(sink);
    } else if (name.ends_with(".xlf") || name.ends_with(".xliff")) {
      xliff_.emplace(sink);
    } else {
      throw Error(ErrorKind::kUsage, "leverage: cannot tell the format of " + path, {},
                  "end the name in .xlf or .tsv");
    }
  }

  void write(const LeverageText& text) {
    if (tsv_) tsv_->write(text);
    if (xliff_) xliff_->write(text);
  }

  void commit() {
    if (xliff_) xliff_->finish();
    file_.commit();
  }

 private:
  FileReplacement file_;
  std::optional<TsvPretranslation> tsv_;
  std::optional<XliffPretranslation> xliff_;
};

int run(Invocation& call) {
  const Segmentation segmentation =
      call.flag("segmented") ? Segmentation::kLines : Segmentation::kSentences;
  LeverageAnalysis analysis(call.memory_path(), call.jobs());
  std::optional<PretranslationFile> output;
  if (call.has("pretranslate")) output.emplace(call.value("pretranslate"));
  std::vector<LeverageRow> rows;
  Progress progress("files", call.arguments().size());
  for (const std::string& path : call.arguments()) {
    const LeverageInput input = read_leverage_input(path, segmentation);
    progress.clear();
    print_diagnostics(input.diagnostics);
    for (const SegmentedText& text : input.texts) {
      const LeverageText analysed = analysis.analyse(text);
      rows.push_back({analysed.name, analysed.language, analysed.table()});
      if (output) output->write(analysed);
    }
    progress.show(rows.size());
  }
  progress.clear();
  if (output) output->commit();
  const std::string& format = call.value("format");
  if (format == "json") {
    call.out.line(leverage_json(rows));
  } else {
    call.out.write(format == "tsv" ? leverage_tsv(rows) : view_leverage(rows, call.style()));
  }
  return 0;
}

}  // namespace

const Command kLeverage = {
    .name = "leverage",
    .arguments = "FILE...",
    .summary = "Counts how much of new texts the memory covers, in match bands; pretranslates.",
    .example = "mizan leverage examples/article2/article.ar.txt",
    .least_arguments = 1,
    .most_arguments = SIZE_MAX,
    .options = {format_option({"text", "tsv", "json"}),
                {"pretranslate", OptionKind::kValue, "OUT",
                 "write every segment with its best match, its score and origin: .xlf or .tsv"},
                {"segmented", OptionKind::kFlag, "", "texts have one segment a line"},
                jobs_option(),
                memory_option()},
    .run = run,
    .notes =
        R"(A FILE is a text, or a bilingual file (.tmx .xlf .po .tsv ...), of which the source side counts.
Every segment is in the first band that fits:
  in context   an exact match that stands between the same two segments in the memory
  exact        100%
  repetitions  equal to an earlier segment of these files
  95-99% ...   the best match, rounded down; none: less than 50%
Words are what stands between white space and holds a letter or a digit.
)"};

}  // namespace mizan
