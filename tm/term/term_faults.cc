#include "tm/term/term_faults.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <unordered_map>

#include "tm/term/comparison_key.h"

namespace mizan {
namespace {

constexpr std::array<Language, 2> kLanguages = {Language::kArabic, Language::kEnglish};

std::string_view name_of(Language language) {
  return language == Language::kArabic ? "Arabic" : "English";
}

std::string quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

bool same_scope(const TermConcept& a, const TermConcept& b) {
  return a.customer == b.customer && a.project == b.project;
}

// A term and where it stands.
struct PlacedTerm {
  std::size_t entry = 0;
  const Term* term = nullptr;
};

// The terms of one language by what they are compared by.
using TermsByKey = std::map<std::string, std::vector<PlacedTerm>, std::less<>>;

class FaultSearch {
 public:
  explicit FaultSearch(std::span<const TermConcept> concepts) : concepts_(concepts) {
    keys_.resize(concepts.size());
    for (std::size_t i = 0; i < concepts.size(); ++i) {
      for (const Term& term : concepts[i].terms) {
        std::string key = comparison_key(term.text);
        keys_[i][index(term.language)].insert(key);
        by_key_[index(term.language)][std::move(key)].push_back({i, &term});
      }
    }
  }

  std::vector<TermFault> run(ContainedTerms contained) {
    find_shared();
    find_within();
    if (contained == ContainedTerms::kInclude) find_contained();
    std::ranges::stable_sort(faults_, {}, &TermFault::kind);
    return std::move(faults_);
  }

 private:
  static std::size_t index(Language language) { return language == Language::kArabic ? 0 : 1; }

  void add(TermFaultKind kind, std::vector<const TermConcept*> concepts, std::string message) {
    faults_.push_back({kind, std::move(concepts), std::move(message)});
  }

  bool share(std::size_t a, std::size_t b, Language language) const {
    const std::set<std::string>& mine = keys_[a][index(language)];
    const std::set<std::string>& others = keys_[b][index(language)];
    return std::ranges::any_of(mine, [&](const std::string& key) { return others.contains(key); });
  }

  // Concepts that meet in a term: duplicates where they meet in the other language too, a conflict
  // where both prefer something else there.
  void find_shared() {
    std::set<std::pair<std::size_t, std::size_t>> told;
    for (const Language language : kLanguages) {
      for (const auto& [key, holders] : by_key_[index(language)]) {
        for (std::size_t i = 0; i < holders.size(); ++i) {
          for (std::size_t j = i + 1; j < holders.size(); ++j) {
            compare(holders[i], holders[j], language, told);
          }
        }
      }
    }
  }

  void compare(const PlacedTerm& a, const PlacedTerm& b, Language language,
               std::set<std::pair<std::size_t, std::size_t>>& told) {
    const TermConcept& first = concepts_[a.entry];
    const TermConcept& second = concepts_[b.entry];
    if (a.entry == b.entry || !same_scope(first, second)) return;
    if (share(a.entry, b.entry, other(language))) {
      if (told.emplace(a.entry, b.entry).second) {
        add(TermFaultKind::kDuplicate, {&first, &second},
            quoted(a.term->text) + " stands in both with a common translation; merge them");
      }
      return;
    }
    if (a.term->status != TermStatus::kPreferred || b.term->status != TermStatus::kPreferred) {
      return;
    }
    const Term* one = preferred(first, other(language));
    const Term* two = preferred(second, other(language));
    if (one == nullptr || two == nullptr) return;
    add(TermFaultKind::kConflict, {&first, &second},
        quoted(a.term->text) + " is preferred for " + quoted(one->text) + " and for " +
            quoted(two->text) + "; tell them apart by subject or deprecate one");
  }

  static const Term* preferred(const TermConcept& entry, Language language) {
    const auto found = std::ranges::find_if(entry.terms, [&](const Term& term) {
      return term.language == language && term.status == TermStatus::kPreferred;
    });
    return found == entry.terms.end() ? nullptr : &*found;
  }

  void find_within() {
    for (const TermConcept& entry : concepts_) {
      if (const auto twice = preferred_twice(entry)) {
        const Term& first = entry.terms[twice->first];
        add(TermFaultKind::kTwoPreferred, {&entry},
            quoted(first.text) + " and " + quoted(entry.terms[twice->second].text) +
                " are both preferred in " + std::string(name_of(first.language)) +
                "; deprecate or admit one");
      }
      for (const Language language : kLanguages) {
        bool any = false;
        bool approved = false;
        for (const Term& term : entry.terms) {
          if (term.language != language) continue;
          any = true;
          approved = approved || is_approved(term.status);
        }
        if (!any) {
          add(TermFaultKind::kEmptySide, {&entry},
              quoted(entry.terms.front().text) + " has no " + std::string(name_of(language)) +
                  " term");
        } else if (!approved) {
          add(TermFaultKind::kNoneApproved, {&entry},
              quoted(entry.terms.front().text) + " has no " + std::string(name_of(language)) +
                  " term that may be used");
        }
      }
    }
  }

  // Every run of words of a term is looked up among the terms.
  void find_contained() {
    for (const Language language : kLanguages) {
      const TermsByKey& terms = by_key_[index(language)];
      for (const auto& [key, holders] : terms) {
        for (std::size_t begin = 0; begin < key.size();) {
          for (std::size_t end = key.find(' ', begin);; end = key.find(' ', end + 1)) {
            const std::size_t stop = std::min(end, key.size());
            if (stop - begin < key.size()) {
              tell_contained(holders, terms, std::string_view(key).substr(begin, stop - begin));
            }
            if (end == key.npos) break;
          }
          const std::size_t next = key.find(' ', begin);
          if (next == key.npos) break;
          begin = next + 1;
        }
      }
    }
  }

  void tell_contained(const std::vector<PlacedTerm>& holders, const TermsByKey& terms,
                      std::string_view part) {
    const auto inner = terms.find(part);
    if (inner == terms.end()) return;
    const PlacedTerm& outer_term = holders.front();
    const PlacedTerm& inner_term = inner->second.front();
    if (outer_term.entry == inner_term.entry) return;
    add(TermFaultKind::kContained, {&concepts_[inner_term.entry], &concepts_[outer_term.entry]},
        quoted(inner_term.term->text) + " is part of " + quoted(outer_term.term->text));
  }

  std::span<const TermConcept> concepts_;
  std::vector<std::array<std::set<std::string>, 2>> keys_;
  std::array<TermsByKey, 2> by_key_;
  std::vector<TermFault> faults_;
};

}  // namespace

std::string_view to_string(TermFaultKind kind) {
  switch (kind) {
    case TermFaultKind::kDuplicate:
      return "duplicate";
    case TermFaultKind::kTwoPreferred:
      return "two-preferred";
    case TermFaultKind::kNoneApproved:
      return "none-approved";
    case TermFaultKind::kEmptySide:
      return "empty-side";
    case TermFaultKind::kConflict:
      return "conflict";
    case TermFaultKind::kContained:
      return "contained";
  }
  return "";
}

std::vector<TermFault> find_term_faults(std::span<const TermConcept> concepts,
                                        ContainedTerms contained) {
  return FaultSearch(concepts).run(contained);
}

}  // namespace mizan
