#include <gtest/gtest.h>
#include <zlib.h>

#include <filesystem>
#include <string>
#include <vector>

#include "tests/unit/message_of.h"
#include "tests/unit/test_folder.h"
#include "tm/format/core_lexicon.h"
#include "tm/format/dictd.h"

namespace mizan {
namespace {

using testing::message_of;
using testing::TestFolder;

using Entries = std::vector<std::string>;

Entries show(const Lexicon& lexicon) {
  Entries shown;
  for (const LexiconEntry& entry : lexicon.entries) {
    shown.push_back(entry.arabic + "=" + entry.english);
  }
  return shown;
}

class LexiconFiles : public ::testing::Test {
 protected:
  void write_packed(const std::string& name, const std::string& bytes) const {
    gzFile file = gzopen(folder_.path(name).c_str(), "wb");
    gzwrite(file, bytes.data(), static_cast<unsigned>(bytes.size()));
    gzclose(file);
  }

  TestFolder folder_;
};

TEST(DictdRecord, BothDirectionsWithoutOrnaments) {
  struct Row {
    const char* record;
    Entries entries;
  };
  const Row rows[] = {
      {"جسر /dʒˈisr/\n1. Bridge\n2. Causeway\n", {"جسر=Bridge", "جسر=Causeway"}},
      {"معبر /mˈaʕbar/\nCrossing\n", {"معبر=Crossing"}},
      {"bridge /bɹˈɪdʒ/\n1. جسر\n2. قنطرة (قديمة)\n", {"جسر=bridge", "قنطرة=bridge"}},
      {"ford <n> /fˈɔːd/\nمخاضة - موضع يعبر\n", {"مخاضة=ford"}},
      {"قريب، مجاور /x/\nNear; close (in space\n",
       {"قريب=Near", "قريب=close", "مجاور=Near", "مجاور=close"}},
      {"abc /x/\ndef\n", {}},
      {"وحيد\n", {}},
      {"", {}},
  };
  for (const Row& row : rows) {
    Lexicon lexicon;
    append_dictd_record(row.record, lexicon);
    EXPECT_EQ(show(lexicon), row.entries) << row.record;
  }
}

TEST_F(LexiconFiles, DictdPlainAndPacked) {
  // "جسر\nBridge\n" has 14 bytes (O), "river\nنهر\n" 13 (N) from 20 on (U).
  const std::string dictionary =
      "about\n"
      "جسر\nBridge\n"
      "river\nنهر\n";
  const std::string index = "00databaseinfo\tA\tG\nجسر\tG\tO\nالجسر\tG\tO\nriver\tU\tN\textra\n";
  folder_.write("plain.index", index);
  folder_.write("plain.dict", dictionary);
  EXPECT_EQ(show(read_dictd(folder_.path("plain.index"))), (Entries{"جسر=Bridge", "نهر=river"}));
  folder_.write("packed.index", index);
  write_packed("packed.dict.dz", dictionary);
  EXPECT_EQ(show(read_dictd(folder_.path("packed.index"))), (Entries{"جسر=Bridge", "نهر=river"}));
}

TEST_F(LexiconFiles, DictdFaults) {
  EXPECT_EQ(message_of([&] { read_dictd(folder_.path("none.index")); }),
            folder_.path("none.index") + ": no such file; check the path");
  folder_.write("a.index", "جسر\tA\tzzzz\n");
  folder_.write("a.dict", "x");
  EXPECT_EQ(
      message_of([&] { read_dictd(folder_.path("a.index")); }),
      folder_.path("a.index") + ":1: not a row of a dictd index; install the dictionary again");
  folder_.write("b.index", "");
  folder_.write("b.dict.dz", "\x1F\x8B\x08 not gzip");
  EXPECT_EQ(message_of([&] { read_dictd(folder_.path("b.index")); }),
            folder_.path("b.dict.dz") +
                ": damaged gzip data at byte 4 of the packed file; get the file again");
}

TEST(Dictd, InstalledFreeDict) {
  const std::string directory = "/usr/share/dictd/";
  if (!std::filesystem::exists(directory + "freedict-ara-eng.index")) {
    GTEST_SKIP() << "no FreeDict Arabic-English in " << directory;
  }
  EXPECT_GT(read_dictd(directory + "freedict-ara-eng.index").entries.size(), 50'000U);
  EXPECT_GT(read_dictd(directory + "freedict-eng-ara.index").entries.size(), 50'000U);
}

TEST(CoreLexicon, EveryFormHasEveryGloss) {
  const CoreLexicon core = parse_core_lexicon(
      "# a comment\n"
      "قوة\tforce; power\tnoun\tقوى; قوات\n"
      "\n"
      "سد\tdam\r\n"
      "بلا مقابل\t\tnoun\n",
      "core.tsv");
  EXPECT_EQ(show(core.lexicon), (Entries{"قوة=force", "قوة=power", "قوى=force", "قوى=power",
                                         "قوات=force", "قوات=power", "سد=dam"}));
  ASSERT_EQ(core.diagnostics.size(), 1U);
  EXPECT_EQ(to_string(core.diagnostics[0].place), "core.tsv:5");
  EXPECT_EQ(core.diagnostics[0].message,
            "no Arabic form or no English gloss; write Arabic TAB English");
}

TEST(CoreLexicon, ShippedFilesAreWithoutFault) {
  const std::filesystem::path directory = std::string(MIZAN_SOURCE_DIR) + "/glossaries/core";
  if (!std::filesystem::exists(directory)) GTEST_SKIP() << "no " << directory;
  for (const auto& file : std::filesystem::directory_iterator(directory)) {
    if (file.path().extension() != ".tsv") continue;
    const CoreLexicon core = read_core_lexicon(file.path().string());
    EXPECT_FALSE(core.lexicon.entries.empty()) << file.path();
    for (const Diagnostic& diagnostic : core.diagnostics) {
      ADD_FAILURE() << to_string(diagnostic.place) << ": " << diagnostic.message;
    }
  }
}

}  // namespace
}  // namespace mizan
