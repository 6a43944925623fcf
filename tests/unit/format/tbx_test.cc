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
     "{context=a broad bean a day} {context.source=farm} | ar-EG فولة preferred feminine\nlost: 1 "
     "marks inside texts\n"},
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
     " {id=1} | ar-eg قطار preferred | en-US train preferred | en-GB railway train "
     "preferred\nlost: 2 statements in fr, 1 terms in de, 1 terms in fr\nthe concept has no Arabic "
     "or English term\n"},
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
    {"v2-basic-xcs.tbx",
     "[water][River] {id=eid-dam-1} {subjectField=building} {ar:definition=حاجز على نهر} "
     "{ar:definition.source=manual} | ar سد preferred masculine {id=t-ar-1} {id=x} "
     "{termType=fullForm} {context=بُني السد سنة ١٩٧٠} | en dam preferred {termLocation=menuItem} "
     "{termLocation=the roof} {source=atlas} {source.note=page 3}\nlost: 3 marks inside texts, 2 "
     "statements on the whole file\n"},
    {"v3-dct-order.tbx",
     "[over water] {id=bridge} {transactionType=approval} {transactionType.date=2024-02-04} "
     "{ar:definition=ما يعبر عليه} {ar:definition.source=معجم} on 2024-02-03 by Mona | ar-EG كوبري "
     "admitted {id=ts1} {register=colloquialRegister} | ar جسر preferred noun masculine | en "
     "bridge preferred {externalCrossReference@https://example.org/bridge=web} "
     "{crossReference@bridge=itself} then 2024-05-06 by \nlost: 1 references, 1 times or dates "
     "that are not ISO 8601 in UTC\n"},
    {"regions.tbx",
     " {id=r1} | ar-EG قطار preferred | ar-SA قطار preferred | en-US train preferred | en-US "
     "railroad train deprecated | en-GB train preferred\n"},
    {"v2-default.tbx",
     " {id=67} {en:definition=A meeting of states.} {ar:definition=اجتماع دول} "
     "{entrySource=protocol} {entrySource.sourceLanguage=en} | en summit conference preferred noun "
     "{hyphenation=sum} {hyphenation=mit} {normativeAuthorization=standardizedTerm} "
     "{normativeAuthorization.note=by vote} {reliabilityCode=7} | en summit admitted "
     "{termType=shortForm} | ar مؤتمر قمة preferred singular {customerSubset=Desk}\nlost: 1 "
     "descriptions of sources and people (back matter)\n"},
    {"strays.tbx",
     " {id=s1} | ar واحة preferred | en oasis preferred {rating=4}\nlost: 1 attributes state, 1 "
     "attributes xml:lang, 1 marks inside texts, 1 texts outside every data category\n"},
    {"utf16.tbx",
     "[war][A pause in fighting.] {id=c1} {definition.source=desk} | ar هدنة preferred noun | en "
     "truce preferred (short) | en armistice deprecated\n"},
};

TEST(Tbx, EveryDialectIsReadWithNothingLost) {
  for (const Row& row : kRows)
    EXPECT_EQ(outlined(read_tbx(data_file(row.file))), row.outline) << row.file;
}

constexpr TbxStyle kStyles[] = {TbxStyle::kVersion2, TbxStyle::kVersion3,
                                TbxStyle::kVersion3AsElements};

TEST(Tbx, WhatBasicHasIsTheSameInEveryStyle) {
  for (const Row& row : kRows) {
    std::vector<TermConcept> concepts = read_tbx(data_file(row.file)).concepts;
    LossCounts first_losses;
    concepts =
        parse_tbx(tbx_basic(concepts, TbxStyle::kVersion2, first_losses), "written.tbx").concepts;
    for (const TbxStyle style : kStyles) {
      LossCounts losses;
      const TermFile again = parse_tbx(tbx_basic(concepts, style, losses), "written.tbx");
      EXPECT_EQ(again.concepts, concepts) << row.file;
      EXPECT_TRUE(losses.empty()) << row.file << ": " << to_string(losses);
      EXPECT_TRUE(again.losses.empty()) << row.file << ": " << to_string(again.losses);
    }
  }
}

TEST(Tbx, LossesOfBasicAreCounted) {
  LossCounts losses;
  for (const char* file : {"v2-default.tbx", "v2-basic-xcs.tbx", "v2-ntig.tbx"}) {
    tbx_basic(read_tbx(data_file(file)).concepts, TbxStyle::kVersion3, losses);
  }
  TermConcept entry;
  entry.terms.push_back({"كتاب", Language::kArabic, TermStatus::kPreferred, {}});
  entry.terms[0].forms = {"كتب"};
  entry.terms[0].part_of_speech = "phrasal verb";
  entry.terms[0].do_not_translate = true;
  entry.properties = {{"crossReference@elsewhere", "see"}, {"en:definition", "lost"}};
  tbx_basic({entry}, TbxStyle::kVersion2, losses);
  EXPECT_EQ(to_string(losses),
            "2 entrySource, 2 grammatical numbers, 2 hyphenation, 1 id, 2 identifiers that XML "
            "does not allow or that were there twice, 1 listed forms, 1 marks \"do not "
            "translate\", 2 normativeAuthorization, 1 partOfSpeech \"phrasal verb\", 1 "
            "reliabilityCode, 1 source.note, 1 statements on languages without a term, 1 targets "
            "of references that are not in the file, 1 termLocation, 1 termType.source");
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
