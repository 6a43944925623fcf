#include "tm/format/unit_formats.h"

#include <algorithm>

#include "tm/base/file.h"
#include "tm/format/tmx_reader.h"
#include "tm/format/tmx_writer.h"
#include "tm/format/unit_tsv.h"
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

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

// The ASCII characters of UTF-16, anything else as "?": enough to know a format by.
std::string ascii_of_utf16(std::string_view bytes) {
  const bool little = bytes.starts_with("\xFF\xFE") || (bytes[0] != '\0' && bytes[1] == '\0');
  std::string text;
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    const char low = bytes[i + (little ? 0 : 1)];
    const char high = bytes[i + (little ? 1 : 0)];
    text += high == '\0' ? low : '?';
  }
  return text.substr(bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") ? 1 : 0);
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
  std::string name = lower(path.substr(path.rfind('/') + 1));
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
  FileStart start{path, read_start(path, kStartBytes)};
  const bool wide = start.text.size() >= 2 &&
                    (start.text.starts_with("\xFF\xFE") || start.text.starts_with("\xFE\xFF") ||
                     start.text[0] == '\0' || start.text[1] == '\0');
  if (wide) start.text = ascii_of_utf16(start.text);
  for (const UnitFormat& format : formats()) {
    if (format.read != nullptr && format.detect(start)) return format;
  }
  throw Error(ErrorKind::kMalformed,
              "its root <" + xml_root(start.text) + "> is of no known format", {.file = path},
              "see mizan import --help for what it may be");
}

std::vector<UnitSource> unit_sources(std::span<const std::string> paths, const UnitFormat* format) {
  std::vector<UnitSource> sources;
  for (const std::string& path : paths) {
    sources.push_back({format != nullptr ? format : &detect_unit_format(path), {path}});
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
