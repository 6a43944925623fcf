#include "tm/project/lexicon_layers.h"

#include <filesystem>
#include <string_view>

#include "tm/format/core_lexicon.h"
#include "tm/format/dictd.h"
#include "tm/project/embedded_text.h"

namespace mizan {
namespace {

// Machine-made word lists are less sure than entries written for this use.
constexpr double kDictionaryWeight = 0.7;

constexpr std::string_view kDictionaries[] = {"/usr/share/dictd/freedict-ara-eng.index",
                                              "/usr/share/dictd/freedict-eng-ara.index"};

}  // namespace

Lexicon load_lexicon(const LexiconLayers& layers) {
  Lexicon lexicon;
  if (layers.core) {
    for (const EmbeddedText& file : core_lexicon_files()) {
      lexicon.append(parse_core_lexicon(file.text, std::string(file.name)).lexicon);
    }
  }
  if (layers.freedict) {
    for (const std::string& index : installed_dictionaries()) {
      Lexicon dictionary = read_dictd(index);
      for (LexiconEntry& entry : dictionary.entries) entry.weight = kDictionaryWeight;
      lexicon.append(dictionary);
    }
  }
  return lexicon;
}

std::vector<std::string> installed_dictionaries() {
  std::vector<std::string> found;
  for (const std::string_view index : kDictionaries) {
    if (std::filesystem::exists(index)) found.emplace_back(index);
  }
  return found;
}

}  // namespace mizan
