#include "tm/model/name_cluster.h"

namespace mizan {

std::string_view to_string(PreferredBy by) {
  switch (by) {
    case PreferredBy::kFrequency:
      return "frequency";
    case PreferredBy::kMemory:
      return "memory";
    case PreferredBy::kTermbase:
      return "termbase";
  }
  return "";
}

}  // namespace mizan
