// Names measured: what the trainer and the scorers read.
//
//   names_bench features PAIRS.tsv    the rows with their name features, for train_names.py
//   names_bench generated PAIRS.tsv   how often the names labelled 1 are among the first candidates
//   that
//                                     generate_names makes of each other
//   names_bench variants AR EN|- LEXICON.tsv...    as `mizan variants --format jsonl --segmented`
//   names_bench evidence AR EN|- LEXICON.tsv...    every pair weighed, with its evidence
#include <algorithm>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tm/lang/name_features.h"
#include "tm/lang/name_generation.h"
#include "tm/text/script.h"
#include "tm/variant/candidate_pairs.h"
#include "tm/variant/lexicon_knowledge.h"
#include "tm/variant/variants.h"

namespace {

using namespace mizan;

LetterString letters(std::string_view word) {
  return letters_of(
      detect_language(word) == Language::kArabic ? LetterScript::kArabic : LetterScript::kLatin,
      word);
}

std::string read(const char* path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

// One segment a line.
SegmentedText lines_of(const std::string& input, Language language) {
  SegmentedText text{"", language, {}};
  for (std::size_t begin = 0, line = 0; begin < input.size(); ++line) {
    const std::size_t end = std::min(input.find('\n', begin), input.size());
    text.segments.push_back({input.substr(begin, end - begin), {begin, end}, line, line});
    begin = end + 1;
  }
  return text;
}

Lexicon read_lexicon(char** begin, char** end) {
  Lexicon lexicon;
  for (char** path = begin; path != end; ++path) {
    std::ifstream file(*path);
    for (std::string line; std::getline(file, line);) {
      std::vector<std::string> columns(1);
      for (const char c : line) {
        if (c == '\t') {
          columns.emplace_back();
        } else {
          columns.back() += c;
        }
      }
      if (line.starts_with('#') || columns.size() < 2) continue;
      const auto split = [](const std::string& list) {
        std::vector<std::string> parts;
        for (std::size_t at = 0; at < list.size();) {
          const std::size_t next = std::min(list.find("; ", at), list.size());
          parts.push_back(list.substr(at, next - at));
          at = next + 2;
        }
        return parts;
      };
      std::vector<std::string> forms{columns[0]};
      if (columns.size() > 3) {
        for (const std::string& form : split(columns[3])) forms.push_back(form);
      }
      for (const std::string& form : forms) {
        for (const std::string& gloss : split(columns[1])) lexicon.entries.push_back({form, gloss});
      }
    }
  }
  return lexicon;
}

void print(const NameCluster& cluster) {
  std::cout << "{\"language\":\"" << code(cluster.language) << "\",\"category\":\""
            << (cluster.common_noun ? "word" : "name") << "\",\"spellings\":[";
  for (std::size_t i = 0; i < cluster.spellings.size(); ++i) {
    const NameSpelling& spelling = cluster.spellings[i];
    std::cout << (i > 0 ? "," : "") << "{\"text\":\"" << spelling.text
              << "\",\"count\":" << spelling.places.size() << ",\"places\":[";
    for (std::size_t p = 0; p < spelling.places.size(); ++p) {
      const NamePlace& place = spelling.places[p];
      std::cout << (p > 0 ? "," : "") << "[" << place.line << "," << place.begin << "," << place.end
                << "]";
    }
    std::cout << "]}";
  }
  std::cout << "],\"confidence\":" << cluster.confidence << "}\n";
}

int variants(int argc, char** argv) {
  const std::string arabic_input = read(argv[2]);
  const SegmentedText arabic = lines_of(arabic_input, Language::kArabic);
  VariantDocument document{&arabic, arabic_input, nullptr, {}, nullptr};
  std::string english_input;
  SegmentedText english;
  Alignment alignment;
  if (std::string_view(argv[3]) != "-") {
    english_input = read(argv[3]);
    english = lines_of(english_input, Language::kEnglish);
    for (std::size_t i = 0; i < std::min(arabic.segments.size(), english.segments.size()); ++i) {
      alignment.beads.push_back({{i, i + 1}, {i, i + 1}, 1});
    }
    document = {&arabic, arabic_input, &english, english_input, &alignment};
  }
  const LexiconKnowledge knowledge(read_lexicon(argv + 4, argv + argc));
  if (std::string_view(argv[1]) == "variants") {
    for (const NameCluster& cluster : find_variants({&document, 1}, knowledge)) print(cluster);
    return 0;
  }
  const SegmentedText* texts[] = {&arabic};
  const SegmentedText* translations[] = {&english};
  const auto spellings = collect_spellings(texts, Language::kArabic, knowledge);
  const auto across = collect_spellings(translations, Language::kEnglish, knowledge);
  const AnchorIndex anchors({&document, 1}, Language::kArabic, across);
  for (const WeighedPair& pair :
       weigh_pairs(Language::kArabic, spellings, document.alignment == nullptr ? nullptr : &anchors,
                   knowledge, 0)) {
    if (pair.evidence.probability == 0) continue;  // ruled out, whatever the weights
    std::cout << spellings[pair.left].forms[pair.evidence.left_form].text << '\t'
              << spellings[pair.right].forms[pair.evidence.right_form].text;
    for (const float value : pair.evidence.features) std::cout << '\t' << value;
    std::cout << '\n';
  }
  return 0;
}

// As the letter model reads it.
std::string plain(std::string_view name) {
  const LetterString word = letters(name);
  return {word.letters.begin(), word.letters.begin() + word.size};
}

int generated(const char* path) {
  constexpr std::size_t kRanks[] = {1, 5, 20};
  for (const Language language : {Language::kEnglish, Language::kArabic}) {
    std::size_t names = 0;
    std::size_t found[std::size(kRanks)] = {};
    std::ifstream pairs(path);
    for (std::string line; std::getline(pairs, line);) {
      std::istringstream row(line);
      std::string columns[3];
      for (std::string& column : columns) std::getline(row, column, '\t');
      if (columns[2] != "1") continue;
      ++names;
      const bool to_english = language == Language::kEnglish;
      const std::string wanted = plain(columns[to_english ? 1 : 0]);
      const auto made = generate_names(columns[to_english ? 0 : 1], language, 20);
      for (std::size_t rank = 0; rank < made.size(); ++rank) {
        if (plain(made[rank].text) != wanted) continue;
        for (std::size_t i = 0; i < std::size(kRanks); ++i) found[i] += rank < kRanks[i] ? 1 : 0;
        break;
      }
    }
    std::cout << (language == Language::kEnglish ? "romanized" : "arabized");
    for (std::size_t i = 0; i < std::size(kRanks); ++i) {
      std::cout << " top-" << kRanks[i] << ' '
                << static_cast<double>(found[i]) /
                       static_cast<double>(std::max<std::size_t>(names, 1));
    }
    std::cout << " (" << names << " names)\n";
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  if (std::string_view(argv[1]) == "generated") return generated(argv[2]);
  if (argc > 4) return variants(argc, argv);
  std::ifstream pairs(argv[2]);
  std::string line;
  while (std::getline(pairs, line)) {
    const std::size_t tab = line.find('\t');
    const std::string a = line.substr(0, tab);
    const std::string b = line.substr(tab + 1, line.find('\t', tab + 1) - tab - 1);
    LetterString left = letters(a);
    LetterString right = letters(b);
    if (left.script > right.script) std::swap(left, right);
    std::cout << line;
    for (const float value : name_features(left, right)) std::cout << '\t' << value;
    std::cout << '\n';
  }
}
