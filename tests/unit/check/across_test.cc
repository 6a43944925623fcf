// Documents of one run against each other.
#include "tm/check/across.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tm/variant/name_knowledge.h"

namespace mizan {
namespace {

using Pair = std::pair<std::string, std::string>;

const Pair kLeft = {"غادر الوفد المدينة صباح أمس.", "The delegation left the city yesterday."};
const Pair kQuit = {"غادر الوفد المدينة صباح أمس.", "Yesterday the visitors quit the town."};
const Pair kOther = {"ترك الزوار البلدة يوم الأحد.", "The delegation left the city yesterday."};

void add_line(const std::string& line, CheckedSide& side) {
  const std::size_t begin = side.input.size();
  side.text.segments.push_back({line, {begin, begin + line.size()}, 0, side.text.segments.size()});
  side.input += line + '\n';
}

CheckedFile file_of(const std::string& name, const std::vector<Pair>& pairs) {
  CheckedFile file;
  file.arabic.text.name = name + ".ar";
  file.english.text = {name + ".en", Language::kEnglish, {}};
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    add_line(pairs[i].first, file.arabic);
    add_line(pairs[i].second, file.english);
    file.alignment.beads.push_back({{i, i + 1}, {i, i + 1}, 1});
  }
  return file;
}

// The findings of each file.
std::vector<CheckedFile> checked(std::vector<CheckedFile> files,
                                 const std::vector<NameCluster>& clusters = {},
                                 const NameKnowledge* words = nullptr,
                                 const CheckOptions& options = {}) {
  std::vector<RunFile> run;
  for (CheckedFile& file : files) run.push_back({&file, &options});
  check_across(run, clusters, words);
  return files;
}

// "file:line rule -> file:line:column ..."
std::string told(const std::vector<CheckedFile>& files) {
  std::string text;
  for (const CheckedFile& file : files) {
    for (const Finding& finding : file.findings) {
      text +=
          file.arabic.text.name + ":" + std::to_string(finding.line) + " " + finding.rule + " ->";
      for (const RelatedPlace& place : finding.related) {
        text += " " + place.file + ":" + std::to_string(place.line) + ":" +
                std::to_string(place.column);
      }
      text += "\n";
    }
  }
  return text;
}

TEST(Across, TellsTheRarerTranslationOfASentence) {
  const auto files = checked({file_of("a", {kQuit}), file_of("b", {kLeft}), file_of("c", {kLeft})});
  EXPECT_EQ(told(files), "a.ar:1 inconsistent-target -> b.en:1:1\n");
  const Finding& finding = files[0].findings[0];
  EXPECT_EQ(finding.message,
            "the same Arabic has another translation in another document (1 place against 2)");
  EXPECT_EQ(finding.suggestion, "“" + kLeft.second + "”");
  EXPECT_EQ(finding.source->text, kQuit.first);
  EXPECT_EQ(finding.target->text, kQuit.second);
}

TEST(Across, TellsOfASentenceThatTranslatesTwo) {
  EXPECT_EQ(told(checked({file_of("a", {kLeft, kLeft}), file_of("b", {kOther})})),
            "b.ar:1 inconsistent-source -> a.ar:1:1\n");
}

TEST(Across, LeadsToFurtherPlacesOnce) {
  EXPECT_EQ(told(checked({file_of("a", {kLeft}), file_of("b", {kLeft, kQuit}),
                          file_of("c", {kQuit}), file_of("d", {kLeft})})),
            "b.ar:2 inconsistent-target -> a.en:1:1 c.en:1:1\n");
}

TEST(Across, IsSilentWhereNothingDiffersOrOneDocumentHasBoth) {
  EXPECT_EQ(told(checked({file_of("a", {kLeft}), file_of("b", {kLeft})})), "");
  EXPECT_EQ(told(checked({file_of("a", {kLeft, kQuit})})), "");
  const Pair phrase = {"قال الوزير", "the minister said"};
  const Pair same_phrase = {"قال الوزير", "said the secretary"};
  EXPECT_EQ(told(checked({file_of("a", {phrase}), file_of("b", {same_phrase})})), "");
}

TEST(Across, ComparesTheDocumentsOfOneFile) {
  CheckedFile file = file_of("a", {kLeft, kQuit});
  file.kind = CheckedFile::Kind::kRecords;
  file.records = {{"1", "x", {}, {}}, {"2", "y", TextPlace{2, 5}, TextPlace{2, 40}}};
  const auto files = checked({file});
  EXPECT_EQ(told(files), "a.ar:2 inconsistent-target -> a.en:1:0\n");
  EXPECT_EQ(files[0].findings[0].id, "2");
  EXPECT_EQ(files[0].findings[0].document, "y");
  EXPECT_EQ(files[0].findings[0].related[0].id, "1");
}

TEST(Across, LeavesWhatTheFileItselfHasSaid) {
  CheckedFile said = file_of("a", {kQuit});
  Finding finding;
  finding.rule = "inconsistent-target";
  finding.line = 1;
  finding.source = FindingSpan{1, 0, kQuit.first.size(), kQuit.first};
  said.findings = {finding};
  EXPECT_EQ(told(checked({said, file_of("b", {kLeft}), file_of("c", {kLeft})})),
            "a.ar:1 inconsistent-target ->\n");
}

TEST(Across, ItsFingerprintSurvivesMoreFilesAndEditsAroundIt) {
  const std::string before =
      checked({file_of("a", {kQuit}), file_of("b", {kLeft}), file_of("c", {kLeft})})[0]
          .findings[0]
          .fingerprint;
  const Pair yes = {"نعم.", "Yes."};
  const auto after =
      checked({file_of("0", {yes, kQuit}), file_of("a", {kQuit}), file_of("b", {yes, kLeft}),
               file_of("c", {kLeft}), file_of("d", {kLeft, kLeft})});
  EXPECT_EQ(told(after), "0.ar:2 inconsistent-target -> b.en:2:1 a.en:1:1\n");
  EXPECT_EQ(after[0].findings[0].fingerprint, before);
}

TEST(Across, TheHouseStyleOfEachFileDecides) {
  CheckOptions off;
  off.severities["inconsistent-target"] = std::nullopt;
  EXPECT_EQ(told(checked({file_of("a", {kLeft}), file_of("b", {kQuit})}, {}, nullptr, off)), "");
}

class Names : public NameKnowledge {
 public:
  bool is_word(Language, std::string_view form) const override { return form == "advocate"; }
  bool is_name(Language, std::string_view form) const override {
    return form == "louis" || form == "lewis" || form == "christian" || form == "gaddafi" ||
           form == "qaddafi";
  }
};

// `usual` in two files, `rare` in a third.
std::string told_of_names(Language language, const std::string& rare, const std::string& usual,
                          double confidence, const std::vector<std::string>& beside) {
  NameCluster cluster;
  cluster.language = language;
  cluster.preferred = usual;
  cluster.confidence = confidence;
  cluster.beside = beside;
  const std::string end = language == Language::kArabic ? ".ar" : ".en";
  cluster.spellings = {{usual, {{"a" + end, 1, 0, usual.size()}, {"b" + end, 1, 0, usual.size()}}},
                       {rare, {{"c" + end, 1, 2, 2 + rare.size()}}}};
  std::vector<CheckedFile> files = {file_of("a", {{usual, usual}}), file_of("b", {{usual, usual}}),
                                    file_of("c", {{"x " + rare, "x " + rare}})};
  const Names names;
  return told(checked(std::move(files), {cluster}, &names));
}

TEST(Across, TellsTheRarerSpellingOfAName) {
  EXPECT_EQ(told_of_names(Language::kArabic, "بريجوزجن", "بريجوجين", 0.8, {"Prigozhin"}),
            "c.ar:1 name-variant-ar -> a.ar:1:1\n");
  EXPECT_EQ(told_of_names(Language::kArabic, "بريجوزجن", "بريجوجين", 0.8, {}), "");
  EXPECT_EQ(told_of_names(Language::kArabic, "بريجوزجن", "بريجوجين", 0.99, {}),
            "c.ar:1 name-variant-ar -> a.ar:1:1\n");
}

TEST(Across, TwoPeopleAreNoVariants) {
  struct {
    std::string rare, usual;
    bool told;
  } const rows[] = {{"Prigozhyn", "Prigozhin", true}, {"Qaddafi", "Gaddafi", true},
                    {"Louis", "Lewis", false},        {"Christian", "Christion", false},
                    {"Christion", "Christian", true}, {"Advocate", "Advocaat", false},
                    {"Macgregor", "MacGregor", true}};
  for (const auto& row : rows) {
    EXPECT_EQ(told_of_names(Language::kEnglish, row.rare, row.usual, 0.9, {"x"}),
              row.told ? "c.ar:1 name-variant-en -> a.en:1:1\n" : "")
        << row.rare;
  }
}

}  // namespace
}  // namespace mizan
