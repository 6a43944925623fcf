#include "tm/align/anchors.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

namespace mizan {
namespace {

// Up to this many pairs of sentences the full search is as fast as finding a way around it.
constexpr std::size_t kFullSearch = 40'000;
// A word in more places than this says nothing about where a sentence belongs.
constexpr std::size_t kRare = 8;
// Half the width of the band at an anchor, and how much of the gap between two anchors it grows by.
constexpr double kMargin = 16;
constexpr double kGapShare = 0.35;
constexpr double kWidest = 400;
// A gap of up to this many pairs is searched whole: all of a long passage may be missing on one
// side of it, and then the way runs along the edge.
constexpr std::size_t kWholeGap = 10'000;

struct Point {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  double weight = 0;
};

std::vector<std::vector<std::uint32_t>> places_of_rare_types(const TextSide& side) {
  std::vector<std::vector<std::uint32_t>> places(side.types.size());
  for (std::size_t i = 0; i < side.sentences.size(); ++i) {
    for (const TypeId type : side.sentences[i]) {
      if (side.types[type].count <= kRare) {
        places[type].push_back(static_cast<std::uint32_t>(i));
      }
    }
  }
  return places;
}

// Sentence pairs that share rare words, by source, then target.
std::vector<Point> matches(const TextSide& arabic, const TextSide& english,
                           const TranslationTable& table) {
  constexpr float kSure = 0.15F;
  const auto arabic_places = places_of_rare_types(arabic);
  const auto english_places = places_of_rare_types(english);
  std::vector<Point> points;
  for (TypeId a = 0; a < arabic_places.size(); ++a) {
    for (const Translation& t : table.to_english[a]) {
      if (t.probability < kSure) continue;
      const auto& from = arabic_places[a];
      const auto& to = english_places[t.type];
      const double weight =
          t.probability / static_cast<double>(std::max<std::size_t>(1, from.size() * to.size()));
      for (const std::uint32_t i : from) {
        for (const std::uint32_t j : to) points.push_back({i, j, weight});
      }
    }
  }
  std::ranges::sort(points, [](const Point& x, const Point& y) {
    return std::pair(x.source, x.target) < std::pair(y.source, y.target);
  });
  std::vector<Point> merged;
  for (const Point& point : points) {
    if (!merged.empty() && merged.back().source == point.source &&
        merged.back().target == point.target) {
      merged.back().weight += point.weight;
    } else {
      merged.push_back(point);
    }
  }
  // One shared word is chance as often as not.
  constexpr double kLeast = 0.4;
  std::erase_if(merged, [](const Point& point) { return point.weight < kLeast; });
  return merged;
}

// The heaviest chain of points in which both sides move forward.
std::vector<Point> heaviest_chain(const std::vector<Point>& points, std::size_t target_size) {
  struct Best {
    double weight = 0;
    std::int64_t point = -1;
  };
  std::vector<Best> tree(target_size + 1);  // Fenwick tree of prefix maxima over the target
  const auto prefix = [&](std::size_t end) {
    Best best;
    for (std::size_t at = end; at > 0; at &= at - 1) {
      if (tree[at].weight > best.weight) best = tree[at];
    }
    return best;
  };
  std::vector<Best> ending(points.size());
  std::vector<std::int64_t> before(points.size(), -1);
  for (std::size_t begin = 0; begin < points.size();) {
    std::size_t end = begin;
    while (end < points.size() && points[end].source == points[begin].source) {
      const Best best = prefix(points[end].target);  // targets before this one
      before[end] = best.point;
      ending[end] = {best.weight + points[end].weight, static_cast<std::int64_t>(end)};
      ++end;
    }
    for (; begin < end; ++begin) {
      for (std::size_t at = points[begin].target + 1; at < tree.size(); at += at & (~at + 1)) {
        if (ending[begin].weight > tree[at].weight) tree[at] = ending[begin];
      }
    }
  }
  std::vector<Point> chain;
  for (std::int64_t at = prefix(target_size).point; at >= 0; at = before[at]) {
    chain.push_back(points[at]);
  }
  std::ranges::reverse(chain);
  return chain;
}

}  // namespace

Band find_band(const TextSide& arabic, const TextSide& english, const TranslationTable& table) {
  const std::size_t source_size = arabic.sentences.size();
  const std::size_t target_size = english.sentences.size();
  if (source_size * target_size <= kFullSearch) return Band::full(source_size, target_size);
  std::vector<Point> chain = heaviest_chain(matches(arabic, english, table), target_size);
  chain.insert(chain.begin(), Point{0, 0, 0});
  chain.push_back(
      {static_cast<std::uint32_t>(source_size), static_cast<std::uint32_t>(target_size), 0});
  Band band;
  band.rows.assign(source_size + 1, {target_size, 0});
  for (std::size_t k = 0; k + 1 < chain.size(); ++k) {
    const Point& from = chain[k];
    const Point& to = chain[k + 1];
    const std::size_t sources = to.source - from.source;
    const std::size_t targets = to.target - from.target;
    const bool whole = sources * targets <= kWholeGap;
    const double gap = static_cast<double>(std::max(sources, targets));
    const double margin = whole ? kMargin : std::min(kWidest, kMargin + kGapShare * gap);
    for (std::size_t i = from.source; i <= to.source; ++i) {
      const double share =
          sources == 0 ? 0.0 : static_cast<double>(i - from.source) / static_cast<double>(sources);
      const double center = from.target + share * static_cast<double>(targets);
      const double lowest = (whole ? from.target : center) - margin;
      const double highest = (whole ? to.target : center) + margin;
      Band::Row& row = band.rows[i];
      row.first = std::min(row.first, static_cast<std::size_t>(std::max(0.0, lowest)));
      row.last =
          std::max(row.last, std::min(target_size, static_cast<std::size_t>(std::ceil(highest))));
    }
  }
  band.make_regular();
  return band;
}

}  // namespace mizan
