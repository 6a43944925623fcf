// duplicate, inconsistent-target, inconsistent-source: a sentence that stands twice.
#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tm/check/families.h"
#include "tm/check/sentence_key.h"

namespace mizan {
namespace {

SentenceKey key_of(std::span<const CheckedSegment> segments) {
  SentenceKey key;
  for (const CheckedSegment& segment : segments) key.add(segment.words);
  return key;
}

// Where a segment that says everything twice begins to do so, as an index of its words.
std::optional<std::size_t> second_half(const CheckedSegment& segment) {
  std::vector<const CheckedWord*> words;
  for (const CheckedWord& word : segment.words) {
    if (word.kind == TokenKind::kWord || word.kind == TokenKind::kNumber) words.push_back(&word);
  }
  const std::size_t half = words.size() / 2;
  if (words.size() % 2 != 0 || half < SentenceKey::kFewestWords) return std::nullopt;
  for (std::size_t i = 0; i < half; ++i) {
    if (words[i]->key != words[half + i]->key) return std::nullopt;
  }
  return words[half]->range.begin;
}

void check_halves(const CheckedDocument& document, const Bead& bead, FindingList& findings) {
  bool doubled[2] = {false, false};
  for_each_segment(document, bead, [&](const CheckedSegment& segment, const CheckedPlace&) {
    if (second_half(segment)) doubled[segment.language == Language::kArabic ? 0 : 1] = true;
  });
  if (doubled[0] == doubled[1]) return;
  for_each_segment(document, bead, [&](const CheckedSegment& segment, CheckedPlace place) {
    const auto begin = second_half(segment);
    if (!begin) return;
    place.range.begin = *begin;
    findings.add(bead, report_at(place, "duplicate", "the sentence stands twice", "delete one"));
  });
}

// Whether the sentence at `i` of a side is the one before it, once more.
bool repeats_the_one_before(const std::vector<CheckedSegment>& side, std::size_t i) {
  if (i == 0) return false;
  const SentenceKey key = key_of({&side[i], 1});
  return !key.is_phrase() && key.text == key_of({&side[i - 1], 1}).text;
}

// A sentence of two texts that stands twice on one side alone, where the aligner took both copies
// into one bead, or the second one with what follows it. Two beads of one sentence each are for
// check_side, a copy without a counterpart is an addition or omission.
void check_copies(const CheckedDocument& document, const Bead& bead, Language side,
                  FindingList& findings) {
  const SegmentRange range = CheckedDocument::range(bead, side);
  if (range.size() < 2) return;
  const SegmentRange across = CheckedDocument::range(bead, other(side));
  // the other side's copy may have fallen into the next bead
  const std::size_t end = std::min(across.end + 1, document.side(other(side)).size());
  for (std::size_t i = across.begin; i < end; ++i) {
    if (repeats_the_one_before(document.side(other(side)), i)) return;
  }
  for (std::size_t i = range.begin; i < range.end; ++i) {
    if (!repeats_the_one_before(document.side(side), i)) continue;
    const CheckedPlace copy{side, i, {0, document.side(side)[i].text.size()}};
    findings.add(bead, report_at(copy, "duplicate", "the sentence stands twice", "delete one"));
  }
}

// Shared words of two keys, as the share of all: 1 for equal sentences.
double overlap(std::string_view a, std::string_view b) {
  std::unordered_map<std::string_view, int> counts;
  std::size_t all = 0;
  std::size_t shared = 0;
  const auto for_each_word = [&](std::string_view key, const auto& visit) {
    for (std::size_t begin = 0; begin < key.size();) {
      const std::size_t end = key.find(' ', begin);
      visit(key.substr(begin, end - begin));
      ++all;
      begin = end + 1;
    }
  };
  for_each_word(a, [&](std::string_view word) { ++counts[word]; });
  for_each_word(b, [&](std::string_view word) { shared += counts[word]-- > 0 ? 1 : 0; });
  return all == 0 ? 0 : 2.0 * static_cast<double>(shared) / static_cast<double>(all);
}

struct Sides {
  SentenceKey arabic;
  SentenceKey english;

