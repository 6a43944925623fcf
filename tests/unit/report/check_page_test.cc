// The page of a check: what stands in it for a browser.
#include <gtest/gtest.h>

#include <regex>

#include "tm/report/check_report.h"

namespace mizan {
namespace {

CheckedSide side(Language language, const std::string& name, const std::string& text) {
  CheckedSide side;
  side.text.name = name;
  side.text.language = language;
  side.text.segments.push_back({text, {0, text.size()}, 0, 0});
  side.input = text;
  return side;
}

CheckReport report_of(const std::string& arabic, const std::string& english,
                      std::vector<Finding> findings) {
  CheckedFile file;
  file.arabic = side(Language::kArabic, "a.ar.txt", arabic);
  file.english = side(Language::kEnglish, "a.en.txt", english);
  file.alignment.beads = {{{0, 1}, {0, 1}, 1}};
  file.findings = std::move(findings);
  return {"9.9", {}, {file}, {}};
}

Finding finding(Severity severity, const FindingSpan& target) {
  Finding finding;
  finding.rule = "number-value";
  finding.severity = severity;
  finding.line = 1;
  finding.target = target;
  finding.message = "“25” is not “35”";
  return finding;
}

TEST(CheckPage, EscapesEveryTextOfTheUser) {
  const std::string hostile = "</script><img src=x onerror='a(\"b\")'>&";
  CheckReport report =
      report_of(hostile, hostile, {finding(Severity::kError, {1, 0, 9, "</script>"})});
  CheckedFile& file = report.files[0];
  file.english.text.name = hostile;
  file.findings[0].id = file.findings[0].suggestion = hostile;
  file.records = {{hostile, hostile, {}, {}}};
  file.findings[0].message = hostile;
  file.diagnostics.push_back({hostile, {.file = hostile}});
  report.problems = {hostile};
  const std::string page = check_page(report);
  EXPECT_EQ(page.find("<img"), std::string::npos);
  EXPECT_EQ(page.find("</script>"), page.rfind("</script>"));
  EXPECT_NE(page.find("&lt;img src=x onerror=&#39;a(&quot;b&quot;)&#39;&gt;&amp;"),
            std::string::npos);
}

TEST(CheckPage, NamesTheLanguageAndDirectionOfEachSide) {
  const std::string page = check_page(report_of("نعم", "Yes", {}));
  EXPECT_NE(page.find(R"(<div class="side" lang="ar" dir="rtl"><p>نعم</p>)"), std::string::npos);
  EXPECT_NE(page.find(R"(<div class="side" lang="en" dir="ltr"><p>Yes</p>)"), std::string::npos);
}

TEST(CheckPage, MarksThatOverlapAreCutAtTheirBorders) {
  const std::string page =
      check_page(report_of("نعم", "one two three",
                           {finding(Severity::kWarning, {1, 0, 7, "one two"}),
                            finding(Severity::kError, {1, 4, 13, "two three"})}));
  EXPECT_NE(page.find(R"(<p><mark class="warning" data-f="0">one </mark>)"
                      R"(<mark class="error" data-f="0 1">two</mark>)"
                      R"(<mark class="error" data-f="1"> three</mark></p>)"),
            std::string::npos);
}

TEST(CheckPage, NamesDocumentsAndLinksRelatedPlaces) {
  CheckReport report = report_of("نعم", "Yes", {finding(Severity::kError, {1, 0, 3, "Yes"})});
  CheckedFile& file = report.files[0];
  file.kind = CheckedFile::Kind::kRecords;
  file.records = {{"7", "first part", {}, {}}};
  file.findings[0].id = "7";
  file.findings[0].related = {{"7", 1}, {"8", 0}};
  const std::string page = check_page(report);
  EXPECT_NE(page.find("<h3><bdi>first part</bdi></h3>"), std::string::npos);
  EXPECT_NE(page.find("line 1, id <bdi>7</bdi>"), std::string::npos);
  EXPECT_NE(page.find(R"(also in line <a href="#b0-0">1</a>, 0)"), std::string::npos);
}

TEST(CheckPage, ExplainsTheRulesThatFoundSomethingEachSideInItsDirection) {
  constexpr Rule kRules[] = {{"number-value", Severity::kError, "numbers", "A <value> differs.",
                              "25 يومًا | 25 days", "25 يومًا | 35 days\n3 أيام"},
                             {"date", Severity::kError, "dates", "A date differs.", "", ""}};
  CheckReport report = report_of("نعم", "Yes", {finding(Severity::kError, {1, 0, 3, "Yes"})});
  report.rules = kRules;
  const std::string page = check_page(report);
  EXPECT_NE(page.find("<dt id=\"rule-number-value\">number-value</dt>\n"
                      "<dd><p>A &lt;value&gt; differs.</p>"
                      "<p>right: <bdi>25 يومًا</bdi> | <bdi>25 days</bdi></p>"
                      "<p>wrong: <bdi>25 يومًا</bdi> | <bdi>35 days</bdi></p>"
                      "<p>wrong: <bdi>3 أيام</bdi></p></dd>"),
            std::string::npos);
  EXPECT_EQ(page.find("rule-date"), std::string::npos);
}

TEST(CheckPage, ShowsTheCodesOfInvisibleCharacters) {
  const std::string page = check_page(
      report_of("نعم", "Yes\u202E.", {finding(Severity::kWarning, {1, 3, 6, "\u202E"})}));
  EXPECT_NE(page.find(R"(data-f="0" data-code="U+202E">)"), std::string::npos);
}

TEST(CheckPage, DrawsABandForEachBeadAndFewerForMany) {
  const auto bands = [](std::size_t beads) {
    CheckReport report = report_of("نعم", "Yes", {});
    CheckedFile& file = report.files[0];
    file.alignment.beads.clear();
    file.arabic.text.segments.resize(beads);
    file.english.text.segments.resize(beads);
    for (std::size_t i = 0; i < beads; ++i)
      file.alignment.beads.push_back({{i, i + 1}, {i, i + 1}, 1});
    const std::string page = check_page(report);
    std::size_t count = 0;
    for (std::size_t at = 0; (at = page.find("<polygon", at)) != std::string::npos; ++at) ++count;
    return count;
  };
  EXPECT_EQ(bands(1), 1u);
  EXPECT_EQ(bands(399), 399u);
  EXPECT_EQ(bands(2000), 334u);
}

TEST(CheckPage, IsolatesWhatAMessageQuotes) {
  const std::string page =
      check_page(report_of("نعم", "Yes", {finding(Severity::kError, {1, 0, 3, "Yes"})}));
  EXPECT_NE(page.find("<p>“<bdi>25</bdi>” is not “<bdi>35</bdi>”</p>"), std::string::npos);
}

TEST(CheckPage, AllowsItsOwnStyleAndScriptAndNothingElse) {
  const std::string page = check_page(report_of("نعم", "Yes", {}));
  EXPECT_TRUE(std::regex_search(
      page, std::regex("content=\"default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='; "
                       "script-src 'sha256-[A-Za-z0-9+/]{43}='; ")));
  EXPECT_EQ(page.find("http://"), std::string::npos);
  EXPECT_EQ(page.find("https://"), std::string::npos);
  EXPECT_EQ(page.find("{{"), std::string::npos);
}

}  // namespace
}  // namespace mizan
