#include "tm/format/glossary_tsv.h"

#include <gtest/gtest.h>

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
  const auto again = to_concepts(parse_glossary(glossary_tsv(concepts), "g.tsv"));
  ASSERT_EQ(again.size(), concepts.size());
  for (std::size_t i = 0; i < concepts.size(); ++i) EXPECT_EQ(show(again[i]), show(concepts[i]));
  EXPECT_EQ(again[1].terms[0].note, "country");
}

}  // namespace
}  // namespace mizan
