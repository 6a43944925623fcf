// The words of a document that may be names, each with everywhere it stands, and what the other
// side has there. Internal to tm/check.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "tm/check/document.h"
#include "tm/variant/name_knowledge.h"

namespace mizan {

// Probabilities that an Arabic and an English word are one name: below it they are clearly two;
// worth holding against the spelling; worth trusting. And by so much more a name fits its
// counterpart than another one does.
constexpr double kOtherName = 0.02;
constexpr double kPossibleName = 0.2;
constexpr double kFittingName = 0.5;
constexpr double kBetterName = 0.15;

struct NameUse {
  struct Place {
    std::size_t bead = 0;
    CheckedPlace place;
  };
  // Whether the dictionaries have the word. kDoubtfully: as another name, or without its clitics.
  // (What is left without an ending is as often a part of a foreign name: كوبر+ين.)
  enum class Known { kNo, kDoubtfully, kSurely };

  std::string key;  // English: lower case, no 's, no article; Arabic: folded to kTehMarbuta
  std::vector<std::string> forms;  // what the word may be without clitics; English: the key first
  std::vector<Place> places;
  bool acronym = false;
  bool clustered = false;  // one of a cluster of spellings
  Known known = Known::kNo;

  bool stands_in(std::size_t bead) const;
  bool has_form(std::string_view form) const;
};

class NameUses {
 public:
  // `document` and `knowledge` outlive the uses.
  NameUses(const CheckedDocument& document, const NameKnowledge& knowledge,
           std::span<const CheckedPlace> clustered);

  const CheckedDocument& document() const { return document_; }
  const NameKnowledge& knowledge() const { return knowledge_; }

  // Every word of the Arabic, every capitalised word of the English.
  const std::vector<NameUse>& uses(Language language) const { return side(language).uses; }
  // Those of a bead, by their numbers.
  std::span<const std::size_t> in_bead(Language language, std::size_t bead) const {
    return side(language).by_bead[bead];
  }
  bool stands_in_bead(Language language, std::size_t bead, std::string_view form) const;
  // What the other side says of a word whose form `form` was perhaps to be `right_form` of `right`.
  // kOther: the word has a counterpart of its own; kSame: what stands beside the one stands beside
  // the other; kCalledFor: and it is surely the counterpart of `right`.
  enum class Verdict { kOther, kOpen, kSame, kCalledFor };
  Verdict ask(const NameUse& word, const std::string& form, const NameUse& right,
              const std::string& right_form);

  // Whether the other side has a name where `word` stands once, with nothing else there to stand
  // for it, that stands elsewhere where the form `right` does: strong enough against words of
  // dictionaries.
  bool owed(const NameUse& word, const std::string& form, const NameUse& right,
            const std::string& right_form);

  // Whether a name stands across from the word that may be owed elsewhere.
  bool has_name_across(const NameUse& use) const;

  // The best fit of a form with the words across from it.
  double best_fit(const NameUse& use, const std::string& form) const;

  // Whether the dictionaries render an Arabic name, or one that differs in its article, by the
  // English one.
  bool renders(const std::string& arabic, const std::string& english) const;

 private:
  struct Side {
    std::vector<NameUse> uses;
    std::unordered_map<std::string, std::size_t> numbers;
    std::vector<std::vector<std::size_t>> by_bead;
    std::unordered_map<std::string_view, std::vector<std::size_t>> beads_of_form;  // when asked
  };

  const Side& side(Language language) const {
    return language == Language::kArabic ? arabic_ : english_;
  }
  Side& side(Language language) { return language == Language::kArabic ? arabic_ : english_; }

  void collect_english(const CheckedSegment& segment, const CheckedWord& word,
                       const NameUse::Place& place);
  void collect_arabic(const CheckedSegment& segment, const CheckedWord& word,
                      const NameUse::Place& place);
  NameUse::Known known_english(const NameUse& use) const;
  NameUse::Known known_arabic(const std::vector<std::string>& forms) const;
  std::span<const std::size_t> beads_of(Language language, std::string_view form);
  bool near_counterpart(Language language, const std::string& form, const NameUse& right,
                        const std::string& right_form) const;
  bool bound(Language language, const std::string& form, const NameUse& word, const NameUse& right);

  const CheckedDocument& document_;
  const NameKnowledge& knowledge_;
  Side arabic_;
  Side english_;
  std::unordered_set<std::string> lower_case_;  // English words that stand without a capital
};

}  // namespace mizan
