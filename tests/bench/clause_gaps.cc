// Features of the rule "length" for the pairs of a TSV (name, Arabic, English), a line for each
// side: name, side, features. For train_clause_gap.py.
//   clause_gaps PAIRS.tsv
#include <iostream>
#include <utility>

#include "tm/base/encoding.h"
#include "tm/check/clause_gap.h"
#include "tm/project/lexicon_cache.h"
#include "tm/text/sentences.h"

int main(int argc, char** argv) {
  using namespace mizan;
  if (argc != 2) {
    std::cerr << "clause_gaps PAIRS.tsv\n";
    return 2;
  }
  const LexiconKnowledge words = load_lexicon_knowledge();
  WordRenderings renderings(words);
  for (const Segment& line : split_lines(read_text(argv[1]).text)) {
    const std::size_t first = line.text.find('\t');
    const std::size_t second = line.text.find('\t', first + 1);
    if (second == std::string::npos) continue;
    const std::string_view text = line.text;
    const CheckedSegment arabic =
        read_segment(text.substr(first + 1, second - first - 1), Language::kArabic);
    const CheckedSegment english = read_segment(text.substr(second + 1), Language::kEnglish);
    std::string_view side = "ar";
    for (const ClauseGap& gap : find_clause_gaps({&arabic, 1}, {&english, 1}, renderings)) {
      std::cout << text.substr(0, first) << '\t' << std::exchange(side, "en");
      for (const double feature : gap_features(gap)) std::cout << '\t' << feature;
      std::cout << '\n';
    }
  }
}
