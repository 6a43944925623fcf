#include "tm/variant/variants.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "tm/base/parallel.h"
#include "tm/text/normalize.h"
#include "tm/text/tokens.h"
#include "tm/variant/anchors.h"
#include "tm/variant/candidate_pairs.h"
#include "tm/variant/evidence.h"
#include "tm/variant/name_parts.h"
#include "tm/variant/spellings.h"
#include "tm/variant/word_variants.h"

namespace mizan {
namespace {

// Where the lines of an input begin.
class LineStarts {
 public:
  explicit LineStarts(std::string_view input) {
    for (std::size_t at = input.find('\n'); at != std::string_view::npos;
         at = input.find('\n', at + 1)) {
      starts_.push_back(at + 1);
    }
  }

  NamePlace place(const std::string& file, ByteRange range) const {
    const auto next = std::upper_bound(starts_.begin(), starts_.end(), range.begin);
    const auto line = static_cast<std::size_t>(next - starts_.begin());
    const std::size_t start = *(next - 1);
    return {file, line, range.begin - start, range.end - start};
  }

 private:
  std::vector<std::size_t> starts_{0};
};

// One language's texts of all documents, by the documents' numbers.
struct Side {
  Side(std::span<const VariantDocument> documents, Language side_language,
       const NameKnowledge& knowledge)
      : language(side_language) {
    for (const VariantDocument& document : documents) {
      const bool original = document.text->language == language;
      texts.push_back(original ? document.text : document.translation);
      lines.emplace_back(original ? document.input : document.translation_input);
    }
    spellings = collect_spellings(texts, language, knowledge);
  }

  Language language;
  std::vector<const SegmentedText*> texts;  // null where the document has none
  std::vector<LineStarts> lines;
  std::vector<Spelling> spellings;
};

// No name is spelled in more ways; a longer chain of likenesses has left it long ago.
constexpr std::size_t kMostSpellings = 24;

// Sets of spellings, joined.
class Groups {
 public:
  explicit Groups(std::size_t size) : members_(size), parent_(size) {
    for (std::uint32_t i = 0; i < size; ++i) {
      parent_[i] = i;
      members_[i] = {i};
    }
  }

  std::uint32_t root(std::uint32_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  const std::vector<std::uint32_t>& members(std::uint32_t i) { return members_[root(i)]; }
  void join(std::uint32_t a, std::uint32_t b) {
    const std::uint32_t into = root(a);
    const std::uint32_t from = root(b);
    if (into == from) return;
    parent_[from] = into;
    members_[into].insert(members_[into].end(), members_[from].begin(), members_[from].end());
  }

 private:
  std::vector<std::vector<std::uint32_t>> members_;
  std::vector<std::uint32_t> parent_;
};

// The longest word that stands right before both (step -1), or right after both (step 1); for
// people, so the first places are enough.
std::string common_neighbour(const Side& side, const Spelling& a, const Spelling& b, int step) {
  const auto neighbours = [&](const Spelling& spelling) {
    std::set<std::string> words;
    for (std::size_t i = 0; i < std::min(spelling.occurrences.size(), kOccurrencesRead); ++i) {
      const WordPlace& place = spelling.occurrences[i].place;
      const std::string& text = side.texts[place.text]->segments[place.segment].text;
      std::vector<ByteRange> ranges;
      for (const Token& token : tokenize(text)) {
        if (token.kind == TokenKind::kWord) ranges.push_back(token.range);
      }
      const std::size_t at = place.token + static_cast<std::size_t>(step);
      if (at < ranges.size()) words.insert(fold(ranges[at].of(text), FoldProfile::kMarks));
    }
    return words;
  };
  const std::set<std::string> of_b = neighbours(b);
  std::string longest;
  for (const std::string& word : neighbours(a)) {
    if (of_b.contains(word) && word.size() > longest.size()) longest = word;
  }
  return longest;
}

std::string in_words(const Side& side, const WeighedPair& pair) {
  const PairEvidence& evidence = pair.evidence;
  std::string words;
  const auto add = [&words](const std::string& part) {
    if (!words.empty()) words += "; ";
    words += part;
  };
  if (!evidence.shared_anchor.empty()) {
    add("both stand beside \"" + evidence.shared_anchor + "\" in the translation");
  }
  char similarity[48];
  std::snprintf(similarity, sizeof similarity, "spelled alike (%.2f)", evidence.similarity);
  add(evidence.divided ? "the same letters in one word and in two" : similarity);
  if (evidence.divided) return words;
  const Spelling& left = side.spellings[pair.left];
  const Spelling& right = side.spellings[pair.right];
  const std::string before = common_neighbour(side, left, right, -1);
  const std::string after = common_neighbour(side, left, right, 1);
  if (!before.empty()) add("both after \"" + before + '"');
  if (!after.empty()) add("both before \"" + after + '"');
  return words;
}

// Of `form`, which stands without `stripped` more bytes than the spelling's first form.
NamePlace place_of(const Side& side, const Spelling::Occurrence& occurrence, const BareForm& form,
                   std::size_t stripped) {
  const SegmentedText& text = *side.texts[occurrence.place.text];
  const Segment& segment = text.segments[occurrence.place.segment];
  ByteRange range = occurrence.place.range;
  if (side.language == Language::kArabic) {
    const FoldedText folded = fold_with_map(range.of(segment.text), FoldProfile::kMarks);
    range.begin += folded.starts[occurrence.stripped + stripped];
  } else {
    range.begin += stripped;
    range.end = range.begin + form.text.size();  // a possessive ending is left out
  }
  return side.lines[occurrence.place.text].place(
      text.name, {segment.range.begin + range.begin, segment.range.begin + range.end});
}

class ClusterBuilder {
 public:
  ClusterBuilder(const Side& side, const NameKnowledge& knowledge)
      : side_(side), knowledge_(knowledge) {}

