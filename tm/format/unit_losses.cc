#include "tm/format/unit_losses.h"

namespace mizan {
namespace {

bool has_line_break(const std::string& text) {
  return text.find_first_of("\r\n") != std::string::npos;
}

}  // namespace

std::string to_string(const LossCounts& losses) {
  std::string line;
  for (const auto& [kind, count] : losses) {
    if (!line.empty()) line += ", ";
    line += std::to_string(count) + ' ' + kind;
  }
  return line;
}

void count_losses(const TranslationUnit& unit, const KeptParts& kept, LossCounts& losses) {
  const auto count = [&losses](const char* kind, std::size_t number) {
    if (number > 0) losses[kind] += number;
  };
  if (!kept.tags) {
    for (const auto* tags : {&unit.arabic_tags, &unit.english_tags}) {
      for (const InlineTag& tag : *tags) {
        count("inline tags", tag.kind == InlineKind::kOpen || tag.kind == InlineKind::kCode);
      }
    }
  }
  if (!kept.properties) count("properties", unit.properties.size());
  if (!kept.notes) count("notes", unit.notes.size());
  if (!kept.dates) count("dates", !unit.origin.created.empty() + !unit.origin.changed.empty());
  if (!kept.author) count("authors", !unit.origin.author.empty());
  if (!kept.document) count("document names", !unit.origin.document.empty());
  if (!kept.other_origins) count("further origins", unit.also_from.size());
  if (!kept.source_language) {
    count("source languages", unit.source_language != Language::kArabic);
  }
  if (!kept.line_breaks) {
    count("texts with line breaks", has_line_break(unit.arabic) + has_line_break(unit.english));
  }
}

}  // namespace mizan
