#include "tm/term/termbase.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "recognition.h"
#include "tm/base/error.h"
#include "tm/memory/undo.h"
#include "tm/term/term_faults.h"
#include "tm/term/term_lookup.h"

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
  entry.terms[0].part_of_speech = "noun";
  entry.terms[0].number = "singular";
  entry.terms[0].gender = "masculine";
  entry.terms[0].forms = {"فيالق", "a\tb\nc\\n"};
  entry.terms[1].case_sensitive = true;
  entry.terms[1].do_not_translate = true;
  entry.terms[1].region = "GB";
  entry.terms[1].properties = {{"context", "two\nlines"}, {"context", "again"}};
  entry.customer = "A";
  entry.project = "P";
  entry.note = "n";
  entry.properties = {{"ar:definition", "قوة"}};
  entry.history = {"2024-05-01", "Mona", {}, {}};
  const std::int64_t id = termbase_.add(entry);
  TermConcept stored = termbase_.get(id);
  EXPECT_FALSE(stored.terms[0].history.created.empty());
  EXPECT_EQ(stored.history.created, "2024-05-01T00:00:00Z");
  EXPECT_EQ(stored.history.created_by, "Mona");
  stored.id = 0;
  stored.history = entry.history;
  for (Term& term : stored.terms) {
    term.id = 0;
    term.history = {};
  }
  EXPECT_EQ(stored, entry);
  EXPECT_THROW(termbase_.get(id + 1), Error);
}

TEST_F(TermbaseTest, RefusesWhatIsThereAlready) {
  termbase_.add(make_concept("بريغوجين", "Prigozhin"));
  try {
    termbase_.add(make_concept("بريغوجين", "Prigozhin"));
    FAIL();
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(),
                 "concept 1 has these terms already; change it with mizan term edit 1");
  }
  EXPECT_EQ(termbase_.add(make_concept("بريجوجين", "Prigozhin")), 2);
}

TEST_F(TermbaseTest, MergesInOneWrite) {
  const std::int64_t first = termbase_.add(make_concept("هدنة", "truce"));
  TermConcept other = make_concept("هدنة", "armistice");
  other.definition = "a pause";
  const std::int64_t second = termbase_.add(other);
  const TermConcept merged = termbase_.merge(first, std::span(&second, 1), {"term merge"});
  EXPECT_THAT(texts(merged), ElementsAre("هدنة", "truce", "armistice"));
  EXPECT_EQ(merged.definition, "a pause");
  EXPECT_TRUE(preferred_twice(merged));
  EXPECT_EQ(termbase_.list().size(), 1U);
  EXPECT_THROW(termbase_.merge(first, std::span(&first, 1), {"term merge"}), Error);
  undo_last_write(database_);
  EXPECT_THAT(texts(termbase_.get(first)), ElementsAre("هدنة", "truce"));
  EXPECT_THAT(texts(termbase_.get(second)), ElementsAre("هدنة", "armistice"));
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
  const TermImport first =
      termbase_.import({richer, make_concept("مالي", "Mali")}, {"term import"});
  EXPECT_EQ(first.concepts_added, 1);
  EXPECT_EQ(first.concepts_extended, 1);
  EXPECT_THAT(texts(termbase_.list()[0]),
              ElementsAre("فيلق إفريقيا", "Africa Corps", "African Corps"));
  const TermImport again =
      termbase_.import({richer, make_concept("مالي", "Mali")}, {"term import"});
  EXPECT_EQ(again.unchanged, 2);
  // The same Arabic with another English term is another concept: مالي, financial.
  EXPECT_EQ(termbase_.import({make_concept("مالي", "financial")}, {"term import"}).concepts_added,
            1);
}

TEST_F(TermbaseTest, UndoTakesEveryChangeBack) {
  const std::int64_t id = termbase_.add(make_concept("هدنة", "truce"));
  const TermConcept before = termbase_.get(id);
  const TermConcept after = termbase_.update(id, {"term edit", "Mona"}, [](TermConcept& entry) {
    entry.terms[1].text = "armistice";
    entry.terms[1].status = TermStatus::kDeprecated;
    entry.terms.push_back({"cease-fire", Language::kEnglish, TermStatus::kAdmitted, {}});
  });
  EXPECT_THAT(texts(after), ElementsAre("هدنة", "armistice", "cease-fire"));
  EXPECT_EQ(after.terms[1].id, before.terms[1].id);
  EXPECT_EQ(after.terms[1].history.changed_by, "Mona");
  EXPECT_EQ(after.terms[0], before.terms[0]);
  termbase_.remove(id);
  EXPECT_THROW(termbase_.get(id), Error);
  undo_last_write(database_);
  EXPECT_EQ(termbase_.get(id), after);
  undo_last_write(database_);
  EXPECT_EQ(termbase_.get(id), before);
}

