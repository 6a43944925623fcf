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
    // ROWS
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
