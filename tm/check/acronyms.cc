// acronym: an English acronym a slip of the hand away from one that the Arabic calls for, by the
// dictionaries or by what stands elsewhere in the text.
#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "tm/base/utf8.h"
#include "tm/check/arabic_forms.h"
#include "tm/check/edit_distance.h"
#include "tm/check/families.h"
#include "tm/check/letter_runs.h"
#include "tm/check/name_forms.h"
#include "tm/check/near_words.h"
#include "tm/check/renderings.h"
#include "tm/lang/name_similarity.h"
#include "tm/text/normalize.h"
#include "tm/variant/name_knowledge.h"

namespace mizan {
namespace {

constexpr std::size_t kFewestLetters = 3;

// A slip is copied once at most.
constexpr std::size_t kMostSlips = 2;

// Names that stand in capitals now and then have so many letters.
constexpr std::size_t kShortestName = 5;
constexpr std::size_t kLongestName = 7;

// Beads in which an acronym's company is looked at.
constexpr std::size_t kNearby = 50;

// Probabilities that an Arabic word and an acronym are one name: worth holding against the
// spelling, and worth trusting; and by how much more it fits one acronym than another.
constexpr double kPossible = 0.2;
constexpr double kFits = 0.5;
constexpr double kBetter = 0.15;

struct Place {
  std::size_t bead = 0;
  std::size_t word = 0;  // in its segment
  CheckedPlace place;
};

// A word with everywhere it stands in the document.
struct Acronym {
  std::string key;  // lower case, without 's and the s of the plural
  std::vector<Place> places;
  bool name = false;  // Farage, which a headline has as FARAGE
};

std::string upper_case(std::string word) {
  for (char& c : word) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return word;
}

bool is_swap(const std::string& a, const std::string& b) {
  return a.size() == b.size() && std::ranges::is_permutation(a, b);
}

// Whether the letters of `word` stand in `text` in this order.
bool is_within(std::string_view word, std::string_view text) {
  for (const char c : text) {
    if (!word.empty() && word.front() == c) word.remove_prefix(1);
  }
  return word.empty();
}

// Every acronym of as many letters that one slip makes of `key`.
std::vector<std::string> one_edit_acronyms(const std::string& key) {
  std::vector<std::string> all;
  for (std::size_t i = 0; i < key.size(); ++i) {
    if (i + 1 < key.size()) {
      all.push_back(key);
      std::swap(all.back()[i], all.back()[i + 1]);
    }
    for (char c = 'a'; c <= 'z'; ++c) {
      if (key[i] == c) continue;
      all.push_back(key);
      all.back()[i] = c;
    }
  }
  return all;
}

class Acronyms {
 public:
  Acronyms(const CheckedDocument& document, const NameKnowledge& knowledge, FindingList& findings)
      : document_(document), knowledge_(knowledge), findings_(findings), arabic_(document) {}

  void run() {
    collect();
    for (const Acronym& acronym : acronyms_) {
      if (acronym.name || acronym.places.size() > kMostSlips || stands_in_arabic(acronym) ||
          is_spelled(acronym, acronym.key) || calls_for(acronym.places.front().bead, acronym.key)) {
        continue;
      }
      if (const Acronym* right = find_in_text(acronym)) {
        report(acronym, upper_case(right->key), &right->places.front().place);
      } else if (const auto known = find_in_dictionaries(acronym)) {
        report(acronym, upper_case(*known), nullptr);
      } else if (const auto written_out = find_written_out(acronym)) {
        report(acronym, upper_case(*written_out), nullptr);
      }
    }
  }

 private:
  void collect() {
    std::unordered_map<std::string, std::size_t> numbers;
    for (std::size_t b = 0; b < document_.beads.size(); ++b) {
      const SegmentRange range = document_.beads[b].target;
      for (std::size_t s = range.begin; s < range.end; ++s) {
        const CheckedSegment& segment = document_.english[s];
        for (std::size_t w = 0; w < segment.words.size(); ++w) {
          const CheckedWord& word = segment.words[w];
          const std::string_view text = word.range.of(segment.text);
          if (word.kind != TokenKind::kWord || !is_capitalised(text)) continue;
          const std::string_view letters = acronym_letters(text);
          const bool name = letters.empty();
          const std::size_t size = name ? without_possessive(word.key).size() : letters.size();
          if (name && (size < kShortestName || size > kLongestName)) continue;
          const std::string key = word.key.substr(0, size);
          const auto [found, added] = numbers.try_emplace(key, acronyms_.size());
          if (added) {
            acronyms_.push_back({key, {}, true});
            near_.add(key);
          }
          Acronym& acronym = acronyms_[found->second];
          acronym.name = acronym.name && name;
          const std::size_t begin = word.range.begin;
          acronym.places.push_back({b, w, {Language::kEnglish, s, {begin, begin + size}}});
        }
      }
    }
  }

