// The beads of one pair of texts in the formats of `mizan align`.
#pragma once

#include <span>
#include <string>

#include "tm/format/unit_writer.h"
#include "tm/model/alignment.h"
#include "tm/model/translation_unit.h"
#include "tm/project/text_input.h"
#include "tm/report/terminal.h"

namespace mizan {

struct BeadLayout {
  std::string format;  // text, tsv, jsonl, ladder
  Segmentation segmentation = Segmentation::kSentences;
  TerminalStyle style;  // of text
};

void write_beads(const TextPair& pair, const Alignment& alignment, const BeadLayout& layout,
                 const TextSink& sink);

void write_tmx(std::span<const TranslationUnit> units, const TextSink& sink);

}  // namespace mizan
