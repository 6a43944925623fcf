// digits-style: digits of another shape than the house's, or than the rest of the document's.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "tm/base/utf8.h"
#include "tm/check/characters.h"
#include "tm/check/families.h"
#include "tm/text/script.h"

namespace mizan {
namespace {

std::optional<DigitShape> shape_of(char32_t c) {
  if (c >= U'0' && c <= U'9') return DigitShape::kWestern;
  if (c >= 0x0660 && c <= 0x0669) return DigitShape::kArabicIndic;
  return std::nullopt;
}

// What a number takes along: separators between its digits.
bool joins_digits(char32_t c) {
  return c == U'.' || c == U',' || c == 0x066B || c == 0x066C || c == U'/' || c == U':' ||
         c == U'-';
}

struct DigitRun {
  const Bead* bead;
  CheckedPlace place;
  DigitShape shape;
  std::string other;  // in digits of the other shape
};

std::string reshape(std::string_view digits, DigitShape shape) {
  std::string text;
  for (std::size_t i = 0; i < digits.size();) {
    const CodePoint c = code_point_at(digits, i);
    i += c.size;
    const int value = digit_value(c.value);
    const char32_t zero = shape == DigitShape::kWestern ? U'0' : char32_t{0x0660};
    if (value >= 0) {
      append_utf8(text, zero + static_cast<char32_t>(value));
    } else if (c.value == 0x066B || (c.value == U'.' && shape == DigitShape::kArabicIndic)) {
      text += shape == DigitShape::kWestern ? "." : "\u066B";
    } else if (c.value == 0x066C || (c.value == U',' && shape == DigitShape::kArabicIndic)) {
      text += shape == DigitShape::kWestern ? "," : "\u066C";
    } else {
      append_utf8(text, c.value);
    }
  }
  return text;
}

// Numbers that stand by themselves: one beside a Latin letter, in an address or a code (MI6,
// www.example.org/25, Covid-19) keeps its digits.
void read_runs(const Bead& bead, const CheckedSegment& segment, std::size_t index,
               std::vector<DigitRun>& runs) {
  const Characters text(segment.text);
  for (std::ptrdiff_t i = 0; i < text.size(); ++i) {
    const auto shape = shape_of(text[i]);
    if (!shape) continue;
    std::ptrdiff_t last = i;
    while (shape_of(text[last + 1]) == shape ||
           (joins_digits(text[last + 1]) && shape_of(text[last + 2]) == shape)) {
      ++last;
    }
    bool code = false;
    for (std::ptrdiff_t k = i - 1; text.inside(k) && !is_white_space(text[k]); --k) {
      code = code || is_latin_letter(text[k]) || text[k] == U'@' || text[k] == U'#';
    }
    for (std::ptrdiff_t k = last + 1; text.inside(k) && !is_white_space(text[k]); ++k) {
      code = code || is_latin_letter(text[k]);
    }
    if (!code) {
      const CheckedPlace place{segment.language, index, text.range(i, last)};
      const DigitShape opposite =
          *shape == DigitShape::kWestern ? DigitShape::kArabicIndic : DigitShape::kWestern;
      runs.push_back({&bead, place, *shape, reshape(place.range.of(segment.text), opposite)});
    }
    i = last;
  }
}

}  // namespace

void check_digits(const CheckedDocument& document, const HouseStyle& house, FindingList& findings) {
  std::vector<DigitRun> runs;
  std::vector<DigitRun> english;
  for (const Bead& bead : document.beads) {
    for_each_segment(document, bead, [&](const CheckedSegment& segment, const CheckedPlace& place) {
      read_runs(bead, segment, place.segment,
                segment.language == Language::kArabic ? runs : english);
    });
  }
  const auto report = [&](const DigitRun& run, std::string message) {
    Report result = report_at(run.place, "digits-style", std::move(message), run.other);
    result.replacement = run.other;
    return result;
  };
  for (const DigitRun& run : english) {
    if (run.shape == DigitShape::kArabicIndic) {
      findings.add(*run.bead, report(run, "Arabic digits in English text"));
    }
  }
  if (house.digits) {
    for (const DigitRun& run : runs) {
      if (run.shape != *house.digits) {
        findings.add(*run.bead, report(run, "digits against the house style"));
      }
    }
    return;
  }
  const auto western = static_cast<std::size_t>(std::ranges::count(
      runs, DigitShape::kWestern, [](const DigitRun& run) { return run.shape; }));
  const DigitShape usual =
      2 * western >= runs.size() ? DigitShape::kWestern : DigitShape::kArabicIndic;
  std::optional<Report> mixed;
  const Bead* at = nullptr;
  for (const DigitRun& run : runs) {
    if (run.shape == usual) continue;
    if (mixed) {
      mixed->related.push_back(run.place);
      continue;
    }
    mixed = report(run, "digits of another shape than elsewhere in the text");
    mixed->severity = Severity::kInfo;
    mixed->replacement.reset();
    at = run.bead;
  }
  if (mixed) findings.add(*at, std::move(*mixed));
}

}  // namespace mizan
