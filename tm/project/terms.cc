#include "tm/project/terms.h"

#include <filesystem>
#include <iterator>
#include <utility>

#include "tm/format/glossary_tsv.h"
#include "tm/term/termbase.h"

namespace mizan {

TermRecognizer load_terms(const std::vector<std::string>& glossaries, Database* database,
                          std::vector<Diagnostic>& diagnostics) {
  std::vector<TermConcept> concepts;
  if (database != nullptr) concepts = Termbase(*database).list();
  for (const std::string& path : glossaries) {
    const Glossary glossary = read_glossary(path);
    diagnostics.insert(diagnostics.end(), glossary.diagnostics.begin(), glossary.diagnostics.end());
    std::vector<TermConcept> more = to_concepts(glossary);
    concepts.insert(concepts.end(), std::make_move_iterator(more.begin()),
                    std::make_move_iterator(more.end()));
  }
  return TermRecognizer(std::move(concepts));
}

std::unique_ptr<Database> open_if_present(const std::string& path) {
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) return nullptr;
  return std::make_unique<Database>(path, OpenOptions{.mode = OpenMode::kReadOnly});
}

}  // namespace mizan
