// mizan term import, export: the termbase and files of other programs.
#include <algorithm>

#include "cli/commands.h"
#include "tm/base/error.h"
#include "tm/base/file.h"
#include "tm/format/term_files.h"
#include "tm/term/termbase.h"

namespace mizan {
namespace {

void print_losses(const std::string& path, const LossCounts& losses) {
  if (!losses.empty()) print_message(path + ": left out: " + to_string(losses));
}

std::vector<std::string> split_columns(const std::string& list) {
  std::vector<std::string> columns;
  for (std::size_t begin = 0; begin <= list.size();) {
    const std::size_t end = std::min(list.find(',', begin), list.size());
    columns.push_back(list.substr(begin, end - begin));
    begin = end + 1;
  }
  return columns;
}

int run_import(Invocation& call) {
  const std::vector<std::string> columns =
      call.has("columns") ? split_columns(call.value("columns")) : std::vector<std::string>();
  Database database(call.memory_path());
  Termbase termbase(database);
  for (const std::string& path : call.arguments()) {
    const TermFile file = read_terms(path, columns);
    print_diagnostics(file.diagnostics);
    print_losses(path, file.losses);
    if (file.concepts.empty()) {
      throw Error(ErrorKind::kMalformed, "holds no pair of terms", {.file = path},
                  "give rows of Arabic TAB English");
    }
    const std::string command = "term import " + path;
    const TermImport result = termbase.import(
        file.concepts, {command, call.has("author") ? std::string_view(call.value("author")) : ""});
    print_message(path + ": " + std::to_string(result.concepts_added) + " concepts added, " +
                  std::to_string(result.concepts_extended) + " extended, " +
                  std::to_string(result.unchanged) + " known already");
    const auto twice = std::ranges::count_if(
        file.concepts, [](const TermConcept& entry) { return preferred_twice(entry).has_value(); });
    if (twice > 0) {
      print_message(path + ": " + std::to_string(twice) +
                    " concepts prefer two terms of one language; mizan term check names them");
    }
  }
  return 0;
}

int run_export(Invocation& call) {
  const std::string& path = call.value("output");
  TermWriteOptions options;
  const auto named = term_format_of(path);
  if (call.has("format")) {
    options.format = *parse_term_format(call.value("format"));
  } else if (named) {
    options.format = *named;
  } else if (path != "-") {
    throw Error(ErrorKind::kUsage, "the name does not say which format is wanted", {.file = path},
                "end it in .tsv, .csv, .xlsx, .tbx or .txt (OmegaT), or give --format");
  }
  options.source = call.language("source");
  Database database(call.memory_path(), {.mode = OpenMode::kReadOnly});
  LossCounts losses;
  const std::string content = written_terms(Termbase(database).list(), options, losses);
  if (path == "-") {
    call.out.write(content);
  } else {
    write_file(path, content);
  }
  print_losses(path == "-" ? "term export" : path, losses);
  return 0;
}

}  // namespace

const Command kTermImport = {
    .name = "term import",
    .arguments = "FILE...",
    .summary = "Adds glossaries to the termbase: TBX, TSV, CSV, XLSX, OmegaT.",
    .example = "mizan term import glossaries/sahel.tsv",
    .least_arguments = 1,
    .most_arguments = 1000,
    .options = {{"columns", OptionKind::kValue, "NAMES",
                 "of a table in order: ar,en,status,note,..."},
                {"author", OptionKind::kValue, "NAME", "who adds them"},
                memory_option()},
    .run = run_import,
    .notes =
        "The format is seen from the content. Columns of a table, by its header or by --columns: "
        "ar en (or source target), status, note, pos, number, gender, forms (a|b), case_sensitive, "
        "do_not_translate, definition, subject, origin, customer, project, entry; - for none."};

const Command kTermExport = {
    .name = "term export",
    .arguments = "",
    .summary = "Writes the termbase as TSV, CSV, XLSX, TBX-Basic or an OmegaT glossary.",
    .example = "mizan term export --output \"$(mktemp --suffix .tbx)\"",
    .options = {output_option(),
                {"format",
                 OptionKind::kValue,
                 "NAME",
                 "not the one the name of the file ends in",
                 "",
                 {"tsv", "csv", "xlsx", "tbx", "tbx3", "tbx3-dct", "omegat"}},
                {"source", OptionKind::kValue, "LANG", "the first language of an OmegaT glossary",
                 "ar"},
                memory_option()},
    .run = run_export};

}  // namespace mizan
