#include "tm/lang/english_morphology.h"

#include <algorithm>
#include <array>
#include <utility>

namespace mizan {
namespace {

using Form = std::pair<std::string_view, std::string_view>;

// Irregular inflections, each with its base form, and base forms that only look inflected; sorted.
// Common knowledge of English grammar, compiled for Mizan.
constexpr Form kIrregular[] = {
    {"agreed", "agree"},
    {"am", "be"},
    {"are", "be"},
    {"arisen", "arise"},
    {"arose", "arise"},
    {"ate", "eat"},
    {"awoke", "awake"},
    {"axes", "axis"},
    {"bases", "basis"},
    {"beaten", "beat"},
    {"became", "become"},
    {"been", "be"},
    {"began", "begin"},
    {"begun", "begin"},
    {"being", "be"},
    {"bent", "bend"},
    {"best", "good"},
    {"better", "good"},
    {"bit", "bite"},
    {"bitten", "bite"},
    {"bled", "bleed"},
    {"blew", "blow"},
    {"blown", "blow"},
    {"bore", "bear"},
    {"born", "bear"},
    {"borne", "bear"},
    {"bought", "buy"},
    {"bound", "bind"},
    {"bred", "breed"},
    {"broke", "break"},
    {"broken", "break"},
    {"brought", "bring"},
    {"built", "build"},
    {"burnt", "burn"},
    {"came", "come"},
    {"caught", "catch"},
    {"children", "child"},
    {"chose", "choose"},
    {"chosen", "choose"},
    {"clung", "cling"},
    {"crept", "creep"},
    {"crises", "crisis"},
    {"criteria", "criterion"},
    {"dealt", "deal"},
    {"decreed", "decree"},
    {"did", "do"},
    {"disagreed", "disagree"},
    {"does", "do"},
    {"doing", "do"},
    {"done", "do"},
    {"drank", "drink"},
    {"drawn", "draw"},
    {"dreamt", "dream"},
    {"drew", "draw"},
    {"driven", "drive"},
    {"drove", "drive"},
    {"drunk", "drink"},
    {"dug", "dig"},
    {"dying", "die"},
    {"eaten", "eat"},
    {"evening", "evening"},
    {"fallen", "fall"},
    {"fed", "feed"},
    {"feet", "foot"},
    {"fell", "fall"},
    {"felt", "feel"},
    {"fled", "flee"},
    {"flew", "fly"},
    {"flown", "fly"},
    {"forbade", "forbid"},
    {"forbidden", "forbid"},
    {"forgave", "forgive"},
    {"forgiven", "forgive"},
    {"forgot", "forget"},
    {"forgotten", "forget"},
    {"fought", "fight"},
    {"found", "find"},
    {"freed", "free"},
    {"froze", "freeze"},
    {"frozen", "freeze"},
    {"gave", "give"},
    {"geese", "goose"},
    {"given", "give"},
    {"goes", "go"},
    {"gone", "go"},
    {"got", "get"},
    {"gotten", "get"},
    {"grew", "grow"},
    {"grown", "grow"},
    {"guaranteed", "guarantee"},
    {"had", "have"},
    {"halves", "half"},
    {"has", "have"},
    {"having", "have"},
    {"heard", "hear"},
    {"held", "hold"},
    {"hid", "hide"},
    {"hidden", "hide"},
    {"hung", "hang"},
    {"hypotheses", "hypothesis"},
    {"indices", "index"},
    {"is", "be"},
    {"kept", "keep"},
    {"knelt", "kneel"},
    {"knew", "know"},
    {"knives", "knife"},
    {"known", "know"},
    {"laid", "lay"},
    {"lain", "lie"},
    {"leapt", "leap"},
    {"learnt", "learn"},
    {"leaves", "leave"},
    {"led", "lead"},
    {"left", "leave"},
    {"lent", "lend"},
    {"lit", "light"},
    {"lives", "live"},
    {"lost", "lose"},
    {"lying", "lie"},
    {"made", "make"},
    {"meant", "mean"},
    {"media", "medium"},
    {"men", "man"},
    {"met", "meet"},
    {"mice", "mouse"},
    {"mistaken", "mistake"},
    {"mistook", "mistake"},
    {"news", "news"},
    {"oxen", "ox"},
    {"paid", "pay"},
    {"people", "people"},
    {"phenomena", "phenomenon"},
    {"ran", "run"},
    {"rang", "ring"},
    {"ridden", "ride"},
    {"risen", "rise"},
    {"rode", "ride"},
    {"rose", "rise"},
    {"rung", "ring"},
    {"said", "say"},
    {"sang", "sing"},
    {"sank", "sink"},
    {"sat", "sit"},
    {"saw", "see"},
    {"seen", "see"},
    {"selves", "self"},
    {"sent", "send"},
    {"shaken", "shake"},
    {"shelves", "shelf"},
    {"shone", "shine"},
    {"shook", "shake"},
    {"shot", "shoot"},
    {"shown", "show"},
    {"shrank", "shrink"},
    {"slept", "sleep"},
    {"slid", "slide"},
    {"sold", "sell"},
    {"sought", "seek"},
    {"spent", "spend"},
    {"spoke", "speak"},
    {"spoken", "speak"},
    {"sprang", "spring"},
    {"sprung", "spring"},
    {"spun", "spin"},
    {"stole", "steal"},
    {"stolen", "steal"},
    {"stood", "stand"},
    {"struck", "strike"},
    {"stuck", "stick"},
    {"sung", "sing"},
    {"sunk", "sink"},
    {"swam", "swim"},
    {"swept", "sweep"},
    {"swore", "swear"},
    {"sworn", "swear"},
    {"swum", "swim"},
    {"swung", "swing"},
    {"taken", "take"},
    {"taught", "teach"},
    {"teeth", "tooth"},
    {"theses", "thesis"},
    {"thieves", "thief"},
    {"thought", "think"},
    {"threw", "throw"},
    {"thrown", "throw"},
    {"told", "tell"},
    {"took", "take"},
    {"tore", "tear"},
    {"torn", "tear"},
    {"tying", "tie"},
    {"understood", "understand"},
    {"was", "be"},
    {"went", "go"},
    {"wept", "weep"},
    {"were", "be"},
    {"wives", "wife"},
    {"woke", "wake"},
    {"woken", "wake"},
    {"wolves", "wolf"},
    {"women", "woman"},
    {"won", "win"},
    {"wore", "wear"},
    {"worn", "wear"},
    {"worse", "bad"},
    {"worst", "bad"},
    {"wound", "wind"},
    {"wove", "weave"},
    {"woven", "weave"},
    {"written", "write"},
    {"wrote", "write"},
};
static_assert(std::ranges::is_sorted(kIrregular));

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

bool has_vowel(std::string_view word) {
  return std::ranges::any_of(word, [](char c) { return is_vowel(c) || c == 'y'; });
}

// What is left of `word` without `ending`, if a stem with a vowel and `least` letters remains.
bool strip(std::string& word, std::string_view ending, std::size_t least) {
  if (!word.ends_with(ending) || word.size() < ending.size() + least) return false;
  if (!has_vowel(std::string_view(word).substr(0, word.size() - ending.size()))) return false;
  word.resize(word.size() - ending.size());
  return true;
}

void replace_ending(std::string& word, std::string_view ending, std::string_view replacement,
                    std::size_t least) {
  if (strip(word, ending, least)) word += replacement;
}

void strip_plural(std::string& word) {
  if (word.size() < 4 || word.back() != 's' || word.ends_with("ss") || word.ends_with("us") ||
      word.ends_with("is")) {
    return;
  }
  if (word.ends_with("ies") && word.size() > 4) {
    word.replace(word.size() - 3, 3, "y");
  } else if (word.ends_with("sses") || word.ends_with("shes") || word.ends_with("ches") ||
             word.ends_with("xes") || word.ends_with("zes")) {
    word.resize(word.size() - 2);
  } else {
    word.pop_back();
  }
}

// Whether an ending went that may have taken a silent e with it.
bool strip_tense(std::string& word) {
  if (word.ends_with("ied")) {
    // tried -> try, but died -> die.
    if (word.size() > 4) {
      word.replace(word.size() - 3, 3, "y");
    } else {
      word.pop_back();
    }
    return false;
  }
  if (word.ends_with("eed")) return false;
  if (!strip(word, "ed", 2) && !strip(word, "ing", 2)) return false;
  const std::size_t n = word.size();
  if (n == 2 && !is_vowel(word[1])) {
    word += 'e';  // used, using -> use: no verb has two letters and ends in a consonant
    return false;
  }
  // stopped -> stop; but fell, pass, buzz, staff keep both.
  constexpr std::string_view kKept = "sfz";
  if (n > 3 && word[n - 1] == word[n - 2] && !is_vowel(word[n - 1]) &&
      kKept.find(word[n - 1]) == std::string_view::npos) {
    word.pop_back();
  }
  return true;
}

void americanise(std::string& word) {
  replace_ending(word, "our", "or", 3);
  replace_ending(word, "isation", "ization", 2);
  replace_ending(word, "yse", "yze", 2);
  replace_ending(word, "ise", "ize", 3);
  replace_ending(word, "tre", "ter", 2);
  replace_ending(word, "ogue", "og", 3);
  replace_ending(word, "ence", "ense", 3);
  replace_ending(word, "gramme", "gram", 2);
}

// The same where -ed or -ing took a silent e with it: organised, centred.
void americanise_without_e(std::string& word) {
  replace_ending(word, "our", "or", 3);
  replace_ending(word, "ys", "yz", 2);
  replace_ending(word, "is", "iz", 3);
  replace_ending(word, "ntr", "nter", 2);
  replace_ending(word, "ogu", "og", 3);
  replace_ending(word, "enc", "ens", 3);
}

}  // namespace

std::string english_stem(std::string_view word) {
  std::string stem(word);
  if (stem.ends_with("'s")) stem.resize(stem.size() - 2);
  while (!stem.empty() && stem.back() == '\'') stem.pop_back();
  const auto irregular = std::ranges::lower_bound(kIrregular, std::string_view(stem), {},
                                                  [](const Form& form) { return form.first; });
  const bool known = irregular != std::end(kIrregular) && irregular->first == stem;
  if (known) stem = irregular->second;
  if (stem.size() < 4) return stem;
  if (!known) strip_plural(stem);
  if (!known && strip_tense(stem)) {
    americanise_without_e(stem);
  } else {
    americanise(stem);
  }
  // A silent e comes and goes before endings (move, moving), y and i alternate (happy, happily).
  if (stem.size() > 3 && stem.back() == 'e') stem.pop_back();
  if (stem.size() > 3 && stem.back() == 'l' && stem[stem.size() - 2] == 'l') stem.pop_back();
  return stem;
}

}  // namespace mizan
