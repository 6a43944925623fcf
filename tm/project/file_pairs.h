// Which files translate each other: by a list, or by the names of the files in folders.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "tm/base/error.h"

namespace mizan {

struct FilePair {
  std::string first;
  std::string second;
  // For what is made of the pair, without an extension; may have folders ("2026/article"), never
  // empty, never twice in one FilePairs.
  std::string name;
};

struct FilePairs {
  std::vector<FilePair> pairs;
  std::vector<Diagnostic> diagnostics;  // files that found no partner
};

// Two files that the caller names.
FilePair name_pair(const std::string& first, const std::string& second);

// Rows "file TAB file", relative to the folder of `path` ("-", standard input: the working folder);
// `#` opens a comment line. Throws as read_text(), and Error(kMalformed) for a row without a tab
// and for a list without rows.
FilePairs read_pair_list(const std::string& path);

// The files under `folder`, as paths from there, in order; hidden ones are passed over. Throws
// Error(kIo).
std::vector<std::string> files_under(const std::string& folder);

// Those of `files` whose paths differ in the language that they name, the Arabic file first; the
// others that name a language are in the diagnostics.
FilePairs pair_files(std::span<const std::string> files);

// The files under `folder` whose paths differ in the language that they name: article.ar.txt and
// article.en.txt, ar/x.txt and en/x.txt, x_ar.txt and x_en-US.txt, ar.txt and en.txt in one folder.
// The Arabic file is the first of a pair. Hidden files and those without a language are passed
// over. Throws Error(kNotFound) when no pair is there.
FilePairs match_files(const std::string& folder);

// The files of two folders that have one path below them, or paths that differ as above. Throws
// Error(kNotFound) when there are none.
FilePairs match_files(const std::string& first, const std::string& second);

}  // namespace mizan
