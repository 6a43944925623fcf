// name-variant-ar: one acronym spelled with other letter names, سي إن إن and سي ان ان.
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "tm/check/families.h"
#include "tm/check/letter_runs.h"
#include "tm/text/normalize.h"

namespace mizan {
namespace {

struct Spelling {
  std::string text;
  std::vector<CheckedPlace> places;
};

// The words of a run, without the clitic of its first one, and without the particle that may stand
// before it and is a letter name as well: أن بي بي سي.
std::string run_text(const CheckedDocument& document, const LetterRun& run, FoldProfile profile) {
  std::string text = fold(document.text(run.place), profile);
  constexpr std::size_t kFewestLetters = 3;
  for (const std::string_view particle : {"في ", "إن ", "أن ", "ان "}) {
    if (run.letters.size() > kFewestLetters && text.starts_with(particle)) {
      return text.substr(particle.size());
    }
  }
  const std::size_t first = text.find(' ');
  // The last letter name behind a clitic has two letters at the least.
  constexpr std::size_t kLetterName = 4;
  return first == std::string::npos || first <= kLetterName ? text
                                                            : text.substr(first - kLetterName);
}

}  // namespace

void check_letter_spellings(const CheckedDocument& document, FindingList& findings) {
  std::map<std::string, std::vector<Spelling>> acronyms;  // by their letters without hamzas
  for (const LetterRun& run : letter_runs(document, {0, document.arabic.size()})) {
    std::vector<Spelling>& spellings = acronyms[run_text(document, run, FoldProfile::kAlef)];
    const std::string text = run_text(document, run, FoldProfile::kMarks);
    auto found = std::ranges::find(spellings, text, &Spelling::text);
    if (found == spellings.end()) found = spellings.insert(found, {text, {}});
    found->places.push_back(run.place);
  }
  for (auto& [key, spellings] : acronyms) {
    const auto usual = std::ranges::max_element(
        spellings, {}, [](const Spelling& spelling) { return spelling.places.size(); });
    for (const Spelling& spelling : spellings) {
      if (spelling.text == usual->text) continue;
      Report report = report_at(spelling.places.front(), "name-variant-ar",
                                "“" + quoted(document.text(spelling.places.front())) + "” is “" +
                                    usual->text + "” elsewhere",
                                usual->text);
      report.related.assign(spelling.places.begin() + 1, spelling.places.end());
      report.related.push_back(usual->places.front());
      findings.add(bead_of(document, spelling.places.front()), std::move(report));
    }
  }
}

}  // namespace mizan
