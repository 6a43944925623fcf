#include "tm/project/config.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "tests/unit/test_folder.h"
#include "tm/base/error.h"

namespace mizan {
namespace {

// A variable of the environment for one test.
class Variable {
 public:
  Variable(const char* name, const std::string& value) : name_(name) {
    if (const char* before = std::getenv(name)) before_ = before;
    ::setenv(name, value.c_str(), 1);
  }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;
  ~Variable() {
    if (before_) {
      ::setenv(name_, before_->c_str(), 1);
    } else {
      ::unsetenv(name_);
    }
  }

 private:
  const char* name_;
  std::optional<std::string> before_;
};

class ConfigTest : public ::testing::Test {
 protected:
  Config load(const std::string& folder = "work/deep/er") const {
    std::filesystem::create_directories(folder_.path(folder));
    return Config::load(folder_.path(folder));
  }
  std::string error_of_load() const {
    try {
      load();
    } catch (const Error& error) {
      return error.what();
    }
    return "";
  }

  testing::TestFolder folder_;
  Variable xdg_{"XDG_CONFIG_HOME", folder_.path("xdg")};
};

TEST_F(ConfigTest, FindsNothingWithoutFiles) {
  EXPECT_EQ(load().find("check", "fail-on"), std::nullopt);
}

TEST_F(ConfigTest, PrefersEnvironmentThenFolderThenHome) {
  folder_.write("xdg/mizan/config.ini", "db = home\nmin = home\nlimit = home\n");
  folder_.write("work/.mizan.ini", "db = folder\nmin = folder\n");
  const Variable variable("MIZAN_DB", "environment");
  const Config config = load();
  EXPECT_EQ(config.find("lookup", "db"), "environment");
  EXPECT_EQ(config.find("lookup", "min"), "folder");
  EXPECT_EQ(config.find("lookup", "limit"), "home");
  EXPECT_EQ(config.find("lookup", "color"), std::nullopt);
}

TEST_F(ConfigTest, TakesTheNearestFileAboveTheFolder) {
  folder_.write(".mizan.ini", "db = far\nmin = far\n");
  folder_.write("work/.mizan.ini", "db = near\n");
  const Config config = load();
  EXPECT_EQ(config.find("lookup", "db"), "near");
  // Only the nearest is read.
  EXPECT_EQ(config.find("lookup", "min"), std::nullopt);
  EXPECT_EQ(load("elsewhere").find("lookup", "db"), "far");
}

TEST_F(ConfigTest, IgnoresAFolderOfThatName) {
  folder_.write(".mizan.ini", "db = far\n");
  std::filesystem::create_directories(folder_.path("work/.mizan.ini"));
  EXPECT_EQ(load().find("lookup", "db"), "far");
}

TEST_F(ConfigTest, PrefersTheSectionOfTheCommandWithinAFile) {
  folder_.write("work/.mizan.ini",
                "fail-on = warning\n"
                "[check]\n"
                "fail-on = error\n"
                "[ lookup ]\n"
                "min = 60\n");
  const Config config = load();
  EXPECT_EQ(config.find("check", "fail-on"), "error");
  EXPECT_EQ(config.find("variants", "fail-on"), "warning");
  EXPECT_EQ(config.find("lookup", "min"), "60");
  EXPECT_EQ(config.find("concord", "min"), std::nullopt);
}

TEST_F(ConfigTest, ANearerFileWinsEvenOverASectionFurtherAway) {
  folder_.write("xdg/mizan/config.ini", "[check]\nfail-on = error\n");
  folder_.write("work/.mizan.ini", "fail-on = info\n");
  EXPECT_EQ(load().find("check", "fail-on"), "info");
}

TEST_F(ConfigTest, NamesVariablesInCapitals) {
  const Variable variable("MIZAN_FAIL_ON", "error");
  EXPECT_EQ(load().find("check", "fail-on"), "error");
}

TEST_F(ConfigTest, TakesAnEmptyVariableAsNone) {
  folder_.write("work/.mizan.ini", "db = folder\n");
  const Variable variable("MIZAN_DB", "");
  EXPECT_EQ(load().find("lookup", "db"), "folder");
}

TEST_F(ConfigTest, ReadsSpacesCommentsAndLineEndsOfAllKinds) {
  folder_.write("work/.mizan.ini",
                "# a comment\r\n; another\n\n  db =  a = b.db  \r\nempty =\nauthor=سارة\nlast = 1");
  const Config config = load();
  EXPECT_EQ(config.find("lookup", "db"), "a = b.db");
  EXPECT_EQ(config.find("lookup", "empty"), "");
  EXPECT_EQ(config.find("add", "author"), "سارة");
  EXPECT_EQ(config.find("lookup", "last"), "1");
}

TEST_F(ConfigTest, NamesTheLineThatIsNoSetting) {
  const std::string advice = ":2:1: not a setting; write name = value, [section] or a # comment";
  for (const std::string_view line : {"min 60", "= 60", "[check"}) {
    const std::string path =
        folder_.write("work/.mizan.ini", "db = a\n" + std::string(line) + "\n");
    EXPECT_EQ(error_of_load(), path + advice) << line;
  }
}

TEST_F(ConfigTest, TellsWhereTheMemoryLives) {
  const Variable home("HOME", "/home/sara");
  {
    const Variable data("XDG_DATA_HOME", "/data");
    EXPECT_EQ(default_memory_path(), "/data/mizan/memory.db");
  }
  const Variable data("XDG_DATA_HOME", "");
  EXPECT_EQ(default_memory_path(), "/home/sara/.local/share/mizan/memory.db");
}

}  // namespace
}  // namespace mizan
