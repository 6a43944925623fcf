#include "tm/project/lexicon_learning.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/unit/test_folder.h"
#include "tm/base/error.h"
#include "tm/memory/lexicon_store.h"
#include "tm/memory/memory.h"
#include "tm/project/lexicon_layers.h"
#include "tm/project/word_lists.h"

namespace mizan {
namespace {

using testing::TestFolder;

double weight_of(const Lexicon& lexicon, std::string_view arabic, std::string_view english) {
  double weight = 0;
  for (const LexiconEntry& entry : lexicon.entries) {
    if (entry.arabic == arabic && entry.english == english) weight = entry.weight;
  }
  return weight;
}

class LexiconLearningTest : public ::testing::Test {
 protected:
  std::int64_t add(const std::string& arabic, const std::string& english) {
    TranslationUnit unit;
    unit.arabic = arabic;
    unit.english = english;
    return memory_.add(unit);
  }
  // زرقوف and برنوط are words of no lexicon; each stands beside other words each time.
  void add_zarqufs() {
    add("رأى الرجل زرقوف", "The man saw a widget");
    add("اشترت المرأة زرقوف", "The woman bought a widget");
    add("باع التاجر زرقوف في السوق", "The merchant sold a widget in the market");
    add("باع التاجر برنوط", "The merchant sold a gizmo");
  }

  TestFolder folder_;
  Database database_{folder_.path("memory.db")};
  TranslationMemory memory_{database_};
  const Lexicon fixed_{{{"رجل", "man"},
                        {"رأى", "see"},
                        {"امرأة", "woman"},
                        {"اشترى", "buy"},
                        {"باع", "sell"},
                        {"تاجر", "merchant"},
                        {"سوق", "market"},
                        {"في", "in"}}};
  const LexiconSource known_ = [this] {
    LexiconIndex index(fixed_);
    index.add(learned_lexicon(database_));
    return index;
  };
};

TEST_F(LexiconLearningTest, LinksUnknownWordsByWhatTheLexiconLeavesOver) {
  add_zarqufs();
  EXPECT_EQ(learn_lexicon(database_, known_), 4U);
  const Lexicon learned = learned_lexicon(database_);
  EXPECT_GT(weight_of(learned, "زرقوف", "widget"), 0.3);
  EXPECT_EQ(weight_of(learned, "زرقوف", "market"), 0);
  EXPECT_EQ(weight_of(learned, "زرقوف", "merchant"), 0);
  for (const LexiconEntry& entry : learned.entries) {
    EXPECT_GT(entry.weight, 0) << entry.arabic;
    EXPECT_LE(entry.weight, 1) << entry.arabic;
  }
}

TEST_F(LexiconLearningTest, CountsInflectedWordsUnderWhatTheLexiconKnows) {
  add("والسوق كبير", "And the market is big");
  learn_lexicon(database_, known_);
  const Lexicon learned = learned_lexicon(database_);
  EXPECT_GT(weight_of(learned, "سوق", "market"), 0);
  EXPECT_EQ(weight_of(learned, "والسوق", "market"), 0);
}

TEST_F(LexiconLearningTest, GrowsUnitByUnitAndForgetsRemovedOnes) {
  EXPECT_EQ(learn_lexicon(database_, known_), 0U);
  add("زرقوف", "widget");
  EXPECT_EQ(learn_lexicon(database_, known_), 1U);
  const double once = weight_of(learned_lexicon(database_), "زرقوف", "widget");
  const auto second = add("زرقوف!", "Widget!");
  LearningOptions bounded;
  bounded.most_units = 1;
  EXPECT_EQ(learn_lexicon(database_, known_, bounded), 1U);
  EXPECT_GT(weight_of(learned_lexicon(database_), "زرقوف", "widget"), once);
  memory_.remove(second);
  EXPECT_EQ(learning_stats(database_).waiting, 1);
  EXPECT_EQ(learn_lexicon(database_, known_), 0U);
  EXPECT_DOUBLE_EQ(weight_of(learned_lexicon(database_), "زرقوف", "widget"), once);
  EXPECT_EQ(learning_stats(database_).waiting, 0);
}

TEST_F(LexiconLearningTest, RelearnsFromTheBeginning) {
  add_zarqufs();
  learn_lexicon(database_, known_);
  const auto before = learned_lexicon(database_).entries.size();
  EXPECT_EQ(relearn_lexicon(database_, known_), 4U);
  EXPECT_EQ(learned_lexicon(database_).entries.size(), before);
}

TEST_F(LexiconLearningTest, IsALayerBesideTheLists) {
  LexiconStore(database_).import({{{"قط", "cat"}}}, "a.tsv", "import");
  add_zarqufs();
  learn_lexicon(database_, known_);
  const Lexicon both = load_lexicon({.core = false, .freedict = false, .memory = &database_});
  EXPECT_EQ(weight_of(both, "قط", "cat"), 1);
  EXPECT_GT(weight_of(both, "زرقوف", "widget"), 0);
  const Lexicon lists =
      load_lexicon({.core = false, .freedict = false, .learned = false, .memory = &database_});
  EXPECT_EQ(lists.entries.size(), 1U);
}

TEST(WordLists, AreKnownByNameOrContent) {
  TestFolder folder;
  const auto read = [&](const char* name, const char* text) {
    const ReadWordList list = read_word_list(folder.write(name, text));
    return std::string(list.format) + " " + list.list.lexicon.entries.at(0).english;
  };
  EXPECT_EQ(read("a.txt", "قط\tcat\n"), "TSV cat");
  EXPECT_EQ(read("b.txt", "cat @ قط\n"), "hunalign cat");
  folder.write("d.dict", "cat\nقط\n");
  EXPECT_EQ(read("d.index", "cat\tA\tJ\n"), "dictd cat");
  EXPECT_EQ(read_word_list(folder.path("d.dict")).format, "dictd");
}

TEST(WordLists, WithoutAnEntryAreErrors) {
  TestFolder folder;
  const std::string path = folder.write("a.tsv", "some text\n");
  try {
    read_word_list(path);
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(std::string(error.what()),
              path +
                  ": holds no Arabic-English entry; give Arabic TAB English, a hunalign .dic or "
                  "a dictd .index");
  }
}

}  // namespace
}  // namespace mizan
