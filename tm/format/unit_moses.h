// Translation units as two files of lines, as Moses has them: line 7 of one translates line 7 of
// the other.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tm/format/unit_reader.h"
#include "tm/format/unit_writer.h"

namespace mizan {

// The language that the end of a name tells: "a.ar", "news.en-US.gz".
std::optional<Language> language_of_name(const std::string& path);

// The two files that `path` means: itself, named by its language, and the one beside it that is
// named alike by the other language, or as a prefix both files. Nothing when they are not there.
std::optional<std::array<std::string, 2>> find_moses_files(const std::string& path);

// Calls `visit` for each line, in order; origin.file is the first path, origin.line and position
// are the line. The first path is the source; which is Arabic its name says or else its script. A
// line that is empty on one side is untranslated. Throws as LineReader, and Error(kMalformed) for
// files of one language or different numbers of lines.
UnitReadSummary read_unit_moses(std::span<const std::string> paths, const UnitVisitor& visit,
                                const UnitReadOptions& options = {});

// The same for bytes at hand; the names are those of the two files.
UnitReadSummary parse_unit_moses(std::string_view first, const std::string& first_name,
                                 std::string_view second, const std::string& second_name,
                                 const UnitVisitor& visit, const UnitReadOptions& options = {});

// "a.ar" and "a.en" for an output "a", "a.ar" or "a.en"; the same with ".gz".
std::vector<std::string> moses_output_paths(const std::string& path);

// Line breaks inside a text become spaces.
class UnitMosesWriter : public UnitWriter {
 public:
  UnitMosesWriter(TextSink arabic, TextSink english)
      : arabic_(std::move(arabic)), english_(std::move(english)) {}
  void begin(const UnitFileHeader&) override {}
  void write(const TranslationUnit& unit) override;
  void finish() override {}

 private:
  TextSink arabic_;
  TextSink english_;
};

}  // namespace mizan
