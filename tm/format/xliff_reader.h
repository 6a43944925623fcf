// Reads XLIFF 1.0-1.2 (with the dialects of SDL and memoQ) and 2.x as a stream.
#pragma once

#include <string>
#include <string_view>

#include "tm/format/unit_reader.h"

namespace mizan {

// Properties of a unit that comes from XLIFF; the writer puts them back.
//   "xliff:NAME"          an attribute of the trans-unit, or of the segment in XLIFF 2
//   "xliff:target NAME"   an attribute of the target ("xliff:target state")
//   "sdl:NAME"            what sdl:seg-defs say of the segment ("sdl:conf", "sdl:origin")
constexpr std::string_view kXliffProperty = "xliff:";
constexpr std::string_view kXliffTargetProperty = "xliff:target ";
constexpr std::string_view kSdlProperty = "sdl:";

// Calls `visit` for each segment that has a source and a target, in order; origin.document is the
// `original` of its file, origin.position its place in there, its id that of the unit, with "/" and
// the segment's own where a unit has several. Segments (mrk mtype="seg") are paired by their mid,
// never by position. The source may be either language.
// Left out and counted: alternative translations, binary units, units not to be translated, texts
// in other languages. Malformed: a unit without a source, a segment above 1 MB. Throws as
// read_tmx().
UnitReadSummary read_xliff(const std::string& path, const UnitVisitor& visit,
                           const UnitReadOptions& options = {});

UnitReadSummary read_xliff_bytes(std::string_view bytes, const std::string& name,
                                 const UnitVisitor& visit, const UnitReadOptions& options = {});

}  // namespace mizan
