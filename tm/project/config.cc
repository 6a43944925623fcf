#include "tm/project/config.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <filesystem>

#include "tm/base/error.h"
#include "tm/base/file.h"

namespace mizan {
namespace {

namespace fs = std::filesystem;

std::string_view trim(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r";
  const std::size_t begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

std::optional<std::string> environment(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  if (value == nullptr || *value == '\0') return std::nullopt;
  return value;
}

fs::path home_folder(const char* xdg, const char* fallback) {
  if (const auto folder = environment(xdg)) return *folder;
  return fs::path(environment("HOME").value_or("/")) / fallback;
}

std::map<std::string, Config::Setting, std::less<>> read_ini(const std::string& path) {
  std::map<std::string, Config::Setting, std::less<>> values;
  const std::string content = read_file(path);
  std::string section;
  std::size_t number = 0;
  for (std::size_t at = 0; at < content.size();) {
    const std::size_t end = std::min(content.find('\n', at), content.size());
    const std::string_view line = trim(std::string_view(content).substr(at, end - at));
    at = end + 1;
    ++number;
    if (line.empty() || line.front() == '#' || line.front() == ';') continue;
    if (line.front() == '[' && line.back() == ']') {
      section = trim(line.substr(1, line.size() - 2));
      continue;
    }
    const std::size_t equals = line.find('=');
    if (equals == std::string_view::npos || trim(line.substr(0, equals)).empty()) {
      throw Error(ErrorKind::kMalformed, "not a setting", {path, number, 1},
                  "write name = value, [section] or a # comment");
    }
    const std::string name(trim(line.substr(0, equals)));
    values[section.empty() ? name : section + "." + name] = {
        section, name, std::string(trim(line.substr(equals + 1))), {path, number, 1}};
  }
  return values;
}

}  // namespace

Config Config::load(const std::string& working_folder) {
  Config config;
  const auto add = [&](const fs::path& path) {
    std::error_code ignored;
    if (!fs::is_regular_file(path, ignored)) return false;
    config.files_.push_back({path.string(), read_ini(path.string())});
    return true;
  };
  for (fs::path folder = fs::absolute(working_folder).lexically_normal();;
       folder = folder.parent_path()) {
    if (add(folder / ".mizan.ini") || folder == folder.parent_path()) break;
  }
  add(home_folder("XDG_CONFIG_HOME", ".config") / "mizan" / "config.ini");
  return config;
}

std::optional<std::string> Config::find(std::string_view command, std::string_view name) const {
  std::string variable = "MIZAN_";
  for (const char c : name) {
    variable += c == '-' ? '_' : static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  }
  if (auto value = environment(variable)) return value;
  const std::string scoped = std::string(command) + "." + std::string(name);
  for (const File& file : files_) {
    for (const std::string_view key : {std::string_view(scoped), name}) {
      if (const auto place = file.values.find(key); place != file.values.end()) {
        return place->second.value;
      }
    }
  }
  return std::nullopt;
}

std::vector<Config::Setting> Config::settings() const {
  std::vector<Setting> all;
  for (const File& file : files_) {
    for (const auto& [key, setting] : file.values) all.push_back(setting);
  }
  return all;
}

std::string default_memory_path() {
  return (home_folder("XDG_DATA_HOME", ".local/share") / "mizan" / "memory.db").string();
}

}  // namespace mizan
