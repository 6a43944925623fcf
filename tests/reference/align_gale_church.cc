#include "tests/reference/align_gale_church.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace mizan::reference {
namespace {

// Variance of the difference of lengths per character, as published.
constexpr double kVariance = 6.8;
// The authors' program gives up on a difference of lengths at this cost, 2500 hundredths of a nat.
constexpr double kWorst = 25;
constexpr std::size_t kMostOfOneSide = 8;

struct Shape {
  std::size_t source = 1;
  std::size_t target = 1;
  double cost = 0;  // -log of its probability
};

std::vector<Shape> shapes() {
  std::vector<Shape> all = {{1, 1, -std::log(0.89)},
                            {1, 0, -std::log(0.0099 / 2)},
                            {0, 1, -std::log(0.0099 / 2)},
                            {2, 2, -std::log(0.011)}};
  // Each further sentence of 1:n halves the probability: no figure of the paper.
  double probability = 0.089 / 2;
  for (std::size_t n = 2; n <= kMostOfOneSide; ++n, probability /= 2) {
    all.push_back({1, n, -std::log(probability)});
    all.push_back({n, 1, -std::log(probability)});
  }
  return all;
}

// Code points of each segment.
std::vector<double> lengths(std::span<const Segment> segments) {
  std::vector<double> result;
  for (const Segment& segment : segments) {
    result.push_back(static_cast<double>(std::ranges::count_if(segment.text, [](char byte) {
      return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
    })));
  }
  return result;
}

double sum(const std::vector<double>& values, std::size_t begin, std::size_t count) {
  double total = 0;
  for (std::size_t i = begin; i < begin + count; ++i) total += values[i];
  return total;
}

// -log of the chance of lengths at least as different as these; `ratio` is target characters per
// source character.
double length_cost(double source, double target, double ratio) {
  if (source == 0 && target == 0) return 0;
  const double mean = (source + target / ratio) / 2;
  const double deviation = std::abs(target - source * ratio) / std::sqrt(mean * kVariance);
  const double chance = std::erfc(deviation / std::sqrt(2.0));
  return chance > 0 ? std::min(kWorst, -std::log(chance)) : kWorst;
}

struct Cell {
  double cost = std::numeric_limits<double>::infinity();
  const Shape* last = nullptr;
};

}  // namespace

Alignment align_by_length(std::span<const Segment> source, std::span<const Segment> target) {
  const std::vector<Shape> known = shapes();
  const std::vector<double> from = lengths(source);
  const std::vector<double> to = lengths(target);
  const double ratio =
      std::max(1.0, sum(to, 0, to.size())) / std::max(1.0, sum(from, 0, from.size()));
  std::vector<std::vector<Cell>> table(from.size() + 1, std::vector<Cell>(to.size() + 1));
  table[0][0].cost = 0;
  for (std::size_t i = 0; i <= from.size(); ++i) {
    for (std::size_t j = 0; j <= to.size(); ++j) {
      for (const Shape& shape : known) {
        if (shape.source > i || shape.target > j) continue;
        const double cost = table[i - shape.source][j - shape.target].cost + shape.cost +
                            length_cost(sum(from, i - shape.source, shape.source),
                                        sum(to, j - shape.target, shape.target), ratio);
        if (cost < table[i][j].cost) table[i][j] = {cost, &shape};
      }
    }
  }
  Alignment alignment;
  for (std::size_t i = from.size(), j = to.size(); i > 0 || j > 0;) {
    const Shape& shape = *table[i][j].last;
    alignment.beads.push_back({{i - shape.source, i}, {j - shape.target, j}, 0});
    i -= shape.source;
    j -= shape.target;
  }
  std::ranges::reverse(alignment.beads);
  return alignment;
}

}  // namespace mizan::reference
