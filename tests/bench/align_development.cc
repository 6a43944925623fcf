#include "tests/bench/align_development.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <functional>
#include <stdexcept>
#include <string_view>

#include "tm/base/file.h"
#include "tm/format/bead_list.h"
#include "tm/project/lexicon_layers.h"
#include "tm/text/sentences.h"

namespace mizan::bench {
namespace {

std::string group_of(const std::filesystem::path& folder) {
  // Collections are called align everywhere; what holds their data tells them apart.
  std::string group = folder.parent_path().parent_path().parent_path().filename().string() + "/";
  for (const char c : folder.filename().string()) {
    if (std::isalpha(static_cast<unsigned char>(c)) == 0) break;
    group += c;
  }
  return group;
}

}  // namespace

Document read_document(const std::string& folder) {
  Document document;
  document.group = group_of(std::filesystem::absolute(folder).lexically_normal());
  document.arabic = split_lines(read_file(folder + "/ar.txt"));
  document.english = split_lines(read_file(folder + "/en.txt"));
  document.gold = read_bead_list(read_file(folder + "/gold.txt"), folder + "/gold.txt");
  return document;
}

NamedLexicon named_lexicon(const std::string& name) {
  constexpr std::array<std::string_view, 6> kNames = {"all",  "core", "freedict",
                                                      "none", "thin", "meagre"};
  if (std::ranges::find(kNames, name) == kNames.end()) {
    throw std::invalid_argument("no lexicon is called " + name);
  }
  if (name == "none") return {name, LexiconIndex(Lexicon{})};
  Lexicon lexicon =
      load_lexicon({.core = name != "freedict", .freedict = (name == "all" || name == "freedict")});
  if (name == "thin" || name == "meagre") {
    const std::size_t of = name == "thin" ? 2 : 5;
    std::string last;
    bool keep = false;
    std::erase_if(lexicon.entries, [&](const LexiconEntry& entry) {
      if (entry.arabic != last) keep = std::hash<std::string>{}(entry.arabic) % of == 0;
      last = entry.arabic;
      return !keep;
    });
  }
  return {name, LexiconIndex(lexicon)};
}

}  // namespace mizan::bench
