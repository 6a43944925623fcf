#include "tm/term/recognizer.h"

#include <algorithm>
#include <mutex>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "tm/term/arabic_fit.h"
#include "tm/term/arabic_readings.h"
#include "tm/term/arabic_terms.h"
#include "tm/term/atoms.h"
#include "tm/term/compiled_terms.h"
#include "tm/term/english_fit.h"
#include "tm/term/english_terms.h"
#include "tm/term/gloss.h"

namespace mizan {
namespace {

// A capital tells names only where the glossary writes other terms without one.
Capitals what_capitals_tell(const std::vector<TermConcept>& concepts) {
  std::size_t capital = 0;
  std::size_t all = 0;
  for (const TermConcept& entry : concepts) {
    for (const Term& term : entry.terms) {
      const std::string_view core = gloss_core(term.text);
      if (term.language != Language::kEnglish || core.empty()) continue;
      ++all;
      capital += core.front() >= 'A' && core.front() <= 'Z';
    }
  }
  return all >= 40 && capital * 50 > all * 49 ? Capitals::kTellNothing : Capitals::kTellNames;
}

// One word of a hit: where it stands and how it is read.
struct Step {
  std::size_t at = 0;
  Reading reading;
};

struct RawHit {
  std::uint32_t sequence = 0;
  std::size_t first = 0;  // atoms [first, last]
  std::size_t last = 0;
  double score = 0;
  bool related = false;
  std::vector<Step> steps;
};

// What one line gives, for one language.
template <typename Fit, typename Read>
class Search {
 public:
  Search(const CompiledTerms& terms, const std::vector<Atom>& atoms, const Fit& fit,
         const Read& read)
      : terms_(terms),
        atoms_(atoms),
        fit_(fit),
        read_(read),
        readings_(atoms.size()),
        is_read_(atoms.size(), false) {}

  std::vector<RawHit> run() {
    for (std::size_t i = 0; i < atoms_.size(); ++i) extend(TermTrie::kRoot, i);
    return std::move(hits_);
  }

 private:
  using Group = std::pair<const Reading*, const Reading*>;  // readings of one stem

  const std::vector<Reading>& readings(std::size_t at) {
    if (!is_read_[at]) {
      readings_[at] = read_(at);
      is_read_[at] = true;
    }
    return readings_[at];
  }

  void extend(std::uint32_t node, std::size_t at) {
    const std::vector<Reading>& all = readings(at);
    const Reading* end = all.data() + all.size();
    for (const Reading* first = all.data(); first != end;) {
      const Reading* last = first;
      while (last != end && last->stem == first->stem) ++last;
      const std::uint32_t child = terms_.trie.child(node, first->stem);
      if (child != TermTrie::kNone) {
        path_.push_back({at, {first, last}});
        collect(child);
        continue_after(child, {first, last}, at);
        path_.pop_back();
      }
      first = last;
    }
  }

  void continue_after(std::uint32_t node, Group group, std::size_t at) {
    std::uint8_t taken = 0;
    for (const Reading* reading = group.first; reading != group.second; ++reading) {
      if (reading->atoms == taken) continue;  // the next word is the same
      taken = reading->atoms;
      const std::size_t next = at + taken;
      if (next < atoms_.size() && atoms_[next].before != Gap::kBreak) extend(node, next);
    }
  }

  void collect(std::uint32_t node) {
    for (std::uint32_t sequence = terms_.trie.first_sequence(node); sequence != TermTrie::kNone;
         sequence = terms_.trie.next_sequence(sequence)) {
      judge(sequence);
    }
  }

