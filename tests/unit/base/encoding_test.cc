#include "tm/base/encoding.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "tm/base/error.h"
#include "tm/base/utf8.h"

namespace mizan {
namespace {

enum class Order { kLittle, kBig };

std::string utf16(std::u32string_view text, Order order) {
  std::string bytes;
  const auto unit = [&](char32_t value) {
    const char low = static_cast<char>(value & 0xFF);
    const char high = static_cast<char>(value >> 8);
    bytes += order == Order::kLittle ? low : high;
    bytes += order == Order::kLittle ? high : low;
  };
  for (const char32_t c : text) {
    if (c < 0x10000) {
      unit(c);
    } else {
      unit(0xD800 + ((c - 0x10000) >> 10));
      unit(0xDC00 + ((c - 0x10000) & 0x3FF));
    }
  }
  return bytes;
}

// "قال الرئيس إن \"فيلق إفريقيا\" باق، وأضاف: لا." in windows-1256.
constexpr char kWindows1256[] =
    "\xDE\xC7\xE1 \xC7\xE1\xD1\xC6\xED\xD3 \xC5\xE4 \"\xDD\xED\xE1\xDE "
    "\xC5\xDD\xD1\xED\xDE\xED\xC7\" \xC8\xC7\xDE\xA1 \xE6\xC3\xD6\xC7\xDD: \xE1\xC7.";
constexpr char kWindows1256AsUtf8[] = "قال الرئيس إن \"فيلق إفريقيا\" باق، وأضاف: لا.";

struct Row {
  const char* what;
  std::string bytes;
  std::string text;
  const char* encoding;
};

TEST(DecodeText, DetectsAndConverts) {
  const std::u32string wide = U"وصل الوفد إلى Mali.\n\U0001F600 نعم";
  const std::string narrow = to_utf8(wide);
  const Row rows[] = {
      {"empty", "", "", "UTF-8"},
      {"ASCII", "Mali\n", "Mali\n", "UTF-8"},
      {"UTF-8", narrow, narrow, "UTF-8"},
      {"UTF-8 with a mark", "\xEF\xBB\xBF" + narrow, narrow, "UTF-8"},
      {"only a mark", "\xEF\xBB\xBF", "", "UTF-8"},
      {"UTF-16LE with a mark", "\xFF\xFE" + utf16(wide, Order::kLittle), narrow, "UTF-16LE"},
      {"UTF-16BE with a mark", "\xFE\xFF" + utf16(wide, Order::kBig), narrow, "UTF-16BE"},
      {"UTF-16LE", utf16(wide, Order::kLittle), narrow, "UTF-16LE"},
      {"UTF-16BE", utf16(wide, Order::kBig), narrow, "UTF-16BE"},
      {"UTF-16LE, ASCII", utf16(U"Mali is a state.", Order::kLittle), "Mali is a state.",
       "UTF-16LE"},
      {"windows-1256", kWindows1256, kWindows1256AsUtf8, "windows-1256"},
      {"windows-1256 with Latin", std::string("Reuters - \xE3\xC7\xE1\xED (MI6)"),
       "Reuters - مالي (MI6)", "windows-1256"},
      {"windows-1256, vocalised", "\xDF\xF6\xCA\xF3\xC7\xC8\xF1 \xDB\xE4\xED", "كِتَابٌ غني",
       "windows-1256"},
      {"a stray control character in a long text",
       narrow + narrow + narrow + narrow + narrow + "\x1F",
       narrow + narrow + narrow + narrow + narrow + "\x1F", "UTF-8"},
  };
  for (const Row& row : rows) {
    const DecodedText decoded = decode_text(row.bytes, "file.txt");
    EXPECT_EQ(decoded.text, row.text) << row.what;
    EXPECT_EQ(decoded.encoding, row.encoding) << row.what;
  }
}

struct ErrorRow {
  const char* what;
  std::string bytes;
  const char* message;
};

constexpr char kRepair[] = "; repair that character or save the file as UTF-8";

TEST(DecodeText, RefusesWithThePlace) {
  using std::string_literals::operator""s;
  const ErrorRow rows[] = {
      {"stray byte", "one\ntwo \xFF three", "f.txt:2:5: not valid UTF-8 at byte 8"},
      {"column counts characters", "مالي \x80 نعم", "f.txt:1:6: not valid UTF-8 at byte 9"},
      {"behind a mark",
       "\xEF\xBB\xBF"
       "ab\xC0",
       "f.txt:1:3: not valid UTF-8 at byte 5"},
      {"overlong", "نعم \xC0\xAF", "f.txt:1:5: not valid UTF-8 at byte 7"},
      {"surrogate", "نعم \xED\xA0\x80 نعم", "f.txt:1:5: not valid UTF-8 at byte 7"},
      {"above U+10FFFF", "نعم \xF4\x90\x80\x80 نعم", "f.txt:1:5: not valid UTF-8 at byte 7"},
      {"continuation alone", "a\xBFz", "f.txt:1:2: not valid UTF-8 at byte 1"},
      {"French in Latin-1", "le d\xE9put\xE9 a \xE9t\xE9 \xE9lu",
       "f.txt:1:5: not valid UTF-8 at byte 4"},
      {"Russian in windows-1251", "\xCF\xF0\xE5\xE7\xE8\xE4\xE5\xED\xF2 \xEF\xF0\xE8\xE1\xFB\xEB",
       "f.txt:1:1: not valid UTF-8 at byte 0"},
      {"damaged Arabic UTF-8", "قال الرئيس إن \xD9 فيلق باق",
       "f.txt:1:15: not valid UTF-8 at byte 25"},
  };
  for (const ErrorRow& row : rows) {
    try {
      decode_text(row.bytes, "f.txt");
      ADD_FAILURE() << row.what;
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::kMalformed) << row.what;
      EXPECT_EQ(error.what(), std::string(row.message) + kRepair) << row.what;
    }
  }
}

TEST(DecodeText, RefusesWhatIsNoText) {
  using std::string_literals::operator""s;
  const std::string advice = "; save it as plain text in UTF-8";
  const std::string utf16_advice = "; save the file as UTF-8";
  const Row rows[] = {
      {"NUL", "ab\0cd"s, "f.txt: not a text: a NUL byte at byte 2" + advice, ""},
      {"controls", "\x01\x02\x03 abc", "f.txt: not a text: 3 control characters" + advice, ""},
      {"PDF", "%PDF-1.4\n", "f.txt: not a text: a PDF document" + advice, ""},
      {"Word", "PK\x03\x04\x14", "f.txt: not a text: a ZIP archive or Office document" + advice,
       ""},
      {"UTF-32", "\xFF\xFE\0\0a\0\0\0"s, "f.txt: not a text: UTF-32 text" + advice, ""},
      {"cut off", "نعم \xD9",
       "f.txt:1:5: not valid UTF-8 at byte 7; the file ends inside a character: get it again in "
       "full",
       ""},
      {"cut off in four bytes", "ok \xF0\x9F\x98",
       "f.txt:1:4: not valid UTF-8 at byte 3; the file ends inside a character: get it again in "
       "full",
       ""},
      {"UTF-16, odd",
       "\xFF\xFE"
       "a\0b"s,
       "f.txt:1:2: not valid UTF-16LE at byte 4: an odd number of bytes" + utf16_advice, ""},
      {"UTF-16, lone surrogate", "\xFE\xFF\0a\0\n\xD8\0\0b"s,
       "f.txt:2:1: not valid UTF-16BE at byte 6: a lone surrogate" + utf16_advice, ""},
      {"UTF-16, low surrogate first", "\xFE\xFF\xDC\0\0b"s,
       "f.txt:1:1: not valid UTF-16BE at byte 2: a lone surrogate" + utf16_advice, ""},
      {"UTF-16, NUL",
       "\xFF\xFE"
       "a\0\0\0"s,
       "f.txt: not a text: a NUL byte at byte 1" + advice, ""},
  };
  for (const Row& row : rows) {
    try {
      decode_text(row.bytes, "f.txt");
      ADD_FAILURE() << row.what;
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::kMalformed) << row.what;
      EXPECT_EQ(error.what(), row.text) << row.what;
    }
  }
}

