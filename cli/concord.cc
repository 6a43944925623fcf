// mizan concord: every unit that holds a phrase.
#include "cli/commands.h"
#include "tm/base/encoding.h"
#include "tm/memory/concordance.h"
#include "tm/report/json_lines.h"
#include "tm/report/match_view.h"
#include "tm/text/script.h"

namespace mizan {
namespace {

int run(Invocation& call) {
  const std::string phrase = decode_text(call.argument(0), "the phrase").text;
  const Database database(call.memory_path(), {.mode = OpenMode::kReadOnly});
  const TranslationMemory memory(database);
  ConcordanceOptions options;
  options.limit = call.count("limit");
  options.side = call.has("lang") ? call.language("lang")
                                  : detect_language(phrase).value_or(Language::kArabic);
  if (call.flag("same-clitics")) options.clitics = CliticMatching::kSame;
  const std::vector<ConcordanceHit> hits = concordance(memory, phrase, options);
  const std::string& format = call.value("format");
  for (const ConcordanceHit& hit : hits) {
    if (format == "jsonl") {
      call.out.line(to_json(hit, *options.side));
    } else if (format == "tsv") {
      call.out.line(tsv_field(hit.unit.text(*options.side)) + '\t' +
                    tsv_field(hit.unit.text(other(*options.side))));
    } else {
      call.out.line(view_concordance(hit, *options.side, call.style()));
    }
  }
  return hits.empty() ? 1 : 0;
}

}  // namespace

const Command kConcord = {
    .name = "concord",
    .arguments = "PHRASE",
    .summary = "Lists the units that hold a phrase, on either side.",
    .example = "mizan concord \"فيلق إفريقيا\"",
    .least_arguments = 1,
    .most_arguments = 1,
    .options = {format_option({"text", "tsv", "jsonl"}),
                {"limit", OptionKind::kValue, "N", "at most so many units", "50"},
                {"lang", OptionKind::kValue, "LANG",
                 "language of the phrase: ar or en (default: seen from the script)"},
                {"same-clitics", OptionKind::kFlag, "",
                 "words must carry the same clitics (فيلق does not find الفيلق)"},
                memory_option()},
    .run = run};

}  // namespace mizan