  void judge(std::uint32_t number) {
    const Sequence& sequence = terms_.sequences[number];
    RawHit hit;
    hit.sequence = number;
    hit.first = path_.front().first;
    hit.score = 1;
    hit.related = sequence.shortened;
    for (std::size_t i = 0; i < path_.size(); ++i) {
      const auto& [at, group] = path_[i];
      const TermWord& word = terms_.words[sequence.first_word + i];
      const Reading* best = nullptr;
      double best_score = 0;
      for (const Reading* reading = group.first; reading != group.second; ++reading) {
        double score = fit_.score(word, *reading, at, i, path_.size());
        if (reading->related) score *= 0.9;
        if (score > best_score) {
          best_score = score;
          best = reading;
        }
      }
      if (best == nullptr) return;
      // The other words of a term vouch for a doubtful one.
      hit.score *= path_.size() > 1 ? 1 - (1 - best_score) * 0.6 : best_score;
      hit.related = hit.related || best->related;
      hit.steps.push_back({at, *best});
      hit.last = at + best->atoms - 1;
    }
    if (cuts_word(hit)) return;
    const CompiledTerm& term = terms_.terms[sequence.term];
    hit.score *= fit_.context_score(term, terms_.words[sequence.first_word],
                                    hit.steps.front().reading, hit.first);
    if (sequence.shortened) hit.score = hit.score >= 0.9 ? 0.5 : 0;
    if (hit.score > 0.05) hits_.push_back(std::move(hit));
  }

  // MI is no occurrence in MI6, nor 9 in 19.5.
  bool cuts_word(const RawHit& hit) const {
    const auto glued = [&](std::size_t left, std::size_t edge) {
      const Atom& right = atoms_[left + 1];
      if (right.before != Gap::kNothing || right.kind == AtomKind::kArabic ||
          atoms_[left].kind == AtomKind::kArabic) {
        return false;
      }
      return atoms_[edge].kind == AtomKind::kNumber || atoms_[edge].marks.size() < 3;
    };
    return (hit.first > 0 && glued(hit.first - 1, hit.first)) ||
           (hit.last + 1 < atoms_.size() && glued(hit.last, hit.last));
  }

  const CompiledTerms& terms_;
  const std::vector<Atom>& atoms_;
  const Fit& fit_;
  const Read& read_;
  std::vector<std::vector<Reading>> readings_;
  std::vector<bool> is_read_;
  std::vector<std::pair<std::size_t, Group>> path_;
  std::vector<RawHit> hits_;
};

template <typename Fit>
std::string evidence_of(const CompiledTerms& terms, const RawHit& hit, const Fit& fit) {
  const Sequence& sequence = terms.sequences[hit.sequence];
  std::string evidence = sequence.shortened ? "shortened form" : "";
  for (std::size_t i = 0; i < hit.steps.size(); ++i) {
    const std::string part =
        fit.describe(terms.words[sequence.first_word + i], hit.steps[i].reading, hit.steps[i].at);
    if (part.empty()) continue;
    if (!evidence.empty()) evidence += "; ";
    evidence += part;
  }
  return evidence.empty() ? "exact" : evidence;
}

// The same term in the same place is one hit, by its best path.
void keep_best_paths(const CompiledTerms& terms, std::vector<RawHit>& hits) {
  const auto term = [&](const RawHit& hit) { return terms.sequences[hit.sequence].term; };
  std::ranges::sort(hits, [&](const RawHit& a, const RawHit& b) {
    if (a.first != b.first) return a.first < b.first;
    if (a.last != b.last) return a.last > b.last;
    if (term(a) != term(b)) return term(a) < term(b);
    if (a.related != b.related) return b.related;
    if (a.score != b.score) return a.score > b.score;
    return a.sequence < b.sequence;  // the form cited comes first
  });
  const auto [first, last] = std::ranges::unique(hits, [&](const RawHit& a, const RawHit& b) {
    return a.first == b.first && a.last == b.last && term(a) == term(b);
  });
  hits.erase(first, last);
}

// The longest hit wins; of those in one place the best ones, and a related form only where no term
// stands.
void keep_longest(std::vector<RawHit>& hits) {
  const auto beaten = [&](const RawHit& hit) {
    return std::ranges::any_of(hits, [&](const RawHit& other) {
      if (&other == &hit || other.first > hit.first || other.last < hit.last) return false;
      if (other.related != hit.related) return hit.related;
      const bool same = other.first == hit.first && other.last == hit.last;
      return !same || other.score > hit.score + 0.01;
    });
  };
  std::vector<bool> out(hits.size());
  for (std::size_t i = 0; i < hits.size(); ++i) out[i] = beaten(hits[i]);
  std::size_t i = 0;
  std::erase_if(hits, [&](const RawHit&) { return out[i++]; });
}

// A glossary may repeat what the termbase has: one place, term and renderings are one hit.
void drop_repeated(std::vector<TermHit>& hits) {
  const auto repeats = [](const TermHit& a, const TermHit& b) {
    return a.begin == b.begin && a.end == b.end && a.term == b.term &&
           a.translations == b.translations && a.related == b.related;
  };
  for (std::size_t i = 0; i < hits.size(); ++i) {
    for (std::size_t k = i + 1; k < hits.size() && hits[k].begin == hits[i].begin;) {
      if (repeats(hits[i], hits[k])) {
        hits.erase(hits.begin() + static_cast<std::ptrdiff_t>(k));
      } else {
        ++k;
      }
    }
  }
}

std::vector<std::string> approved_renderings(const TermConcept& entry, Language language) {
  std::vector<std::string> texts;
  for (const TermStatus status : {TermStatus::kPreferred, TermStatus::kAdmitted}) {
    for (const Term& term : entry.terms) {
      if (term.language != language || term.status != status) continue;
      if (std::ranges::find(texts, term.text) == texts.end()) texts.push_back(term.text);
    }
  }
  return texts;
}

// Confidence that no rendering need confirm, and what the other side does to one below.
constexpr double kSure = 0.8;
constexpr double kLeastConfirmed = 0.25;

// A rendering may stand inside a longer term, and its counterpart vouches for it.
const FindOptions kEveryOccurrence = {
    .min_confidence = 0.4, .related = false, .overlapping = true, .other_side = {}};

}  // namespace

struct TermRecognizer::Compiled {
  std::vector<TermConcept> concepts;
  std::unordered_map<std::int64_t, std::size_t> by_id;
  Capitals capitals;

