#include "tm/check/rules.h"

#include <gtest/gtest.h>

#include <set>
#include <string_view>

namespace mizan {
namespace {

TEST(Rules, EachExplainsItselfWithARightAndAWrongExample) {
  std::set<std::string_view> ids;
  for (const Rule& rule : rules()) {
    EXPECT_TRUE(ids.insert(rule.id).second) << rule.id;
    EXPECT_FALSE(rule.family.empty()) << rule.id;
    EXPECT_FALSE(rule.help.empty()) << rule.id;
    EXPECT_FALSE(rule.right.empty()) << rule.id;
    EXPECT_FALSE(rule.wrong.empty()) << rule.id;
    EXPECT_NE(rule.right, rule.wrong) << rule.id;
  }
}

TEST(Rules, AreFoundById) {
  ASSERT_NE(find_rule("number-value"), nullptr);
  EXPECT_EQ(find_rule("number-value")->severity, Severity::kError);
  EXPECT_EQ(find_rule("no-such-rule"), nullptr);
}

}  // namespace
}  // namespace mizan
