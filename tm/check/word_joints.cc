#include "tm/check/word_joints.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "tm/base/utf8.h"
#include "tm/lang/arabic_morphology.h"
#include "tm/lang/english_morphology.h"
#include "tm/lang/name_similarity.h"
#include "tm/text/normalize.h"
#include "tm/text/script.h"
#include "tm/variant/name_knowledge.h"

namespace mizan {
namespace {

#include "tm/check/joint_weights.inc"

constexpr std::u32string_view kArticle = U"ال";
constexpr char32_t kTehMarbuta = 0x0629;
constexpr char32_t kAlefMaksura = 0x0649;
constexpr char32_t kFathatan = 0x064B;

// Words that stand alone so often that one of them beside a known word is a joint; with و or ف too.
constexpr std::u32string_view kFrequentWords[] = {
    U"في",   U"من",    U"عن",    U"إلى",  U"على",  U"مع",    U"أن",   U"إن",   U"لا",   U"ما",
    U"لم",   U"لن",    U"قد",    U"كل",   U"أي",   U"هو",    U"هي",   U"هذا",  U"هذه",  U"ذلك",
    U"تلك",  U"التي",  U"الذي",  U"بين",  U"بعد",  U"قبل",   U"حتى",  U"عند",  U"منذ",  U"كان",
    U"أو",   U"ثم",    U"أكثر",  U"بن",   U"غير",  U"نحو",   U"تم",   U"بأن",  U"أخذ",  U"وصل",
    U"قال",  U"مثل",   U"عام",   U"يوم",  U"ضد",   U"كما",   U"لكن",  U"ليس",  U"أنه",  U"إنه",
    U"أنها", U"إنها",  U"حيث",   U"لكم",  U"لها",  U"له",    U"بها",  U"به",   U"فيه",  U"فيها",
    U"عليه", U"عليها", U"منه",   U"منها", U"عنه",  U"عنها",  U"معه",  U"معها", U"لدى",  U"أنا",
    U"نحن",  U"إنهم",  U"أنهم",  U"هنا",  U"هناك", U"خلال",  U"دون",  U"بدون", U"فقط",  U"إذا",
    U"إذ",   U"إما",   U"أما",   U"بل",   U"لقد",  U"كانت",  U"يكون", U"تكون", U"إلا",  U"كي",
    U"لكي",  U"لأن",   U"لأنه",  U"مما",  U"فيما", U"عندما", U"بسبب", U"حول",  U"أمام", U"تحت",
    U"فوق",  U"ضمن",   U"أجل",   U"حين",  U"هل",   U"كيف",   U"متى",  U"أين",  U"بعض",  U"أحد",
    U"عدم",  U"عدة",   U"جدا",   U"أيضا", U"سوف",  U"لكنه",  U"كذلك", U"الآن", U"لهذا", U"لهم",
    U"بهم",  U"منهم",  U"عليهم", U"إليه", U"لنا",  U"بنا",   U"لي",   U"بي",   U"يتم"};

bool is_frequent(std::u32string_view word) {
  const auto listed = [](std::u32string_view form) {
    return std::ranges::find(kFrequentWords, form) != std::end(kFrequentWords);
  };
  return listed(word) ||
         ((word.starts_with(U'و') || word.starts_with(U'ف')) && listed(word.substr(1)));
}

constexpr std::size_t kShortestWord = 3;
constexpr std::size_t kShortestWhole = 4;
constexpr std::size_t kShortestPart = 2;
// A text that has lost all of its spaces is a sentence long at most; every place within it is
// tried.
constexpr std::size_t kLongestWhole = 500;

// A letter that only a word's end has: ة, ى, or the tanwin of an adverb (تمامًا, تماماً).
enum class Ending { kPlain, kLetter, kTanwin };

Ending ending_of(std::u32string_view left, std::u32string_view marked_left) {
  if (left.back() == kTehMarbuta || left.back() == kAlefMaksura) return Ending::kLetter;
  const std::size_t n = marked_left.size();
  const bool tanwin = n >= 2 &&
                      (marked_left[n - 1] == kFathatan || marked_left[n - 2] == kFathatan) &&
                      left.back() == U'ا';
  return tanwin ? Ending::kTanwin : Ending::kPlain;
}

// إ and آ begin words; within one they stand behind clitics.
bool begins_like_word(std::u32string_view left, std::u32string_view right) {
  constexpr std::u32string_view kProclitics = U"وفبكلأس";
  return (right.front() == 0x0625 || right.front() == 0x0622) &&
         left.find_first_not_of(kProclitics) != left.npos;
}

// Whether `left` is the article with the front of a word: الم|طار is no الم, الاست|بيان no الاست.
bool ends_in_article(std::u32string_view left) {
  constexpr std::u32string_view kProclitics = U"وفبكأ";
  std::size_t begin = 0;
  while (begin < left.size() && begin < 2 && kProclitics.find(left[begin]) != kProclitics.npos) {
    ++begin;
  }
  const std::u32string_view rest = left.substr(begin);
  return rest.starts_with(kArticle) && !is_frequent(left) &&
         (rest.size() < kArticle.size() + kShortestWord || rest == U"الاست");
}

// The features, in the order of the weights.
enum class Kind { kFrequent, kKnown0, kKnown1, kKnown2, kKnown3, kName, kUnknown };
constexpr std::size_t kKinds = 7;
constexpr std::size_t kLengths = 5;  // 2, 3, 4, 5, more
constexpr std::size_t kLetters = 0x064A - 0x0621 + 1;
constexpr std::size_t kOdds = 5;  // of a foreign name
enum Feature : std::size_t {
  kBias,
  kLeft,
  kRight = kLeft + kKinds * kLengths,
  kLastLetter = kRight + kKinds * kLengths,
  kFirstLetter = kLastLetter + kLetters,
  kForeign = kFirstLetter + kLetters,
  kTanwinEnd = kForeign + kOdds,
  kHamzaBegin,
  kArticleOfKnown,
  kArticleOfUnknown,
  kWholeUnknown,
  kWholeDual,
  kWholeKnown,  // by what must be assumed: nothing, 1, 2, more
  kWholeRendered = kWholeKnown + 4,
  kWholeRecurs,
  kLeftRendered,
  kRightRendered,
  kBothRendered,
  kLeftElsewhere,
  kRightElsewhere,
  kFeatures
};
static_assert(std::size(kJointWeights) == kFeatures);

// What a place can still gain when all but the text around it is known.
constexpr double kMostAround = kJointWeights[kLeftRendered] + kJointWeights[kRightRendered] +
                               kJointWeights[kLeftElsewhere] + kJointWeights[kRightElsewhere];
static_assert(kJointWeights[kWholeRendered] < 0 && kJointWeights[kBothRendered] < 0 &&
              kJointWeights[kLeftRendered] > 0 && kJointWeights[kRightRendered] > 0 &&
              kJointWeights[kLeftElsewhere] > 0 && kJointWeights[kRightElsewhere] > 0);

void add(WordJoint& joint, std::size_t feature) {
  joint.features.push_back(feature);
  joint.log_odds += kJointWeights[feature];
}

void add_letter(WordJoint& joint, std::size_t first, char32_t letter) {
  if (letter >= 0x0621 && letter < 0x0621 + kLetters) add(joint, first + (letter - 0x0621));
}

constexpr double kNameLike = 0.5;  // too like a name to be two words
constexpr double kSameName = 0.3;

}  // namespace

// A word on trial. Its last answers are asked for late, because they take time.
struct WordJoints::Whole {
  std::u32string letters;
  std::u32string marked;                // the same with its marks
  std::vector<std::size_t> marked_end;  // for each count of letters: how much of `marked` they take
  std::size_t known = kWholeUnknown;    // feature
  double foreign_odds = 0;
  bool recurs = false;
  std::optional<bool> rendered;
  std::optional<bool> name;

