// Files with the oddities of real tools, in the two XML formats: exactly what is read of each, and
// what survives being written again.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tm/base/file.h"
#include "tm/format/unit_formats.h"

namespace mizan {
namespace {

std::string odd_file(const std::string& name) {
  return std::string(MIZAN_SOURCE_DIR) + "/tests/data/format/odd/" + name;
}

// "bpt@0 hi@12 /@20": the tags and their places.
std::string outlined(const std::vector<InlineTag>& tags) {
  std::string text;
  for (const InlineTag& tag : tags) {
    if (!text.empty()) text += ' ';
    text += tag.kind == InlineKind::kClose   ? "/"
            : tag.kind == InlineKind::kSpace ? "space"
                                             : tag.name;
    text += '@' + std::to_string(tag.offset);
  }
  return text;
}

std::string outlined(const TranslationUnit& unit) {
  std::string text = unit.source_language == Language::kArabic ? "ar>en " : "en>ar ";
  text += unit.arabic + " | " + unit.english;
  if (!unit.arabic_tags.empty() || !unit.english_tags.empty()) {
    text += " | " + outlined(unit.arabic_tags) + " | " + outlined(unit.english_tags);
  }
  for (const auto& [type, value] : unit.properties) text += " {" + type + "=" + value + "}";
  for (const std::string& note : unit.notes) text += " note(" + note + ")";
  if (!unit.origin.author.empty()) text += " by " + unit.origin.author;
  if (!unit.origin.created.empty()) text += " on " + unit.origin.created;
  if (!unit.origin.changed.empty()) text += " changed " + unit.origin.changed;
  return text + "\n";
}

struct Reading {
  std::vector<TranslationUnit> units;
  UnitReadSummary summary;
};

Reading read(const std::string& path, const UnitReadOptions& options = {}) {
  Reading reading;
  const UnitSource source = unit_sources({&path, 1}).front();
  reading.summary = source.format->read(
      source.paths, [&](const TranslationUnit& unit) { reading.units.push_back(unit); }, options);
  return reading;
}

// The units, then what was not handed out; of an error the message behind the file's name.
std::string outcome(const std::string& path, const UnitReadOptions& options = {}) {
  try {
    const Reading reading = read(path, options);
    std::string text;
    for (const TranslationUnit& unit : reading.units) text += outlined(unit);
    const UnitReadSummary& summary = reading.summary;
    if (summary.untranslated > 0) text += std::to_string(summary.untranslated) + " untranslated\n";
    if (summary.malformed > 0) text += std::to_string(summary.malformed) + " malformed\n";
    for (const Diagnostic& diagnostic : summary.diagnostics) text += diagnostic.message + "\n";
    if (!summary.left_out.empty()) text += "left out: " + to_string(summary.left_out) + "\n";
    return text;
  } catch (const Error& error) {
    return std::string(error.what()).substr(path.size()) + "\n";
  }
}

struct Row {
  const char* file;
  const char* outcome;
};

constexpr Row kRows[] = {
    {"all-srclang.tmx",
     "en>ar احترقت شاحنتان. | Two trucks burned.\n"
     "ar>en انقطعت الكهرباء. | The power went out. {@srclang=*all*}\n"},
    {"alternatives.xlf",
     "en>ar نفى الجيش ذلك. | The army denied it. | g@7 /@17 x@25 | space@0 g@4 /@8 x@19 {tuid=1} "
     "{xliff:xml:space=preserve} {xliff:target state=needs-review-translation}\n"
     "left out: 1 alternative translations, 1 binary units, 1 units not to be translated\n"},
    {"cdata.tmx", "ar>en الدخل < 100 & \"أقل\" | income < 100 & \"less\"\n"},
    {"codes-everywhere.tmx",
     "ar>en عاجل: قصف الفاشر ليلا | Breaking: shelling in El Fasher | bpt@0 ept@8 hi@17 hi@30 /@38 "
     "/@38 ph@38 | it@0 ut@10\n"},
    {"controls.tmx",
     "ar>en سطر واحد | one      line\n"
     "2 control characters that XML forbids read as spaces\n"},
    {"dates.tmx",
     "ar>en أولا | first on 2024-03-01T10:15:00Z changed 2024-03-02T11:00:00Z\n"
     "ar>en ثانيا | second {@changedate=last week} on 2024-03-01T00:00:00Z\n"},
    {"entity.tmx",
     ":2:29: declares the entity \"org\"; entities are refused for safety; write the text out\n"},
    {"memoq.mqxliff",
     "en>ar تضاعفت أسعار المياه. | Water prices doubled. | bpt@0 ept@12 | bpt@13 ept@20 {tuid=4} "
     "{xliff:mq:status=ManuallyConfirmed} {xliff:mq:lastchanginguser=هدى} "
     "{xliff:mq:lastchangedtimestamp=2025-06-01T07:30:00Z} {xliff:target xml:space=preserve} by "
     "هدى changed 2025-06-01T07:30:00Z\n"},
    {"mid-order.xlf",
     "en>ar واحد. | One. {tuid=7/a} {xliff:approved=yes}\n"
     "en>ar ثلاثة. | Three. {tuid=7/c} {xliff:approved=yes}\n"
     "1 untranslated\n"},
    {"mismatched.tmx",
     ":6:30: not well-formed XML: mismatched tag; correct the file at this place\n"},
    {"no-language.tmx", ":9:1: a tuv has no language; write its xml:lang\n"},
    {"no-source.xlf", ":5:41: a trans-unit has no source; write its source\n"},
    {"no-target.xlf",
     "en>ar تم | Done {tuid=3} {xliff:target state=final} note(ok)\n"
     "2 untranslated\n"},
    {"one-sided.tmx",
     "ar>en مترجم | translated\n"
     "2 untranslated\n"
     "left out: 1 texts in fr-fr\n"},
    {"prefixed.xlf", "en>ar سطر | A line | ph@6 | ph@2 {tuid=1}\n"},
    {"regions.tmx",
     "ar>en وصل الوفد إلى سبها. | The delegation arrived in Sabha. {xml:lang ar=ar-LY} {xml:lang "
     "en=en-GB}\n"
     "ar>en أعيد فتح السوق. | The market reopened. {@srclang=AR_SD} {xml:lang ar=AR_SD} {xml:lang "
     "en=EN-us}\n"},
    {"repeated-props.tmx",
     "ar>en أغلق المعبر. | The crossing was closed. {tuid=p1} {@usagecount=4} {@x-client=desk} "
     "{subject=trade} {subject=borders} {subject=trade} {changeid=nour} {@changedate "
     "ar=20250211T090000Z} {@changeid ar=nour} {style@ar=formal} {@note ar=checked} note(first) "
     "note(second) by سلمى on 2025-01-10T08:00:00Z changed 2025-02-11T09:00:00Z\n"},
    {"studio.sdlxliff",
     "en>ar نفد الوقود. | Fuel ran out. | g@0 /@6 | g@5 /@8 {tuid=9ab/1} "
     "{xliff:xml:space=preserve} {sdl:conf=Translated} {sdl:origin=interactive} {sdl:percent=100} "
     "{sdl:created_by=رنا} {xml:lang ar=ar-SA} {xml:lang en=en-US} by رنا\n"
     "1 untranslated\n"
     "left out: 1 inline tags around segments\n"},
    {"two-files.xlf",
     "ar>en سلام | Peace {tuid=1} {xml:lang ar=ar-SD} {xml:lang en=en-GB}\n"
     "en>ar حرب | War {tuid=1}\n"
     "left out: 1 texts in fr\n"},
    {"utf16be.tmx", "ar>en هدوء حذر | Uneasy calm\n"},
    {"version2.xlf",
     "en>ar هطل المطر. | Rain fell. | pc@7 /@17 ph@18 | pc@0 /@4 ph@10 {tuid=u1/s1} "
     "{xliff:resname=lead} {xliff:target state=final} note(headline)\n"
     "1 untranslated\n"
     "left out: 1 lists of candidate matches, 1 units not to be translated\n"},
    {"white-space.tmx", "ar>en نعم | yes | space@0 space@6 | space@0 ph@3 space@3\n"},
};

TEST(OddFiles, AreReadAsTheTableSays) {
  for (const Row& row : kRows) EXPECT_EQ(outcome(odd_file(row.file)), row.outcome) << row.file;
}

TEST(OddFiles, KeepGoingLeavesOutTheMalformedRecordAlone) {
  constexpr Row kKept[] = {
      {"no-language.tmx",
       "ar>en قبل | before\n"
       "ar>en بعد | after\n"
       "1 malformed\n"
       "a tuv has no language; write its xml:lang\n"},
      {"no-source.xlf",
       "en>ar حسنا | Fine {tuid=2}\n"
       "1 malformed\n"
       "a trans-unit has no source; write its source\n"},
      {"mismatched.tmx",
       ":6:30: not well-formed XML: mismatched tag; correct the file at this place\n"},
  };
  for (const Row& row : kKept) {
    EXPECT_EQ(outcome(odd_file(row.file), {.malformed = MalformedRecord::kSkip}), row.outcome)
        << row.file;
  }
}

std::string written(const std::vector<TranslationUnit>& units, const char* format) {
  std::string text;
  const TextSink sink = [&](std::string_view piece) { text += piece; };
  const auto writer = find_unit_format(format)->make_writer({&sink, 1});
  writer->begin({});
  for (const TranslationUnit& unit : units) writer->write(unit);
  writer->finish();
  return text;
}

std::vector<TranslationUnit> read_again(const std::string& text) {
  // A file of its own for each test: they run side by side.
  const std::string path = ::testing::TempDir() + "mizan_odd_files_" +
                           ::testing::UnitTest::GetInstance()->current_test_info()->name();
  write_file(path, text);
  return read(path).units;
}

TEST(OddFiles, ComeBackWholeInTheirOwnFormat) {
  for (const Row& row : kRows) {
    const std::string name = row.file;
    const std::string path = odd_file(name);
    if (std::string_view(row.outcome).starts_with(':')) continue;
    const char* format = name == "version2.xlf"  ? "xliff2"
                         : name.ends_with("tmx") ? "tmx"
                                                 : "xliff";
    const std::vector<TranslationUnit> units = read(path).units;
    const std::vector<TranslationUnit> again = read_again(written(units, format));
    ASSERT_EQ(again.size(), units.size()) << name;
    for (std::size_t i = 0; i < units.size(); ++i) {
      EXPECT_EQ(again[i].arabic, units[i].arabic) << name;
      EXPECT_EQ(again[i].english, units[i].english) << name;
      EXPECT_EQ(again[i].source_language, units[i].source_language) << name;
      EXPECT_EQ(again[i].notes, units[i].notes) << name;
      EXPECT_EQ(outlined(again[i].arabic_tags), outlined(units[i].arabic_tags)) << name;
      EXPECT_EQ(outlined(again[i].english_tags), outlined(units[i].english_tags)) << name;
      // To the last attribute and code, written again: nothing changes any more.
      EXPECT_EQ(written({again[i]}, format), written({units[i]}, format)) << name;
    }
  }
}

TEST(OddFiles, KeepTheirTextsAndCodesInTheOtherFormats) {
  for (const Row& row : kRows) {
    if (std::string_view(row.outcome).starts_with(':')) continue;
    for (const TranslationUnit& unit : read(odd_file(row.file)).units) {
      for (const char* format : {"tmx", "xliff", "xliff2"}) {
        const std::vector<TranslationUnit> again = read_again(written({unit}, format));
        ASSERT_EQ(again.size(), 1U) << row.file << format;
        EXPECT_EQ(again[0].arabic, unit.arabic) << row.file << format;
        EXPECT_EQ(again[0].english, unit.english) << row.file << format;
        EXPECT_EQ(again[0].arabic_tags.size(), unit.arabic_tags.size()) << row.file << format;
        EXPECT_EQ(again[0].english_tags.size(), unit.english_tags.size()) << row.file << format;
      }
    }
  }
}

}  // namespace
}  // namespace mizan
