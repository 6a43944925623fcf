// What the writers of translation units have in common.
#pragma once

#include <functional>
#include <string_view>

#include "tm/format/unit_losses.h"
#include "tm/format/unit_reader.h"
#include "tm/model/translation_unit.h"

namespace mizan {

// Takes the bytes of a file piece by piece.
using TextSink = std::function<void(std::string_view)>;

// Writes one file as a stream: begin() once, write() for each unit, finish() once.
class UnitWriter {
 public:
  virtual ~UnitWriter() = default;
  virtual void begin(const UnitFileHeader& header) = 0;
  virtual void write(const TranslationUnit& unit) = 0;
  virtual void finish() = 0;

  // What the format had no place for so far.
  const LossCounts& losses() const { return losses_; }

 protected:
  LossCounts losses_;
};

}  // namespace mizan
