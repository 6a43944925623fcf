// mizan lexicon: the user's own word lists, and what the memory has taught.
#include "cli/lexicon.h"

#include <cstdio>
#include <memory>

#include "cli/commands.h"
#include "cli/progress.h"
#include "tm/base/error.h"
#include "tm/base/file.h"
#include "tm/memory/lexicon_store.h"
#include "tm/project/lexicon_cache.h"
#include "tm/project/lexicon_layers.h"
#include "tm/project/lexicon_learning.h"
#include "tm/project/terms.h"
#include "tm/project/word_lists.h"

namespace mizan {
namespace {

// What a command that stores units learns on the side: half a second of work.
constexpr std::size_t kUnitsAside = 1000;

LexiconSource known_layers(const Database& database) {
  return [&database] { return load_lexicon_index({.memory = &database}); };
}

int run_import(Invocation& call) {
  const Database database(call.memory_path());
  LexiconStore store(database);
  for (const std::string& path : call.arguments()) {
    const ReadWordList read = read_word_list(path);
    print_diagnostics(read.list.diagnostics);
    const LexiconStore::Import result =
        store.import(read.list.lexicon, path, "lexicon import " + path);
    print_message(path + ": " + std::string(read.format) + ", " + std::to_string(result.added) +
                  " entries added, " + std::to_string(result.changed) + " weights changed, " +
                  std::to_string(result.known) + " known already");
  }
  return 0;
}

int run_export(Invocation& call) {
  const Database database(call.memory_path(), {.mode = OpenMode::kReadOnly});
  const std::string& layer = call.value("layer");
  std::string text(lexicon_tsv_header());
  if (layer != "learned") {
    LexiconStore(database).for_each([&](const LexiconEntry& entry, std::string_view list) {
      text += lexicon_tsv_row(entry, list);
    });
  }
  if (layer != "lists") {
    for (const LexiconEntry& entry : learned_lexicon(database).entries) {
      text += lexicon_tsv_row(entry, "learned");
    }
  }
  write_file(call.value("output"), text);
  return 0;
}

int run_remove(Invocation& call) {
  const Database database(call.memory_path(), {.mode = OpenMode::kMustExist});
  const std::string& list = call.argument(0);
  const std::int64_t removed = LexiconStore(database).remove(list, "lexicon remove " + list);
  if (removed == 0) {
    throw Error(ErrorKind::kNotFound, "no list " + list + " in the memory", {},
                "lexicon stats names the lists");
  }
  print_message(list + ": " + std::to_string(removed) + " entries removed");
  return 0;
}

int run_stats(Invocation& call) {
  const auto row = [&](const std::string& name, const std::string& value) {
    call.out.line(name + '\t' + value);
  };
  const auto counted = [](std::size_t entries) { return std::to_string(entries) + " entries"; };
  for (const LexiconLayer& layer : fixed_layers()) {
    row(layer.name, layer.entries ? counted(*layer.entries) : "not installed");
  }
  const std::unique_ptr<Database> database = open_if_present(call.memory_path());
  if (!database) {
    row("memory", "none at " + call.memory_path());
    return 0;
  }
  for (const auto& [list, count] : LexiconStore(*database).lists()) {
    row("list " + list, counted(static_cast<std::size_t>(count)));
  }
  const WordCountStats stats = learning_stats(*database);
  row("learned", counted(learned_lexicon(*database).entries.size()));
  row("word pairs counted", std::to_string(stats.pairs));
  row("units learned from", std::to_string(stats.units));
  row("units that wait", std::to_string(stats.waiting));
  return 0;
}

int run_learn(Invocation& call) {
  const Database database(call.memory_path(), {.mode = OpenMode::kMustExist});
  Progress progress("units");
  LearningOptions options;
  options.progress = [&](std::size_t units) { progress.show(units); };
  const LexiconSource known = known_layers(database);
  const std::size_t units = call.flag("all") ? relearn_lexicon(database, known, options)
                                             : learn_lexicon(database, known, options);
  progress.clear();
  print_message("learned from " + std::to_string(units) + " units; the lexicon has " +
                std::to_string(learned_lexicon(database).entries.size()) + " learned entries");
  return 0;
}

}  // namespace

void learn_from_new_units(const Invocation& call) {
  try {
    const Database database(call.memory_path(), {.mode = OpenMode::kMustExist});
    if (learning_stats(database).waiting == 0) return;
    LearningOptions options;
    options.most_units = kUnitsAside;
    learn_lexicon(database, known_layers(database), options);
    const std::int64_t waiting = learning_stats(database).waiting;
    if (waiting == 0) return;
    print_message("the lexicon has not learned yet from " + std::to_string(waiting) +
                  " units; mizan lexicon learn does it");
  } catch (const Error& error) {
    // The units are stored; they wait for the next learning.
    print_message(std::string("the lexicon has not learned from the new units: ") + error.what());
  }
}

const Command kLexiconImport = {
    .name = "lexicon import",
    .arguments = "FILE...",
    .summary = "Adds word lists that alignment uses: TSV, hunalign .dic, dictd .index.",
    .example = "mizan lexicon import glossaries/sahel.tsv",
    .least_arguments = 1,
    .most_arguments = 1000,
    .options = {memory_option()},
    .run = run_import};

const Command kLexiconExport = {
    .name = "lexicon export",
    .arguments = "",
    .summary = "Writes your word lists and what the memory has taught, with weights.",
    .example = "mizan lexicon export",
    .options = {{"layer",
                 OptionKind::kValue,
                 "LAYER",
                 "lists, learned or both",
                 "both",
                 {"lists", "learned", "both"}},
                output_option(),
                memory_option()},
    .run = run_export};

const Command kLexiconRemove = {.name = "lexicon remove",
                                .arguments = "LIST",
                                .summary = "Removes a word list by the name that stats shows.",
                                .example =
                                    "mizan lexicon import glossaries/sahel.tsv\n"
                                    "mizan lexicon remove glossaries/sahel.tsv",
                                .least_arguments = 1,
                                .most_arguments = 1,
                                .options = {memory_option()},
                                .run = run_remove};

const Command kLexiconStats = {
    .name = "lexicon stats",
    .arguments = "",
    .summary = "Says which layers the lexicon has and how much is in them.",
    .example = "mizan lexicon stats",
    .options = {memory_option()},
    .run = run_stats};

const Command kLexiconLearn = {
    .name = "lexicon learn",
    .arguments = "",
    .summary = "Learns words from new and changed units (import and align --store do so too).",
    .example = "mizan add \"عدو صامد\" \"A resilient enemy\"\nmizan lexicon learn",
    .options = {{"all", OptionKind::kFlag, "", "forget what was learned and begin again"},
                memory_option()},
    .run = run_learn};

}  // namespace mizan