  const CheckedSegment& segment_of(const Place& place) const {
    return document_.english[place.place.segment];
  }

  bool is_known(const Acronym& acronym) const {
    return knowledge_.is_name(Language::kEnglish, acronym.key);
  }

  bool calls_for(std::size_t bead, const std::string& acronym) {
    return std::ranges::any_of(knowledge_.translations(acronym), [&](const std::string& rendering) {
      return arabic_.has_phrase(bead, rendering);
    });
  }

  // In Latin letters.
  bool stands_in_arabic(const Acronym& acronym) {
    const std::size_t bead = acronym.places.front().bead;
    return arabic_.has_word(bead, acronym.key) || arabic_.has_word(bead, acronym.key + "s");
  }

  // Whether the Arabic beside the acronym has letter names that stand for `letters`.
  bool is_spelled(const Acronym& acronym, const std::string& letters) const {
    return std::ranges::any_of(
        letter_runs(document_, document_.beads[acronym.places.front().bead].source),
        [&](const LetterRun& run) { return spells(run, letters); });
  }

  bool stands_in(std::size_t bead, const std::string& key) const {
    return std::ranges::any_of(
        document_.segments(document_.beads[bead], Language::kEnglish), [&](const auto& segment) {
          return std::ranges::any_of(segment.words, [&](const CheckedWord& word) {
            return without_possessive(word.key) == key;
          });
        });
  }

  const Acronym* find_in_text(const Acronym& acronym) {
    if (is_known(acronym)) return nullptr;
    for (const std::size_t i : near_.one_edit_from(acronym.key)) {
      const Acronym& right = acronyms_[i];
      const bool swap = is_swap(acronym.key, right.key);
      const bool recurs = right.places.size() > acronym.places.size();
      // Two acronyms of one sentence are two, as a rule.
      if (stands_in(acronym.places.front().bead, right.key) && !(swap && recurs)) continue;
      if (spells_another(acronym, right)) continue;
      if (swap || has_same_counterpart(acronym, right) || has_same_neighbour(acronym, right) ||
          (recurs && shares_rare_word(acronym, right))) {
        // Each stands once: the dictionaries must know one of them.
        if (recurs || is_known(right)) return &right;
      }
    }
    return nullptr;
  }

  // The Arabic has a word that fits the acronym better than it fits the other one.
  bool spells_another(const Acronym& acronym, const Acronym& right) {
    for (const ArabicForms::Forms& forms : arabic_.words(acronym.places.front().bead)) {
      for (const std::string& form : forms) {
        if (count_code_points(form) < kFewestLetters) continue;
        const double fit = name_similarity(form, acronym.key);
        if (fit > kFits && fit > name_similarity(form, right.key) + kBetter) return true;
      }
    }
    return false;
  }

  static bool is_near(const Acronym& acronym, std::size_t bead) {
    const std::size_t mine = acronym.places.front().bead;
    return std::max(mine, bead) - std::min(mine, bead) <= kNearby;
  }

  // An Arabic word that may be the other acronym stands beside both.
  bool has_same_counterpart(const Acronym& acronym, const Acronym& right) {
    if (calls_for(acronym.places.front().bead, right.key)) return true;
    for (const ArabicForms::Forms& forms : arabic_.words(acronym.places.front().bead)) {
      for (const std::string& form : forms) {
        if (count_code_points(form) < kFewestLetters) continue;
        const bool beside = std::ranges::any_of(right.places, [&](const Place& place) {
          return is_near(acronym, place.bead) && arabic_.has_word(place.bead, form);
        });
        if (beside && name_similarity(form, right.key) > kPossible) return true;
      }
    }
    return false;
  }

  // A capitalised word before or behind an acronym: the name that it is part of.
  std::vector<std::string_view> neighbours(const Place& place) const {
    std::vector<std::string_view> names;
    const CheckedSegment& segment = segment_of(place);
    for (const std::size_t i : {place.word - 1, place.word + 1}) {
      if (i >= segment.words.size() || segment.words[i].kind != TokenKind::kWord) continue;
      const bool first = i == 0;  // capitalised in any case
      if (!first && is_capitalised(segment.words[i].range.of(segment.text))) {
        names.push_back(segment.words[i].key);
      }
    }
    return names;
  }

  // HMP Belmarsh and HPM Belmarsh.
  bool has_same_neighbour(const Acronym& acronym, const Acronym& right) const {
    const auto mine = neighbours(acronym.places.front());
    return std::ranges::any_of(right.places, [&](const Place& place) {
      return std::ranges::any_of(neighbours(place), [&](std::string_view name) {
        return std::ranges::find(mine, name) != mine.end();
      });
    });
  }

