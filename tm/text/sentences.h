// Paragraphs and sentences of running text: the sentence terminators of UAX #29, judged by what
// stands around them where its rules fail on Arabic and English news: abbreviations and initials,
// closing quotes and brackets, headlines without a full stop, ellipses, numbers.
#pragma once

#include <string_view>
#include <vector>

#include "tm/base/language.h"
#include "tm/model/segment.h"

namespace mizan {

struct SentenceOptions {
  bool split_semicolon = false;  // end a sentence at ؛ (Arabic) and ; (English) too
};

// Sentences of `text` in order. A line break ends a paragraph and so a sentence; white space
// between sentences belongs to none. Every byte that is not white space is in exactly one segment,
// but for lines of nothing else than bidi controls and the like. Each word is judged by its own
// script: names and quotations in the other language need no option.
std::vector<Segment> split_sentences(std::string_view text, Language language,
                                     const SentenceOptions& options = {});

// One segment a line, empty lines kept as empty segments (their number matters); "\r\n" ends a line
// like "\n"; a final line break does not open another line.
std::vector<Segment> split_lines(std::string_view text);

}  // namespace mizan
