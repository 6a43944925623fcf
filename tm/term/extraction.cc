#include "tm/term/extraction.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "tm/text/script.h"

namespace mizan {
namespace {

// A fainter link covers no word; a stronger one to a word outside forbids the pair.
constexpr double kCovers = 0.15;
constexpr double kForbids = 0.25;
// The share of the words of both sides that must be linked.
constexpr double kLeastCoverage = 0.75;
// Terms that translate each other stand together this often.
constexpr double kLeastDice = 0.3;
// Words that stand so often behind the same word, and were met so often, are no term without it.
constexpr double kWhole = 0.8;
constexpr std::size_t kLeastWhole = 3;

// The links of a bead by word.
struct Links {
  Links(std::size_t arabic, std::size_t english, const std::vector<ExtractionLink>& links)
      : of_arabic(arabic), of_english(english) {
    for (const ExtractionLink& link : links) {
      of_arabic[link.arabic].push_back({link.english, link.share});
      of_english[link.english].push_back({link.arabic, link.share});
    }
  }
  std::vector<std::vector<std::pair<std::size_t, double>>> of_arabic;
  std::vector<std::vector<std::pair<std::size_t, double>>> of_english;
};

struct Cover {
  double words = 0;
  double linked = 0;
  bool broken = false;  // a word is rather linked to one outside

