#include "tm/format/unit_formats.h"

#include <algorithm>
#include <optional>
#include <set>

#include "tm/base/ascii.h"
#include "tm/base/encoding.h"
#include "tm/base/error.h"
#include "tm/base/file.h"
#include "tm/format/tmx_reader.h"
#include "tm/format/tmx_writer.h"
#include "tm/format/unit_hunalign.h"
#include "tm/format/unit_jsonl.h"
#include "tm/format/unit_moses.h"
#include "tm/format/unit_po.h"
#include "tm/format/unit_table.h"
#include "tm/format/unit_xces.h"
#include "tm/format/xliff_reader.h"
#include "tm/format/xliff_writer.h"
#include "tm/format/xml_stream.h"

namespace mizan {
namespace {

// Enough for an XML declaration, comments and a document type in front of the root element, and for
// a few dozen rows of a table.
constexpr std::size_t kStartBytes = 16384;

using Paths = std::span<const std::string>;
using Sinks = std::span<const TextSink>;

const std::vector<UnitFormat>& formats() {
  static const std::vector<UnitFormat> table = {
      {.id = "tmx",
       .name = "TMX",
       .extensions = {"tmx"},
       .detect = [](const FileStart& start) { return xml_root(start.text) == "tmx"; },
       .read = [](Paths paths, const UnitVisitor& visit,
                  const UnitReadOptions& options) { return read_tmx(paths[0], visit, options); },
       .make_writer = [](Sinks sinks) -> std::unique_ptr<UnitWriter> {
         return std::make_unique<TmxWriter>(sinks[0]);
       }},
      {.id = "xliff",
       .name = "XLIFF",
       .extensions = {"xlf", "xliff", "sdlxliff", "mqxliff"},
       .detect = [](const FileStart& start) { return xml_root(start.text) == "xliff"; },
       .read = [](Paths paths, const UnitVisitor& visit,
                  const UnitReadOptions& options) { return read_xliff(paths[0], visit, options); },
       .make_writer = [](Sinks sinks) -> std::unique_ptr<UnitWriter> {
         return std::make_unique<XliffWriter>(sinks[0], XliffVersion::k12);
       }},
      {.id = "xliff2",
       .name = "XLIFF 2",
       .extensions = {},
       .make_writer = [](Sinks sinks) -> std::unique_ptr<UnitWriter> {
         return std::make_unique<XliffWriter>(sinks[0], XliffVersion::k20);
       }},
      {.id = "xces",
       .name = "XCES",
       .extensions = {},
       .detect = [](const FileStart& start) { return xml_root(start.text) == "cesAlign"; },
       .read =
           [](Paths paths, const UnitVisitor& visit, const UnitReadOptions& options) {
             return read_unit_xces(paths[0], visit, options);
           }},
      {.id = "po",
       .name = "PO",
       .extensions = {"po", "pot"},
       .detect = [](const FileStart& start) { return opens_unit_po(start.text); },
       .read =
           [](Paths paths, const UnitVisitor& visit, const UnitReadOptions& options) {
             return read_unit_po(paths[0], visit, options);
           },
       .make_writer = [](Sinks sinks) -> std::unique_ptr<UnitWriter> {
         return std::make_unique<UnitPoWriter>(sinks[0]);
       }},
      {.id = "hunalign",
       .name = "hunalign",
       .extensions = {},
       .detect = [](const FileStart& start) { return opens_unit_hunalign(start.text); },
       .read =
           [](Paths paths, const UnitVisitor& visit, const UnitReadOptions& options) {
             return read_unit_hunalign(paths[0], visit, options);
           }},
      {.id = "jsonl",
       .name = "JSON lines",
       .extensions = {"jsonl", "ndjson"},
       .detect = [](const FileStart& start) { return opens_unit_jsonl(start.text); },
       .read =
           [](Paths paths, const UnitVisitor& visit, const UnitReadOptions& options) {
             return read_unit_jsonl(paths[0], visit, options);
           },
       .make_writer = [](Sinks sinks) -> std::unique_ptr<UnitWriter> {
         return std::make_unique<UnitJsonlWriter>(sinks[0]);
       }},
      {.id = "moses",
       .name = "Moses",
       .extensions = {"ar", "en"},
       // Two plain texts are known by their names: unit_sources().
       .detect = [](const FileStart&) { return false; },
       .read = read_unit_moses,
       .make_writer = [](Sinks sinks) -> std::unique_ptr<UnitWriter> {
         return std::make_unique<UnitMosesWriter>(sinks[0], sinks[1]);
       },
       .output_paths = moses_output_paths},
      {.id = "csv",
       .name = "CSV",
       .extensions = {"csv"},
       .detect = [](const FileStart& start) { return opens_unit_csv(start.text); },
       .read =
           [](Paths paths, const UnitVisitor& visit, const UnitReadOptions& options) {
             return read_unit_csv(paths[0], visit, options);
           },
       .make_writer = [](Sinks sinks) -> std::unique_ptr<UnitWriter> {
         return std::make_unique<UnitCsvWriter>(sinks[0]);
       }},
      // Last, because any text that is not XML may be a table.
      {.id = "tsv",
       .name = "TSV",
       .extensions = {"tsv", "txt"},
       .detect = [](const FileStart& start) { return !opens_xml(start.text); },
       .read =
           [](Paths paths, const UnitVisitor& visit, const UnitReadOptions& options) {
             return read_unit_tsv(paths[0], visit, options);
           },
       .make_writer = [](Sinks sinks) -> std::unique_ptr<UnitWriter> {
         return std::make_unique<UnitTsvWriter>(sinks[0]);
       }},
  };
  return table;
}

// The start of a file as UTF-8, whatever its encoding; as it is when none is known.
std::string decoded(std::string_view start, const std::string& path) {
  // The last character may be cut off: four bytes at most.
  for (std::size_t cut = 0; cut < std::min<std::size_t>(4, start.size() + 1); ++cut) {
    try {
      return decode_text(start.substr(0, start.size() - cut), path).text;
    } catch (const Error&) {
      // The reader says what is wrong.
    }
  }
  return std::string(start);
}

// Two texts of lines that translate each other, when `path` names them (unit_moses.h).
std::optional<UnitSource> moses_source(const std::string& path) {
  const auto files = find_moses_files(path);
  if (!files || opens_xml(read_start((*files)[0]))) return std::nullopt;
  return UnitSource{find_unit_format("moses"), {files->begin(), files->end()}};
}

std::string listed(const std::function<bool(const UnitFormat&)>& wanted) {
  std::string list;
  for (const UnitFormat& format : formats()) {
    if (!wanted(format)) continue;
    if (!list.empty()) list += ", ";
    list += format.id;
  }
  return list;
}

}  // namespace

std::span<const UnitFormat> unit_formats() { return formats(); }

const UnitFormat* find_unit_format(std::string_view id) {
  const auto found = std::ranges::find(formats(), id, &UnitFormat::id);
  return found == formats().end() ? nullptr : &*found;
}

const UnitFormat* unit_format_of_name(std::string_view path) {
  std::string name = ascii_lower(path.substr(path.rfind('/') + 1));
  if (name.ends_with(".gz")) name.resize(name.size() - 3);
  const std::size_t dot = name.rfind('.');
  if (dot == std::string::npos) return nullptr;
  const std::string_view extension = std::string_view(name).substr(dot + 1);
  const auto found = std::ranges::find_if(formats(), [extension](const UnitFormat& format) {
    return std::ranges::find(format.extensions, extension) != format.extensions.end();
  });
  return found == formats().end() ? nullptr : &*found;
}

const UnitFormat& detect_unit_format(const std::string& path) {
  const FileStart start{path, decoded(read_start(path, kStartBytes), path)};
  for (const UnitFormat& format : formats()) {
    if (format.read != nullptr && format.detect(start)) return format;
  }
  throw Error(ErrorKind::kMalformed,
              "its root <" + xml_root(start.text) + "> is of no known format", {.file = path},
              "see mizan import --help for what it may be");
}

std::vector<UnitSource> unit_sources(std::span<const std::string> paths, const UnitFormat* format) {
  std::vector<UnitSource> sources;
  std::set<std::string> taken;  // as the other half of an earlier one
  for (std::size_t i = 0; i < paths.size(); ++i) {
    const std::string& path = paths[i];
    if (taken.contains(path)) continue;
    const bool pairs = format != nullptr && format->id == "moses";
    if (format == nullptr || pairs) {
      if (std::optional<UnitSource> source = moses_source(path)) {
        taken.insert(source->paths[1]);
        sources.push_back(*std::move(source));
        continue;
      }
    }
    UnitSource source{format != nullptr ? format : &detect_unit_format(path), {path}};
    // Named otherwise, the two texts follow each other.
    if (pairs && i + 1 < paths.size()) source.paths.push_back(paths[++i]);
    sources.push_back(std::move(source));
  }
  return sources;
}

std::string readable_unit_formats() {
  return listed([](const UnitFormat& format) { return format.read != nullptr; });
}

std::string writable_unit_formats() {
  return listed([](const UnitFormat& format) { return format.make_writer != nullptr; });
}

}  // namespace mizan
