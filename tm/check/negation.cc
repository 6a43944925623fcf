// negation: one side denies a word whose counterpart stands undenied on the other side.
//
// Every denial asks for its answer: a word of denial near the counterpart of what it denies (found
// through the dictionaries). Answers serve one denial each. A denial that is left without one is
// reported only where its counterpart was found, or where English denies more verbs than the
// Arabic has denials: where the sense is put in other words, nothing can be said. Counting denials
// alone would mistake style for sense.
#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tm/check/denials.h"
#include "tm/check/denied_words.h"
#include "tm/check/families.h"
#include "tm/check/renderings.h"
#include "tm/text/normalize.h"

namespace mizan {
namespace {

struct Question {
  const Denial* denial = nullptr;
  std::vector<WordPosition> counterparts;  // of the word denied
  std::vector<std::size_t> answers;        // of the denials of the other side
  bool must = false;
};

// The first question that is left without an answer when every answer serves one (augmenting paths
// in a bipartite graph).
std::optional<std::size_t> unanswered(const std::vector<Question>& questions, std::size_t answers) {
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

std::ptrdiff_t count_sure(const std::vector<Denial>& denials) {
  return std::ranges::count_if(denials, surely_denies);
}

class Negation {
 public:
  Negation(const CheckedDocument& document, const Bead& bead, WordRenderings& renderings,
           FindingList& findings)
      : document_(document), bead_(bead), renderings_(renderings), findings_(findings) {}

  void check() {
    check_bare_still();
    const auto arabic = document_.segments(bead_, Language::kArabic);
    const auto english = document_.segments(bead_, Language::kEnglish);
    arabic_ = read_arabic_denials(arabic);
    english_ = read_english_denials(english, renderings_.words());
    // As many denials there: each of them may be one of these, said of another word.
    const std::ptrdiff_t surplus = count_sure(arabic_) - count_sure(english_);
    if (surplus > 0) {
      std::ranges::move(read_english_refusals(english), std::back_inserter(english_));
      check_side(Language::kArabic);
    } else if (surplus < 0) {
      std::ranges::move(read_arabic_refusals(arabic, renderings_), std::back_inserter(arabic_));
      check_side(Language::kEnglish);
    }
  }

 private:
  const std::vector<Denial>& of(Language side) const {
    return side == Language::kArabic ? arabic_ : english_;
  }

  void check_side(Language side) const {
    const DeniedWords words(document_.segments(bead_, Language::kArabic),
                            document_.segments(bead_, Language::kEnglish), renderings_);
    std::vector<Question> questions;
    for (const Denial& denial : of(side)) {
      if (surely_denies(denial)) questions.push_back(ask(side, denial, words));
    }
    const auto open = unanswered(questions, of(other(side)).size());
    if (open) report(side, questions[*open]);
  }

  Question ask(Language side, const Denial& denial, const DeniedWords& words) const {
    Question question{&denial, words.counterparts(side, denial), {}, false};
    const std::vector<Denial>& others = of(other(side));
    for (std::size_t a = 0; a < others.size(); ++a) {
      if (may_answer(side, others[a], question, words)) question.answers.push_back(a);
    }
    // Translators into Arabic seldom leave a denied verb without any denial; Arabic ones are often
    // put in other words.
    const bool lost = side == Language::kEnglish && denies_verb(denial) &&
                      std::ranges::count_if(english_, [&](const Denial& own) {
                        return own.kind == DenialKind::kVerb && !own.optional;
                      }) > std::ranges::count_if(arabic_, [](const Denial& there) {
                        return there.kind != DenialKind::kLimit;
                      });
    question.must = !denial.optional && (!question.counterparts.empty() || lost);
    return question;
  }

  bool may_answer(Language side, const Denial& there, const Question& question,
                  const DeniedWords& words) const {
    const bool limits = has_limit(side, *question.denial);
    if (there.kind == DenialKind::kLimit) return limits;  // far behind its verb, often
    if (there.kind == DenialKind::kSense) {
      const std::vector<WordPosition> rendered = words.renderings(other(side), there.at);
      // عجزت for "was unable": an answer wherever it stands.
      if (std::ranges::find(rendered, question.denial->at) != rendered.end()) return true;
      // A word with its own counterpart on this side denies nothing of what stands here: avoided
      // of تجنب.
      const auto is_word = [&](WordPosition at) {
        return std::ranges::none_of(of(side), [&](const Denial& own) {
          return own.kind != DenialKind::kSense && own.at == at;
        });
      };
      if (!limits && std::ranges::any_of(rendered, is_word)) return false;
    }
    return question.counterparts.empty() ||
           std::ranges::any_of(question.counterparts,
                               [&](WordPosition at) { return is_near(there.at, at); });
  }

  // Not the ellipsis of "they said they would, but did not", nor "not only".
  bool denies_verb(const Denial& denial) const {
    if (denial.kind != DenialKind::kVerb) return false;
    const auto& words = document_.segments(bead_, Language::kEnglish)[denial.at.segment].words;
    const std::size_t next = denial.at.word + 1;
    constexpr std::string_view kNoVerb[] = {"and", "or", "only", "just"};
    return next < words.size() && words[next].kind == TokenKind::kWord &&
           std::ranges::find(kNoVerb, words[next].key) == std::end(kNoVerb);
  }

  // لم يبق سوى: there is only. The other side may say so without a denial.
  bool has_limit(Language side, const Denial& denial) const {
    return std::ranges::any_of(of(side), [&](const Denial& later) {
      return later.kind == DenialKind::kLimit && later.at.segment == denial.at.segment &&
             later.at.word > denial.at.word;
    });
  }

  static bool is_near(WordPosition denial, WordPosition word) {
    constexpr std::size_t kBefore = 8;
    constexpr std::size_t kAfter = 6;
    return denial.segment == word.segment && denial.word + kBefore >= word.word &&
           denial.word <= word.word + kAfter;
  }

  // يزال says "still" with a denial before it, and next to nothing without: the particle was lost.
  void check_bare_still() const {
    constexpr std::string_view kStill[] = {"يزال", "تزال", "يزالون", "يزالوا", "نزال", "ازال"};
    constexpr std::string_view kParticles[] = {"لا", "ما", "لم", "لن", "الا"};
    for (std::size_t s = bead_.source.begin; s < bead_.source.end; ++s) {
      const CheckedSegment& segment = document_.arabic[s];
      for (std::size_t i = 0; i < segment.words.size(); ++i) {
        std::string key = fold(segment.words[i].key, FoldProfile::kAlef);
        if (key.starts_with("و") || key.starts_with("ف")) key.erase(0, 2);
        const std::string_view text = segment.words[i].range.of(segment.text);
        if (std::ranges::find(kStill, key) == std::end(kStill) ||
            text.find("\u064F") != std::string_view::npos)
          continue;
        if (i > 0 &&
            std::ranges::find(kParticles, denial_key(segment.words[i - 1])) != std::end(kParticles))
          continue;
        findings_.add(bead_, report_at({Language::kArabic, s, segment.words[i].range}, "negation",
                                       "“" + std::string(text) + "” lacks its particle",
                                       "write لا before it"));
      }
    }
  }

  void report(Language side, const Question& question) const {
    const CheckedPlace at = place(side, question.denial->at);
    Report report = report_at(at, "negation",
                              "“" + quoted(document_.text(at)) + "” denies, the " +
                                  (side == Language::kArabic ? "English" : "Arabic") + " does not",
                              "compare the sense");
    if (!question.counterparts.empty()) {
      (side == Language::kArabic ? report.english : report.arabic) =
          place(other(side), question.counterparts.front());
    }
    findings_.add(bead_, std::move(report));
  }

  CheckedPlace place(Language side, WordPosition at) const {
    return {side, CheckedDocument::range(bead_, side).begin + at.segment,
            document_.segments(bead_, side)[at.segment].words[at.word].range};
  }

  const CheckedDocument& document_;
  const Bead& bead_;
  WordRenderings& renderings_;
  FindingList& findings_;
  std::vector<Denial> arabic_;
  std::vector<Denial> english_;
};

}  // namespace

void check_negation(const CheckedDocument& document, const Bead& bead, WordRenderings& renderings,
                    FindingList& findings) {
  if (!has_both_sides(document, bead)) return;
  if (document.kind == CheckedDocument::Kind::kTexts && bead.confidence < kTrustedBead) return;
  Negation(document, bead, renderings, findings).check();
}

}  // namespace mizan
