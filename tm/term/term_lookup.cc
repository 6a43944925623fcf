#include "tm/term/term_lookup.h"

#include <algorithm>
#include <utility>

#include "tm/base/utf8.h"
#include "tm/term/comparison_key.h"
#include "tm/text/normalize.h"

namespace mizan {
namespace {

// A part of a term is less than the term; of two terms with the same part the shorter one is
// nearer.
constexpr double kPartOfTerm = 0.9;
// The same letters with spaces at other places.
constexpr double kOtherSpaces = 0.98;
// Terms of more words are not met written together.
constexpr std::size_t kMostWordsTogether = 3;

std::vector<std::string> words_of(std::string_view key) {
  std::vector<std::string> words;
  for (std::size_t begin = 0; begin < key.size();) {
    const std::size_t end = std::min(key.find(' ', begin), key.size());
    words.emplace_back(key.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

std::string together(const std::vector<std::string>& words) {
  std::string whole;
  for (const std::string& word : words) whole += word;
  return whole;
}

// How much the word of a term is one of those that are like a word of the text; `name` tells
// whether the term is one.
double score_of(std::span<const AlikeWord> alike, std::uint32_t word, bool name) {
  const auto found = std::ranges::lower_bound(alike, word, {}, &AlikeWord::word);
  if (found == alike.end() || found->word != word) return 0;
  return name ? found->name_score : found->score;
}

bool has_capital(std::string_view text) {
  const char first = text.front();
  const std::string_view letter = text.substr(0, code_point_at(text, 0).size);
  // Beyond ASCII, folding tells: it changes capitals (and what has a diacritic, which few words but
  // names begin with).
  return (first >= 'A' && first <= 'Z') ||
         (letter.size() > 1 && fold(letter, FoldProfile::kMarks) != letter);
}

// Without an English term nothing speaks against it.
bool may_be_name(const TermConcept& entry) {
  bool english = false;
  for (const Term& term : entry.terms) {
    if (term.language != Language::kEnglish) continue;
    if (has_capital(term.text)) return true;
    english = true;
  }
  return !english;
}

}  // namespace

TermLookup::TermLookup(std::span<const TermConcept> concepts) : concepts_(concepts) {
  for (std::uint32_t entry = 0; entry < concepts.size(); ++entry) {
    const std::vector<Term>& terms = concepts[entry].terms;
    const bool name = may_be_name(concepts[entry]);
    for (std::uint32_t term = 0; term < terms.size(); ++term) {
      add_form(terms[term].text, entry, term, name);
      for (const std::string& form : terms[term].forms) add_form(form, entry, term, name);
    }
  }
}

void TermLookup::add_form(std::string_view text, std::uint32_t entry, std::uint32_t term,
                          bool name) {
  const auto add = [&](const std::vector<std::string>& words) {
    const auto form = static_cast<std::uint32_t>(forms_.size());
    forms_.push_back({entry, term, static_cast<std::uint32_t>(form_words_.size()),
                      static_cast<std::uint32_t>(words.size()), name});
    for (std::uint32_t i = 0; i < words.size(); ++i) {
      const std::uint32_t number = vocabulary_.add(words[i]);
      if (number == places_.size()) {
        places_.emplace_back();
        lengths_.push_back(static_cast<std::uint32_t>(count_code_points(words[i])));
      }
      form_words_.push_back(number);
      places_[number].push_back({form, i});
    }
  };
  const std::vector<std::string> words = words_of(comparison_key(text));
  if (words.empty()) return;
  add(words);
  if (words.size() > 1 && words.size() <= kMostWordsTogether) add({together(words)});
}

void TermLookup::score_forms(const std::vector<std::string>& words,
                             std::vector<double>& scores) const {
  std::vector<std::vector<AlikeWord>> alike;
  for (const std::string& word : words) {
    alike.push_back(vocabulary_.find_alike(word));
    if (alike.back().empty()) return;
  }
  for (const AlikeWord& first : alike.front()) {
    for (const Place& place : places_[first.word]) {
      const Form& form = forms_[place.form];
      if (place.word + words.size() > form.words) continue;
      double sum = 0;
      double letters = 0;
      for (std::size_t i = 0; i < words.size(); ++i) {
        const std::uint32_t word = form_words_[form.first_word + place.word + i];
        const double score = score_of(alike[i], word, form.name);
        if (score == 0) {
          letters = 0;
          break;
        }
        sum += score * lengths_[word];
        letters += lengths_[word];
      }
      if (letters == 0) continue;
      double score = sum / letters;
      if (words.size() < form.words) {
        score *= kPartOfTerm +
                 0.05 * static_cast<double>(words.size()) / static_cast<double>(form.words);
      }
      scores[place.form] = std::max(scores[place.form], score);
    }
  }
}

std::vector<TermMatch> TermLookup::find(std::string_view text,
                                        const TermLookupOptions& options) const {
  const std::vector<std::string> words = words_of(comparison_key(text));
  if (words.empty()) return {};
  std::vector<double> scores(forms_.size());
  score_forms(words, scores);
  if (words.size() > 1 && words.size() <= kMostWordsTogether) {
    std::vector<double> whole(forms_.size());
    score_forms({together(words)}, whole);
    for (std::size_t i = 0; i < scores.size(); ++i) {
      scores[i] = std::max(scores[i], kOtherSpaces * whole[i]);
    }
  }
  // Forms stand in the order of the concepts.
  std::vector<TermMatch> found;
  for (std::size_t i = 0; i < forms_.size(); ++i) {
    if (scores[i] < options.min_score || scores[i] == 0) continue;
    const TermConcept* entry = &concepts_[forms_[i].entry];
    if (found.empty() || found.back().entry != entry) found.push_back({entry, 0, 0});
    if (scores[i] > found.back().score) found.back() = {entry, forms_[i].term, scores[i]};
  }
  std::ranges::stable_sort(found, std::ranges::greater(), &TermMatch::score);
  if (found.size() > options.limit) found.resize(options.limit);
  return found;
}

}  // namespace mizan
