#include "tm/report/findings_view.h"

#include <gtest/gtest.h>

namespace mizan {
namespace {

Finding number_finding() {
  Finding finding;
  finding.rule = "number-value";
  finding.severity = Severity::kError;
  finding.line = 12;
  finding.message = "25 million, but 2.5 million";
  return finding;
}

TEST(FindingView, BracketsTheWordsThatMatterOnBothSides) {
  Finding finding = number_finding();
  const std::string arabic = "يسكنها نحو 25 مليون نسمة";
  const std::string english = "home to 2.5 million people";
  const std::size_t at = arabic.find("25");
  finding.source = FindingSpan{12, at, at + std::string_view("25 مليون").size(), "25 مليون"};
  finding.target = FindingSpan{14, 8, 19, "2.5 million"};
  finding.suggestion = "25 million";
  EXPECT_EQ(view_finding(finding, {arabic, english}, {}),
            "error number-value, line 12: 25 million, but 2.5 million\n"
            "  12  يسكنها نحو [25 مليون] نسمة\n"
            "  14  home to [2.5 million] people\n"
            "  → 25 million\n");
}

TEST(FindingView, NamesTheRecordAndLeavesOutWhatIsNotThere) {
  Finding finding = number_finding();
  finding.severity = Severity::kWarning;
  finding.id = "u7";
  EXPECT_EQ(view_finding(finding, {}, {}),
            "warning number-value, line 12 (u7): 25 million, but 2.5 million\n");
}

TEST(FindingView, ShortensALongLineAroundThePlace) {
  Finding finding = number_finding();
  std::string line;
  for (int i = 0; i < 100; ++i) line += "ب";
  const std::size_t at = line.size();
  line += "خطأ";
  const std::size_t end = line.size();
  for (int i = 0; i < 100; ++i) line += "ت";
  finding.source = FindingSpan{12, at, end, "خطأ"};
  std::string left;
  std::string right;
  for (int i = 0; i < 48; ++i) {
    left += "ب";
    right += "ت";
  }
  EXPECT_EQ(view_finding(finding, {line, ""}, {}),
            "error number-value, line 12: 25 million, but 2.5 million\n  12  …" + left + "[خطأ]" +
                right + "…\n");
}

TEST(FindingView, ShortensALongLineBetweenWords) {
  Finding finding = number_finding();
  std::string line;
  for (int i = 0; i < 20; ++i) line += "كلمات ";
  const std::size_t at = line.size();
  line += "خطأ";
  for (int i = 0; i < 20; ++i) line += " كلمات";
  finding.source = FindingSpan{12, at, at + std::string_view("خطأ").size(), "خطأ"};
  // 48 characters are eight words of five with their spaces.
  std::string left;
  std::string right;
  for (int i = 0; i < 8; ++i) {
    left += " كلمات";
    right += " كلمات";
  }
  EXPECT_EQ(view_finding(finding, {line, ""}, {}),
            "error number-value, line 12: 25 million, but 2.5 million\n  12  …" + left + " [خطأ]" +
                right + " …\n");
  // One letter later the first word would be cut, and the last one.
  line.insert(at, "ال");
  finding.source->begin += std::string_view("ال").size();
  finding.source->end += std::string_view("ال").size();
  EXPECT_EQ(view_finding(finding, {line, ""}, {}),
            "error number-value, line 12: 25 million, but 2.5 million\n  12  …" +
                left.substr(0, left.size() * 7 / 8) + " ال[خطأ]" + right + " …\n");
}

TEST(FindingView, IsolatesWhatTheMessageQuotesAndTheSuggestion) {
  Finding finding = number_finding();
  finding.message = "“four” is not the value of “ثلاثة”";
  finding.suggestion = "ثلاثة";
  finding.source = FindingSpan{12, 6, 16, "ثلاثة"};
  EXPECT_EQ(view_finding(finding, {"(MI6) ثلاثة", ""}, {.isolate = true}),
            "error number-value, line 12: “\u2068four\u2069” is not the value of "
            "“\u2068ثلاثة\u2069”\n"
            "  12  \u2068\u200F(MI6) [ثلاثة]\u2069\n"
            "  → \u2068ثلاثة\u2069\n");
}

TEST(FindingView, ShowsTheWordsAloneWithoutTheirLine) {
  Finding finding = number_finding();
  finding.target = FindingSpan{14, 8, 19, "2.5 million"};
  EXPECT_EQ(view_finding(finding, {}, {}),
            "error number-value, line 12: 25 million, but 2.5 million\n  14  2.5 million\n");
}

TEST(FindingView, ColoursAndIsolates) {
  Finding finding = number_finding();
  finding.target = FindingSpan{14, 0, 3, "2.5"};
  EXPECT_EQ(view_finding(finding, {"", "2.5 people"}, {.color = true, .isolate = true}),
            "\x1b[31merror\x1b[0m \x1b[1mnumber-value\x1b[0m, line 12: 25 million, but 2.5 "
            "million\n  14  \u2068\x1b[4;31m2.5\x1b[0m people\u2069\n");
}

TEST(FindingSummary, CountsBySeverity) {
  const auto findings = [](int errors, int warnings, int infos) {
    std::vector<Finding> list;
    const auto add = [&](int n, Severity severity) {
      for (int i = 0; i < n; ++i) list.emplace_back().severity = severity;
    };
    add(errors, Severity::kError);
    add(warnings, Severity::kWarning);
    add(infos, Severity::kInfo);
    return list;
  };
  EXPECT_EQ(summary(findings(0, 0, 0)), "nothing found");
  EXPECT_EQ(summary(findings(1, 0, 0)), "1 error");
  EXPECT_EQ(summary(findings(3, 1, 0)), "3 errors, 1 warning");
  EXPECT_EQ(summary(findings(0, 2, 2)), "2 warnings, 2 info");
  EXPECT_EQ(summary(findings(0, 0, 1)), "1 info");
}

}  // namespace
}  // namespace mizan
