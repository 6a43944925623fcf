// Reads TMX 1.4 (and what calls itself so) as a stream: memory does not grow with the file.
#pragma once

#include <string>
#include <string_view>

#include "tm/format/unit_reader.h"

namespace mizan {

// What a TMX says about a unit beyond the fields of TranslationUnit is kept among its properties;
// these types are written back as the attributes that they were.
constexpr std::string_view kChangeIdProperty = "changeid";
constexpr std::string_view kArabicTagProperty = "xml:lang ar";  // "ar-EG", when not plain "ar"
constexpr std::string_view kEnglishTagProperty = "xml:lang en";
// `prop` types that fill Origin::document and Origin::position.
constexpr std::string_view kDocumentProperty = "x-document";
constexpr std::string_view kPositionProperty = "x-position";

// Calls `visit` for each unit of the file ("-": standard input), in order; origin.file is `path`.
// A tu with several variants of one language gives a unit for every combination. The text of `hi`
// is kept, the codes in bpt ept ph it ut are dropped; surrounding white space goes. Encodings:
// UTF-8, UTF-16, windows-1256 and Latin-1, as declared.
// Hardened: an entity declaration is refused, no DTD or external entity is ever fetched, depth and
// the length of a segment have limits. Throws Error with line and column: kMalformed, kLimit;
// kNotFound and kIo for the file itself. Whatever `visit` throws passes through.
UnitReadSummary read_tmx(const std::string& path, const UnitVisitor& visit,
                         const UnitReadOptions& options = {});

// The same for bytes at hand; `name` is the file that units and errors name.
UnitReadSummary read_tmx_bytes(std::string_view bytes, const std::string& name,
                               const UnitVisitor& visit, const UnitReadOptions& options = {});

}  // namespace mizan
