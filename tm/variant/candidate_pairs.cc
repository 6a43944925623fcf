#include "tm/variant/candidate_pairs.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <string>
#include <string_view>
#include <unordered_map>

#include "tm/base/utf8.h"
#include "tm/variant/anchor_claims.h"
#include "tm/variant/spelling_keys.h"

namespace mizan {
namespace {

// A key that more spellings share than this says nothing; they meet by their other keys.
constexpr std::size_t kCrowd = 64;
// How well the translation must fit for a dictionary word to be read as a name.
constexpr double kNameFit = 0.6;
// Letters of a nisba that may have a variant spelling.
constexpr std::size_t kLongNisba = 8;

// Of the vocabulary, where it was seen in training: texts of 60 to 2,000 segments.
constexpr std::size_t kSmallVocabulary = 150;
constexpr std::size_t kLargeVocabulary = 10000;

Candidate candidate_of(Language language, const Spelling& spelling, const AnchorIndex* index) {
  Candidate candidate;
  candidate.spelling = &spelling;
  candidate.anchors.resize(spelling.forms.size());
  for (const BareForm& form : spelling.forms) {
    candidate.profiles.push_back(sound_profile(language, form.key));
  }
  candidate.translated = index != nullptr && index->translated(spelling.occurrences);
  if (!candidate.translated) return candidate;
  for (std::size_t f = 0; f < spelling.forms.size(); ++f) {
    candidate.anchors[f] = index->anchors(language, spelling.forms[f], spelling.occurrences);
  }
  return candidate;
}

bool is_name_like(Language language, const Candidate& candidate) {
  if (candidate.spelling->word < Spelling::Word::kSure) return true;
  if (candidate.spelling->word == Spelling::Word::kNoName) {
    return language == Language::kArabic &&
           count_code_points(candidate.spelling->forms[0].key) >= kLongNisba;
  }
  // (An ordinary word with the article is one: السبت is not Elizabeth, whatever its letters. Nor is
  // a word a name that only some of its places have beside them.)
  return candidate.translated && !candidate.anchors[0].empty() &&
         !candidate.spelling->forms[0].key.starts_with("ال") &&
         candidate.anchors[0].front().fit >= kNameFit && candidate.anchors[0].front().share > 0.5;
}

// Whether the translation has the word as it stands for a name: Walton beside والتون.
bool named_whole(const Candidate& candidate) {
  return candidate.translated && !candidate.anchors[0].empty() &&
         candidate.anchors[0].front().fit >= kNameFit;
}

std::string digits_of(std::string_view word) {
  std::string digits;
  std::copy_if(word.begin(), word.end(), std::back_inserter(digits),
               [](char c) { return c >= '0' && c <= '9'; });
  return digits;
}

// Nisbas vary in their endings as names do not; only one vowel letter well inside makes a variant
// of one: الديمقراطي, الديموقراطي.
bool may_meet(const Spelling& a, const Spelling& b) {
  // MI5 and MI6 are two, whatever else is alike.
  if (digits_of(a.forms[0].key) != digits_of(b.forms[0].key)) return false;
  if (std::max(a.word, b.word) < Spelling::Word::kNoName) return true;
  std::u32string shorter = to_utf32(a.forms[0].key);
  std::u32string longer = to_utf32(b.forms[0].key);
  if (shorter.size() > longer.size()) shorter.swap(longer);
  if (shorter.size() + 1 != longer.size()) return false;
  std::size_t at = 0;
  while (at < shorter.size() && shorter[at] == longer[at]) ++at;
  const bool vowel = longer[at] == U'ا' || longer[at] == U'و' || longer[at] == U'ي';
  return vowel && at + 3 <= shorter.size() &&
         shorter.compare(at, shorter.size(), longer, at + 1, longer.size()) == 0;
}

// One word behind two clitics: الإكسسوارات, للإكسسوارات. Not فالديراما and فلديراما, which only
// seem to start with the same one, nor what the translation names with its first letter, unless
// that is the article's (المكسيك, للمكسيك).
bool share_form(const Candidate& a, const Candidate& b) {
  const auto rest = [](const Candidate& candidate) -> std::string_view {
    const std::string& text = candidate.spelling->forms[0].text;
    const bool article = text.starts_with("ال") || text.starts_with("لل");
    return article ? std::string_view(text).substr(std::string_view("ال").size()) : text;
  };
  if (rest(a) == rest(b)) return true;
  if (named_whole(a) && named_whole(b)) return false;
  const std::string& left = a.spelling->forms[0].text;
  const std::string& right = b.spelling->forms[0].text;
  for (const BareForm& x : a.spelling->forms) {
    for (const BareForm& y : b.spelling->forms) {
      if (x.text != y.text) continue;
      if (x.text == left || y.text == right || left.substr(0, 2) != right.substr(0, 2)) return true;
    }
  }
  return false;
}

// A spelling under one of its keys.
struct Entry {
  std::uint32_t spelling = 0;
  int letters = 0;
  std::uint64_t profile = 0;
};
using Buckets = std::unordered_map<std::uint64_t, std::vector<Entry>>;

// By how much two spellings may differ: of short ones some letter must be left.
int farthest(const Entry& a, const Entry& b) {
  return std::min(kFarthest, std::min(a.letters, b.letters) - 1);
}

// Spellings that share a key and letters enough, the first of the two in the upper half; in order.
std::vector<std::uint64_t> meetings_in(const Buckets& buckets) {
  std::vector<std::uint64_t> meetings;
  for (const auto& [key, bucket] : buckets) {
    if (bucket.size() > kCrowd) continue;
    for (std::size_t a = 0; a < bucket.size(); ++a) {
      for (std::size_t b = a + 1; b < bucket.size(); ++b) {
        if (profile_distance(bucket[a].profile, bucket[b].profile) <=
            farthest(bucket[a], bucket[b])) {
          meetings.push_back(static_cast<std::uint64_t>(bucket[a].spelling) << 32 |
                             bucket[b].spelling);
        }
      }
    }
  }
  std::sort(meetings.begin(), meetings.end());
  meetings.erase(std::unique(meetings.begin(), meetings.end()), meetings.end());
  return meetings;
}

}  // namespace

std::vector<WeighedPair> weigh_pairs(Language language, const std::vector<Spelling>& spellings,
                                     const AnchorIndex* anchors, const NameKnowledge& knowledge,
                                     double floor) {
  std::vector<Candidate> candidates(spellings.size());
  Buckets buckets;
  for (std::uint32_t i = 0; i < spellings.size(); ++i) {
    if (spellings[i].word == Spelling::Word::kSure && anchors == nullptr) continue;
    candidates[i] = candidate_of(language, spellings[i], anchors);
  }
  if (anchors != nullptr) settle_claims(candidates, *anchors);
  for (std::uint32_t i = 0; i < spellings.size(); ++i) {
    if (candidates[i].spelling == nullptr || !is_name_like(language, candidates[i])) continue;
    for (std::size_t f = 0; f < spellings[i].forms.size(); ++f) {
      const BareForm& form = spellings[i].forms[f];
      std::vector<std::uint64_t> keys = spelling_keys(language, form.key);
      // What stands beside one name meets, however it is spelled.
      for (const Anchor& anchor : candidates[i].anchors[f]) {
        if (anchor.fit >= kNameFit) keys.push_back(std::hash<std::string>()(anchor.name));
      }
      for (const std::uint64_t key : keys) {
        std::vector<Entry>& bucket = buckets[key];
        if (bucket.empty() || bucket.back().spelling != i) {
          const std::uint64_t profile = candidates[i].profiles[f];
          bucket.push_back({i, profile_distance(profile, 0), profile});
        }
      }
    }
  }
  const std::size_t vocabulary = std::clamp(spellings.size(), kSmallVocabulary, kLargeVocabulary);
  std::vector<WeighedPair> pairs;
  for (const std::uint64_t meeting : meetings_in(buckets)) {
    const auto left = static_cast<std::uint32_t>(meeting >> 32);
    const auto right = static_cast<std::uint32_t>(meeting);
    if (!may_meet(spellings[left], spellings[right])) continue;
    // One word behind two clitics is no variant.
    if (share_form(candidates[left], candidates[right])) continue;
    PairEvidence evidence =
        weigh(language, candidates[left], candidates[right], knowledge, vocabulary);
    // (What must not meet is kept, lest a third spelling joins it.)
    const bool apart = evidence.parted ||
                       knowledge.distinct(language, spellings[left].forms[evidence.left_form].text,
                                          spellings[right].forms[evidence.right_form].text);
    if (evidence.probability < floor && !apart) continue;
    pairs.push_back({left, right, std::move(evidence)});
  }
  return pairs;
}

}  // namespace mizan
