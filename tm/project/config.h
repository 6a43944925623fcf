// Settings that a user does not want to type: from the environment and from INI files.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tm/base/error.h"

namespace mizan {

// A setting named "fail-on" of the command "check" is looked for, first found wins, in
//   MIZAN_FAIL_ON in the environment,
//   .mizan.ini in the working folder or the nearest folder above it that has one,
//   $XDG_CONFIG_HOME/mizan/config.ini (~/.config/mizan/config.ini);
// in the files as `fail-on` under [check], or above any section. Lines are `name = value`; `#` and
// `;` start a comment line.
//
// Settings under [check "wire/*"] hold for texts whose path, from the folder of the file, matches
// the pattern (as fnmatch(3) reads it; * matches folders too).
class Config {
 public:
  // Throws Error(kMalformed) for a line that is neither a section, a comment nor a setting.
  static Config load(const std::string& working_folder);

  std::optional<std::string> find(std::string_view command, std::string_view name) const;

  struct Layer {
    std::string value;
    InputPlace place;  // nowhere: the environment
  };
  // What all sources say for one of the texts at `paths`, from the one that gives way to the one
  // that wins: the user's file, the folder's, in each the sections of a pattern after the others
  // and in their order; the environment.
  std::vector<Layer> layers(std::string_view command, std::string_view name,
                            std::span<const std::string> paths) const;

  struct Setting {
    std::string section;  // empty above any section
    std::string pattern;  // of the paths that it holds for; empty for all
    std::string name;
    std::string value;
    InputPlace place;
  };
  // Everything that the files say, so that unknown names can be told to the user.
  std::vector<Setting> settings() const;

 private:
  struct File {
    std::string path;
    std::map<std::string, Setting, std::less<>> values;  // "section.name" or "name"
    std::vector<Setting> by_path;                        // those with a pattern, in their order
  };
  std::vector<File> files_;
};

// Where the memory lives when nobody says: $XDG_DATA_HOME/mizan/memory.db, else
// ~/.local/share/mizan/memory.db.
std::string default_memory_path();

}  // namespace mizan
