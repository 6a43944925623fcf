#include "tm/project/check_inputs.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <utility>

#include "tm/base/file.h"
#include "tm/format/unit_formats.h"
#include "tm/format/xml_stream.h"
#include "tm/project/file_pairs.h"

namespace mizan {
namespace {

bool is_folder(const std::string& path) {
  std::error_code ignored;
  return std::filesystem::is_directory(path, ignored);
}

// Of a format that holds anything: units, terms, or the findings of an earlier check.
bool is_table(const std::string& path) {
  const UnitFormat* format = unit_format_of_name(path);
  const bool txt = path.ends_with(".txt") || path.ends_with(".txt.gz");
  return format != nullptr && !txt &&
         (format->id == "csv" || format->id == "tsv" || format->id == "jsonl");
}

// Whether the name says a format of units that no text and no table has.
bool is_named_bilingual(const std::string& path) {
  const UnitFormat* format = unit_format_of_name(path);
  return format != nullptr && format->read != nullptr && format->id != "moses" &&
         format->id != "tsv" && !is_table(path);
}

// Of a file that the user names; the content counts where the name says nothing.
bool is_text(const std::string& path) {
  return !is_named_bilingual(path) && !is_table(path) &&
         (path == "-" || !opens_xml(read_start(path)));
}

// The files of the command line and of its folders, in order, none twice.
struct NamedFiles {
  std::vector<std::string> bilingual;
  std::vector<std::string> texts;
  std::set<std::string> in_folders;  // of the texts
};

NamedFiles named_files(std::span<const std::string> arguments) {
  NamedFiles files;
  std::set<std::string> known;
  for (const std::string& argument : arguments) {
    if (!is_folder(argument)) {
      if (!known.insert(argument).second) continue;
      (is_text(argument) ? files.texts : files.bilingual).push_back(argument);
      continue;
    }
    for (const std::string& file : files_under(argument)) {
      std::string path = (std::filesystem::path(argument) / file).string();
      if (is_table(path) || !known.insert(path).second) continue;
      if (is_named_bilingual(path)) {
        files.bilingual.push_back(std::move(path));
      } else {
        files.in_folders.insert(path);
        files.texts.push_back(std::move(path));
      }
    }
  }
  return files;
}

}  // namespace

CheckInputs find_check_inputs(std::span<const std::string> arguments) {
  const bool folders = std::ranges::any_of(arguments, is_folder);
  if (!folders && arguments.size() == 2 && std::ranges::all_of(arguments, is_text)) {
    return {{{{arguments[0], arguments[1]}}}, {}};
  }
  const NamedFiles files = named_files(arguments);
  CheckInputs found;
  FilePairs pairs = pair_files(files.texts);
  std::set<std::string> paired;
  for (FilePair& pair : pairs.pairs) {
    paired.insert({pair.first, pair.second});
    found.inputs.push_back({{std::move(pair.first), std::move(pair.second)}});
  }
  for (const std::string& path : files.bilingual) found.inputs.push_back({{path}});
  for (const std::string& path : files.texts) {
    if (!paired.contains(path) && !files.in_folders.contains(path)) {
      found.inputs.push_back({{path}});
    }
  }
  for (Diagnostic& left : pairs.diagnostics) {
    if (files.in_folders.contains(left.place.file)) found.diagnostics.push_back(std::move(left));
  }
  if (!found.inputs.empty()) return found;
  throw Error(ErrorKind::kNotFound, "no bilingual file and no two texts that translate each other",
              {.file = arguments[0]}, "name them article.ar.txt and article.en.txt");
}

}  // namespace mizan
