#include "tm/project/file_pairs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "tests/unit/test_folder.h"

namespace mizan {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::TestFolder;

class FilePairsTest : public ::testing::Test {
 protected:
  void make(std::initializer_list<const char*> files) {
    for (const char* file : files) folder_.write(file, "x\n");
  }

  std::string shortened(const std::string& path) const {
    const std::string relative = std::filesystem::path(path).lexically_relative(folder_.path());
    return relative;
  }

  // "name: first | second"
  std::vector<std::string> listed(const FilePairs& files) const {
    std::vector<std::string> list;
    for (const FilePair& pair : files.pairs) {
      list.push_back(pair.name + ": " + shortened(pair.first) + " | " + shortened(pair.second));
    }
    return list;
  }

  std::vector<std::string> left_out(const FilePairs& files) const {
    std::vector<std::string> list;
    for (const Diagnostic& diagnostic : files.diagnostics) {
      list.push_back(shortened(diagnostic.place.file) + ": " + diagnostic.message);
    }
    return list;
  }

  std::string message_of(const std::string& first, const std::string& second) const {
    try {
      if (second.empty()) {
        match_files(first);
      } else {
        match_files(first, second);
      }
    } catch (const Error& error) {
      return error.what();
    }
    return "no error";
  }

  TestFolder folder_;
};

TEST_F(FilePairsTest, OfAFolderDifferInTheirLanguage) {
  struct Case {
    std::initializer_list<const char*> files;
    std::string pair;
  };
  const Case cases[] = {
      {{"a/x.ar.txt", "a/x.en.txt"}, "x: a/x.ar.txt | a/x.en.txt"},
      {{"a/x.ar", "a/x.en"}, "x: a/x.ar | a/x.en"},
      {{"a/ar/x.txt", "a/en/x.txt"}, "x: a/ar/x.txt | a/en/x.txt"},
      {{"a/2026/ar/x.txt", "a/2026/en/x.txt"}, "2026/x: a/2026/ar/x.txt | a/2026/en/x.txt"},
      {{"a/law/ar.txt", "a/law/en.txt"}, "law: a/law/ar.txt | a/law/en.txt"},
      {{"a/law/ar", "a/law/en"}, "law: a/law/ar | a/law/en"},
      {{"a/ar.txt", "a/en.txt"}, "pair: a/ar.txt | a/en.txt"},
      {{"a/x_ar-EG.txt", "a/x_en_US.txt"}, "x: a/x_ar-EG.txt | a/x_en_US.txt"},
      {{"a/x-ar.txt", "a/x-en.txt"}, "x: a/x-ar.txt | a/x-en.txt"},
      {{"a/ar-x.txt", "a/en-x.txt"}, "x: a/ar-x.txt | a/en-x.txt"},
      {{"a/AR/x.txt", "a/EN/x.txt"}, "x: a/AR/x.txt | a/EN/x.txt"},
      {{"a/arabic/x.txt", "a/english/x.txt"}, "x: a/arabic/x.txt | a/english/x.txt"},
      {{"a/x.v2.ar.txt", "a/x.v2.en.txt"}, "x.v2: a/x.v2.ar.txt | a/x.v2.en.txt"},
      {{"a/ar/x.ar.txt", "a/ar/x.en.txt"}, "ar/x: a/ar/x.ar.txt | a/ar/x.en.txt"},
  };
  for (const Case& c : cases) {
    std::filesystem::remove_all(folder_.path("a"));
    make(c.files);
    const FilePairs files = match_files(folder_.path("a"));
    EXPECT_THAT(listed(files), ElementsAre(c.pair));
    EXPECT_THAT(left_out(files), IsEmpty()) << c.pair;
  }
}

TEST_F(FilePairsTest, OfAFolderComeInOrderAndSayWhoIsAlone) {
  make({"z.ar.txt", "z.en.txt", "b.ar.txt", "b.en.txt", "b_ar.txt", "lonely.en.txt", "notes.txt",
        "route-en-passant.txt", ".hidden.ar.txt", ".hidden.en.txt", ".git/c.ar.txt",
        ".git/c.en.txt"});
  const FilePairs files = match_files(folder_.path());
  EXPECT_THAT(listed(files), ElementsAre("b: b.ar.txt | b.en.txt", "z: z.ar.txt | z.en.txt"));
  EXPECT_THAT(left_out(files),
              ElementsAre("b_ar.txt: another file of its language has this name; left out",
                          "lonely.en.txt: no file of the other language has this name; left out"));
}

TEST_F(FilePairsTest, OfTwoFoldersHaveOneName) {
  make({"one/x.txt", "one/sub/y.txt", "one/z.ar.txt", "one/only.txt", "two/x.txt", "two/sub/y.txt",
        "two/z.en.txt", "two/rest.txt"});
  const FilePairs files = match_files(folder_.path("one"), folder_.path("two"));
  EXPECT_THAT(listed(files),
              ElementsAre("sub/y: one/sub/y.txt | two/sub/y.txt", "x: one/x.txt | two/x.txt",
                          "z: one/z.ar.txt | two/z.en.txt"));
  EXPECT_THAT(left_out(files),
              ElementsAre("one/only.txt: no file of the other language has this name; left out",
                          "two/rest.txt: no file of the other language has this name; left out"));
}

TEST_F(FilePairsTest, OfNobodyAreAnError) {
  make({"one/x.txt", "two/y.txt"});
  EXPECT_EQ(message_of(folder_.path("one"), ""),
            folder_.path("one") +
                ": no two files that translate each other; name them "
                "article.ar.txt and article.en.txt, or give a list by --pairs");
  EXPECT_EQ(message_of(folder_.path("one"), folder_.path("two")),
            folder_.path("two") +
                ": no two files that translate each other; give the files one "
                "name in both folders, or a list by --pairs");
}

TEST_F(FilePairsTest, OfAListLieBesideIt) {
  const std::string path = folder_.write("lists/all.tsv",
                                         "\uFEFF# news of May\r\n"
                                         "x.ar.txt\tx.en.txt\r\n"
                                         "\r\n"
                                         "../law/ar.txt\t../law/en.txt\tfurther\n"
                                         "old/x.ar.txt\told/x.en.txt\n" +
                                             folder_.path("deep/y.txt") + "\tz.txt\n");
  const FilePairs files = read_pair_list(path);
  std::vector<std::string> listed;
  for (const FilePair& pair : files.pairs) {
    listed.push_back(pair.name + ": " + shortened(pair.first) + " | " + shortened(pair.second));
  }
  EXPECT_THAT(
      listed,
      ElementsAre("x: lists/x.ar.txt | lists/x.en.txt", "law: law/ar.txt | law/en.txt",
                  "x-2: lists/old/x.ar.txt | lists/old/x.en.txt", "y: deep/y.txt | lists/z.txt"));
}

TEST_F(FilePairsTest, OfADamagedListAreAnError) {
  for (const char* text : {"a.txt\tb.txt\nc.txt d.txt\n", "a.txt\tb.txt\nc.txt\t\n"}) {
    const std::string path = folder_.write("list.tsv", text);
    try {
      read_pair_list(path);
      ADD_FAILURE() << text;
    } catch (const Error& error) {
      EXPECT_EQ(error.what(), path + ":2: not two files; write: Arabic file TAB English file");
    }
  }
  EXPECT_THROW(read_pair_list(folder_.write("list.tsv", "# nothing\n")), Error);
}

}  // namespace
}  // namespace mizan