  const SentenceKey& of(Language side) const {
    return side == Language::kArabic ? arabic : english;
  }
};

// Whether two neighbours are one sentence on `side` (but for a word), and two on the other.
bool is_copy(const Sides& before, const Sides& now, Language side) {
  constexpr double kSame = 0.9;
  constexpr double kOther = 0.6;
  return !now.of(side).is_phrase() && overlap(before.of(side).text, now.of(side).text) >= kSame &&
         overlap(before.of(other(side)).text, now.of(other(side)).text) < kOther;
}

// Beads whose sentence on `side` stood before, with another translation.
void check_side(const CheckedDocument& document, Language side, const std::vector<Sides>& beads,
                FindingList& findings) {
  const bool arabic = side == Language::kArabic;
  std::unordered_map<std::string_view, std::size_t> first;
  for (std::size_t i = 0; i < beads.size(); ++i) {
    const Sides& now = beads[i];
    if (now.of(side).is_phrase() || now.of(other(side)).text.empty()) continue;
    const Bead& here = document.beads[i];
    const auto [place, added] = first.emplace(now.of(side).text, i);
    if (i > 0 && is_copy(beads[i - 1], now, side)) {
      // A copy of its neighbour is a slip of the hand.
      Report report = report_at(first_segment(document, here, side), "duplicate",
                                "the sentence before it, once more", "put in its own");
      report.related.push_back(first_segment(document, document.beads[i - 1], side));
      findings.add(here, std::move(report));
      continue;
    }
    if (added) continue;
    const Sides& before = beads[place->second];
    if (before.of(other(side)).text == now.of(other(side)).text) continue;
    Report report = report_at(first_segment(document, here, side),
                              arabic ? "inconsistent-target" : "inconsistent-source",
                              arabic ? "the same Arabic has another translation elsewhere"
                                     : "the same English translates another Arabic elsewhere",
                              "translate it alike");
    (arabic ? report.english : report.arabic) = first_segment(document, here, other(side));
    report.related.push_back(first_segment(document, document.beads[place->second], side));
    findings.add(here, std::move(report));
  }
}

// A sentence that the memory has, but never with what stands opposite to it here.
void check_memory(const CheckedDocument& document, const Bead& bead, Language side,
                  const Sides& sides, const Remembered& remembered, FindingList& findings) {
  const bool arabic = side == Language::kArabic;
  if (sides.of(side).is_phrase()) return;
  if (bead.source.size() != 1 || bead.target.size() != 1) return;
  const std::string& here = sides.of(other(side)).text;
  const std::vector<std::string> known =
      remembered(side, document.segments(bead, side).front().text);
  for (const std::string& other_text : known) {
    SentenceKey key;
    key.add(read_words(other_text));
    if (key.text == here) return;
  }
  if (known.empty() || here.empty()) return;
  Report report = report_at(first_segment(document, bead, side),
                            arabic ? "inconsistent-target" : "inconsistent-source",
                            arabic ? "the memory translates this Arabic otherwise"
                                   : "in the memory, this English translates another Arabic",
                            "“" + quoted(known.front()) + "”");
  (arabic ? report.english : report.arabic) = first_segment(document, bead, other(side));
  findings.add(bead, std::move(report));
}

}  // namespace

void check_consistency(const CheckedDocument& document, const Remembered& remembered,
                       FindingList& findings) {
  std::vector<Sides> beads;
  for (const Bead& bead : document.beads) {
    Sides sides{key_of(document.segments(bead, Language::kArabic)),
                key_of(document.segments(bead, Language::kEnglish))};
    if (!bead.one_sided()) {
      check_halves(document, bead, findings);
      check_copies(document, bead, Language::kArabic, findings);
      check_copies(document, bead, Language::kEnglish, findings);
    }
    // One direction says it: the other one would say the same of the same two sentences.
    if (!bead.one_sided() && remembered) {
      const Language side = document.source.value_or(Language::kArabic);
      check_memory(document, bead, side, sides, remembered, findings);
    }
    beads.push_back(std::move(sides));
  }
  check_side(document, Language::kArabic, beads, findings);
  check_side(document, Language::kEnglish, beads, findings);
}

}  // namespace mizan
