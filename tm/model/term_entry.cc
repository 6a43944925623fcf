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

std::optional<TermStatus> parse_term_status(std::string_view text) {
  for (const TermStatus status : {TermStatus::kPreferred, TermStatus::kAdmitted,
                                  TermStatus::kDeprecated, TermStatus::kSuperseded}) {
    if (text == to_string(status)) return status;
  }
  return std::nullopt;
}

}  // namespace mizan
