// negation: one side denies and nothing on the other side does.
//
// Strong cues deny wherever they stand; weak ones may (غير, "few", "refused") and only excuse the
// strong cues of the other side. A strong cue is looked up by the word that it denies: where the
// other side has this word, a cue stands near it, or the sense has changed. Where the word is not
// found, the denial may be anywhere ("not well" is "badly"), and only a side without any cue is
// worth a hint. Counting cues alone would mistake style for sense.
#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tm/base/utf8.h"
#include "tm/check/families.h"
#include "tm/check/renderings.h"
#include "tm/lang/english_morphology.h"
#include "tm/text/normalize.h"

namespace mizan {
namespace {

using Words = std::span<const std::string_view>;

bool contains(Words words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Arabic words are folded to kAlef and stand without a conjunction.
constexpr std::string_view kArabicStrong[] = {"لا",  "لم",  "لن",   "ليس", "ليست", "ليسوا", "لسنا",
                                              "لست", "غير", "بدون", "دون", "عدم",  "بعدم",  "لعدم"};
constexpr std::string_view kArabicWeak[] = {
    "ما",     "لما",    "بلا",    "كلا",    "سوى",      "الا",  "ابدا",   "قط",     "قلما",
    "نادرا",  "بالكاد", "مستحيل", "يستحيل", "المستحيل", "نفي",  "نفى",    "نفت",    "ينفي",
    "تنفي",   "النفي",  "رفض",    "رفضت",   "يرفض",     "ترفض", "رفضوا",  "يرفضون", "الرفض",
    "فشل",    "فشلت",   "الفشل",  "يفشل",   "منع",      "يمنع", "تمنع",   "انكر",   "ينكر",
    "انكرت",  "خلا",    "خال",    "خالية",  "تخلو",     "يخلو", "انعدام", "نقص",    "قلة",
    "بعيدا",  "عكس",    "بدلا",   "امتنع",  "امتنعت",   "تجنب", "يتجنب",  "لتجنب",  "تجنبا",
    "افتقار", "يفتقر",  "تفتقر",  "حظر",    "يحظر",     "نهى",  "استبعد", "يستبعد", "استبعاد",
    "ضد",     "لولا",   "غياب",   "عاجز",   "عجز",      "يعجز", "عاجزة",  "معدوم",  "سلبي",
    "خلاف",   "اخفى",   "يخفي",   "يخفون",  "اخفاء",    "بغض"};
// What turns لا into an idiom that English says without a denial: still, must, especially, at
// least, undoubtedly.
constexpr std::string_view kArabicIdiom[] = {
    "يزال",  "تزال", "ازال",  "نزال", "يزالون", "زال",  "زالت",   "زالوا",  "بد",
    "شك",    "سيما", "يقل",   "تقل",  "يزيد",   "تزيد", "يتجاوز", "تتجاوز", "يتعدى",
    "تتعدى", "ريب",  "محالة", "غنى",  "شمل",    "شمله", "شملهم",  "شملها",  "احد",
    "شيء",   "مثيل", "عن",    "ان",   "ذلك",    "ه",    "مرة"};

constexpr std::string_view kEnglishStrong[] = {"not",     "never",   "cannot",  "no",
                                               "nobody",  "none",    "nothing", "nor",
                                               "neither", "without", "nowhere", "unable"};
constexpr std::string_view kEnglishWeak[] = {
    "few",       "little",    "hardly",    "barely",     "scarcely",   "rarely",   "seldom",
    "fail",      "fails",     "failed",    "failing",    "failure",    "refuse",   "refused",
    "refuses",   "refusal",   "refusing",  "deny",       "denies",     "denied",   "denying",
    "denial",    "lack",      "lacks",     "lacked",     "lacking",    "except",   "only",
    "but",       "rather",    "instead",   "avoid",      "avoided",    "avoiding", "avoids",
    "prevent",   "prevented", "prevents",  "preventing", "impossible", "absent",   "absence",
    "free",      "less",      "unless",    "otherwise",  "ignore",     "ignored",  "ignoring",
    "miss",      "missed",    "missing",   "reject",     "rejected",   "rejects",  "ban",
    "banned",    "forbid",    "forbidden", "beyond",     "too",        "mere",     "merely",
    "just",      "yet",       "unable",    "unlikely",   "non",        "out",      "zero",
    "ever",      "void",      "waive",     "illegal",    "immune",     "empty",    "dismiss",
    "dismissed", "resist",    "declined",  "decline",    "abstain",    "opposed",  "oppose",
    "exclude",   "excluding", "nil",       "neglect",    "unknown",    "unlike",   "withhold",
    "doubt",     "nil"};
// "not only", "whether or not", "no one" aside, what makes a denial no denial.
constexpr std::string_view kEnglishIdiom[] = {"only", "just", "least", "doubt", "matter", "sooner"};

// Words that begin like a denial and are none are kept out by asking whether the rest is a word;
// here is where that does not help: "import" is no denied port.
constexpr std::string_view kEnglishPrefixes[] = {"un", "im", "ir", "il", "non"};
constexpr std::string_view kNoDenial[] = {
    "immediate", "immigra",  "impact",  "implant", "imply",     "import", "impose", "impress",
    "imprint",   "imprison", "improve", "improvi", "impassion", "under",  "unit",   "unless"};

struct Cue {
  CheckedPlace place;
  std::size_t word = 0;  // index in the segment's words
  std::string denied;    // by its form: "happy" of unhappy; empty for a word of its own
};

struct Cues {
  std::vector<Cue> strong;
  // By segment (in the bead) and word: where any cue stands.
  std::vector<std::vector<char>> at;
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

// Unbeaten and unlisted, whether the dictionaries know the rest or not; not under, union, uncle.
bool looks_denied(std::string_view word) {
  return word.starts_with("un") && word.size() > 6 &&
         (word.ends_with("ed") || word.ends_with("en") || word.ends_with("ing") ||
          word.ends_with("able") || word.ends_with("ible") || word.ends_with("ly")) &&
         !word.starts_with("under") && !word.starts_with("uni");
}

// What a word denies by its form: happy in unhappy; nothing for under.
std::optional<std::string> denied_by_form(std::string_view word, const NameKnowledge& words) {
  constexpr std::size_t kShortestRest = 4;
  for (const std::string_view begin : kNoDenial) {
    if (word.starts_with(begin)) return std::nullopt;
  }
  for (const std::string_view prefix : kEnglishPrefixes) {
    if (!word.starts_with(prefix)) continue;
    if (word.size() > prefix.size() + 1 && word[prefix.size()] == '-') {
      return std::string(word.substr(prefix.size() + 1));
    }
    if (word.size() < prefix.size() + kShortestRest) continue;
    const std::string_view rest = word.substr(prefix.size());
    if (words.is_word(Language::kEnglish, rest) ||
        words.is_word(Language::kEnglish, english_stem(rest))) {
      return std::string(rest);
    }
    if (rest.ends_with("ly") &&
        words.is_word(Language::kEnglish, rest.substr(0, rest.size() - 2))) {
      return std::string(rest.substr(0, rest.size() - 2));
    }
  }
  return std::nullopt;
}

class Negation {
 public:
  Negation(const CheckedDocument& document, const Bead& bead, WordRenderings& renderings,
           FindingList& findings)
      : document_(document), bead_(bead), renderings_(renderings), findings_(findings) {
    for (const CheckedSegment& segment : document.segments(bead, Language::kArabic)) {
      says_only_ = says_only_ || std::ranges::any_of(segment.words, [](const CheckedWord& word) {
                     return word.key == "فقط" || word.key == "فحسب";
                   });
    }
    for (const Language side : {Language::kArabic, Language::kEnglish}) {
      const auto segments = document.segments(bead, side);
      for (std::size_t s = 0; s < segments.size(); ++s) {
        Cues& cues = of(side);
        cues.at.emplace_back(segments[s].words.size(), false);
        for (std::size_t i = 0; i < segments[s].words.size(); ++i) {
          if (segments[s].words[i].kind != TokenKind::kWord) continue;
          side == Language::kArabic ? read_arabic(segments[s], s, i)
                                    : read_english(segments[s], s, i);
        }
      }
    }
  }

  void check() const {
    check_bare_still();
    for (const Language side : {Language::kArabic, Language::kEnglish}) {
      const Cues& own = of(side);
      const Cues& others = of(other(side));
      // As many denials there: one of them is this one, said of another word.
      if (others.strong.size() >= own.strong.size()) continue;
      const std::vector<Position> answers = positions(others);
      std::vector<Question> questions;
      for (const Cue& cue : own.strong) {
        questions.push_back(ask(side, cue, answers));
        // No pardon, no mercy: denied once over there.
        questions.back().must = questions.back().must && (is_verbal(cue) || !repeats(own, cue));
      }
      const auto open = unanswered(questions, answers.size());
      if (open) report(side, own.strong[*open], questions[*open].counterparts);
    }
  }

 private:
  struct Position {
    std::size_t segment = 0;  // in the bead
    std::size_t word = 0;
  };

  // What a cue asks of the other side: where the word that it denies stands there, and which cues
  // there may deny it.
  struct Question {
    std::vector<Position> counterparts;
    std::vector<std::size_t> answers;
    bool must = true;
  };

  static std::vector<Position> positions(const Cues& cues) {
    std::vector<Position> all;
    for (std::size_t s = 0; s < cues.at.size(); ++s) {
      for (std::size_t i = 0; i < cues.at[s].size(); ++i) {
        if (cues.at[s][i]) all.push_back({s, i});
      }
    }
    return all;
  }

  Question ask(Language side, const Cue& cue, const std::vector<Position>& answers) const {
    Question question{find_counterparts(side, cue), {}, true};
    question.must = !question.counterparts.empty() || cue.denied.empty();
    for (std::size_t a = 0; a < answers.size(); ++a) {
      if (question.counterparts.empty() ||
          std::ranges::any_of(question.counterparts,
                              [&](Position at) { return is_near(answers[a], at); })) {
        question.answers.push_back(a);
      }
    }
    return question;
  }

  // The first cue that is left without an answer when every answer serves one cue (augmenting
  // paths in a bipartite graph); where none is left over, all is denied.
  static std::optional<std::size_t> unanswered(const std::vector<Question>& questions,
                                               std::size_t answers) {
    std::vector<std::optional<std::size_t>> taken(answers);
    std::vector<char> seen;
    const auto serve = [&](const auto& self, std::size_t q) -> bool {
      for (const std::size_t a : questions[q].answers) {
        if (seen[a]) continue;
        seen[a] = true;
        if (!taken[a] || self(self, *taken[a])) {
          taken[a] = q;
          return true;
        }
      }
      return false;
    };
    for (std::size_t q = 0; q < questions.size(); ++q) {
      seen.assign(answers, false);
      if (!serve(serve, q) && questions[q].must) return q;
    }
    return std::nullopt;
  }

  // Whether an earlier cue of the segment is the same word, or the neither of this nor.
  bool repeats(const Cues& own, const Cue& cue) const {
    const auto& words = document_.side(cue.place.side)[cue.place.segment].words;
    return std::ranges::any_of(own.strong, [&](const Cue& earlier) {
      return earlier.place.segment == cue.place.segment && earlier.word < cue.word &&
             (words[earlier.word].key == words[cue.word].key ||
              (words[earlier.word].key == "neither" && words[cue.word].key == "nor"));
    });
  }

  // يزال says "still" with a denial before it, and next to nothing without: the particle was lost.
  void check_bare_still() const {
    constexpr std::string_view kStill[] = {"يزال", "تزال", "يزالون", "يزالوا", "نزال", "ازال"};
    constexpr std::string_view kParticles[] = {"لا",  "ما",  "لم",  "لن", "ولا",
                                               "فلا", "وما", "ولم", "الا"};
    for (std::size_t s = bead_.source.begin; s < bead_.source.end; ++s) {
      const auto& words = document_.arabic[s].words;
      for (std::size_t i = 0; i < words.size(); ++i) {
        if (!contains(kStill, arabic_key(words[i])) ||
            words[i].range.of(document_.arabic[s].text).find("\u064F") != std::string_view::npos)
          continue;
        if (i > 0 && contains(kParticles, fold(words[i - 1].key, FoldProfile::kAlef))) continue;
        findings_.add(bead_,
                      report_at({Language::kArabic, s, words[i].range}, "negation",
                                "“" + std::string(words[i].range.of(document_.arabic[s].text)) +
                                    "” lacks its particle",
                                "write لا before it"));
      }
    }
  }

  void report(Language side, const Cue& cue, const std::vector<Position>& counterparts) const {
    Report report = report_at(cue.place, "negation",
                              "“" + quoted(document_.text(cue.place)) + "” denies, the " +
                                  (side == Language::kArabic ? "English" : "Arabic") + " does not",
                              "compare the sense");
    if (!counterparts.empty()) {
      (side == Language::kArabic ? report.english : report.arabic) =
          place(other(side), counterparts.front());
    } else if (!is_verbal(cue)) {
      report.severity = Severity::kInfo;
    }
    findings_.add(bead_, std::move(report));
  }

  // A particle that denies a verb is seldom left out by a translator; غير and "no" often are.
  bool is_verbal(const Cue& cue) const {
    constexpr std::string_view kVerbal[] = {"لم", "لن", "ليس", "ليست", "not", "never", "cannot"};
    const auto& words = document_.side(cue.place.side)[cue.place.segment].words;
    const CheckedWord& word = words[cue.word];
    const std::string key = cue.place.side == Language::kArabic ? arabic_key(word) : word.key;
    const bool no_longer =
        key == "no" && cue.word + 1 < words.size() && words[cue.word + 1].key == "longer";
    return contains(kVerbal, key) || key.ends_with("n't") || no_longer;
  }

  Cues& of(Language side) { return side == Language::kArabic ? arabic_ : english_; }
  const Cues& of(Language side) const { return side == Language::kArabic ? arabic_ : english_; }

  CheckedPlace place(Language side, Position at) const {
    return {side, CheckedDocument::range(bead_, side).begin + at.segment,
            document_.segments(bead_, side)[at.segment].words[at.word].range};
  }

  void add_cue(Language side, std::size_t s, std::size_t i, std::optional<std::string> strong) {
    Cues& cues = of(side);
    cues.at[s][i] = true;
    if (strong) cues.strong.push_back({place(side, {s, i}), i, std::move(*strong)});
  }

  void read_arabic(const CheckedSegment& segment, std::size_t s, std::size_t i) {
    constexpr std::string_view kShadda = "\u0651";
    const std::string key = arabic_key(segment.words[i]);
    // غيّر changed, غير did not.
    const bool verb = key == "غير" && segment.words[i].range.of(segment.text).find(kShadda) !=
                                          std::string_view::npos;
    if (verb) return;
    // إلا أنها: however
    const bool however = key == "الا" && i + 1 < segment.words.size() &&
                         arabic_key(segment.words[i + 1]).starts_with("ان");
    if (however) return;
    const bool strong = contains(kArabicStrong, key);
    const bool idiom =
        i + 1 < segment.words.size() && contains(kArabicIdiom, arabic_key(segment.words[i + 1]));
    // إن لم يكن: if not, albeit
    const bool albeit = i > 0 && key == "لم" && arabic_key(segment.words[i - 1]) == "ان";
    if (strong && !idiom && !albeit) {
      add_cue(Language::kArabic, s, i, "");
    } else if (strong || contains(kArabicWeak, key)) {
      add_cue(Language::kArabic, s, i, std::nullopt);
    }
  }

  void read_english(const CheckedSegment& segment, std::size_t s, std::size_t i) {
    const std::string_view key = segment.words[i].key;
    const bool strong = key.ends_with("n't") || contains(kEnglishStrong, key);
    const std::string_view next =
        i + 1 < segment.words.size() ? std::string_view(segment.words[i + 1].key) : "";
    // "not only" goes without saying, but not where the Arabic says the "only".
    const bool only_alone = (next == "only" || next == "just") && says_only_;
    const bool idiom = contains(kEnglishIdiom, next) && !only_alone;
    // no later than
    const bool bound =
        key == "no" && i + 2 < segment.words.size() && segment.words[i + 2].key == "than";
    const bool never_more =
        key == "never" && i + 1 < segment.words.size() && segment.words[i + 1].key == "more";
    const bool excused =
        bound || never_more || (i > 0 && segment.words[i - 1].key == "or" && key == "not");
    if (strong && !idiom && !excused) {
      add_cue(Language::kEnglish, s, i, "");
    } else if (auto denied = denied_by_form(key, renderings_.words())) {
      add_cue(Language::kEnglish, s, i, std::move(denied));
    } else if (strong || contains(kEnglishWeak, key) || (key.ends_with("less") && key.size() > 6) ||
               key.starts_with("out-") || looks_denied(key)) {
      add_cue(Language::kEnglish, s, i, std::nullopt);
    }
  }

  // The words behind the cue that it may deny, the nearest first.
  static constexpr std::size_t kReach = 4;

  std::vector<Position> find_counterparts(Language side, const Cue& cue) const {
    const CheckedSegment& segment = document_.side(side)[cue.place.segment];
    if (!cue.denied.empty()) return find_arabic_of(english_stem(cue.denied));
    const std::size_t end = std::min(segment.words.size(), cue.word + 1 + kReach);
    for (std::size_t i = cue.word + 1; i < end; ++i) {
      if (segment.words[i].kind != TokenKind::kWord) break;
      const std::string_view key = segment.words[i].key;
      if (key == "and" || key == "or" || key == "but") break;
      std::vector<Position> found;
      if (side == Language::kArabic) {
        found = find_english_of(key);
      } else if (!is_grammatical(key) && key != "able") {  // قوة is an ability as well
        found = find_arabic_of(english_stem(key));
      }
      if (!found.empty()) return found;
      // لم and its like deny the very next word.
      if (side == Language::kArabic) break;
    }
    return {};
  }

  // The English words that translate an Arabic one.
  std::vector<Position> find_english_of(std::string_view arabic) const {
    std::vector<Position> found;
    const std::span<const std::string> stems = renderings_.stems(arabic);
    const auto segments = document_.segments(bead_, Language::kEnglish);
    for (std::size_t s = 0; s < segments.size(); ++s) {
      for (std::size_t i = 0; i < segments[s].words.size(); ++i) {
        const CheckedWord& word = segments[s].words[i];
        if (word.kind != TokenKind::kWord || is_grammatical(word.key)) continue;
        std::string_view stem = word.key;
        if (stem.ends_with("less") && stem.size() > 6) stem.remove_suffix(4);  // powerless
        if (std::binary_search(stems.begin(), stems.end(), english_stem(stem))) {
          found.push_back({s, i});
        }
      }
    }
    return found;
  }

  std::vector<Position> find_arabic_of(const std::string& stem) const {
    std::vector<Position> found;
    const auto segments = document_.segments(bead_, Language::kArabic);
    for (std::size_t s = 0; s < segments.size(); ++s) {
      for (std::size_t i = 0; i < segments[s].words.size(); ++i) {
        const CheckedWord& word = segments[s].words[i];
        if (word.kind != TokenKind::kWord) continue;
        const std::span<const std::string> stems = renderings_.stems(word.key);
        if (std::binary_search(stems.begin(), stems.end(), stem)) found.push_back({s, i});
      }
    }
    return found;
  }

  static bool is_near(Position cue, Position word) {
    constexpr std::size_t kBefore = 8;
    constexpr std::size_t kAfter = 4;
    return cue.segment == word.segment && cue.word + kBefore >= word.word &&
           cue.word <= word.word + kAfter;
  }

  const CheckedDocument& document_;
  const Bead& bead_;
  WordRenderings& renderings_;
  FindingList& findings_;
  Cues arabic_;
  Cues english_;
  bool says_only_ = false;  // the Arabic has a word for "only"
};

}  // namespace

void check_negation(const CheckedDocument& document, const Bead& bead, WordRenderings& renderings,
                    FindingList& findings) {
  if (!has_both_sides(document, bead)) return;
  if (document.kind == CheckedDocument::Kind::kTexts && bead.confidence < kTrustedBead) return;
  Negation(document, bead, renderings, findings).check();
}

}  // namespace mizan
