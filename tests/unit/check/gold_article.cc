#include "tests/unit/check/gold_article.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>
#include <tuple>

#include "tm/base/file.h"

namespace mizan {
namespace {

using Rows = std::vector<std::vector<std::string>>;

std::vector<std::string> split(const std::string& text, std::string_view separator) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (std::size_t at; (at = text.find(separator, begin)) != std::string::npos;) {
    parts.push_back(text.substr(begin, at - begin));
    begin = at + separator.size();
  }
  parts.push_back(text.substr(begin));
  return parts;
}

Rows read_rows(const std::string& path) {
  Rows rows;
  for (const std::string& line : split(read_file(path), "\n")) {
    if (!line.empty() && line[0] != '#') rows.push_back(split(line, "\t"));
  }
  return rows;
}

constexpr std::string_view kSentenceBreak = " \u23CE ";

// Appends the sentence as the next segment of the text.
void append(SegmentedText& text, std::string_view input, const std::string& sentence) {
  const std::size_t from = text.segments.empty() ? 0 : text.segments.back().range.end;
  const std::size_t begin = input.find(sentence, from);
  if (begin == std::string_view::npos) {
    ADD_FAILURE() << "not in the text: " << sentence;
    return;
  }
  const std::size_t line =
      static_cast<std::size_t>(std::count(input.begin(), input.begin() + begin, '\n'));
  text.segments.push_back({sentence, {begin, begin + sentence.size()}, line, line});
}

AlignedArticle align(const std::string& folder, const std::string& english_file, const Rows& gold,
                     const std::vector<PlantedFault>& faults) {
  AlignedArticle article;
  article.arabic_input = read_file(folder + "/article.ar.txt");
  article.english_input = read_file(folder + "/" + english_file);
  article.arabic = {"article.ar.txt", Language::kArabic, {}};
  article.english = {english_file, Language::kEnglish, {}};
  for (const auto& row : gold) {
    Bead bead;
    bead.confidence = 1;
    bead.source.begin = article.arabic.segments.size();
    for (const std::string& sentence : split(row.at(0), kSentenceBreak)) {
      append(article.arabic, article.arabic_input, sentence);
    }
    bead.source.end = article.arabic.segments.size();
    bead.target.begin = article.english.segments.size();
    std::string english = row.at(1);
    for (const PlantedFault& fault : faults) {
      const std::size_t at = english.find(fault.expected);
      if (at != std::string::npos) {
        const std::string written = fault.written == "(missing)" ? "" : fault.written;
        english.replace(at, fault.expected.size(), written);
      }
    }
    if (!english.empty()) {
      for (const std::string& sentence : split(english, kSentenceBreak)) {
        append(article.english, article.english_input, sentence);
      }
    }
    bead.target.end = article.english.segments.size();
    article.alignment.beads.push_back(bead);
  }
  return article;
}

// The ids that may name a fault of each planted kind.
const std::map<std::string, std::set<std::string>>& accepted_rules() {
  static const std::map<std::string, std::set<std::string>> rules = {
      {"term", {"term-missing", "term-deprecated", "name-cross", "name-variant-en"}},
      {"name-variant-en", {"name-variant-en", "name-cross", "term-missing"}},
      {"number", {"number-value", "date"}},
      {"number-scale", {"number-value", "scale"}},
      {"number-word", {"number-value", "number-word"}},
      {"number-dual", {"number-value", "number-word"}},
      {"percent", {"number-value", "percent"}},
      {"date", {"date", "number-value"}},
      {"acronym", {"acronym", "latin-token"}},
      {"omission", {"omission"}},
      {"doubled-word", {"doubled-word"}},
      {"quote", {"unbalanced", "quote-style"}},
      {"untranslated", {"untranslated", "wrong-script-letter"}},
  };
  return rules;
}

std::string bare(std::string word) {
  constexpr std::string_view kMarks = "(),.;:\"'";
  while (!word.empty() && kMarks.find(word.back()) != std::string_view::npos) word.pop_back();
  while (!word.empty() && kMarks.find(word.front()) != std::string_view::npos) word.erase(0, 1);
  return word;
}

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  std::istringstream stream(text);
  for (std::string word; stream >> word;) words.push_back(bare(word));
  return words;
}

using Key = std::tuple<std::string, std::string, std::string>;

Key key_of(const Finding& finding) {
  return {finding.rule, finding.source ? finding.source->text : "",
          finding.target ? finding.target->text : ""};
}

bool meets(const std::string& a, const std::string& b) {
  return a.size() > 1 && b.size() > 1 &&
         (a.find(b) != std::string::npos || b.find(a) != std::string::npos);
}

bool finds(const Finding& finding, const PlantedFault& fault, std::string_view english_input) {
  if (!accepted_rules().at(fault.kind).contains(finding.rule)) return false;
  if (fault.kind == "omission") {
    return finding.source && finding.source->text.find(fault.arabic) != std::string::npos;
  }
  if (fault.kind == "doubled-word" || fault.kind == "quote") {
    const std::size_t at = english_input.find(fault.written);
    const auto line = std::count(english_input.begin(),
                                 english_input.begin() + std::min(at, english_input.size()), '\n');
    return finding.target && finding.target->line == static_cast<std::size_t>(line) + 1;
  }
  if (finding.source && meets(finding.source->text, fault.arabic)) return true;
  const std::vector<std::string> expected = words_of(fault.expected);
  for (const std::string& word : words_of(fault.written)) {
    if (std::find(expected.begin(), expected.end(), word) == expected.end() && finding.target &&
        meets(finding.target->text, word)) {
      return true;
    }
  }
  return false;
}

}  // namespace

GoldArticle read_gold_article(const std::string& folder) {
  GoldArticle article;
  for (const auto& row : read_rows(folder + "/article.errors.gold.tsv")) {
    article.faults.push_back({row.at(0), row.at(1), row.at(2), row.at(3)});
  }
  const Rows gold = read_rows(folder + "/article.gold.tsv");
  article.clean = align(folder, "article.en.txt", gold, {});
  article.altered = align(folder, "article.errors.en.txt", gold, article.faults);
  for (const auto& row : read_rows(folder + "/glossary.tsv")) {
    TermConcept entry;
    entry.terms.push_back({row.at(0), Language::kArabic, TermStatus::kPreferred, ""});
    entry.terms.push_back({row.at(1), Language::kEnglish, TermStatus::kPreferred, ""});
    article.glossary.push_back(std::move(entry));
  }
  return article;
}

std::vector<std::string> missed_faults(const GoldArticle& article,
                                       const std::vector<Finding>& clean,
                                       const std::vector<Finding>& altered) {
  std::set<Key> known;
  for (const Finding& finding : clean) known.insert(key_of(finding));
  std::vector<std::string> missed;
  for (const PlantedFault& fault : article.faults) {
    const bool found = std::any_of(altered.begin(), altered.end(), [&](const Finding& finding) {
      return !known.contains(key_of(finding)) &&
             finds(finding, fault, article.altered.english_input);
    });
    if (!found) missed.push_back(fault.kind + ": " + fault.written);
  }
  return missed;
}

}  // namespace mizan
