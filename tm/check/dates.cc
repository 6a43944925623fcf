// date: days, months, weekdays and years.
#include <cmath>
#include <string>
#include <string_view>

#include "tm/check/families.h"

namespace mizan {
namespace {

using Class = CheckedQuantity::Class;

std::string_view noun(Class type) {
  switch (type) {
    case Class::kDay:
      return "day";
    case Class::kMonth:
      return "month";
    case Class::kYear:
      return "year";
    case Class::kWeekday:
      return "weekday";
    case Class::kNumber:
    case Class::kCode:
      break;
  }
  return "date";
}

const CheckedQuantity* next_unmatched(const std::vector<CheckedQuantity>& own, Class type,
                                      std::size_t& at) {
  while (at < own.size()) {
    const CheckedQuantity& quantity = own[at++];
    if (quantity.type == type && !quantity.matched && !quantity.approximate) return &quantity;
  }
  return nullptr;
}

// Of the values that this side says too often, the one that stands where `wanted` stands there.
const CheckedQuantity* nearest_surplus(const std::vector<CheckedQuantity>& own,
                                       const CheckedQuantity& wanted) {
  const CheckedQuantity* best = nullptr;
  for (const CheckedQuantity& quantity : own) {
    if (quantity.type != wanted.type || !quantity.surplus) continue;
    if (!best || std::abs(quantity.position - wanted.position) <
                     std::abs(best->position - wanted.position)) {
      best = &quantity;
    }
  }
  return best;
}

}  // namespace

// What is left over on both sides belongs together, in order. A month or year that only one side
// says is style ("last month"), not a fault that can be computed; a weekday is rarely left out.
void check_dates(const CheckedDocument& document, const Bead& bead, const QuantityMatch& match,
                 FindingList& findings) {
  if (bead.one_sided()) return;
  for (const Class type : {Class::kWeekday, Class::kMonth, Class::kDay, Class::kYear}) {
    std::size_t a = 0;
    std::size_t e = 0;
    while (true) {
      const CheckedQuantity* arabic = next_unmatched(match.arabic, type, a);
      const CheckedQuantity* english = next_unmatched(match.english, type, e);
      if (!arabic && !english) break;
      if (!arabic && !english->doubtful) arabic = nearest_surplus(match.arabic, *english);
      if (arabic && !english && !arabic->doubtful)
        english = nearest_surplus(match.english, *arabic);
      if (arabic && english) {
        // Two readings that both may be no date at all prove nothing.
        if (arabic->doubtful && english->doubtful && type != Class::kYear) continue;
        if ((arabic->doubtful || english->doubtful) && type == Class::kMonth) continue;
        findings.add(bead, {.rule = "date",
                            .arabic = arabic->place,
                            .english = english->place,
                            .message = "the " + std::string(noun(type)) + " differs: “" +
                                       quoted(document.text(arabic->place)) + "”, “" +
                                       quoted(document.text(english->place)) + "”",
                            .suggestion = "compare the two dates with the source",
                            .severity = {},
                            .related = {}});
        continue;
      }
      const CheckedQuantity& alone = arabic ? *arabic : *english;
      if (alone.doubtful) continue;
      Report report{.rule = "date",
                    .arabic = {},
                    .english = {},
                    .message = "the " + std::string(noun(type)) + " “" +
                               quoted(document.text(alone.place)) + "” is not on the other side",
                    .suggestion = "",
                    .severity = type == Class::kWeekday ? Severity::kWarning : Severity::kInfo,
                    .related = {}};
      (arabic ? report.arabic : report.english) = alone.place;
      findings.add(bead, std::move(report));
    }
  }
}

}  // namespace mizan