  explicit Compiled(std::vector<TermConcept> entries)
      : concepts(std::move(entries)), capitals(what_capitals_tell(concepts)) {
    by_id.reserve(concepts.size());
    std::int64_t fresh = 0;
    for (std::size_t i = 0; i < concepts.size(); ++i) {
      if (concepts[i].id == 0) concepts[i].id = --fresh;
      by_id.emplace(concepts[i].id, i);
    }
  }

  // The compiled terms of a language, made when first asked for: most commands ask for one
  // language and no relatives, and 100,000 terms take their time.
  const CompiledTerms& terms_of(Language language, Relatives relatives) const {
    Index& index =
        indexes[language == Language::kArabic ? 0 : 1][relatives == Relatives::kInclude ? 1 : 0];
    std::call_once(index.made, [&] { compile(language, relatives, index.terms); });
    return index.terms;
  }

  template <typename Fit, typename Read>
  std::vector<TermHit> hits(std::string_view line, Language language, const CompiledTerms& terms,
                            const std::vector<Atom>& atoms, const Fit& fit, const Read& read,
                            const FindOptions& options,
                            const std::unordered_set<std::int64_t>* confirmed) const {
    std::vector<RawHit> raw = Search<Fit, Read>(terms, atoms, fit, read).run();
    std::erase_if(raw, [&](const RawHit& hit) { return hit.related && !options.related; });
    keep_best_paths(terms, raw);
    if (confirmed != nullptr) {
      for (RawHit& hit : raw) {
        const CompiledTerm& term = terms.terms[terms.sequences[hit.sequence].term];
        if (confirmed->contains(concepts[term.entry].id)) {
          if (hit.score >= kLeastConfirmed) hit.score = 1 - (1 - hit.score) * 0.3;
        } else if (hit.score < kSure) {
          hit.score *= 0.8;
        }
      }
    }
    std::erase_if(raw, [&](const RawHit& hit) { return hit.score < options.min_confidence; });
    if (!options.overlapping) keep_longest(raw);
    std::vector<TermHit> result;
    result.reserve(raw.size());
    for (const RawHit& hit : raw) {
      const CompiledTerm& term = terms.terms[terms.sequences[hit.sequence].term];
      const TermConcept& entry = concepts[term.entry];
      TermHit found;
      found.begin = atoms[hit.first].begin;
      found.end = atoms[hit.last].end;
      found.surface = std::string(line.substr(found.begin, found.end - found.begin));
      found.term = entry.terms[term.term].text;
      found.status = entry.terms[term.term].status;
      found.translations = approved_renderings(entry, other(language));
      found.evidence = found.surface == found.term ? "exact" : evidence_of(terms, hit, fit);
      found.confidence = hit.score;
      found.related = hit.related;
      found.concept_id = entry.id;
      result.push_back(std::move(found));
    }
    if (!options.overlapping) drop_repeated(result);
    return result;
  }

