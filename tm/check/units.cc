// unit: a number that counts another measure than on the other side.
#include <algorithm>
#include <string>

#include "tm/check/families.h"

namespace mizan {
namespace {

bool same_value(const CheckedQuantity& a, const CheckedQuantity& b) { return a.value == b.value; }

// Whether a quantity of the list says the value of `wanted` in `unit`, or the same measure in
// another unit: 30 km stands for 19 miles, and for what 30 of anything else would be.
bool says(const std::vector<CheckedQuantity>& side, const CheckedQuantity& wanted,
          const MeasureUnit& unit) {
  return std::ranges::any_of(side, [&](const CheckedQuantity& q) {
    return q.unit && ((same_value(q, wanted) && q.unit == &unit) ||
                      (q.unit != &unit && measures_meet(q.value, *q.unit, wanted.value, unit)));
  });
}

}  // namespace

void check_units(const CheckedDocument& document, const Bead& bead, const QuantityMatch& match,
                 FindingList& findings) {
  if (bead.one_sided()) return;
  for (const CheckedQuantity& arabic : match.arabic) {
    if (!arabic.unit || says(match.english, arabic, *arabic.unit)) continue;
    for (const CheckedQuantity& english : match.english) {
      if (!english.unit || !same_value(arabic, english) ||
          says(match.arabic, english, *english.unit)) {
        continue;
      }
      findings.add(bead, {.rule = "unit",
                          .arabic = arabic.place,
                          .english = english.place,
                          .message = "“" + quoted(document.text(arabic.place)) + "” counts " +
                                     std::string(arabic.unit->name) + ", “" +
                                     quoted(document.text(english.place)) + "” " +
                                     std::string(english.unit->name),
                          .suggestion = "write the unit of the original, or convert the number too",
                          .severity = {},
                          .related = {}});
      break;
    }
  }
}

}  // namespace mizan
