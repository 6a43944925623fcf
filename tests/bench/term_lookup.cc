// What `term lookup` finds of names that are misspelled or written in the other script, and what it
// finds for words that are no term:
//   term_lookup CORE_FOLDER
// The termbase is every file of the folder (the core lexicon's) but those of verbs, which are the
// words that nothing shall be found for.
#include "tm/term/term_lookup.h"

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "tm/base/utf8.h"
#include "tm/format/core_lexicon.h"
#include "tm/lang/name_generation.h"
#include "tm/text/script.h"

namespace {

using namespace mizan;

constexpr std::size_t kQueries = 500;
constexpr double kScores[] = {0.7, 0.8, 0.9};

double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

struct Query {
  std::string text;
  std::set<std::size_t> wanted;  // concepts
};

// One letter changed, left out, added or swapped with the next.
std::string misspelled(const std::string& word, std::mt19937& random) {
  std::u32string letters = to_utf32(word);
  const std::u32string alphabet = detect_language(word) == Language::kArabic
                                      ? U"ابتجدرزسعفقكلمنهوي"
                                      : U"abcdefghiklmnoprstuwyz";
  const std::size_t at = 1 + random() % (letters.size() - 2);
  const char32_t other = alphabet[random() % alphabet.size()];
  switch (random() % 4) {
    case 0:
      letters[at] = other;
      break;
    case 1:
      letters.erase(at, 1);
      break;
    case 2:
      letters.insert(at, 1, other);
      break;
    default:
      std::swap(letters[at], letters[at + 1]);
  }
  std::string text;
  for (const char32_t letter : letters) append_utf8(text, letter);
  return text;
}

void report(const std::string& name, const std::vector<Query>& queries, const TermLookup& lookup,
            const std::vector<TermConcept>& concepts) {
  std::size_t first = 0;
  std::size_t in_five = 0;
  std::size_t above[std::size(kScores)] = {};
  std::size_t hits[std::size(kScores)] = {};
  const double start = processor_seconds();
  for (const Query& query : queries) {
    const std::vector<TermMatch> found = lookup.find(query.text, {.limit = 1000});
    for (std::size_t i = 0; i < found.size(); ++i) {
      const bool right =
          query.wanted.contains(static_cast<std::size_t>(found[i].entry - concepts.data()));
      first += right && i == 0;
      in_five += right && i < 5;
      if (right) break;
    }
    for (std::size_t s = 0; s < std::size(kScores); ++s) {
      const auto count = std::ranges::count_if(
          found, [&](const TermMatch& match) { return match.score >= kScores[s]; });
      above[s] += count > 0;
      hits[s] += static_cast<std::size_t>(count);
    }
  }
  const double each = (processor_seconds() - start) / static_cast<double>(queries.size());
  std::cout << name << ": " << queries.size() << " queries, first " << first << ", in five "
            << in_five << ", " << each * 1000 << " ms each; with hits, and hits:";
  for (std::size_t s = 0; s < std::size(kScores); ++s) {
    std::cout << "  " << kScores[s] << ": " << above[s] << ", " << hits[s];
  }
  std::cout << '\n';
}

}  // namespace

int main(int count, char** words) {
  if (count != 2) return 2;
  std::vector<TermConcept> concepts;
  std::vector<std::string> strangers;
  std::vector<std::size_t> names;
  std::set<std::string> known;
  std::map<std::string, std::size_t> by_arabic;
  for (const auto& file : std::filesystem::directory_iterator(words[1])) {
    if (file.path().extension() != ".tsv") continue;
    const bool verbs = file.path().filename().string().find("verbs") != std::string::npos;
    const bool of_names = file.path().filename().string().find("names") != std::string::npos;
    const CoreLexicon core = read_core_lexicon(file.path().string());
    for (const LexiconEntry& entry : core.lexicon.entries) {
      if (verbs) {
        strangers.push_back(entry.arabic);
        strangers.push_back(entry.english);
        continue;
      }
      const auto [at, is_new] = by_arabic.emplace(entry.arabic, concepts.size());
      if (is_new) {
        concepts.emplace_back().terms.push_back({entry.arabic, Language::kArabic, {}, {}});
      }
      concepts[at->second].terms.push_back({entry.english, Language::kEnglish, {}, {}});
      known.insert({entry.arabic, entry.english});
      if (of_names && is_new && entry.english.find(' ') == std::string::npos &&
          count_code_points(entry.english) > 3 && count_code_points(entry.arabic) > 3) {
        names.push_back(at->second);
      }
    }
  }
  const double start = processor_seconds();
  const TermLookup lookup(concepts);
  std::cout << concepts.size() << " concepts indexed in " << processor_seconds() - start << " s\n";

  std::mt19937 random(7);
  std::ranges::shuffle(names, random);
  std::vector<Query> misspelt[2];
  std::vector<Query> generated[2];
  for (const std::size_t name : names) {
    for (const std::size_t side : {std::size_t{0}, std::size_t{1}}) {
      const std::string& text = concepts[name].terms[side].text;
      std::set<std::size_t> wanted;
      for (std::size_t i = 0; i < concepts.size(); ++i) {
        const auto& terms = concepts[i].terms;
        if (std::ranges::find(terms, text, &Term::text) != terms.end()) wanted.insert(i);
      }
      const std::string wrong = misspelled(text, random);
      if (misspelt[side].size() < kQueries && !known.contains(wrong)) {
        misspelt[side].push_back({wrong, wanted});
      }
      if (generated[side].size() >= kQueries) continue;
      const auto spelled =
          generate_names(text, side == 0 ? Language::kEnglish : Language::kArabic, 1);
      if (!spelled.empty()) generated[side].push_back({spelled.front().text, wanted});
    }
  }
  report("Arabic misspelled", misspelt[0], lookup, concepts);
  report("English misspelled", misspelt[1], lookup, concepts);
  report("Arabic romanized", generated[0], lookup, concepts);
  report("English arabized", generated[1], lookup, concepts);
  std::vector<Query> no_terms[2];
  std::ranges::shuffle(strangers, random);
  for (const std::string& word : strangers) {
    const std::size_t side = detect_language(word) == Language::kArabic ? 0 : 1;
    if (known.contains(word) || word.find(' ') != std::string::npos) continue;
    if (no_terms[side].size() < kQueries) no_terms[side].push_back({word, {}});
  }
  report("Arabic verbs", no_terms[0], lookup, concepts);
  report("English verbs", no_terms[1], lookup, concepts);
}
