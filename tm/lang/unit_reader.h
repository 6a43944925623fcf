// The unit that stands behind a number. Internal to tm/lang.
#pragma once

#include "tm/lang/measure_units.h"
#include "tm/lang/number_reader.h"

namespace mizan {

// The unit of measure at pieces[i], where a number ends: 5 km, 5-km, 5km, خمسة كيلومترات, 5 square
// miles, 20 درجة مئوية. Null when there is none.
const MeasureUnit* read_unit(const QuantityPieces& pieces, std::size_t i, Language language);

// The unit of which an Arabic dual says two: يومين. `key` may carry clitics.
const MeasureUnit* unit_of_dual(std::string_view key);

}  // namespace mizan
