#include "tm/project/terms.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <utility>

#include "tm/format/term_files.h"
#include "tm/term/termbase.h"

namespace mizan {

std::vector<TermConcept> load_concepts(const std::vector<std::string>& glossaries,
                                       Database* database, GlossarySummary& summary) {
  std::vector<TermConcept> concepts;
  if (database != nullptr) concepts = Termbase(*database).list();
  for (const std::string& path : glossaries) {
    TermFile file = read_terms(path);
    std::ranges::move(file.diagnostics, std::back_inserter(summary.diagnostics));
    summary.malformed += file.malformed;
    concepts.insert(concepts.end(), std::make_move_iterator(file.concepts.begin()),
                    std::make_move_iterator(file.concepts.end()));
  }
  return concepts;
}

TermRecognizer load_terms(const std::vector<std::string>& glossaries, Database* database,
                          GlossarySummary& summary) {
  return TermRecognizer(load_concepts(glossaries, database, summary));
}

std::unique_ptr<Database> open_if_present(const std::string& path) {
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) return nullptr;
  return std::make_unique<Database>(path, OpenOptions{.mode = OpenMode::kReadOnly});
}

}  // namespace mizan
