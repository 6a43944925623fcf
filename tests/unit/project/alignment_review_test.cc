#include "tm/project/alignment_review.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <sstream>

#include "tests/unit/test_folder.h"
#include "tm/base/error.h"

namespace mizan {
namespace {

using ::testing::ElementsAre;
using testing::TestFolder;

constexpr std::array<std::string_view, 6> kArabic = {
    "بدأت القصة في الصباح.",           "خرج الرجل من بيته.", "ثم عاد إليه بعد ساعة.",
    "سأل الناس: \"أين كنت يا سيدي؟\"", "لم يجب أحدا منهم.",  "انتهت القصة."};
constexpr std::array<std::string_view, 6> kEnglish = {
    "The story began in the morning.", "The man left his house and came back an hour later.",
    "\"Where have you been, sir?\"",   "So the people asked.",
    "He answered none of them.",       "The end of the story."};

// A review as a grid of cells, for the hand that edits it.
using Grid = std::vector<std::vector<std::string>>;
enum Column { kStatus, kSource, kTarget, kConfidence, kSourceText, kTargetText, kProposed };

Grid cells_of(const std::string& text) {
  Grid grid;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    grid.emplace_back();
    std::size_t begin = 0;
    for (std::size_t tab; (tab = line.find('\t', begin)) != line.npos; begin = tab + 1) {
      grid.back().push_back(line.substr(begin, tab - begin));
    }
    grid.back().push_back(line.substr(begin));
  }
  return grid;
}

std::string text_of(const Grid& grid) {
  std::string text;
  for (const auto& row : grid) {
    for (std::size_t i = 0; i < row.size(); ++i) text += (i == 0 ? "" : "\t") + row[i];
    text += '\n';
  }
  return text;
}

class AlignmentReview : public ::testing::Test {
 protected:
  AlignmentReview() {
    write_texts(kArabic, kEnglish);
    const TextPair pair = read();
    // 1=1, 2+3=2, 4=3+4 (in doubt), 5=5, 6=6 (in doubt)
    const Alignment proposed{{{{0, 1}, {0, 1}, 0.99},
                              {{1, 3}, {1, 2}, 0.95},
                              {{3, 4}, {2, 4}, 0.60},
                              {{4, 5}, {4, 5}, 0.92},
                              {{5, 6}, {5, 6}, 0.40}}};
    proposed_ = proposed;
    review_ = to_tsv(make_review(pair, proposed, {.path = folder_.path("r.tsv")}));
  }

  void write_texts(std::span<const std::string_view> arabic,
                   std::span<const std::string_view> english) {
    const auto joined = [](std::span<const std::string_view> lines) {
      std::string text;
      for (const std::string_view line : lines) text.append(line).append("\n");
      return text;
    };
    folder_.write("texts/a.ar.txt", joined(arabic));
    folder_.write("texts/a.en.txt", joined(english));
  }

  TextPair read() const {
    return read_text_pair(folder_.path("texts/a.ar.txt"), folder_.path("texts/a.en.txt"),
                          Segmentation::kSentences);
  }

  ReviewedPair apply(const std::function<void(Grid&)>& edit) const {
    Grid grid = cells_of(review_);
    edit(grid);
    return apply_review(folder_.write("r.tsv", text_of(grid)));
  }

  std::string message_of(const std::function<void(Grid&)>& edit) const {
    try {
      apply(edit);
    } catch (const Error& error) {
      std::string message = error.what();
      for (std::size_t at; (at = message.find(folder_.path())) != message.npos;) {
        message.erase(at, folder_.path().size());
      }
      return message;
    }
    return "no error";
  }

