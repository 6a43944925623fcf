#include "tm/lang/name_similarity.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "tm/base/utf8.h"
#include "tm/lang/name_features.h"
#include "tm/text/script.h"

namespace mizan {
namespace {

#include "tm/lang/name_weights.inc"

constexpr double kClearlyTwo = 0.02;

// That of the first letter.
LetterScript script_of(std::string_view word) {
  for (std::size_t i = 0; i < word.size();) {
    const CodePoint c = code_point_at(word, i);
    if (is_arabic_letter(c.value)) return LetterScript::kArabic;
    if (is_latin_letter(c.value)) break;
    i += c.size;
  }
  return LetterScript::kLatin;
}

double probability(const NameFeatures& features,
                   std::span<const float, kNameFeatureCount> weights) {
  float sum = 0;
  for (std::size_t i = 0; i < features.size(); ++i) sum += features[i] * weights[i];
  return 1 / (1 + std::exp(-static_cast<double>(sum)));
}

std::span<const float, kNameFeatureCount> weights_of(LetterScript left, LetterScript right) {
  if (left != right) return kAcrossWeights;
  return left == LetterScript::kArabic ? std::span<const float, kNameFeatureCount>(kArabicWeights)
                                       : std::span<const float, kNameFeatureCount>(kLatinWeights);
}

bool equal(const LetterString& a, const LetterString& b) {
  return a.script == b.script && a.size == b.size &&
         std::equal(a.letters.begin(), a.letters.begin() + a.size, b.letters.begin());
}

// The last answers of a thread. A text asks the same again and again: half of the questions that a
// check of news asks are in here.
class Answers {
 public:
  double find_or(const LetterString& left, const LetterString& right, const auto& ask) {
    Answer& answer = answers_[hash(left, right) % kAnswers];
    if (!equal(answer.left, left) || !equal(answer.right, right)) {
      answer.likeness = ask();
      answer.left = left;
      answer.right = right;
    }
    return answer.likeness;
  }

 private:
  static constexpr std::size_t kAnswers = 1 << 13;

  struct Answer {
    LetterString left;
    LetterString right;
    double likeness = 0.5;  // of two empty words, which tell nothing
  };

  // FNV-1a (Fowler, Noll, Vo).
  static std::size_t hash(const LetterString& left, const LetterString& right) {
    std::uint64_t hash = 14695981039346656037U;
    for (const LetterString* word : {&left, &right}) {
      for (std::size_t i = 0; i < word->size; ++i) {
        hash = (hash ^ word->letters[i]) * 1099511628211U;
      }
      hash = (hash ^ 0xFF) * 1099511628211U;
    }
    return hash ^ (hash >> 32);
  }

  std::vector<Answer> answers_ = std::vector<Answer>(kAnswers);
};

}  // namespace

double name_likeness(const LetterString& left, const LetterString& right) {
  thread_local Answers answers;
  return answers.find_or(left, right, [&] {
    return probability(name_features(left, right), weights_of(left.script, right.script));
  });
}

double name_similarity(std::string_view a, std::string_view b) {
  LetterString left = letters_of(script_of(a), a);
  LetterString right = letters_of(script_of(b), b);
  if (left.size == 0 || right.size == 0) return 0;
  if (left.script != right.script) {
    if (left.script == LetterScript::kLatin) std::swap(left, right);
    return name_likeness(left, right);
  }
  // The best chain may differ with the direction where two are equally good; names that are clearly
  // two are so in either.
  if (std::lexicographical_compare(right.letters.begin(), right.letters.begin() + right.size,
                                   left.letters.begin(), left.letters.begin() + left.size)) {
    std::swap(left, right);
  }
  const double forward = name_likeness(left, right);
  return forward < kClearlyTwo ? forward : (forward + name_likeness(right, left)) / 2;
}

double foreign_name_odds(std::string_view arabic) {
  return foreign_name_odds(letters_of(LetterScript::kArabic, arabic));
}

}  // namespace mizan
