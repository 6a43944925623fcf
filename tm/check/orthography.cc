// orthography: spellings that the house rejects, and what everyday typing leaves out: the hamza of
// an alef, the dots of a yeh and of a teh marbuta.
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tm/check/families.h"
#include "tm/lang/arabic_morphology.h"
#include "tm/text/normalize.h"
#include "tm/text/script.h"
#include "tm/variant/name_knowledge.h"

namespace mizan {
namespace {

struct Spelling {
  std::string_view wrong;  // folded to kMarks
  std::string_view right;
};

// Function words that have no other reading as they are misspelled. علي, لدي, سوي, لان, بان and
// فان are words of their own, and not here.
constexpr Spelling kFunctionWords[] = {
    {"الى", "إلى"},   {"ان", "أن"},     {"انه", "أنه"},     {"انها", "أنها"},   {"انهم", "أنهم"},
    {"اننا", "أننا"}, {"انني", "أنني"}, {"او", "أو"},       {"اذا", "إذا"},     {"اذ", "إذ"},
    {"الا", "إلا"},   {"ايضا", "أيضا"}, {"اي", "أي"},       {"اكثر", "أكثر"},   {"اثناء", "أثناء"},
    {"الان", "الآن"}, {"اليه", "إليه"}, {"اليها", "إليها"}, {"اليهم", "إليهم"}, {"فى", "في"},
    {"الذى", "الذي"}, {"التى", "التي"}, {"هى", "هي"},       {"حوالى", "حوالي"}, {"اى", "أي"},
    {"حتي", "حتى"},   {"الأن", "الآن"}, {"هذة", "هذه"},     {"لإن", "لأن"}};

const Spelling* find_function_word(std::string_view key) {
  const auto found = std::ranges::find(kFunctionWords, key, &Spelling::wrong);
  return found == std::end(kFunctionWords) ? nullptr : found;
}

// A word taken to be spelled wrong: where in the word the wrong part stands, and what belongs
// there.
struct Mend {
  std::size_t begin = 0;  // bytes of the folded word
  std::string wrong;
  std::string right;
};

std::optional<Mend> mend_function_word(std::string_view key) {
  if (const Spelling* found = find_function_word(key)) {
    return Mend{0, std::string(found->wrong), std::string(found->right)};
  }
  constexpr std::string_view kWaw = "و";
  if (!key.starts_with(kWaw) || key == "وفى") return std::nullopt;  // وفى: he kept his word
  const Spelling* found = find_function_word(key.substr(kWaw.size()));
  if (found == nullptr || found->wrong.size() < 3 * kWaw.size()) return std::nullopt;
  return Mend{kWaw.size(), std::string(found->wrong), std::string(found->right)};
}

// ه where the dictionary has only ة. Without the article it may be a pronoun (كتابه), so what
// remains must be no word.
std::optional<Mend> mend_teh_marbuta(std::string_view key, const NameKnowledge& words) {
  constexpr std::string_view kHeh = "ه";
  constexpr std::string_view kTehMarbuta = "ة";
  constexpr std::size_t kShortest = 4 * 2;  // bytes: four letters
  if (!key.ends_with(kHeh)) return std::nullopt;
  for (const Proclitics& stack : proclitic_stacks(key)) {
    const std::string_view rest = key.substr(stack.bytes);
    if (rest.size() < kShortest) continue;
    const auto spellings = words.spellings(fold(rest, FoldProfile::kTehMarbuta));
    if (spellings.empty()) continue;
    if (!std::ranges::all_of(spellings, [&](const std::string& spelling) {
          return spelling.ends_with(kTehMarbuta);
        })) {
      return std::nullopt;
    }
    if (!stack.article) {
      const std::string stem =
          fold(rest.substr(0, rest.size() - kHeh.size()), FoldProfile::kTehMarbuta);
      if (stack.bytes > 0 || words.is_word(Language::kArabic, stem) ||
          !words.spellings(stem).empty()) {
        return std::nullopt;
      }
    }
    return Mend{key.size() - kHeh.size(), std::string(kHeh), std::string(kTehMarbuta)};
  }
  return std::nullopt;
}

constexpr std::string_view kEndings[] = {"",   "ة",   "ات",  "ان", "ون",  "ين",  "ية", "ي",
                                         "ا",  "ه",   "ها",  "هم", "هما", "هن",  "نا", "ك",
                                         "كم", "تين", "تان", "ته", "تها", "تهم", "يين"};

bool is_ending(std::string_view tail) {
  return std::ranges::find(kEndings, tail) != std::end(kEndings);
}

// One rejected spelling of the house, ready to be looked for.
struct Rejected {
  Language language;
  std::vector<std::string> keys;  // of its words, folded to kMarks
  const SpellingChoice* choice;
};

std::vector<Rejected> rejected_spellings(const HouseStyle& house) {
  std::vector<Rejected> all;
  for (const SpellingChoice& choice : house.spellings) {
    const Language language = detect_language(choice.rejected).value_or(Language::kArabic);
    const CheckedSegment read = read_segment(choice.rejected, language);
    Rejected rejected{language, {}, &choice};
    for (const CheckedWord& word : read.words) rejected.keys.push_back(word.key);
    if (!rejected.keys.empty()) all.push_back(std::move(rejected));
  }
  return all;
}

// Where the rejected spelling stands in the words from `i` on: behind clitics and, when it is one
// word, before a regular ending.
std::optional<ByteRange> find_rejected(const CheckedSegment& segment, std::size_t i,
                                       const Rejected& rejected) {
  const std::size_t count = rejected.keys.size();
  if (i + count > segment.words.size()) return std::nullopt;
  for (std::size_t k = 1; k < count; ++k) {
    if (segment.words[i + k].key != rejected.keys[k]) return std::nullopt;
  }
  const CheckedWord& word = segment.words[i];
  const std::string& wanted = rejected.keys[0];
  const bool arabic = segment.language == Language::kArabic;
  const bool verbatim = fold(word.range.of(segment.text), FoldProfile::kExact) == word.key ||
                        word.key.size() == word.range.size();
  if (word.key == wanted)
    return ByteRange{word.range.begin, segment.words[i + count - 1].range.end};
  if (!arabic || !verbatim) return std::nullopt;
  for (const Proclitics& stack : proclitic_stacks(word.key)) {
    const std::string_view rest = std::string_view(word.key).substr(stack.bytes);
    if (!rest.starts_with(wanted)) continue;
    const std::string_view tail = rest.substr(wanted.size());
    if (count == 1 ? !is_ending(tail) : !tail.empty()) continue;
    const std::size_t begin = word.range.begin + stack.bytes;
    return ByteRange{begin,
                     count == 1 ? begin + wanted.size() : segment.words[i + count - 1].range.end};
  }
  return std::nullopt;
}

class Orthography {
 public:
  Orthography(const HouseStyle& house, const NameKnowledge* words, FindingList& findings)
      : rejected_(rejected_spellings(house)), words_(words), findings_(findings) {}

