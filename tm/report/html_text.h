// Text for a page: what comes from a user can neither be markup nor turn what stands around it.
#pragma once

#include <string>
#include <string_view>

namespace mizan {

// For the content of an element and for an attribute in quotation marks.
std::string html_escaped(std::string_view text);

// In an element that isolates its direction.
std::string html_isolated(std::string_view text);

// A sentence of ours: what it quotes between “ and ” is isolated.
std::string html_message(std::string_view sentence);

}  // namespace mizan
