// The check of files from end to end: read, split, aligned, checked.
#include "tm/project/check_job.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "tests/unit/check/gold_article.h"
#include "tests/unit/test_folder.h"

namespace mizan {
namespace {

const std::string kRoot = MIZAN_SOURCE_DIR;

class CheckJobTest : public ::testing::Test {
 protected:
  static CheckedFile check(std::vector<std::string> files, CheckRequest request = {}) {
    CheckInput input{std::move(files)};
    input.options.least = Severity::kWarning;  // what the command shows by default
    return CheckJob(std::move(request)).check(input);
  }

  static bool has(const CheckedFile& result, std::string_view rule, std::size_t line) {
    return std::ranges::any_of(result.findings, [&](const Finding& finding) {
      return finding.rule == rule && finding.line == line;
    });
  }

  // `number` is 1-based.
  static std::string line_of(const std::string& text, std::size_t number) {
    std::istringstream lines(text);
    std::string line;
    for (std::size_t i = 0; i < number; ++i) std::getline(lines, line);
    return line;
  }

  static std::string error_of(const std::vector<std::string>& files) {
    try {
      check(files);
    } catch (const Error& error) {
      return error.what();
    }
    return "";
  }

  // `allowed`: what is wrong in the Arabic itself.
  static void expect_planted_faults_found(const std::string& folder, std::size_t may_miss,
                                          const std::vector<std::string>& allowed) {
    CheckRequest request;
    request.glossaries = {folder + "/glossary.tsv"};
    const std::string arabic = folder + "/article.ar.txt";
    const CheckedFile clean_result = check({arabic, folder + "/article.en.txt"}, request);
    for (const Finding& finding : clean_result.findings) {
      if (finding.source && std::ranges::find(allowed, finding.source->text) != allowed.end()) {
        continue;
      }
      ADD_FAILURE() << "false: " << finding.rule << " line " << finding.line << ": "
                    << finding.message;
    }
    const auto missed =
        missed_faults(read_gold_article(folder), clean_result.findings,
                      check({arabic, folder + "/article.errors.en.txt"}, request).findings);
    EXPECT_LE(missed.size(), may_miss);
    for (const std::string& fault : missed) std::cout << "missed " << fault << "\n";
  }

