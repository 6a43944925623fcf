#include "tm/project/lexicon_layers.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace mizan {
namespace {

bool holds(const Lexicon& lexicon, std::string_view arabic, std::string_view english) {
  return std::ranges::any_of(lexicon.entries, [&](const LexiconEntry& entry) {
    return entry.arabic == arabic && entry.english == english;
  });
}

TEST(LexiconLayers, CoreIsInsideTheProgram) {
  const Lexicon lexicon = load_lexicon({.core = true, .freedict = false});
  std::set<std::string> arabic;
  for (const LexiconEntry& entry : lexicon.entries) {
    arabic.insert(entry.arabic);
    EXPECT_FALSE(entry.english.empty()) << entry.arabic;
  }
  EXPECT_GE(arabic.size(), 2500U);
  EXPECT_TRUE(holds(lexicon, "جيش", "army"));
}

TEST(LexiconLayers, AreEmptyWhenNoneIsAskedFor) {
  EXPECT_TRUE(load_lexicon({.core = false, .freedict = false}).entries.empty());
}

TEST(LexiconLayers, AddUpAndTrustDictionariesLess) {
  if (installed_dictionaries().empty()) GTEST_SKIP() << "no FreeDict on this machine";
  const std::size_t core = load_lexicon({.core = true, .freedict = false}).entries.size();
  const Lexicon freedict = load_lexicon({.core = false, .freedict = true});
  EXPECT_EQ(load_lexicon().entries.size(), core + freedict.entries.size());
  ASSERT_FALSE(freedict.entries.empty());
  for (const LexiconEntry& entry : freedict.entries) EXPECT_LT(entry.weight, 1) << entry.arabic;
}

}  // namespace
}  // namespace mizan
