#include "tm/lang/broken_plurals.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <vector>

#include "tm/base/utf8.h"

namespace mizan {
namespace {

using testing::Contains;
using testing::Not;

std::string utf8(std::u16string_view text) {
  return to_utf8(std::u32string(text.begin(), text.end()));
}

std::set<std::string> singulars(std::u16string_view plural, double least = 0.5) {
  std::set<std::string> result;
  visit_singulars(plural, [&](std::u16string_view singular, const BrokenPlural& row) {
    if (row.confidence >= least) result.insert(utf8(singular));
  });
  return result;
}

TEST(BrokenPlurals, PatternsGiveTheSingular) {
  const std::vector<std::pair<std::u16string_view, std::string>> rows = {
      {u"امراض", "مرض"},   {u"اسلحه", "سلاح"}, {u"صواريخ", "صاروخ"}, {u"عناوين", "عنوان"},
      {u"ضراءب", "ضريبه"}, {u"ضحايا", "ضحيه"}, {u"وزراء", "وزير"},   {u"ملاعب", "ملعب"},
      {u"مناطق", "منطقه"}, {u"اثار", "اثر"},   {u"اطباء", "طبيب"},   {u"فصاءل", "فصيل"}};
  for (const auto& [plural, singular] : rows) {
    EXPECT_THAT(singulars(plural), Contains(singular)) << utf8(plural);
  }
}

TEST(BrokenPlurals, ShapesOfMasdarsAreBelievedOnlyWhenListed) {
  EXPECT_THAT(singulars(u"جسور"), Contains("جسر"));
  EXPECT_THAT(singulars(u"غسول"), Not(Contains("غسل")));
  EXPECT_THAT(singulars(u"غسول", 0), Contains("غسل"));
  EXPECT_THAT(singulars(u"نساء"), Contains("امراه"));
}

TEST(BrokenPlurals, RowsKeepTheirNumber) {
  for (const std::u16string_view plural : {u"امراض", u"جسور"}) {
    visit_singulars(plural, [](std::u16string_view, const BrokenPlural& row) {
      EXPECT_EQ(&broken_plural(row_number(row)), &row);
    });
  }
}

TEST(BrokenPlurals, PatternsAreNamedAsGrammarsDo) {
  visit_singulars(u"صواريخ", [](std::u16string_view, const BrokenPlural& row) {
    if (row.singular == u"1ا2و3") {
      EXPECT_EQ(pattern_name(row), "فواعيل");
    }
  });
}

}  // namespace
}  // namespace mizan
