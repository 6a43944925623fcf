#include "tm/project/file_pairs.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "tm/base/encoding.h"
#include "tm/base/language.h"
#include "tm/format/tsv.h"

namespace mizan {
namespace {

namespace fs = std::filesystem;

// The language that a part of a file name says: a code, with a region or not, or its English name.
// parse_language() alone would take "en-route" for English.
std::optional<Language> language_word(std::string_view word) {
  if (word == "arabic" || word == "Arabic") return Language::kArabic;
  if (word == "english" || word == "English") return Language::kEnglish;
  const std::size_t at = word.find_first_of("-_");
  if (at != word.npos) {
    const std::string_view region = word.substr(at + 1);
    const bool letters = std::ranges::all_of(region, [](char c) { return c >= 'A' && c <= 'Z'; });
    const bool digits = std::ranges::all_of(region, [](char c) { return c >= '0' && c <= '9'; });
    if (!(region.size() == 2 && letters) && !(region.size() == 3 && digits)) return std::nullopt;
  }
  return parse_language(word);
}

struct MarkedPath {
  std::string rest;  // the path without its language
  std::optional<Language> language;
};

// Takes the language out of `part` (no slash, no dot): "ar", "x_ar", "x-ar-EG", "en_x".
std::optional<MarkedPath> take_language(std::string_view part) {
  if (const auto language = language_word(part)) return MarkedPath{"", language};
  for (std::size_t at = 0; (at = part.find_first_of("-_", at)) != part.npos; ++at) {
    const std::string_view before = part.substr(0, at);
    const std::string_view after = part.substr(at + 1);
    if (const auto language = language_word(after))
      return MarkedPath{std::string(before), language};
    if (const auto language = language_word(before))
      return MarkedPath{std::string(after), language};
  }
  return std::nullopt;
}

// The language that stands last in the path: "ar/x.txt", "x.ar.txt", "x.ar".
MarkedPath marked_path(const std::string& path) {
  std::size_t end = path.size();
  while (end > 0) {
    const std::size_t stop = path.find_last_of("/.", end - 1);
    const std::size_t begin = stop == path.npos ? 0 : stop + 1;
    if (const auto taken = take_language(std::string_view(path).substr(begin, end - begin))) {
      std::size_t from = begin;
      std::size_t to = end;
      // With nothing left of the part, one of its separators goes too; but ar.txt leaves ".txt".
      if (taken->rest.empty()) {
        const bool opens = begin == 0 || path[begin - 1] == '/';
        if (end == path.size() && begin > 0) {
          --from;
        } else if (end < path.size() && (path[end] == '/' || !opens)) {
          ++to;
        }
      }
      return {path.substr(0, from) + taken->rest + path.substr(to), taken->language};
    }
    end = stop == path.npos ? 0 : stop;
  }
  return {path, std::nullopt};
}

std::string below(const std::string& folder, const std::string& file) {
  return (fs::path(folder) / file).string();
}

// Gives names to pairs as they come.
class PairCollector {
 public:
  void add(std::string first, std::string second, const std::string& rest) {
    std::string name =
        rest.substr(0, rest.find_last_of("/.") == rest.rfind('.') ? rest.rfind('.') : rest.npos);
    while (name.ends_with('/')) name.pop_back();
    if (name.empty()) name = "pair";
    std::string unique = name;
    for (int i = 2; !names_.insert(unique).second; ++i) unique = name + '-' + std::to_string(i);
    result_.pairs.push_back({std::move(first), std::move(second), std::move(unique)});
  }

  void miss(const std::string& file, const std::string& problem) {
    result_.diagnostics.push_back({problem, {.file = file}});
  }

  FilePairs take() { return std::move(result_); }

  FilePairs take(const std::string& where, const std::string& advice) {
    if (!result_.pairs.empty()) return take();
    throw Error(ErrorKind::kNotFound, "no two files that translate each other", {.file = where},
                advice);
  }

