#include "cli/command_line.h"

#include <unistd.h>

#include <algorithm>
#include <boost/program_options.hpp>
#include <charconv>
#include <cstdlib>
#include <numeric>
#include <thread>

#include "tm/base/error.h"

namespace mizan {
namespace {

namespace po = boost::program_options;

std::vector<Option> with_common(const Command& command) {
  std::vector<Option> options = command.options;
  options.push_back(
      {"color", OptionKind::kValue, "WHEN", "colour", "auto", {"auto", "always", "never"}});
  options.push_back({"bidi",
                     OptionKind::kValue,
                     "HOW",
                     "isolate texts of either direction; auto does on a terminal",
                     "auto",
                     {"auto", "isolate", "none"}});
  options.push_back({"help", OptionKind::kFlag, "", "this text"});
  return options;
}

std::string usage_of(const Command& command) {
  std::string usage = "mizan ";
  usage += command.name;
  if (!command.arguments.empty()) {
    usage += ' ';
    usage += command.arguments;
  }
  return usage;
}

[[noreturn]] void fail_usage(const Command& command, const std::string& problem,
                             const std::string& advice = {}) {
  throw Error(ErrorKind::kUsage, std::string(command.name) + ": " + problem, {},
              advice.empty() ? "see mizan " + std::string(command.name) + " --help" : advice);
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t changed = diagonal + (a[i] != b[j]);
      diagonal = row[j + 1];
      row[j + 1] = std::min({changed, row[j] + 1, diagonal + 1});
    }
  }
  return row.back();
}

}  // namespace

std::optional<std::string> did_you_mean(std::string_view wrong,
                                        const std::vector<std::string>& known) {
  std::optional<std::string> best;
  std::size_t distance = std::max<std::size_t>(2, wrong.size() / 3) + 1;
  for (const std::string& word : known) {
    const std::size_t d = edit_distance(wrong, word);
    if (d < distance) {
      distance = d;
      best = word;
    }
  }
  return best;
}

Option format_option(std::initializer_list<std::string_view> formats) {
  return {"format", OptionKind::kValue, "FORMAT", "output format", *formats.begin(), formats};
}

Option memory_option() {
  return {"db", OptionKind::kValue, "FILE", "the memory (default: $XDG_DATA_HOME/mizan/memory.db)"};
}

Option glossary_option() {
  return {"glossary", OptionKind::kList, "FILE",
          "terms: Arabic TAB English TAB status or note; repeatable"};
}

Option jobs_option() { return {"jobs", OptionKind::kValue, "N", "threads (default: all)"}; }
Option output_option() {
  Option option = {"output", OptionKind::kValue, "FILE", "where to (- is standard output)", "-"};
  option.letter = 'o';
  return option;
}

Invocation::Invocation(const Command& command, const std::vector<std::string>& words,
                       const Config& config)
    : command_(command), config_(config), options_(with_common(command)) {
  parse(words);
  said_ = values_;
  if (wants_help()) return;
  fill_from(config);
  check_values();
  if (arguments_.size() < command.least_arguments) {
    fail_usage(command, "missing argument", "write: " + usage_of(command));
  }
  if (arguments_.size() > command.most_arguments) {
    fail_usage(command, "too many arguments: " + arguments_[command.most_arguments],
               "write: " + usage_of(command));
  }
}