  NameCluster name(std::span<const std::uint32_t> members, std::span<const WeighedPair> pairs,
                   const std::vector<std::size_t>& form_of) const {
    NameCluster cluster = gather(members, form_of);
    // A chain is as good as the weakest of its best links.
    cluster.confidence = 1;
    const WeighedPair* strongest = nullptr;
    for (const std::uint32_t member : members) {
      double best = 0;
      for (const WeighedPair& pair : pairs) {
        if (pair.left != member && pair.right != member) continue;
        note_anchor(pair.evidence.shared_anchor, cluster.beside);
        best = std::max(best, pair.evidence.probability);
        if (strongest == nullptr || pair.evidence.probability > strongest->evidence.probability) {
          strongest = &pair;
        }
      }
      cluster.confidence = std::min(cluster.confidence, best);
    }
    cluster.evidence = in_words(side_, *strongest);
    return cluster;
  }

  NameCluster word(std::span<const std::uint32_t> members) const {
    NameCluster cluster = gather(members, std::vector<std::size_t>(side_.spellings.size(), 0));
    cluster.common_noun = true;
    cluster.confidence = 1;
    cluster.evidence = "one word of the dictionary, spelled two ways";
    return cluster;
  }

 private:
  static void note_anchor(const std::string& anchor, std::vector<std::string>& beside) {
    const bool known = std::find(beside.begin(), beside.end(), anchor) != beside.end();
    if (!anchor.empty() && !known) beside.push_back(anchor);
  }

  // Whether the dictionary has the spelling, or the parts of it: Russia-Ukraine.
  bool is_known(std::string_view key) const {
    for (std::string_view rest = key.substr(start_of_name(key));;) {
      const std::string_view part = rest.substr(0, rest.find('-'));
      if (!knowledge_.is_name(side_.language, part) && !knowledge_.is_word(side_.language, part)) {
        return false;
      }
      if (part.size() == rest.size()) return true;
      rest.remove_prefix(part.size() + 1);
    }
  }

  NameCluster gather(std::span<const std::uint32_t> members,
                     const std::vector<std::size_t>& form_of) const {
    NameCluster cluster;
    cluster.language = side_.language;
    std::set<std::string_view> known;
    for (const std::uint32_t member : members) {
      const Spelling& spelling = side_.spellings[member];
      const BareForm& form = spelling.forms[form_of[member]];
      auto out =
          std::find_if(cluster.spellings.begin(), cluster.spellings.end(),
                       [&form](const NameSpelling& other) { return other.text == form.text; });
      if (out == cluster.spellings.end()) {
        out = cluster.spellings.insert(out, NameSpelling{form.text, {}});
      }
      if (spelling.known_name || is_known(form.key)) known.insert(form.text);
      const std::size_t stripped = form.stripped - spelling.forms[0].stripped;
      for (const Spelling::Occurrence& occurrence : spelling.occurrences) {
        out->places.push_back(place_of(side_, occurrence, form, stripped));
      }
    }
    const auto rank = [&known](const NameSpelling& spelling) {
      return std::pair(spelling.places.size(), known.contains(spelling.text));
    };
    std::stable_sort(
        cluster.spellings.begin(), cluster.spellings.end(),
        [&](const NameSpelling& a, const NameSpelling& b) { return rank(a) > rank(b); });
    std::vector<std::string> texts;
    for (const NameSpelling& spelling : cluster.spellings) texts.push_back(spelling.text);
    const PreferredSpelling preferred =
        knowledge_.preferred(side_.language, texts).value_or(PreferredSpelling{texts.front()});
    cluster.preferred = preferred.text;
    cluster.preferred_by = preferred.by;
    return cluster;
  }

