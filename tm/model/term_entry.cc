#include "tm/model/term_entry.h"

namespace mizan {

std::string_view to_string(TermStatus status) {
  switch (status) {
    case TermStatus::kPreferred:
      return "preferred";
    case TermStatus::kAdmitted:
      return "admitted";
    case TermStatus::kDeprecated:
      return "deprecated";
    case TermStatus::kSuperseded:
      return "superseded";
  }
  return "";
}

}  // namespace mizan
