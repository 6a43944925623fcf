#include "tm/term/term_lookup.h"

#include <algorithm>
#include <cmath>

#include "tm/base/utf8.h"
#include "tm/lang/name_similarity.h"
#include "tm/text/normalize.h"
#include "tm/text/script.h"

namespace mizan {
namespace {

constexpr std::string_view kArticle = "ال";

// A part of a term is less than the term; of two terms with the same part the shorter one is
// nearer.
constexpr double kPartOfTerm = 0.9;
// Below this edit similarity two spellings in one script are not worth the letter model's time.
constexpr double kLeastAlike = 0.4;
// Letters that a name must have to be recognized by its sound.
constexpr std::size_t kLeastLetters = 3;

// A key, its code points and its words.
struct Key {
  std::string text;
  std::u32string letters;
  std::vector<std::string_view> words;  // of `text`

  explicit Key(std::string_view term) : text(comparison_key(term)), letters(to_utf32(text)) {
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find(' ', begin), text.size());
      words.push_back(std::string_view(text).substr(begin, end - begin));
      begin = end + 1;
    }
  }
  Key(const Key&) = delete;
  Key& operator=(const Key&) = delete;
};

// 1 - edit distance over the longer length, in code points; 0 when lengths alone keep it below
// `floor`.
double edit_similarity(std::u32string_view a, std::u32string_view b, double floor) {
  const std::size_t longest = std::max(a.size(), b.size());
  const std::size_t shortest = std::min(a.size(), b.size());
  if (longest == 0) return 1;
  if (static_cast<double>(shortest) < floor * static_cast<double>(longest)) return 0;
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] != b[j - 1] ? 1U : 0U)});
      diagonal = above;
    }
  }
  return 1 - static_cast<double>(row[b.size()]) / static_cast<double>(longest);
}

enum class Scripts { kSame, kTwo };

// Of two whole keys, or of the text and as many words of the term.
double likeness(std::string_view text, std::u32string_view text_letters, std::string_view term,
                std::u32string_view term_letters, Scripts scripts) {
  if (text == term) return scripts == Scripts::kSame ? 1 : 0;
  const double edits = scripts == Scripts::kSame
                           ? edit_similarity(text_letters, term_letters, kLeastAlike)
                           : kLeastAlike;
  if (edits < kLeastAlike || std::min(text_letters.size(), term_letters.size()) < kLeastLetters) {
    return scripts == Scripts::kTwo || edits < kLeastAlike ? 0 : edits;
  }
  // A name in one script has at most twice the letters that it has in the other; one that is cut
  // into words in another way (Abd al-Malik, عبدالملك) has about as many.
  const auto words = [](std::string_view key) { return std::ranges::count(key, ' '); };
  const double longest = static_cast<double>(std::max(text_letters.size(), term_letters.size())) /
                         static_cast<double>(std::min(text_letters.size(), term_letters.size()));
  if (longest > (words(text) == words(term) ? 2.0 : 1.5)) {
    return scripts == Scripts::kSame ? edits : 0;
  }
  const double names = name_similarity(text, term);
  return scripts == Scripts::kSame ? std::max(edits, std::min(names, 0.99)) : names;
}

double score(const Key& text, const Key& term, Scripts scripts) {
  double best = likeness(text.text, text.letters, term.text, term.letters, scripts);
  if (text.words.size() >= term.words.size()) return best;
  for (std::size_t first = 0; first + text.words.size() <= term.words.size(); ++first) {
    const std::string_view last = term.words[first + text.words.size() - 1];
    const auto length =
        static_cast<std::size_t>(last.data() + last.size() - term.words[first].data());
    const std::string_view part(term.words[first].data(), length);
    const double share =
        static_cast<double>(text.words.size()) / static_cast<double>(term.words.size());
    const double alike = likeness(text.text, text.letters, part, to_utf32(part), scripts) *
                         (kPartOfTerm + 0.05 * share);
    best = std::max(best, alike);
  }
  return best;
}

}  // namespace

std::string comparison_key(std::string_view term) {
  const std::string folded = fold(term, FoldProfile::kTehMarbuta);
  std::string key;
  std::size_t begin = 0;
  while (begin < folded.size()) {
    const std::size_t end = std::min(folded.find_first_of(" -_", begin), folded.size());
    std::string_view word = std::string_view(folded).substr(begin, end - begin);
    // Three letters must be left: الله is one word.
    if (word.starts_with(kArticle) && word.size() > kArticle.size() + 4) {
      word.remove_prefix(kArticle.size());
    }
    if (!word.empty() && word != "the") {
      if (!key.empty()) key += ' ';
      key += word;
    }
    begin = end + 1;
  }
  return key;
}

std::vector<TermMatch> lookup_terms(std::span<const TermConcept> concepts, std::string_view text,
                                    const TermLookupOptions& options) {
  std::vector<TermMatch> found;
  const Key wanted(text);
  if (wanted.words.empty()) return found;
  const Language language = detect_language(text).value_or(Language::kEnglish);
  for (const TermConcept& entry : concepts) {
    TermMatch match{&entry, 0, 0};
    for (std::size_t i = 0; i < entry.terms.size(); ++i) {
      const Term& term = entry.terms[i];
      const Scripts scripts = detect_language(term.text).value_or(term.language) == language
                                  ? Scripts::kSame
                                  : Scripts::kTwo;
      const auto consider = [&](std::string_view form) {
        const double alike = score(wanted, Key(form), scripts);
        if (alike > match.score) match = {&entry, i, alike};
      };
      consider(term.text);
      for (const std::string& form : term.forms) consider(form);
    }
    if (match.score >= options.min_score) found.push_back(match);
  }
  std::ranges::stable_sort(found, std::ranges::greater(), &TermMatch::score);
  if (found.size() > options.limit) found.resize(options.limit);
  return found;
}

}  // namespace mizan
