// Writes bilingual XLIFF as a stream: 1.2, which every tool reads, or 2.0.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>

#include "tm/format/unit_writer.h"

namespace mizan {

enum class XliffVersion { k12, k20 };

// A unit of a memory that a segment is offered: <alt-trans> of XLIFF 1.2.
struct AlternativeTranslation {
  std::string_view source;
  std::string_view target;
  std::string quality;  // "87%"
  std::string origin;   // where it comes from, for people
};

// A side that is empty is not written where it is the target. A new <file> begins whenever the
// document or the languages change. Codes, notes and the properties that came from XLIFF are
// written back; other properties, dates and authors have no place (losses()). Segments become units
// of their own. A unit keeps its id where no other unit of the file had it before: 16 bytes of
// memory a unit or so.
class XliffWriter : public UnitWriter {
 public:
  XliffWriter(TextSink sink, XliffVersion version);
  void begin(const UnitFileHeader& header) override;
  void write(const TranslationUnit& unit) override { write(unit, std::nullopt); }
  // Only 1.2 has a place for the alternative.
  void write(const TranslationUnit& unit, const std::optional<AlternativeTranslation>& alternative);
  void finish() override;

 private:
  void start_file(const TranslationUnit& unit);
  void write_unit12(const TranslationUnit& unit,
                    const std::optional<AlternativeTranslation>& alternative);
  void write_unit20(const TranslationUnit& unit);
  // A free id: the unit's own, where it can be.
  std::string take_id(const TranslationUnit& unit);

  TextSink sink_;
  XliffVersion version_;
  bool file_open_ = false;
  std::size_t files_ = 0;
  std::size_t number_ = 0;               // of the unit in its file, from 1
  std::unordered_set<std::size_t> ids_;  // hashes of the ids in this file
  std::string document_;
  std::string source_tag_;
  std::string target_tag_;
};

}  // namespace mizan
