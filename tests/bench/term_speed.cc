// What a termbase of 1,000, 10,000 and 100,000 concepts costs: importing it, loading it, making it
// ready for texts and for look-ups, and then a word of text and a look-up.
//   term_speed CORE_FOLDER ARABIC_TEXT ENGLISH_TEXT
// The concepts are the entries of the core lexicon, then pairs of them in two words; the texts are
// read again and again. Seconds are those of the processor.
#include <algorithm>
#include <ctime>
#include <filesystem>
#include <iomanip>
#include <iostream>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "tm/base/encoding.h"
#include "tm/format/core_lexicon.h"
#include "tm/term/recognizer.h"
#include "tm/term/term_lookup.h"
#include "tm/term/termbase.h"
#include "tm/text/sentences.h"

namespace {

using namespace mizan;

constexpr std::size_t kSizes[] = {1'000, 10'000, 100'000};
constexpr double kLeastSeconds = 1;  // of measuring one thing

double now() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

TermConcept pair_of(std::string arabic, std::string english) {
  TermConcept entry;
  entry.terms.push_back({std::move(arabic), Language::kArabic, {}, {}});
  entry.terms.push_back({std::move(english), Language::kEnglish, {}, {}});
  return entry;
}

std::vector<TermConcept> make_concepts(const std::string& folder, std::size_t count) {
  std::vector<LexiconEntry> entries;
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    if (file.path().extension() != ".tsv") continue;
    const Lexicon lexicon = read_core_lexicon(file.path().string()).lexicon;
    entries.insert(entries.end(), lexicon.entries.begin(), lexicon.entries.end());
  }
  std::mt19937 random(5);
  std::shuffle(entries.begin(), entries.end(), random);
  std::vector<TermConcept> concepts;
  std::set<std::string> taken;
  for (std::size_t i = 0; concepts.size() < count; ++i) {
    LexiconEntry entry = entries[i % entries.size()];
    if (i >= entries.size() / 4) {  // three of four terms have two words
      const LexiconEntry& other = entries[random() % entries.size()];
      entry.arabic += ' ' + other.arabic;
      entry.english += ' ' + other.english;
    }
    if (taken.insert(entry.arabic).second) {
      concepts.push_back(pair_of(std::move(entry.arabic), std::move(entry.english)));
    }
  }
  return concepts;
}

// Words a minute of looking for terms in the lines.
double words_a_minute(const TermRecognizer& terms, const std::vector<Segment>& lines,
                      Language language) {
  std::size_t words = 0;
  const double start = now();
  while (now() - start < kLeastSeconds) {
    for (const Segment& line : lines) {
      terms.find(line.text, language);
      words += static_cast<std::size_t>(std::count(line.text.begin(), line.text.end(), ' ')) + 1;
    }
  }
  return static_cast<double>(words) / (now() - start) * 60;
}

double lookup_milliseconds(const TermLookup& lookup) {
  std::size_t queries = 0;
  const double start = now();
  while (now() - start < kLeastSeconds) {
    for (const char* text : {"prigojin", "بريغوجن", "mistery", "القمح الذهبي", "ilection"}) {
      lookup.find(text);
      ++queries;
    }
  }
  return (now() - start) * 1000 / static_cast<double>(queries);
}

}  // namespace

int main(int count, char** words) {
  if (count != 4) return 2;
  const std::vector<Segment> arabic = split_lines(read_text(words[2]).text);
  const std::vector<Segment> english = split_lines(read_text(words[3]).text);
  const auto path = std::filesystem::temp_directory_path() / "mizan-term-speed.db";
  std::cout
      << "concepts, import s, load ms, ready for Arabic ms, for English ms, words a minute of "
         "Arabic, of English, ready for look-ups ms, a look-up ms, a find ms\n"
      << std::fixed << std::setprecision(2);
  for (const std::size_t size : kSizes) {
    for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(path.string() + end);
    Database database(path.string());
    Termbase termbase(database);
    const std::vector<TermConcept> made = make_concepts(words[1], size);
    double start = now();
    termbase.import(made, {"term import"});
    std::cout << size << ", " << now() - start;
    start = now();
    std::vector<TermConcept> concepts = termbase.list();
    std::cout << ", " << (now() - start) * 1000;
    start = now();
    const TermRecognizer terms(concepts);
    terms.find("", Language::kArabic);
    std::cout << ", " << (now() - start) * 1000;
    start = now();
    terms.find("", Language::kEnglish);
    std::cout << ", " << (now() - start) * 1000;
    std::cout << ", " << words_a_minute(terms, arabic, Language::kArabic) << ", "
              << words_a_minute(terms, english, Language::kEnglish);
    start = now();
    const TermLookup lookup(concepts);
    std::cout << ", " << (now() - start) * 1000 << ", " << lookup_milliseconds(lookup);
    start = now();
    constexpr int kFinds = 100;
    for (int i = 0; i < kFinds; ++i) termbase.find(concepts[size / 2].terms[0].text);
    std::cout << ", " << (now() - start) * 1000 / kFinds << std::endl;
  }
  for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(path.string() + end);
}
