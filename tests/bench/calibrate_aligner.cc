// Fits the weights that make confidences of posteriors (tm/align/confidence.h), and shows how far
// confidences can be believed.
//
//   calibrate_aligner [--fit] [--free] [--lexicon all|core|freedict|none|thin|meagre]... FOLDER...
//
// A FOLDER holds ar.txt, en.txt and gold.txt. For each lexicon and group of documents it prints how
// many beads have a confidence within some limits and which share of them is right, and, of those
// of confidence .9 or more, the share of all beads. --fit first fits the weights by logistic
// regression, in which all groups weigh the same, and prints them and the table that they give;
// --free adds freer copies of the documents (align_development.h).
#include <array>
#include <cmath>
#include <cstdio>
#include <exception>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "tests/bench/align_development.h"
#include "tm/align/aligner.h"
#include "tm/align/confidence.h"
#include "tm/align/evaluation.h"

namespace mizan {
namespace {

using bench::Document;
using bench::NamedLexicon;

// An alignment whose confidences are posteriors, and which of its beads are right.
struct Judged {
  std::string group;
  Alignment alignment;
  std::vector<bool> right;
};

AlignmentParameters uncalibrated() {
  AlignmentParameters parameters;
  parameters.confidence_bias = 0;
  parameters.confidence_own = 1;
  parameters.confidence_beside = 0;
  return parameters;
}

Judged judge(const Document& document, const NamedLexicon& lexicon) {
  Judged judged{
      lexicon.name + " " + document.group,
      align(document.arabic, document.english, Language::kArabic, lexicon.index, {uncalibrated()}),
      {}};
  for (const Bead& bead : judged.alignment.beads) {
    judged.right.push_back(compare(document.gold, Alignment{{bead}}).strict_hits == 1);
  }
  return judged;
}

using Weights = std::array<double, 3>;  // bias, own, beside

AlignmentParameters with_weights(const Weights& weights) {
  AlignmentParameters parameters;
  parameters.confidence_bias = weights[0];
  parameters.confidence_own = weights[1];
  parameters.confidence_beside = weights[2];
  return parameters;
}

double log_odds(double p) { return std::log(p / (1 - p)); }

// The three features of each bead: calibrate() with one weight at a time.
std::vector<Weights> features(const Alignment& alignment) {
  std::vector<Weights> found(alignment.beads.size(), Weights{1, 0, 0});
  for (std::size_t feature = 1; feature < 3; ++feature) {
    Weights weights{};
    weights[feature] = 1;
    Alignment copy = alignment;
    calibrate(copy, with_weights(weights));
    for (std::size_t k = 0; k < found.size(); ++k) {
      found[k][feature] = log_odds(copy.beads[k].confidence);
    }
  }
  return found;
}

// The solution of three linear equations, by elimination.
Weights solve(std::array<Weights, 3> matrix, Weights values) {
  for (std::size_t i = 0; i < 3; ++i) {
    for (std::size_t row = 0; row < 3; ++row) {
      if (row == i) continue;
      const double factor = matrix[row][i] / matrix[i][i];
      for (std::size_t column = i; column < 3; ++column) {
        matrix[row][column] -= factor * matrix[i][column];
      }
      values[row] -= factor * values[i];
    }
  }
  for (std::size_t i = 0; i < 3; ++i) values[i] /= matrix[i][i];
  return values;
}

// Logistic regression by Newton's method.
Weights fit(const std::vector<Judged>& judged) {
  std::map<std::string, double> beads;
  for (const Judged& one : judged) beads[one.group] += static_cast<double>(one.right.size());
  std::vector<std::vector<Weights>> all_features;
  for (const Judged& one : judged) all_features.push_back(features(one.alignment));
  Weights weights{0, 1, 0};
  constexpr int kSteps = 20;
  for (int step = 0; step < kSteps; ++step) {
    constexpr double kRidge = 1e-6;  // keeps the matrix regular when one feature never varies
    std::array<Weights, 3> curvature{{{kRidge, 0, 0}, {0, kRidge, 0}, {0, 0, kRidge}}};
    Weights slope{};
    for (std::size_t d = 0; d < judged.size(); ++d) {
      const double weight = 1 / beads[judged[d].group];
      for (std::size_t k = 0; k < judged[d].right.size(); ++k) {
        const Weights& x = all_features[d][k];
        const double z = weights[0] * x[0] + weights[1] * x[1] + weights[2] * x[2];
        const double p = 1 / (1 + std::exp(-z));
        for (std::size_t i = 0; i < 3; ++i) {
          slope[i] += weight * (judged[d].right[k] - p) * x[i];
          for (std::size_t j = 0; j < 3; ++j) curvature[i][j] += weight * p * (1 - p) * x[i] * x[j];
        }
      }
    }
    const Weights change = solve(curvature, slope);
    for (std::size_t i = 0; i < 3; ++i) weights[i] += change[i];
  }
  return weights;
}

constexpr std::array<double, 5> kLimits = {0.5, 0.7, 0.9, 0.97, 1.01};

struct Reliability {
  std::array<std::pair<std::size_t, std::size_t>, kLimits.size()> bins;  // beads, right
};

void print_table(const std::vector<Judged>& judged, const AlignmentParameters& parameters) {
  std::map<std::string, Reliability> groups;
  for (const Judged& one : judged) {
    Alignment alignment = one.alignment;
    calibrate(alignment, parameters);
    for (std::size_t k = 0; k < one.right.size(); ++k) {
      std::size_t bin = 0;
      while (alignment.beads[k].confidence >= kLimits[bin]) ++bin;
      auto& [beads, right] = groups[one.group].bins[bin];
      ++beads;
      right += one.right[k];
    }
  }
  std::printf("%-28s %13s %13s %13s %13s %13s  %s\n", "beads, right", "< .5", ".5-.7", ".7-.9",
              ".9-.97", ".97 -", ">= .9: of all, right");
  for (const auto& [name, group] : groups) {
    std::printf("%-28s", name.c_str());
    double all = 0;
    for (const auto& [beads, right] : group.bins) {
      all += static_cast<double>(beads);
      if (beads == 0) {
        std::printf(" %13s", "-");
      } else {
        std::printf(" %6zu  %.3f", beads, static_cast<double>(right) / static_cast<double>(beads));
      }
    }
    const auto sure = static_cast<double>(group.bins[3].first + group.bins[4].first);
    const auto right = static_cast<double>(group.bins[3].second + group.bins[4].second);
    std::printf("  %.3f, %.3f\n", sure / all, sure > 0 ? right / sure : 0);
  }
}

int run(const std::vector<std::string>& words) {
  bool fitted = false;
  bool free = false;
  std::vector<NamedLexicon> lexicons;
  std::vector<Document> documents;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "--fit") {
      fitted = true;
    } else if (words[i] == "--free") {
      free = true;
    } else if (words[i] == "--lexicon" && i + 1 < words.size()) {
      lexicons.push_back(bench::named_lexicon(words[++i]));
    } else {
      documents.push_back(bench::read_document(words[i]));
    }
  }
  if (documents.empty()) {
    std::fprintf(stderr,
                 "calibrate_aligner: no documents; give folders with ar.txt en.txt gold.txt\n");
    return 2;
  }
  if (lexicons.empty()) lexicons.push_back(bench::named_lexicon("all"));
  if (free) bench::add_free_copies(documents);
  std::vector<Judged> judged;
  for (const NamedLexicon& lexicon : lexicons) {
    for (const Document& document : documents) judged.push_back(judge(document, lexicon));
  }
  AlignmentParameters parameters;
  if (fitted) {
    const Weights weights = fit(judged);
    std::printf("confidence_bias=%.3f confidence_own=%.3f confidence_beside=%.3f\n", weights[0],
                weights[1], weights[2]);
    parameters = with_weights(weights);
  }
  print_table(judged, parameters);
  return 0;
}

}  // namespace
}  // namespace mizan

int main(int argc, char** argv) {
  try {
    return mizan::run(std::vector<std::string>(argv + 1, argv + argc));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "calibrate_aligner: %s\n", error.what());
    return 2;
  }
}