 private:
  struct Index {
    std::once_flag made;
    CompiledTerms terms;
  };

  void compile(Language language, Relatives relatives, CompiledTerms& terms) const {
    terms.reserve(concepts.size());
    for (std::size_t i = 0; i < concepts.size(); ++i) {
      const TermConcept& entry = concepts[i];
      const Gloss gloss = language == Language::kArabic ? read_gloss(entry, capitals) : Gloss{};
      for (std::size_t t = 0; t < entry.terms.size(); ++t) {
        if (entry.terms[t].language != language) continue;
        CompiledTerm term;
        term.entry = static_cast<std::uint32_t>(i);
        term.term = static_cast<std::uint32_t>(t);
        if (language == Language::kArabic) {
          compile_arabic_term(term, entry, gloss, relatives, terms);
        } else {
          compile_english_term(term, entry, relatives, terms);
        }
      }
    }
  }

  mutable Index indexes[2][2];
};

TermRecognizer::TermRecognizer(std::vector<TermConcept> concepts)
    : compiled_(std::make_unique<Compiled>(std::move(concepts))) {}
TermRecognizer::TermRecognizer(TermRecognizer&&) noexcept = default;
TermRecognizer& TermRecognizer::operator=(TermRecognizer&&) noexcept = default;
TermRecognizer::~TermRecognizer() = default;

std::vector<TermHit> TermRecognizer::find(std::string_view line, Language language,
                                          const FindOptions& options) const {
  if (compiled_->concepts.empty()) return {};
  std::unordered_set<std::int64_t> confirmed;
  if (!options.other_side.empty()) {
    for (const TermHit& hit : find(options.other_side, other(language), kEveryOccurrence)) {
      if (is_approved(hit.status)) confirmed.insert(hit.concept_id);
    }
  }
  const auto* confirmation = options.other_side.empty() ? nullptr : &confirmed;
  const Relatives relatives = options.related ? Relatives::kInclude : Relatives::kLeaveOut;
  const CompiledTerms& terms = compiled_->terms_of(language, relatives);
  const std::vector<Atom> atoms = split_atoms(line);
  if (language == Language::kArabic) {
    const ArabicFit fit(line, atoms);
    const auto read = [&](std::size_t at) { return read_arabic(atoms[at], terms.trie, relatives); };
    return compiled_->hits(line, language, terms, atoms, fit, read, options, confirmation);
  }
  const EnglishFit fit(atoms);
  const auto read = [&](std::size_t at) { return read_english(atoms, at, terms.trie, relatives); };
  return compiled_->hits(line, language, terms, atoms, fit, read, options, confirmation);
}

Renderings TermRecognizer::renderings(std::string_view text, Language language,
                                      std::int64_t concept_id) const {
  Renderings result;
  for (TermHit& hit : find(text, language, kEveryOccurrence)) {
    if (hit.concept_id != concept_id) continue;
    (is_approved(hit.status) ? result.approved : result.unapproved).push_back(std::move(hit));
  }
  return result;
}

bool TermRecognizer::rendering_present(std::string_view text, Language language,
                                       std::int64_t concept_id) const {
  return !renderings(text, language, concept_id).approved.empty();
}

const TermConcept* TermRecognizer::find_concept(std::int64_t concept_id) const {
  const auto place = compiled_->by_id.find(concept_id);
  return place == compiled_->by_id.end() ? nullptr : &compiled_->concepts[place->second];
}

std::span<const TermConcept> TermRecognizer::concepts() const { return compiled_->concepts; }

}  // namespace mizan
