// Reads TMX 1.4 (and what calls itself so) as a stream: memory does not grow with the file.
#pragma once

#include <string>
#include <string_view>

#include "tm/format/unit_reader.h"

namespace mizan {

// What a TMX says about a unit beyond the fields of TranslationUnit is kept among its properties
// and written back as what it was:
//   "tuid", "changeid"       attributes of the tu; so is any "@NAME" ("@usagecount", "@x-origin")
//   "@NAME ar"               an attribute of the Arabic tuv ("@creationdate ar")
//   "TYPE@ar", "@note ar"    a prop and a note of the Arabic tuv
constexpr std::string_view kChangeIdProperty = "changeid";
constexpr std::string_view kArabicTagProperty = "xml:lang ar";  // "ar-EG", when not plain "ar"
constexpr std::string_view kEnglishTagProperty = "xml:lang en";
// `prop` types that fill Origin::document and Origin::position.
constexpr std::string_view kDocumentProperty = "x-document";
constexpr std::string_view kPositionProperty = "x-position";
// Fills TranslationUnit::also_from: "file=a.tmx TAB document=b TAB author=sara", what is known of
// them.
constexpr std::string_view kOriginProperty = "x-origin";

// Calls `visit` for each unit of the file ("-": standard input), in order; origin.file is `path`.
// A tu with several variants of one language gives a unit for every combination; variants in other
// languages are counted in left_out. Inline elements become tags; the text of `hi` is text.
// Malformed: a tuv without a language, a segment above 1 MB, a tu in a tu. Encodings: UTF-8,
// UTF-16, windows-1256 and Latin-1, as declared. Hardened: an entity declaration is refused, no DTD
// or external entity is ever fetched, depth has a limit. Throws Error with line and column:
// kMalformed, kLimit; kNotFound and kIo for the file itself. What is no well-formed XML stops the
// reading whatever `options` say: behind such a place nobody knows where a unit begins.
UnitReadSummary read_tmx(const std::string& path, const UnitVisitor& visit,
                         const UnitReadOptions& options = {});

// The same for bytes at hand; `name` is the file that units and errors name.
UnitReadSummary read_tmx_bytes(std::string_view bytes, const std::string& name,
                               const UnitVisitor& visit, const UnitReadOptions& options = {});

}  // namespace mizan