TEST_F(TermbaseTest, FindsTermsStoredByOtherRulesToo) {
  const std::int64_t id = termbase_.add(make_concept("الهدنة", "the Truce"));
  const std::int64_t old = termbase_.add(make_concept("هدنه", "armistice"));
  {
    Write write(database_, "older");
    database_.prepare("UPDATE term SET lookup_key = '' WHERE concept_id = ?").bind(1, old).run();
    write.commit();
  }
  std::vector<std::int64_t> found;
  for (const TermConcept& entry : termbase_.find("هُدنة")) found.push_back(entry.id);
  EXPECT_THAT(found, ElementsAre(id, old));
  EXPECT_EQ(termbase_.find("truce").size(), 1U);
  EXPECT_THAT(termbase_.find("war"), IsEmpty());
}

TEST_F(TermbaseTest, RefusesWhatIsNotThereAndWhatIsEmpty) {
  EXPECT_THROW(termbase_.remove(7), Error);
  EXPECT_THROW(termbase_.add({}), Error);
  EXPECT_THROW(termbase_.add(make_concept(" ", "x")), Error);
}

TEST(TermLookup, EitherScriptAndPartOfATerm) {
  const std::vector<TermConcept> concepts = {make_concept("يفغيني بريغوجين", "Yevgeny Prigozhin"),
                                             make_concept("باماكو", "Bamako"),
                                             make_concept("القوة المشتركة", "Joint Force")};
  const TermLookup lookup(concepts);
  for (const char* text : {"prigojin", "بريجوجين", "Prigozhin", "yevgeni prigojin"}) {
    const auto found = lookup.find(text);
    ASSERT_EQ(found.size(), 1U) << text;
    EXPECT_EQ(found[0].entry, &concepts[0]);
  }
  EXPECT_EQ(lookup.find("BAMAKO").front().score, 1);
  EXPECT_THAT(lookup.find("xyzzy"), IsEmpty());
}

TEST(TermLookup, OnlyNamesAreAlikeBySound) {
  const std::vector<TermConcept> concepts = {make_concept("سباق", "race"),
                                             make_concept("عبد المالك", "Abdelmalek")};
  const TermLookup lookup(concepts);
  EXPECT_THAT(lookup.find("speak"), IsEmpty());
  EXPECT_THAT(lookup.find("rice"), testing::SizeIs(1));
  for (const char* text : {"Abd al-Malik", "عبدالمالك", "abdul malik"}) {
    const auto found = lookup.find(text);
    ASSERT_EQ(found.size(), 1U) << text;
    EXPECT_EQ(found[0].entry, &concepts[1]);
  }
}

TEST(TermLookup, ALetterSwappedIsOneEdit) {
  const std::vector<TermConcept> concepts = {make_concept("تشاد", "Chad")};
  const TermLookup lookup(concepts);
  EXPECT_EQ(lookup.find("تاشد").front().score, 0.75);
  EXPECT_EQ(lookup.find("Cahd").front().score, 0.75);
}

TEST(TermFaults, EachKindIsToldOnce) {
  std::vector<TermConcept> concepts = {
      make_concept("هدنة", "truce"),          make_concept("الهدنة", "truce"),
      make_concept("مالي", "Mali"),           make_concept("مالي", "financial"),
      make_concept("حرب أهلية", "civil war"), make_concept("حرب", "war")};
  concepts[5].terms.push_back({"battle", Language::kEnglish, TermStatus::kPreferred, {}});
  concepts.push_back({});
  concepts.back().terms.push_back({"قلم", Language::kArabic, TermStatus::kPreferred, {}});
  std::vector<std::string> kinds;
  for (const TermFault& fault : find_term_faults(concepts, ContainedTerms::kInclude)) {
    kinds.emplace_back(to_string(fault.kind));
  }
  EXPECT_THAT(kinds, ElementsAre("duplicate", "two-preferred", "empty-side", "conflict",
                                 "contained", "contained"));
  concepts[3].customer = "B";
  EXPECT_EQ(find_term_faults(concepts).size(), 3U);
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
