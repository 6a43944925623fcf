#include "tm/memory/concordance.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <utility>

#include "tm/memory/similarity.h"
#include "tm/memory/unit_index.h"
#include "tm/memory/unit_record.h"
#include "tm/text/pattern.h"
#include "tm/text/script.h"

namespace mizan {
namespace {

// Intersecting stops here: reading the units that remain is cheaper than another long list.
constexpr std::size_t kFewUnits = 64;
// Beyond the limit so many candidates are examined to be counted; each takes some microseconds.
constexpr std::size_t kMostCounted = 2000;

// Tokens [first, last) of a text that match the query.
struct TokenSpan {
  std::size_t first;
  std::size_t last;
};

// Where a text of `size` tokens holds a query of `words` words; `equal(word, token)` compares them.
template <typename Equal>
std::vector<TokenSpan> find_spans(ConcordanceQuery query, std::size_t words, std::size_t size,
                                  const Equal& equal) {
  std::vector<TokenSpan> spans;
  if (query == ConcordanceQuery::kAllWords) {
    std::vector<bool> found(words);
    for (std::size_t at = 0; at < size; ++at) {
      bool any = false;
      for (std::size_t word = 0; word < words; ++word) {
        if (!equal(word, at)) continue;
        found[word] = true;
        any = true;
      }
      if (any) spans.push_back({at, at + 1});
    }
    if (std::ranges::find(found, false) != found.end()) spans.clear();
    return spans;
  }
  for (std::size_t at = 0; at + words <= size;) {
    std::size_t matched = 0;
    while (matched < words && equal(matched, at + matched)) ++matched;
    if (matched < words) {
      ++at;
      continue;
    }
    spans.push_back({at, at + words});
    at += words;
  }
  return spans;
}

std::vector<ByteRange> find_places(const ComparedText& words, std::string_view text,
                                   const ConcordanceOptions& options) {
  const ComparedText compared = prepare_comparison(text);
  const auto equal = [&](std::size_t word, std::size_t at) {
    const ComparedToken& a = words.tokens[word];
    const ComparedToken& b = compared.tokens[at];
    if (a.folded == b.folded) return true;
    // Numbers share a key, but a query that names a number means that number.
    return options.clitics == CliticMatching::kAny && a.key == b.key && a.key != kNumberKey;
  };
  std::vector<ByteRange> places;
  for (const TokenSpan span :
       find_spans(options.query, words.tokens.size(), compared.tokens.size(), equal)) {
    places.push_back(
        {compared.tokens[span.first].range.begin, compared.tokens[span.last - 1].range.end});
  }
  return places;
}

// Units whose `side` has every key of the phrase, by the index: a superset of the answer. They come
// out one by one, the highest id first, because mostly few are wanted.
class Candidates {
 public:
  Candidates(IndexReader& index, const ComparedText& phrase, Language side) {
    std::vector<std::uint32_t> keys;
    for (const ComparedToken& token : phrase.tokens) {
      const auto key = index.find_token(token.key);
      if (!key) return;
      if (std::ranges::find(keys, *key) == keys.end()) keys.push_back(*key);
    }
    for (const IndexRun& run : index.run_table()) add_run(index, run, keys, side);
    for (const FreshUnit& unit : index.fresh()) units_.push_back(unit.id);
    std::make_heap(units_.begin(), units_.end());
  }

  std::optional<std::int64_t> next() {
    while (!units_.empty()) {
      std::pop_heap(units_.begin(), units_.end());
      const std::int64_t unit = units_.back();
      units_.pop_back();
      // A changed unit stands in an older run as well.
      if (unit == last_) continue;
      last_ = unit;
      return unit;
    }
    return std::nullopt;
  }

 private:
  void add_run(IndexReader& index, const IndexRun& run, std::vector<std::uint32_t>& keys,
               Language side) {
    std::ranges::sort(keys, {}, [&](std::uint32_t key) {
      return std::pair(index.posting_size(run.id, key, side), key);
    });
    std::vector<std::uint32_t> both;
    for (std::size_t i = 0; i < keys.size(); ++i) {
      if (i > 0 && both.size() <= kFewUnits) break;
      if (i == 0) {
        index.documents(run, keys[i], side, 0, run.documents)
            .visit(0, run.documents, [&](std::uint32_t document) { both.push_back(document); });
        continue;
      }
      DocumentSearch holders(index.documents(run, keys[i], side, both.front(), both.back() + 1));
      std::erase_if(both, [&](std::uint32_t document) { return !holders.has(document); });
    }
    for (const std::uint32_t document : both) units_.push_back(index.unit_of(run, side, document));
  }

