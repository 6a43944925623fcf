// Writes TMX 1.4b as a stream.
#pragma once

#include "tm/format/unit_writer.h"

namespace mizan {

// What read_tmx() gives for the result is the units written, but for origin.file and control
// characters, which XML cannot hold (they become spaces).
class TmxWriter : public UnitWriter {
 public:
  explicit TmxWriter(TextSink sink);
  void begin(const UnitFileHeader& header) override;
  void write(const TranslationUnit& unit) override;
  void finish() override;

 private:
  TextSink sink_;
};

}  // namespace mizan
