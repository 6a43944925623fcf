// mizan import, export, convert: files of translation units into the memory, out of it, and from
// one format into another.
#include <algorithm>
#include <initializer_list>
#include <optional>

#include "cli/commands.h"
#include "cli/lexicon.h"
#include "cli/progress.h"
#include "tm/base/error.h"
#include "tm/project/unit_files.h"

namespace mizan {
namespace {

// How files are read, with the command's own options behind.
std::vector<Option> reading_options(std::initializer_list<Option> further) {
  std::vector<Option> options = {
      {"from", OptionKind::kValue, "FORMAT", "input format, seen from the content"},
      {"keep-going", OptionKind::kFlag, "", "leave malformed records out instead of stopping"},
      {"columns", OptionKind::kValue, "NAMES",
       "of a tsv or csv in order: ar,en or source,target; also note, id, document, author; - for "
       "none"},
      {"delimiter", OptionKind::kValue, "SIGN", "of a csv or tsv: tab, comma, semicolon, pipe"},
      {"skip-rows", OptionKind::kValue, "N", "rows in front of the table of a tsv or csv", "0"},
      {"fuzzy", OptionKind::kFlag, "", "take what a po file marks as fuzzy, too"}};
  options.insert(options.end(), further);
  return options;
}

// What "--delimiter" may be besides the character itself.
struct DelimiterName {
  std::string_view name;
  char delimiter;
};
constexpr DelimiterName kDelimiters[] = {
    {"tab", '\t'}, {"comma", ','}, {"semicolon", ';'}, {"pipe", '|'}};

char parse_delimiter(const std::string& text) {
  const auto* named = std::ranges::find(kDelimiters, std::string_view(text), &DelimiterName::name);
  if (named != std::end(kDelimiters)) return named->delimiter;
  if (text.size() != 1 || text == "\"" || text == "\n" || (text[0] & 0x80) != 0) {
    throw Error(ErrorKind::kUsage, "not a delimiter: " + text, {},
                "give tab, comma, semicolon, pipe or one ASCII character");
  }
  return text[0];
}

std::vector<std::string> split_names(std::string_view list) {
  std::vector<std::string> names;
  while (true) {
    const std::size_t comma = list.find(',');
    names.emplace_back(list.substr(0, comma));
    if (comma == list.npos) return names;
    list.remove_prefix(comma + 1);
  }
}

UnitReadOptions read_options(const Invocation& call) {
  UnitReadOptions options;
  if (call.flag("keep-going")) options.malformed = MalformedRecord::kSkip;
  if (call.flag("fuzzy")) options.fuzzy = FuzzyTranslations::kTake;
  if (call.has("columns")) options.table.columns = split_names(call.value("columns"));
  if (call.has("delimiter")) options.table.delimiter = parse_delimiter(call.value("delimiter"));
  options.table.skip_rows = call.count("skip-rows");
  return options;
}

// The format that the option names; null when it is absent.
const UnitFormat* input_format(const Invocation& call, std::string_view option) {
  if (!call.has(option)) return nullptr;
  const UnitFormat* format = find_unit_format(call.value(option));
  if (format == nullptr || format->read == nullptr) {
    throw Error(ErrorKind::kUsage, "unknown format " + call.value(option), {},
                "choose one of " + readable_unit_formats());
  }
  return format;
}

// What was read of a source, ", ..." for what was left out.
std::string described(const UnitReadSummary& read) {
  std::string text = read.format + ", " + std::to_string(read.units) + " units read";
  if (read.untranslated > 0) text += ", " + std::to_string(read.untranslated) + " untranslated";
  if (read.malformed > 0) text += ", " + std::to_string(read.malformed) + " malformed left out";
  return text;
}

void print_reading(const UnitReadSummary& read, const std::string& path) {
  print_diagnostics(read.diagnostics);
  if (read.swapped) print_message(path + ": English comes first; read in that order");
}

void print_losses(const std::string& path, const LossCounts& losses) {
  if (!losses.empty()) print_message(path + ": not kept: " + to_string(losses));
}

int run_import(Invocation& call) {
  const std::vector<UnitSource> sources =
      unit_sources(call.arguments(), input_format(call, "from"));
  const Database database(call.memory_path());
  TranslationMemory memory(database);
  for (const UnitSource& source : sources) {
    const std::string& path = source.paths[0];
    Progress progress("units");
    const ImportSummary summary = import_units(memory, source, read_options(call),
                                               [&](std::size_t units) { progress.show(units); });
    progress.clear();
    print_reading(summary.read, path);
    print_message(path + ": " + described(summary.read) + ", " + std::to_string(summary.added) +
                  " added" +
                  (summary.merged > 0 ? ", " + std::to_string(summary.merged) + " merged" : ""));
    print_losses(path, summary.read.left_out);
  }
  learn_from_new_units(call);
  return 0;
}

UnitFilter unit_filter(const Invocation& call) {
  UnitFilter filter;
  const auto set = [&](const char* option, std::optional<std::string>& field) {
    if (call.has(option)) field = call.value(option);
  };
  set("file", filter.file);
  set("document", filter.document);
  set("author", filter.author);
  set("since", filter.since);
  set("until", filter.until);
  set("ar-regex", filter.arabic_pattern);
  set("en-regex", filter.english_pattern);
  if (call.has("source")) filter.source_language = call.language("source");
  return filter;
}

int run_export(Invocation& call) {
  const std::string& path = call.value("output");
  const TextSink standard_output = [&](std::string_view text) { call.out.write(text); };
  const std::string id = call.has("format") ? call.value("format") : "";
  const Database database(call.memory_path(), {.mode = OpenMode::kReadOnly});
  const TranslationMemory memory(database);
  const UnitFormat* format = writable_format(id, path);
  if (format == nullptr) format = find_unit_format("tsv");
  UnitOutput output(*format, path, standard_output);
  const std::size_t units = export_units(memory, unit_filter(call), output.writer());
  output.commit();
  if (path != "-") print_losses(path, output.writer().losses());
  if (path != "-") print_message(path + ": " + std::to_string(units) + " units written");
  return 0;
}

int run_convert(Invocation& call) {
  const std::string& path = call.argument(1);
  const UnitSource source =
      unit_sources({&call.argument(0), 1}, input_format(call, "from")).front();
  const UnitFormat* format = writable_format(call.has("to") ? call.value("to") : "", path);
  if (format == nullptr) {
    throw Error(ErrorKind::kUsage, "convert: " + path + " does not say its format", {},
                "choose one of " + writable_unit_formats() + " with --to");
  }
  UnitOutput output(*format, path, [&](std::string_view text) { call.out.write(text); });
  Progress progress("units");
  const UnitReadSummary read = convert_units(source, output.writer(), read_options(call),
                                             [&](std::size_t units) { progress.show(units); });
  output.commit();
  progress.clear();
  print_reading(read, source.paths[0]);
  print_message(path + ": " + described(read) + ", written as " + std::string(format->name));
  LossCounts losses = output.writer().losses();
  for (const auto& [kind, count] : read.left_out) losses[kind] += count;
  print_losses(path, losses);
  return 0;
}

constexpr std::string_view kFormatNotes =
    "Formats, seen from the content and unpacked where it is gzip:\n"
    "  tmx       TMX 1.4\n"
    "  xliff     XLIFF 1.x and 2.x, those of SDL and memoQ too; written as 1.2, or 2.0: xliff2\n"
    "  tsv csv   Arabic and English columns, by a header or as --columns says\n"
    "  po        gettext\n"
    "  jsonl     JSON lines, which hold all of a unit\n"
    "  moses     two texts of lines, a.ar and a.en: name both, one or \"a\"\n"
    "  hunalign  its text output; read only\n"
    "  xces      an alignment of OPUS beside its documents; read only\n"
    "An output whose name ends in .gz is packed.\n";

}  // namespace

const Command kImport = {
    .name = "import",
    .arguments = "FILE...",
    .summary = "Adds translation units to the memory.",
    .example =
        "mizan align --format tmx examples/article/article.ar.txt examples/article/article.en.txt"
        " | mizan import -",
    .least_arguments = 1,
    .most_arguments = 10000,
    .options = reading_options({memory_option()}),
    .run = run_import,
    .notes = kFormatNotes};

const Command kExport = {
    .name = "export",
    .arguments = "",
    .summary = "Writes the memory to a file.",
    .example = "mizan export --format tsv",
    .options = {output_option(),
                {"format", OptionKind::kValue, "FORMAT",
                 "output format, seen from the name of the file, else tsv"},
                {"file", OptionKind::kValue, "NAME", "only units imported from this file"},
                {"document", OptionKind::kValue, "NAME", "only units of this document"},
                {"author", OptionKind::kValue, "NAME", "only units by this author"},
                {"since", OptionKind::kValue, "DATE", "only units changed on this day or later"},
                {"until", OptionKind::kValue, "DATE", "only units changed before this day"},
                {"source", OptionKind::kValue, "LANG", "only units translated from ar or en"},
                {"ar-regex", OptionKind::kValue, "REGEX",
                 "only units whose Arabic side this regular expression (ICU) finds"},
                {"en-regex", OptionKind::kValue, "REGEX", "the same for the English side"},
                memory_option()},
    .run = run_export,
    .notes = kFormatNotes};

const Command kConvert = {
    .name = "convert",
    .arguments = "IN OUT",
    .summary = "Writes a file of translation units in another format.",
    .example = "mizan convert tests/data/format/inline-codes.tmx - --to tsv",
    .least_arguments = 2,
    .most_arguments = 2,
    .options = reading_options(
        {{"to", OptionKind::kValue, "FORMAT", "output format, seen from the name of OUT"}}),
    .run = run_convert,
    .notes = kFormatNotes};

}  // namespace mizan
