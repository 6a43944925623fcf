#include "tm/project/word_lists.h"

#include <array>
#include <optional>

#include "tm/base/encoding.h"
#include "tm/format/dictd.h"
#include "tm/format/hunalign_dic.h"

namespace mizan {
namespace {

// The path without what a part of a dictd dictionary ends in.
std::optional<std::string> dictd_stem(const std::string& path) {
  constexpr std::array<std::string_view, 3> kEndings = {".index", ".dict", ".dict.dz"};
  for (const std::string_view ending : kEndings) {
    if (path.ends_with(ending)) return path.substr(0, path.size() - ending.size());
  }
  return std::nullopt;
}

ReadWordList read_any(const std::string& path) {
  if (const auto stem = dictd_stem(path)) return {{read_dictd(*stem + ".index"), {}}, "dictd"};
  const std::string text = read_text(path).text;
  if (looks_like_hunalign_dic(text)) return {parse_hunalign_dic(text, path), "hunalign"};
  return {parse_lexicon_tsv(text, path), "TSV"};
}

}  // namespace

ReadWordList read_word_list(const std::string& path) {
  ReadWordList read = read_any(path);
  if (read.list.lexicon.entries.empty()) {
    throw Error(ErrorKind::kMalformed, "holds no Arabic-English entry", {.file = path},
                "give Arabic TAB English, a hunalign .dic or a dictd .index");
  }
  return read;
}

}  // namespace mizan
