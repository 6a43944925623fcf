#include "tm/align/boundary_cues.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string_view>
#include <utility>

#include "tm/base/utf8.h"

namespace mizan {
namespace {

// Closing marks after the sign that ends a sentence.
bool is_closing(char32_t c) {
  return std::u32string_view(U"\"'\u2019\u201D\u00BB)]").find(c) != std::u32string_view::npos;
}

std::uint8_t end_class(std::string_view text) {
  std::size_t end = text.size();
  while (end > 0) {
    const CodePoint last = code_point_before(text, end);
    if (!is_closing(last.value)) {
      switch (last.value) {
        case U'.':
        case U'\u2026':
          return 1;
        case U'?':
        case U'\u061F':
          return 2;
        case U'!':
          return 3;
        case U':':
          return 4;
        case U',':
        case U'\u060C':
        case U';':
        case U'\u061B':
          return 5;
        default:
          return 0;
      }
    }
    end -= last.size;
  }
  return 0;
}

std::uint8_t begin_class(std::string_view text) {
  const char32_t first = code_point_at(text, 0).value;
  if (first >= U'a' && first <= U'z') return 1;
  if (first >= U'0' && first <= U'9') return 2;
  if (first == U'\u0648') return 3;  // and
  if (first == U'\u0641') return 4;  // so
  constexpr std::u32string_view kSpeech = U"\"'\u2018\u201C\u00AB-\u2013\u2014(";
  return kSpeech.find(first) == kSpeech.npos ? 0 : 5;
}

std::vector<std::uint8_t> classes(std::span<const Segment> text,
                                  std::uint8_t (*class_of)(std::string_view)) {
  std::vector<std::uint8_t> found;
  found.reserve(text.size());
  for (const Segment& segment : text) {
    if (!segment.text.empty()) found.push_back(class_of(segment.text));
  }
  return found;
}

}  // namespace

BoundaryCues::BoundaryCues(std::span<const Segment> arabic, std::span<const Segment> english)
    : begins_(classes(arabic, begin_class), classes(english, begin_class)),
      ends_(classes(arabic, end_class), classes(english, end_class)) {}

void BoundaryCues::fit(const Alignment& alignment, const AlignmentParameters& parameters) {
  begins_.start(parameters.cue_strength);
  ends_.start(parameters.cue_strength);
  for (const Bead& bead : alignment.beads) {
    if (bead.one_sided()) continue;
    const auto& [i, end_i] = bead.source;
    const auto& [j, end_j] = bead.target;
    begins_.count_edge(i, j, bead.confidence);
    begins_.count_inside(i + 1, end_i, j + 1, end_j, bead.confidence);
    ends_.count_edge(end_i - 1, end_j - 1, bead.confidence);
    ends_.count_inside(i, end_i - 1, j, end_j - 1, bead.confidence);
  }
  begins_.finish();
  ends_.finish();
}

BoundaryCues::Signs::Signs(std::vector<Class> arabic, std::vector<Class> english)
    : arabic_(side(std::move(arabic))), english_(side(std::move(english))) {}

BoundaryCues::Signs::Side BoundaryCues::Signs::side(std::vector<Class> classes) {
  Side side;
  for (const Class c : classes) side.shares[c] += 1 / static_cast<double>(classes.size());
  side.sums.assign(classes.size() + 1, 0.0);
  side.classes = std::move(classes);
  return side;
}

void BoundaryCues::Signs::start(double strength) {
  for (std::size_t a = 0; a < kClasses; ++a) {
    for (std::size_t e = 0; e < kClasses; ++e) {
      edge_[kClasses * a + e] = strength * arabic_.shares[a] * english_.shares[e];
    }
  }
  for (Side* side : {&arabic_, &english_}) {
    for (std::size_t c = 0; c < kClasses; ++c) side->inside[c] = strength * side->shares[c];
  }
}

void BoundaryCues::Signs::count_edge(std::size_t i, std::size_t j, double weight) {
  edge_[kClasses * arabic_.classes[i] + english_.classes[j]] += weight;
}

void BoundaryCues::Signs::count_inside(std::size_t i, std::size_t end_i, std::size_t j,
                                       std::size_t end_j, double weight) {
  for (; i < end_i; ++i) arabic_.inside[arabic_.classes[i]] += weight;
  for (; j < end_j; ++j) english_.inside[english_.classes[j]] += weight;
}

void BoundaryCues::Signs::finish() {
  const double total = std::accumulate(edge_.begin(), edge_.end(), 0.0);
  for (std::size_t a = 0; a < kClasses; ++a) {
    for (std::size_t e = 0; e < kClasses; ++e) {
      const double expected = total * arabic_.shares[a] * english_.shares[e];
      double& edge = edge_[kClasses * a + e];
      edge = expected > 0 ? std::log(edge / expected) : 0;
    }
  }
  finish(arabic_);
  finish(english_);
}

void BoundaryCues::Signs::finish(Side& side) {
  const double total = std::accumulate(side.inside.begin(), side.inside.end(), 0.0);
  for (std::size_t k = 0; k < side.classes.size(); ++k) {
    const Class c = side.classes[k];
    side.sums[k + 1] = side.sums[k] + std::log(side.inside[c] / (total * side.shares[c]));
  }
}

}  // namespace mizan
