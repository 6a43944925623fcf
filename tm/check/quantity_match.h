// Which numbers and dates of a bead have their equal on the other side. Internal to tm/check.
#pragma once

#include <optional>
#include <vector>

#include "tm/check/document.h"

namespace mizan {

struct CheckedQuantity {
  enum class Class { kNumber, kYear, kDay, kMonth, kWeekday, kCode };
  Class type = Class::kNumber;
  NumberKind kind = NumberKind::kCardinal;   // of a number
  Calendar calendar = Calendar::kGregorian;  // of a part of a date
  double value = 0;
  std::optional<double> alternative;
  const MeasureUnit* unit = nullptr;  // of a number
  bool spelled = false;
  bool approximate = false;
  bool doubtful = false;
  bool matched = false;  // its equal stands on the other side
  bool weakly = false;  // matched, but only by something that may be no number ("both", الثاني)
  bool surplus = false;  // matched, but this side says the value more often than the other
  double position = 0;   // 0-1 within its side of the bead
  CheckedPlace place;
};

// The quantities of a bead. Equal values match whatever their form; one mention may match several,
// since a language may say a number twice where the other says it once.
struct QuantityMatch {
  std::vector<CheckedQuantity> arabic;
  std::vector<CheckedQuantity> english;
};

QuantityMatch match_quantities(const CheckedDocument& document, std::size_t bead);

}  // namespace mizan
