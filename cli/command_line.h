// What every command shares: how it is declared, how its words become values, its help.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/output.h"
#include "tm/base/language.h"
#include "tm/project/config.h"
#include "tm/report/terminal.h"

namespace mizan {

enum class OptionKind { kFlag, kValue, kList };

struct Option {
  std::string_view name;  // "min-confidence"
  OptionKind kind = OptionKind::kFlag;
  std::string_view value;  // what stands for the value in the help: "FILE"; "" for a flag
  std::string_view help;
  std::string_view initial = {};               // value when nobody says
  std::vector<std::string_view> choices = {};  // the only values allowed, when not empty
  // kByPath: a section of a path may set it too; asked for with layers().
  enum class Reach { kCommand, kByPath } reach = Reach::kCommand;
  char letter = '\0';  // "-o" for short, when not 0
};

class Invocation;

struct Command {
  std::string_view name;       // "align", "term find"
  std::string_view arguments;  // "AR EN"
  std::string_view summary;
  std::string_view example;  // lines that work when pasted
  std::size_t least_arguments = 0;
  std::size_t most_arguments = 0;
  std::vector<Option> options;
  int (*run)(Invocation&) = nullptr;
  std::string_view notes = {};  // what the help says below the options
};

// The words of one call, matched with the options of its command; flags over environment over
// configuration files over the option's initial value.
class Invocation {
 public:
  // Throws Error(kUsage), with a did-you-mean for a wrong option.
  Invocation(const Command& command, const std::vector<std::string>& words, const Config& config);

  const std::vector<std::string>& arguments() const { return arguments_; }
  const std::string& argument(std::size_t index) const { return arguments_[index]; }
  bool has(std::string_view option) const;
  bool flag(std::string_view option) const;
  // Of an option with an initial value, or after has().
  const std::string& value(std::string_view option) const;
  const std::vector<std::string>& list(std::string_view option) const;
  // Everything that is said for the texts at `paths`, the words of the command last: the last one
  // wins, or all of them add up.
  std::vector<Config::Layer> layers(std::string_view option,
                                    std::span<const std::string> paths) const;
  // As numbers; throws Error(kUsage) for what is not one or lies outside [least, most].
  double number(std::string_view option, double least, double most) const;
  std::size_t count(std::string_view option) const;
  Language language(std::string_view option) const;
  // Threads: --jobs, or as many as there are processors.
  std::size_t jobs() const;
  bool wants_help() const { return flag("help"); }

  TerminalStyle style() const;
  std::string memory_path() const;

  Output out;

 private:
  void parse(const std::vector<std::string>& words);
  void fill_from(const Config& config);
  void check_values() const;

  const Command& command_;
  const Config& config_;  // outlives the call
  std::vector<Option> options_;
  std::vector<std::string> arguments_;
  std::map<std::string, std::vector<std::string>, std::less<>> values_;
  std::map<std::string, std::vector<std::string>, std::less<>> said_;  // in the words of the call
};

// Throws Error(kUsage) for a setting of the configuration files that no command has, or not the one
// whose section it stands in.
void check_settings(const Config& config, const std::vector<const Command*>& commands);

std::string help_text(const Command& command);

// The word of `known` that `wrong` was probably meant to be.
std::optional<std::string> did_you_mean(std::string_view wrong,
                                        const std::vector<std::string>& known);

// The options shared by many commands.
Option format_option(std::initializer_list<std::string_view> formats);
Option memory_option();
Option glossary_option();
Option jobs_option();
// --output or -o: where the result goes, standard output when nobody says.
Option output_option();

}  // namespace mizan