  void check(const Bead& bead, const CheckedSegment& segment, std::size_t index) const {
    for (std::size_t i = 0; i < segment.words.size(); ++i) {
      const CheckedWord& word = segment.words[i];
      if (word.kind != TokenKind::kWord) continue;
      if (check_house(bead, segment, index, i)) continue;
      if (segment.language == Language::kArabic) check_typing(bead, segment, index, word);
    }
  }

 private:
  bool check_house(const Bead& bead, const CheckedSegment& segment, std::size_t index,
                   std::size_t i) const {
    for (const Rejected& rejected : rejected_) {
      if (rejected.language != segment.language) continue;
      const auto range = find_rejected(segment, i, rejected);
      if (!range) continue;
      const CheckedPlace place{segment.language, index, *range};
      std::string right = rejected.choice->preferred;
      const std::string_view written = range->of(segment.text);
      // A capital stays one.
      if (is_capitalised(written) && right[0] >= 'a' && right[0] <= 'z') {
        right[0] = static_cast<char>(right[0] - 'a' + 'A');
      }
      Report report = report_at(place, "orthography",
                                "the house style rejects “" + quoted(written) + "”", right);
      report.replacement = right;
      findings_.add(bead, std::move(report));
      return true;
    }
    return false;
  }

  void check_typing(const Bead& bead, const CheckedSegment& segment, std::size_t index,
                    const CheckedWord& word) const {
    std::optional<Mend> mend = mend_function_word(word.key);
    if (!mend && words_ != nullptr) mend = mend_teh_marbuta(word.key, *words_);
    if (!mend) return;
    std::string right = word.key;
    right.replace(mend->begin, mend->wrong.size(), mend->right);
    const CheckedPlace place{segment.language, index, word.range};
    Report report = report_at(
        place, "orthography",
        "“" + quoted(word.range.of(segment.text)) + "” leaves out a hamza or dots", right);
    report.severity = Severity::kInfo;
    findings_.add(bead, std::move(report));
  }

  std::vector<Rejected> rejected_;
  const NameKnowledge* words_;
  FindingList& findings_;
};

}  // namespace

void check_orthography(const CheckedDocument& document, const HouseStyle& house,
                       const NameKnowledge* words, FindingList& findings) {
  const Orthography orthography(house, words, findings);
  for (const Bead& bead : document.beads) {
    for_each_segment(document, bead, [&](const CheckedSegment& segment, const CheckedPlace& place) {
      orthography.check(bead, segment, place.segment);
    });
  }
}

}  // namespace mizan
