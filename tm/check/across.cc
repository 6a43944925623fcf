#include "tm/check/across.h"

#include <algorithm>
#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "tm/check/run_text.h"
#include "tm/check/sentence_key.h"
#include "tm/text/normalize.h"
#include "tm/variant/name_knowledge.h"

namespace mizan {
namespace {

// Further places that a finding leads to: who mends a name everywhere searches for it.
constexpr std::size_t kMostRelated = 10;

// Confidence in a cluster: texts of several documents have less in common than one. Less where both
// spellings stand beside one name of the translation.
constexpr double kCertainName = 0.95;
constexpr double kCertainBeside = 0.8;

struct RunPlace {
  std::size_t text = 0;
  CheckedPlace place;
};

// "3 places" against "41".
std::string in_numbers(std::size_t here, std::size_t there) {
  return " (" + std::to_string(here) + (here == 1 ? " place" : " places") + " against " +
         std::to_string(there) + ")";
}

// What a finding is about, whichever of the two is the rarer.
std::string subject_of(std::string_view what, std::string_view a, std::string_view b) {
  std::string subject(what);
  subject.append(1, '\t').append(std::min(a, b)).append(1, '\t').append(std::max(a, b));
  return subject;
}

class AcrossCheck {
 public:
  AcrossCheck(std::span<const RunFile> files, const NameKnowledge* words) : words_(words) {
    for (const RunFile& file : files) texts_.emplace_back(file);
  }

  void check_names(std::span<const NameCluster> clusters);
  void check_sentences();

  void finish() {
    for (RunText& text : texts_) text.finish();
  }

 private:
  // A sentence with another one opposite, both as hashes of their keys.
  struct Pairing {
    std::uint64_t key = 0;
    std::uint64_t opposite = 0;
    std::uint32_t text = 0;
    std::uint32_t bead = 0;
  };
  // One translation of a sentence.
  using Translation = std::vector<const Pairing*>;
  using FileNumbers = std::unordered_map<std::string_view, std::size_t>;

  std::vector<RunPlace> places_of(const NameSpelling& spelling, Language side,
                                  const FileNumbers& numbers) const;
  bool are_two_names(Language side, const std::string& rare, const std::string& usual) const;
  void report_name(const NameCluster& cluster, const NameSpelling& spelling,
                   const std::vector<RunPlace>& places, const std::vector<RunPlace>& preferred);
  void check_group(std::span<const Pairing> group, Language side);
  void report_translation(const Translation& translation, const Translation& preferred,
                          Language side);

  const Bead& bead(const Pairing& pairing) const {
    return texts_[pairing.text].document().beads[pairing.bead];
  }
  std::string key_of(const Pairing& pairing, Language side) const {
    SentenceKey key;
    const CheckedDocument& document = texts_[pairing.text].document();
    for (const CheckedSegment& segment : document.segments(bead(pairing), side)) {
      key.add(read_words(segment.text));
    }
    return key.text;
  }
  RelatedPlace related(const RunPlace& place) const {
    return texts_[place.text].related(place.place);
  }

  // Whether all places, of the one and the other, are in one document.
  template <typename Places, typename Document>
  static bool in_one_document(const Places& a, const Places& b, const Document& document_of) {
    const auto first = document_of(a.front());
    const auto same = [&](const auto& place) { return document_of(place) == first; };
    return std::ranges::all_of(a, same) && std::ranges::all_of(b, same);
  }

