#include "tm/project/lexicon_layers.h"

#include <filesystem>
#include <string_view>

#include "tm/format/core_lexicon.h"
#include "tm/format/dictd.h"
#include "tm/memory/lexicon_store.h"
#include "tm/project/embedded_text.h"
#include "tm/project/lexicon_learning.h"

namespace mizan {
namespace {

// Machine-made word lists are less sure than entries written for this use.
constexpr double kDictionaryWeight = 0.7;

constexpr std::string_view kDictionaries[] = {"/usr/share/dictd/freedict-ara-eng.index",
                                              "/usr/share/dictd/freedict-eng-ara.index"};

Lexicon read_core() {
  Lexicon lexicon;
  for (const EmbeddedText& file : core_lexicon_files()) {
    lexicon.append(parse_core_lexicon(file.text, std::string(file.name)).lexicon);
  }
  return lexicon;
}

Lexicon read_dictionary(const std::string& index) {
  Lexicon dictionary = read_dictd(index);
  for (LexiconEntry& entry : dictionary.entries) entry.weight = kDictionaryWeight;
  return dictionary;
}

}  // namespace

Lexicon load_lexicon(const LexiconLayers& layers) {
  Lexicon lexicon;
  if (layers.core) lexicon = read_core();
  if (layers.freedict) {
    for (const std::string& index : installed_dictionaries()) {
      lexicon.append(read_dictionary(index));
    }
  }
  if (layers.memory == nullptr) return lexicon;
  if (layers.lists) {
    LexiconStore(*layers.memory).for_each([&](const LexiconEntry& entry, std::string_view) {
      lexicon.entries.push_back(entry);
    });
  }
  if (layers.learned) lexicon.append(learned_lexicon(*layers.memory));
  return lexicon;
}

std::vector<LexiconLayer> fixed_layers() {
  std::vector<LexiconLayer> layers = {{"core", read_core().entries.size()}};
  for (const std::string_view index : kDictionaries) {
    LexiconLayer& layer = layers.emplace_back();
    layer.name = index;
    if (std::filesystem::exists(index)) {
      layer.entries = read_dictionary(layer.name).entries.size();
    }
  }
  return layers;
}

std::vector<std::string> installed_dictionaries() {
  std::vector<std::string> found;
  for (const std::string_view index : kDictionaries) {
    if (std::filesystem::exists(index)) found.emplace_back(index);
  }
  return found;
}

}  // namespace mizan