 private:
  FilePairs result_;
  std::set<std::string> names_;
};

constexpr const char* kNoPartner = "no file of the other language has this name; left out";
constexpr const char* kSecondOfName = "another file of its language has this name; left out";

// What is left of a file name without its language; of ar.txt, the name of its folder.
std::string name_by_file(const std::string& file) {
  const fs::path path(file);
  const std::string rest = marked_path(path.filename().string()).rest;
  return rest.starts_with('.') ? path.parent_path().filename().string() + rest : rest;
}

// Pairs `files` by what is left of their paths without a language. They are named as files of
// `folder`, which may be empty.
void collect_pairs(std::span<const std::string> files, const std::string& folder,
                   PairCollector& pairs) {
  std::map<std::string, std::array<std::string, 2>> by_rest;  // Arabic, English
  for (const std::string& file : files) {
    const MarkedPath marked = marked_path(file);
    if (!marked.language) continue;
    std::string& place = by_rest[marked.rest][marked.language == Language::kArabic ? 0 : 1];
    if (place.empty()) {
      place = file;
    } else {
      pairs.miss(below(folder, file), kSecondOfName);
    }
  }
  for (const auto& [rest, two] : by_rest) {
    if (!two[0].empty() && !two[1].empty()) {
      pairs.add(below(folder, two[0]), below(folder, two[1]), rest);
    } else {
      pairs.miss(below(folder, two[0].empty() ? two[1] : two[0]), kNoPartner);
    }
  }
}

}  // namespace

std::vector<std::string> files_under(const std::string& folder) {
  std::vector<std::string> files;
  std::error_code failed;
  fs::recursive_directory_iterator it(folder, fs::directory_options::skip_permission_denied,
                                      failed);
  for (; !failed && it != fs::recursive_directory_iterator(); it.increment(failed)) {
    const bool hidden = it->path().filename().string().starts_with('.');
    if (hidden && it->is_directory(failed)) it.disable_recursion_pending();
    if (!hidden && it->is_regular_file(failed)) {
      files.push_back(it->path().lexically_relative(folder).generic_string());
    }
  }
  if (failed) {
    throw Error(ErrorKind::kIo, "cannot list the folder: " + failed.message(), {.file = folder});
  }
  std::ranges::sort(files);
  return files;
}

FilePair name_pair(const std::string& first, const std::string& second) {
  PairCollector pairs;
  pairs.add(first, second, name_by_file(first));
  return pairs.take(first, "").pairs[0];
}

FilePairs read_pair_list(const std::string& path) {
  const std::string text = read_text(path).text;
  const fs::path folder = path == "-" ? fs::path() : fs::path(path).parent_path();
  PairCollector pairs;
  for_each_line(text, [&](std::size_t line, std::string_view row) {
    if (trimmed_field(row).empty() || row.starts_with('#')) return;
    const auto fields = split_row(row);
    const std::string first(trimmed_field(fields[0]));
    const std::string second(fields.size() > 1 ? trimmed_field(fields[1]) : std::string_view());
    if (first.empty() || second.empty()) {
      throw Error(ErrorKind::kMalformed, "not two files", {.file = path, .line = line},
                  "write: Arabic file TAB English file");
    }
    pairs.add((folder / first).lexically_normal().string(),
              (folder / second).lexically_normal().string(), name_by_file(first));
  });
  return pairs.take(path, "write one pair a line: Arabic file TAB English file");
}

FilePairs pair_files(std::span<const std::string> files) {
  PairCollector pairs;
  collect_pairs(files, "", pairs);
  return pairs.take();
}

FilePairs match_files(const std::string& folder) {
  PairCollector pairs;
  collect_pairs(files_under(folder), folder, pairs);
  return pairs.take(folder,
                    "name them article.ar.txt and article.en.txt, or give a list by --pairs");
}

FilePairs match_files(const std::string& first, const std::string& second) {
  // By the rest of their paths: the file, with its path as the first choice among several.
  std::map<std::string, std::vector<std::string>> seconds;
  for (const std::string& file : files_under(second)) {
    seconds[marked_path(file).rest].push_back(file);
  }
  PairCollector pairs;
  for (const std::string& file : files_under(first)) {
    const std::string rest = marked_path(file).rest;
    std::vector<std::string>& candidates = seconds[rest];
    if (candidates.empty()) {
      pairs.miss(below(first, file), kNoPartner);
      continue;
    }
    auto partner = std::ranges::find(candidates, file);
    if (partner == candidates.end()) partner = candidates.begin();
    pairs.add(below(first, file), below(second, *partner), rest);
    candidates.erase(partner);
  }
  for (const auto& [rest, left] : seconds) {
    for (const std::string& file : left) pairs.miss(below(second, file), kNoPartner);
  }
  return pairs.take(second, "give the files one name in both folders, or a list by --pairs");
}

}  // namespace mizan