  const NameKnowledge* words_;
  std::deque<RunText> texts_;
};

std::vector<RunPlace> AcrossCheck::places_of(const NameSpelling& spelling, Language side,
                                             const FileNumbers& numbers) const {
  std::vector<RunPlace> places;
  for (const NamePlace& place : spelling.places) {
    const std::size_t text = numbers.at(place.file);
    if (const auto found = find_place(texts_[text].document(), side, place)) {
      places.push_back({text, *found});
    }
  }
  return places;
}

// Arabic writes many English names alike.
bool AcrossCheck::are_two_names(Language side, const std::string& rare,
                                const std::string& usual) const {
  // A name as short as Louis has neighbours in the dictionaries, as long as Zelensky spellings.
  constexpr std::size_t kLongName = 7;
  if (side == Language::kArabic || words_ == nullptr) return false;
  const std::string left = fold(rare, FoldProfile::kMarks);
  const std::string right = fold(usual, FoldProfile::kMarks);
  if (left == right) return false;
  if (words_->is_word(side, left) || words_->is_word(side, right)) return true;
  if (!words_->is_name(side, left)) return false;
  return !words_->is_name(side, right) || std::min(left.size(), right.size()) < kLongName;
}

void AcrossCheck::check_names(std::span<const NameCluster> clusters) {
  FileNumbers numbers[2];  // Arabic, English
  for (std::size_t i = 0; i < texts_.size(); ++i) {
    numbers[0].emplace(texts_[i].file().arabic.text.name, i);
    numbers[1].emplace(texts_[i].file().english.text.name, i);
  }
  const auto document_of = [&](const RunPlace& place) {
    const RunText& text = texts_[place.text];
    const auto& beads = text.document().beads;
    const auto bead = static_cast<std::size_t>(&bead_of(text.document(), place.place) - &beads[0]);
    return std::pair(place.text, text.document_name(bead));
  };
  for (const NameCluster& cluster : clusters) {
    const double certain = cluster.beside.empty() ? kCertainName : kCertainBeside;
    if (cluster.common_noun || cluster.confidence < certain) continue;
    const Language side = cluster.language;
    const FileNumbers& files = numbers[side == Language::kArabic ? 0 : 1];
    const auto usual = std::ranges::find(cluster.spellings, cluster.preferred, &NameSpelling::text);
    if (usual == cluster.spellings.end()) continue;
    const std::vector<RunPlace> preferred = places_of(*usual, side, files);
    for (const NameSpelling& spelling : cluster.spellings) {
      if (spelling.text == cluster.preferred) continue;
      const std::vector<RunPlace> places = places_of(spelling, side, files);
      if (preferred.empty() || places.empty() || in_one_document(places, preferred, document_of) ||
          are_two_names(side, spelling.text, cluster.preferred)) {
        continue;
      }
      report_name(cluster, spelling, places, preferred);
    }
  }
}

void AcrossCheck::report_name(const NameCluster& cluster, const NameSpelling& spelling,
                              const std::vector<RunPlace>& places,
                              const std::vector<RunPlace>& preferred) {
  const bool arabic = cluster.language == Language::kArabic;
  const std::string_view rule = arabic ? "name-variant-ar" : "name-variant-en";
  const auto here = std::ranges::find_if(places, [&](const RunPlace& place) {
    return !texts_[place.text].says_of_name(rule, spelling.text);
  });
  if (here == places.end()) return;
  Report report =
      report_at(here->place, rule,
                "“" + spelling.text + "” is “" + cluster.preferred + "” in another document" +
                    in_numbers(places.size(), preferred.size()),
                cluster.preferred);
  report.elsewhere.push_back(related(preferred.front()));
  for (auto place = here + 1; place != places.end(); ++place) {
    if (report.elsewhere.size() == kMostRelated) break;
    report.elsewhere.push_back(related(*place));
  }
  report.subject = subject_of("", spelling.text, cluster.preferred);
  RunText& text = texts_[here->text];
  text.add(bead_of(text.document(), here->place), std::move(report));
}

void AcrossCheck::check_sentences() {
  std::vector<Pairing> pairings[2];  // by the Arabic, by the English
  for (std::size_t t = 0; t < texts_.size(); ++t) {
    const CheckedDocument& document = texts_[t].document();
    for (std::size_t b = 0; b < document.beads.size(); ++b) {
      const Bead& bead = document.beads[b];
      const bool trusted =
          document.kind == CheckedDocument::Kind::kRecords || bead.confidence >= kTrustedBead;
      if (bead.one_sided() || !trusted) continue;
      SentenceKey keys[2];
      for (const Language side : {Language::kArabic, Language::kEnglish}) {
        for (const CheckedSegment& segment : document.segments(bead, side)) {
          keys[side == Language::kArabic ? 0 : 1].add(read_words(segment.text));
        }
      }
      if (keys[0].words == 0 || keys[1].words == 0) continue;
      const std::hash<std::string> hash;
      for (const std::size_t i : {0U, 1U}) {
        if (keys[i].is_phrase()) continue;
        pairings[i].push_back({hash(keys[i].text), hash(keys[1 - i].text),
                               static_cast<std::uint32_t>(t), static_cast<std::uint32_t>(b)});
      }
    }
  }
  for (const Language side : {Language::kArabic, Language::kEnglish}) {
    std::vector<Pairing>& all = pairings[side == Language::kArabic ? 0 : 1];
    std::ranges::stable_sort(all, {}, &Pairing::key);
    for (auto begin = all.begin(); begin != all.end();) {
      const auto end = std::ranges::find_if(
          begin, all.end(), [&](const Pairing& pairing) { return pairing.key != begin->key; });
      check_group({begin, end}, side);
      begin = end;
    }
  }
}

// `group`: a sentence of `side`, everywhere it stands, in the order of the run.
void AcrossCheck::check_group(std::span<const Pairing> group, Language side) {
  std::vector<Translation> translations;
  std::unordered_map<std::uint64_t, std::size_t> numbers;
  for (const Pairing& pairing : group) {
    const auto [place, added] = numbers.try_emplace(pairing.opposite, translations.size());
    if (added) translations.emplace_back();
    translations[place->second].push_back(&pairing);
  }
  if (translations.size() < 2) return;
  const auto preferred = std::ranges::max_element(translations, {}, &Translation::size);
  const auto document_of = [&](const Pairing* pairing) {
    return std::pair(pairing->text, texts_[pairing->text].document_name(pairing->bead));
  };
  for (const Translation& translation : translations) {
    if (&translation == &*preferred || in_one_document(translation, *preferred, document_of)) {
      continue;
    }
    report_translation(translation, *preferred, side);
  }
}

void AcrossCheck::report_translation(const Translation& translation, const Translation& preferred,
                                     Language side) {
  const bool arabic = side == Language::kArabic;
  const std::string_view rule = arabic ? "inconsistent-target" : "inconsistent-source";
  const auto place_of = [&](const Pairing* pairing, Language language) {
    return RunPlace{pairing->text,
                    first_segment(texts_[pairing->text].document(), bead(*pairing), language)};
  };
  const auto here = std::ranges::find_if(translation, [&](const Pairing* pairing) {
    return !texts_[pairing->text].says_of_sentence(rule,
                                                   place_of(pairing, Language::kArabic).place);
  });
  if (here == translation.end()) return;
  const RunPlace other_place = place_of(preferred.front(), other(side));
  Report report =
      report_at(place_of(*here, side).place, rule,
                (arabic ? "the same Arabic has another translation in another document"
                        : "the same English translates another Arabic in another document") +
                    in_numbers(translation.size(), preferred.size()),
                "“" + quoted(texts_[other_place.text].document().text(other_place.place)) + "”");
  (arabic ? report.english : report.arabic) = place_of(*here, other(side)).place;
  report.elsewhere.push_back(related(other_place));
  for (auto pairing = here + 1; pairing != translation.end(); ++pairing) {
    if (report.elsewhere.size() == kMostRelated) break;
    report.elsewhere.push_back(related(place_of(*pairing, other(side))));
  }
  report.subject = subject_of(key_of(**here, side), key_of(**here, other(side)),
                              key_of(*preferred.front(), other(side)));
  texts_[(*here)->text].add(bead(**here), std::move(report));
}

}  // namespace

void check_across(std::span<const RunFile> files, std::span<const NameCluster> clusters,
                  const NameKnowledge* words) {
  AcrossCheck check(files, words);
  check.check_names(clusters);
  check.check_sentences();
  check.finish();
}

}  // namespace mizan
