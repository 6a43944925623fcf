#include "tm/format/core_lexicon.h"

#include "tm/base/encoding.h"
#include "tm/format/tsv.h"

namespace mizan {
CoreLexicon read_core_lexicon(const std::string& path) {
  return parse_core_lexicon(read_text(path).text, path);
}

CoreLexicon parse_core_lexicon(std::string_view text, const std::string& name) {
  CoreLexicon core;
  for_each_line(text, [&](std::size_t line, std::string_view row) {
    if (row.starts_with('#') || row.find_first_not_of(" \t") == row.npos) return;
    const std::vector<std::string_view> fields = split_row(row);
    std::vector<std::string_view> forms = listed_values(fields[0]);
    const std::vector<std::string_view> glosses =
        fields.size() > 1 ? listed_values(fields[1]) : std::vector<std::string_view>();
    if (forms.empty() || glosses.empty()) {
      core.diagnostics.push_back({"no Arabic form or no English gloss; write Arabic TAB English",
                                  {.file = name, .line = line}});
      return;
    }
    if (fields.size() > 3) {
      for (const std::string_view form : listed_values(fields[3])) forms.push_back(form);
    }
    for (const std::string_view form : forms) {
      for (const std::string_view gloss : glosses) {
        core.lexicon.entries.push_back({std::string(form), std::string(gloss)});
      }
    }
  });
  return core;
}

}  // namespace mizan