  TestFolder folder_;
  Alignment proposed_;
  std::string review_;
};

// "1=1 2+3=2": the beads, and how each was decided (confirmed !, doubtful ?, rejected -).
std::string beads_of(const ReviewedPair& reviewed) {
  EXPECT_TRUE(reviewed.alignment.covers(reviewed.pair.first.segmented.segments.size(),
                                        reviewed.pair.second.segmented.segments.size()));
  const auto list = [](const SegmentRange& range) {
    std::string text;
    for (std::size_t i = range.begin; i < range.end; ++i) {
      text += (text.empty() ? "" : "+") + std::to_string(i + 1);
    }
    return text;
  };
  std::string text;
  for (std::size_t i = 0; i < reviewed.alignment.beads.size(); ++i) {
    const Bead& bead = reviewed.alignment.beads[i];
    constexpr std::array<const char*, 4> kMarks = {"", "!", "?", "-"};
    text += (i == 0 ? "" : " ") + list(bead.source) + '=' + list(bead.target) +
            kMarks[static_cast<std::size_t>(reviewed.decisions[i])];
  }
  return text;
}

const std::string kJoint = " ⏎ ";

TEST_F(AlignmentReview, UnchangedGivesTheSameAlignment) {
  const ReviewedPair reviewed = apply([](Grid&) {});
  EXPECT_EQ(beads_of(reviewed), "1=1 2+3=2 4=3+4? 5=5 6=6?");
  for (std::size_t i = 0; i < proposed_.beads.size(); ++i) {
    EXPECT_EQ(reviewed.alignment.beads[i].confidence, proposed_.beads[i].confidence);
  }
  EXPECT_EQ(reviewed.reworded, 0U);
}

TEST_F(AlignmentReview, NamesItsTextsFromItsFolder) {
  EXPECT_EQ(cells_of(review_)[0][kSourceText], "source: texts/a.ar.txt");
  EXPECT_EQ(apply([](Grid&) {}).pair.first.segmented.name, folder_.path("texts/a.ar.txt"));
}

TEST_F(AlignmentReview, TakesTextsThatHaveMoved) {
  std::filesystem::rename(folder_.path("texts"), folder_.path("elsewhere"));
  const std::string path = folder_.write("r.tsv", review_);
  EXPECT_THROW(apply_review(path), Error);
  const ReviewedPair reviewed = apply_review(
      path, std::array{folder_.path("elsewhere/a.ar.txt"), folder_.path("elsewhere/a.en.txt")});
  EXPECT_EQ(reviewed.decisions.size(), 5U);
}

TEST_F(AlignmentReview, IsNotOverwritten) {
  const std::string path = folder_.write("r.tsv", review_);
  EXPECT_THROW(write_review(Review{}, path), Error);
  EXPECT_EQ(read_file(path), review_);
}

TEST_F(AlignmentReview, FollowsTheEditsOfAPerson) {
  struct Case {
    const char* what;
    std::function<void(Grid&)> edit;
    std::string beads;
  };
  const Case cases[] = {
      {"approved", [](Grid& g) { g[3][kStatus] = "ok"; }, "1=1 2+3=2 4=3+4! 5=5 6=6?"},
      {"rejected", [](Grid& g) { g[4][kStatus] = "-"; }, "1=1 2+3=2 4=3+4? 5=5- 6=6?"},
      {"called into doubt", [](Grid& g) { g[4][kStatus] = "?"; }, "1=1 2+3=2 4=3+4? 5=5? 6=6?"},
      {"merged by numbers",
       [](Grid& g) {
         g[3][kSource] = "4+5";
         g[3][kTarget] = "3+4+5";
         g.erase(g.begin() + 4);
       },
       "1=1 2+3=2 4+5=3+4+5! 6=6?"},
      {"merged by text",
       [](Grid& g) {
         g[3][kSourceText] += kJoint + g[4][kSourceText];
         g[3][kTargetText] += kJoint + g[4][kTargetText];
         g.erase(g.begin() + 4);
       },
       "1=1 2+3=2 4+5=3+4+5! 6=6?"},
      {"merged by text, the other row left empty",
       [](Grid& g) {
         g[3][kSourceText] += kJoint + g[4][kSourceText];
         g[3][kTargetText] += kJoint + g[4][kTargetText];
         g[4][kSourceText] = g[4][kTargetText] = "";
       },
       "1=1 2+3=2 4+5=3+4+5! 6=6?"},
      {"merged by both",
       [](Grid& g) {
         g[3][kSourceText] += kJoint + g[4][kSourceText];
         g[3][kTargetText] += kJoint + g[4][kTargetText];
         g[3][kSource] = "4+5";
         g[3][kTarget] = "3+4+5";
         g.erase(g.begin() + 4);
       },
       "1=1 2+3=2 4+5=3+4+5! 6=6?"},
      {"merged by text without the joint",
       [](Grid& g) {
         g[1][kSourceText] += " " + g[2][kSourceText];
         g[1][kTargetText] += " " + g[2][kTargetText];
         g.erase(g.begin() + 2);
       },
       "1+2+3=1+2! 4=3+4? 5=5 6=6?"},
      {"split by numbers",
       [](Grid& g) {
         g[2][kSource] = "2";
         g.insert(g.begin() + 3, {"ok", "3", "", "", "", "", ""});
       },
       "1=1 2=2! 3=! 4=3+4? 5=5 6=6?"},
      {"split by text into a new row",
       [](Grid& g) {
         const std::string text = g[3][kTargetText];
         const std::size_t joint = text.find(kJoint);
         g[3][kTargetText] = text.substr(0, joint);
         g.insert(g.begin() + 4, {"", "", "", "", "", text.substr(joint + kJoint.size()), ""});
       },
       "1=1 2+3=2 4=3! =4! 5=5 6=6?"},
      {"split by a copied row",
       [](Grid& g) {
         g.insert(g.begin() + 3, g[2]);
         g[2][kSource] = "2";
         g[3][kSource] = "3";
         g[3][kTarget] = "";
       },
       "1=1 2=2! 3=! 4=3+4? 5=5 6=6?"},
      {"moved by numbers",
       [](Grid& g) {
         g[3][kTarget] = "3";
         g[4][kTarget] = "4+5";
       },
       "1=1 2+3=2 4=3! 5=4+5! 6=6?"},
      {"moved by text",
       [](Grid& g) {
         const std::string text = g[3][kTargetText];
         const std::size_t joint = text.find(kJoint);
         g[3][kTargetText] = text.substr(0, joint);
         g[4][kTargetText] = text.substr(joint + kJoint.size()) + kJoint + g[4][kTargetText];
       },
       "1=1 2+3=2 4=3! 5=4+5! 6=6?"},
      {"moved by text, and mended on the way",
       [](Grid& g) {
         const std::string text = g[3][kTargetText];
         g[3][kTargetText] = text.substr(0, text.find(kJoint));
         g[4][kTargetText] = "So the folk asked." + kJoint + g[4][kTargetText];
       },
       "1=1 2+3=2 4=3! 5=4+5! 6=6?"},
      {"passed on through a row that keeps its count",
       [](Grid& g) {
         const std::string text = g[3][kTargetText];
         const std::size_t joint = text.find(kJoint);
         const std::string fifth = g[4][kTargetText];
         g[3][kTargetText] = text.substr(0, joint);
         g[4][kTargetText] = text.substr(joint + kJoint.size());
         g[5][kTargetText] = fifth + kJoint + g[5][kTargetText];
       },
       "1=1 2+3=2 4=3! 5=4! 6=5+6!"},
      {"merged in one place by numbers, in another by text",
       [](Grid& g) {
         g[1][kSource] = "1+2+3";
         g[1][kTarget] = "1+2";
         g[4][kSourceText] += kJoint + g[5][kSourceText];
         g[4][kTargetText] += kJoint + g[5][kTargetText];
         g.erase(g.begin() + 5);
         g.erase(g.begin() + 2);
       },
       "1+2+3=1+2! 4=3+4? 5+6=5+6!"},
      {"sorted by confidence",
       [](Grid& g) {
         std::swap(g[1], g[5]);
         std::swap(g[2], g[3]);
       },
       "1=1 2+3=2 4=3+4? 5=5 6=6?"},
      {"mended wording, the ? left", [](Grid& g) { g[5][kTargetText] = "The story is over."; },
       "1=1 2+3=2 4=3+4? 5=5 6=6!"},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.what);
    EXPECT_EQ(beads_of(apply(c.edit)), c.beads);
  }
}

