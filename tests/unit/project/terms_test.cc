#include "tm/project/terms.h"

#include <gtest/gtest.h>

#include "tests/unit/test_folder.h"
#include "tm/term/termbase.h"

namespace mizan {
namespace {

std::vector<std::string> terms_in(const TermRecognizer& terms, std::string_view line) {
  std::vector<std::string> found;
  for (const TermHit& hit : terms.find(line, Language::kArabic)) found.push_back(hit.term);
  return found;
}

constexpr std::string_view kLine = "وصل فيلق إفريقيا إلى كيدال";

class LoadTermsTest : public ::testing::Test {
 protected:
  testing::TestFolder folder_;
  GlossarySummary read_;
};

TEST_F(LoadTermsTest, ReadsGlossariesWithoutAMemory) {
  const std::string forces = folder_.write("forces.tsv", "فيلق إفريقيا\tAfrica Corps\n");
  const std::string places = folder_.write("places.tsv", "كيدال\tKidal\n");
  EXPECT_EQ(terms_in(load_terms({forces, places}, nullptr, read_), kLine),
            (std::vector<std::string>{"فيلق إفريقيا", "كيدال"}));
  EXPECT_TRUE(read_.diagnostics.empty());
  EXPECT_TRUE(terms_in(load_terms({}, nullptr, read_), kLine).empty());
}

TEST_F(LoadTermsTest, AddsTheTermbase) {
  Database database(folder_.path("memory.db"));
  Termbase(database).add({.id = 0,
                          .subject = "",
                          .definition = "",
                          .source = "",
                          .terms = {{"كيدال", Language::kArabic, TermStatus::kPreferred, ""},
                                    {"Kidal", Language::kEnglish, TermStatus::kPreferred, ""}}});
  const std::string forces = folder_.write("forces.tsv", "فيلق إفريقيا\tAfrica Corps\n");
  EXPECT_EQ(terms_in(load_terms({forces}, &database, read_), kLine),
            (std::vector<std::string>{"فيلق إفريقيا", "كيدال"}));
}

TEST_F(LoadTermsTest, ReportsRowsLeftOut) {
  const std::string path = folder_.write("a.tsv", "كيدال\tKidal\nوحده\nدونه\t\n");
  EXPECT_EQ(load_terms({path}, nullptr, read_).concepts().size(), 1U);
  ASSERT_EQ(read_.diagnostics.size(), 2U);
  EXPECT_EQ(read_.diagnostics[0].place.file, path);
  EXPECT_EQ(read_.diagnostics[0].place.line, 2U);
  EXPECT_EQ(read_.malformed, 1U);  // the term without a rendering was read
}

TEST_F(LoadTermsTest, FailsOnAMissingGlossary) {
  EXPECT_THROW(load_terms({folder_.path("none.tsv")}, nullptr, read_), Error);
}

TEST_F(LoadTermsTest, OpensAMemoryOnlyWhenThereIsOne) {
  EXPECT_EQ(open_if_present(folder_.path("none.db")), nullptr);
  EXPECT_FALSE(std::filesystem::exists(folder_.path("none.db")));
  { const Database database(folder_.path("memory.db")); }
  const auto database = open_if_present(folder_.path("memory.db"));
  ASSERT_NE(database, nullptr);
  EXPECT_TRUE(database->read_only());
  EXPECT_THROW(open_if_present(folder_.write("text.db", "This is no database at all.\n")), Error);
}

}  // namespace
}  // namespace mizan
