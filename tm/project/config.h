// Settings that a user does not want to type: from the environment and from INI files.
#pragma once

#include <map>
#include <optional>
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
class Config {
 public:
  // Throws Error(kMalformed) for a line that is neither a section, a comment nor a setting.
  static Config load(const std::string& working_folder);

  std::optional<std::string> find(std::string_view command, std::string_view name) const;

  struct Setting {
    std::string section;  // empty above any section
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
  };
  std::vector<File> files_;
};

// Where the memory lives when nobody says: $XDG_DATA_HOME/mizan/memory.db, else
// ~/.local/share/mizan/memory.db.
std::string default_memory_path();

}  // namespace mizan
