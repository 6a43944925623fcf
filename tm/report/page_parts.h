// The template, style and script of the pages, as they travel inside the binary.
#pragma once

#include <vector>

#include "tm/base/embedded_text.h"

namespace mizan {

// page/check.css, check.html, check.js.
const std::vector<EmbeddedText>& page_parts();

}  // namespace mizan