TEST_F(AlignmentReview, KeepsTheWordingThatAPersonHasMended) {
  const ReviewedPair reviewed = apply([](Grid& g) {
    g[1][kTargetText] = "It all began  in the morning.";
    g[3][kTargetText] = "Where were you, sir? ⏎ So the people asked.";
  });
  EXPECT_EQ(beads_of(reviewed), "1=1! 2+3=2 4=3+4! 5=5 6=6?");
  EXPECT_EQ(reviewed.reworded, 2U);
  EXPECT_EQ(reviewed.pair.second.segmented.segments[0].text, "It all began in the morning.");
  const auto units = units_of(reviewed, 0);
  ASSERT_EQ(units.size(), 4U);
  EXPECT_EQ(units[2].english, "Where were you, sir? So the people asked.");
  EXPECT_EQ(units[2].arabic, kArabic[3]);
}

TEST_F(AlignmentReview, GivesTheMemoryWhatIsConfirmedOrSure) {
  const ReviewedPair reviewed = apply([](Grid& g) {
    g[1][kStatus] = "-";
    g[3][kStatus] = "ok";
  });
  EXPECT_EQ(beads_of(reviewed), "1=1- 2+3=2 4=3+4! 5=5 6=6?");
  EXPECT_EQ(reviewed.alignment.beads[0].confidence, 0);
  EXPECT_EQ(reviewed.alignment.beads[2].confidence, 1);
  const auto english = [&](double min_confidence) {
    std::vector<std::string> texts;
    for (const TranslationUnit& unit : units_of(reviewed, min_confidence)) {
      texts.push_back((unit.properties.empty() ? "" : unit.properties[0].second + ": ") +
                      unit.english.substr(0, 8));
    }
    return texts;
  };
  EXPECT_THAT(english(0), ElementsAre("The man ", "confirmed: \"Where h", "He answe"));
  EXPECT_THAT(english(0.93), ElementsAre("The man ", "confirmed: \"Where h"));
  EXPECT_THAT(english(1), ElementsAre("confirmed: \"Where h"));
}

