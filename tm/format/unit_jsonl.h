// Translation units as JSON lines, the format for other programs, which holds all of a unit:
//   {"unit":17,"ar":"…","en":"…","source_language":"ar","file":null,"document":"a","author":null,
//    "created":"2026-11-22T15:04:05Z","changed":null,"position":3,
//    "also_from":[{"file":"b.tmx","document":null,"author":"sara"}],
//    "properties":[["tuid","7"]],"notes":["…"],"ar_tags":[…],"en_tags":[{"kind":"code",
//    "markup":"tmx","offset":4,"name":"ph","attributes":[["x","1"]],"content":"&lt;br&gt;"}]}
// Parts from "position" on are left out where a unit has none. `offset` is in bytes of the text.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "tm/format/unit_reader.h"
#include "tm/format/unit_writer.h"

namespace mizan {

// Calls `visit` for each line, in order; origin.file is `path`, what a line calls its file is among
// also_from. Every key but the texts may be absent; the texts may also stand in an object
// "translation". Other keys are counted as left out. What is no such object is malformed. Throws as
// LineReader.
UnitReadSummary read_unit_jsonl(const std::string& path, const UnitVisitor& visit,
                                const UnitReadOptions& options = {});
// The same for text at hand.
UnitReadSummary parse_unit_jsonl(std::string_view text, const std::string& name,
                                 const UnitVisitor& visit, const UnitReadOptions& options = {});

// Whether the first line of a text that starts so is a JSON object, as far as it can be seen.
bool opens_unit_jsonl(std::string_view start);

class UnitJsonlWriter : public UnitWriter {
 public:
  explicit UnitJsonlWriter(TextSink sink) : sink_(std::move(sink)) {}
  void begin(const UnitFileHeader& header) override;
  void write(const TranslationUnit& unit) override;
  void finish() override {}

 private:
  TextSink sink_;
};

}  // namespace mizan
