// What the units have taught: how often an Arabic word was translated by an English one, as
// expected counts. How a unit's words are linked is the business of the caller (tm/project); here
// the counts follow the units.
//
// The rule: a unit's links are part of the counts, or its id stands in `unlearned`, or its id is
// above the mark. `unlearned` is kept by triggers and by undo, so whoever changes units need not
// know of the counts. Each unit's links are stored with it, so that exactly what it gave can be
// taken away again.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "tm/base/language.h"
#include "tm/memory/database.h"

namespace mizan {

// A word as counts know it: `key` is what it is compared by, `text` a spelling that has this key.
struct CountedWord {
  std::string key;
  std::string text;
};

// A link of a unit; the side that has no counterpart is an empty key.
struct WordLink {
  CountedWord arabic;
  CountedWord english;
  double count = 0;  // 0-1 times the number of occurrences; kept in sixteenths
};

// A pair with its share in what both words were linked to, unlinked occurrences included.
struct LearnedPair {
  std::string_view arabic;  // texts
  std::string_view english;
  double count = 0;
  double arabic_count = 0;
  double english_count = 0;
};

struct WordCountStats {
  std::int64_t units = 0;    // learned from
  std::int64_t waiting = 0;  // new, changed or removed since
  std::int64_t pairs = 0;
};

// Reads the counts. Not thread-safe; throws what Database declares.
class WordCounts {
 public:
  // `rules` names how words and links are made: counts made by others do not count.
  WordCounts(const Database& database, std::string_view rules);

  WordCountStats stats() const;
  // Every pair, those of rare words included; the views live during the call.
  void visit_pairs(const std::function<void(const LearnedPair&)>& visit) const;

 private:
  const Database& database_;
  bool current_;
};

// What is wrong with the stored counts, each in one line; nothing when they are what the units
// gave.
std::vector<std::string> check_word_counts(const Database& database);

// Empties the counts, so that every unit waits again.
void forget_word_counts(const Database& database);

// Brings the counts up to date, in one transaction.
class WordCountUpdate {
 public:
  // Takes away what changed and removed units gave, or everything when the counts were made by
  // other rules or most of their units have gone.
  WordCountUpdate(const Database& database, std::string_view rules);

  // Forgets everything, so that every unit waits again.
  void clear();

  struct Waiting {
    std::int64_t id = 0;
    std::string arabic;
    std::string english;
  };
  // The first units that wait.
  std::vector<Waiting> waiting(std::size_t limit) const;
  // The unit waits no longer. Its links may be empty.
  void learn(std::int64_t unit, std::span<const WordLink> links);

  void commit();

 private:
  std::int64_t mark() const;
  std::int64_t word_id(Language language, const CountedWord& word);
  void take_away(std::string_view links);
  void forget_changed();
  void write_pairs();
  void prune();

  const Database& database_;
  Transaction transaction_;
  Statement find_word_;
  Statement add_word_;
  Statement add_unit_;
  Statement settled_;
  std::unordered_map<std::string, std::int64_t> words_[2];
  std::map<std::pair<std::int64_t, std::int64_t>, std::int64_t> changes_;  // of pairs
  std::int64_t mark_ = 0;
};

}  // namespace mizan
