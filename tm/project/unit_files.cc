#include "tm/project/unit_files.h"

namespace mizan {
namespace {

[[noreturn]] void refuse_empty(const UnitSource& source) {
  throw Error(ErrorKind::kMalformed, "holds no Arabic-English unit", {.file = source.paths[0]},
              "see mizan import --help for what it may be");
}

}  // namespace

ImportSummary import_units(TranslationMemory& memory, const UnitSource& source,
                           const UnitReadOptions& options, const UnitProgress& progress) {
  ImportSummary summary;
  UnitImport import(memory, "import " + source.paths[0]);
  std::size_t units = 0;
  const auto visit = [&](const TranslationUnit& unit) {
    import.add(unit);
    ++units;
    if (progress) progress(units);
  };
  summary.read = source.format->read(source.paths, visit, options);
  if (units == 0) refuse_empty(source);
  summary.added = import.added();
  summary.merged = import.merged();
  import.commit();
  return summary;
}

UnitOutput::UnitOutput(const UnitFormat& format, const std::string& path,
                       const TextSink& standard_output) {
  std::vector<TextSink> sinks;
  if (path == "-") {
    if (format.output_paths != nullptr) {
      throw Error(ErrorKind::kUsage, std::string(format.name) + " is written to several files", {},
                  "name them with a path");
    }
    sinks.push_back(standard_output);
  } else {
    const std::vector<std::string> paths =
        format.output_paths == nullptr ? std::vector{path} : format.output_paths(path);
    for (const std::string& name : paths) {
      FileReplacement* file = files_.emplace_back(std::make_unique<FileReplacement>(name)).get();
      sinks.emplace_back([file](std::string_view text) { file->write(text); });
    }
  }
  writer_ = format.make_writer(sinks);
}

void UnitOutput::commit() {
  for (const auto& file : files_) file->commit();
}

const UnitFormat* writable_format(const std::string& id, const std::string& path) {
  const UnitFormat* format = id.empty() ? unit_format_of_name(path) : find_unit_format(id);
  if (!id.empty() && format == nullptr) {
    throw Error(ErrorKind::kUsage, "unknown format " + id, {},
                "choose one of " + writable_unit_formats());
  }
  if (format != nullptr && format->make_writer == nullptr) {
    throw Error(ErrorKind::kUsage, std::string(format->name) + " is only read", {},
                "choose one of " + writable_unit_formats());
  }
  return format;
}

std::size_t export_units(const TranslationMemory& memory, const UnitFilter& filter,
                         UnitWriter& writer) {
  std::size_t units = 0;
  writer.begin({});
  memory.for_each(filter, [&](const TranslationUnit& unit) {
    writer.write(unit);
    ++units;
  });
  writer.finish();
  return units;
}

UnitReadSummary convert_units(const UnitSource& source, UnitWriter& writer, UnitReadOptions options,
                              const UnitProgress& progress) {
  // A header comes before the first unit or not at all.
  bool begun = false;
  options.visit_header = [&](const UnitFileHeader& header) {
    writer.begin(header);
    begun = true;
  };
  std::size_t units = 0;
  const auto visit = [&](const TranslationUnit& unit) {
    if (!begun) options.visit_header({});
    writer.write(unit);
    ++units;
    if (progress) progress(units);
  };
  UnitReadSummary summary = source.format->read(source.paths, visit, options);
  if (units == 0) refuse_empty(source);
  writer.finish();
  return summary;
}

}  // namespace mizan
