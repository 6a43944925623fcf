#include "tm/format/unit_moses.h"

#include <algorithm>
#include <filesystem>

#include "tm/base/ascii.h"
#include "tm/base/line_reader.h"
#include "tm/text/script.h"

namespace mizan {
namespace {

constexpr std::string_view kPacked = ".gz";

bool exists(const std::string& path) {
  std::error_code ignored;
  return std::filesystem::is_regular_file(path, ignored);
}

// The parts of "news.ar.gz".
struct Name {
  std::string stem;
  std::string tag;     // of the language; empty when there is none
  std::string packed;  // ".gz" or empty
};

Name split_name(const std::string& path) {
  Name name{path, "", ""};
  if (name.stem.ends_with(kPacked)) {
    name.packed = kPacked;
    name.stem.resize(name.stem.size() - kPacked.size());
  }
  const std::size_t dot = name.stem.rfind('.');
  if (dot == std::string::npos || name.stem.find('/', dot) != std::string::npos) return name;
  const std::string tag = name.stem.substr(dot + 1);
  if (!parse_language(tag)) return name;
  name.tag = tag;
  name.stem.resize(dot);
  return name;
}

std::optional<std::string> find_file(const std::string& stem, Language language) {
  for (const std::string& path :
       {stem + "." + std::string(code(language)),
        stem + "." + std::string(code(language)) + std::string(kPacked)}) {
    if (exists(path)) return path;
  }
  return std::nullopt;
}

std::optional<Language> language_of(const std::string& path, LineReader& lines) {
  const auto named = language_of_name(path);
  return named ? named : detect_language(lines.ahead());
}

[[noreturn]] void refuse_lengths(std::span<const std::string> names, std::size_t first,
                                 std::size_t second) {
  throw Error(
      ErrorKind::kMalformed,
      "has " + std::to_string(first) + " lines, " + names[1] + " has " + std::to_string(second),
      {.file = names[0]}, "align them with mizan align, or make line match line");
}

UnitReadSummary read(LineReader& first, LineReader& second, std::span<const std::string> names,
                     const UnitVisitor& visit, const UnitReadOptions& options) {
  UnitReadSummary summary;
  summary.format = "Moses";
  const auto language = language_of(names[0], first);
  const auto second_language = language_of(names[1], second);
  if (!language || language == second_language) {
    throw Error(ErrorKind::kMalformed, "is not in another language than " + names[1],
                {.file = names[0]}, "give an Arabic and an English text");
  }
  std::string_view source;
  std::string_view target;
  while (true) {
    const bool more = first.next(source);
    if (more != second.next(target)) {
      LineReader& longer = more ? first : second;
      while (longer.next(source)) {
      }
      refuse_lengths(names, first.number(), second.number());
    }
    if (!more) return summary;
    TranslationUnit unit;
    unit.source_language = *language;
    const bool arabic = language == Language::kArabic;
    unit.arabic = ascii_trimmed(arabic ? source : target);
    unit.english = ascii_trimmed(arabic ? target : source);
    unit.origin.file = names[0];
    unit.origin.line = first.number();
    unit.origin.position = static_cast<std::int64_t>(first.number()) - 1;
    if (unit.arabic.empty() && unit.english.empty()) continue;
    hand_out(unit, options, summary, visit);
  }
}

std::string single_line(std::string_view text) {
  std::string line(text);
  std::ranges::replace_if(
      line, [](char c) { return c == '\n' || c == '\r'; }, ' ');
  return line + '\n';
}

}  // namespace

std::optional<Language> language_of_name(const std::string& path) {
  return parse_language(split_name(path).tag);
}

std::optional<std::array<std::string, 2>> find_moses_files(const std::string& path) {
  const Name name = split_name(path);
  if (const auto language = parse_language(name.tag)) {
    if (!exists(path)) return std::nullopt;
    const auto beside = find_file(name.stem, other(*language));
    if (!beside) return std::nullopt;
    return std::array{path, *beside};
  }
  if (exists(path)) return std::nullopt;
  const auto arabic = find_file(path, Language::kArabic);
  const auto english = find_file(path, Language::kEnglish);
  if (!arabic || !english) return std::nullopt;
  return std::array{*arabic, *english};
}

UnitReadSummary read_unit_moses(std::span<const std::string> paths, const UnitVisitor& visit,
                                const UnitReadOptions& options) {
  if (paths.size() != 2) {
    throw Error(ErrorKind::kUsage, "Moses texts are two files", {.file = paths[0]},
                "name the Arabic and the English one");
  }
  LineReader first(paths[0]);
  LineReader second(paths[1]);
  return read(first, second, paths, visit, options);
}

UnitReadSummary parse_unit_moses(std::string_view first, const std::string& first_name,
                                 std::string_view second, const std::string& second_name,
                                 const UnitVisitor& visit, const UnitReadOptions& options) {
  const std::array names = {first_name, second_name};
  LineReader first_lines(first, first_name);
  LineReader second_lines(second, second_name);
  return read(first_lines, second_lines, names, visit, options);
}

std::vector<std::string> moses_output_paths(const std::string& path) {
  const Name name = split_name(path);
  return {name.stem + ".ar" + name.packed, name.stem + ".en" + name.packed};
}

void UnitMosesWriter::write(const TranslationUnit& unit) {
  count_losses(unit, {}, losses_);
  arabic_(single_line(unit.arabic));
  english_(single_line(unit.english));
}

}  // namespace mizan
