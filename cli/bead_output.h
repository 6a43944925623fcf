// The beads of one pair of texts in the formats of `mizan align`.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "tm/model/alignment.h"
#include "tm/model/translation_unit.h"
#include "tm/project/text_input.h"
#include "tm/report/terminal.h"

namespace mizan {

using TextSink = std::function<void(std::string_view)>;

struct BeadLayout {
  std::string format;  // text, tsv, jsonl, ladder
  Segmentation segmentation = Segmentation::kSentences;
  TerminalStyle style;  // of text
};

void write_beads(const TextPair& pair, const Alignment& alignment, const BeadLayout& layout,
                 const TextSink& sink);

void write_tmx(std::span<const TranslationUnit> units, const TextSink& sink);

}  // namespace mizan
