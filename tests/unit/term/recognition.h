// Rows for the recognizer's tests: a term with its English, a text, and what must be found there.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tm/term/recognizer.h"

namespace mizan {

struct RecognitionRow {
  std::string_view arabic;
  std::string_view english;
  std::string_view text;
  std::string_view surface;  // empty: the term is not there
};

inline TermConcept make_concept(std::string_view arabic, std::string_view english) {
  TermConcept entry;
  entry.terms.push_back({std::string(arabic), Language::kArabic, TermStatus::kPreferred, {}});
  entry.terms.push_back({std::string(english), Language::kEnglish, TermStatus::kPreferred, {}});
  return entry;
}

// The surfaces of the term's hits, joined by " | ".
inline std::string found_surfaces(const RecognitionRow& row, Language language,
                                  const FindOptions& options = {}) {
  const TermRecognizer recognizer({make_concept(row.arabic, row.english)});
  std::string surfaces;
  for (const TermHit& hit : recognizer.find(row.text, language, options)) {
    if (!surfaces.empty()) surfaces += " | ";
    surfaces += hit.surface;
  }
  return surfaces;
}

}  // namespace mizan
