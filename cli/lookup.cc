// mizan lookup: how did we translate this before?
#include <cstdio>

#include "cli/commands.h"
#include "tm/base/encoding.h"
#include "tm/base/error.h"
#include "tm/memory/context.h"
#include "tm/project/terms.h"
#include "tm/report/json_lines.h"
#include "tm/report/match_view.h"
#include "tm/text/script.h"
#include "tm/text/sentences.h"

namespace mizan {
namespace {

bool is_batch(const Invocation& call) {
  return call.has("batch") || (!call.arguments().empty() && call.argument(0) == "-");
}

std::vector<Segment> read_queries(const Invocation& call) {
  if (is_batch(call)) {
    return split_lines(read_text(call.has("batch") ? call.value("batch") : "-").text);
  }
  if (call.arguments().empty()) {
    throw Error(ErrorKind::kUsage, "lookup: no text", {}, "write: mizan lookup TEXT");
  }
  std::vector<Segment> segments(1);
  segments[0].text = decode_text(call.argument(0), "the text").text;
  return segments;
}

// What stands around a text: the lines around it in a batch, what the options say otherwise.
Surroundings read_surroundings(const Invocation& call, const std::vector<Segment>& queries,
                               std::size_t number) {
  if (is_batch(call)) return surroundings_of(queries, number);
  Surroundings around;
  if (call.has("before")) around.before = decode_text(call.value("before"), "--before").text;
  if (call.has("after")) around.after = decode_text(call.value("after"), "--after").text;
  return around;
}

std::string match_line(const Match& match, Language side, std::size_t query) {
  char score[32];
  std::snprintf(score, sizeof score, "%.4f", match.score);
  return std::to_string(query) + '\t' + score + '\t' + tsv_field(match.unit.text(side)) + '\t' +
         tsv_field(match.unit.text(other(side)));
}

int run(Invocation& call) {
  const std::vector<Segment> queries = read_queries(call);
  if (is_batch(call) && (call.has("before") || call.has("after"))) {
    throw Error(ErrorKind::kUsage, "lookup: --before and --after go with one TEXT", {},
                "in a batch the lines around a text are its context");
  }
  Database database(call.memory_path(), {.mode = OpenMode::kReadOnly});
  const TranslationMemory memory(database);
  LookupOptions options;
  options.min_score = call.number("min", 0, 100) / 100;
  options.limit = call.count("limit");
  if (call.flag("exhaustive")) options.plan = LookupPlan::kExhaustive;
  ContextLookup look_up(memory);
  const std::string& format = call.value("format");
  const TerminalStyle style = call.style();
  std::optional<TermRecognizer> terms;
  if (format == "text") {
    GlossarySummary glossary;
    terms.emplace(load_terms(call.list("glossary"), &database, glossary));
    print_diagnostics(glossary.diagnostics);
  }
  bool any = false;
  for (std::size_t number = 0; number < queries.size(); ++number) {
    const std::string& query = queries[number].text;
    options.side = call.has("lang") ? call.language("lang")
                                    : detect_language(query).value_or(Language::kArabic);
    const RankedMatches found =
        look_up.find(query, read_surroundings(call, queries, number), options);
    for (std::size_t i = 0; i < found.matches.size(); ++i) {
      const Match& match = found.matches[i];
      const bool last = i + 1 == found.matches.size();
      if (format == "jsonl") {
        call.out.line(
            to_json(match, *options.side,
                    {.query = number, .rank = i + 1, .left_out = last ? found.left_out : 0}));
      } else if (format == "tsv") {
        call.out.line(match_line(match, *options.side, number));
      } else {
        call.out.line(view_match(match, query, *options.side, style));
        if (last) call.out.write(view_left_out(found.left_out));
      }
    }
    any = any || !found.matches.empty();
    if (!terms) continue;
    const std::vector<TermHit> hits = terms->find(query, *options.side);
    if (!hits.empty()) call.out.write("Terms:\n" + view_terms(hits, style));
  }
  if (any || is_batch(call)) return 0;
  if (format == "text") print_message("no match of " + call.value("min") + "% or more");
  return 1;
}

}  // namespace

const Command kLookup = {
    .name = "lookup",
    .arguments = "TEXT|-",
    .summary = "Finds how a text, or one like it, was translated before.",
    .example = "mizan lookup \"حرب الوقود في الساحل\" --min 40",
    .least_arguments = 0,
    .most_arguments = 1,
    .options = {format_option({"text", "tsv", "jsonl"}),
                {"min", OptionKind::kValue, "PERCENT", "least similarity", "70"},
                {"limit", OptionKind::kValue, "N", "at most so many matches a text", "5"},
                {"batch", OptionKind::kValue, "FILE", "one text a line"},
                {"before", OptionKind::kValue, "TEXT",
                 "the segment before it (empty: it begins the text); in a batch, the line before"},
                {"after", OptionKind::kValue, "TEXT",
                 "the segment after it (empty: it ends the text)"},
                {"lang", OptionKind::kValue, "LANG",
                 "language of the text: ar or en (default: seen from the script)"},
                {"exhaustive", OptionKind::kFlag, "",
                 "compare with every unit, without the index (slow; the same answers)"},
                glossary_option(),
                memory_option()},
    .run = run,
    .notes =
        "An exact match that stands between the same two segments in the memory is shown as\n"
        "101% and ranks first. Where only numbers, acronyms or addresses differ from what the\n"
        "translation holds, the translation with the new ones is suggested.\n"};

}  // namespace mizan
