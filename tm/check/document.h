// A pair of texts as the rules see it: segments read once (words, numbers, dates), and beads.
// Internal to tm/check.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tm/base/byte_range.h"
#include "tm/base/language.h"
#include "tm/lang/quantities.h"
#include "tm/model/alignment.h"
#include "tm/model/name_cluster.h"
#include "tm/model/segment.h"
#include "tm/text/tokens.h"

namespace mizan {

struct CheckedWord {
  TokenKind kind = TokenKind::kWord;
  ByteRange range;
  std::string key;           // folded to kMarks: marks and case are forgotten, letters are not
  bool after_space = false;  // white space, or the start of the segment, stands before it
};

struct CheckedSegment {
  Language language = Language::kArabic;
  std::string_view text;      // outlives the document
  std::size_t line = 0;       // 1-based, of the file or record
  std::size_t begin = 0;      // where the segment starts within that line
  std::size_t paragraph = 0;  // 0-based
  std::string_view id;        // of the record; empty when there is none
  std::vector<CheckedWord> words;
  Quantities quantities;
};

// Words of one side of a document.
struct CheckedPlace {
  Language side = Language::kArabic;
  std::size_t segment = 0;
  ByteRange range;  // within the segment
};

struct CheckedDocument {
  // kRecords: every bead is one record of a bilingual file, and trusted.
  enum class Kind { kTexts, kRecords } kind = Kind::kTexts;
  std::optional<Language> source;  // the original, when it is known
  std::string name;
  std::string arabic_file;
  std::string english_file;
  std::vector<CheckedSegment> arabic;
  std::vector<CheckedSegment> english;
  std::vector<Bead> beads;  // the Arabic side is the source

  const std::vector<CheckedSegment>& side(Language language) const {
    return language == Language::kArabic ? arabic : english;
  }
  static SegmentRange range(const Bead& bead, Language language) {
    return language == Language::kArabic ? bead.source : bead.target;
  }
  std::span<const CheckedSegment> segments(const Bead& bead, Language language) const {
    const SegmentRange r = range(bead, language);
    return std::span(side(language)).subspan(r.begin, r.size());
  }
  std::string_view text(const CheckedPlace& place) const {
    return place.range.of(side(place.side)[place.segment].text);
  }
};

// Calls `visit(segment, its place)` for the segments of both sides of a bead; the place covers the
// whole segment.
template <typename Visit>
void for_each_segment(const CheckedDocument& document, const Bead& bead, const Visit& visit) {
  for (const Language side : {Language::kArabic, Language::kEnglish}) {
    const SegmentRange range = CheckedDocument::range(bead, side);
    for (std::size_t i = range.begin; i < range.end; ++i) {
      const CheckedSegment& segment = document.side(side)[i];
      visit(segment, CheckedPlace{side, i, {0, segment.text.size()}});
    }
  }
}

// The bead that holds a place: beads cover each side in order.
const Bead& bead_of(const CheckedDocument& document, const CheckedPlace& place);

// The first segment of a side of the bead, which is not empty.
CheckedPlace first_segment(const CheckedDocument& document, const Bead& bead, Language side);

// Where a name stands in this document; `place.file` is not looked at.
std::optional<CheckedPlace> find_place(const CheckedDocument& document, Language side,
                                       const NamePlace& place);

// Whether each side of the bead has a word.
bool has_both_sides(const CheckedDocument& document, const Bead& bead);

// Below this confidence a bead may have been cut in the wrong place: what it lacks may stand next
// door.
constexpr double kTrustedBead = 0.7;

std::vector<CheckedWord> read_words(std::string_view text);

// A segment at its place in `input`, not read yet.
CheckedSegment placed_segment(const Segment& segment, std::string_view input, Language language);

// Splits its text into words, and finds its numbers and dates.
void read_text_of(CheckedSegment& segment);

// A text as a segment that has no place, read.
CheckedSegment read_segment(std::string_view text, Language language);

// Whether the word, as it stands in the text, begins with a capital of English.
bool is_capitalised(std::string_view word);

}  // namespace mizan