  const Side& side_;
  const NameKnowledge& knowledge_;
};

std::uint64_t pair_key(std::uint32_t a, std::uint32_t b) {
  return static_cast<std::uint64_t>(std::min(a, b)) << 32 | std::max(a, b);
}

// Pairs that must not meet in a cluster, not even through a third spelling.
std::unordered_set<std::uint64_t> parted_pairs(const Side& side,
                                               const std::vector<WeighedPair>& pairs,
                                               const NameKnowledge& knowledge) {
  std::unordered_set<std::uint64_t> parted;
  for (const WeighedPair& pair : pairs) {
    const BareForm& a = side.spellings[pair.left].forms[pair.evidence.left_form];
    const BareForm& b = side.spellings[pair.right].forms[pair.evidence.right_form];
    if (pair.evidence.parted || knowledge.distinct(side.language, a.text, b.text)) {
      parted.insert(pair_key(pair.left, pair.right));
    }
  }
  return parted;
}

std::vector<NameCluster> clusters_of(const Side& side, std::vector<WeighedPair> pairs,
                                     const NameKnowledge& knowledge,
                                     const VariantOptions& options) {
  const std::unordered_set<std::uint64_t> parted = parted_pairs(side, pairs, knowledge);
  std::erase_if(pairs, [&](const WeighedPair& pair) {
    return pair.evidence.probability < options.min_confidence;
  });
  std::stable_sort(pairs.begin(), pairs.end(), [](const WeighedPair& a, const WeighedPair& b) {
    return a.evidence.probability > b.evidence.probability;
  });
  Groups groups(side.spellings.size());
  std::vector<std::size_t> form_of(side.spellings.size(), 0);
  std::vector<char> settled(side.spellings.size(), 0);
  std::vector<WeighedPair> joined;
  const auto may_join = [&](std::uint32_t a, std::uint32_t b) {
    if (groups.members(a).size() + groups.members(b).size() > kMostSpellings) return false;
    for (const std::uint32_t x : groups.members(a)) {
      for (const std::uint32_t y : groups.members(b)) {
        if (parted.contains(pair_key(x, y))) return false;
      }
    }
    return true;
  };
  for (const WeighedPair& pair : pairs) {
    // The first, best pair of a spelling decides which clitics come off it.
    const bool fits = (!settled[pair.left] || form_of[pair.left] == pair.evidence.left_form) &&
                      (!settled[pair.right] || form_of[pair.right] == pair.evidence.right_form);
    if (!fits || !may_join(pair.left, pair.right)) continue;
    form_of[pair.left] = pair.evidence.left_form;
    form_of[pair.right] = pair.evidence.right_form;
    settled[pair.left] = settled[pair.right] = 1;
    groups.join(pair.left, pair.right);
    joined.push_back(pair);
  }
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> members;
  std::unordered_map<std::uint32_t, std::vector<WeighedPair>> links;
  for (std::uint32_t i = 0; i < side.spellings.size(); ++i) {
    if (settled[i]) members[groups.root(i)].push_back(i);
  }
  for (const WeighedPair& pair : joined) links[groups.root(pair.left)].push_back(pair);
  std::vector<std::pair<std::uint32_t, NameCluster>> ordered;
  const ClusterBuilder builder(side, knowledge);
  for (const auto& [root, spellings] : members) {
    ordered.emplace_back(spellings.front(), builder.name(spellings, links[root], form_of));
  }
  std::sort(ordered.begin(), ordered.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<NameCluster> result;
  for (auto& [first, cluster] : ordered) {
    if (cluster.spellings.size() > 1) result.push_back(std::move(cluster));
  }
  return result;
}

}  // namespace

std::vector<NameCluster> find_variants(std::span<const VariantDocument> documents,
                                       const NameKnowledge& knowledge,
                                       const VariantOptions& options) {
  constexpr Language kLanguages[] = {Language::kArabic, Language::kEnglish};
  std::optional<Side> sides[2];
  in_parallel(2, options.threads, [&](std::size_t i, std::size_t) {
    sides[i].emplace(documents, kLanguages[i], knowledge);
  });
  const bool translated =
      std::any_of(documents.begin(), documents.end(),
                  [](const VariantDocument& document) { return document.alignment != nullptr; });
  std::vector<NameCluster> found[2];
  in_parallel(2, options.threads, [&](std::size_t i, std::size_t) {
    const Side& side = *sides[i];
    std::optional<AnchorIndex> anchors;
    if (translated) anchors.emplace(documents, side.language, sides[1 - i]->spellings);
    std::vector<WeighedPair> pairs =
        weigh_pairs(side.language, side.spellings, anchors ? &*anchors : nullptr, knowledge,
                    options.min_confidence);
    found[i] = clusters_of(side, std::move(pairs), knowledge, options);
    if (options.words == VariantOptions::Words::kInclude && side.language == Language::kArabic) {
      const ClusterBuilder builder(side, knowledge);
      for (const std::vector<std::uint32_t>& group : word_variants(side.spellings, knowledge)) {
        found[i].push_back(builder.word(group));
      }
    }
  });
  std::move(found[1].begin(), found[1].end(), std::back_inserter(found[0]));
  return std::move(found[0]);
}

}  // namespace mizan
