// The file formats of translation units: the one place where a format is registered. Import,
// export, convert and check all go by this table.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tm/format/unit_reader.h"
#include "tm/format/unit_writer.h"

namespace mizan {

// What a format is recognised by.
struct FileStart {
  std::string path;
  std::string text;  // the first bytes of the file, as UTF-8 where the encoding is known
};

struct UnitFormat {
  std::string_view id;                         // on the command line: "tmx"
  std::string_view name;                       // in messages: "TMX"
  std::vector<std::string_view> extensions;    // "tmx"; lower case, the usual one first
  bool (*detect)(const FileStart&) = nullptr;  // whether a file that starts so is of this format

  // Reads the files that together are one source of units: mostly one, two for a pair of texts.
  // Throws as the reader does. Null: the format is only written.
  UnitReadSummary (*read)(std::span<const std::string> paths, const UnitVisitor& visit,
                          const UnitReadOptions& options) = nullptr;

  // One sink for each of output_paths(). Null: the format is only read.
  std::unique_ptr<UnitWriter> (*make_writer)(std::span<const TextSink> sinks) = nullptr;
  // The files that are written for an output named `path`; null: `path` itself.
  std::vector<std::string> (*output_paths)(const std::string& path) = nullptr;
};

// In the order of recognition: the first format whose detect() says yes.
std::span<const UnitFormat> unit_formats();

// By id; null when there is none.
const UnitFormat* find_unit_format(std::string_view id);
// By the extension of a file to be written (".gz" aside); null when there is none.
const UnitFormat* unit_format_of_name(std::string_view path);
// By the content of the file ("-": standard input, which can still be read afterwards). Throws as
// read_file(), and Error(kMalformed) for XML of no known format.
const UnitFormat& detect_unit_format(const std::string& path);

// Files that are read together.
struct UnitSource {
  const UnitFormat* format = nullptr;
  std::vector<std::string> paths;
};

// The sources that the files named on a command line are, in their order; `format`, when not null,
// is the format of all of them. Two texts of lines (unit_moses.h) are one source, named by both
// files, one of them or their prefix. Throws as detect_unit_format().
std::vector<UnitSource> unit_sources(std::span<const std::string> paths,
                                     const UnitFormat* format = nullptr);

// "tmx, xliff, tsv": the ids that can be read, or written.
std::string readable_unit_formats();
std::string writable_unit_formats();

}  // namespace mizan
