#include "cli/bead_output.h"

#include <cstddef>

#include "tm/format/tmx_writer.h"
#include "tm/project/alignment_job.h"
#include "tm/report/alignment_view.h"
#include "tm/report/json_lines.h"
#include "tm/report/ladder.h"

namespace mizan {
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
      sink(tsv_field(joined_text(source, bead.source)) + '\t' +
           tsv_field(joined_text(target, bead.target)));
    } else {
      sink(view_bead(bead, number, source, target, layout.style));
    }
    sink("\n");
  }
}

void write_tmx(std::span<const TranslationUnit> units, const TextSink& sink) {
  TmxWriter writer(sink);
  writer.begin({});
  for (const TranslationUnit& unit : units) writer.write(unit);
  writer.finish();
}

}  // namespace mizan
