// negation: one side denies and nothing on the other side does.
//
// Strong cues deny wherever they stand; weak ones may (غير, "few", "refused") and only excuse the
// strong cues of the other side. A finding needs a strong cue on one side and no cue at all on the
// other: counting cues would mistake style for sense.
#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tm/base/utf8.h"
#include "tm/check/families.h"
#include "tm/lang/arabic_morphology.h"
#include "tm/text/normalize.h"
#include "tm/variant/name_knowledge.h"

namespace mizan {
namespace {

using Words = std::span<const std::string_view>;

bool contains(Words words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Arabic words are folded to kAlef and stand without a conjunction.
constexpr std::string_view kArabicStrong[] = {"لا",   "لم",  "لن",   "ليس", "ليست", "ليسوا",
                                              "لسنا", "لست", "الا",  "لما", "غير",  "بدون",
                                              "دون",  "عدم", "بعدم", "لعدم"};
constexpr std::string_view kArabicWeak[] = {
    "ما",     "بلا",    "كلا",    "سوى",      "الا",   "ابدا",   "قط",     "قلما",  "نادرا",
    "بالكاد", "مستحيل", "يستحيل", "المستحيل", "نفي",   "نفى",    "نفت",    "ينفي",  "تنفي",
    "النفي",  "رفض",    "رفضت",   "يرفض",     "ترفض",  "رفضوا",  "يرفضون", "الرفض", "فشل",
    "فشلت",   "الفشل",  "يفشل",   "منع",      "يمنع",  "تمنع",   "انكر",   "ينكر",  "انكرت",
    "خلا",    "خال",    "خالية",  "تخلو",     "يخلو",  "انعدام", "نقص",    "قلة",   "قليل",
    "القليل", "قليلة",  "بعيدا",  "عكس",      "بدلا",  "امتنع",  "امتنعت", "تجنب",  "يتجنب",
    "لتجنب",  "تجنبا",  "افتقار", "يفتقر",    "تفتقر", "حظر",    "يحظر",   "نهى",   "كف",
    "توقف",   "استبعد", "يستبعد", "استبعاد",  "ضد",    "فقط",    "لولا",   "غياب",  "عاجز",
    "عجز",    "يعجز",   "عاجزة",  "معدوم",    "سلبي",  "خلاف",   "مجرد",   "بالرغم"};
// What turns لا into an idiom that English says without a denial: still, must, especially, at
// least, undoubtedly.
constexpr std::string_view kArabicIdiom[] = {
    "يزال",  "تزال", "ازال", "نزال", "يزالون", "زال",    "زالت",   "زالوا", "بد",    "شك",
    "سيما",  "يقل",  "تقل",  "يزيد", "تزيد",   "يتجاوز", "تتجاوز", "يتعدى", "تتعدى", "ريب",
    "محالة", "غنى",  "احد",  "شيء",  "مثيل",   "عن",     "ان",     "ذلك",   "ه",     "مرة"};

constexpr std::string_view kEnglishStrong[] = {"not",     "never",   "cannot",  "no",
                                               "nobody",  "none",    "nothing", "nor",
                                               "neither", "without", "nowhere"};
constexpr std::string_view kEnglishWeak[] = {
    "few",        "little",    "hardly",   "barely",     "scarcely", "rarely",    "seldom",
    "fail",       "fails",     "failed",   "failing",    "failure",  "refuse",    "refused",
    "refuses",    "refusal",   "refusing", "deny",       "denies",   "denied",    "denying",
    "denial",     "lack",      "lacks",    "lacked",     "lacking",  "except",    "only",
    "but",        "rather",    "instead",  "avoid",      "avoided",  "avoiding",  "avoids",
    "prevent",    "prevented", "prevents", "preventing", "stop",     "stopped",   "stopping",
    "impossible", "absent",    "absence",  "free",       "less",     "unless",    "otherwise",
    "ignore",     "ignored",   "ignoring", "miss",       "missed",   "missing",   "reject",
    "rejected",   "rejects",   "ban",      "banned",     "forbid",   "forbidden", "beyond",
    "too",        "mere",      "merely",   "just",       "yet",      "still",     "unable",
    "unlikely",   "non",       "off",      "out",        "away",     "against",   "despite",
    "although",   "zero",      "until",    "before",     "other",    "else",      "far",
    "last",       "any",       "anything", "anyone",     "ever",     "even",      "minus",
    "void",       "waive",     "loss",     "lost",       "short",    "illegal",   "irregular",
    "immune",     "empty",     "end",      "ended",      "dismiss",  "dismissed", "resist",
    "declined",   "decline",   "abstain",  "opposed",    "oppose",   "exclude",   "excluding",
    "nil",        "neglect",   "remain",   "remains",    "unknown",  "different", "various",
    "unlike",     "leave",     "left",     "withhold",   "doubt",    "skip",      "spare",
    "infrequent", "wrong"};
// "not only", "whether or not", "no one" aside, what makes a denial no denial.
constexpr std::string_view kEnglishIdiom[] = {"only", "just", "least", "doubt", "matter", "sooner"};

// Words that begin like a denial and are none are kept out by asking whether the rest is a word.
constexpr std::string_view kEnglishPrefixes[] = {"un", "in", "im", "ir", "il", "dis", "non", "mis"};

struct Cues {
  std::vector<CheckedPlace> strong;
  bool weak = false;

  bool any() const { return weak || !strong.empty(); }
};

// The word without a conjunction, in the spelling of the tables.
std::string arabic_key(const CheckedWord& word) {
  std::string key = fold(word.key, FoldProfile::kAlef);
  constexpr std::string_view kConjunctions[] = {"و", "ف"};
  for (const std::string_view conjunction : kConjunctions) {
    if (!key.starts_with(conjunction)) continue;
    const std::string_view rest = std::string_view(key).substr(conjunction.size());
    if (contains(kArabicStrong, rest) || contains(kArabicWeak, rest)) return std::string(rest);
  }
  return key;
}

void find_arabic(const CheckedSegment& segment, const CheckedPlace& place, Cues& cues) {
  for (std::size_t i = 0; i < segment.words.size(); ++i) {
    const CheckedWord& word = segment.words[i];
    if (word.kind != TokenKind::kWord) continue;
    const std::string key = arabic_key(word);
    const bool idiom =
        i + 1 < segment.words.size() && contains(kArabicIdiom, arabic_key(segment.words[i + 1]));
    // إلا and ألا fold alike, لما is "when" as often as "not yet"
    if (contains(kArabicStrong, key) && key != "الا" && key != "لما" && !idiom) {
      CheckedPlace at = place;
      at.range = word.range;
      cues.strong.push_back(at);
    } else if (contains(kArabicStrong, key) || contains(kArabicWeak, key)) {
      cues.weak = true;
    }
  }
}

bool denies_by_form(std::string_view word, const NameKnowledge* words) {
  constexpr std::size_t kShortestRest = 4;
  if (word.ends_with("n't") || word.ends_with("n’t")) return true;
  if (word.ends_with("less") && word.size() > 6) return true;
  for (const std::string_view prefix : kEnglishPrefixes) {
    if (!word.starts_with(prefix) || word.size() < prefix.size() + kShortestRest) continue;
    std::string_view rest = word.substr(prefix.size());
    if (rest.front() == '-') return true;
    if (words == nullptr) continue;
    for (const std::string_view ending : {"", "ly", "ed", "s", "ness", "ity"}) {
      if (!rest.ends_with(ending)) continue;
      if (words->is_word(Language::kEnglish, rest.substr(0, rest.size() - ending.size()))) {
        return true;
      }
    }
  }
  return false;
}

void find_english(const CheckedSegment& segment, const CheckedPlace& place,
                  const NameKnowledge* words, Cues& cues) {
  for (std::size_t i = 0; i < segment.words.size(); ++i) {
    const CheckedWord& word = segment.words[i];
    if (word.kind != TokenKind::kWord) continue;
    const std::string_view key = word.key;
    const bool contracted = key.ends_with("n't");
    const bool idiom =
        i + 1 < segment.words.size() && contains(kEnglishIdiom, segment.words[i + 1].key);
    const bool either = i > 0 && segment.words[i - 1].key == "or" && key == "not";
    if ((contracted || contains(kEnglishStrong, key)) && !idiom && !either) {
      CheckedPlace at = place;
      at.range = word.range;
      cues.strong.push_back(at);
    } else if (contains(kEnglishStrong, key) || contains(kEnglishWeak, key) ||
               denies_by_form(key, words)) {
      cues.weak = true;
    }
  }
}

}  // namespace

void check_negation(const CheckedDocument& document, const Bead& bead, const NameKnowledge* words,
                    FindingList& findings) {
  if (bead.one_sided()) return;
  if (document.kind == CheckedDocument::Kind::kTexts && bead.confidence < kTrustedBead) return;
  Cues arabic;
  Cues english;
  for_each_segment(document, bead, [&](const CheckedSegment& segment, const CheckedPlace& place) {
    if (segment.language == Language::kArabic) {
      find_arabic(segment, place, arabic);
    } else {
      find_english(segment, place, words, english);
    }
  });
  const auto report = [&](const CheckedPlace& place, const char* other) {
    findings.add(
        bead, report_at(place, "negation",
                        "“" + quoted(document.text(place)) + "” denies, the " + other + " does not",
                        "compare the sense"));
  };
  if (!arabic.strong.empty() && !english.any()) report(arabic.strong.front(), "English");
  if (!english.strong.empty() && !arabic.any()) report(english.strong.front(), "Arabic");
}

}  // namespace mizan
