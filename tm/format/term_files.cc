#include "tm/format/term_files.h"

#include <algorithm>
#include <array>
#include <utility>

#include "tm/base/file.h"
#include "tm/format/glossary_tsv.h"
#include "tm/format/glossary_xlsx.h"
#include "tm/format/tbx_writer.h"
#include "tm/format/xml_stream.h"

namespace mizan {
namespace {

struct FormatName {
  TermFormat format;
  std::string_view name;
  std::string_view ending;
};

// An empty name or ending is none.
constexpr std::array kNames = {
    FormatName{TermFormat::kTsv, "tsv", ".tsv"},
    FormatName{TermFormat::kCsv, "csv", ".csv"},
    FormatName{TermFormat::kXlsx, "xlsx", ".xlsx"},
    FormatName{TermFormat::kTbx, "tbx", ".tbx"},
    FormatName{TermFormat::kTbx3, "tbx3", ""},
    FormatName{TermFormat::kTbx3AsElements, "tbx3-dct", ""},
    FormatName{TermFormat::kOmegat, "omegat", ".txt"},
    FormatName{TermFormat::kOmegat, "", ".tab"},
    FormatName{TermFormat::kOmegat, "", ".utf8"},
};

TermFile as_terms(Glossary glossary) {
  TermFile file;
  file.concepts = to_concepts(glossary);
  file.diagnostics = std::move(glossary.diagnostics);
  file.malformed = glossary.malformed;
  file.losses = std::move(glossary.losses);
  file.swapped = glossary.swapped;
  return file;
}

}  // namespace

TermFile read_terms(const std::string& path, const std::vector<std::string>& columns) {
  const std::string start = read_start(path);
  if (opens_zip(start)) return as_terms(read_xlsx(path, columns));
  if (!opens_xml(start)) return as_terms(read_glossary(path, columns));
  if (!columns.empty()) {
    throw Error(ErrorKind::kUsage, "the file is TBX, which has no columns", {.file = path},
                "leave --columns out");
  }
  return read_tbx(path);
}

std::optional<TermFormat> parse_term_format(std::string_view name) {
  const auto* found = std::ranges::find(kNames, name, &FormatName::name);
  if (name.empty() || found == kNames.end()) return std::nullopt;
  return found->format;
}

std::optional<TermFormat> term_format_of(std::string_view path) {
  if (path.ends_with(".gz")) path.remove_suffix(3);
  const auto* found = std::ranges::find_if(kNames, [path](const FormatName& name) {
    return !name.ending.empty() && path.ends_with(name.ending);
  });
  if (found == kNames.end()) return std::nullopt;
  return found->format;
}

std::string written_terms(const std::vector<TermConcept>& concepts, const TermWriteOptions& options,
                          LossCounts& losses) {
  switch (options.format) {
    case TermFormat::kTsv:
      return glossary_tsv(concepts, losses);
    case TermFormat::kCsv:
      return glossary_csv(concepts, losses);
    case TermFormat::kXlsx:
      return glossary_xlsx(concepts, losses);
    case TermFormat::kTbx:
      return tbx_basic(concepts, TbxStyle::kVersion2, losses);
    case TermFormat::kTbx3:
      return tbx_basic(concepts, TbxStyle::kVersion3, losses);
    case TermFormat::kTbx3AsElements:
      return tbx_basic(concepts, TbxStyle::kVersion3AsElements, losses);
    case TermFormat::kOmegat:
      return glossary_omegat(concepts, options.source, losses);
  }
  return {};
}

}  // namespace mizan
