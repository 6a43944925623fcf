#include "tm/model/leverage.h"

namespace mizan {

std::string_view to_string(LeverageBand band) {
  switch (band) {
    case LeverageBand::kContext:
      return "context";
    case LeverageBand::kExact:
      return "exact";
    case LeverageBand::kRepetition:
      return "repetition";
    case LeverageBand::k95To99:
      return "95-99";
    case LeverageBand::k85To94:
      return "85-94";
    case LeverageBand::k75To84:
      return "75-84";
    case LeverageBand::k50To74:
      return "50-74";
    case LeverageBand::kNone:
      return "none";
  }
  return "";
}

}  // namespace mizan
