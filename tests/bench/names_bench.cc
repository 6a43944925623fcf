// Names measured: what the trainer and the scorers read.
//
//   names_bench features PAIRS.tsv    the rows with their name features, for train_names.py
//   names_bench compare PAIRS.tsv     as `mizan names compare --format jsonl`
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>
#include <utility>

#include "tm/lang/name_features.h"
#include "tm/lang/name_similarity.h"
#include "tm/text/script.h"

namespace {

using namespace mizan;

LetterString letters(std::string_view word) {
  return letters_of(
      detect_language(word) == Language::kArabic ? LetterScript::kArabic : LetterScript::kLatin,
      word);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const bool compare = std::string_view(argv[1]) == "compare";
  std::ifstream pairs(argv[2]);
  std::string line;
  for (std::size_t row = 0; std::getline(pairs, line); ++row) {
    const std::size_t tab = line.find('\t');
    const std::string a = line.substr(0, tab);
    const std::string b = line.substr(tab + 1, line.find('\t', tab + 1) - tab - 1);
    if (compare) {
      const double score = name_similarity(a, b);
      std::cout << "{\"pair\":" << row << ",\"score\":" << score
                << ",\"same\":" << (score >= .5 ? "true" : "false") << "}\n";
      continue;
    }
    LetterString left = letters(a);
    LetterString right = letters(b);
    if (left.script > right.script) std::swap(left, right);
    std::cout << line;
    for (const float value : name_features(left, right)) std::cout << '\t' << value;
    std::cout << '\n';
  }
}
