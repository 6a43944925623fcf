// mizan stats, undo: what is in the memory; take back the last write.
#include "tm/memory/memory.h"

#include "cli/commands.h"
#include "tm/memory/undo.h"
#include "tm/project/lexicon_layers.h"

namespace mizan {
namespace {

std::string described(const WriteRecord& write) {
  std::string text = write.command + " (" + write.time;
  const auto add = [&](std::int64_t count, const char* what) {
    if (count != 0) text += ", " + std::to_string(count) + " " + what;
  };
  add(write.counts.added, "added");
  add(write.counts.changed, "changed");
  add(write.counts.removed, "removed");
  return text + ")";
}

int run_stats(Invocation& call) {
  const Database database(call.memory_path(), {.mode = OpenMode::kReadOnly});
  const MemoryStats stats = TranslationMemory(database).stats();
  const auto row = [&](std::string_view name, const std::string& value) {
    call.out.line(std::string(name) + '\t' + value);
  };
  row("units", std::to_string(stats.units));
  row("from Arabic", std::to_string(stats.arabic_sources));
  row("from English", std::to_string(stats.english_sources));
  row("Arabic words", std::to_string(stats.arabic_words));
  row("English words", std::to_string(stats.english_words));
  row("concepts", std::to_string(stats.concepts));
  row("terms", std::to_string(stats.terms));
  row("bytes", std::to_string(stats.bytes));
  for (const auto& [file, units] : stats.files) {
    row(file.empty() ? "units added by hand" : "units of " + file, std::to_string(units));
  }
  if (stats.last_write) row("last write", described(*stats.last_write));
  return 0;
}

int run_undo(Invocation& call) {
  const Database database(call.memory_path(), {.mode = OpenMode::kMustExist});
  const auto write = undo_last_write(database);
  call.out.line(write ? "taken back: " + described(*write) : "nothing to take back");
  return 0;
}

}  // namespace

const Command kStats = {.name = "stats",
                        .arguments = "",
                        .summary = "Says what is in the memory, one fact a line.",
                        .example = "mizan stats",
                        .options = {memory_option()},
                        .run = run_stats};

const Command kUndo = {
    .name = "undo",
    .arguments = "",
    .summary = "Takes back the last write to memory or termbase; repeat to go further back.",
    .example = "mizan undo",
    .options = {memory_option()},
    .run = run_undo};

}  // namespace mizan
