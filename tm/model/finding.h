// What a check says about a translation.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mizan {

enum class Severity { kInfo, kWarning, kError };

// "info", "warning", "error".
std::string_view to_string(Severity severity);

// The words that matter on one side.
struct FindingSpan {
  std::size_t line = 0;   // 1-based line of the file (or record) of that side
  std::size_t begin = 0;  // bytes within the line
  std::size_t end = 0;
  std::string text;  // the bytes [begin, end)
};

struct RelatedPlace {
  std::string id;        // of the record, empty when records have none
  std::size_t line = 0;  // 1-based

  // Of a place that another document of the run may have; one beside the finding has its line
  // alone.
  std::string file = {};
  std::size_t column = 0;  // 1-based, in code points of the file's line; 0 where it is not known
  std::size_t begin = 0;   // bytes within the line or the record's text
  std::size_t end = 0;
  std::string text = {};  // the bytes [begin, end)
};

struct Finding {
  std::string rule;  // stable id, e.g. "number-value"
  Severity severity = Severity::kWarning;
  std::string id;                     // of the record, empty when records have none
  std::string document;               // empty when there is none
  std::size_t line = 0;               // 1-based line of the Arabic file, or of the record
  std::optional<FindingSpan> source;  // the Arabic side
  std::optional<FindingSpan> target;  // the English side
  std::vector<RelatedPlace> related;
  std::string message;
  std::string suggestion;
  // What stands instead of the text of its only span once the fault is mended; nothing where a
  // person has to decide.
  std::optional<std::string> replacement;
  std::string fingerprint;  // survives edits elsewhere in the file
};

}  // namespace mizan
