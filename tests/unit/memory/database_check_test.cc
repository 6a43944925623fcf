#include "tm/memory/database_check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "tests/unit/message_of.h"
#include "tests/unit/test_folder.h"
#include "tm/memory/backup.h"
#include "tm/memory/word_counts.h"

namespace mizan {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::message_of;
using testing::TestFolder;

// A memory with a packed run and fresh units, a duplicate, an edited and a removed unit, learned
// counts and a write taken back.
class DatabaseCheckTest : public ::testing::Test {
 protected:
  DatabaseCheckTest() {
    import_sentences("a.tsv", 0, 400);
    import_sentences("b.tsv", 300, 450);
    WordCountUpdate learning(database_, "rules");
    for (const WordCountUpdate::Waiting& unit : learning.waiting(20)) {
      learning.learn(unit.id, std::vector<WordLink>{{{"جمله", "جملة"}, {"sentence", "sentence"}, 1},
                                                    {{"رقم", "رقم"}, {"", ""}, .5}});
    }
    learning.commit();
    memory_.edit(3, "جملة أخرى", std::nullopt);
    memory_.remove(5);
    import_sentences("c.tsv", 1000, 1010);
    memory_.undo();
  }

  void import_sentences(const std::string& file, int begin, int end) {
    UnitImport import(memory_, "import " + file);
    for (int i = begin; i < end; ++i) {
      TranslationUnit unit;
      unit.arabic = "جملة رقم " + std::to_string(i) + " من النص";
      unit.english = "sentence number " + std::to_string(i) + " of the text";
      unit.origin.file = file;
      import.add(unit);
    }
    import.commit();
  }

  std::vector<std::string> faults() const {
    std::vector<std::string> lines;
    for (const MemoryFault& fault : check_memory(memory_)) {
      lines.push_back(std::string(to_string(fault.area)) + ": " + fault.message);
    }
    return lines;
  }