  // What is known, or repeated, is a word; كافانو may look like كاف + انو.
  bool is_word() const { return recurs || known == kWholeKnown || known == kWholeKnown + 1; }

  explicit Whole(std::string_view text) {
    marked_end.push_back(0);
    for (const char32_t c : to_utf32(text)) {
      marked += c;
      if (is_arabic_mark(c) || c == kTatweel || is_bidi_control(c)) {
        marked_end.back() = marked.size();
      } else {
        letters += c;
        marked_end.push_back(marked.size());
      }
    }
  }
};

// A place between two of its letters.
struct WordJoints::Cut {
  std::u32string_view left;
  std::u32string_view right;
  Ending ending = Ending::kPlain;
  bool hamza = false;  // the right part begins as words begin

  Cut(const Whole& whole, std::size_t place)
      : left(std::u32string_view(whole.letters).substr(0, place)),
        right(std::u32string_view(whole.letters).substr(place)),
        ending(
            ending_of(left, std::u32string_view(whole.marked).substr(0, whole.marked_end[place]))),
        hamza(begins_like_word(left, right)) {}

  // No letter tells that a word ends or begins here.
  bool plain() const { return ending == Ending::kPlain && !hamza; }
};

struct WordJoints::Part {
  Kind kind = Kind::kUnknown;
  std::size_t length = 0;

