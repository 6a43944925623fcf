// mizan import, export: files of translation units into the memory and out of it.
#include "cli/commands.h"
#include "cli/lexicon.h"
#include "cli/progress.h"
#include "tm/base/error.h"
#include "tm/base/file.h"
#include "tm/project/unit_files.h"

namespace mizan {
namespace {

int run_import(Invocation& call) {
  const Database database(call.memory_path());
  TranslationMemory memory(database);
  for (const std::string& path : call.arguments()) {
    Progress progress("units");
    const ImportSummary summary =
        import_units(memory, path, [&](std::size_t units) { progress.show(units); });
    progress.clear();
    print_diagnostics(summary.diagnostics);
    if (summary.swapped) print_message(path + ": English comes first; read in that order");
    print_message(path + ": " + summary.format + ", " + std::to_string(summary.units) +
                  " units read, " + std::to_string(summary.added) + " added" +
                  (summary.merged > 0 ? ", " + std::to_string(summary.merged) + " merged" : ""));
  }
  learn_from_new_units(call);
  return 0;
}

UnitFormat output_format(const Invocation& call) {
  std::string format = call.has("format") ? call.value("format") : "";
  if (format.empty()) {
    const std::string& path = call.value("output");
    const std::size_t dot = path.rfind('.');
    format = dot == std::string::npos ? "tsv" : path.substr(dot + 1);
  }
  if (format == "tmx") return UnitFormat::kTmx;
  if (format == "tsv" || format == "txt") return UnitFormat::kTsv;
  if (format == "jsonl") return UnitFormat::kJsonLines;
  throw Error(ErrorKind::kUsage, "export: unknown format " + format, {},
              "choose one of tmx, tsv, jsonl with --format");
}

int run_export(Invocation& call) {
  UnitFilter filter;
  const auto set = [&](const char* option, std::optional<std::string>& field) {
    if (call.has(option)) field = call.value(option);
  };
  set("file", filter.file);
  set("document", filter.document);
  set("author", filter.author);
  set("since", filter.since);
  set("until", filter.until);
  const UnitFormat format = output_format(call);
  const Database database(call.memory_path(), {.mode = OpenMode::kReadOnly});
  const TranslationMemory memory(database);
  const std::string& path = call.value("output");
  if (path == "-") {
    export_units(memory, filter, format, [&](std::string_view text) { call.out.write(text); });
    return 0;
  }
  FileReplacement file(path);
  const std::size_t units =
      export_units(memory, filter, format, [&](std::string_view text) { file.write(text); });
  file.commit();
  print_message(path + ": " + std::to_string(units) + " units written");
  return 0;
}

}  // namespace

const Command kImport = {
    .name = "import",
    .arguments = "FILE...",
    .summary = "Adds translation units to the memory: TMX, or TSV with Arabic TAB English.",
    .example =
        "mizan align --format tmx examples/article/article.ar.txt examples/article/article.en.txt"
        " | mizan import -",
    .least_arguments = 1,
    .most_arguments = 10000,
    .options = {memory_option()},
    .run = run_import};

const Command kExport = {
    .name = "export",
    .arguments = "",
    .summary = "Writes the memory to a file.",
    .example = "mizan export --format tsv",
    .options = {{"output", OptionKind::kValue, "FILE", "where to (- is standard output)", "-"},
                {"format",
                 OptionKind::kValue,
                 "FORMAT",
                 "output format, seen from the name of the file, else tsv",
                 {},
                 {"tmx", "tsv", "jsonl"}},
                {"file", OptionKind::kValue, "NAME", "only units imported from this file"},
                {"document", OptionKind::kValue, "NAME", "only units of this document"},
                {"author", OptionKind::kValue, "NAME", "only units by this author"},
                {"since", OptionKind::kValue, "DATE", "only units changed on this day or later"},
                {"until", OptionKind::kValue, "DATE", "only units changed before this day"},
                memory_option()},
    .run = run_export};

}  // namespace mizan
