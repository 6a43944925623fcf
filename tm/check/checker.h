// The check of a translation before publication: findings about a pair of aligned texts, or about
// the records of a bilingual file.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tm/base/language.h"
#include "tm/check/house_style.h"
#include "tm/model/alignment.h"
#include "tm/model/finding.h"
#include "tm/model/name_cluster.h"
#include "tm/model/segment.h"

namespace mizan {

class NameKnowledge;
class TermRecognizer;

struct CheckOptions {
  // By rule id: another severity, or nothing for a rule that is off.
  std::map<std::string, std::optional<Severity>, std::less<>> severities;
  // The original. A term that only the translation has is then no more than an info. When unset,
  // a pair of texts is taken for a translation of the Arabic; records may go either way.
  std::optional<Language> source;
  HouseStyle house = {};
  // Findings below it are left out.
  Severity least = Severity::kInfo;

  // Gives findings the severities that they have here, and takes out those that have none.
  void apply(std::vector<Finding>& findings) const;
};

// How a check is carried out; its findings do not depend on it.
struct CheckExecution {
  std::size_t threads = 1;  // a long document keeps them all busy
  // So many pairs more are checked; called in the threads that check.
  std::function<void(std::size_t)> progress = {};
};

// What is known beyond the texts. Pointers may be null; all outlive the call.
struct CheckKnowledge {
  const TermRecognizer* terms = nullptr;  // glossary and termbase together
  const NameKnowledge* words = nullptr;   // the dictionaries
  std::span<const NameCluster> names;     // of these texts, both languages
  // What the memory has opposite a sentence (exactly this one, but for marks and case) of a
  // language; empty without a memory. Called from the checking threads.
  std::function<std::vector<std::string>(Language, std::string_view)> remembered = {};
};

// One side of a pair of texts: its segments, and the whole input that their ranges index.
struct CheckedText {
  const SegmentedText* segments = nullptr;
  std::string_view input;
};

// `alignment` has the Arabic as its source and covers both texts. Findings by place in the Arabic;
// spans are bytes within the line of their side's input.
std::vector<Finding> check_texts(const CheckedText& arabic, const CheckedText& english,
                                 const Alignment& alignment, const CheckKnowledge& knowledge = {},
                                 const CheckOptions& options = {},
                                 const CheckExecution& execution = {});

// One pair of a bilingual file. Either text may be empty.
struct BilingualRecord {
  std::string id;
  std::string document;
  std::string arabic;
  std::string english;
  std::size_t line = 0;  // 1-based, of the file
};

// Consecutive records of one `document` are judged together. Findings in the order of the records;
// spans are bytes of the record's text, `line` and the spans' lines are the record's.
std::vector<Finding> check_records(std::span<const BilingualRecord> records,
                                   const CheckKnowledge& knowledge = {},
                                   const CheckOptions& options = {},
                                   const CheckExecution& execution = {});

}  // namespace mizan
