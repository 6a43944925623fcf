// The folding ladder done slowly: whole text, code point by code point, with ICU's normalization.
#pragma once

#include <string>
#include <string_view>

#include "tm/text/normalize.h"

namespace mizan::reference {

std::string fold_slowly(std::string_view text, FoldProfile profile);

}  // namespace mizan::reference
