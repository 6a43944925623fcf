// mizan term: the termbase, and terms in running text.
#include <charconv>
#include <filesystem>

#include "cli/commands.h"
#include "tm/base/encoding.h"
#include "tm/base/error.h"
#include "tm/base/file.h"
#include "tm/format/glossary_tsv.h"
#include "tm/project/terms.h"
#include "tm/report/json_lines.h"
#include "tm/report/match_view.h"
#include "tm/term/termbase.h"
#include "tm/text/script.h"
#include "tm/text/sentences.h"

namespace mizan {
namespace {

std::int64_t concept_number(const std::string& text) {
  std::int64_t id = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
  if (error != std::errc() || end != text.data() + text.size() || id <= 0) {
    throw Error(ErrorKind::kUsage, "not the number of a concept: " + text, {},
                "term list prints the numbers");
  }
  return id;
}

std::vector<Segment> lines_to_search(const std::string& argument) {
  if (argument == "-" || std::filesystem::exists(argument)) {
    return split_lines(read_text(argument).text);
  }
  std::vector<Segment> lines(1);
  lines[0].text = decode_text(argument, "the text").text;
  return lines;
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
  std::vector<Diagnostic> diagnostics;
  const TermRecognizer terms = load_terms(call.list("glossary"), database.get(), diagnostics);
  print_diagnostics(diagnostics);
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

int run_add(Invocation& call) {
  TermConcept entry;
  for (std::size_t i = 0; i < 2; ++i) {
    Term term;
    term.text = decode_text(call.argument(i), "the term").text;
    term.language = detect_language(term.text).value_or(Language::kEnglish);
    entry.terms.push_back(std::move(term));
  }
  if (entry.terms[0].language == entry.terms[1].language) {
    throw Error(ErrorKind::kUsage, "term add: both terms are in one language", {},
                "give one Arabic and one English term");
  }
  const auto status = parse_term_status(call.value("status"));
  for (Term& term : entry.terms) {
    if (term.language == Language::kEnglish) term.status = *status;
    if (call.has("note")) term.note = call.value("note");
  }
  Database database(call.memory_path());
  const AddedConcept added = Termbase(database).add(entry);
  for (const SimilarTerm& similar : added.similar) {
    print_message("similar: " + similar.term.text + " (concept " +
                  std::to_string(similar.concept_id) + ")");
  }
  if (added.already_there) print_message("it was there already");
  call.out.line(std::to_string(added.id));
  return 0;
}

int run_list(Invocation& call) {
  Database database(call.memory_path(), {.mode = OpenMode::kReadOnly});
  TermFilter filter;
  if (!call.arguments().empty()) filter.text = call.argument(0);
  if (call.has("status")) filter.status = parse_term_status(call.value("status"));
  const std::vector<TermConcept> entries = Termbase(database).list(filter);
  if (call.value("format") == "tsv") {
    call.out.write(glossary_tsv(entries));
    return 0;
  }
  for (const TermConcept& entry : entries) {
    call.out.line(call.value("format") == "jsonl" ? to_json(entry)
                                                  : view_concept(entry, call.style()));
  }
  return 0;
}

int run_remove(Invocation& call) {
  Database database(call.memory_path(), {.mode = OpenMode::kMustExist});
  Termbase(database).remove(concept_number(call.argument(0)));
  return 0;
}

int run_import(Invocation& call) {
  Database database(call.memory_path());
  Termbase termbase(database);
  for (const std::string& path : call.arguments()) {
    const Glossary glossary = read_glossary(path);
    print_diagnostics(glossary.diagnostics);
    if (glossary.rows.empty()) {
      throw Error(ErrorKind::kMalformed, "holds no pair of terms", {.file = path},
                  "give rows of Arabic TAB English");
    }
    const TermImport result = termbase.import(to_concepts(glossary), "term import " + path);
    print_message(path + ": " + std::to_string(result.concepts_added) + " concepts added, " +
                  std::to_string(result.concepts_extended) + " extended, " +
                  std::to_string(result.unchanged) + " known already");
  }
  return 0;
}

int run_export(Invocation& call) {
  Database database(call.memory_path(), {.mode = OpenMode::kReadOnly});
  const std::string glossary = glossary_tsv(Termbase(database).list());
  if (call.value("output") == "-") {
    call.out.write(glossary);
  } else {
    write_file(call.value("output"), glossary);
  }
  return 0;
}

const std::vector<std::string_view> kStatuses = {"preferred", "admitted", "deprecated",
                                                 "superseded"};

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

const Command kTermAdd = {
    .name = "term add",
    .arguments = "ARABIC ENGLISH",
    .summary = "Adds a term to the termbase, says what is similar, prints its number.",
    .example = "mizan term add \"فيلق إفريقيا\" \"Africa Corps\"",
    .least_arguments = 2,
    .most_arguments = 2,
    .options = {{"status", OptionKind::kValue, "STATUS", "of the English term", "preferred",
                 kStatuses},
                {"note", OptionKind::kValue, "TEXT", "a note"},
                memory_option()},
    .run = run_add};

const Command kTermList = {
    .name = "term list",
    .arguments = "[TEXT]",
    .summary = "Lists the concepts of the termbase, or those whose terms contain TEXT.",
    .example = "mizan term list إفريقيا",
    .most_arguments = 1,
    .options = {format_option({"text", "tsv", "jsonl"}),
                {"status", OptionKind::kValue, "STATUS", "only with a term of this status", "",
                 kStatuses},
                memory_option()},
    .run = run_list};

const Command kTermRemove = {
    .name = "term remove",
    .arguments = "CONCEPT",
    .summary = "Removes a concept from the termbase.",
    .example = "mizan term remove \"$(mizan term add \"فيلق إفريقيا\" \"Africa Corps\")\"",
    .least_arguments = 1,
    .most_arguments = 1,
    .options = {memory_option()},
    .run = run_remove};

const Command kTermImport = {
    .name = "term import",
    .arguments = "FILE...",
    .summary = "Adds glossaries to the termbase: Arabic TAB English TAB status or note.",
    .example = "mizan term import glossaries/sahel.tsv",
    .least_arguments = 1,
    .most_arguments = 1000,
    .options = {memory_option()},
    .run = run_import};

const Command kTermExport = {
    .name = "term export",
    .arguments = "",
    .summary = "Writes the termbase as a glossary.",
    .example = "mizan term export",
    .options = {{"output", OptionKind::kValue, "FILE", "where to (- is standard output)", "-"},
                memory_option()},
    .run = run_export};

}  // namespace mizan
