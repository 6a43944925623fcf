// date: days, months, weekdays and years.
#include <algorithm>
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

// The value that this side says more often than the other, where it does so of one alone.
const CheckedQuantity* only_surplus(const std::vector<CheckedQuantity>& own, Class type) {
  const CheckedQuantity* found = nullptr;
  for (const CheckedQuantity& quantity : own) {
    if (quantity.type != type || !quantity.surplus) continue;
    if (found && found->value != quantity.value) return nullptr;
    found = &quantity;
  }
  return found;
}

// A day with a zero too many or too few is a slip in a number.
bool is_slip_of_zero(const CheckedQuantity& a, const CheckedQuantity& b) {
  return a.type == Class::kDay && (a.value == 10 * b.value || b.value == 10 * a.value);
}

void report_difference(const CheckedDocument& document, const Bead& bead,
                       const CheckedQuantity& arabic, const CheckedQuantity& english,
                       FindingList& findings) {
  findings.add(bead, {.rule = is_slip_of_zero(arabic, english) ? "number-value" : "date",
                      .arabic = arabic.place,
                      .english = english.place,
                      .message = "the " + std::string(noun(arabic.type)) + " differs: “" +
                                 quoted(document.text(arabic.place)) + "”, “" +
                                 quoted(document.text(english.place)) + "”",
                      .suggestion = "compare the two dates with the source",
                      .severity = {},
                      .related = {}});
}

// Two readings that both may be no date at all prove nothing, nor does a name that is a month of
// another calendar.
bool may_differ(const CheckedQuantity& arabic, const CheckedQuantity& english) {
  if (arabic.type == Class::kYear) return true;
  if (arabic.doubtful && english.doubtful) return false;
  return arabic.type != Class::kMonth || arabic.calendar == english.calendar ||
         !(arabic.doubtful || english.doubtful);
}

std::ptrdiff_t count_of(const std::vector<CheckedQuantity>& own, Class type) {
  return std::ranges::count(own, type, &CheckedQuantity::type);
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
    bool all_matched = true;
    while (true) {
      const CheckedQuantity* arabic = next_unmatched(match.arabic, type, a);
      const CheckedQuantity* english = next_unmatched(match.english, type, e);
      if (!arabic && !english) break;
      all_matched = false;
      if (!arabic && !english->doubtful) arabic = nearest_surplus(match.arabic, *english);
      if (arabic && !english && !arabic->doubtful)
        english = nearest_surplus(match.english, *arabic);
      if (arabic && english) {
        if (may_differ(*arabic, *english)) {
          report_difference(document, bead, *arabic, *english, findings);
        }
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
    // Monday, Sunday, Sunday against Monday, Monday, Sunday
    if (!all_matched || count_of(match.arabic, type) != count_of(match.english, type)) continue;
    const CheckedQuantity* arabic = only_surplus(match.arabic, type);
    const CheckedQuantity* english = only_surplus(match.english, type);
    if (arabic && english) report_difference(document, bead, *arabic, *english, findings);
  }
}

}  // namespace mizan
