// unit: a number that counts another measure than on the other side.
#include <algorithm>
#include <string>

#include "tm/check/families.h"

namespace mizan {
namespace {

bool same_value(const CheckedQuantity& a, const CheckedQuantity& b) { return a.value == b.value; }

bool has_equal(const std::vector<CheckedQuantity>& side, const CheckedQuantity& wanted) {
  return std::ranges::any_of(side, [&](const CheckedQuantity& q) {
    return q.unit == wanted.unit && same_value(q, wanted);
  });
}

// Whether the number is said, in its unit or in one that nobody knows.
bool has_number(const std::vector<CheckedQuantity>& side, const CheckedQuantity& wanted) {
  return std::ranges::any_of(side, [&](const CheckedQuantity& q) {
    return (!q.unit || q.unit == wanted.unit) && same_value(q, wanted);
  });
}

// Whether `side` says the measure of `wanted`, or the same in another unit: 30 km stands for 19
// miles. In 30 km (19 miles) against 30 km (19 km) it does not, since its equal stands here too.
bool says(const std::vector<CheckedQuantity>& side, const CheckedQuantity& wanted,
          const std::vector<CheckedQuantity>& own) {
  return has_equal(side, wanted) || std::ranges::any_of(side, [&](const CheckedQuantity& q) {
           return q.unit && q.unit != wanted.unit &&
                  measures_meet(q.value, *q.unit, wanted.value, *wanted.unit) &&
                  !has_number(own, q);
         });
}

}  // namespace

void check_units(const CheckedDocument& document, const Bead& bead, const QuantityMatch& match,
                 FindingList& findings) {
  if (bead.one_sided()) return;
  for (const CheckedQuantity& arabic : match.arabic) {
    if (!arabic.unit || says(match.english, arabic, match.arabic)) continue;
    for (const CheckedQuantity& english : match.english) {
      if (!english.unit || !same_value(arabic, english) ||
          says(match.arabic, english, match.english)) {
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
