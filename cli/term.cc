// mizan term find, lookup, list, check: what the termbase knows.
#include <algorithm>
#include <cmath>
#include <filesystem>

#include "cli/commands.h"
#include "tm/base/encoding.h"
#include "tm/base/error.h"
#include "tm/format/glossary_tsv.h"
#include "tm/project/terms.h"
#include "tm/report/json_lines.h"
#include "tm/report/match_view.h"
#include "tm/term/term_faults.h"
#include "tm/term/term_lookup.h"
#include "tm/term/termbase.h"
#include "tm/text/script.h"
#include "tm/text/sentences.h"

namespace mizan {
namespace {

std::vector<Segment> lines_to_search(const std::string& argument) {
  if (argument == "-" || std::filesystem::exists(argument)) {
    return split_lines(read_text(argument).text);
  }
  std::vector<Segment> lines(1);
  lines[0].text = decode_text(argument, "the text").text;
  return lines;
}

std::string percentage(double score) {
  // Rounded down: 100 is for the same letters alone.
  return std::to_string(static_cast<int>(std::floor(score * 100 + 1e-9)));
}

std::string hit_line(const TermHit& hit) {
  std::string renderings;
  for (const std::string& rendering : hit.translations) {
    renderings += (renderings.empty() ? "" : "; ") + tsv_field(rendering);
  }
  return std::to_string(hit.line) + '\t' + tsv_field(hit.surface) + '\t' + tsv_field(hit.term) +
         '\t' + renderings + '\t' + hit.evidence;
}

std::string hit_view(const TermHit& hit, const TerminalStyle& style) {
  std::string text = std::to_string(hit.line + 1) + ": " + shown(hit.surface, style);
  if (hit.surface != hit.term) {
    text += (hit.related ? "  related to " : "  ") + shown(hit.term, style);
  }
  text += "  →  ";
  for (std::size_t i = 0; i < hit.translations.size(); ++i) {
    text += (i == 0 ? "" : "; ") + shown(hit.translations[i], style);
  }
  return text + "  " + emphasised("(" + hit.evidence + ")", Emphasis::kDim, style);
}

int run_find(Invocation& call) {
  const std::unique_ptr<Database> database = open_if_present(call.memory_path());
  GlossarySummary glossary;
  const TermRecognizer terms = load_terms(call.list("glossary"), database.get(), glossary);
  print_diagnostics(glossary.diagnostics);
  if (terms.concepts().empty()) {
    throw Error(ErrorKind::kUsage, "term find: no terms to look for", {},
                "give --glossary FILE, or fill the termbase with mizan term import");
  }
  FindOptions options;
  options.min_confidence = call.number("min-confidence", 0, 1);
  options.related = call.flag("related");
  const std::string& format = call.value("format");
  const TerminalStyle style = call.style();
  const std::vector<Segment> lines = lines_to_search(call.argument(0));
  for (std::size_t number = 0; number < lines.size(); ++number) {
    const std::string& text = lines[number].text;
    const Language language = call.has("lang") ? call.language("lang")
                                               : detect_language(text).value_or(Language::kArabic);
    for (TermHit& hit : terms.find(text, language, options)) {
      hit.line = number;
      if (format == "jsonl") {
        call.out.line(to_json(hit));
      } else {
        call.out.line(format == "tsv" ? hit_line(hit) : hit_view(hit, style));
      }
    }
  }
  return 0;
}

int run_lookup(Invocation& call) {
  const std::unique_ptr<Database> database = open_if_present(call.memory_path());
  GlossarySummary glossary;
  const std::vector<TermConcept> entries =
      load_concepts(call.list("glossary"), database.get(), glossary);
  print_diagnostics(glossary.diagnostics);
  TermLookupOptions options;
  options.min_score = call.number("min", 0, 100) / 100;
  options.limit = call.count("limit");
  const std::string text = decode_text(call.argument(0), "the text").text;
  const std::vector<TermMatch> found = TermLookup(entries).find(text, options);
  const std::string& format = call.value("format");
  for (std::size_t i = 0; i < found.size(); ++i) {
    const TermMatch& match = found[i];
    const Term& term = match.entry->terms[match.term];
    if (format == "jsonl") {
      call.out.line(
          to_json(*match.entry, {.rank = i + 1, .score = match.score, .term = term.text}));
    } else if (format == "tsv") {
      call.out.line(percentage(match.score) + '\t' + std::to_string(match.entry->id) + '\t' +
                    tsv_field(term.text) + '\t' +
                    tsv_field(view_concept(*match.entry, TerminalStyle())));
    } else {
      call.out.line(percentage(match.score) + "%  " + view_concept(*match.entry, call.style()));
    }
  }
  return found.empty() ? 1 : 0;
}

int run_list(Invocation& call) {
  Database database(call.memory_path(), {.mode = OpenMode::kReadOnly});
  TermFilter filter;
  if (!call.arguments().empty()) filter.text = call.argument(0);
  if (call.has("status")) filter.status = parse_term_status(call.value("status"));
  if (call.has("lang")) filter.language = call.language("lang");
  for (const auto& [option, member] :
       {std::pair("subject", &TermFilter::subject), std::pair("customer", &TermFilter::customer),
        std::pair("project", &TermFilter::project), std::pair("source", &TermFilter::source)}) {
    if (call.has(option)) filter.*member = call.value(option);
  }
  const std::vector<TermConcept> entries = Termbase(database).list(filter);
  if (call.value("format") == "tsv") {
    LossCounts losses;
    call.out.write(glossary_tsv(entries, losses));
    return 0;
  }
  for (const TermConcept& entry : entries) {
    call.out.line(call.value("format") == "jsonl" ? to_json(entry)
                                                  : view_concept(entry, call.style()));
  }
  return 0;
}

int run_check(Invocation& call) {
  const std::unique_ptr<Database> database = open_if_present(call.memory_path());
  GlossarySummary glossary;
  const std::vector<TermConcept> entries =
      load_concepts(call.list("glossary"), database.get(), glossary);
  print_diagnostics(glossary.diagnostics);
  const auto contained =
      call.flag("contained") ? ContainedTerms::kInclude : ContainedTerms::kLeaveOut;
  const std::vector<TermFault> faults = find_term_faults(entries, contained);
  for (const TermFault& fault : faults) {
    std::vector<std::int64_t> numbers;
    for (const TermConcept* entry : fault.concepts) numbers.push_back(entry->id);
    if (call.value("format") == "jsonl") {
      call.out.line(term_fault_json(to_string(fault.kind), numbers, fault.message));
      continue;
    }
    std::string concepts;
    for (const std::int64_t number : numbers) {
      if (number > 0) concepts += (concepts.empty() ? "" : ",") + std::to_string(number);
    }
    const bool tsv = call.value("format") == "tsv";
    const std::string gap = tsv ? "\t" : "  ";
    call.out.line(std::string(to_string(fault.kind)) + gap + concepts + gap +
                  (tsv ? tsv_field(fault.message) : fault.message));
  }
  const bool wrong = std::ranges::any_of(
      faults, [](const TermFault& fault) { return fault.kind != TermFaultKind::kContained; });
  return wrong ? 1 : 0;
}

}  // namespace

const Command kTermFind = {
    .name = "term find",
    .arguments = "TEXT|FILE|-",
    .summary = "Finds the terms in a text, one sentence a line.",
    .example = "mizan term find --glossary glossaries/sahel.tsv examples/article/article.ar.txt",
    .least_arguments = 1,
    .most_arguments = 1,
    .options = {format_option({"text", "tsv", "jsonl"}),
                glossary_option(),
                {"lang", OptionKind::kValue, "LANG",
                 "ar or en (default: seen from the script of each line)"},
                {"related", OptionKind::kFlag, "", "also related forms (الفيلق الإفريقي)"},
                {"min-confidence", OptionKind::kValue, "P", "leave out doubtful hits", "0.5"},
                memory_option()},
    .run = run_find};

const Command kTermLookup = {
    .name = "term lookup",
    .arguments = "TEXT",
    .summary = "Finds the concepts with a term like TEXT: misspelled, in part, in either script.",
    .example = "mizan term lookup bamaco --glossary glossaries/sahel.tsv",
    .least_arguments = 1,
    .most_arguments = 1,
    .options = {format_option({"text", "tsv", "jsonl"}),
                glossary_option(),
                {"min", OptionKind::kValue, "PERCENT", "leave out what is less like it", "70"},
                {"limit", OptionKind::kValue, "N", "at most so many concepts", "10"},
                memory_option()},
    .run = run_lookup};

const Command kTermList = {
    .name = "term list",
    .arguments = "[TEXT]",
    .summary = "Lists the concepts of the termbase, or those whose terms contain TEXT.",
    .example = "mizan term list إفريقيا",
    .most_arguments = 1,
    .options = {format_option({"text", "tsv", "jsonl"}),
                {"status",
                 OptionKind::kValue,
                 "STATUS",
                 "only with a term of this status",
                 "",
                 {"preferred", "admitted", "deprecated", "superseded"}},
                {"lang", OptionKind::kValue, "LANG", "only with such a term in ar or en"},
                {"subject", OptionKind::kValue, "NAME", "only of this subject field"},
                {"customer", OptionKind::kValue, "NAME", "only of this customer"},
                {"project", OptionKind::kValue, "NAME", "only of this project"},
                {"source", OptionKind::kValue, "NAME", "only from this source or file"},
                memory_option()},
    .run = run_list};

const Command kTermCheck = {
    .name = "term check",
    .arguments = "",
    .summary = "Checks the termbase: duplicates, conflicts, two preferred terms, empty sides.",
    .example = "mizan term check --glossary examples/article/glossary.tsv",
    .options = {format_option({"text", "tsv", "jsonl"}),
                glossary_option(),
                {"contained", OptionKind::kFlag, "", "also terms that are part of other terms"},
                memory_option()},
    .run = run_check,
    .notes = "Exit code 1 when something is wrong; terms within terms are not."};

}  // namespace mizan