void Invocation::parse(const std::vector<std::string>& words) {
  using Style = po::command_line_style::style_t;
  // Where no option has a letter, a word that begins with a dash is an argument.
  int letters = 0;
  po::options_description described;
  for (const Option& option : options_) {
    std::string name(option.name);
    if (option.letter != '\0') {
      name += std::string(",") + option.letter;
      letters = Style::allow_short | Style::allow_dash_for_short | Style::short_allow_next;
    }
    switch (option.kind) {
      case OptionKind::kFlag:
        described.add_options()(name.c_str(), "");
        break;
      case OptionKind::kValue:
        described.add_options()(name.c_str(), po::value<std::string>(), "");
        break;
      case OptionKind::kList:
        described.add_options()(name.c_str(), po::value<std::vector<std::string>>(), "");
        break;
    }
  }
  described.add_options()("arguments", po::value<std::vector<std::string>>(), "");
  po::positional_options_description positional;
  positional.add("arguments", -1);
  try {
    const po::parsed_options parsed = po::command_line_parser(words)
                                          .options(described)
                                          .positional(positional)
                                          .style(Style::allow_long | Style::long_allow_adjacent |
                                                 Style::long_allow_next | letters)
                                          .run();
    for (const auto& option : parsed.options) {
      if (option.string_key == "arguments") {
        arguments_.insert(arguments_.end(), option.value.begin(), option.value.end());
        continue;
      }
      std::vector<std::string>& values = values_[option.string_key];
      values.insert(values.end(), option.value.begin(), option.value.end());
    }
  } catch (const po::unknown_option& error) {
    std::vector<std::string> known;
    for (const Option& option : options_) known.push_back("--" + std::string(option.name));
    const auto meant = did_you_mean(error.get_option_name(), known);
    fail_usage(command_, "unknown option " + error.get_option_name(),
               meant ? "did you mean " + *meant + "?" : std::string());
  } catch (const po::error& error) {
    fail_usage(command_, error.what());
  }
}

void Invocation::fill_from(const Config& config) {
  for (const Option& option : options_) {
    if (values_.contains(option.name)) continue;
    const std::string name(option.name);
    if (auto value = config.find(command_.name, name)) {
      if (option.kind != OptionKind::kFlag) {
        values_[name] = {*value};
      } else if (*value == "true" || *value == "yes" || *value == "1" || *value == "on") {
        values_[name] = {};
      }
    } else if (!option.initial.empty()) {
      values_[name] = {std::string(option.initial)};
    }
  }
}

void Invocation::check_values() const {
  for (const Option& option : options_) {
    const auto found = values_.find(option.name);
    if (found == values_.end() || option.choices.empty()) continue;
    const std::string& value = found->second.back();
    if (std::ranges::find(option.choices, value) != option.choices.end()) continue;
    std::string choices;
    for (const std::string_view choice : option.choices) {
      if (!choices.empty()) choices += ", ";
      choices += choice;
    }
    fail_usage(command_, "--" + std::string(option.name) + " cannot be " + value,
               "choose one of " + choices);
  }
}

bool Invocation::has(std::string_view option) const {
  const auto found = values_.find(option);
  return found != values_.end() && !found->second.empty();
}

bool Invocation::flag(std::string_view option) const { return values_.contains(option); }

const std::string& Invocation::value(std::string_view option) const {
  return values_.find(option)->second.back();
}

const std::vector<std::string>& Invocation::list(std::string_view option) const {
  static const std::vector<std::string> none;
  const auto found = values_.find(option);
  return found == values_.end() ? none : found->second;
}

std::vector<Config::Layer> Invocation::layers(std::string_view option,
                                              std::span<const std::string> paths) const {
  std::vector<Config::Layer> found = config_.layers(command_.name, option, paths);
  if (const auto said = said_.find(option); said != said_.end()) {
    for (const std::string& value : said->second) found.push_back({value, {}});
  }
  return found;
}

double Invocation::number(std::string_view option, double least, double most) const {
  const std::string& text = value(option);
  double result = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), result);
  const bool within = result >= least && result <= most;  // "nan" is not
  if (error != std::errc() || end != text.data() + text.size() || !within) {
    char range[64];
    std::snprintf(range, sizeof range, "give a number from %g to %g", least, most);
    fail_usage(command_, "--" + std::string(option) + " cannot be " + text, range);
  }
  return result;
}

std::size_t Invocation::count(std::string_view option) const {
  const std::string& text = value(option);
  std::size_t result = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), result);
  if (error != std::errc() || end != text.data() + text.size()) {
    fail_usage(command_, "--" + std::string(option) + " cannot be " + text, "give a whole number");
  }
  return result;
}

