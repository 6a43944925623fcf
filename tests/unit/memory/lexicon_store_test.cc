#include "tm/memory/lexicon_store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/memory/temporary_directory.h"
#include "tm/memory/memory.h"
#include "tm/memory/undo.h"

namespace mizan {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;
using testing::TemporaryDirectory;

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

  TemporaryDirectory directory_;
  Database database_{directory_.file("memory.db")};
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
  TemporaryDirectory directory;
  const std::string path = directory.file("memory.db");
  {
    Database database(path);
    TranslationUnit unit;
    unit.arabic = "عدو صامد";
    unit.english = "A resilient enemy";
    TranslationMemory(database).add(unit);
    // Back to what the first version made.
    database.execute(
        "DROP TRIGGER unit_unlearn_update; DROP TRIGGER unit_unlearn_delete; "
        "DROP TABLE unlearned; DROP TABLE learned_unit; DROP TABLE word_pair; "
        "DROP TABLE learned_word; DROP TABLE lexicon_entry_before; DROP TABLE lexicon_entry; "
        "ALTER TABLE write DROP COLUMN entry_mark; DROP TABLE unit_origin; "
        "DROP TABLE unit_origin_before; DROP TABLE run_units; ALTER TABLE write DROP COLUMN "
        "unit_origin_mark; PRAGMA "
        "user_version = 1");
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
