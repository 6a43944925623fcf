#include "tests/bench/align_development.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <sstream>
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

// The same numbers on every machine (xorshift64*).
class Chance {
 public:
  double next() {
    state_ ^= state_ >> 12;
    state_ ^= state_ << 25;
    state_ ^= state_ >> 27;
    return static_cast<double>((state_ * 0x2545F4914F6CDD1DU) >> 11) * 0x1.0p-53;
  }

 private:
  std::uint64_t state_ = 88172645463325252U;
};

Document made_free(Document document, Chance& chance) {
  document.group += " free";
  std::size_t invented = 0;
  for (Segment& segment : document.english) {
    std::vector<std::string> words;
    std::istringstream input(segment.text);
    for (std::string word; input >> word;) words.push_back(word);
    if (words.size() > 6 && chance.next() < 0.5) {
      const auto size = static_cast<double>(words.size());
      const auto count = static_cast<std::ptrdiff_t>(chance.next() * 0.6 * size);
      const auto begin =
          static_cast<std::ptrdiff_t>(chance.next() * (size - static_cast<double>(count)));
      words.erase(words.begin() + begin, words.begin() + begin + count);
    }
    segment.text.clear();
    for (const std::string& word : words) {
      if (!segment.text.empty()) segment.text += ' ';
      segment.text += chance.next() < 0.3 ? "zq" + std::to_string(invented++) + "x" : word;
    }
  }
  return document;
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

void add_free_copies(std::vector<Document>& documents) {
  Chance chance;
  for (std::size_t i = 0, authored = documents.size(); i < authored; ++i) {
    documents.push_back(made_free(documents[i], chance));
  }
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
