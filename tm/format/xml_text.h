// Text as XML writes it.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mizan {

// Characters that XML cannot hold (most controls, U+FFFE, U+FFFF) become spaces.
std::string xml_text(std::string_view text);
// The same for an attribute's value, where a line break would be read back as a space.
std::string xml_attribute(std::string_view text);

// Appends ` name="value"`; nothing when the value is empty.
void append_attribute(std::string& xml, std::string_view name, std::string_view value);
// Appends all of them, empty values too.
void append_attributes(std::string& xml,
                       const std::vector<std::pair<std::string, std::string>>& attributes);

}  // namespace mizan
