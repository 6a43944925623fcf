// Pairs of sentences and the rules that they break.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "tm/check/checker.h"

namespace mizan {

inline std::vector<Finding> findings_of(std::string_view arabic, std::string_view english,
                                        const CheckKnowledge& knowledge = {}) {
  const std::vector<BilingualRecord> records = {
      {"1", "d", std::string(arabic), std::string(english), 1}};
  return check_records(records, knowledge,
                       {.severities = {}, .source = {}, .least = Severity::kWarning});
}

struct Sentence {
  std::string_view arabic;
  std::string_view english;
};

// One document: a record a sentence, with ids and lines from 1.
inline std::vector<BilingualRecord> document_of(const std::vector<Sentence>& sentences) {
  std::vector<BilingualRecord> records;
  for (const Sentence& sentence : sentences) {
    const std::size_t number = records.size() + 1;
    records.push_back({std::to_string(number), "d", std::string(sentence.arabic),
                       std::string(sentence.english), number});
  }
  return records;
}

// One segment a line; an empty line ends the paragraph.
inline SegmentedText segmented(std::string_view input, Language language) {
  SegmentedText text;
  text.language = language;
  std::size_t line = 0;
  std::size_t paragraph = 0;
  for (std::size_t begin = 0; begin < input.size(); ++line) {
    const std::size_t end = std::min(input.find('\n', begin), input.size());
    if (begin == end) ++paragraph;
    if (begin < end) {
      text.segments.push_back({.text = std::string(input.substr(begin, end - begin)),
                               .range = {begin, end},
                               .paragraph = paragraph,
                               .line = line});
    }
    begin = end + 1;
  }
  return text;
}

struct PairRow {
  std::string_view arabic;
  std::string_view english;
  std::vector<std::string> rules;  // none: the pair is right
};

inline void PrintTo(const PairRow& row, std::ostream* out) {
  *out << row.arabic << " | " << row.english;
}

inline void expect_rules(const PairRow& row, const CheckKnowledge& knowledge = {}) {
  std::vector<std::string> rules;
  std::string messages;
  for (const Finding& finding : findings_of(row.arabic, row.english, knowledge)) {
    rules.push_back(finding.rule);
    messages += "\n  " + finding.rule + ": " + finding.message;
  }
  EXPECT_EQ(rules, row.rules) << row.arabic << " | " << row.english << messages;
}

}  // namespace mizan