  testing::TestFolder folder_;
};

TEST_F(CheckJobTest, FindsThePlantedFaultsOfTheFirstExample) {
  expect_planted_faults_found(kRoot + "/examples/article", 1, {"بريجوزجن", "بريجوجين"});
}

TEST_F(CheckJobTest, FindsThePlantedFaultsOfTheSecondExample) {
  expect_planted_faults_found(kRoot + "/examples/article2", 1, {});
}

TEST_F(CheckJobTest, TakesTheFilesInEitherOrder) {
  const std::string folder = kRoot + "/examples/article";
  const auto there = check({folder + "/article.ar.txt", folder + "/article.errors.en.txt"});
  const auto back = check({folder + "/article.errors.en.txt", folder + "/article.ar.txt"});
  ASSERT_EQ(there.findings.size(), back.findings.size());
  for (std::size_t i = 0; i < there.findings.size(); ++i) {
    EXPECT_EQ(there.findings[i].rule, back.findings[i].rule);
    EXPECT_EQ(there.findings[i].line, back.findings[i].line);
  }
}

TEST_F(CheckJobTest, GivesTheLinesThatFindingsPointInto) {
  const std::string folder = kRoot + "/examples/article";
  const CheckedFile result = check({folder + "/article.ar.txt", folder + "/article.errors.en.txt"});
  ASSERT_FALSE(result.findings.empty());
  for (const Finding& finding : result.findings) {
    if (finding.source) {
      EXPECT_EQ(line_of(result.arabic.input, finding.source->line)
                    .substr(finding.source->begin, finding.source->end - finding.source->begin),
                finding.source->text);
    }
    if (finding.target) {
      EXPECT_EQ(line_of(result.english.input, finding.target->line)
                    .substr(finding.target->begin, finding.target->end - finding.target->begin),
                finding.target->text);
    }
  }
}

TEST_F(CheckJobTest, PairsLinesWhenBothFilesHaveAsMany) {
  CheckRequest lines;
  lines.segmentation = Segmentation::kLines;
  const CheckedFile result = check({folder_.write("ar", "قتل 25 شخصًا.\n\nعاد الهدوء في 2023.\n"),
                                    folder_.write("en", "It killed 35 people.\n\nCalm in 2023.\n")},
                                   lines);
  EXPECT_TRUE(has(result, "number-value", 1));
  EXPECT_FALSE(has(result, "number-value", 3));
}

TEST_F(CheckJobTest, ChecksATsvByItsColumns) {
  const CheckedFile result = check({folder_.write(
      "a.tsv",
      "id\tdocument\ten\tar\nu1\td\tIt killed 35 people.\tقتل 25 شخصًا.\nu2\td\tYes.\tنعم.\n")});
  ASSERT_EQ(result.findings.size(), 1U);
  EXPECT_EQ(result.findings[0].rule, "number-value");
  EXPECT_EQ(result.findings[0].id, "u1");
  EXPECT_EQ(result.findings[0].document, "d");
  EXPECT_EQ(result.findings[0].line, 2U);
  EXPECT_EQ(line_of(result.arabic.input, 2), "قتل 25 شخصًا.");
}

TEST_F(CheckJobTest, ChecksATsvWithoutAHeader) {
  for (const std::string_view rows : {"نعم.\tYes.\nقتل 25 شخصًا.\tIt killed 35 people.\n",
                                      "Yes.\tنعم.\nIt killed 35 people.\tقتل 25 شخصًا.\n"}) {
    EXPECT_TRUE(has(check({folder_.write("a.tsv", rows)}), "number-value", 2)) << rows;
  }
}

TEST_F(CheckJobTest, ChecksATmxWhateverItsFirstBytes) {
  const std::string tmx =
      R"(<?xml version="1.0"?><tmx version="1.4"><header srclang="ar"/><body>)"
      R"(<tu tuid="7"><tuv xml:lang="ar"><seg>قتل 25 شخصًا.</seg></tuv>)"
      R"(<tuv xml:lang="en"><seg>It killed 35 people.</seg></tuv></tu></body></tmx>)";
  for (const std::string_view start : {"", "\xEF\xBB\xBF"}) {
    const CheckedFile result = check({folder_.write("a.tmx", std::string(start) + tmx)});
    ASSERT_EQ(result.findings.size(), 1U);
    EXPECT_EQ(result.findings[0].rule, "number-value");
    EXPECT_EQ(result.findings[0].id, "7");
  }
}

TEST_F(CheckJobTest, ReadsATmxWhoseSegmentsHoldLineBreaks) {
  const std::string tmx = folder_.write(
      "a.tmx", R"(<?xml version="1.0"?><tmx version="1.4"><header srclang="ar"/><body>)"
               "<tu><tuv xml:lang=\"ar\"><seg>مرحبا\nبكم\nجميعا</seg></tuv>"
               "<tuv xml:lang=\"en\"><seg>Welcome\nall\nof you</seg></tuv></tu>"
               "<tu tuid=\"2\"><tuv xml:lang=\"ar\"><seg>قتل 25\nشخصًا.</seg></tuv>"
               "<tuv xml:lang=\"en\"><seg>It killed\n35 people.</seg></tuv></tu></body></tmx>");
  const CheckedFile result = check({tmx});
  ASSERT_EQ(result.findings.size(), 1U);
  EXPECT_EQ(result.findings[0].id, "2");
}

TEST_F(CheckJobTest, LeavesOutRowsWithoutATranslation) {
  const std::string tsv =
      folder_.write("a.tsv", "نعم.\tYes.\nوحده\nقتل 25 شخصًا.\tIt killed 35 people.\n");
  const CheckedFile result = check({tsv});
  ASSERT_EQ(result.diagnostics.size(), 1U);
  EXPECT_EQ(result.diagnostics[0].message,
            "no tab between Arabic and English; write Arabic TAB English");
  EXPECT_EQ(result.diagnostics[0].place.line, 2U);
  ASSERT_EQ(result.findings.size(), 1U);
  EXPECT_EQ(result.findings[0].line, 3U);
}

TEST_F(CheckJobTest, SaysWhatIsWrongWithItsFiles) {
  const std::string arabic = folder_.write("ar", "نعم.\n");
  EXPECT_EQ(error_of({arabic, arabic}), arabic + ": is in Arabic, and so is " + arabic +
                                            "; give one Arabic and one English text");
  const std::string empty = folder_.write("b.tsv", "ar\ten\n");
  EXPECT_EQ(error_of({empty}), empty +
                                   ": holds no Arabic-English record; give a bilingual "
                                   "file, or an Arabic and an English text");
}

// Sentences with faults here and there; `document` of each.
template <typename Document>
std::string table_of(std::size_t pairs, const Document& document) {
  std::string table = "id\tdocument\tar\ten\n";
  for (std::size_t i = 0; i < pairs; ++i) {
    const std::string number = std::to_string(i + 11);
    table += std::to_string(i) + "\t" + document(i) + "\tقال بريجو" +
             (i % 97 == 0 ? "زجن" : "جين") + " إن " + number +
             " جنديا غادروا المدينة.\tPrigozhin said " + (i % 89 == 0 ? "7" : number) +
             " soldiers left the town.\n";
  }
  return table;
}

std::vector<std::string> told(const CheckedFile& checked) {
  std::vector<std::string> lines;
  for (const Finding& finding : checked.findings) {
    lines.push_back(finding.id + " " + finding.rule + " " + finding.message + " " +
                    finding.fingerprint);
  }
  return lines;
}

TEST_F(CheckJobTest, ALongDocumentIsTheSameOnAnyNumberOfThreads) {
  const CheckJob job({});
  const auto one_long = [](std::size_t i) { return i < 2100 ? "long" : i < 2150 ? "b" : "c"; };
  const CheckInput input{{folder_.write("a.tsv", table_of(2200, one_long))}};
  const std::vector<std::string> one = told(job.check(input, 1));
  EXPECT_GT(one.size(), 20U);
  EXPECT_EQ(told(job.check(input, 3)), one);
}

TEST_F(CheckJobTest, TellsHowFarItHasCome) {
  const CheckJob job({});
  const CheckInput inputs[] = {
      {{folder_.write("a.tsv", table_of(1200, [](std::size_t) { return "x"; }))}},
      {{folder_.write("b.tsv", "no table\n")}},
      {{folder_.write("c.tsv", table_of(30, [](std::size_t) { return "y"; }))}}};
  std::vector<CheckProgress> steps;
  const CheckRun run{.jobs = 2,
                     .progress = [&](const CheckProgress& done) { steps.push_back(done); }};
  check_files(job, inputs, run, [](std::size_t, CheckedFile*, const std::string&) {});
  ASSERT_FALSE(steps.empty());
  EXPECT_GT(steps.size(), 5U);  // the first file alone has three parts
  EXPECT_TRUE(std::ranges::is_sorted(steps, {}, &CheckProgress::share));
  EXPECT_TRUE(std::ranges::is_sorted(steps, {}, &CheckProgress::pairs));
  EXPECT_EQ(steps.back().files, 3U);
  EXPECT_EQ(steps.back().pairs, 1230U);
  EXPECT_NEAR(steps.back().share, 1, 1e-9);
}

}  // namespace
}  // namespace mizan