  std::size_t feature() const {
    return static_cast<std::size_t>(kind) * kLengths +
           std::min(length - kShortestPart, kLengths - 1);
  }
};

WordJoints::WordJoints(const CheckedDocument& document, WordRenderings& renderings)
    : renderings_(renderings) {
  for (const CheckedSegment& segment : document.arabic) {
    for (const CheckedWord& word : segment.words) ++counts_[word.key];
  }
}

void WordJoints::set_beside(std::span<const CheckedSegment> english) {
  english_ = english;
  english_stems_.reset();
}

std::vector<WordJoint> WordJoints::find(const CheckedSegment& segment, const CheckedWord& word,
                                        double least) {
  std::vector<WordJoint> joints;
  Whole whole(word.range.of(segment.text));
  const std::u32string_view letters = whole.letters;
  if (letters.size() < kShortestWhole || letters.size() > kLongestWhole ||
      !std::ranges::all_of(letters, is_arabic_letter)) {
    return joints;
  }
  std::vector<Cut> cuts;
  for (std::size_t i = kShortestPart; i + kShortestPart <= letters.size(); ++i) {
    const Cut cut(whole, i);
    if (!ends_in_article(cut.left)) cuts.push_back(cut);
  }
  if (!may_have_joint(whole, cuts, word.key)) return joints;
  for (const Cut& cut : cuts) {
    if (auto joint = joint_at(whole, cut, least)) joints.push_back(std::move(*joint));
  }
  return joints;
}

bool WordJoints::may_have_joint(Whole& whole, std::span<const Cut> cuts,
                                std::string_view key) const {
  const bool all_plain = std::ranges::all_of(cuts, &Cut::plain);
  whole.recurs = recurs(key);
  if (whole.recurs && all_plain) return false;
  const auto cost = is_frequent(whole.letters) ? 0 : dictionary_cost(whole.letters);
  if (cost) {
    whole.known = kWholeKnown + static_cast<std::size_t>(std::min(*cost, 3));
    if (whole.is_word() && all_plain) return false;
  } else if (is_dual(whole.letters)) {
    whole.known = kWholeDual;
  }
  whole.foreign_odds = foreign_name_odds(to_utf8(whole.letters));
  return true;
}

std::optional<WordJoint> WordJoints::joint_at(Whole& whole, const Cut& cut, double least) {
  const auto& [left, right, ending, hamza] = cut;
  const bool plain = cut.plain();
  if (plain && whole.is_word()) return std::nullopt;
  const Part l = part(left);
  const bool certain_end = left.back() == kTehMarbuta || ending == Ending::kTanwin;
  if (l.kind == Kind::kUnknown && plain) return std::nullopt;
  const Part r = part(right);
  const bool article =
      right.starts_with(kArticle) && right.size() >= kArticle.size() + kShortestWord;
  if (r.kind == Kind::kUnknown) {
    if (plain && (!article || right.size() < kShortestWord)) return std::nullopt;
    if (l.kind == Kind::kUnknown && !certain_end) return std::nullopt;
  }

  WordJoint joint{.place = left.size(), .features = {}, .log_odds = 0};
  add(joint, kBias);
  add(joint, kLeft + l.feature());
  add(joint, kRight + r.feature());
  add_letter(joint, kLastLetter, left.back());
  add_letter(joint, kFirstLetter, right.front());
  const long odds = std::clamp(std::lround(whole.foreign_odds * 3), -2L, 2L) + 2;
  add(joint, kForeign + static_cast<std::size_t>(odds));
  if (ending == Ending::kTanwin) add(joint, kTanwinEnd);
  if (hamza) add(joint, kHamzaBegin);
  if (article && l.kind != Kind::kFrequent) {
    add(joint, r.kind == Kind::kUnknown ? kArticleOfUnknown : kArticleOfKnown);
  }
  add(joint, whole.known);
  if (whole.recurs) add(joint, kWholeRecurs);
  if (joint.log_odds + kMostAround <= least) return std::nullopt;

  if (counts_.contains(to_utf8(left))) add(joint, kLeftElsewhere);
  if (counts_.contains(to_utf8(right))) add(joint, kRightElsewhere);
  const bool left_rendered = is_rendered(left);
  const bool right_rendered = is_rendered(right);
  if (left_rendered) add(joint, kLeftRendered);
  if (right_rendered) add(joint, kRightRendered);
  if (left_rendered && right_rendered) add(joint, kBothRendered);
  if (joint.log_odds <= least) return std::nullopt;
  if (!whole.rendered) whole.rendered = is_rendered(whole.letters);
  if (*whole.rendered) add(joint, kWholeRendered);
  if (joint.log_odds <= least) return std::nullopt;
  if (plain) {
    if (!whole.name) whole.name = is_name_beside(whole.letters, kNameLike);
    if (*whole.name) return std::nullopt;
  }
  return joint;
}

WordJoints::Part WordJoints::part(std::u32string_view letters) const {
  Part part{.kind = Kind::kUnknown, .length = letters.size()};
  if (is_frequent(letters)) {
    part.kind = Kind::kFrequent;
  } else if (letters.size() >= kShortestWord) {
    if (const auto cost = dictionary_cost(letters)) {
      constexpr Kind kKnown[] = {Kind::kKnown0, Kind::kKnown1, Kind::kKnown2, Kind::kKnown3};
      part.kind = kKnown[std::min(*cost, 3)];
    } else if (is_name_beside(letters, kSameName)) {
      part.kind = Kind::kName;
    }
  }
  return part;
}

// How much must be assumed for `word` to be one of the dictionaries.
std::optional<int> WordJoints::dictionary_cost(std::u32string_view word) const {
  const NameKnowledge& words = renderings_.words();
  const std::string form = fold(to_utf8(word), FoldProfile::kTehMarbuta);
  for (const ArabicAnalysis& analysis : analyse_arabic(form)) {
    if (count_code_points(analysis.stem) < kShortestWord) continue;
    if (words.is_word(Language::kArabic, analysis.stem) ||
        words.is_name(Language::kArabic, analysis.stem)) {
      return analysis.cost;
    }
  }
  return std::nullopt;
}

// مختلفتين of مختلفة, طرفيها of طرف: endings that the analysis leaves alone, because they begin
// many names.
bool WordJoints::is_dual(std::u32string_view word) const {
  struct Dual {
    std::u32string_view enclitic;
    std::u32string_view ending;
  };
  constexpr Dual kDuals[] = {{U"", U"ين"},  {U"", U"ان"},  {U"ها", U"ي"},  {U"ها", U"ا"},
                             {U"ه", U"ي"},  {U"ه", U"ا"},  {U"هم", U"ي"},  {U"هم", U"ا"},
                             {U"نا", U"ي"}, {U"نا", U"ا"}, {U"هما", U"ي"}, {U"هما", U"ا"}};
  constexpr int kLikely = 2;  // what more is assumed of a stem is a guess
  const auto known = [&](std::u32string_view stem) {
    const auto cost = dictionary_cost(stem);
    return cost && *cost <= kLikely;
  };
  for (const auto& [enclitic, ending] : kDuals) {
    if (!word.ends_with(enclitic)) continue;
    std::u32string stem(word.substr(0, word.size() - enclitic.size()));
    if (!stem.ends_with(ending) || stem.size() < ending.size() + kShortestWord) continue;
    stem.resize(stem.size() - ending.size());
    if (known(stem)) return true;
    if (!stem.ends_with(U'ت')) continue;
    stem.back() = kTehMarbuta;
    if (known(stem)) return true;
  }
  return false;
}

bool WordJoints::recurs(std::string_view key) const {
  const auto place = counts_.find(key);
  if (place != counts_.end() && place->second > 1) return true;
  // كافانو vouches for كافانوا
  const std::size_t last = code_point_before(key, key.size()).size;
  return counts_.contains(key.substr(0, key.size() - last));
}

// Whether the English has a word that renders it.
bool WordJoints::is_rendered(std::u32string_view word) {
  if (!english_stems_) {
    english_stems_.emplace();
    for (const CheckedSegment& segment : english_) {
      for (const CheckedWord& english : segment.words) {
        english_stems_->insert(english_stem(english.key));
      }
    }
  }
  return std::ranges::any_of(renderings_.stems(to_utf8(word)), [&](const std::string& stem) {
    return english_stems_->contains(stem);
  });
}

// Whether the English has a name that sounds like it.
bool WordJoints::is_name_beside(std::u32string_view part, double least) const {
  const std::string word = to_utf8(part);
  for (const CheckedSegment& segment : english_) {
    for (const CheckedWord& candidate : segment.words) {
      const std::string_view text = candidate.range.of(segment.text);
      if (candidate.kind != TokenKind::kWord || !is_capitalised(text)) continue;
      if (count_code_points(text) < kShortestWord) continue;
      for (const Proclitics& stack : proclitic_stacks(word)) {
        if (name_similarity(std::string_view(word).substr(stack.bytes), text) > least) return true;
      }
    }
  }
  return false;
}

std::size_t joint_feature_count() { return kFeatures; }

}  // namespace mizan
