#include "tm/project/leverage_job.h"

#include <array>
#include <utility>

#include "tm/base/file.h"
#include "tm/format/unit_formats.h"
#include "tm/format/xml_stream.h"

namespace mizan {
namespace {

bool is_bilingual(const std::string& path) {
  if (path != "-") {
    const UnitFormat* format = unit_format_of_name(path);
    // .txt may be a table, too; but what a person calls a text is one.
    const bool text = path.ends_with(".txt") || path.ends_with(".txt.gz");
    // A format of several files is a pair of texts: each of them is a text.
    if (format != nullptr && format->output_paths == nullptr && !text) return true;
  }
  return opens_xml(read_start(path));
}

}  // namespace

LeverageInput read_leverage_input(const std::string& path, Segmentation segmentation) {
  LeverageInput input;
  if (!is_bilingual(path)) {
    input.texts.push_back(read_text_input(path, segmentation).segmented);
    return input;
  }
  std::array<SegmentedText, 2> sides = {
      {{path, Language::kArabic, {}}, {path, Language::kEnglish, {}}}};
  const std::vector<std::string> paths = {path};
  UnitReadOptions options;
  options.incomplete = IncompleteUnits::kHandOut;
  const UnitReadSummary read = detect_unit_format(path).read(
      paths,
      [&](const TranslationUnit& unit) {
        SegmentedText& side = sides[unit.source_language == Language::kArabic ? 0 : 1];
        Segment segment;
        segment.text = unit.text(unit.source_language);
        segment.line = unit.origin.line > 0 ? unit.origin.line - 1 : 0;
        if (!segment.text.empty()) side.segments.push_back(std::move(segment));
      },
      options);
  input.diagnostics = read.diagnostics;
  for (SegmentedText& side : sides) {
    if (!side.segments.empty()) input.texts.push_back(std::move(side));
  }
  if (input.texts.empty()) {
    throw Error(ErrorKind::kMalformed, "holds no source segment", {.file = path},
                "check that this is the right file");
  }
  return input;
}

}  // namespace mizan
