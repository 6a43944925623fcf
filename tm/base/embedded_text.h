// A text file that travels inside the binary (cmake/EmbedText.cmake).
#pragma once

#include <string_view>

namespace mizan {

struct EmbeddedText {
  std::string_view name;
  std::string_view text;
  std::string_view sha256;  // of `text`, in base64
};

}  // namespace mizan