Language Invocation::language(std::string_view option) const {
  const auto language = parse_language(value(option));
  if (!language) {
    fail_usage(command_, "--" + std::string(option) + " cannot be " + value(option),
               "give ar or en");
  }
  return *language;
}

std::size_t Invocation::jobs() const {
  constexpr std::size_t kMostJobs = 256;
  const std::size_t jobs = has("jobs") ? count("jobs") : std::thread::hardware_concurrency();
  return std::clamp<std::size_t>(jobs, 1, kMostJobs);
}

TerminalStyle Invocation::style() const {
  const bool terminal = is_terminal(STDOUT_FILENO);
  const char* kind = std::getenv("TERM");
  const char* no_color = std::getenv("NO_COLOR");
  const bool plain = (no_color != nullptr && *no_color != '\0') ||
                     (kind != nullptr && std::string_view(kind) == "dumb");
  TerminalStyle style;
  style.color = value("color") == "always" || (value("color") == "auto" && terminal && !plain);
  style.isolate = value("bidi") == "isolate" || (value("bidi") == "auto" && terminal);
  style.columns = terminal_columns();
  return style;
}

std::string Invocation::memory_path() const {
  return has("db") ? value("db") : default_memory_path();
}

void check_settings(const Config& config, const std::vector<const Command*>& commands) {
  for (const Config::Setting& setting : config.settings()) {
    std::vector<std::string> sections;
    std::vector<std::string> names;
    for (const Command* command : commands) {
      sections.emplace_back(command->name);
      if (!setting.section.empty() && setting.section != command->name) continue;
      for (const Option& option : with_common(*command)) {
        if (setting.pattern.empty() || option.reach == Option::Reach::kByPath) {
          names.emplace_back(option.name);
        }
      }
    }
    const auto fail = [&](const std::string& problem, const std::string& wrong,
                          const std::vector<std::string>& known, const std::string& advice) {
      const auto meant = did_you_mean(wrong, known);
      throw Error(ErrorKind::kUsage, problem, setting.place,
                  meant ? "did you mean " + *meant + "?" : advice);
    };
    if (std::ranges::find(sections, setting.section) == sections.end() &&
        (!setting.section.empty() || !setting.pattern.empty())) {
      fail("no command " + setting.section, setting.section, sections,
           "see mizan --help for the commands that a section can name");
    }
    if (!setting.pattern.empty() && std::ranges::find(names, setting.name) == names.end()) {
      std::string known;
      for (const std::string& name : names) known += (known.empty() ? "" : ", ") + name;
      throw Error(ErrorKind::kUsage,
                  setting.section + " has no setting " + setting.name + " for paths", setting.place,
                  known.empty() ? "only check has settings for paths" : "choose one of " + known);
    }
    if (std::ranges::find(names, setting.name) == names.end()) {
      fail(setting.section.empty() ? "no command has a setting " + setting.name
                                   : setting.section + " has no setting " + setting.name,
           setting.name, names, "the settings are the options of the command, see its --help");
    }
  }
}

std::string help_text(const Command& command) {
  std::string text(command.example);
  text += "\n\n" + usage_of(command) + " [options]\n" + std::string(command.summary) + "\n\n";
  for (const Option& option : with_common(command)) {
    std::string left = "  ";
    if (option.letter != '\0') left += std::string("-") + option.letter + ", ";
    left += "--" + std::string(option.name);
    if (!option.value.empty()) left += " " + std::string(option.value);
    left.resize(std::max<std::size_t>(left.size() + 2, 28), ' ');
    text += left + std::string(option.help);
    for (std::size_t i = 0; i < option.choices.size(); ++i) {
      text += (i == 0 ? ": " : ", ") + std::string(option.choices[i]);
    }
    if (!option.initial.empty()) text += " (default " + std::string(option.initial) + ")";
    text += '\n';
  }
  if (!command.notes.empty()) text += '\n' + std::string(command.notes);
  return text;
}

}  // namespace mizan
