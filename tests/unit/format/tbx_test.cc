// What is read of TBX files of every dialect, and what survives being written as TBX-Basic.
#include <gtest/gtest.h>

#include <string>

#include "tm/base/error.h"
#include "tm/format/tbx_reader.h"
#include "tm/format/tbx_writer.h"

namespace mizan {
namespace {

std::string outlined(const TermProperties& properties) {
  std::string text;
  for (const auto& [name, value] : properties) text += " {" + name + "=" + value + "}";
  return text;
}

std::string outlined(const TermHistory& history) {
  std::string text;
  if (!history.created.empty()) text += " on " + history.created + " by " + history.created_by;
  if (!history.changed.empty()) text += " then " + history.changed + " by " + history.changed_by;
  return text;
}

std::string outlined(const TermConcept& entry) {
  std::string text;
  for (const std::string* value :
       {&entry.subject, &entry.definition, &entry.customer, &entry.project, &entry.note}) {
    if (!value->empty()) text += "[" + *value + "]";
  }
  text += outlined(entry.properties) + outlined(entry.history);
  for (const Term& term : entry.terms) {
    text += " | " + std::string(code(term.language)) +
            (term.region.empty() ? "" : "-" + term.region) + " " + term.text + " " +
            std::string(to_string(term.status));
    for (const std::string* value : {&term.part_of_speech, &term.number, &term.gender}) {
      if (!value->empty()) text += " " + *value;
    }
    if (!term.note.empty()) text += " (" + term.note + ")";
    text += outlined(term.properties) + outlined(term.history);
  }
  return text;
}

std::string outlined(const TermFile& file) {
  std::string text;
  for (const TermConcept& entry : file.concepts) text += outlined(entry) + "\n";
  if (!file.losses.empty()) text += "lost: " + to_string(file.losses) + "\n";
  for (const Diagnostic& diagnostic : file.diagnostics) text += diagnostic.message + "\n";
  return text;
}

std::string data_file(const std::string& name) {
  return std::string(MIZAN_SOURCE_DIR) + "/tests/data/terms/" + name;
}

struct Row {
  std::string file;
  std::string outline;
};

const Row kRows[] = {
    {"v2-tig.tbx",
     "[war][A pause in fighting.] {id=c1} {definition.source=desk} | ar هدنة preferred noun | en "
     "truce preferred (short) | en armistice deprecated\n"},
    {"v2-ntig.tbx",
     " {id=7} | en-GB broad bean preferred singular {termType=fullForm} {termType.source=book} "
     "{context=a broad bean a day} {context.source=farm} | ar-EG فولة preferred feminine\n"},
    {"v3-dca.tbx",
     "[Desk A][P1][one\ntwo] {id=c1} {ar:definition=وقف القتال مدة} | ar هدنة preferred | en truce "
     "preferred {geographicalUsage=UK} on 2024-05-01 by Mona then 2025-01-02 by Omar\n"},
    {"v3-dct.tbx",
     "[law][A rule] {id=c1} | ar قانون preferred noun | en law admitted {context=a law of 1990} "
     "{context.source=gazette}\n"},
    {"v3-dct-bare.tbx",
     "[law] {id=a b} | ar محكمة preferred | en court preferred {customerSubset=Desk}\n"},
    {"prefixed.tbx", " {id=1} | ar ميناء preferred | en port preferred\n"},
    {"languages.tbx",
     " {id=1} | ar-eg قطار preferred | en-US train preferred | en-GB railway train admitted\nlost: "
     "2 statements in fr, 1 terms in de, 1 terms in fr\nthe concept has no Arabic or English "
     "term\n"},
    {"comments.tbx", " {id=1} | ar مطار preferred | en A&B & air\u2011port preferred\n"},
    {"references.tbx",
     " {id=c1} {crossReference@c2=see also} {xGraphic@a.png=picture} | ar سفينة preferred | en "
     "ship preferred {externalCrossReference@http://example.org/ship=web}\nlost: 1 descriptions of "
     "sources and people (back matter)\n"},
    {"statuses.tbx",
     " {id=1} | ar أ preferred | ar ب admitted | ar ت superseded | en a admitted | en b preferred "
     "| en c admitted {administrativeStatus=standardizedTerm}\n"},
    {"gaps.tbx",
     " {id=1} | ar نهر preferred\na term is empty; fill it or delete it\nthe term \"نهر\" is there "
     "twice in its concept; the first one counts\n"},
    {"utf16.tbx",
     "[war][A pause in fighting.] {id=c1} {definition.source=desk} | ar هدنة preferred noun | en "
     "truce preferred (short) | en armistice deprecated\n"},
};

TEST(Tbx, EveryDialectIsReadWithNothingLost) {
  for (const Row& row : kRows)
    EXPECT_EQ(outlined(read_tbx(data_file(row.file))), row.outline) << row.file;
}

TEST(Tbx, WhatBasicHasIsReadBack) {
  for (const Row& row : kRows) {
    const TermFile read = read_tbx(data_file(row.file));
    LossCounts losses;
    const std::string written = tbx_basic(read.concepts, losses);
    const TermFile again = parse_tbx(written, "written.tbx");
    ASSERT_EQ(again.concepts.size(), read.concepts.size()) << row.file;
    LossCounts further;
    EXPECT_EQ(tbx_basic(again.concepts, further), written) << row.file;
    EXPECT_TRUE(further.empty()) << to_string(further);
  }
}

TEST(Tbx, EntitiesAndOtherXmlAreRefused) {
  EXPECT_THROW(read_tbx(data_file("entities.tbx")), Error);
  try {
    parse_tbx("<tmx/>", "a.tbx");
    FAIL();
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(),
                 "a.tbx:1:1: not TBX: the root element is tmx; give a TBX file (martif or tbx)");
  }
}

}  // namespace
}  // namespace mizan