  // An Arabic word that stands beside the two acronyms, more than once beside the right one, and
  // nowhere else nearby.
  bool shares_rare_word(const Acronym& acronym, const Acronym& right) {
    const std::size_t mine = acronym.places.front().bead;
    return std::ranges::any_of(arabic_.words(mine), [&](const ArabicForms::Forms& forms) {
      if (count_code_points(forms.back()) < kFewestLetters) return false;
      std::size_t beside = 0;
      const std::size_t end = std::min(mine + kNearby + 1, document_.beads.size());
      for (std::size_t bead = mine - std::min(mine, kNearby); bead < end; ++bead) {
        if (bead == mine || !arabic_.has_word(bead, forms.back())) continue;
        if (std::ranges::find(right.places, bead, &Place::bead) == right.places.end()) return false;
        ++beside;
      }
      return beside > 1;
    });
  }

  // The acronym one edit away of which the dictionaries know the Arabic that stands there.
  std::optional<std::string> find_in_dictionaries(const Acronym& acronym) {
    const std::size_t bead = acronym.places.front().bead;
    for (std::string& candidate : one_edit_acronyms(acronym.key)) {
      const auto renderings = knowledge_.translations(candidate);
      const bool word = knowledge_.is_word(Language::kEnglish, candidate);
      const bool rendered = std::ranges::any_of(renderings, [&](const std::string& rendering) {
        // Of a word (who, era) only a name in several words makes an acronym.
        return (!word || rendering.find(' ') != rendering.npos) &&
               arabic_.has_words_of(bead, rendering) &&
               name_similarity(rendering, acronym.key) < kFits;
      });
      // Letter names are held against the English by themselves (check_latin).
      if (rendered && !stands_in(bead, candidate) && !is_spelled(acronym, candidate)) {
        return std::move(candidate);
      }
    }
    return std::nullopt;
  }

  // The initials of the name that stands beside the acronym, one of the two in parentheses, where
  // they are one slip away: the Mountain Rescue Council (MRD). Letters from within the words, as in
  // deoxyribonucleic acid (DNA), are the acronym's own business.
  std::optional<std::string> find_written_out(const Acronym& acronym) const {
    const Place& place = acronym.places.front();
    const auto& words = segment_of(place).words;
    const auto mark_at = [&](std::size_t i, std::string_view mark) {
      return i < words.size() && words[i].range.of(segment_of(place).text) == mark;
    };
    std::vector<std::string_view> name;
    if (mark_at(place.word - 1, "(") && mark_at(place.word + 1, ")")) {
      name = name_before(place, acronym.key.size());
    } else if (mark_at(place.word + 1, "(")) {
      for (std::size_t i = place.word + 2; i < words.size() && !mark_at(i, ")"); ++i) {
        // A mark without its letter has no key.
        if (!words[i].key.empty() && !is_grammatical(words[i].key)) name.push_back(words[i].key);
      }
    }
    std::string initials;
    std::string letters;
    for (const std::string_view word : name) {
      initials += word.front();
      letters += word;
    }
    if (initials.size() != acronym.key.size() || word_edits(initials, acronym.key) != 1 ||
        is_within(acronym.key, letters)) {
      return std::nullopt;
    }
    return initials;
  }

  // The last `count` words before the parenthesis, but for grammatical ones; all capitalised.
  std::vector<std::string_view> name_before(const Place& place, std::size_t count) const {
    std::vector<std::string_view> name;
    const CheckedSegment& segment = segment_of(place);
    for (std::size_t i = place.word - 1; i > 0 && name.size() < count; --i) {
      const CheckedWord& word = segment.words[i - 1];
      if (word.kind != TokenKind::kWord) break;
      if (is_grammatical(word.key)) continue;
      if (!is_capitalised(word.range.of(segment.text))) break;
      name.insert(name.begin(), word.key);
    }
    return name;
  }

  // `there`: where the right one stands; null when only the dictionaries have it.
  void report(const Acronym& acronym, const std::string& right, const CheckedPlace* there) {
    const Place& place = acronym.places.front();
    Report report = report_at(place.place, "acronym",
                              "“" + std::string(document_.text(place.place)) + "” is " +
                                  (there ? "“" + right + "” elsewhere" : "not “" + right + "”"),
                              right);
    if (there) report.related = {*there};
    findings_.add(document_.beads[place.bead], std::move(report));
  }

  const CheckedDocument& document_;
  const NameKnowledge& knowledge_;
  FindingList& findings_;
  ArabicForms arabic_;
  std::vector<Acronym> acronyms_;
  NearWords near_;  // numbered likewise
};

}  // namespace

void check_acronyms(const CheckedDocument& document, const NameKnowledge& words,
                    FindingList& findings) {
  Acronyms(document, words, findings).run();
}

}  // namespace mizan
