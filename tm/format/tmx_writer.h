// Writes TMX 1.4b as a stream.
#pragma once

#include <functional>
#include <string_view>

#include "tm/model/translation_unit.h"

namespace mizan {

// Hands the file to `sink` piece by piece: the header on construction, a tu for each unit, the end
// on finish(). What read_tmx() gives for the result is the units written, but for origin.file and
// control characters, which XML cannot hold (they become spaces).
class TmxWriter {
 public:
  using Sink = std::function<void(std::string_view)>;

  explicit TmxWriter(Sink sink);
  void write(const TranslationUnit& unit);
  void finish();

 private:
  Sink sink_;
};

}  // namespace mizan
