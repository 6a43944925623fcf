#include "tm/base/line_reader.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tm/base/gzip.h"

namespace mizan {
namespace {

using Lines = std::vector<std::string>;

Lines lines_of(const std::string& bytes) {
  LineReader reader(bytes, "f.txt");
  Lines lines;
  for (std::string_view line; reader.next(line);) {
    lines.emplace_back(line);
    EXPECT_EQ(reader.number(), lines.size());
  }
  return lines;
}

std::string error_of(const std::string& bytes) {
  try {
    lines_of(bytes);
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

TEST(LineReader, EndsLinesWithAndWithoutCarriageReturn) {
  EXPECT_EQ(lines_of("a\nb\r\n\nc"), (Lines{"a", "b", "", "c"}));
  EXPECT_EQ(lines_of("a\n"), Lines{"a"});
  EXPECT_EQ(lines_of("\na\r"), (Lines{"", "a"}));
}

TEST(LineReader, DecodesAndUnpacks) {
  using std::string_literals::operator""s;
  EXPECT_EQ(lines_of("\xEF\xBB\xBFنعم\nلا"), (Lines{"نعم", "لا"}));
  EXPECT_EQ(lines_of("\xFF\xFE"
                     "a\0\n\0b\0"s),
            (Lines{"a", "b"}));
  GzipWriter writer;
  std::string packed;
  writer.feed("نعم\nلا\n", packed);
  writer.finish(packed);
  EXPECT_EQ(lines_of(packed), (Lines{"نعم", "لا"}));
}

TEST(LineReader, RefusesWhatHoldsNothingOrNoText) {
  EXPECT_EQ(error_of(""), "f.txt: the file is empty; check the path");
  EXPECT_EQ(error_of("\xEF\xBB\xBF"), "f.txt: the file is empty; check the path");
  EXPECT_EQ(error_of(" \n\t\r\n"), "f.txt: the file holds nothing but white space; check the path");
  EXPECT_EQ(error_of(std::string("a\n") + std::string(17 << 20, 'x')),
            "f.txt:2: the line is longer than 16 MB; check that the file is what it claims to be");
  EXPECT_EQ(error_of(std::string(70'000, 'x') + "\n\x80 نعم"),
            "f.txt:2:1: not valid UTF-8 at byte 70001; repair that character or save the file as "
            "UTF-8");
}

TEST(LineReader, LooksAheadWithoutMoving) {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "سطر " + std::to_string(i) + '\n';
  LineReader reader(text, "f.txt");
  std::string_view line;
  ASSERT_TRUE(reader.next(line));
  const std::string ahead(reader.ahead());
  EXPECT_EQ(text.substr(text.find('\n') + 1, ahead.size()), ahead);
  EXPECT_GT(ahead.size(), 65'000U);
  ASSERT_TRUE(reader.next(line));
  EXPECT_EQ(line, "سطر 1");
  EXPECT_EQ(reader.place(3).line, 2U);
  LineReader brief("ab", "f.txt");
  EXPECT_EQ(brief.ahead(), "ab");
}

}  // namespace
}  // namespace mizan
