// mizan segment: the sentences of one text.
#include "cli/commands.h"
#include "tm/base/error.h"
#include "tm/project/text_input.h"
#include "tm/report/json_lines.h"
#include "tm/report/terminal.h"

namespace mizan {
namespace {

TextInput read_input(const Invocation& call) {
  const Segmentation segmentation =
      call.flag("semicolons") ? Segmentation::kSemicolonsToo : Segmentation::kSentences;
  if (!call.has("lang")) return read_text_input(call.argument(0), segmentation);
  return read_text_input(call.argument(0), segmentation, call.language("lang"));
}

int run(Invocation& call) {
  const TextInput input = read_input(call);
  const std::string& format = call.value("format");
  const TerminalStyle style = call.style();
  for (const Segment& segment : input.segmented.segments) {
    if (format == "jsonl") {
      call.out.line(to_json(segment));
    } else {
      call.out.line(shown(segment.text, style));
    }
  }
  return 0;
}

}  // namespace

const Command kSegment = {
    .name = "segment",
    .arguments = "FILE",
    .summary = "Splits one text into sentences, one a line.",
    .example = "mizan segment examples/article/article.ar.txt",
    .least_arguments = 1,
    .most_arguments = 1,
    .options = {format_option({"text", "jsonl"}),
                {"lang", OptionKind::kValue, "LANG", "ar or en (default: seen from the script)"},
                {"semicolons", OptionKind::kFlag, "", "end sentences at semicolons too"}},
    .run = run};

}  // namespace mizan
