#include "tm/project/name_renderings.h"

#include <algorithm>
#include <map>

#include "tm/lang/name_generation.h"
#include "tm/memory/concordance.h"
#include "tm/project/lexicon_layers.h"
#include "tm/project/terms.h"
#include "tm/term/termbase.h"
#include "tm/text/script.h"
#include "tm/text/tokens.h"
#include "tm/variant/name_comparison.h"

namespace mizan {
namespace {

constexpr std::size_t kUnitsRead = 200;
constexpr double kSameName = 0.5;

class RenderingList {
 public:
  explicit RenderingList(std::size_t limit) : limit_(limit) {}

  void add(NameRendering rendering) {
    const bool known = std::any_of(
        found_.begin(), found_.end(),
        [&rendering](const NameRendering& other) { return other.text == rendering.text; });
    if (!known && found_.size() < limit_) found_.push_back(std::move(rendering));
  }

  std::vector<NameRendering> take() { return std::move(found_); }

 private:
  std::size_t limit_;
  std::vector<NameRendering> found_;
};

void add_terms(std::string_view name, Language language, Database& database, RenderingList& into) {
  const std::vector<TermConcept> entries = Termbase(database).find(name);
  for (const TermStatus wanted : {TermStatus::kPreferred, TermStatus::kAdmitted}) {
    for (const TermConcept& entry : entries) {
      for (const Term& term : entry.terms) {
        if (term.language != language || term.status != wanted) continue;
        into.add({term.text, wanted == TermStatus::kPreferred ? 1.0 : 0.9,
                  NameRendering::Origin::kTermbase});
      }
    }
  }
}

// The words of `text` that are the name by comparison: as many as the name has, or else one more,
// or one less.
std::string rendering_in(std::string_view text, std::string_view name, std::size_t name_words,
                         const NameComparison& names, double& score) {
  std::vector<ByteRange> words;
  for (const Token& token : tokenize(text)) {
    if (token.kind == TokenKind::kWord) words.push_back(token.range);
  }
  for (const std::size_t count : {name_words, name_words + 1, name_words - 1}) {
    if (count == 0) continue;
    std::string best;
    for (std::size_t i = 0; i + count <= words.size(); ++i) {
      const ByteRange range{words[i].begin, words[i + count - 1].end};
      const std::string_view candidate = range.of(text);
      const double likeness = names.compare(name, candidate);
      if (likeness >= kSameName && likeness > score) {
        score = likeness;
        best = candidate;
      }
    }
    if (!best.empty()) return best;
  }
  return {};
}

void add_units(std::string_view name, Language language, const Database& database,
               const NameComparison& names, RenderingList& into) {
  struct Use {
    std::size_t units = 0;
    double score = 0;
  };
  std::map<std::string, Use> uses;
  std::size_t name_words = 0;
  for (const Token& token : tokenize(name)) name_words += token.kind == TokenKind::kWord ? 1 : 0;
  if (name_words == 0) return;
  const TranslationMemory memory(database);
  const Concordance found = concordance(memory, name, {.limit = kUnitsRead});
  for (const ConcordanceHit& hit : found.hits) {
    double score = 0;
    const std::string text = rendering_in(hit.unit.text(language), name, name_words, names, score);
    if (text.empty()) continue;
    Use& use = uses[text];
    ++use.units;
    use.score = std::max(use.score, score);
  }
  std::vector<std::pair<std::string, Use>> ordered(uses.begin(), uses.end());
  std::stable_sort(ordered.begin(), ordered.end(),
                   [](const auto& a, const auto& b) { return a.second.units > b.second.units; });
  for (const auto& [text, use] : ordered) {
    into.add({text, use.score, NameRendering::Origin::kMemory, use.units});
  }
}

void add_entries(std::string_view name, Language language, const Lexicon& lexicon,
                 RenderingList& into) {
  const std::string key = name_key(name);
  for (const LexiconEntry& entry : lexicon.entries) {
    const bool to_arabic = language == Language::kArabic;
    const std::string& written = to_arabic ? entry.english : entry.arabic;
    const unsigned char first = static_cast<unsigned char>(entry.english.front());
    if ((first < 'A' || first > 'Z') && first < 0x80) continue;
    if (name_key(written) != key) continue;
    into.add({to_arabic ? entry.arabic : entry.english, 0.9, NameRendering::Origin::kLexicon});
  }
}

}  // namespace

std::vector<NameRendering> render_name(std::string_view name, Language language,
                                       const std::string& memory_path, std::size_t limit) {
  const Lexicon lexicon = load_lexicon({.freedict = false});
  RenderingList renderings(limit);
  if (const std::unique_ptr<Database> database = open_if_present(memory_path)) {
    add_terms(name, language, *database, renderings);
    add_units(name, language, *database, NameComparison(lexicon), renderings);
  }
  add_entries(name, language, lexicon, renderings);
  for (const GeneratedName& generated : generate_names(name, language, limit)) {
    renderings.add({generated.text, generated.probability, NameRendering::Origin::kLetters});
  }
  return renderings.take();
}

}  // namespace mizan
