#include "tm/project/lexicon_cache.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "tests/unit/test_folder.h"
#include "tm/memory/lexicon_store.h"

namespace mizan {
namespace {

using testing::TestFolder;

class LexiconCacheTest : public ::testing::Test {
 protected:
  LexiconCacheTest() { ::setenv("XDG_CACHE_HOME", folder_.path("cache").c_str(), 1); }
  ~LexiconCacheTest() override { ::unsetenv("XDG_CACHE_HOME"); }

  static bool knows(const LexiconIndex& index, std::string_view key, std::string_view stem) {
    for (const LexiconIndex::Gloss& gloss : index.glosses(key)) {
      if (index.stem(gloss.stem) == stem) return true;
    }
    return false;
  }

  TestFolder folder_;
  const std::string path_ = folder_.path("cache/mizan/lexicon");
};

TEST_F(LexiconCacheTest, IsMadeOnceAndReadAfterwards) {
  EXPECT_TRUE(knows(load_lexicon_index(), "جيش", "army"));
  const std::string content = read_file(path_);
  const auto time = std::filesystem::last_write_time(path_);
  EXPECT_TRUE(knows(load_lexicon_index(), "جيش", "army"));
  EXPECT_EQ(std::filesystem::last_write_time(path_), time);
}

TEST_F(LexiconCacheTest, IsMadeAnewWhenDamagedOrOfAnotherLexicon) {
  load_lexicon_index();
  const std::string content = read_file(path_);
  std::string damaged = content;
  damaged[damaged.size() / 2] ^= 1;
  std::string other = content;
  other[other.find("core ") + 5] ^= 1;
  for (const std::string& wrong :
       {std::string(), std::string("x"), damaged, other, content.substr(0, content.size() / 2)}) {
    write_file(path_, wrong);
    EXPECT_TRUE(knows(load_lexicon_index(), "جيش", "army"));
    EXPECT_EQ(read_file(path_).size(), content.size());
  }
}

TEST_F(LexiconCacheTest, IsNotNeeded) {
  folder_.write("cache", "a file where the folder should be");
  EXPECT_TRUE(knows(load_lexicon_index(), "جيش", "army"));
  EXPECT_EQ(read_file(folder_.path("cache")), "a file where the folder should be");
}

TEST_F(LexiconCacheTest, HoldsNothingOfAMemory) {
  const Database database(folder_.path("memory.db"));
  LexiconStore(database).import({{{"زرقوف", "widget"}}}, "a.tsv", "import");
  EXPECT_TRUE(knows(load_lexicon_index({.memory = &database}), "زرقوف", "widget"));
  EXPECT_TRUE(knows(load_lexicon_index({.memory = &database}), "جيش", "army"));
  EXPECT_FALSE(knows(load_lexicon_index(), "زرقوف", "widget"));
}

TEST_F(LexiconCacheTest, IsForTheWholeLexiconOnly) {
  EXPECT_FALSE(knows(load_lexicon_index({.core = false, .freedict = false}), "جيش", "army"));
  EXPECT_FALSE(std::filesystem::exists(path_));
}

TEST_F(LexiconCacheTest, KeepsWhatIsKnownAboutWordsTheSameWay) {
  const std::string path = folder_.path("cache/mizan/words");
  const auto is_right = [](const LexiconKnowledge& knowledge) {
    return knowledge.is_word(Language::kArabic, "جيش") &&
           !knowledge.is_word(Language::kArabic, "جيشن");
  };
  EXPECT_TRUE(is_right(load_lexicon_knowledge()));
  const std::string content = read_file(path);
  EXPECT_TRUE(is_right(load_lexicon_knowledge()));
  write_file(path, content.substr(0, content.size() / 2));
  EXPECT_TRUE(is_right(load_lexicon_knowledge()));
  EXPECT_EQ(read_file(path).size(), content.size());
}

}  // namespace
}  // namespace mizan
