#include "tm/memory/similarity.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <limits>
#include <string>
#include <vector>

#include "tests/reference/memory_token_distance.h"
#include "tests/unit/memory/generated_text.h"

namespace mizan {
namespace {

using testing::Generator;
using testing::joined;
using testing::kArabicWords;

std::string key_of_word(std::string_view word) {
  const std::vector<TokenKey> keys = token_keys(word);
  return keys.empty() ? std::string() : keys.front().key;
}

// Lines of both languages, where there are texts beside the project.
std::vector<std::string> real_sentences() {
  std::vector<std::string> sentences;
  for (const char* name : {"news-001/ar", "news-004/en", "literature-001/ar"}) {
    std::ifstream file(std::string(MIZAN_SOURCE_DIR "/../shared/data/align/") + name + ".txt");
    for (std::string line; std::getline(file, line);) sentences.push_back(line);
  }
  return sentences;
}

TEST(Similarity, DeclaredCosts) {
  struct Row {
    std::string_view a;
    std::string_view b;
    double score;
  };
  constexpr Row kRows[] = {
      {"وصلت القوات إلى المدينة", "وصلت القوات إلى المدينة", 1},
      // Marks, tatweel and digit shapes cost nothing.
      {"وصلت القوات", "وَصَلَتِ الـقـوات", 1},
      {"قتل 25 جنديا", "قتل ٢٥ جنديا", 1},
      {"قتل 25 جنديا", "قتل ۲۵ جنديا", 1},
      {"أقنعة N95 كافية", "أقنعة N٩٥ كافية", 1},
      // So do bidi controls and presentation forms (here lam-alef and heh).
      {"وصلت القوات إلى Bamako", "\u200Fوصلت القوات إلى \u2066Bamako\u2069", 1},
      {"قال لاجئ منه", "قال \uFEFBجئ من\uFEEA", 1},
      // Spelled otherwise: hamza seats, ى/ي, ة/ه.
      {"قال مسؤول كبير", "قال مسئول كبير", 1 - kSpellingPenalty},
      {"على الجسر", "علي الجسر", 1 - kSpellingPenalty},
      // Punctuation and case.
      {"قال: نعم.", "قال نعم", 1 - kPunctuationPenalty},
      {"the Army said", "The army said", 1 - kCasePenalty},
      {"The Army said.", "the army said", 1 - kCasePenalty - kPunctuationPenalty},
      // Clitics and numbers cost a quarter of a word.
      {"في مدينة قديمة جدا", "في المدينة قديمة جدا", 1 - 0.25 / 4},
      {"قتل 25 جنديا أمس", "قتل 30 جنديا أمس", 1 - 0.25 / 4},
      {"the minister's car", "the minister car", 1 - 0.25 / 3},
      // A changed, missing or additional word costs one.
      {"وصلت القوات إلى المدينة", "وصلت القوات إلى القرية", 0.75},
      {"وصلت القوات إلى المدينة", "وصلت القوات المدينة", 0.75},
      {"نعم", "لا", 0},
      {"", "نعم", 0},
      {"", "", 0},
      {"...", "...", 1},
  };
  for (const Row& row : kRows) {
    EXPECT_NEAR(similarity(row.a, row.b), row.score, 1e-12) << row.a << " | " << row.b;
  }
}

TEST(Similarity, AChangedCliticCostsLessThanAChangedWord) {
  Generator generator(6);
  constexpr std::string_view kProclitics[] = {"و", "ف", "ب", "ل", "ال", "وال", "بال"};
  for (int i = 0; i < 500; ++i) {
    const auto words = generator.words(kArabicWords, 1, 30);
    const std::string original = joined(words);
    const std::size_t at = generator.below(words.size());
    if (key_of_word(words[at]).size() < 6) continue;  // numbers and words of fewer letters
    std::vector<std::string> clitic = words;
    clitic[at] = std::string(kProclitics[generator.below(std::size(kProclitics))]) + words[at];
    std::vector<std::string> word = words;
    word[at] = "ظظظظ";
    EXPECT_GT(similarity(original, joined(clitic)), similarity(original, joined(word)))
        << joined(clitic);
    EXPECT_LT(similarity(original, joined(clitic)), 1) << joined(clitic);
  }
}

TEST(Similarity, EqualsTheDefinitionOnRealPairs) {
  const std::vector<std::string> sentences = real_sentences();
  if (sentences.empty()) GTEST_SKIP() << "no real texts beside the project";
  Generator generator(7);
  for (int i = 0; i < 3000; ++i) {
    const std::string& first = sentences[generator.below(sentences.size())];
    const std::string& second = sentences[generator.below(sentences.size())];
    const ComparedText a = prepare_comparison(first);
    const ComparedText b = prepare_comparison(i % 3 == 0 ? first + " " + second : second);
    const int distance = reference::token_distance(a.tokens, b.tokens);
    const double defined =
        std::max(0.0, base_score(distance, a.tokens.size(), b.tokens.size()) - penalties(a, b));
    EXPECT_DOUBLE_EQ(similarity(a, b), defined) << first << " | " << second;
    EXPECT_EQ(similarity(b, a), similarity(a, b));
  }
}

TEST(Similarity, IsSymmetricInRangeAndOneOnlyForEqualTokens) {
  Generator generator(1);
  for (int i = 0; i < 2000; ++i) {
    const auto words = generator.words(kArabicWords, 1, 12);
    const std::string a = joined(words);
    const std::string b = generator.below(3) == 0
                              ? joined(generator.words(kArabicWords, 1, 12))
                              : generator.respelled(joined(generator.edited(words, kArabicWords)));
    const ComparedText prepared_a = prepare_comparison(a);
    const ComparedText prepared_b = prepare_comparison(b);
    const double score = similarity(prepared_a, prepared_b);
    EXPECT_EQ(score, similarity(prepared_b, prepared_a)) << a << " | " << b;
    EXPECT_GE(score, 0);
    EXPECT_LE(score, 1);
    if (score == 1) {
      ASSERT_EQ(prepared_a.tokens.size(), prepared_b.tokens.size());
      for (std::size_t t = 0; t < prepared_a.tokens.size(); ++t) {
        EXPECT_EQ(prepared_a.tokens[t].folded, prepared_b.tokens[t].folded);
      }
    }
    EXPECT_EQ(similarity(a, a), 1);
  }
}

TEST(Similarity, FallsWithEverySubstitutedToken) {
  Generator generator(2);
  for (int i = 0; i < 100; ++i) {
    // Long ones too, where a penalty would weigh more than a word.
    const auto words = generator.words(kArabicWords, 1, i % 20 == 0 ? 300 : 20);
    const std::string original = joined(words);
    std::vector<std::string> changed = words;
    // To begin with, words spelled otherwise.
    for (std::string& word : changed) word = generator.respelled(word);
    double last = similarity(original, joined(changed));
    for (std::size_t at = 0; at < words.size(); ++at) {
      changed[at] = "ظظظ";
      const double score = similarity(original, joined(changed));
      EXPECT_LE(score, last) << original << " | " << joined(changed);
      last = score;
    }
    EXPECT_EQ(last, 0);
  }
}

TEST(Similarity, DistanceEqualsTheTextbookRecurrenceAtEveryLimit) {
  Generator generator(3);
  for (int i = 0; i < 1000; ++i) {
    const auto words = generator.words(kArabicWords, 0, 10);
    const auto a = prepare_comparison(joined(words)).tokens;
    const auto b =
        prepare_comparison(joined(generator.below(2) == 0 ? generator.words(kArabicWords, 0, 14)
                                                          : generator.edited(words, kArabicWords)))
            .tokens;
    const int expected = reference::token_distance(a, b);
    for (const int limit : {0, 1, 3, 4, 7, 12, 40, 1000}) {
      const int distance =
          token_distance(a.size(), b.size(), limit, [&](std::size_t x, std::size_t y) {
            if (a[x].folded == b[y].folded) return 0;
            return a[x].key == b[y].key ? 1 : kWholeCost;
          });
      if (expected <= limit) {
        EXPECT_EQ(distance, expected);
      } else {
        EXPECT_GT(distance, limit);
      }
    }
  }
}

TEST(EditScript, NamesWhatDiffers) {
  const std::string query = "أعلن الوزير أمس، انسحاب القوات";
  const std::string unit = "وأعلن الوزير انسحاب كل القوات";
  std::string shown;
  for (const EditStep& step : edit_script(prepare_comparison(query), prepare_comparison(unit))) {
    constexpr std::string_view kMarks[] = {"=", "~", "+", "-"};
    shown += kMarks[static_cast<int>(step.kind)];
    shown += "[" + std::string(step.query.of(query)) + "|" + std::string(step.unit.of(unit)) + "]";
  }
  EXPECT_EQ(shown, "~[أعلن|وأعلن]=[الوزير|الوزير]+[أمس|]=[انسحاب|انسحاب]-[|كل]=[القوات|القوات]");
}

TEST(EditScript, CoversBothTextsInOrder) {
  Generator generator(4);
  for (int i = 0; i < 500; ++i) {
    const auto words = generator.words(kArabicWords, 1, 15);
    const std::string query = generator.respelled(joined(words));
    const std::string unit = joined(generator.edited(words, kArabicWords));
    const ComparedText q = prepare_comparison(query);
    const ComparedText u = prepare_comparison(unit);
    std::size_t query_at = 0;
    std::size_t unit_at = 0;
    for (const EditStep& step : edit_script(q, u)) {
      EXPECT_GE(step.query.begin, query_at);
      EXPECT_GE(step.unit.begin, unit_at);
      EXPECT_EQ(step.query.empty(), step.kind == EditKind::kDeleted);
      EXPECT_EQ(step.unit.empty(), step.kind == EditKind::kInserted);
      query_at = step.query.end;
      unit_at = step.unit.end;
    }
    EXPECT_LE(query_at, query.size());
    EXPECT_LE(unit_at, unit.size());
  }
}

}  // namespace
}  // namespace mizan
