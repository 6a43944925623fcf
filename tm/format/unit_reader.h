// What the readers of translation units have in common.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tm/base/error.h"
#include "tm/format/unit_losses.h"
#include "tm/model/translation_unit.h"

namespace mizan {

// The property that holds the record's own id, whatever its format calls it: tuid of TMX, id of
// XLIFF, the column `id` of a table.
constexpr std::string_view kUnitIdProperty = "tuid";

// Its value; empty when the unit has none.
std::string_view unit_id(const TranslationUnit& unit);

// Called with each unit, in the order of the file. What it throws passes through the reader.
using UnitVisitor = std::function<void(const TranslationUnit&)>;

// What a file says about all of its units.
struct UnitFileHeader {
  std::vector<std::pair<std::string, std::string>> properties;
  std::vector<std::string> notes;
};

enum class MalformedRecord {
  kStop,  // an Error(kMalformed) with the place
  kSkip,  // counted and reported; the other records are read
};

enum class IncompleteUnits {
  kSkip,     // a record with one side empty or absent is counted, nothing more
  kHandOut,  // it is a unit all the same, with that side empty: what is still to be translated
};

enum class FuzzyTranslations {
  kSkip,  // what a PO file marks as fuzzy is not translated yet
  kTake,
};

// How a table is to be read, where its content does not say.
struct TableOptions {
  std::vector<std::string>
      columns;  // their names in order, as unit_columns.h knows them; "-": none
  std::optional<char> delimiter;
  std::size_t skip_rows = 0;  // in front of the table
};

struct UnitReadOptions {
  MalformedRecord malformed = MalformedRecord::kStop;
  IncompleteUnits incomplete = IncompleteUnits::kSkip;
  FuzzyTranslations fuzzy = FuzzyTranslations::kSkip;
  TableOptions table = {};
  // Called once, before the first unit, where a file has such things. May be empty.
  std::function<void(const UnitFileHeader&)> visit_header = {};
};

struct UnitReadSummary {
  std::string format;                   // as its entry in unit_formats.h is named: "TMX"
  std::size_t units = 0;                // handed out
  std::size_t untranslated = 0;         // records with one side empty or absent, handed out or not
  std::size_t malformed = 0;            // records left out under MalformedRecord::kSkip
  bool swapped = false;                 // English comes first, without a header that says so
  std::vector<Diagnostic> diagnostics;  // text repaired, the first malformed records
  LossCounts left_out;                  // what else the file holds and a unit cannot
};

// For readers: a record is malformed. Throws Error(kMalformed) or counts it, as `options` say; of
// those that are counted the first hundred are in the diagnostics.
void report_malformed(const UnitReadOptions& options, UnitReadSummary& summary,
                      const std::string& problem, const InputPlace& place,
                      const std::string& advice);

// For readers: counts the unit and hands it out, or leaves it out when a side is missing and
// `options` say so.
void hand_out(const TranslationUnit& unit, const UnitReadOptions& options, UnitReadSummary& summary,
              const UnitVisitor& visit);

}  // namespace mizan
