// The words of TBX's data categories that the reader and the writer share.
#pragma once

#include <array>
#include <string_view>

#include "tm/model/term_entry.h"

namespace mizan {

struct TbxStatusName {
  TermStatus status;
  std::string_view name;
};

// Of administrativeStatus. The values of ISO 12620 come first: they are those of TBX-Basic.
constexpr std::array kTbxStatuses = {
    TbxStatusName{TermStatus::kPreferred, "preferredTerm-admn-sts"},
    TbxStatusName{TermStatus::kAdmitted, "admittedTerm-admn-sts"},
    TbxStatusName{TermStatus::kDeprecated, "deprecatedTerm-admn-sts"},
    TbxStatusName{TermStatus::kSuperseded, "supersededTerm-admn-sts"},
    TbxStatusName{TermStatus::kPreferred, "preferredTerm"},
    TbxStatusName{TermStatus::kAdmitted, "admittedTerm"},
    TbxStatusName{TermStatus::kDeprecated, "deprecatedTerm"},
    TbxStatusName{TermStatus::kSuperseded, "supersededTerm"},
    TbxStatusName{TermStatus::kPreferred, "preferred"},
    TbxStatusName{TermStatus::kAdmitted, "admitted"},
    TbxStatusName{TermStatus::kDeprecated, "notRecommended"},
    TbxStatusName{TermStatus::kDeprecated, "deprecated"},
    TbxStatusName{TermStatus::kSuperseded, "obsolete"},
    TbxStatusName{TermStatus::kSuperseded, "superseded"},
};

}  // namespace mizan