  double share() const { return words > 0 ? linked / words : 0; }
};

// How far the words [begin, end) are linked to [other_begin, other_end).
void add_cover(Cover& cover, const std::vector<TextWord>& words,
               const std::vector<std::vector<std::pair<std::size_t, double>>>& links,
               std::size_t begin, std::size_t end, std::size_t other_begin, std::size_t other_end) {
  for (std::size_t i = begin; i < end; ++i) {
    if (words[i].function_word) continue;
    double inside = 0;
    double outside = 0;
    for (const auto& [other, share] : links[i]) {
      double& best = other >= other_begin && other < other_end ? inside : outside;
      best = std::max(best, share);
    }
    cover.words += 1;
    if (inside >= kCovers) cover.linked += std::sqrt(std::min(1.0, inside));
    cover.broken = cover.broken || (outside >= kForbids && outside > inside);
  }
}

// The English words that the words of an Arabic span are linked to, with those between them and the
// rest of a name that begins or ends there; empty when its first or last word is linked to none.
std::pair<std::size_t, std::size_t> reach(const ExtractionBead& bead, const Links& links,
                                          const CandidateSpan& span) {
  const std::vector<TextWord>& words = bead.english_words;
  std::size_t begin = words.size();
  std::size_t end = 0;
  for (std::size_t i = span.begin; i < span.end; ++i) {
    const auto& own = links.of_arabic[i];
    const auto best = std::ranges::max_element(own, {}, [](const auto& l) { return l.second; });
    if (best == own.end() || best->second < kCovers) {
      if (i == span.begin || i + 1 == span.end) return {};
      continue;
    }
    begin = std::min(begin, best->first);
    end = std::max(end, best->first + 1);
  }
  const auto unlinked_name = [&](std::size_t i) {
    return words[i].kind == AtomKind::kLatin && words[i].letter_case != LetterCase::kLower &&
           !words[i].function_word && links.of_english[i].empty();
  };
  const auto is_name = [&](std::size_t i) {
    return words[i].letter_case != LetterCase::kLower || words[i].kind == AtomKind::kNumber;
  };
  while (begin > 1 && is_name(begin) && words[begin].continues() && unlinked_name(begin - 1)) {
    --begin;
  }
  while (end < words.size() && is_name(end - 1) && words[end].continues() && unlinked_name(end)) {
    ++end;
  }
  return {begin, end};
}

bool has_capital(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::string most_frequent(const std::map<std::string, std::size_t>& forms) {
  return std::ranges::max_element(forms, {}, [](const auto& form) { return form.second; })->first;
}

}  // namespace

void TermExtraction::add(std::string_view arabic, std::string_view english) {
  ExtractionBead bead{std::string(arabic), std::string(english), read_text_words(arabic),
                      read_text_words(english)};
  candidates_.count(bead.arabic_words);
  candidates_.count(bead.english_words);
  beads_.push_back(std::move(bead));
}

void TermExtraction::meet(Candidates& candidates, const ExtractionBead& bead,
                          const CandidateSpan& span, Language language) {
  const bool arabic = language == Language::kArabic;
  const std::vector<TextWord>& words = arabic ? bead.arabic_words : bead.english_words;
  Candidate& candidate = candidates[span.key];
  ++candidate.count;
  candidate.words = span.end - span.begin;
  std::string form = candidates_.form(arabic ? bead.arabic : bead.english, words, span);
  // The capital of a sentence's first word says nothing.
  if (!arabic && span.begin == 0 && words[0].letter_case == LetterCase::kTitle &&
      (words.size() < 2 || words[1].letter_case == LetterCase::kLower)) {
    form[0] = static_cast<char>(form[0] - 'A' + 'a');
  }
  ++candidate.forms[form];
}

void TermExtraction::link(std::size_t number, const std::vector<ExtractionLink>& found) {
  const ExtractionBead& bead = beads_[number];
  const Links links(bead.arabic_words.size(), bead.english_words.size(), found);
  const std::vector<CandidateSpan> arabic = candidates_.arabic(bead.arabic_words);
  const std::vector<CandidateSpan> english = candidates_.english(bead.english_words);
  std::map<std::pair<std::size_t, std::size_t>, const CandidateSpan*> by_place;
  for (const CandidateSpan& span : english) {
    meet(english_, bead, span, Language::kEnglish);
    by_place[{span.begin, span.end}] = &span;
  }
  std::set<std::pair<std::string, std::string>> here;
  for (const CandidateSpan& span : arabic) {
    meet(arabic_, bead, span, Language::kArabic);
    const auto [begin, end] = reach(bead, links, span);
    const auto partner = by_place.find({begin, end});
    if (partner == by_place.end()) continue;
    Cover cover;
    add_cover(cover, bead.arabic_words, links.of_arabic, span.begin, span.end, begin, end);
    add_cover(cover, bead.english_words, links.of_english, begin, end, span.begin, span.end);
    if (cover.broken || cover.share() < kLeastCoverage) continue;
    if (!here.emplace(span.key, partner->second->key).second) continue;
    Pair& pair =
        pairs_.try_emplace({span.key, partner->second->key}, Pair{0, 0, number}).first->second;
    ++pair.count;
    pair.coverage += cover.share();
  }
}

// حجر صحي for الحجر الصحي: a common noun is cited without articles when all of its words have one.
// A name keeps them (الاتحاد الأوروبي).
std::string TermExtraction::without_articles(const std::string& form) {
  std::string bare;
  std::size_t copied = 0;
  for (const TextWord& word : read_text_words(form)) {
    const ArabicFront front = candidates_.front(word);
    if (!front.article || front.leaning) return form;
    bare += form.substr(copied, word.begin - copied) + word.letters.substr(front.bytes);
    copied = word.end;
  }
  return bare + form.substr(copied);
}

TermProposal TermExtraction::propose(const std::string& arabic, const std::string& english) {
  TermProposal proposal;
  proposal.english = most_frequent(english_.at(english).forms);
  proposal.arabic = most_frequent(arabic_.at(arabic).forms);
  // A clitic that the texts alone could not tell from the word: بميكرونيسيا, met nowhere else.
  const std::vector<TextWord> words = read_text_words(proposal.arabic);
  const ArabicFront front =
      matcher_.leaning_front(words.front(), read_text_words(proposal.english));
  if (front.bytes > 0 && !candidates_.is_known(words.front())) {
    proposal.arabic =
        citation_form(words.front().letters, front) + proposal.arabic.substr(words.front().end);
  }
  if (!has_capital(proposal.english)) proposal.arabic = without_articles(proposal.arabic);
  return proposal;
}

std::vector<TermProposal> TermExtraction::proposals(const ExtractionOptions& options) {
  // How often each Arabic candidate stands within longer ones that have a translation, and in how
  // many of these.
  std::unordered_map<std::string_view, std::pair<std::size_t, std::size_t>> nested;
  std::set<std::string_view> paired;
  for (const auto& [keys, pair] : pairs_) {
    if (pair.count >= options.least_count) paired.insert(keys.first);
  }
  for (const std::string_view longer : paired) {
    const std::size_t count = arabic_.at(std::string(longer)).count;
    for (std::size_t begin = 0; begin != std::string_view::npos;) {
      for (std::size_t end = longer.find(' ', begin);; end = longer.find(' ', end + 1)) {
        const std::string_view part = longer.substr(begin, end - begin);
        if (part.size() < longer.size() && paired.contains(part)) {
          nested[*paired.find(part)].first += count;
          nested[*paired.find(part)].second += 1;
        }
        if (end == std::string_view::npos) break;
      }
      begin = longer.find(' ', begin);
      if (begin != std::string_view::npos) ++begin;
    }
  }

  // كورونا المستجد stands behind فيروس nearly always: what has no link of its own is part of the
  // term all the same.
  std::unordered_map<std::string_view, const std::string*> whole;
  for (const auto& [key, candidate] : arabic_) {
    const std::size_t space = key.find(' ');
    if (space == std::string::npos || key.find(' ', space + 1) == std::string::npos) continue;
    const auto rest = arabic_.find(key.substr(space + 1));
    if (rest == arabic_.end() || rest->second.count < kLeastWhole) continue;
    if (static_cast<double>(candidate.count) < kWhole * static_cast<double>(rest->second.count)) {
      continue;
    }
    whole[rest->first] = &key;
  }

  struct Ranked {
    double score;
    const std::pair<std::string, std::string>* keys;
    const Pair* pair;
  };
  std::vector<Ranked> ranked;
  for (const auto& [keys, pair] : pairs_) {
    if (pair.count < options.least_count) continue;
    const Candidate& arabic = arabic_.at(keys.first);
    const Candidate& english = english_.at(keys.second);
    const double dice =
        2.0 * static_cast<double>(pair.count) / static_cast<double>(arabic.count + english.count);
    if (dice < kLeastDice) continue;
    double alone = static_cast<double>(pair.count);
    if (const auto found = nested.find(keys.first); found != nested.end()) {
      const auto [count, longer] = found->second;
      alone -= static_cast<double>(count) / static_cast<double>(longer);
    }
    if (alone <= 0) continue;
    const double words = static_cast<double>(std::max(arabic.words, english.words));
    const double termhood = std::log2(1 + words) * std::log2(1 + alone);
    const double coverage = pair.coverage / static_cast<double>(pair.count);
    ranked.push_back({coverage * dice * termhood, &keys, &pair});
  }
  std::ranges::stable_sort(ranked, std::greater(), &Ranked::score);

  std::vector<TermProposal> result;
  std::set<std::string_view> taken_arabic;
  std::set<std::string_view> taken_english;
  for (const Ranked& entry : ranked) {
    const auto& [arabic, english] = *entry.keys;
    if (taken_arabic.contains(arabic) || taken_english.contains(english)) continue;
    taken_arabic.insert(arabic);
    taken_english.insert(english);
    const std::string* cited_key = &arabic;
    for (auto longer = whole.find(arabic); longer != whole.end(); longer = whole.find(*cited_key)) {
      cited_key = longer->second;
      taken_arabic.insert(*cited_key);
    }
    TermProposal proposal = propose(*cited_key, english);
    if (detect_language(proposal.arabic) != Language::kArabic) continue;
    proposal.count = entry.pair->count;
    proposal.score = entry.score;
    proposal.bead = entry.pair->bead;
    result.push_back(std::move(proposal));
  }
  return result;
}

}  // namespace mizan
