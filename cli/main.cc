// mizan: finds the command, runs it, and turns errors into one line and an exit status.
#include <csignal>
#include <exception>
#include <filesystem>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "tm/base/error.h"

namespace mizan {
namespace {

constexpr int kFailed = 2;

const std::vector<const Command*>& all_commands() {
  static const std::vector<const Command*> commands = {
      &kSegment,       &kAlign,         &kImport,       &kExport,        &kConvert,
      &kAdd,           &kEdit,          &kRemove,       &kLookup,        &kConcord,
      &kLeverage,      &kTermFind,      &kTermAdd,      &kTermList,      &kTermEdit,
      &kTermDeprecate, &kTermMerge,     &kTermLookup,   &kTermCheck,     &kTermRemove,
      &kTermImport,    &kTermExport,    &kTermHarvest,  &kTermExtract,   &kVariants,
      &kNamesCompare,  &kNamesRomanize, &kNamesArabize, &kLexiconImport, &kLexiconExport,
      &kLexiconRemove, &kLexiconStats,  &kLexiconLearn, &kCheck,         &kStats,
      &kUndo,          &kDbCheck,       &kDbBackup,     &kDbVacuum};
  return commands;
}

std::string overview() {
  std::string text =
      "mizan align examples/article/article.ar.txt examples/article/article.en.txt\n\n"
      "mizan COMMAND [arguments] [options]\n"
      "An Arabic-English translation memory that editors can trust.\n\n";
  for (const Command* command : all_commands()) {
    std::string left = "  " + std::string(command->name) + " " + std::string(command->arguments);
    left.resize(std::max<std::size_t>(left.size() + 2, 34), ' ');
    text += left + std::string(command->summary) + "\n";
  }
  text += "\nmizan COMMAND --help says more; mizan --version.\n";
  return text;
}

// The command that the first one or two words name; the words are consumed.
const Command& find_command(std::vector<std::string>& words) {
  const std::string two = words.size() > 1 ? words[0] + " " + words[1] : std::string();
  for (const Command* command : all_commands()) {
    if (command->name == two) {
      words.erase(words.begin(), words.begin() + 2);
      return *command;
    }
  }
  for (const Command* command : all_commands()) {
    if (command->name == words[0]) {
      words.erase(words.begin());
      return *command;
    }
  }
  std::vector<std::string> known;
  std::string group;
  for (const Command* command : all_commands()) {
    known.emplace_back(command->name);
    if (command->name.starts_with(words[0] + " ")) {
      group += (group.empty() ? "" : ", ") + std::string(command->name);
    }
  }
  if (!group.empty() && two.empty()) {
    throw Error(ErrorKind::kUsage, words[0] + ": a word is missing", {}, "write one of " + group);
  }
  const std::string said = group.empty() ? words[0] : two;
  const auto meant = did_you_mean(said, known);
  throw Error(ErrorKind::kUsage, "unknown command " + said, {},
              meant ? "did you mean mizan " + *meant + "?" : "see mizan --help");
}

int run(std::vector<std::string> words) {
  Output plain;
  if (words.empty() || words[0] == "--help" || words[0] == "help") {
    plain.write(overview());
    plain.flush();
    return words.empty() ? kFailed : 0;
  }
  if (words[0] == "--version") {
    plain.line("mizan " MIZAN_VERSION);
    plain.flush();
    return 0;
  }
  const Command& command = find_command(words);
  const Config config = Config::load(".");
  Invocation invocation(command, words, config);
  if (invocation.wants_help()) {
    plain.write(help_text(command));
    plain.flush();
    return 0;
  }
  check_settings(config, all_commands());
  const int status = command.run(invocation);
  invocation.out.flush();
  return status;
}

}  // namespace
}  // namespace mizan

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is reported by write(), and ends us cleanly
  std::signal(SIGXFSZ, SIG_IGN);  // so is a file-size limit
  try {
    return mizan::run(std::vector<std::string>(argv + 1, argv + argc));
  } catch (const mizan::ClosedPipe&) {
    return 0;
  } catch (const mizan::Error& error) {
    mizan::print_message(error.what());
  } catch (const std::bad_alloc&) {
    mizan::print_message("out of memory; split the input");
  } catch (const std::exception& error) {
    mizan::print_message(std::string("unexpected: ") + error.what() + "; please report this");
  }
  return mizan::kFailed;
}
