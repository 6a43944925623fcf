// A text with the best that the memory has for each segment, for a translator to finish.
#pragma once

#include <functional>
#include <string_view>

#include "tm/format/unit_writer.h"
#include "tm/format/xliff_writer.h"
#include "tm/model/leverage.h"

namespace mizan {

// XLIFF 1.2, one <file> for each text. The target holds the match's translation, with the text's
// own values where they are certain; its state is "translated" for exact matches, else
// "needs-review-translation"; <alt-trans> holds the unit as the memory has it, its score in
// match-quality and its origin. A segment without a match has no target.
class XliffPretranslation {
 public:
  explicit XliffPretranslation(TextSink sink);
  void write(const LeverageText& text);
  void finish();

 private:
  XliffWriter writer_;
};

// TSV with a header: id, document, ar, en, percent (101 in context; empty without a match), band,
// unit, origin.
class TsvPretranslation {
 public:
  explicit TsvPretranslation(TextSink sink);
  void write(const LeverageText& text);

 private:
  TextSink sink_;
};

}  // namespace mizan
