#include "tm/memory/lexicon_store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include "tests/unit/test_folder.h"
#include "tm/memory/memory.h"
#include "tm/memory/schema.h"
#include "tm/memory/undo.h"

namespace mizan {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;
using testing::TestFolder;

class LexiconStoreTest : public ::testing::Test {
 protected:
  std::vector<std::string> rows() const {
    std::vector<std::string> found;
    store_.for_each([&](const LexiconEntry& entry, std::string_view list) {
      found.push_back(entry.arabic + "|" + entry.english + "|" +
                      std::to_string(static_cast<int>(entry.weight * 100)) + "|" +
                      std::string(list));
    });
    return found;
  }

  TestFolder directory_;
  Database database_{directory_.path("memory.db")};
  LexiconStore store_{database_};
};

TEST_F(LexiconStoreTest, KeepsEntriesWithWeightAndList) {
  const auto first = store_.import({{{"قط", "cat"}, {"كلب", "dog", 0.5}}}, "a.tsv", "import a");
  EXPECT_EQ(first.added, 2);
  EXPECT_THAT(rows(), ElementsAre("قط|cat|100|a.tsv", "كلب|dog|50|a.tsv"));
}

TEST_F(LexiconStoreTest, AnEntryStandsThereOnceWithItsLastWeight) {
  store_.import({{{"قط", "cat"}, {"كلب", "dog", 0.5}}}, "a.tsv", "import a");
  const auto second =
      store_.import({{{"قط", "cat"}, {"كلب", "dog", 0.75}, {"كلب", "hound"}}}, "b.tsv", "import b");
  EXPECT_EQ(second.added, 1);
  EXPECT_EQ(second.changed, 1);
  EXPECT_EQ(second.known, 1);
  EXPECT_THAT(rows(), ElementsAre("قط|cat|100|a.tsv", "كلب|dog|75|b.tsv", "كلب|hound|100|b.tsv"));
  EXPECT_THAT(store_.lists(), ElementsAre(Pair("a.tsv", 1), Pair("b.tsv", 2)));
}

TEST_F(LexiconStoreTest, EveryWriteIsTakenBackWhole) {
  store_.import({{{"قط", "cat"}, {"كلب", "dog", 0.5}}}, "a.tsv", "import a");
  const auto before = rows();
  store_.import({{{"كلب", "dog", 0.75}, {"كلب", "hound"}}}, "b.tsv", "import b");
  undo_last_write(database_);
  EXPECT_EQ(rows(), before);
  EXPECT_EQ(store_.remove("a.tsv", "remove a"), 2);
  EXPECT_THAT(rows(), IsEmpty());
  undo_last_write(database_);
  EXPECT_EQ(rows(), before);
  undo_last_write(database_);
  EXPECT_THAT(rows(), IsEmpty());
}

TEST_F(LexiconStoreTest, ImportOfKnownEntriesIsNoWrite) {
  store_.import({{{"قط", "cat"}}}, "a.tsv", "import a");
  store_.import({{{"قط", "cat"}}}, "b.tsv", "import b");
  EXPECT_EQ(last_write(database_)->command, "import a");
}

TEST(LexiconMigration, KeepsUnitsAndWritesOfVersionOne) {
  TestFolder directory;
  const std::string path = directory.path("memory.db");
  {
    // What the first version left after "mizan add".
    sqlite3* connection = nullptr;
    ASSERT_EQ(sqlite3_open(path.c_str(), &connection), SQLITE_OK);
    const std::string sql =
        std::string(migrations()[0]) +
        "; INSERT INTO origin VALUES(1, '', '', '');"
        "INSERT INTO write(command, time, added, unit_mark, concept_mark, term_mark, "
        "distinct_mark) VALUES('add', 0, 1, 0, 0, 0, 0);"
        "INSERT INTO unit(digest, arabic, english, source_language, origin_id, created) "
        "VALUES(1, 'عدو صامد', 'A resilient enemy', 0, 1, 0);"
        "PRAGMA application_id = 0x4D495A4E; PRAGMA user_version = 1";
    EXPECT_EQ(sqlite3_exec(connection, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(connection);
  }
  Database database(path);
  EXPECT_EQ(TranslationMemory(database).stats().units, 1);
  LexiconStore(database).import({{{"قط", "cat"}}}, "a.tsv", "import a");
  EXPECT_EQ(undo_last_write(database)->command, "import a");
  EXPECT_EQ(undo_last_write(database)->command, "add");
  EXPECT_EQ(TranslationMemory(database).stats().units, 0);
}

}  // namespace
}  // namespace mizan
