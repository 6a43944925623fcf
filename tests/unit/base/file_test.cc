#include "tm/base/file.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <string>

#include "tm/base/error.h"

namespace mizan {
namespace {

namespace fs = std::filesystem;

class FileTest : public testing::Test {
 protected:
  void SetUp() override { fs::create_directories(folder_); }
  void TearDown() override { fs::remove_all(folder_); }

  std::string error_of(const std::string& path, std::size_t max_bytes = 1000) {
    try {
      read_file(path, max_bytes);
    } catch (const Error& error) {
      return error.what();
    }
    return "";
  }

  // Tests of this file run side by side, each in a process of its own.
  const fs::path folder_ =
      fs::path(testing::TempDir()) / ("mizan_file_test" + std::to_string(::getpid()));
};

TEST_F(FileTest, ReplacesTheWholeFileAndLeavesNothingBeside) {
  const std::string path = folder_ / "a.txt";
  write_file(path, std::string("one\0two", 7));
  write_file(path, "مالي");
  EXPECT_EQ(read_file(path), "مالي");
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_), {}), 1);
}

TEST_F(FileTest, SaysWhatIsWrong) {
  const std::string missing = folder_ / "missing";
  const std::string path = folder_ / "a.txt";
  write_file(path, "0123456789");
  EXPECT_EQ(error_of(missing), missing + ": no such file; check the path");
  EXPECT_EQ(error_of(folder_), folder_.string() + ": is a directory; name a file");
  EXPECT_EQ(error_of(path, 9), path + ": larger than 9 bytes; split the file");
  EXPECT_EQ(error_of(path, 10), "");
  EXPECT_THROW(write_file(folder_ / "none/a.txt", "x"), Error);
}

TEST_F(FileTest, ReplacesPieceByPieceOnlyOnCommit) {
  const std::string path = folder_ / "a.txt";
  write_file(path, "old");
  {
    FileReplacement file(path);
    file.write("new ");
    file.write("");
    file.write("text");
    EXPECT_EQ(read_file(path), "old");
    file.commit();
    EXPECT_EQ(read_file(path), "new text");
  }
  EXPECT_EQ(read_file(path), "new text");
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_), {}), 1);
}

TEST_F(FileTest, LeavesTheOldFileWhenAReplacementIsGivenUp) {
  const std::string path = folder_ / "a.txt";
  write_file(path, "old");
  {
    FileReplacement file(path);
    file.write("half of");
  }
  EXPECT_EQ(read_file(path), "old");
  { FileReplacement file(folder_ / "b.txt"); }
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_), {}), 1);
}

TEST_F(FileTest, SaysWhereItCannotWrite) {
  const auto error_of_replacement = [](const std::string& path) -> std::string {
    try {
      FileReplacement file(path);
      file.commit();
    } catch (const Error& error) {
      return error.what();
    }
    return "";
  };
  const std::string none = folder_ / "none" / "a.txt";
  EXPECT_EQ(error_of_replacement(none), none + ": no such file; check the path");
  const std::string taken = folder_ / "taken";
  fs::create_directories(fs::path(taken) / "inside");
  EXPECT_EQ(error_of_replacement(taken), taken + ": is a directory; name a file");
  // What was written beside it is gone.
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_), {}), 1);
}

TEST_F(FileTest, WritesAPipeInPlace) {
  const std::string path = folder_ / "pipe";
  ASSERT_EQ(::mkfifo(path.c_str(), 0600), 0);
  const int reader = ::open(path.c_str(), O_RDONLY | O_NONBLOCK);
  ASSERT_GE(reader, 0);
  write_file(path, "text");
  char got[5] = {};
  EXPECT_EQ(::read(reader, got, 4), 4);
  EXPECT_STREQ(got, "text");
  EXPECT_TRUE(fs::is_fifo(path));
  ::close(reader);
}

TEST_F(FileTest, KeepsALinkAndThePermissionsOfAFile) {
  const fs::path path = folder_ / "a.txt";
  const fs::path link = folder_ / "link";
  write_file(path, "old");
  fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
  fs::create_symlink("a.txt", link);
  write_file(link, "new");
  EXPECT_TRUE(fs::is_symlink(link));
  EXPECT_EQ(read_file(path), "new");
  EXPECT_EQ(fs::status(path).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(FileTest, ReadsTheStart) {
  const std::string path = folder_ / "a.txt";
  write_file(path, "0123456789");
  EXPECT_EQ(read_start(path), "0123456789");
  EXPECT_EQ(read_start(path, 4), "0123");
  EXPECT_EQ(read_start(path, 0), "");
  write_file(path, "");
  EXPECT_EQ(read_start(path), "");
  EXPECT_THROW(read_start(folder_ / "missing"), Error);
  EXPECT_THROW(read_start(folder_), Error);
}

}  // namespace
}  // namespace mizan
