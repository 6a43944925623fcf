#include "tm/project/unit_files.h"

#include <gtest/gtest.h>

#include "tests/unit/test_folder.h"
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
  ImportSummary import(const std::string& path, MalformedRecord malformed = MalformedRecord::kStop,
                       const UnitProgress& progress = {}) {
    return import_units(memory_, unit_sources({&path, 1}).front(), {.malformed = malformed},
                        progress);
  }

  std::string error_of_import(const std::string& path) {
    try {
      import(path);
    } catch (const Error& error) {
      return error.what();
    }
    return "";
  }

  std::string exported(std::string_view format, const UnitFilter& filter = {}) const {
    std::string text;
    const TextSink sink = [&](std::string_view piece) { text += piece; };
    export_units(memory_, filter, *find_unit_format(format)->make_writer({&sink, 1}));
    return text;
  }

  testing::TestFolder folder_;
  Database database_{folder_.path("memory.db")};
  TranslationMemory memory_{database_};
};

TEST_F(UnitFilesTest, SeesTheFormatFromTheContentAndNotTheName) {
  const ImportSummary tmx = import(folder_.write("a.tsv", kTmx));
  EXPECT_EQ(tmx.read.format, "TMX");
  EXPECT_EQ(tmx.read.units, 2U);
  EXPECT_EQ(tmx.added, 2);
  const ImportSummary tsv = import(folder_.write("a.tmx", "ربما\tMaybe\n"));
  EXPECT_EQ(tsv.read.format, "TSV");
  EXPECT_EQ(tsv.added, 1);
  EXPECT_FALSE(tsv.read.swapped);
  EXPECT_EQ(memory_.stats().units, 3);
}

TEST_F(UnitFilesTest, SeesXmlBehindAByteOrderMarkAndSpaces) {
  const std::string utf8 = "\xEF\xBB\xBF" + std::string(kTmx);
  EXPECT_EQ(import(folder_.write("a", utf8)).read.format, "TMX");
  const std::string spaced = "\n  " + std::string(kTmx.substr(kTmx.find("<tmx")));
  EXPECT_EQ(import(folder_.write("b", spaced)).read.format, "TMX");
  const std::string utf16 = std::string(MIZAN_SOURCE_DIR) + "/tests/data/format/utf16le.tmx";
  EXPECT_EQ(import(utf16).read.format, "TMX");
}

TEST_F(UnitFilesTest, CountsWhatIsNew) {
  const std::string path = folder_.write("a.tmx", kTmx);
  import(path);
  const ImportSummary again = import(path);
  EXPECT_EQ(again.read.units, 2U);
  EXPECT_EQ(again.added, 0);
  EXPECT_EQ(memory_.stats().units, 2);
}

TEST_F(UnitFilesTest, TellsOfProgressAndOfEnglishFirst) {
  std::vector<std::size_t> seen;
  const ImportSummary summary =
      import(folder_.write("a.tsv", "Yes\tنعم\nNo\tلا\n"), MalformedRecord::kStop,
             [&](std::size_t units) { seen.push_back(units); });
  EXPECT_TRUE(summary.read.swapped);
  EXPECT_EQ(seen, (std::vector<std::size_t>{1, 2}));
  EXPECT_EQ(exported("tsv"), "نعم\tYes\nلا\tNo\n");
}

TEST_F(UnitFilesTest, AddsAllOfAFileOrNothing) {
  import(folder_.write("a.tmx", kTmx));
  // Good units first, then the file breaks off.
  EXPECT_NE(error_of_import(std::string(MIZAN_SOURCE_DIR) + "/tests/data/format/truncated.tmx"),
            "");
  EXPECT_NE(error_of_import(folder_.path("missing.tmx")), "");
  EXPECT_EQ(memory_.stats().units, 2);
  EXPECT_EQ(memory_.stats().last_write->command, "import " + folder_.path("a.tmx"));
  // And the memory can still be written.
  EXPECT_EQ(import(folder_.write("b.tsv", "ربما\tMaybe\n")).added, 1);
}

TEST_F(UnitFilesTest, IsOneWriteForUndo) {
  import(folder_.write("a.tmx", kTmx));
  EXPECT_TRUE(memory_.undo());
  EXPECT_EQ(memory_.stats().units, 0);
}

TEST_F(UnitFilesTest, RefusesAFileWithoutUnits) {
  const std::string advice =
      ": holds no Arabic-English unit; see mizan import --help for what it may be";
  const std::string text = folder_.write("a.txt", "Only English here.\t\n");
  EXPECT_EQ(error_of_import(text), text + advice);
  const std::string tmx =
      folder_.write("a.tmx", R"(<tmx version="1.4"><header srclang="ar"/><body></body></tmx>)");
  EXPECT_EQ(error_of_import(tmx), tmx + advice);
}

TEST_F(UnitFilesTest, ReportsRowsLeftOutAndKeepsTheOthers) {
  const ImportSummary summary =
      import(folder_.write("a.tsv", "نعم\tYes\nوحده\nلا\tNo\n"), MalformedRecord::kSkip);
  EXPECT_EQ(summary.added, 2);
  ASSERT_EQ(summary.read.diagnostics.size(), 1U);
  EXPECT_EQ(summary.read.diagnostics[0].place.line, 2U);
}

TEST_F(UnitFilesTest, ExportsWhatItImported) {
  import(folder_.write("a.tmx", kTmx));
  EXPECT_EQ(exported("tsv"), "نعم\tYes\nلا\tNo\n");
  const std::string json = exported("jsonl");
  EXPECT_TRUE(json.starts_with(R"({"unit":1,"ar":"نعم","en":"Yes","source_language":"ar",)"))
      << json;
  EXPECT_EQ(std::count(json.begin(), json.end(), '\n'), 2);

  const std::string tmx = exported("tmx");
  Database other_database(folder_.path("other.db"));
  TranslationMemory other(other_database);
  const std::string copy = folder_.write("b.tmx", tmx);
  EXPECT_EQ(import_units(other, unit_sources({&copy, 1}).front(), {}).added, 2);
}

TEST_F(UnitFilesTest, ExportsWhatPassesTheFilter) {
  import(folder_.write("a.tsv", "نعم\tYes\n"));
  import(folder_.write("b.tsv", "لا\tNo\n"));
  EXPECT_EQ(exported("tsv", {.file = folder_.path("b.tsv")}), "لا\tNo\n");
  EXPECT_EQ(exported("jsonl", {.file = "none"}), "");
}

}  // namespace
}  // namespace mizan
