#include "tm/base/gzip.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <string>

#include "tm/base/error.h"
#include "tm/base/file.h"

namespace mizan {
namespace {

namespace fs = std::filesystem;

std::string pack(std::string_view content) {
  GzipWriter writer;
  std::string packed;
  writer.feed(content, packed);
  writer.finish(packed);
  return packed;
}

// In blocks of `block` bytes.
std::string unpack(std::string_view packed, std::size_t block) {
  GzipReader reader("a.gz");
  std::string content;
  for (; !packed.empty();) {
    packed.remove_prefix(reader.feed(packed.substr(0, block), content));
  }
  reader.finish(content);
  return content;
}

std::string long_text() {
  std::string text;
  for (int i = 0; i < 60'000; ++i) text += "سطر " + std::to_string(i * 7919 % 10007) + '\n';
  return text;
}

TEST(Gzip, ReadsWhatItWritesInAnyBlocks) {
  for (const std::string& text : {std::string(), std::string("مالي"), long_text()}) {
    const std::string packed = pack(text);
    EXPECT_TRUE(opens_gzip(packed));
    for (const std::size_t block : {std::size_t{1}, std::size_t{1000}, packed.size()}) {
      EXPECT_EQ(unpack(packed, block), text) << block;
    }
  }
}

TEST(Gzip, JoinsMembersAndDropsPadding) {
  using std::string_literals::operator""s;
  const std::string packed = pack("one ") + pack("") + pack("two") + "\0\0\0"s;
  EXPECT_EQ(unpack(packed, 1), "one two");
  EXPECT_EQ(unpack(packed, packed.size()), "one two");
}

TEST(Gzip, PassesOnWhatIsNotPacked) {
  for (const std::string& text : {std::string("plain"), std::string("\x1F\x8B no"),
                                  std::string("\x1F"), std::string("\x1F\x8B")}) {
    EXPECT_EQ(unpack(text, 1), text);
    EXPECT_EQ(unpack(text, 100), text);
    EXPECT_FALSE(opens_gzip(text));
  }
}

TEST(Gzip, NamesTheOffsetOfDamage) {
  const std::string packed = pack("some text of one line");
  const std::string advice = " of the packed file; get the file again";
  std::string wrong_sum = packed;
  wrong_sum[packed.size() - 6] ^= 1;
  const std::string size = std::to_string(packed.size());
  struct Row {
    std::string bytes;
    std::string message;
  };
  const Row rows[] = {
      {packed.substr(0, packed.size() - 4), "a.gz: the gzip data ends in the middle, at byte " +
                                                std::to_string(packed.size() - 4) + advice},
      {packed.substr(0, 5), "a.gz: the gzip data ends in the middle, at byte 5" + advice},
      {wrong_sum, "a.gz: damaged gzip data at byte " + std::to_string(packed.size() - 4) + advice},
      {packed + "tail", "a.gz: something other than gzip data at byte " + size + advice},
      {packed + "\x1F", "a.gz: something other than gzip data at byte " + size + advice},
  };
  for (const Row& row : rows) {
    for (const std::size_t block : {std::size_t{1}, row.bytes.size()}) {
      try {
        unpack(row.bytes, block);
        ADD_FAILURE() << row.message;
      } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::kMalformed);
        EXPECT_EQ(error.what(), row.message);
      }
    }
  }
}

TEST(Gzip, FilesByTheirBytesNotTheirName) {
  const fs::path folder = fs::path(testing::TempDir()) / ("mizan_gzip" + std::to_string(getpid()));
  fs::create_directories(folder);
  const std::string text = long_text();
  const std::string packed = folder / "a.txt.gz";
  write_file(packed, text);
  EXPECT_LT(fs::file_size(packed), text.size() / 2);
  EXPECT_EQ(read_file(packed), text);
  EXPECT_EQ(read_start(packed, 7), "سطر ");
  const std::string renamed = folder / "a.txt";
  fs::rename(packed, renamed);
  EXPECT_EQ(read_file(renamed), text);
  {
    FileReplacement file(packed);
    for (int i = 0; i < 3; ++i) file.write("مالي\n");
    EXPECT_FALSE(fs::exists(packed));
    file.commit();
  }
  EXPECT_EQ(read_file(packed), "مالي\nمالي\nمالي\n");
  EXPECT_EQ(read_start(packed, 100), "مالي\nمالي\nمالي\n");
  try {
    read_file(renamed, 100'000);
    ADD_FAILURE();
  } catch (const Error& error) {
    EXPECT_EQ(error.what(), renamed + ": unpacks to more than 100000 bytes; split the file");
  }
  fs::remove_all(folder);
}

}  // namespace
}  // namespace mizan
