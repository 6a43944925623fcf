#include "tm/align/confidence.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace mizan {
namespace {

std::vector<double> calibrated(const std::vector<double>& posteriors,
                               const AlignmentParameters& parameters = {}) {
  Alignment alignment;
  for (const double posterior : posteriors) alignment.beads.push_back({{}, {}, posterior});
  calibrate(alignment, parameters);
  std::vector<double> confidences;
  for (const Bead& bead : alignment.beads) confidences.push_back(bead.confidence);
  return confidences;
}

TEST(Calibrate, KeepsPosteriorsWhenTheyWeighOneAndNothingElseCounts) {
  AlignmentParameters parameters;
  parameters.confidence_bias = 0;
  parameters.confidence_own = 1;
  parameters.confidence_beside = 0;
  const std::vector<double> confidences = calibrated({0.25, 0.9, 0.5}, parameters);
  EXPECT_NEAR(confidences[0], 0.25, 1e-12);
  EXPECT_NEAR(confidences[1], 0.9, 1e-12);
  EXPECT_NEAR(confidences[2], 0.5, 1e-12);
}

TEST(Calibrate, DoubtsABeadBesideADoubtfulOne) {
  const std::vector<double> confidences = calibrated({0.99, 0.99, 0.99, 0.4, 0.99, 0.99});
  EXPECT_EQ(confidences[1], confidences[0]);
  EXPECT_LT(confidences[2], confidences[1]);
  EXPECT_EQ(confidences[4], confidences[2]);
  EXPECT_GT(confidences[5], confidences[4]);
}

TEST(Calibrate, StaysBetweenNoughtAndOneAtTheLimits) {
  for (const std::vector<double>& posteriors :
       {std::vector<double>{}, {0}, {1}, {0, 1, 0}, {1, 1, 1}}) {
    for (const double confidence : calibrated(posteriors)) {
      EXPECT_GE(confidence, 0);
      EXPECT_LE(confidence, 1);
    }
  }
}

}  // namespace
}  // namespace mizan