TEST_F(AlignmentReview, SaysWhatIsDamaged) {
  struct Case {
    const char* what;
    std::function<void(Grid&)> edit;
    std::string message;
  };
  const Case cases[] = {
      {"missing row", [](Grid& g) { g.erase(g.begin() + 2); },
       "r.tsv:3: sentences 2 to 3 of texts/a.ar.txt are in no row up to here; put the number "
       "into a row; reject a row with the status -"},
      {"missing last row", [](Grid& g) { g.pop_back(); },
       "r.tsv:5: sentence 6 of texts/a.ar.txt is in no row up to here; put the number into a "
       "row; reject a row with the status -"},
      {"segment in two rows", [](Grid& g) { g[4][kTarget] = "4+5"; },
       "r.tsv:5: sentence 4 of texts/a.en.txt is in a row above already; name it in one row "
       "only"},
      {"row twice", [](Grid& g) { g.insert(g.begin() + 2, g[2]); },
       "r.tsv:4: sentence 2 of texts/a.ar.txt is in a row above already; name it in one row "
       "only"},
      {"number behind the end", [](Grid& g) { g[5][kTarget] = "6+7"; },
       "r.tsv:6: texts/a.en.txt has 6 sentences; name none behind the last"},
      {"unknown status", [](Grid& g) { g[2][kStatus] = "good"; },
       "r.tsv:3: unknown status \"good\"; write ok, ? or -"},
      {"text emptied", [](Grid& g) { g[4][kTargetText] = ""; },
       "r.tsv:6: sentence 5 of texts/a.en.txt is in no row up to here; put the number into a "
       "row; reject a row with the status -"},
      {"one of two texts emptied",
       [](Grid& g) { g[3][kTargetText] = "Where have you been, sir? ⏎"; },
       "r.tsv:4: sentence 4 of texts/a.en.txt has no text left; put it back; reject a row with "
       "the status -"},
      {"half a sentence moved",
       [](Grid& g) {
         g[2][kTargetText] = "The man left his house";
         g[3][kTargetText] = "and came back an hour later. ⏎ " + g[3][kTargetText];
       },
       "r.tsv:4: the text cell does not go on with sentence 3 of texts/a.en.txt; move whole "
       "sentences with their ⏎, or change the numbers instead"},
      {"numbers of one place, text of another",
       [](Grid& g) {
         g[3][kTarget] = "3";
         g[4][kTarget] = "4+5";
         g[4][kTargetText] = "An answer of his own.";
       },
       "r.tsv:5: the text cell is not sentences 4 to 5 of texts/a.en.txt; join the sentences of "
       "a cell by ⏎, or leave the cell empty"},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.what);
    EXPECT_EQ(message_of(c.edit), c.message);
  }
}

TEST_F(AlignmentReview, SaysWhichTextHasChangedSince) {
  auto english = kEnglish;
  english[4] = "He answered nobody.";
  write_texts(kArabic, english);
  EXPECT_EQ(message_of([](Grid&) {}),
            "r.tsv:5: sentence 5 of texts/a.en.txt has changed since; restore that text, or "
            "delete this review and write it anew; mend wording in the review");
  write_texts(std::span(kArabic).first(5), kEnglish);
  EXPECT_EQ(message_of([](Grid&) {}),
            "r.tsv:6: sentence 6 of texts/a.ar.txt has changed since; restore that text, or "
            "delete this review and write it anew; mend wording in the review");
}

TEST_F(AlignmentReview, KeepsEmptyLinesAndOmissions) {
  folder_.write("texts/a.ar.txt", "نعم.\n\n2,000\nلا.\n");
  folder_.write("texts/a.en.txt", "Yes.\n2,000\nNever.\nNo ⏎ really.\n");
  const TextPair pair = read_text_pair(folder_.path("texts/a.ar.txt"),
                                       folder_.path("texts/a.en.txt"), Segmentation::kLines);
  const Alignment proposed{{{{0, 1}, {0, 1}, 0.99},
                            {{1, 2}, {1, 1}, 0.99},
                            {{2, 3}, {1, 2}, 0.99},
                            {{3, 3}, {2, 3}, 0.99},
                            {{3, 4}, {3, 4}, 0.99}}};
  const std::string path = folder_.path("lines.tsv");
  write_review(make_review(pair, proposed, {Segmentation::kLines, 0.9, path}), path);
  const ReviewedPair reviewed = apply_review(path);
  EXPECT_EQ(beads_of(reviewed), "1=1 2= 3=2 =3 4=4");
  EXPECT_EQ(reviewed.segmentation, Segmentation::kLines);
  EXPECT_EQ(reviewed.pair.second.segmented.segments[3].text, "No ⏎ really.");
}

}  // namespace
}  // namespace mizan