  TestFolder directory_;
  std::string path_ = directory_.path("memory.db");
  Database database_{path_};
  TranslationMemory memory_{database_};
};

TEST_F(DatabaseCheckTest, AWholeMemoryHasNone) {
  std::size_t last = 0;
  std::size_t total = 0;
  EXPECT_THAT(check_memory(memory_,
                           [&](std::size_t done, std::size_t all) {
                             EXPECT_GT(done, last);
                             last = done;
                             total = all;
                           }),
              IsEmpty());
  EXPECT_EQ(last, total);
  EXPECT_EQ(total, 2U * 449U);
}

struct Damage {
  const char* name;
  const char* sql;
  const char* fault;
  bool repairable;
};

class DamageTest : public DatabaseCheckTest, public ::testing::WithParamInterface<Damage> {};

TEST_P(DamageTest, IsFoundAndWhatIsDerivedCanBeRebuilt) {
  const Damage& damage = GetParam();
  // Outside a Write: what the triggers would do is part of the damage.
  database_.execute(std::string("PRAGMA foreign_keys = OFF; DROP TRIGGER unit_update; "
                                "DROP TRIGGER unit_delete; DROP TRIGGER unit_unlearn_delete; ") +
                    damage.sql);
  EXPECT_THAT(faults(), Contains(damage.fault));
  if (!damage.repairable) return;
  rebuild_derived(memory_);
  for (const std::string& fault : faults()) {
    EXPECT_FALSE(fault.starts_with("index") || fault.starts_with("learned")) << fault;
  }
}

constexpr Damage kDamages[] = {
    {"Reference", "UPDATE unit SET origin_id = 77 WHERE id = 9",
     "file: unit 9: refers to a row of origin that is not there", false},
    {"Digest", "UPDATE unit SET digest = digest + 1 WHERE id = 9",
     "units: unit 9: its digest does not fit its texts", false},
    {"Empty", "UPDATE unit SET english = ' ' WHERE id = 9", "units: unit 9: a side is empty",
     false},
    {"Utf8", "UPDATE unit SET english = CAST(x'61FF' AS TEXT) WHERE id = 9",
     "units: unit 9: a side is not UTF-8", false},
    {"Extras", "UPDATE unit SET extras = x'05' WHERE id = 9",
     "units: unit 9: its properties and notes cannot be read", false},
    {"Double",
     "INSERT INTO unit(digest, arabic, english, source_language, origin_id, created) "
     "SELECT digest, arabic, english, source_language, 2, created FROM unit WHERE id = 9",
     "units: unit 461: equals an earlier unit", false},
    {"LostOrigin", "INSERT INTO unit_origin(unit_id, origin_id, position) VALUES(5, 1, 0)",
     "units: unit 5: has origins and is not in the memory", false},
    {"Sequence", "UPDATE sqlite_sequence SET seq = 449 WHERE name = 'unit'",
     "journal: unit 450: its number may be given out again", false},
    {"Mark", "UPDATE write SET unit_mark = 9999 WHERE id = 2",
     "journal: write 2: its mark of unit was never reached", false},
    {"MarkOrder", "UPDATE write SET unit_mark = 1 WHERE id = 4",
     "journal: write 4: its mark of unit lies before the mark of an earlier write", false},
    {"Image", "DELETE FROM write WHERE id = 3",
     "journal: unit 3: its image in the journal belongs to no write", false},
    {"NotIndexed",
     "INSERT INTO unit(digest, arabic, english, source_language, origin_id, created) "
     "SELECT 1, 'أ', 'b', 0, 1, 0",
     "index: unit 461: the index does not know its Arabic text", true},
    {"OtherText", "UPDATE unit SET arabic = 'كلام آخر' WHERE id = 9",
     "index: unit 9: the index has another Arabic text of it", true},
    {"Removed", "DELETE FROM unit WHERE id = 9",
     "index: unit 9: is in the index and not in the memory", true},
    {"Counts", "UPDATE word_pair SET count = count + 1",
     "learned counts: they are not the sum of what the units gave", true},
    {"CountsOfNobody", "DELETE FROM learned_unit WHERE unit_id = 9",
     "learned counts: they are not the sum of what the units gave", true},
    {"CountedAndGone", "DELETE FROM unit WHERE id = 9",
     "learned counts: 1 units have gone and still count", true},
    {"CountedWord", "DELETE FROM learned_word WHERE language = 1",
     "learned counts: 1 pairs have a word that is not there", true},
};

INSTANTIATE_TEST_SUITE_P(Kinds, DamageTest, ::testing::ValuesIn(kDamages),
                         [](const auto& damage) { return damage.param.name; });

TEST_F(DatabaseCheckTest, AMissingPostingIsFound) {
  database_.execute("DELETE FROM posting WHERE id IN (SELECT id FROM posting LIMIT 1)");
  const std::vector<std::string> found = faults();
  ASSERT_FALSE(found.empty());
  EXPECT_THAT(found[0], ::testing::EndsWith(": the index does not hold a word of it"));
  rebuild_derived(memory_);
  EXPECT_THAT(faults(), IsEmpty());
}

TEST_F(DatabaseCheckTest, ManyFaultsOfOneKindAreCounted) {
  database_.execute("DROP TRIGGER unit_update; UPDATE unit SET digest = -id WHERE id < 40");
  const std::vector<std::string> found = faults();
  ASSERT_EQ(found.size(), 11U);
  EXPECT_EQ(found[10], "units: 28 more: its digest does not fit its texts");
}

TEST_F(DatabaseCheckTest, ABackupIsTheMemoryAsItWas) {
  const std::string copy_path = directory_.path("copy.db");
  std::size_t pages = 0;
  EXPECT_EQ(back_up(database_, copy_path, [&](std::size_t done, std::size_t) { pages = done; }),
            449);
  EXPECT_GT(pages, 10U);
  import_sentences("d.tsv", 2000, 2010);
  EXPECT_EQ(back_up(database_, copy_path), 459);  // replaces the first
  Database copy(copy_path, {.mode = OpenMode::kMustExist});
  TranslationMemory memory(copy);
  EXPECT_THAT(check_memory(memory), IsEmpty());
  EXPECT_EQ(memory.undo()->command, "import d.tsv");
  EXPECT_EQ(memory_.stats().units, 459);
}

TEST_F(DatabaseCheckTest, ABackupTakesNothingElsesPlace) {
  EXPECT_EQ(message_of([&] { back_up(database_, path_); }),
            path_ + ": this is the memory itself; name another file for the copy");
  const std::string other = directory_.path("other.db");
  Database in_use(other);
  TranslationUnit unit;
  unit.arabic = "نعم";
  unit.english = "yes";
  TranslationMemory(in_use).add(unit);
  EXPECT_EQ(message_of([&] { back_up(database_, other); }),
            other + ": is a memory in use; name another file for the copy");
  EXPECT_EQ(TranslationMemory(in_use).stats().units, 1);
}

TEST_F(DatabaseCheckTest, VacuumGivesBackWhatAnUndoneImportTook) {
  import_sentences("d.tsv", 2000, 6000);
  memory_.undo();
  const VacuumResult result = vacuum(database_);
  EXPECT_LT(result.bytes_after, result.bytes_before / 2);
  EXPECT_EQ(result.bytes_after, static_cast<std::int64_t>(std::filesystem::file_size(path_)));
  EXPECT_THAT(faults(), IsEmpty());
}

}  // namespace
}  // namespace mizan
