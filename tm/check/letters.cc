// tatweel, presentation-form, bidi-control: characters that a reader does not see as such.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "tm/base/utf8.h"
#include "tm/check/characters.h"
#include "tm/check/families.h"
#include "tm/text/bidi_controls.h"
#include "tm/text/normalize.h"
#include "tm/text/script.h"

namespace mizan {
namespace {

constexpr char32_t kHeh = 0x0647;

bool joins(char32_t c) { return is_arabic_letter(c) && c != kTatweel; }

// Inside a word a tatweel only stretches it. One that ends a word carries a clitic to a quotation,
// a number or a foreign name (الـ12, لـ "فاجنر"), stands in هـ, or is a dash of its own; one before
// a mark carries the mark.
bool is_decorative(const Characters& text, std::ptrdiff_t first, std::ptrdiff_t last) {
  if (!joins(text[first - 1])) return false;
  if (is_arabic_mark(text[last + 1])) return false;
  std::ptrdiff_t letters = 0;
  std::ptrdiff_t i = first - 1;
  for (; is_word_character(text[i]); --i) letters += joins(text[i]) ? 1 : 0;
  if (joins(text[last + 1])) {
    // laughter: هـهـه; a clitic that a typist keeps apart: بـمحمد stretches nothing but the clitic,
    // and is not how it is written
    return text[first - 1] != kHeh || text[last + 1] != kHeh;
  }
  constexpr std::ptrdiff_t kLongestProclitic = 4;  // وبال
  return letters > kLongestProclitic || last > first;
}

void check_tatweel(const Bead& bead, const Characters& text, CheckedPlace place,
                   const CheckedSegment& segment, FindingList& findings) {
  for (std::ptrdiff_t i = 0; i < text.size(); ++i) {
    if (text[i] != kTatweel) continue;
    std::ptrdiff_t last = i;
    while (text[last + 1] == kTatweel) ++last;
    if (is_decorative(text, i, last)) {
      const Characters::Run word = text.word_around(i);
      place.range = text.range(word.first, word.last);
      std::string plain;
      for (std::ptrdiff_t k = word.first; k <= word.last; ++k) {
        if (text[k] != kTatweel) append_utf8(plain, text[k]);
      }
      Report report = report_at(
          place, "tatweel",
          "“" + quoted(place.range.of(segment.text)) + "” is stretched with a tatweel", plain);
      report.replacement = plain;
      findings.add(bead, std::move(report));
      i = word.last;
    } else {
      i = last;
    }
  }
}

// Letters encoded by their shape, as old programs and PDF files leave them. Honorific ligatures
// (ﷺ, ﷲ, ﷻ), the rial sign and ornate brackets have no other form.
bool is_presentation_form(char32_t c) {
  if (c == 0xFD3E || c == 0xFD3F || (c >= 0xFD40 && c <= 0xFD4F) || (c >= 0xFDF0 && c <= 0xFDFF)) {
    return false;
  }
  return (c >= 0xFB50 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC);
}

void check_presentation_forms(const Bead& bead, const Characters& text, CheckedPlace place,
                              const CheckedSegment& segment, FindingList& findings) {
  for (std::ptrdiff_t i = 0; i < text.size(); ++i) {
    if (!is_presentation_form(text[i])) continue;
    Characters::Run word = text.word_around(i);
    if (word.size() <= 0) word = {i, i};
    place.range = text.range(word.first, word.last);
    const std::string_view written = place.range.of(segment.text);
    std::string plain;
    for (std::ptrdiff_t k = word.first; k <= word.last; ++k) {
      const std::string_view c = text.range(k, k).of(segment.text);
      plain += is_presentation_form(text[k]) ? fold(c, FoldProfile::kMarks) : std::string(c);
    }
    Report report =
        report_at(place, "presentation-form",
                  "“" + quoted(written) + "” is encoded by the shapes of its letters", plain);
    report.replacement = std::move(plain);
    findings.add(bead, std::move(report));
    i = word.last;
  }
}

// LRM, RLM and ALM put a mark or number on its right side and are left alone; so are isolates and
// embeddings that are closed. Overrides show letters in another order than they are read, and what
// is left open spills into what follows.
void check_bidi(const Bead& bead, const Characters& text, CheckedPlace place,
                FindingList& findings) {
  const auto report = [&](std::ptrdiff_t i, std::string message) {
    place.range = text.range(i, i);
    Report found = report_at(place, "bidi-control", std::move(message), "delete it");
    found.replacement = "";
    findings.add(bead, std::move(found));
  };
  std::vector<std::ptrdiff_t> embeddings;
  std::vector<std::ptrdiff_t> isolates;
  for (std::ptrdiff_t i = 0; i < text.size(); ++i) {
    const char32_t c = text[i];
    if (overrides_direction(c)) {
      report(i, "an invisible override turns the direction of the letters");
      embeddings.push_back(-1);
    } else if (opens_embedding(c)) {
      embeddings.push_back(i);
    } else if (opens_isolate(c)) {
      isolates.push_back(i);
    } else if (c == kPopDirectionalFormat || c == kPopDirectionalIsolate) {
      std::vector<std::ptrdiff_t>& open = c == kPopDirectionalFormat ? embeddings : isolates;
      if (open.empty()) {
        report(i, "an invisible end of a direction that was never begun");
      } else {
        open.pop_back();
      }
    }
  }
  for (const std::vector<std::ptrdiff_t>* open : {&embeddings, &isolates}) {
    for (const std::ptrdiff_t i : *open) {
      if (i >= 0) report(i, "an invisible change of direction is never ended");
    }
  }
}

}  // namespace

void check_letters(const CheckedDocument& document, const Bead& bead, FindingList& findings) {
  for_each_segment(document, bead, [&](const CheckedSegment& segment, const CheckedPlace& place) {
    const Characters text(segment.text);
    check_tatweel(bead, text, place, segment, findings);
    check_presentation_forms(bead, text, place, segment, findings);
    check_bidi(bead, text, place, findings);
  });
}

}  // namespace mizan
