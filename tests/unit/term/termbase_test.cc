#include "tm/term/termbase.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "recognition.h"
#include "tm/base/error.h"
#include "tm/memory/undo.h"

namespace mizan {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class TermbaseTest : public testing::Test {
 protected:
  TermbaseTest()
      : path_(std::filesystem::temp_directory_path() /
              ("mizan-termbase-" + std::to_string(::getpid()) + ".db")),
        database_((std::filesystem::remove(path_), path_.string())),
        termbase_(database_) {}
  ~TermbaseTest() override {
    for (const char* suffix : {"", "-wal", "-shm"}) {
      std::error_code ignored;
      std::filesystem::remove(path_.string() + suffix, ignored);
    }
  }

  std::filesystem::path path_;
  Database database_;
  Termbase termbase_;
};

std::vector<std::string> texts(const TermConcept& entry) {
  std::vector<std::string> result;
  for (const Term& term : entry.terms) result.push_back(term.text);
  return result;
}

TEST_F(TermbaseTest, KeepsAConceptWithAllItsFields) {
  TermConcept entry = make_concept("فيلق إفريقيا", "Africa Corps");
  entry.subject = "forces";
  entry.definition = "Russian force";
  entry.source = "sahel.tsv";
  entry.terms[1].status = TermStatus::kAdmitted;
  entry.terms[1].note = "since 2023";
  const std::int64_t id = termbase_.add(entry).id;
  const std::optional<TermConcept> stored = termbase_.get(id);
  ASSERT_TRUE(stored);
  EXPECT_EQ(stored->subject, "forces");
  EXPECT_EQ(stored->definition, "Russian force");
  EXPECT_EQ(stored->source, "sahel.tsv");
  ASSERT_EQ(stored->terms.size(), 2U);
  EXPECT_EQ(stored->terms[0].language, Language::kArabic);
  EXPECT_EQ(stored->terms[1].status, TermStatus::kAdmitted);
  EXPECT_EQ(stored->terms[1].note, "since 2023");
  EXPECT_FALSE(termbase_.get(id + 1));
}

TEST_F(TermbaseTest, SaysWhatIsSimilarAndAddsNothingTwice) {
  const std::int64_t first = termbase_.add(make_concept("بريغوجين", "Prigozhin")).id;
  const AddedConcept again = termbase_.add(make_concept("بريغوجين", "Prigozhin"));
  EXPECT_TRUE(again.already_there);
  EXPECT_EQ(again.id, first);
  EXPECT_THAT(again.similar, IsEmpty());
  const AddedConcept near = termbase_.add(make_concept("بريجوجين", "Prigojin"));
  EXPECT_FALSE(near.already_there);
  ASSERT_EQ(near.similar.size(), 1U);
  EXPECT_EQ(near.similar[0].concept_id, first);
  EXPECT_NEAR(near.similar[0].similarity, 0.875, 0.02);
}

TEST_F(TermbaseTest, FindsByFoldedText) {
  termbase_.add(make_concept("مجلس الأمن", "Security Council"));
  EXPECT_EQ(termbase_.find("مجلس امن").size(), 1U);
  EXPECT_EQ(termbase_.find("security council").size(), 1U);
  EXPECT_THAT(termbase_.find("council"), IsEmpty());
}

TEST_F(TermbaseTest, ListsWhatTheFilterAsks) {
  TermConcept entry = make_concept("هدنة", "truce");
  entry.subject = "war";
  termbase_.add(entry);
  termbase_.add(make_concept("مصرف", "bank"));
  TermFilter filter;
  filter.subject = "war";
  EXPECT_EQ(termbase_.list(filter).size(), 1U);
  filter = {};
  filter.text = "الهدنة";
  EXPECT_THAT(termbase_.list(filter), IsEmpty());
  filter.text = "هدن";
  EXPECT_EQ(termbase_.list(filter).size(), 1U);
  filter = {};
  filter.status = TermStatus::kDeprecated;
  EXPECT_THAT(termbase_.list(filter), IsEmpty());
  EXPECT_EQ(termbase_.list().size(), 2U);
}

TEST_F(TermbaseTest, AnImportExtendsAConceptThatItMeetsOnBothSides) {
  termbase_.add(make_concept("فيلق إفريقيا", "Africa Corps"));
  TermConcept richer = make_concept("فيلق إفريقيا", "Africa Corps");
  richer.terms.push_back({"African Corps", Language::kEnglish, TermStatus::kDeprecated, "no"});
  const TermImport first = termbase_.import({richer, make_concept("مالي", "Mali")}, "term import");
  EXPECT_EQ(first.concepts_added, 1);
  EXPECT_EQ(first.concepts_extended, 1);
  EXPECT_EQ(first.terms_added, 3);
  EXPECT_THAT(texts(termbase_.list()[0]),
              ElementsAre("فيلق إفريقيا", "Africa Corps", "African Corps"));
  const TermImport again = termbase_.import({richer, make_concept("مالي", "Mali")}, "term import");
  EXPECT_EQ(again.unchanged, 2);
  EXPECT_EQ(again.terms_added, 0);
  // The same Arabic with another English term is another concept: مالي, financial.
  EXPECT_EQ(termbase_.import({make_concept("مالي", "financial")}, "term import").concepts_added, 1);
}

TEST_F(TermbaseTest, UndoTakesEveryChangeBack) {
  const std::int64_t id = termbase_.add(make_concept("هدنة", "truce")).id;
  termbase_.add_term(id, {"armistice", Language::kEnglish, TermStatus::kAdmitted, {}});
  termbase_.set_status(id, "truce", TermStatus::kDeprecated, "old");
  EXPECT_EQ(termbase_.get(id)->terms[1].status, TermStatus::kDeprecated);
  TermConcept other = make_concept("وقف إطلاق النار", "ceasefire");
  other.id = id;
  termbase_.replace(other);
  EXPECT_THAT(texts(*termbase_.get(id)), ElementsAre("وقف إطلاق النار", "ceasefire"));
  termbase_.remove(id);
  EXPECT_FALSE(termbase_.get(id));

  undo_last_write(database_);
  EXPECT_THAT(texts(*termbase_.get(id)), ElementsAre("وقف إطلاق النار", "ceasefire"));
  undo_last_write(database_);
  EXPECT_THAT(texts(*termbase_.get(id)), ElementsAre("هدنة", "truce", "armistice"));
  undo_last_write(database_);
  EXPECT_EQ(termbase_.get(id)->terms[1].status, TermStatus::kPreferred);
  undo_last_write(database_);
  undo_last_write(database_);
  EXPECT_THAT(termbase_.list(), IsEmpty());
}

TEST_F(TermbaseTest, RefusesWhatIsNotThereAndWhatIsEmpty) {
  EXPECT_THROW(termbase_.remove(7), Error);
  EXPECT_THROW(termbase_.add({}), Error);
  EXPECT_THROW(termbase_.add(make_concept(" ", "x")), Error);
  const std::int64_t id = termbase_.add(make_concept("هدنة", "truce")).id;
  try {
    termbase_.set_status(id, "peace", TermStatus::kAdmitted);
    FAIL();
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "concept 1 has no term \"peace\"");
  }
}

TEST_F(TermbaseTest, RemembersDistinctNamesInAnyOrder) {
  EXPECT_TRUE(termbase_.record_distinct("حسن", "حسين"));
  EXPECT_FALSE(termbase_.record_distinct("حسين", "حسن"));
  EXPECT_EQ(termbase_.distinct_names().size(), 1U);
  EXPECT_TRUE(termbase_.forget_distinct("حسين", "حسن"));
  EXPECT_FALSE(termbase_.forget_distinct("حسين", "حسن"));
  undo_last_write(database_);
  EXPECT_EQ(termbase_.distinct_names().size(), 1U);
}

}  // namespace
}  // namespace mizan
