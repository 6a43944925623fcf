#include "tm/format/glossary_tsv.h"

#include <gtest/gtest.h>

#include "tm/base/file.h"
#include "tm/format/glossary_xlsx.h"

namespace mizan {
namespace {

std::string show(const GlossaryRow& row) {
  return std::to_string(row.line) + ":" + row.arabic + "=" + row.english + " " +
         std::string(to_string(row.status)) + (row.note.empty() ? "" : " (" + row.note + ")");
}

std::vector<std::string> rows(std::string_view text) {
  std::vector<std::string> shown;
  for (const GlossaryRow& row : parse_glossary(text, "g.tsv").rows) shown.push_back(show(row));
  return shown;
}

std::string show(const TermConcept& entry) {
  std::string shown;
  for (const Term& term : entry.terms) {
    shown += term.text + " " + std::string(to_string(term.status)) + "; ";
  }
  return shown;
}

using Rows = std::vector<std::string>;

TEST(GlossaryTsv, ThirdColumnIsAStatusOrANote) {
  EXPECT_EQ(
      rows("# Arabic\tEnglish\tcomment\n"
           "فاجنر\tWagner\n"
           "فاغنر\tWagner\tadmitted\n"
           "فاقنر\tWagner\tDeprecated\n"
           "مالي\tMali\tpreferred name of the country\n"
           "مالي\tMali\t\n"),
      (Rows{"2:فاجنر=Wagner preferred", "3:فاغنر=Wagner admitted", "4:فاقنر=Wagner deprecated",
            "5:مالي=Mali preferred (preferred name of the country)", "6:مالي=Mali preferred"}));
}

TEST(GlossaryTsv, HeaderInAnyOrder) {
  EXPECT_EQ(rows("note\tstatus\ten\tar\nx\tadmitted\tMali\tمالي\n"),
            Rows{"2:مالي=Mali admitted (x)"});
  EXPECT_EQ(rows("arabic\tenglish\tkind\tsource\nوباء\tepidemic\thealth\tt\n"),
            Rows{"2:وباء=epidemic preferred (health)"});
  EXPECT_EQ(rows("# first a comment\nEnglish\tArabic\nMali\tمالي\n"),
            Rows{"3:مالي=Mali preferred"});
}

TEST(GlossaryTsv, EnglishFirstIsSeen) {
  const Glossary glossary = parse_glossary("Mali\tمالي\nNiger\tالنيجر\n", "g.tsv");
  EXPECT_TRUE(glossary.swapped);
  ASSERT_EQ(glossary.rows.size(), 2U);
  EXPECT_EQ(glossary.rows[0].arabic, "مالي");
}

TEST(GlossaryTsv, BadRowsSayWhatToDo) {
  const Glossary glossary = parse_glossary(
      "ar\ten\tstatus\nمالي\nمالي\t\t\n\tMali\t\nمالي\tMali\tgood\nمالي\tMali\t\n", "g.tsv");
  std::vector<std::string> reports;
  for (const Diagnostic& diagnostic : glossary.diagnostics) {
    reports.push_back(to_string(diagnostic.place) + ": " + diagnostic.message);
  }
  EXPECT_EQ(reports, (Rows{"g.tsv:2: no tab between Arabic and English; write Arabic TAB English",
                           "g.tsv:3: the English term is empty; fill it or delete the row",
                           "g.tsv:4: the Arabic term is empty; fill it or delete the row",
                           "g.tsv:5: the status \"good\" is not known; write preferred, admitted, "
                           "deprecated or superseded"}));
  EXPECT_EQ(glossary.rows.size(), 1U);
}

TEST(GlossaryTsv, RowsThatShareATermAreOneConcept) {
  const auto concepts =
      to_concepts(parse_glossary("الاتحاد الأوروبي\tEuropean Union\tpreferred\n"
                                 "مالي\tMali\n"
                                 "الاتحاد الأوروبي\tEU\tadmitted\n"
                                 "الإتحاد الأوربي\tEuropean Union\tdeprecated\n",
                                 "g.tsv"));
  ASSERT_EQ(concepts.size(), 2U);
  EXPECT_EQ(show(concepts[0]),
            "الاتحاد الأوروبي preferred; European Union preferred; EU admitted; الإتحاد الأوربي "
            "deprecated; ");
  EXPECT_EQ(show(concepts[1]), "مالي preferred; Mali preferred; ");
  EXPECT_EQ(concepts[0].source, "g.tsv");
}

TEST(GlossaryTsv, ConceptsRoundTrip) {
  const std::string_view text =
      "فاجنر\tWagner\tpreferred\nفاغنر\tWagner\tadmitted\nمالي\tMali\tcountry\n";
  const auto concepts = to_concepts(parse_glossary(text, "g.tsv"));
  LossCounts losses;
  const auto again = to_concepts(parse_glossary(glossary_tsv(concepts, losses), "g.tsv"));
  ASSERT_EQ(again.size(), concepts.size());
  for (std::size_t i = 0; i < concepts.size(); ++i) EXPECT_EQ(show(again[i]), show(concepts[i]));
  EXPECT_EQ(again[1].terms[0].note, "country");
  EXPECT_TRUE(losses.empty());
}

TEST(GlossaryTsv, EveryColumnRoundTrips) {
  const std::string_view text =
      "arabic\tenglish\tstatus\tnote\tpart_of_speech\tnumber\tgender\tforms\tcase_sensitive\t"
      "do_not_translate\tdefinition\tsubject\torigin\tcustomer\tproject\n"
      "فيلق\tCorps\tpreferred\tn\tproperNoun\tsingular\tmasculine\tفيالق|Corps's\tyes\tyes\ta "
      "force\twar\tdesk\tA\tP\n";
  const auto concepts = to_concepts(parse_glossary(text, "g.tsv"));
  LossCounts losses;
  EXPECT_EQ(glossary_tsv(concepts, losses), text);
  EXPECT_EQ(concepts[0].terms[0].forms, Rows{"فيالق"});
  EXPECT_EQ(to_concepts(parse_glossary(glossary_csv(concepts, losses), "g.csv")), concepts);
}

TEST(GlossaryTsv, TablesOfOtherPrograms) {
  EXPECT_EQ(rows("id,sourceLang,targetLang,pos,description,sourceString,targetString\r\n"
                 "1,en,ar,noun,\"a, b\",book,كتاب\r\n"),
            Rows{"2:كتاب=book preferred"});
  // OmegaT: no header, comments, either delimiter.
  EXPECT_EQ(rows("# own words\nbook\tكتاب\tpaper\npen\tقلم\n"),
            (Rows{"2:كتاب=book preferred (paper)", "3:قلم=pen preferred"}));
  EXPECT_EQ(rows("\"book\",\"كتاب\",\"of \"\"paper\"\"\"\n\"pen\",\"قلم\",\n"),
            (Rows{"1:كتاب=book preferred (of \"paper\")", "2:قلم=pen preferred"}));
  const Glossary mapped =
      parse_glossary("x\tbook\tadmitted\tكتاب\n", "g", {"-", "en", "status", "ar"});
  ASSERT_EQ(mapped.rows.size(), 1U);
  EXPECT_EQ(show(mapped.rows[0]), "1:كتاب=book admitted");
  EXPECT_EQ(to_string(mapped.losses), "1 cells of column \"-\"");
  EXPECT_THROW(parse_glossary("a\tb\n", "g", {"note"}), Error);
}

TEST(GlossaryTsv, WorkbooksRoundTrip) {
  const auto concepts =
      to_concepts(parse_glossary("كتاب\tbook\tadmitted\nقلم\tpen\ta <b> & c\n", "g.xlsx"));
  LossCounts losses;
  const std::string path = testing::TempDir() + "/g.xlsx";
  write_file(path, glossary_xlsx(concepts, losses));
  auto read = to_concepts(read_xlsx(path));
  ASSERT_EQ(read.size(), 2U);
  for (std::size_t i = 0; i < 2; ++i) EXPECT_EQ(read[i].terms, concepts[i].terms);
  write_file(path, std::string("PK\x03\x04nothing", 11));
  EXPECT_THROW(read_xlsx(path), Error);
}

TEST(GlossaryTsv, OmegatHasWhatMayBeUsed) {
  const auto concepts =
      to_concepts(parse_glossary("كتاب\tbook\tpaper\nكتاب\ttome\tdeprecated\n", "g"));
  LossCounts losses;
  EXPECT_EQ(glossary_omegat(concepts, Language::kEnglish, losses),
            "book\tكتاب\tpaper\ntome\tكتاب\tpaper\n");
  EXPECT_EQ(glossary_omegat(concepts, Language::kArabic, losses), "كتاب\tbook\tpaper\n");
  EXPECT_EQ(to_string(losses), "1 deprecated or superseded terms");
}

}  // namespace
}  // namespace mizan
