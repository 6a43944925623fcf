#include "tm/align/anchors.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <span>
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

// Sentences [source_begin, source_end) and [target_begin, target_end).
struct Region {
  std::size_t source_begin = 0;
  std::size_t source_end = 0;
  std::size_t target_begin = 0;
  std::size_t target_end = 0;
};

// Where the types of some sentences stand, up to one place more than rare ones have.
class RarePlaces {
 public:
  explicit RarePlaces(const TextSide& side) : side_(side), places_(side.types.size()) {}

  void set(std::size_t begin, std::size_t end) {
    for (const TypeId type : types_) places_[type].clear();
    types_.clear();
    for (std::size_t i = begin; i < end; ++i) {
      for (const TypeId type : side_.sentences[i]) {
        if (places_[type].empty()) types_.push_back(type);
        if (places_[type].size() <= kRare) places_[type].push_back(static_cast<std::uint32_t>(i));
      }
    }
  }
  const std::vector<TypeId>& types() const { return types_; }
  // Nothing when the type is not rare.
  std::span<const std::uint32_t> of(TypeId type) const {
    if (places_[type].size() > kRare) return {};
    return places_[type];
  }

 private:
  const TextSide& side_;
  std::vector<std::vector<std::uint32_t>> places_;
  std::vector<TypeId> types_;
};

class Matcher {
 public:
  Matcher(const TextSide& arabic, const TextSide& english, const TranslationTable& table)
      : table_(table), arabic_(arabic), english_(english) {}

  // Sentence pairs that share words which are rare in the region, by source, then target.
  std::vector<Point> find(const Region& region);

 private:
  const TranslationTable& table_;
  RarePlaces arabic_;
  RarePlaces english_;
};

std::vector<Point> Matcher::find(const Region& region) {
  constexpr float kSure = 0.15F;
  arabic_.set(region.source_begin, region.source_end);
  english_.set(region.target_begin, region.target_end);
  std::vector<Point> points;
  for (const TypeId a : arabic_.types()) {
    const auto from = arabic_.of(a);
    if (from.empty()) continue;
    for (const Translation& t : table_.to_english[a]) {
      if (t.probability < kSure) continue;
      const auto to = english_.of(t.type);
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

// The heaviest chain of points in which both sides move forward; their targets are in [begin, end).
std::vector<Point> heaviest_chain(const std::vector<Point>& points, std::size_t begin,
                                  std::size_t end) {
  struct Best {
    double weight = 0;
    std::int64_t point = -1;
  };
  std::vector<Best> tree(end - begin + 1);  // Fenwick tree of prefix maxima over the target
  const auto prefix = [&](std::size_t size) {
    Best best;
    for (std::size_t at = size; at > 0; at &= at - 1) {
      if (tree[at].weight > best.weight) best = tree[at];
    }
    return best;
  };
  std::vector<Best> ending(points.size());
  std::vector<std::int64_t> before(points.size(), -1);
  for (std::size_t first = 0; first < points.size();) {
    std::size_t last = first;
    for (; last < points.size() && points[last].source == points[first].source; ++last) {
      const Best best = prefix(points[last].target - begin);  // targets before this one
      before[last] = best.point;
      ending[last] = {best.weight + points[last].weight, static_cast<std::int64_t>(last)};
    }
    for (; first < last; ++first) {
      for (std::size_t at = points[first].target - begin + 1; at < tree.size();
           at += at & (~at + 1)) {
        if (ending[first].weight > tree[at].weight) tree[at] = ending[first];
      }
    }
  }
  std::vector<Point> chain;
  for (std::int64_t at = prefix(end - begin).point; at >= 0; at = before[at]) {
    chain.push_back(points[at]);
  }
  std::ranges::reverse(chain);
  return chain;
}

// Anchors of the whole text, and between two of them those by words that are rare there.
std::vector<Point> find_anchors(const TextSide& arabic, const TextSide& english,
                                const TranslationTable& table) {
  const std::size_t source_size = arabic.sentences.size();
  const std::size_t target_size = english.sentences.size();
  const Point corner{static_cast<std::uint32_t>(source_size),
                     static_cast<std::uint32_t>(target_size), 0};
  Matcher matcher(arabic, english, table);
  std::vector<Point> chain =
      heaviest_chain(matcher.find({0, source_size, 0, target_size}), 0, target_size);
  chain.push_back(corner);
  std::vector<Point> anchors = {{0, 0, 0}};
  for (const Point& to : chain) {
    const Point from = anchors.back();
    if (to.source > from.source && to.target > from.target) {
      const Region gap{from.source + 1, to.source, from.target + 1, to.target};
      std::ranges::move(heaviest_chain(matcher.find(gap), gap.target_begin, gap.target_end),
                        std::back_inserter(anchors));
    }
    anchors.push_back(to);
  }
  return anchors;
}

}  // namespace

Band find_band(const TextSide& arabic, const TextSide& english, const TranslationTable& table) {
  const std::size_t source_size = arabic.sentences.size();
  const std::size_t target_size = english.sentences.size();
  if (source_size * target_size <= kFullSearch) return Band::full(source_size, target_size);
  const std::vector<Point> anchors = find_anchors(arabic, english, table);
  Band band;
  band.rows.assign(source_size + 1, {target_size, 0});
  for (std::size_t k = 0; k + 1 < anchors.size(); ++k) {
    const Point& from = anchors[k];
    const Point& to = anchors[k + 1];
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
