#include "tm/project/unit_files.h"

#include <gtest/gtest.h>

#include "tests/unit/project/test_folder.h"
#include "tm/memory/database.h"

namespace mizan {
namespace {

constexpr std::string_view kTmx =
    R"(<?xml version="1.0"?><tmx version="1.4"><header srclang="ar"/><body>)"
    R"(<tu><tuv xml:lang="ar"><seg>نعم</seg></tuv><tuv xml:lang="en"><seg>Yes</seg></tuv></tu>)"
    R"(<tu><tuv xml:lang="ar"><seg>لا</seg></tuv><tuv xml:lang="en"><seg>No</seg></tuv></tu>)"
    R"(</body></tmx>)";

class UnitFilesTest : public ::testing::Test {
 protected:
  std::string error_of_import(const std::string& path) {
    try {
      import_units(memory_, path);
    } catch (const Error& error) {
      return error.what();
    }
    return "";
  }

  std::string exported(UnitFormat format, const UnitFilter& filter = {}) const {
    std::string text;
    export_units(memory_, filter, format, [&](std::string_view piece) { text += piece; });
    return text;
  }

  testing::TestFolder folder_;
  Database database_{folder_.path("memory.db")};
  TranslationMemory memory_{database_};
};

TEST_F(UnitFilesTest, SeesTheFormatFromTheContentAndNotTheName) {
  const ImportSummary tmx = import_units(memory_, folder_.write("a.tsv", kTmx));
  EXPECT_EQ(tmx.format, "TMX");
  EXPECT_EQ(tmx.units, 2U);
  EXPECT_EQ(tmx.added, 2);
  const ImportSummary tsv = import_units(memory_, folder_.write("a.tmx", "ربما\tMaybe\n"));
  EXPECT_EQ(tsv.format, "TSV");
  EXPECT_EQ(tsv.added, 1);
  EXPECT_FALSE(tsv.swapped);
  EXPECT_EQ(memory_.stats().units, 3);
}

TEST_F(UnitFilesTest, SeesXmlBehindAByteOrderMarkAndSpaces) {
  const std::string utf8 = "\xEF\xBB\xBF" + std::string(kTmx);
  EXPECT_EQ(import_units(memory_, folder_.write("a", utf8)).format, "TMX");
  const std::string spaced = "\n  " + std::string(kTmx.substr(kTmx.find("<tmx")));
  EXPECT_EQ(import_units(memory_, folder_.write("b", spaced)).format, "TMX");
  const std::string utf16 = std::string(MIZAN_SOURCE_DIR) + "/tests/data/format/utf16le.tmx";
  EXPECT_EQ(import_units(memory_, utf16).format, "TMX");
}

TEST_F(UnitFilesTest, CountsWhatIsNew) {
  const std::string path = folder_.write("a.tmx", kTmx);
  import_units(memory_, path);
  const ImportSummary again = import_units(memory_, path);
  EXPECT_EQ(again.units, 2U);
  EXPECT_EQ(again.added, 0);
  EXPECT_EQ(memory_.stats().units, 2);
}

TEST_F(UnitFilesTest, TellsOfProgressAndOfEnglishFirst) {
  std::vector<std::size_t> seen;
  const ImportSummary summary = import_units(memory_, folder_.write("a.tsv", "Yes\tنعم\nNo\tلا\n"),
                                             [&](std::size_t units) { seen.push_back(units); });
  EXPECT_TRUE(summary.swapped);
  EXPECT_EQ(seen, (std::vector<std::size_t>{1, 2}));
  EXPECT_EQ(exported(UnitFormat::kTsv), "نعم\tYes\nلا\tNo\n");
}

TEST_F(UnitFilesTest, AddsAllOfAFileOrNothing) {
  import_units(memory_, folder_.write("a.tmx", kTmx));
  // Good units first, then the file breaks off.
  EXPECT_NE(error_of_import(std::string(MIZAN_SOURCE_DIR) + "/tests/data/format/truncated.tmx"),
            "");
  EXPECT_NE(error_of_import(folder_.path("missing.tmx")), "");
  EXPECT_EQ(memory_.stats().units, 2);
  EXPECT_EQ(memory_.stats().last_write->command, "import " + folder_.path("a.tmx"));
  // And the memory can still be written.
  EXPECT_EQ(import_units(memory_, folder_.write("b.tsv", "ربما\tMaybe\n")).added, 1);
}

TEST_F(UnitFilesTest, IsOneWriteForUndo) {
  import_units(memory_, folder_.write("a.tmx", kTmx));
  EXPECT_TRUE(memory_.undo());
  EXPECT_EQ(memory_.stats().units, 0);
}

TEST_F(UnitFilesTest, RefusesAFileWithoutUnits) {
  const std::string advice =
      ": holds no Arabic-English unit; give a TMX, or a TSV with Arabic TAB English";
  const std::string text = folder_.write("a.txt", "Only English here.\n");
  EXPECT_EQ(error_of_import(text), text + advice);
  const std::string tmx =
      folder_.write("a.tmx", R"(<tmx version="1.4"><header srclang="ar"/><body></body></tmx>)");
  EXPECT_EQ(error_of_import(tmx), tmx + advice);
}

TEST_F(UnitFilesTest, ReportsRowsLeftOutAndKeepsTheOthers) {
  const ImportSummary summary =
      import_units(memory_, folder_.write("a.tsv", "نعم\tYes\nوحده\nلا\tNo\n"));
  EXPECT_EQ(summary.added, 2);
  ASSERT_EQ(summary.diagnostics.size(), 1U);
  EXPECT_EQ(summary.diagnostics[0].place.line, 2U);
}

TEST_F(UnitFilesTest, ExportsWhatItImported) {
  import_units(memory_, folder_.write("a.tmx", kTmx));
  EXPECT_EQ(exported(UnitFormat::kTsv), "نعم\tYes\nلا\tNo\n");
  const std::string json = exported(UnitFormat::kJsonLines);
  EXPECT_TRUE(json.starts_with(R"({"unit":1,"ar":"نعم","en":"Yes","source_language":"ar",)"))
      << json;
  EXPECT_EQ(std::count(json.begin(), json.end(), '\n'), 2);

  const std::string tmx = exported(UnitFormat::kTmx);
  Database other_database(folder_.path("other.db"));
  TranslationMemory other(other_database);
  EXPECT_EQ(import_units(other, folder_.write("b.tmx", tmx)).added, 2);
}

TEST_F(UnitFilesTest, ExportsWhatPassesTheFilter) {
  import_units(memory_, folder_.write("a.tsv", "نعم\tYes\n"));
  import_units(memory_, folder_.write("b.tsv", "لا\tNo\n"));
  EXPECT_EQ(exported(UnitFormat::kTsv, {.file = folder_.path("b.tsv")}), "لا\tNo\n");
  EXPECT_EQ(
      export_units(memory_, {.file = "none"}, UnitFormat::kJsonLines, [](std::string_view) {}), 0U);
}

}  // namespace
}  // namespace mizan
