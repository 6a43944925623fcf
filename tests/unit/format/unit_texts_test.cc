// The formats that keep texts in files of their own, or without names: Moses, hunalign, XCES; and
// the table that tells formats apart.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "tm/base/file.h"
#include "tm/format/unit_formats.h"
#include "tm/format/unit_hunalign.h"
#include "tm/format/unit_moses.h"
#include "tm/format/unit_xces.h"

namespace mizan {
namespace {

namespace fs = std::filesystem;

using Units = std::vector<TranslationUnit>;

class UnitTexts : public testing::Test {
 protected:
  void SetUp() override { fs::create_directories(folder_); }
  void TearDown() override { fs::remove_all(folder_); }

  std::string write(const std::string& name, std::string_view content) const {
    const fs::path path = folder_ / name;
    fs::create_directories(path.parent_path());
    write_file(path, content);
    return path;
  }
  std::string path(const std::string& name) const { return folder_ / name; }

  Units read(const std::vector<std::string>& paths, const UnitReadOptions& options = {}) {
    Units units;
    for (const UnitSource& source : unit_sources(paths)) {
      format_ = source.format->id;
      summary_ = source.format->read(
          source.paths, [&](const TranslationUnit& unit) { units.push_back(unit); }, options);
    }
    return units;
  }

  std::string error_of(const std::vector<std::string>& paths) {
    try {
      read(paths);
    } catch (const Error& error) {
      return error.what();
    }
    return "";
  }

