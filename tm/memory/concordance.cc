#include "tm/memory/concordance.h"

#include <algorithm>
#include <limits>

#include "tm/memory/similarity.h"
#include "tm/memory/unit_index.h"
#include "tm/memory/unit_record.h"
#include "tm/text/script.h"

namespace mizan {
namespace {

// Intersecting stops here: reading the units that remain is cheaper than another long list.
constexpr std::size_t kFewUnits = 64;

bool matches(const ComparedToken& word, const ComparedToken& token, CliticMatching clitics) {
  if (word.folded == token.folded) return true;
  // Numbers share a key, but a phrase that names a number means that number.
  return clitics == CliticMatching::kAny && word.key == token.key && word.key != kNumberKey;
}

std::vector<ByteRange> find_places(const ComparedText& phrase, const ComparedText& text,
                                   CliticMatching clitics) {
  std::vector<ByteRange> places;
  const std::size_t size = phrase.tokens.size();
  for (std::size_t at = 0; at + size <= text.tokens.size();) {
    std::size_t matched = 0;
    while (matched < size && matches(phrase.tokens[matched], text.tokens[at + matched], clitics)) {
      ++matched;
    }
    if (matched < size) {
      ++at;
      continue;
    }
    places.push_back({text.tokens[at].range.begin, text.tokens[at + size - 1].range.end});
    at += size;
  }
  return places;
}

// Units whose `side` has every key of the phrase, by the index; a superset of the answer, the
// highest id first.
std::vector<std::int64_t> candidates(IndexReader& index, const ComparedText& phrase,
                                     Language side) {
  struct Key {
    std::uint32_t id = 0;
    std::int64_t bytes = 0;
  };
  const std::vector<std::int64_t> runs = index.runs();
  std::vector<Key> keys;
  for (const ComparedToken& token : phrase.tokens) {
    const auto id = index.find_token(token.key);
    if (!id) return {};
    Key key{.id = *id};
    for (const std::int64_t run : runs) key.bytes += index.posting_size(run, *id, side);
    keys.push_back(key);
  }
  std::sort(keys.begin(), keys.end(), [](const Key& a, const Key& b) { return a.bytes < b.bytes; });
  std::vector<std::int64_t> units;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (i > 0 && units.size() <= kFewUnits) break;
    std::vector<std::int64_t> holders;
    for (const std::int64_t run : runs) {
      index.visit_postings(run, keys[i].id, side, 0, std::numeric_limits<std::size_t>::max(),
                           [&holders](std::int64_t unit) { holders.push_back(unit); });
    }
    std::sort(holders.begin(), holders.end());
    holders.erase(std::unique(holders.begin(), holders.end()), holders.end());
    if (i == 0) {
      units = std::move(holders);
    } else {
      std::vector<std::int64_t> both;
      std::set_intersection(units.begin(), units.end(), holders.begin(), holders.end(),
                            std::back_inserter(both));
      units = std::move(both);
    }
  }
  const std::vector<std::int64_t> fresh = index.fresh_units();
  units.insert(units.end(), fresh.begin(), fresh.end());
  std::sort(units.begin(), units.end(), std::greater<>());
  units.erase(std::unique(units.begin(), units.end()), units.end());
  return units;
}

}  // namespace

std::vector<ConcordanceHit> concordance(const TranslationMemory& memory, std::string_view phrase,
                                        const ConcordanceOptions& options) {
  const ComparedText words = prepare_comparison(phrase);
  std::vector<ConcordanceHit> hits;
  if (words.tokens.empty()) return hits;
  const Language side =
      options.side ? *options.side : detect_language(phrase).value_or(Language::kArabic);
  const ReadSnapshot snapshot(memory.database());
  const auto examine = [&](Statement& rows) {
    while (hits.size() < options.limit && rows.step()) {
      TranslationUnit unit = read_unit(rows);
      std::vector<ByteRange> places =
          find_places(words, prepare_comparison(unit.text(side)), options.clitics);
      if (!places.empty()) hits.push_back({std::move(unit), std::move(places)});
    }
    rows.reset();
  };
  if (IndexReader* index = memory.index()) {
    Statement row = memory.database().prepare(select_units("WHERE unit.id = ?"));
    for (const std::int64_t id : candidates(*index, words, side)) {
      if (hits.size() >= options.limit) break;
      row.bind(1, id);
      examine(row);
    }
  } else {
    Statement rows = memory.database().prepare(select_units("ORDER BY unit.id DESC"));
    examine(rows);
  }
  for (ConcordanceHit& hit : hits) memory.read_origins(hit.unit);
  return hits;
}

}  // namespace mizan
