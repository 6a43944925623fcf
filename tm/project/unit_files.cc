#include "tm/project/unit_files.h"

#include "tm/base/file.h"
#include "tm/format/tmx_reader.h"
#include "tm/format/tmx_writer.h"
#include "tm/format/unit_tsv.h"
#include "tm/format/xml_stream.h"
#include "tm/report/json_lines.h"

namespace mizan {

ImportSummary import_units(TranslationMemory& memory, const std::string& path,
                           const std::function<void(std::size_t)>& progress) {
  ImportSummary summary;
  UnitImport import(memory, "import " + path);
  const auto visit = [&](const TranslationUnit& unit) {
    import.add(unit);
    ++summary.units;
    if (progress) progress(summary.units);
  };
  if (opens_xml(read_start(path))) {
    summary.format = "TMX";
    TmxSummary read = read_tmx(path, visit);
    summary.diagnostics = std::move(read.diagnostics);
  } else {
    summary.format = "TSV";
    UnitTsvSummary read = read_unit_tsv(path, visit);
    summary.swapped = read.swapped;
    summary.diagnostics = std::move(read.diagnostics);
  }
  if (summary.units == 0) {
    throw Error(ErrorKind::kMalformed, "holds no Arabic-English unit", {.file = path},
                "give a TMX, or a TSV with Arabic TAB English");
  }
  summary.added = import.added();
  summary.merged = import.merged();
  import.commit();
  return summary;
}

std::size_t export_units(const TranslationMemory& memory, const UnitFilter& filter,
                         UnitFormat format, const std::function<void(std::string_view)>& sink) {
  std::size_t units = 0;
  if (format == UnitFormat::kTmx) {
    TmxWriter writer(sink);
    memory.for_each(filter, [&](const TranslationUnit& unit) {
      writer.write(unit);
      ++units;
    });
    writer.finish();
    return units;
  }
  memory.for_each(filter, [&](const TranslationUnit& unit) {
    sink(format == UnitFormat::kTsv ? unit_tsv_row(unit) : to_json(unit) + "\n");
    ++units;
  });
  return units;
}

}  // namespace mizan
