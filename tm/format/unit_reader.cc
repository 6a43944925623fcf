#include "tm/format/unit_reader.h"

#include <algorithm>

namespace mizan {
namespace {

// A file that is wrong throughout should not fill a terminal, nor memory.
constexpr std::size_t kMaxReported = 100;

}  // namespace

std::string_view unit_id(const TranslationUnit& unit) {
  const auto found = std::ranges::find_if(
      unit.properties, [](const auto& property) { return property.first == kUnitIdProperty; });
  return found == unit.properties.end() ? std::string_view() : std::string_view(found->second);
}

void report_malformed(const UnitReadOptions& options, UnitReadSummary& summary,
                      const std::string& problem, const InputPlace& place,
                      const std::string& advice) {
  if (options.malformed == MalformedRecord::kStop) {
    throw Error(ErrorKind::kMalformed, problem, place, advice);
  }
  if (++summary.malformed <= kMaxReported) {
    summary.diagnostics.push_back({problem + "; " + advice, place});
  }
}

void hand_out(const TranslationUnit& unit, const UnitReadOptions& options, UnitReadSummary& summary,
              const UnitVisitor& visit) {
  if (unit.arabic.empty() || unit.english.empty()) {
    ++summary.untranslated;
    const bool nothing = unit.arabic.empty() && unit.english.empty();
    if (nothing || options.incomplete == IncompleteUnits::kSkip) return;
  }
  visit(unit);
  ++summary.units;
}

}  // namespace mizan
