// mizan db check, backup, vacuum: the file that holds the memory.
#include <algorithm>
#include <optional>

#include "cli/commands.h"
#include "cli/progress.h"
#include "tm/memory/backup.h"
#include "tm/memory/database_check.h"

namespace mizan {
namespace {

// A bar whose length is known with the first step.
class ProgressBar {
 public:
  explicit ProgressBar(std::string_view things) : things_(things) {}

  void show(std::size_t done, std::size_t total) {
    if (!progress_) progress_.emplace(things_, total);
    progress_->show(done);
  }

 private:
  std::string_view things_;
  std::optional<Progress> progress_;
};

std::vector<MemoryFault> check(const TranslationMemory& memory) {
  ProgressBar bar("steps");
  return check_memory(memory, [&](std::size_t done, std::size_t total) { bar.show(done, total); });
}

int run_check(Invocation& call) {
  const bool repair = call.flag("repair");
  const Database database(call.memory_path(),
                          {.mode = repair ? OpenMode::kMustExist : OpenMode::kReadOnly});
  TranslationMemory memory(database);
  std::vector<MemoryFault> faults = check(memory);
  const auto any_of = [&](FaultArea a, FaultArea b) {
    return std::ranges::any_of(
        faults, [&](const MemoryFault& fault) { return fault.area == a || fault.area == b; });
  };
  if (repair && any_of(FaultArea::kIndex, FaultArea::kCounts)) {
    if (any_of(FaultArea::kFile, FaultArea::kUnits)) {
      print_message(database.path() +
                    ": nothing was repaired, the units are at fault; go back to a backup");
    } else {
      rebuild_derived(memory);
      print_message(database.path() + ": the index and the learned counts were made anew");
      faults = check(memory);
    }
  }
  for (const MemoryFault& fault : faults) {
    call.out.line(std::string(to_string(fault.area)) + '\t' + fault.message);
  }
  if (faults.empty()) print_message(database.path() + ": no fault found");
  return faults.empty() ? 0 : 1;
}

int run_backup(Invocation& call) {
  const Database database(call.memory_path(), {.mode = OpenMode::kReadOnly});
  std::int64_t units = 0;
  {
    ProgressBar bar("pages");
    units = back_up(database, call.argument(0),
                    [&](std::size_t done, std::size_t total) { bar.show(done, total); });
  }
  print_message(call.argument(0) + ": " + std::to_string(units) + " units copied and checked");
  return 0;
}

int run_vacuum(Invocation& call) {
  const Database database(call.memory_path(), {.mode = OpenMode::kMustExist});
  const VacuumResult result = vacuum(database);
  print_message(database.path() + ": " + std::to_string(result.bytes_before) + " bytes before, " +
                std::to_string(result.bytes_after) + " after");
  return 0;
}

}  // namespace

const Command kDbCheck = {
    .name = "db check",
    .arguments = "",
    .summary = "Checks that the memory is whole: the file, units, journal, index, learned counts.",
    .example = "mizan db check",
    .options = {{"repair", OptionKind::kFlag, "",
                 "rebuild what is derived from the units: the index and the learned counts"},
                memory_option()},
    .run = run_check,
    .notes =
        "Prints one fault a line: the area, a tab, what is wrong. Exit 1 when there are any.\n"
        "Units, terms and the journal are never changed; when they are at fault, go back to\n"
        "a backup. Others may read and write meanwhile.\n"};

const Command kDbBackup = {
    .name = "db backup",
    .arguments = "FILE",
    .summary = "Copies the memory to a file, whole and consistent while others write.",
    .example = "mizan db backup \"$HOME/memory-backup.db\"",
    .least_arguments = 1,
    .most_arguments = 1,
    .options = {memory_option()},
    .run = run_backup,
    .notes =
        "The copy is checked before FILE appears or is replaced. It is a memory like any\n"
        "other: mizan stats --db FILE. To go back to it, put it in the memory's place while\n"
        "no other command runs, and remove FILE-wal and FILE-shm of the old one.\n"};

const Command kDbVacuum = {
    .name = "db vacuum",
    .arguments = "",
    .summary = "Gives the disk back what removed units and undone imports have left free.",
    .example = "mizan db vacuum",
    .options = {memory_option()},
    .run = run_vacuum,
    .notes = "Needs as much free disk as the memory takes, for a while.\n"};

}  // namespace mizan
