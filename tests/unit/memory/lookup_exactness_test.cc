#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "tests/reference/memory_scan.h"
#include "tests/unit/memory/generated_text.h"
#include "tests/unit/test_folder.h"
#include "tm/memory/lookup.h"

namespace mizan {
namespace {

using testing::Generator;
using testing::joined;

// Words of letters that no clitic begins or ends with; a few are frequent, most are rare.
class Vocabulary {
 public:
  explicit Vocabulary(std::size_t size) {
    constexpr std::string_view kLetters[] = {"ج", "ح", "د", "ر", "ز", "ش", "ص", "ط", "ع", "ق"};
    for (std::size_t number = 1000; words_.size() < size; ++number) {
      words_.emplace_back();
      for (std::size_t rest = number; rest > 0; rest /= 10) words_.back() += kLetters[rest % 10];
    }
  }

  std::string draw(Generator& generator) const {
    // Frequent are those that two draws both allow (the density falls with the number).
    const std::size_t drawn =
        std::min({generator.below(words_.size()), generator.below(words_.size()),
                  generator.below(words_.size())});
    constexpr std::string_view kBefore[] = {"", "", "", "", "", "و", "ال", "بال"};
    return std::string(kBefore[generator.below(std::size(kBefore))]) + words_[drawn];
  }

  std::vector<std::string> sentence(Generator& generator) const {
    std::vector<std::string> words(4 + generator.below(12));
    for (std::string& word : words) word = draw(generator);
    return words;
  }

  std::vector<std::string> edited(std::vector<std::string> words, Generator& generator) const {
    for (std::size_t edits = 1 + generator.below(4); edits > 0; --edits) {
      const auto place = words.begin() + static_cast<std::ptrdiff_t>(generator.below(words.size()));
      if (generator.below(3) == 0 && words.size() > 2) {
        words.erase(place);
      } else if (generator.below(2) == 0) {
        words.insert(place, draw(generator));
      } else {
        *place = draw(generator);
      }
    }
    return words;
  }

 private:
  std::vector<std::string> words_;
};

// The claim of the index, at the size of a working memory: its best answer is that of a scan.
TEST(LookupExactnessTest, TheBestOfAHundredThousandUnitsIsAlwaysFound) {
  constexpr std::size_t kUnits = 100'000;
  constexpr std::size_t kQueries = 1200;
  const testing::TestFolder directory;
  const Database database(directory.path("memory.db"));
  TranslationMemory memory(database);
  Generator generator(21);
  const Vocabulary vocabulary(4000);
  std::vector<std::vector<std::string>> stored;
  {
    UnitImport import(memory, "import");
    while (stored.size() < kUnits) {
      stored.push_back(generator.below(2) == 0 || stored.empty()
                           ? vocabulary.sentence(generator)
                           : vocabulary.edited(stored[generator.below(stored.size())], generator));
      TranslationUnit unit;
      unit.arabic = joined(stored.back());
      unit.english = "unit " + std::to_string(stored.size());
      import.add(unit);
    }
    import.commit();
  }
  std::vector<std::string> queries;
  while (queries.size() < kQueries) {
    queries.push_back(generator.respelled(
        joined(queries.size() % 6 == 0
                   ? vocabulary.sentence(generator)
                   : vocabulary.edited(stored[generator.below(stored.size())], generator))));
  }
  const reference::MemoryScan scan(memory, Language::kArabic);
  const std::vector<double> best = scan.best_scores(queries, 0.5);
  std::size_t with_answer = 0;
  for (std::size_t i = 0; i < queries.size(); ++i) {
    for (const double floor : {0.5, 0.6, 0.7, 0.8, 0.9}) {
      const auto matches =
          lookup(memory, queries[i], {.min_score = floor, .limit = 1, .side = Language::kArabic});
      const double expected = best[i] + 1e-9 >= floor ? best[i] : 0;
      EXPECT_EQ(matches.empty() ? 0 : matches[0].score, expected) << queries[i] << " at " << floor;
      if (expected > 0) ++with_answer;
    }
  }
  // Neither all nor nothing: every floor must have been met and missed.
  EXPECT_GT(with_answer, kQueries);
  EXPECT_LT(with_answer, 4 * kQueries);
}

}  // namespace
}  // namespace mizan
