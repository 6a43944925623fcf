// mizan concord: every unit that holds a phrase.
#include "cli/commands.h"
#include "tm/base/encoding.h"
#include "tm/base/error.h"
#include "tm/memory/concordance.h"
#include "tm/report/json_lines.h"
#include "tm/report/match_view.h"
#include "tm/text/script.h"

namespace mizan {
namespace {

ConcordanceQuery kind_of_query(const Invocation& call) {
  if (call.flag("regex") && call.flag("all-words")) {
    throw Error(ErrorKind::kUsage, "concord: --regex and --all-words exclude each other", {},
                "give one of them");
  }
  if (call.flag("regex")) return ConcordanceQuery::kRegex;
  return call.flag("all-words") ? ConcordanceQuery::kAllWords : ConcordanceQuery::kPhrase;
}

int run(Invocation& call) {
  const std::string phrase = decode_text(call.argument(0), "the phrase").text;
  const Database database(call.memory_path(), {.mode = OpenMode::kReadOnly});
  const TranslationMemory memory(database);
  ConcordanceOptions options;
  options.query = kind_of_query(call);
  options.limit = call.count("limit");
  options.side = call.has("lang") ? call.language("lang")
                                  : detect_language(phrase).value_or(Language::kArabic);
  if (call.flag("same-clitics")) options.clitics = CliticMatching::kSame;
  const Concordance found = concordance(memory, phrase, options);
  const std::string& format = call.value("format");
  for (const ConcordanceHit& hit : found.hits) {
    if (format == "jsonl") {
      call.out.line(to_json(hit, *options.side));
    } else if (format == "tsv") {
      call.out.line(tsv_field(hit.unit.text(*options.side)) + '\t' +
                    tsv_field(hit.unit.text(other(*options.side))));
    } else {
      call.out.line(view_concordance(hit, *options.side, call.style()));
    }
  }
  if (found.further > 0 || !found.all_counted) {
    call.out.flush();
    print_message(std::string(found.all_counted ? "" : "at least ") +
                  std::to_string(found.further) + " further units; see them with --limit");
  }
  return found.hits.empty() && found.further == 0 ? 1 : 0;
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
                {"all-words", OptionKind::kFlag, "", "every word of the phrase, in any order"},
                {"regex", OptionKind::kFlag, "",
                 "the phrase is a regular expression (ICU) on the original text"},
                {"same-clitics", OptionKind::kFlag, "",
                 "words must carry the same clitics (فيلق does not find الفيلق)"},
                memory_option()},
    .run = run,
    .notes =
        "Words are compared without marks, hamza seats and clitics, and found by the index.\n"
        "A regular expression is tried on every unit of the language, which takes seconds\n"
        "in a memory of a million: mizan concord --regex '(?i)\\bafrica\\w*' --lang en\n"};

}  // namespace mizan
