// A pair of segments that translate each other, as the memory keeps it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "tm/base/language.h"
#include "tm/model/inline_tag.h"

namespace mizan {

// Where a unit comes from. Any part may be empty.
struct Origin {
  std::string file;      // as it was named on import
  std::string document;  // a document within the file
  std::string author;
  std::string created;         // ISO 8601 UTC, "2026-11-22T15:04:05Z"
  std::string changed;         // the same
  std::int64_t position = -1;  // 0-based order within the document; -1 when unknown
  std::size_t line = 0;        // 1-based line of the record in `file`; 0: unknown. Not stored.
};

// Invariants: both texts are non-empty valid UTF-8, verbatim. Two units are equal when both texts,
// the source language and the document are equal; what stands beside the texts (tags, properties,
// notes, dates) does not make another unit.
struct TranslationUnit {
  std::int64_t id = 0;  // 0: not stored yet
  std::string arabic;
  std::string english;
  Language source_language = Language::kArabic;
  Origin origin;
  // The other places where an equal unit was met: file, document and author of each.
  std::vector<Origin> also_from;
  // TMX `prop` (a multimap: types repeat) and `note`, in the order of the file.
  std::vector<std::pair<std::string, std::string>> properties;
  std::vector<std::string> notes;
  // The markup of each side, by its place in the text.
  std::vector<InlineTag> arabic_tags;
  std::vector<InlineTag> english_tags;

  const std::string& text(Language language) const {
    return language == Language::kArabic ? arabic : english;
  }
  const std::vector<InlineTag>& tags(Language language) const {
    return language == Language::kArabic ? arabic_tags : english_tags;
  }
};

}  // namespace mizan
