#include "tm/memory/memory.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/message_of.h"
#include "tests/unit/test_folder.h"
#include "tm/memory/lookup.h"
#include "tm/memory/timestamp.h"

namespace mizan {
namespace {

using ::testing::ElementsAre;
using testing::message_of;
using testing::TestFolder;

TranslationUnit unit_of(const std::string& arabic, const std::string& english) {
  TranslationUnit unit;
  unit.arabic = arabic;
  unit.english = english;
  return unit;
}

class MemoryTest : public ::testing::Test {
 protected:
  std::vector<std::string> english_texts() const {
    std::vector<std::string> texts;
    memory_.for_each({}, [&](const TranslationUnit& unit) { texts.push_back(unit.english); });
    return texts;
  }

  // Every unit is found by its own text, and nothing is found that is not there.
  void expect_index_agrees() const {
    std::size_t units = 0;
    memory_.for_each({}, [&](const TranslationUnit& unit) {
      // Some of many: these sentences are all candidates of each other.
      if (++units % 9 != 1) return;
      const auto matches = lookup(memory_, unit.arabic, {.min_score = 1, .limit = 1000});
      EXPECT_TRUE(std::any_of(matches.begin(), matches.end(), [&](const Match& match) {
        return match.unit.id == unit.id;
      })) << unit.arabic;
    });
    EXPECT_EQ(lookup(memory_, "جملة", {.min_score = 0.001, .limit = 100'000}).size(),
              lookup(memory_, "جملة",
                     {.min_score = 0.001, .limit = 100'000, .plan = LookupPlan::kExhaustive})
                  .size());
    EXPECT_EQ(static_cast<std::int64_t>(units), memory_.stats().units);
  }

  void import_sentences(int begin, int end, const std::string& file) {
    UnitImport import(memory_, "import " + file);
    for (int i = begin; i < end; ++i) {
      TranslationUnit unit =
          unit_of("جملة رقم " + std::to_string(i), "sentence " + std::to_string(i));
      unit.origin.file = file;
      unit.origin.position = i;
      import.add(unit);
    }
    import.commit();
  }

  TestFolder directory_;
  Database database_{directory_.path("memory.db")};
  TranslationMemory memory_{database_};
};

TEST_F(MemoryTest, KeepsEveryPartOfAUnit) {
  TranslationUnit unit = unit_of("وصل الوفد إلى نيامي.", "The delegation arrived in Niamey.");
  unit.source_language = Language::kEnglish;
  unit.origin = {.file = "a.tmx",
                 .document = "d1",
                 .author = "MA",
                 .created = "2024-02-29T12:30:00Z",
                 .changed = "2025-01-01T00:00:00Z",
                 .position = 7};
  unit.properties = {{"domain", "news"}, {"domain", "politics"}, {"", ""}};
  unit.notes = {"first", "ثانية"};
  const std::int64_t id = memory_.add(unit);
  const auto found = memory_.find(id);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->arabic, unit.arabic);
  EXPECT_EQ(found->english, unit.english);
  EXPECT_EQ(found->source_language, Language::kEnglish);
  EXPECT_EQ(found->origin.file, "a.tmx");
  EXPECT_EQ(found->origin.document, "d1");
  EXPECT_EQ(found->origin.author, "MA");
  EXPECT_EQ(found->origin.created, "2024-02-29T12:30:00Z");
  EXPECT_EQ(found->origin.changed, "2025-01-01T00:00:00Z");
  EXPECT_EQ(found->origin.position, 7);
  EXPECT_EQ(found->properties, unit.properties);
  EXPECT_EQ(found->notes, unit.notes);
}

TEST_F(MemoryTest, EqualUnitTwiceIsOne) {
  const std::int64_t id = memory_.add(unit_of("نعم", "yes"));
  EXPECT_EQ(memory_.add(unit_of("نعم", "yes")), id);
  TranslationUnit elsewhere = unit_of("نعم", "yes");
  elsewhere.origin.document = "another";
  EXPECT_NE(memory_.add(elsewhere), id);
  EXPECT_NE(memory_.add(unit_of("نعم", "Yes")), id);
  EXPECT_EQ(memory_.stats().units, 3);
}

TEST_F(MemoryTest, DuplicatesMergeAndKeepEveryOrigin) {
  TranslationUnit first = unit_of("نعم", "yes");
  first.origin.file = "a.tmx";
  first.origin.author = "MA";
  first.origin.created = "2024-02-29T12:30:00Z";
  first.properties = {{"domain", "news"}};
  TranslationUnit second = first;
  second.origin.file = "b.tmx";
  second.origin.author = "SK";
  second.origin.created = "2023-01-01T00:00:00Z";
  second.origin.changed = "2025-05-05T00:00:00Z";
  second.origin.position = 4;
  second.properties = {{"domain", "law"}, {"domain", "news"}};
  second.notes = {"checked"};
  const std::int64_t id = memory_.add(first);
  EXPECT_EQ(memory_.add(second), id);
  const auto expect_merged = [&] {
    const auto unit = memory_.find(id);
    EXPECT_EQ(unit->origin.file, "a.tmx");
    EXPECT_EQ(unit->origin.author, "MA");
    EXPECT_EQ(unit->origin.created, "2023-01-01T00:00:00Z");
    EXPECT_EQ(unit->origin.changed, "2025-05-05T00:00:00Z");
    EXPECT_EQ(unit->origin.position, 0);
    ASSERT_EQ(unit->also_from.size(), 1U);
    EXPECT_EQ(unit->also_from[0].file, "b.tmx");
    EXPECT_EQ(unit->also_from[0].author, "SK");
    EXPECT_EQ(unit->properties,
              (decltype(unit->properties){{"domain", "news"}, {"domain", "law"}}));
    EXPECT_THAT(unit->notes, ElementsAre("checked"));
  };
  expect_merged();
  // Nothing new: nothing to take back.
  EXPECT_EQ(memory_.add(first), id);
  EXPECT_EQ(memory_.add(second), id);
  EXPECT_EQ(last_write(database_)->counts.changed, 1);
  const auto count = [&](const UnitFilter& filter) {
    int units = 0;
    memory_.for_each(filter, [&](const TranslationUnit& unit) {
      EXPECT_EQ(unit.also_from.size(), 1U);
      EXPECT_EQ(unit.also_from[0].file, "b.tmx");
      ++units;
    });
    return units;
  };
  EXPECT_EQ(count({.file = "b.tmx", .author = "SK"}), 1);
  EXPECT_EQ(count({.file = "a.tmx"}), 1);
  EXPECT_EQ(count({.file = "a.tmx", .author = "SK"}), 0);
  EXPECT_THAT(memory_.stats().files, ElementsAre(std::pair<std::string, std::int64_t>("a.tmx", 1),
                                                 std::pair<std::string, std::int64_t>("b.tmx", 1)));

  memory_.remove(id);
  memory_.undo();
  expect_merged();
  memory_.undo();
  const auto unit = memory_.find(id);
  EXPECT_TRUE(unit->also_from.empty());
  EXPECT_EQ(unit->origin.created, "2024-02-29T12:30:00Z");
  EXPECT_EQ(unit->origin.changed, "");
  EXPECT_EQ(unit->properties, first.properties);
  EXPECT_TRUE(unit->notes.empty());
}

TEST_F(MemoryTest, RefusesEmptyAndInvalidSides) {
  EXPECT_EQ(message_of([&] { memory_.add(unit_of("", "yes")); }),
            "the Arabic side of the unit is empty; a unit needs both sides");
  EXPECT_EQ(message_of([&] { memory_.add(unit_of("نعم", "a\xFF")); }),
            "the English side of the unit is not UTF-8 at byte 1");
  EXPECT_EQ(memory_.stats().units, 0);
}

TEST_F(MemoryTest, EditsAndRemoves) {
  const std::int64_t id = memory_.add(unit_of("وصلت القوات", "The forces left"));
  memory_.edit(id, std::nullopt, "The forces arrived");
  EXPECT_EQ(memory_.find(id)->english, "The forces arrived");
  EXPECT_FALSE(memory_.find(id)->origin.changed.empty());
  EXPECT_EQ(lookup(memory_, "The forces arrived").size(), 1U);
  EXPECT_EQ(lookup(memory_, "The forces arrived", {.min_score = 1}).size(), 1U);
  EXPECT_TRUE(lookup(memory_, "The forces left", {.min_score = 1}).empty());
  memory_.remove(id);
  EXPECT_FALSE(memory_.find(id));
  EXPECT_TRUE(lookup(memory_, "The forces arrived").empty());
}

TEST_F(MemoryTest, EditAndRemoveNameWhatIsWrong) {
  const std::int64_t a = memory_.add(unit_of("نعم", "yes"));
  const std::int64_t b = memory_.add(unit_of("نعم", "indeed"));
  EXPECT_EQ(message_of([&] { memory_.remove(77); }),
            "no unit 77 in the memory; see the numbers that lookup, concord and export print");
  EXPECT_EQ(message_of([&] { memory_.edit(77, "لا", std::nullopt); }),
            "no unit 77 in the memory; see the numbers that lookup, concord and export print");
  EXPECT_EQ(message_of([&] { memory_.edit(b, std::nullopt, "yes"); }),
            "unit " + std::to_string(a) + " says this already; remove one of the two");
  EXPECT_EQ(message_of([&] { memory_.edit(b, "", std::nullopt); }),
            "the Arabic side of the unit is empty; a unit needs both sides");
  EXPECT_EQ(memory_.find(b)->english, "indeed");
}

TEST_F(MemoryTest, ImportIsAllOrNothing) {
  {
    UnitImport import(memory_, "import");
    import.add(unit_of("نعم", "yes"));
  }
  EXPECT_EQ(memory_.stats().units, 0);
  EXPECT_FALSE(memory_.undo());
  memory_.add(unit_of("لا", "no"));
  expect_index_agrees();
}

TEST_F(MemoryTest, UndoTakesBackEachKindOfWrite) {
  import_sentences(0, 3, "a.tsv");
  const std::int64_t added = memory_.add(unit_of("جملة مضافة", "an added sentence"));
  memory_.edit(added, "جملة أخرى", std::nullopt);
  memory_.edit(1, "جملة أولى", "first sentence");
  memory_.remove(2);
  EXPECT_THAT(english_texts(), ElementsAre("first sentence", "sentence 2", "an added sentence"));

  EXPECT_EQ(memory_.undo()->command, "remove");
  EXPECT_THAT(english_texts(),
              ElementsAre("first sentence", "sentence 1", "sentence 2", "an added sentence"));
  expect_index_agrees();
  EXPECT_EQ(memory_.undo()->command, "edit");
  EXPECT_EQ(memory_.find(1)->arabic, "جملة رقم 0");
  EXPECT_EQ(memory_.find(1)->origin.changed, "");
  expect_index_agrees();
  EXPECT_EQ(memory_.undo()->command, "edit");
  EXPECT_EQ(memory_.find(added)->arabic, "جملة مضافة");
  expect_index_agrees();
  EXPECT_EQ(memory_.undo()->command, "add");
  EXPECT_THAT(english_texts(), ElementsAre("sentence 0", "sentence 1", "sentence 2"));
  const auto import = memory_.undo();
  ASSERT_TRUE(import);
  EXPECT_EQ(import->command, "import a.tsv");
  EXPECT_EQ(import->counts.added, 3);
  EXPECT_THAT(english_texts(), ElementsAre());
  EXPECT_FALSE(memory_.undo());
  expect_index_agrees();
}

TEST_F(MemoryTest, UndoOfLargeImportsLeavesTheIndexRight) {
  import_sentences(0, 600, "a.tsv");
  import_sentences(600, 650, "b.tsv");
  import_sentences(650, 1900, "c.tsv");  // merges runs
  memory_.edit(10, "جملة غير مألوفة", std::nullopt);
  EXPECT_EQ(memory_.undo()->command, "edit");
  EXPECT_EQ(memory_.undo()->command, "import c.tsv");
  EXPECT_EQ(memory_.stats().units, 650);
  expect_index_agrees();
  import_sentences(2000, 2300, "d.tsv");
  EXPECT_EQ(memory_.stats().units, 950);
  expect_index_agrees();
  EXPECT_EQ(memory_.undo()->command, "import d.tsv");
  EXPECT_EQ(memory_.undo()->command, "import b.tsv");
  EXPECT_EQ(memory_.undo()->command, "import a.tsv");
  expect_index_agrees();
}

TEST_F(MemoryTest, WriteThatChangesNothingIsNotRecorded) {
  memory_.add(unit_of("نعم", "yes"));
  memory_.add(unit_of("نعم", "yes"), "add again");
  memory_.edit(1, "نعم", "yes");
  EXPECT_EQ(memory_.stats().last_write->command, "add");
}

TEST_F(MemoryTest, UndoTakesBackTermsAndDistinctNames) {
  const auto count = [this](const std::string& table) {
    Statement statement = database_.prepare("SELECT count(*) FROM " + table);
    statement.step();
    return statement.integer(0);
  };
  {
    Write write(database_, "term add");
    database_.execute(
        "INSERT INTO concept(subject) VALUES('a'), ('b');"
        "INSERT INTO term(concept_id, language, text) VALUES(1, 0, 'فيلق'), (1, 1, 'corps'), "
        "(2, 0, 'جيش')");
    write.counts.added = 3;
    write.commit();
  }
  {
    Write write(database_, "term edit");
    database_.execute(
        "UPDATE term SET text = 'army' WHERE id = 2;"
        "UPDATE concept SET subject = 'c' WHERE id = 2;"
        "DELETE FROM concept WHERE id = 1;"
        "INSERT INTO concept(subject) VALUES('d');"
        "INSERT INTO distinct_names(a, b) VALUES('علي', 'على')");
    write.counts.changed = 1;
    write.commit();
  }
  EXPECT_EQ(count("term"), 1);
  EXPECT_EQ(memory_.undo()->command, "term edit");
  EXPECT_EQ(count("term"), 3);
  EXPECT_EQ(count("concept"), 2);
  EXPECT_EQ(count("distinct_names"), 0);
  EXPECT_EQ(count("term WHERE text = 'corps' AND concept_id = 1"), 1);
  EXPECT_EQ(count("concept WHERE subject = 'b'"), 1);
  EXPECT_EQ(memory_.undo()->command, "term add");
  EXPECT_EQ(count("term"), 0);
  EXPECT_EQ(count("term_before"), 0);
  EXPECT_EQ(count("concept_before"), 0);
}

TEST_F(MemoryTest, Filters) {
  TranslationUnit unit = unit_of("نعم", "yes");
  unit.origin = {"a.tmx", "d", "x", "2020-01-01T00:00:00Z", ""};
  memory_.add(unit);
  unit.english = "indeed";
  unit.origin = {"b.tmx", "", "", "2019-01-01T00:00:00Z", "2021-05-05T00:00:00Z"};
  unit.source_language = Language::kEnglish;
  memory_.add(unit);
  const auto listed = [this](const UnitFilter& filter) {
    std::string texts;
    memory_.for_each(filter, [&](const TranslationUnit& found) { texts += found.english + ";"; });
    return texts;
  };
  EXPECT_EQ(listed({}), "yes;indeed;");
  EXPECT_EQ(listed({.file = "a.tmx"}), "yes;");
  EXPECT_EQ(listed({.document = ""}), "indeed;");
  EXPECT_EQ(listed({.author = "x"}), "yes;");
  EXPECT_EQ(listed({.source_language = Language::kEnglish}), "indeed;");
  EXPECT_EQ(listed({.since = "2021-01-01"}), "indeed;");
  EXPECT_EQ(listed({.until = "2021-01-01"}), "yes;");
  EXPECT_EQ(message_of([&] { listed({.since = "yesterday"}); }),
            "not a date: yesterday; write it as 2026-11-22");
}

TEST_F(MemoryTest, Stats) {
  import_sentences(0, 2, "a.tsv");
  import_sentences(2, 7, "b.tsv");
  const MemoryStats stats = memory_.stats();
  EXPECT_EQ(stats.units, 7);
  EXPECT_EQ(stats.arabic_words, 21);
  EXPECT_EQ(stats.english_words, 14);
  EXPECT_EQ(stats.arabic_sources, 7);
  EXPECT_THAT(stats.files, ElementsAre(std::pair<std::string, std::int64_t>("b.tsv", 5),
                                       std::pair<std::string, std::int64_t>("a.tsv", 2)));
  EXPECT_EQ(stats.last_write->command, "import b.tsv");
  EXPECT_GT(stats.bytes, 0);
}

TEST_F(MemoryTest, TwoConnectionsSeeEachOthersWrites) {
  Database other_database(directory_.path("memory.db"));
  TranslationMemory other(other_database);
  memory_.add(unit_of("وصلت القوات", "The forces arrived"));
  EXPECT_EQ(lookup(other, "وصلت القوات").size(), 1U);
  for (int i = 0; i < 300; ++i) {
    TranslationMemory& writer = i % 2 == 0 ? memory_ : other;
    writer.add(unit_of("جملة رقم " + std::to_string(i), "sentence " + std::to_string(i)));
  }
  EXPECT_EQ(memory_.stats().units, 301);
  expect_index_agrees();
  EXPECT_EQ(other.undo()->command, "add");
  EXPECT_EQ(memory_.stats().units, 300);
}

TEST_F(MemoryTest, IndexOfOtherRulesIsRebuiltOrNotUsed) {
  import_sentences(0, 400, "a.tsv");
  database_.execute(
      "UPDATE setting SET value = 'old' WHERE name = 'index-version';"
      "DELETE FROM posting; DELETE FROM sequence");
  // Read without writing: exact all the same.
  EXPECT_EQ(lookup(memory_, "جملة رقم 3", {.min_score = 1}).size(), 1U);
  TranslationMemory again(database_);
  EXPECT_EQ(again.stats().arabic_words, 1200);
  expect_index_agrees();
}

TEST(Timestamp, ReadsBothIsoForms) {
  constexpr std::pair<std::string_view, std::string_view> kRows[] = {
      {"2026-11-22T15:04:05Z", "2026-11-22T15:04:05Z"},
      {"20261122T150405Z", "2026-11-22T15:04:05Z"},
      {"2024-02-29", "2024-02-29T00:00:00Z"},
      {"1969-07-20T20:17:40Z", "1969-07-20T20:17:40Z"}};
  for (const auto& [text, iso] : kRows) {
    ASSERT_TRUE(parse_timestamp(text)) << text;
    EXPECT_EQ(to_timestamp(*parse_timestamp(text)), iso);
  }
  for (const std::string_view text :
       {"", "2023-02-29", "2026-13-01", "20261122T250405Z", "today"}) {
    EXPECT_FALSE(parse_timestamp(text)) << text;
  }
}

// A pair of codes around the first word of the text.
std::vector<InlineTag> bold(std::size_t end) {
  InlineTag begin;
  begin.name = "bpt";
  begin.attributes = {{"i", "1"}};
  begin.content = "&lt;b&gt;";
  InlineTag last = begin;
  last.name = "ept";
  last.offset = end;
  return {begin, last};
}

TEST_F(MemoryTest, KeepsInlineTagsUntilTheTextIsAnother) {
  TranslationUnit unit = unit_of("نعم هنا", "yes here");
  unit.notes = {"a note"};
  unit.arabic_tags = bold(6);
  unit.english_tags = bold(3);
  const std::int64_t id = memory_.add(unit);
  EXPECT_EQ(memory_.find(id)->arabic_tags, unit.arabic_tags);
  EXPECT_EQ(memory_.find(id)->english_tags, unit.english_tags);
  EXPECT_EQ(memory_.find(id)->notes, unit.notes);
  memory_.edit(id, std::nullopt, "yes, here");
  EXPECT_EQ(memory_.find(id)->arabic_tags, unit.arabic_tags);
  EXPECT_TRUE(memory_.find(id)->english_tags.empty());
  memory_.undo();
  EXPECT_EQ(memory_.find(id)->english_tags, unit.english_tags);
}

TEST_F(MemoryTest, UnitsThatDifferInTagsAreOneWithTheFirstTags) {
  TranslationUnit unit = unit_of("نعم هنا", "yes here");
  const std::int64_t id = memory_.add(unit);
  unit.arabic_tags = bold(6);
  EXPECT_EQ(memory_.add(unit), id);
  EXPECT_EQ(memory_.find(id)->arabic_tags, bold(6));
  unit.arabic_tags.clear();
  unit.english_tags = bold(3);
  EXPECT_EQ(memory_.add(unit), id);
  unit.arabic_tags = bold(13);
  EXPECT_EQ(memory_.add(unit), id);
  EXPECT_EQ(memory_.find(id)->arabic_tags, bold(6));
  EXPECT_EQ(memory_.find(id)->english_tags, bold(3));
}

}  // namespace
}  // namespace mizan
