// The rows of tests/data/recognition: whole sentences, each with its term.
#include <gtest/gtest.h>

#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

#include "recognition.h"
#include "tm/base/file.h"
#include "tm/base/utf8.h"
#include "tm/lang/broken_plurals.h"
#include "tm/text/normalize.h"

namespace mizan {
namespace {

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    parts.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

// \u200F and the like as the characters that they stand for.
std::string unescape(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    unsigned code = 0;
    if (text.starts_with("\\u") && text.size() >= 6 &&
        std::from_chars(text.data() + 2, text.data() + 6, code, 16).ec == std::errc()) {
      append_utf8(result, code);
      text.remove_prefix(6);
    } else {
      result += text.front();
      text.remove_prefix(1);
    }
  }
  return result;
}

std::vector<std::vector<std::string>> rows_of(const std::string& name) {
  std::vector<std::vector<std::string>> rows;
  const std::string text =
      read_file(std::string(MIZAN_SOURCE_DIR) + "/tests/data/recognition/" + name);
  for (const std::string& line : split(text, '\n')) {
    if (line.empty() || line.front() == '#') continue;
    rows.push_back(split(unescape(line), '\t'));
  }
  return rows;
}

void expect_surfaces(const std::string& name, Language language) {
  const std::vector<std::vector<std::string>> rows = rows_of(name);
  std::vector<TermConcept> concepts;
  for (const auto& row : rows) {
    ASSERT_EQ(row.size(), 5U) << row.front();
    const bool arabic = language == Language::kArabic;
    concepts.push_back(arabic ? make_concept(row[1], row[2]) : make_concept(row[2], row[1]));
  }
  const TermRecognizer all(concepts);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::vector<std::string>& row = rows[i];
    // Whether a term stands inside a longer one shows only beside the longer one.
    const TermRecognizer one({concepts[i]});
    const TermRecognizer& recognizer = row[0] == "neg-inner" ? all : one;
    std::string surfaces;
    for (const TermHit& hit : recognizer.find(row[4], language)) {
      if (hit.term != row[1]) continue;
      if (!surfaces.empty()) surfaces += " | ";
      surfaces += hit.surface;
    }
    EXPECT_EQ(surfaces, row[3]) << row[0] << ": " << row[1] << " in: " << row[4];
  }
}

TEST(RecognitionRows, Arabic) { expect_surfaces("recognition.ar.tsv", Language::kArabic); }

TEST(RecognitionRows, English) { expect_surfaces("recognition.en.tsv", Language::kEnglish); }

// With the singular alone in the termbase. What the list of plurals does not have is found by its
// pattern or not at all.
TEST(RecognitionRows, BrokenPluralsOfNounsInCommonUse) {
  std::size_t found = 0;
  std::size_t all = 0;
  std::size_t found_by_pattern = 0;
  std::size_t unlisted = 0;
  std::string missed;
  for (const auto& row : rows_of("broken_plurals.tsv")) {
    const std::string text = "هناك " + row[1] + " كثيرة";
    const bool hit = found_surfaces({row[0], row[2], text, {}}, Language::kArabic) == row[1];
    const auto key = [](const std::string& word) {
      const std::u32string letters = to_utf32(fold(word, FoldProfile::kTehMarbuta));
      return std::u16string(letters.begin(), letters.end());
    };
    const bool listed = std::ranges::any_of(listed_plurals(), [&](const BrokenPlural& plural) {
      return plural.singular == key(row[0]) && plural.plural == key(row[1]);
    });
    ++all;
    found += hit;
    unlisted += !listed;
    found_by_pattern += hit && !listed;
    if (!hit) missed += ' ' + row[0] + '>' + row[1];
  }
  RecordProperty("found", static_cast<int>(found));
  RecordProperty("found_by_pattern", static_cast<int>(found_by_pattern));
  EXPECT_GE(static_cast<double>(found), 0.98 * static_cast<double>(all)) << missed;
  EXPECT_GE(static_cast<double>(found_by_pattern), 0.9 * static_cast<double>(unlisted))
      << found_by_pattern << " of " << unlisted << ":" << missed;
}

}  // namespace
}  // namespace mizan
