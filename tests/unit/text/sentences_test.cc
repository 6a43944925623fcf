#include "tm/text/sentences.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "tm/base/utf8.h"

namespace mizan {
namespace {

using testing::ElementsAre;

// Sentences joined by " | ".
std::string sentences_of(std::string_view text, const SentenceOptions& options = {}) {
  std::string result;
  for (const Segment& segment : split_sentences(text, Language::kArabic, options)) {
    if (!result.empty()) result += " | ";
    result += segment.text;
  }
  return result;
}

std::string replaced(std::string_view text, std::string_view from, std::string_view to) {
  std::string result;
  while (!text.empty()) {
    const std::size_t found = text.find(from);
    result += text.substr(0, found);
    if (found == text.npos) break;
    result += to;
    text.remove_prefix(found + from.size());
  }
  return result;
}

// The expected sentences; " | " stands where the text has a space and a boundary, "¦" where it has
// a boundary and no space.
void expect_sentences(std::string_view expected) {
  const std::string text = replaced(replaced(expected, " | ", " "), "¦", "");
  EXPECT_EQ(sentences_of(text), replaced(expected, "¦", " | "));
}

const char* const kEnglish[] = {
    "",
    "One sentence without a full stop",
    "He came. | She left! | Why? | Really?! | Yes.",
    "It rose to 3.5 percent. | It fell on 3.5.2021 at 10.30 to 1,250.5. | Then it rose.",
    "Dr. Jones met Gen. Smith, Sen. Lee, Lt. Col. Fox and Mrs. Gray. | They talked.",
    "J. K. Rowling and George W. Bush met. | J.R.R. Tolkien did not.",
    "He left the U.S. | The war went on.",
    "The U.S. Senate and the U.S. president agreed. | U.S. forces left.",
    "At 5 p.m. Monday it began. | It ended at 7 p.m. | He left.",
    "Apple Inc. said so. | He works for Apple Inc. | It pays well.",
    "In Jan. 2020 he came. | He left in Oct. | President Widodo stayed.",
    "No. 5 won. | Did he come? | No. | He stayed at home.",
    "Roe v. Wade was cited, e.g. in court, i.e. often. | Fruits, nuts etc. are sold.",
    "He holds a Ph.D. in law. | She teaches.",
    "\"Stop!\" he said. | \"Why?\" Mr. Trump asked. | \"Go!\" | She left.",
    "\"Who are you?\" I asked. | \"Why?\" | I left.",
    "\"We won.\" | \"They lost,\" he said. | 'It is over.' | Then he left.",
    "He called it \"a test.\" | The rest (see below.) | The end.",
    "(It rained.) | The match went on.",
    "He waited... and left. | It ended... | Then he came\u2026 | We stayed.",
    "I ... I do not know.",
    "He denied it. | al-Shabab did not. | iPhone sales rose.",
    "Visit example.com today. | Yahoo! is a firm.",
    "It was over.¦Then he left.",
    "He said: \"I left. | She stayed.\" | Then they met.",
    "He left . | She came.",
    "\u201CIt is done.\u201D | He smiled.",
    "Is it? | \u201CYes.\u201D | 25 people died. | $5 was paid.",
};

const char* const kArabic[] = {
    "قال محمد إنه وصل. | وأضاف أنه باق! | هل يبقى؟ | لا أدري؟! | نعم.",
    "بلغت النسبة 3.5 في المئة. | وارتفعت إلى ٣.٥ بعد ذلك.",
    "التقى د. محمد وم. وسيم وأ.د. علي. | ثم انصرفوا.",
    "قال ذلك له. | وأغلق فم. | ونقلت وأ.ف.ب. عن مصدر.",
    "نقلت أ.ف.ب. عن مصدر. | وقالت (أ.ف.ب). | وكان ذلك.",
    "نقل الخبر عن أ.ف.ب. | وأضاف مصدر آخر أنه صحيح.",
    "حدث ذلك عام 300 ق.م. في بابل. | ثم انتهى.",
    "كان ذلك عام 1445 هـ. | ثم جاء بعده.",
    "قال \"انتهى الأمر.\" | وقال آخر \"لم ينته\".",
    "«انتهى الأمر.» | وقال آخر. | « نص. » | وآخر.",
    "\"لماذا؟\" قال الرئيس. | وسأل: \"لماذا؟\" | وأضاف شيئا.",
    "عرضت رواية \"من يخاف؟\" في القاهرة. | ثم عادت.",
    "صاح: \"يوجد قرش!\" كما أضاف هاميل. | وخرجوا.",
    "قال إنه... لا يعرف. | ثم سكت... | وقال إنه تعب.",
    "توقف.. ثم سكت. | ص. ب. 123 في باماكو. | انظر ص. 5 من الكتاب.",
    "انتهى الاجتماع.¦وقال الوزير إنه ناجح.",
    "هل انتهى؟¦وقال لا.",
    "حصلوا على الدرجة A. | يبين هذا تفوقهم.",
    "التقى J. K. Rowling في U.S. مرة. | ثم عاد.",
    "عبارة \"انتهى.\"، ثم عاد. | وقال (نعم.). | ثم مضى.",
    "شمل ذلك اللحوم إلخ. من الأغذية. | وانتهى.",
    "\u200Fكتب\u200F. | \u200Fقال\u200F.",
    "وصل الوفد، ثم غادر؛ ولم يعد.",
    "تشمل: أ. فتح الفروع أو إغلاقها.¦ب. التبرعات. | ثم غيرها.",
    "1. البند الأول. | نصه طويل.",
};

TEST(SplitSentences, English) {
  for (const char* expected : kEnglish) expect_sentences(expected);
}

TEST(SplitSentences, Arabic) {
  for (const char* expected : kArabic) expect_sentences(expected);
}

TEST(SplitSentences, SemicolonIsAnOption) {
  EXPECT_EQ(sentences_of("وصل؛ ثم غادر; then left. End", {.split_semicolon = true}),
            "وصل؛ | ثم غادر; | then left. | End");
}

TEST(SplitSentences, KeepsParagraphsAndLines) {
  const std::string text = "\n  Title\r\nOne. Two.\r\n\r\n \u200F \nThree";
  std::vector<std::string> rows;
  for (const Segment& segment : split_sentences(text, Language::kEnglish)) {
    rows.push_back(segment.text + " p" + std::to_string(segment.paragraph) + " l" +
                   std::to_string(segment.line));
    EXPECT_EQ(segment.range.of(text), segment.text);
  }
  EXPECT_THAT(rows, ElementsAre("Title p0 l1", "One. p1 l2", "Two. p1 l2", "Three p2 l5"));
}

TEST(SplitSentences, BreaksAtEveryKindOfLineBreak) {
  EXPECT_EQ(sentences_of("a\rb\u2029c\u2028d\u0085e\ff"), "a | b | c | d | e | f");
}

TEST(SplitSentences, CoversEveryVisibleByteOnce) {
  const std::u32string alphabet = U"  ابوقالaBTheed12..!?؟…\"\"'»«)(،,-\n\u200F\u00A0ـ\u064E";
  std::mt19937 random(11);
  std::uniform_int_distribution<std::size_t> letter(0, alphabet.size() - 1);
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (int i = 0; i < 30; ++i) append_utf8(text, alphabet[letter(random)]);
    std::size_t end = 0;
    std::size_t line = 0;
    const auto expect_no_text = [&](std::size_t from, std::size_t to) {
      while (from < to) {
        const CodePoint point = code_point_at(text, from);
        ASSERT_NE(std::u32string_view(U" \n\u00A0\u200F").find(point.value),
                  std::u32string_view::npos)
            << text;
        from += point.size;
      }
    };
    for (const Segment& segment : split_sentences(text, Language::kEnglish)) {
      ASSERT_GE(segment.range.begin, end) << text;
      ASSERT_FALSE(segment.range.empty()) << text;
      ASSERT_GE(segment.line, line);
      expect_no_text(end, segment.range.begin);
      end = segment.range.end;
      line = segment.line;
    }
    expect_no_text(end, text.size());
  }
}

TEST(SplitLines, KeepsEmptyLines) {
  std::vector<std::string> lines;
  for (const Segment& segment : split_lines("one\r\n\n two. three \n")) {
    lines.push_back(segment.text + " " + std::to_string(segment.line));
  }
  EXPECT_THAT(lines, ElementsAre("one 0", " 1", "two. three 2"));
  EXPECT_TRUE(split_lines("").empty());
  EXPECT_EQ(split_lines("\n").size(), 1U);
  EXPECT_EQ(split_lines("a\nb").size(), 2U);
}

const std::filesystem::path kShared = MIZAN_SOURCE_DIR "/../shared/data";

std::string content_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST(SplitSentences, SeedArticleAsInItsGold) {
  const std::string gold = content_of(kShared / "seed/article.gold.tsv");
  if (gold.empty()) GTEST_SKIP() << "no shared data";
  for (const Language language : {Language::kArabic, Language::kEnglish}) {
    std::vector<std::string> expected;
    for (const Segment& row : split_lines(gold)) {
      if (row.text.starts_with("#")) continue;
      const std::size_t tab = row.text.find('\t');
      std::string side =
          language == Language::kArabic ? row.text.substr(0, tab) : row.text.substr(tab + 1);
      const std::string separator = " ⏎ ";
      for (std::size_t i; (i = side.find(separator)) != side.npos;) {
        expected.push_back(side.substr(0, i));
        side.erase(0, i + separator.size());
      }
      expected.push_back(side);
    }
    const std::string name = "seed/article." + std::string(code(language)) + ".txt";
    std::vector<std::string> found;
    for (const Segment& segment : split_sentences(content_of(kShared / name), language)) {
      found.push_back(segment.text);
    }
    EXPECT_EQ(found, expected) << name;
  }
}

bool has_final_punctuation(std::string_view line) {
  while (!line.empty()) {
    const CodePoint last = code_point_before(line, line.size());
    if (std::u32string_view(U".!?؟…").find(last.value) != std::u32string_view::npos) return true;
    constexpr std::u32string_view kClosers = U"\"'”“’»›)]}\u200E\u200F ";
    if (kClosers.find(last.value) == std::u32string_view::npos) return false;
    line.remove_suffix(last.size);
  }
  return false;
}

// News as published: columns id, document, ar, en; one sentence a row (see
// tests/bench/segmentation_f1.py for the measure).
TEST(SplitSentences, FindsTheSentencesOfJoinedNews) {
  const std::string table = content_of(kShared / "check/clean.tsv");
  if (table.empty()) GTEST_SKIP() << "no shared data";
  for (const Language language : {Language::kArabic, Language::kEnglish}) {
    std::map<std::string, std::vector<std::string>> documents;
    for (const Segment& row : split_lines(table)) {
      if (row.line == 0) continue;
      std::vector<std::string> cells(1);
      for (const char c : row.text) {
        if (c == '\t') {
          cells.emplace_back();
        } else {
          cells.back() += c;
        }
      }
      documents[cells.at(1)].push_back(cells.at(language == Language::kArabic ? 2 : 3));
    }
    double right = 0;
    double errors = 0;
    for (const auto& [name, lines] : documents) {
      std::string text;
      std::set<std::size_t> gold;
      std::set<std::size_t> either;
      for (const std::string& line : lines) {
        if (!text.empty()) text += ' ';
        text += line;
        (has_final_punctuation(line) ? gold : either).insert(text.size());
      }
      gold.erase(text.size());
      either.insert(text.size());
      for (const Segment& segment : split_sentences(text, language)) {
        if (either.contains(segment.range.end)) continue;
        const bool found = gold.erase(segment.range.end) > 0;
        right += found;
        errors += !found;
      }
      errors += static_cast<double>(gold.size());
    }
    EXPECT_GE(2 * right / (2 * right + errors), 0.98) << code(language);
  }
}

}  // namespace
}  // namespace mizan
