#include "tm/lang/place_names.h"

#include <gtest/gtest.h>

#include <string_view>

namespace mizan {
namespace {

class PlaceName : public testing::TestWithParam<std::string_view> {};

TEST_P(PlaceName, IsKnown) { EXPECT_TRUE(is_place_name(GetParam())); }

INSTANTIATE_TEST_SUITE_P(Places, PlaceName,
                         testing::Values("africa", "asia", "iraq", "latvia", "congo", "damascus",
                                         "madrid", "washington"));
INSTANTIATE_TEST_SUITE_P(Adjectives, PlaceName,
                         testing::Values("african", "european", "latvian", "brazilian", "lebanese",
                                         "iraqi", "turkish", "moroccan"));

class NoPlaceName : public testing::TestWithParam<std::string_view> {};

TEST_P(NoPlaceName, IsNot) { EXPECT_FALSE(is_place_name(GetParam())); }

INSTANTIATE_TEST_SUITE_P(Words, NoPlaceName,
                         testing::Values("", "n", "robin", "jenkins", "ministry", "madison",
                                         "house", "german-made"));

}  // namespace
}  // namespace mizan