// What the decoder makes of `bytes` in blocks of `block`: the text and encoding, or the error.
std::string decoded_in_blocks(const std::string& bytes, std::size_t block) {
  TextDecoder decoder("f.txt");
  std::string text;
  try {
    for (std::size_t at = 0; at < bytes.size(); at += block) {
      decoder.feed(std::string_view(bytes).substr(at, block), text);
    }
    decoder.finish(text);
  } catch (const Error& error) {
    return error.what();
  }
  return decoder.encoding() + " " + text;
}

TEST(TextDecoder, GivesTheSameInAnyBlocks) {
  using std::string_literals::operator""s;
  const std::string windows = "\xDE\xC7\xE1 \xC7\xE1\xD1\xC6\xED\xD3 \xC7\xE1\xED\xE6\xE3";
  const std::string ascii((std::size_t{1} << 20) + 5, 'a');
  const std::string rows[] = {
      "قال الرئيس\nاليوم 😀",
      "\xEF\xBB\xBFنعم",
      windows,
      utf16(U"قال the president 😀 اليوم\n", Order::kLittle),
      utf16(U"قال the president 😀 اليوم\n", Order::kBig),
      "one\ntwo \xFF three",
      "نعم \xD9",
      "ab\0cd"s,
      // The encoding is seen behind the first MB only.
      ascii + " " + windows,
      ascii + "\nنعم \x80 نعم",
      ascii + "نعم",
      ascii + "\nنعم \xD9",
  };
  for (const std::string& row : rows) {
    const std::string whole = decoded_in_blocks(row, row.size());
    for (const std::size_t block : {std::size_t{1}, std::size_t{7}, std::size_t{65536}}) {
      if (row.size() > 1000 && block < 1000) continue;
      EXPECT_EQ(decoded_in_blocks(row, block), whole);
    }
  }
  EXPECT_EQ(decoded_in_blocks(ascii + " " + windows, 65536),
            "windows-1256 " + ascii + " قال الرئيس اليوم");
  EXPECT_EQ(decoded_in_blocks(ascii + "\nنعم \x80 نعم", 65536),
            "f.txt:2:5: not valid UTF-8 at byte 1048589" + std::string(kRepair));
}

class ReadText : public testing::Test {
 protected:
  std::string write(const std::string& bytes) {
    const std::string path = testing::TempDir() + "read_text_test.txt";
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }
};

TEST_F(ReadText, ReadsAndRefusesTheEmpty) {
  EXPECT_EQ(read_text(write("\xEF\xBB\xBFنعم\r\n")).text, "نعم\r\n");
  const ErrorRow rows[] = {
      {"empty", "", ": the file is empty; check the path"},
      {"mark", "\xEF\xBB\xBF", ": the file is empty; check the path"},
      {"blank", " \r\n\t\n", ": the file holds nothing but white space; check the path"},
  };
  for (const ErrorRow& row : rows) {
    const std::string path = write(row.bytes);
    try {
      read_text(path);
      ADD_FAILURE() << row.what;
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::kMalformed);
      EXPECT_EQ(error.what(), path + row.message);
    }
  }
}

}  // namespace
}  // namespace mizan