  std::vector<std::int64_t> units_;  // a heap
  std::int64_t last_ = 0;            // no unit has this id
};

// Examines the units one by one, newest first, until the limit and the count are reached.
class Search {
 public:
  Search(const TranslationMemory& memory, Language side, const ConcordanceOptions& options)
      : memory_(memory), side_(side), options_(options) {}

  // Every unit, by its text.
  void scan(const std::function<std::vector<ByteRange>(std::string_view)>& places) {
    Statement rows = memory_.database().prepare(select_units("ORDER BY unit.id DESC"));
    while (rows.step()) {
      if (result_.further == kMostCounted) {
        result_.all_counted = false;
        break;
      }
      TranslationUnit unit = read_unit(rows);
      take(std::move(unit), places(unit.text(side_)));
    }
  }

  // The candidates of the index: those whose sequences do not have the words are not read, and
  // beyond the limit none is, when the sequences tell all.
  void look_up(IndexReader& index, const ComparedText& words) {
    std::vector<IndexedToken> known;
    bool sequences_tell = options_.clitics == CliticMatching::kAny;
    for (const ComparedToken& token : words.tokens) {
      const auto key = index.find_token(token.key);
      if (!key) return;
      const bool number = *key == kNumberToken;
      if (number) sequences_tell = false;
      known.push_back({*key, number ? number_form(token.folded) : std::uint8_t{0}});
    }
    Statement row = memory_.database().prepare(select_units("WHERE unit.id = ?"));
    std::size_t examined = 0;
    Candidates candidates(index, words, side_);
    while (const auto id = candidates.next()) {
      const bool beyond = result_.hits.size() >= options_.limit;
      if (beyond && examined++ == kMostCounted) {
        result_.all_counted = false;
        break;
      }
      if (!may_hold(index, known, *id)) continue;
      if (beyond && sequences_tell) {
        ++result_.further;
        continue;
      }
      row.bind(1, *id);
      if (row.step()) {
        TranslationUnit unit = read_unit(row);
        std::vector<ByteRange> places = find_places(words, unit.text(side_), options_);
        take(std::move(unit), std::move(places));
      }
      row.reset();
    }
  }

  Concordance result() {
    for (ConcordanceHit& hit : result_.hits) memory_.read_origins(hit.unit);
    return std::move(result_);
  }

 private:
  void take(TranslationUnit unit, std::vector<ByteRange> places) {
    if (places.empty()) return;
    if (result_.hits.size() < options_.limit) {
      result_.hits.push_back({std::move(unit), std::move(places)});
    } else {
      ++result_.further;
    }
  }

  bool may_hold(IndexReader& index, const std::vector<IndexedToken>& words, std::int64_t unit) {
    if (!index.read_sequence(unit, side_, tokens_)) return false;
    const auto equal = [&](std::size_t word, std::size_t at) { return words[word] == tokens_[at]; };
    return !find_spans(options_.query, words.size(), tokens_.size(), equal).empty();
  }

  const TranslationMemory& memory_;
  const Language side_;
  const ConcordanceOptions& options_;
  Concordance result_;
  std::vector<IndexedToken> tokens_;
};

}  // namespace

Concordance concordance(const TranslationMemory& memory, std::string_view query,
                        const ConcordanceOptions& options) {
  const Language side =
      options.side ? *options.side : detect_language(query).value_or(Language::kArabic);
  const ReadSnapshot snapshot(memory.database());
  Search search(memory, side, options);
  if (options.query == ConcordanceQuery::kRegex) {
    const TextPattern pattern(query);
    search.scan([&](std::string_view text) { return pattern.find_all(text); });
    return search.result();
  }
  const ComparedText words = prepare_comparison(query);
  if (words.tokens.empty()) return {};
  if (IndexReader* index = memory.index()) {
    search.look_up(*index, words);
  } else {
    search.scan([&](std::string_view text) { return find_places(words, text, options); });
  }
  return search.result();
}

}  // namespace mizan
