#include "tm/project/check_inputs.h"

#include <gtest/gtest.h>

#include "tests/unit/test_folder.h"

namespace mizan {
namespace {

using Paths = std::vector<std::vector<std::string>>;

class CheckInputsTest : public ::testing::Test {
 protected:
  // The inputs that the files and folders are, without the folder's path.
  Paths inputs(const std::vector<std::string>& names) {
    std::vector<std::string> arguments;
    for (const std::string& name : names) arguments.push_back(name == "-" ? name : path(name));
    found_ = find_check_inputs(arguments);
    Paths result;
    for (const CheckInput& input : found_.inputs) {
      for (auto& paths = result.emplace_back(); const std::string& file : input.paths) {
        paths.push_back(file == "-" ? file : file.substr(path().size()));
      }
    }
    return result;
  }

  std::string path(const std::string& name = "") const { return folder_.path(name); }
  void write(const std::string& name) { folder_.write(name, "text\n"); }

  testing::TestFolder folder_;
  CheckInputs found_;
};

TEST_F(CheckInputsTest, TwoTextsAreAPairWhateverTheirNames) {
  write("one");
  write("two");
  EXPECT_EQ(inputs({"one", "two"}), (Paths{{"one", "two"}}));
  EXPECT_EQ(inputs({"one", "-"}), (Paths{{"one", "-"}}));
}

TEST_F(CheckInputsTest, OneFileIsBilingual) {
  write("a.tsv");
  EXPECT_EQ(inputs({"a.tsv"}), (Paths{{"a.tsv"}}));
  write("a.jsonl");
  EXPECT_EQ(inputs({"a.jsonl"}), (Paths{{"a.jsonl"}}));
  EXPECT_EQ(inputs({"-"}), (Paths{{"-"}}));
}

TEST_F(CheckInputsTest, MoreTextsArePairedByTheirNames) {
  for (const char* name : {"a.ar.txt", "a.en.txt", "b.en.txt", "b.ar.txt", "c.xlf"}) write(name);
  EXPECT_EQ(inputs({"c.xlf", "b.en.txt", "a.ar.txt", "b.ar.txt", "a.en.txt"}),
            (Paths{{"a.ar.txt", "a.en.txt"}, {"b.ar.txt", "b.en.txt"}, {"c.xlf"}}));
  EXPECT_TRUE(found_.diagnostics.empty());
}

TEST_F(CheckInputsTest, AFileNamedTwiceIsCheckedOnce) {
  write("a.tmx");
  EXPECT_EQ(inputs({"a.tmx", "a.tmx"}), (Paths{{"a.tmx"}}));
}

TEST_F(CheckInputsTest, OfAFolderThePairsAndTheBilingualFilesButNoTables) {
  for (const char* name : {"news/a.ar.txt", "news/a.en.txt", "news/b.po", "news/terms.tsv",
                           "news/found.jsonl", "news/alone.en.txt"}) {
    write(name);
  }
  EXPECT_EQ(inputs({"news"}), (Paths{{"news/a.ar.txt", "news/a.en.txt"}, {"news/b.po"}}));
  ASSERT_EQ(found_.diagnostics.size(), 1u);
  EXPECT_EQ(found_.diagnostics[0].place.file, path("news/alone.en.txt"));
}

TEST_F(CheckInputsTest, NothingToCheckIsAnError) {
  std::filesystem::create_directory(path("empty"));
  EXPECT_THROW(inputs({"empty"}), Error);
}

}  // namespace
}  // namespace mizan
