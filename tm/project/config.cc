#include "tm/project/config.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <ranges>
#include <utility>

#include "tm/base/error.h"
#include "tm/base/file.h"
#include "tm/base/path_pattern.h"

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

// [check] or [check "wire/*"].
struct Section {
  std::string name;
  std::string pattern;
};

Section read_section(std::string_view words, const InputPlace& place) {
  const std::size_t quote = words.find('"');
  if (quote == std::string_view::npos) return {std::string(words), {}};
  const std::string_view pattern = words.substr(quote + 1);
  if (pattern.size() < 2 || pattern.find('"') != pattern.size() - 1) {
    throw Error(ErrorKind::kMalformed, "not a section", place,
                "write [command] or [command \"path/pattern*\"]");
  }
  return {std::string(trim(words.substr(0, quote))),
          std::string(pattern.substr(0, pattern.size() - 1))};
}

// Calls `visit` for every setting of the file, in their order.
void read_ini(const std::string& path, const std::function<void(Config::Setting)>& visit) {
  const std::string content = read_file(path);
  Section section;
  std::size_t number = 0;
  for (std::size_t at = 0; at < content.size();) {
    const std::size_t end = std::min(content.find('\n', at), content.size());
    const std::string_view line = trim(std::string_view(content).substr(at, end - at));
    at = end + 1;
    ++number;
    if (line.empty() || line.front() == '#' || line.front() == ';') continue;
    if (line.front() == '[' && line.back() == ']') {
      section = read_section(trim(line.substr(1, line.size() - 2)), {path, number, 1});
      continue;
    }
    const std::size_t equals = line.find('=');
    if (equals == std::string_view::npos || trim(line.substr(0, equals)).empty()) {
      throw Error(ErrorKind::kMalformed, "not a setting", {path, number, 1},
                  "write name = value, [section] or a # comment");
    }
    visit({section.name,
           section.pattern,
           std::string(trim(line.substr(0, equals))),
           std::string(trim(line.substr(equals + 1))),
           {path, number, 1}});
  }
}

}  // namespace

Config Config::load(const std::string& working_folder) {
  Config config;
  const auto add = [&](const fs::path& path) {
    std::error_code ignored;
    if (!fs::is_regular_file(path, ignored)) return false;
    File file{path.string(), {}, {}};
    read_ini(file.path, [&](Setting setting) {
      if (!setting.pattern.empty()) {
        file.by_path.push_back(std::move(setting));
        return;
      }
      const std::string key =
          setting.section.empty() ? setting.name : setting.section + "." + setting.name;
      file.values[key] = std::move(setting);
    });
    config.files_.push_back(std::move(file));
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
  const std::vector<Layer> found = layers(command, name, {});
  if (found.empty()) return std::nullopt;
  return found.back().value;
}

std::vector<Config::Layer> Config::layers(std::string_view command, std::string_view name,
                                          std::span<const std::string> paths) const {
  std::vector<Layer> found;
  const std::string scoped = std::string(command) + "." + std::string(name);
  for (const File& file : files_ | std::views::reverse) {
    for (const std::string_view key : {name, std::string_view(scoped)}) {
      if (const auto at = file.values.find(key); at != file.values.end()) {
        found.push_back({at->second.value, at->second.place});
      }
    }
    const std::string folder = fs::path(file.path).parent_path().string();
    for (const Setting& setting : file.by_path) {
      if (setting.section == command && setting.name == name &&
          std::ranges::any_of(paths, [&](const std::string& path) {
            return path_matches(setting.pattern, folder, path);
          })) {
        found.push_back({setting.value, setting.place});
      }
    }
  }
  std::string variable = "MIZAN_";
  for (const char c : name) {
    variable += c == '-' ? '_' : static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  }
  if (auto value = environment(variable)) found.push_back({*value, {}});
  return found;
}

std::vector<Config::Setting> Config::settings() const {
  std::vector<Setting> all;
  for (const File& file : files_) {
    for (const auto& [key, setting] : file.values) all.push_back(setting);
    all.insert(all.end(), file.by_path.begin(), file.by_path.end());
  }
  return all;
}

std::string default_memory_path() {
  return (home_folder("XDG_DATA_HOME", ".local/share") / "mizan" / "memory.db").string();
}

}  // namespace mizan
