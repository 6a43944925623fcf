#include "tm/memory/run_builder.h"

#include <algorithm>
#include <numeric>
#include <string>

#include "tm/memory/index_layout.h"
#include "tm/memory/posting_list.h"
#include "tm/memory/varint.h"

namespace mizan {
namespace {

// A run holds at most so many units, and so many keys of one side: about 150 MB while it is built.
constexpr std::size_t kMostUnits = std::size_t{1} << 19;
constexpr std::size_t kMostKeys = std::size_t{1} << 24;
// From so many units on, the space for all keys is reserved at once: growing by copies would take
// half as much again, and pages that are never touched cost nothing.
constexpr std::size_t kManyUnits = 16'384;

// For each length: the gap to the one before and the number of units.
std::string encode_lengths(std::span<const std::uint32_t> lengths,
                           std::span<const std::uint32_t> order) {
  std::string bytes;
  std::uint32_t previous = 0;
  for (std::size_t i = 0; i < order.size();) {
    const std::uint32_t length = lengths[order[i]];
    std::size_t end = i;
    while (end < order.size() && lengths[order[end]] == length) ++end;
    append_varint(bytes, length - previous);
    append_varint(bytes, end - i);
    previous = length;
    i = end;
  }
  return bytes;
}

}  // namespace

bool RunBuilder::full() const {
  return units_.size() >= kMostUnits || sides_[0].keys.size() >= kMostKeys ||
         sides_[1].keys.size() >= kMostKeys;
}

void RunBuilder::add_side(Side& side, std::span<const IndexedToken> tokens) {
  if (units_.size() == kManyUnits) side.keys.reserve(kMostKeys + tokens.size());
  const auto begin = static_cast<std::ptrdiff_t>(side.keys.size());
  for (const IndexedToken& token : tokens) side.keys.push_back(token.key);
  std::sort(side.keys.begin() + begin, side.keys.end());
  side.keys.erase(std::unique(side.keys.begin() + begin, side.keys.end()), side.keys.end());
  side.key_ends.push_back(static_cast<std::uint32_t>(side.keys.size()));
  side.lengths.push_back(static_cast<std::uint32_t>(tokens.size()));
}

void RunBuilder::add(std::int64_t unit, std::span<const IndexedToken> arabic,
                     std::span<const IndexedToken> english) {
  units_.push_back(unit);
  add_side(sides_[0], arabic);
  add_side(sides_[1], english);
}

std::vector<std::uint32_t> RunBuilder::by_length(const Side& side) const {
  std::vector<std::uint32_t> order(units_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return side.lengths[a] != side.lengths[b] ? side.lengths[a] < side.lengths[b]
                                              : units_[a] < units_[b];
  });
  return order;
}

void RunBuilder::write_units(const Database& database, std::int64_t run, Language side,
                             std::span<const std::uint32_t> order) const {
  Statement insert = database.prepare("INSERT INTO run_units(id, units) VALUES(?, ?)");
  std::string bytes;
  for (std::size_t begin = 0; begin < order.size(); begin += kUnitsChunk) {
    bytes.clear();
    std::int64_t previous = 0;
    for (const std::uint32_t i :
         order.subspan(begin, std::min(kUnitsChunk, order.size() - begin))) {
      append_varint(bytes, zigzag(units_[i] - previous));
      previous = units_[i];
    }
    insert.bind(1, index_row(run, side, static_cast<std::uint32_t>(begin / kUnitsChunk)))
        .bind_blob(2, bytes)
        .run();
  }
}

void RunBuilder::write_postings(const Database& database, std::int64_t run, Language language,
                                const Side& side, std::span<const std::uint32_t> order,
                                std::uint32_t key_end) {
  // Counting sort by key; the documents of a key come out ascending because `order` is walked so.
  std::vector<std::uint32_t> ends(key_end + std::size_t{1});
  for (const std::uint32_t key : side.keys) ++ends[key + 1];
  std::partial_sum(ends.begin(), ends.end(), ends.begin());
  std::vector<std::uint32_t> documents(side.keys.size());
  for (std::uint32_t document = 0; document < order.size(); ++document) {
    const std::uint32_t unit = order[document];
    for (std::size_t i = unit == 0 ? 0 : side.key_ends[unit - 1]; i < side.key_ends[unit]; ++i) {
      documents[ends[side.keys[i]]++] = document;
    }
  }
  Statement insert = database.prepare("INSERT INTO posting(id, entries) VALUES(?, ?)");
  std::uint32_t begin = 0;
  for (std::uint32_t key = 0; key < key_end; ++key) {
    if (ends[key] == begin) continue;
    insert.bind(1, index_row(run, language, key))
        .bind_blob(2, encode_postings(std::span(documents).subspan(begin, ends[key] - begin)))
        .run();
    begin = ends[key];
  }
}

void RunBuilder::write(const Database& database, std::int64_t run, std::uint32_t key_end) {
  std::array<std::string, 2> lengths;
  for (const Language language : {Language::kArabic, Language::kEnglish}) {
    Side& side = sides_[side_number(language)];
    const std::vector<std::uint32_t> order = by_length(side);
    lengths[side_number(language)] = encode_lengths(side.lengths, order);
    write_units(database, run, language, order);
    write_postings(database, run, language, side, order, key_end);
    side = {};
  }
  database
      .prepare(
          "INSERT INTO run(id, units, first_unit, arabic_lengths, english_lengths) "
          "VALUES(?, ?, ?, ?, ?)")
      .bind(1, run)
      .bind(2, static_cast<std::int64_t>(units_.size()))
      .bind(3, *std::min_element(units_.begin(), units_.end()))
      .bind_blob(4, lengths[0])
      .bind_blob(5, lengths[1])
      .run();
  units_ = {};
}

}  // namespace mizan
