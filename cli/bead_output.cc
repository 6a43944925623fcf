#include "cli/bead_output.h"

#include <cstddef>

#include "tm/format/tmx_writer.h"
#include "tm/report/alignment_view.h"
#include "tm/report/json_lines.h"
#include "tm/report/ladder.h"

namespace mizan {
namespace {

std::string joined(const SegmentedText& text, const SegmentRange& range) {
  std::string result;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    if (!result.empty()) result += ' ';
    result += tsv_field(text.segments[i].text);
  }
  return result;
}

}  // namespace

void write_beads(const TextPair& pair, const Alignment& alignment, const BeadLayout& layout,
                 const TextSink& sink) {
  if (layout.format == "ladder") {
    sink(to_ladder(alignment));
    return;
  }
  const SegmentedText& source = pair.first.segmented;
  const SegmentedText& target = pair.second.segmented;
  std::size_t number = 0;
  for (const Bead& bead : alignment.beads) {
    ++number;
    if (layout.format == "jsonl") {
      sink(layout.segmentation == Segmentation::kLines
               ? to_json(bead)
               : to_json(bead, source.segments, target.segments));
    } else if (layout.format == "tsv") {
      sink(joined(source, bead.source) + '\t' + joined(target, bead.target));
    } else {
      sink(view_bead(bead, number, source, target, layout.style));
    }
    sink("\n");
  }
}

void write_tmx(std::span<const TranslationUnit> units, const TextSink& sink) {
  TmxWriter writer(sink);
  for (const TranslationUnit& unit : units) writer.write(unit);
  writer.finish();
}

}  // namespace mizan