  std::string format_;
  UnitReadSummary summary_;
  const fs::path folder_ =
      fs::path(testing::TempDir()) / ("mizan_texts" + std::to_string(getpid()));
};

TEST_F(UnitTexts, MosesByEitherNameOrThePrefix) {
  write("news.ar", "نعم\n\nلا\n");
  write("news.en", "yes\nhello\nno\n");
  for (const std::vector<std::string>& names :
       {std::vector{path("news")}, std::vector{path("news.ar")},
        std::vector{path("news.ar"), path("news.en")}}) {
    const Units units = read(names);
    EXPECT_EQ(format_, "moses");
    ASSERT_EQ(units.size(), 2U);
    EXPECT_EQ(units[1].arabic, "لا");
    EXPECT_EQ(units[1].english, "no");
    EXPECT_EQ(units[1].origin.line, 3U);
    EXPECT_EQ(units[1].source_language, Language::kArabic);
    EXPECT_EQ(summary_.untranslated, 1U);
  }
  EXPECT_EQ(read({path("news.en"), path("news.ar")}).at(0).source_language, Language::kEnglish);
}

TEST_F(UnitTexts, MosesRefusesDifferentLengths) {
  write("a.ar.gz", "نعم\nلا\n");
  write("a.en", "yes\n");
  EXPECT_EQ(error_of({path("a.en")}),
            path("a.en") + ": has 1 lines, " + path("a.ar.gz") +
                " has 2; align them with mizan align, or make line match line");
}

TEST_F(UnitTexts, MosesRoundTrips) {
  EXPECT_EQ(moses_output_paths("x/a.en.gz"), (std::vector<std::string>{"x/a.ar.gz", "x/a.en.gz"}));
  EXPECT_EQ(moses_output_paths("a"), (std::vector<std::string>{"a.ar", "a.en"}));
  std::string arabic;
  std::string english;
  UnitMosesWriter writer([&](std::string_view text) { arabic += text; },
                         [&](std::string_view text) { english += text; });
  TranslationUnit unit;
  unit.arabic = "نعم\nثم";
  unit.english = "yes";
  writer.begin({});
  writer.write(unit);
  writer.finish();
  EXPECT_EQ(arabic, "نعم ثم\n");
  EXPECT_EQ(writer.losses(), (LossCounts{{"texts with line breaks", 1}}));
  write("b.ar", arabic);
  write("b.en", english);
  EXPECT_EQ(read({path("b")}).at(0).arabic, "نعم ثم");
}

TEST_F(UnitTexts, HunalignText) {
  const std::string file = write("bi.txt",
                                 "<p>\t<p>\t0\nنعم. ~~~ لا.\tYes and no.\t0.75\n\tOnly here\t-0.3\n"
                                 "جسر\tbridge\t1.2\n");
  const Units units = read({file});
  EXPECT_EQ(format_, "hunalign");
  ASSERT_EQ(units.size(), 2U);
  EXPECT_EQ(units[0].arabic, "نعم. لا.");
  EXPECT_EQ(units[0].english, "Yes and no.");
  EXPECT_EQ(units[0].properties.at(0).second, "0.75");
  EXPECT_EQ(summary_.untranslated, 1U);
  EXPECT_FALSE(opens_unit_hunalign("نعم\tyes\n"));
  EXPECT_FALSE(opens_unit_hunalign("نعم\tyes\tnote\n"));
  EXPECT_FALSE(opens_unit_hunalign(""));
  UnitReadSummary summary = parse_unit_hunalign(
      "نعم\tyes\t1\nلا\tno\n", "h.txt", [](const auto&) {}, {.malformed = MalformedRecord::kSkip});
  EXPECT_EQ(summary.malformed, 1U);
  EXPECT_EQ(summary.diagnostics.at(0).message,
            "not source TAB target TAB score; take hunalign's output of the option -text");
  EXPECT_EQ(to_string(summary.diagnostics[0].place), "h.txt:2:6");
}

constexpr std::string_view kAlignment =
    "<?xml version=\"1.0\"?>\n"
    "<!DOCTYPE cesAlign PUBLIC \"-//CES//DTD XML cesAlign//EN\" \"\">\n"
    "<cesAlign version=\"1.0\">\n"
    "<linkGrp targType=\"s\" fromDoc=\"ar/a.xml.gz\" toDoc=\"en/a.xml.gz\">\n"
    "<link certainty=\"0.5\" xtargets=\"1 2;1\" id=\"SL1\" />\n"
    "<link xtargets=\"3;\" id=\"SL2\" />\n"
    "<link xtargets=\"3;2\" />\n"
    "</linkGrp></cesAlign>\n";
constexpr std::string_view kArabicDocument =
    "<text><s id=\"1\"><w id=\"1.1\">قال</w><w>:</w> <w>«</w><w>نعم</w><w>»</w><w>.</w></s>\n"
    "<s id=\"2\"><w>الجسر</w><w>(</w><w>قديم</w><w>)</w></s><p><s id=\"3\">  نص\n خام "
    "</s></p></text>";
constexpr std::string_view kEnglishDocument =
    "<text><s id=\"1\"><w>He</w><w>said</w><w>\"</w><w>yes</w><w>\"</w><w spaceafter=\"no\">do</w>"
    "<w>n't</w></s><s id=\"2\"><chunk type=\"NP\"><w>raw</w></chunk><w>text</w></s></text>";

TEST_F(UnitTexts, XcesWithItsDocuments) {
  const std::string file = write("align.xml", kAlignment);
  write("ar/a.xml", kArabicDocument);
  write("xml/en/a.xml.gz", kEnglishDocument);
  const Units units = read({file});
  EXPECT_EQ(format_, "xces");
  ASSERT_EQ(units.size(), 2U);
  EXPECT_EQ(units[0].arabic, "قال: «نعم». الجسر (قديم)");
  EXPECT_EQ(units[0].english, "He said \"yes\" don't");
  EXPECT_EQ(unit_id(units[0]), "SL1");
  EXPECT_EQ(units[0].properties.at(1).second, "0.5");
  EXPECT_EQ(units[0].origin.document, "ar/a.xml.gz");
  EXPECT_EQ(units[0].origin.line, 5U);
  EXPECT_EQ(units[1].arabic, "نص خام");
  EXPECT_EQ(units[1].english, "raw text");
  EXPECT_EQ(summary_.untranslated, 1U);
}

TEST_F(UnitTexts, XcesFaults) {
  const std::string file = write("align.xml", kAlignment);
  write("ar/a.xml", "<text><s id=\"1\">نعم</s></text>");
  EXPECT_EQ(error_of({file}), file +
                                  ":5:1: the document \"en/a.xml.gz\" is not there; put it "
                                  "beside the alignment, as " +
                                  path("en/a.xml"));
  write("en/a.xml", "<text><s id=\"1\">yes</s></text>");
  EXPECT_EQ(error_of({file}),
            file +
                ":5:1: a link to the sentence \"2\", which its document does not have; correct "
                "it, or get the documents of this alignment");
  EXPECT_EQ(read({file}, {.malformed = MalformedRecord::kSkip}).size(), 0U);
  EXPECT_EQ(summary_.malformed, 3U);
  const std::string outside =
      write("b.xml", "<cesAlign fromDoc=\"../x.xml\" toDoc=\"b.xml\"><link xtargets=\"1;1\"/>");
  EXPECT_EQ(error_of({outside}), outside +
                                     ":1:44: the document \"../x.xml\" is not beside the "
                                     "alignment; name it relative to the alignment's folder");
}

TEST_F(UnitTexts, FormatsAreKnownByTheirContentWhateverTheirName) {
  struct Row {
    std::string content;
    const char* format;
  };
  using std::string_literals::operator""s;
  std::string wide = "\xFF\xFE"s;
  for (const char c : "ar,en\n"s) wide += {c, '\0'};
  const Row rows[] = {
      {"<?xml version=\"1.0\"?><tmx version=\"1.4\"/>", "tmx"},
      {"msgid \"\"\nmsgstr \"\"\n", "po"},
      {"نعم,yes\n", "csv"},
      {"\xCC\xD3\xD1;bridge\n\xE4\xE5\xD1;river\n", "csv"},
      {wide, "csv"},
      {"نعم\tyes\n", "tsv"},
      {"نعم\tyes\t0.5\n", "hunalign"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(detect_unit_format(write("file", row.content)).id, row.format) << row.content;
    fs::rename(write("file.gz", row.content), path("file"));
    EXPECT_EQ(detect_unit_format(path("file")).id, row.format) << row.content;
  }
}

}  // namespace
}  // namespace mizan
