#include "tm/variant/name_parts.h"

#include <algorithm>
#include <span>

#include "tm/text/normalize.h"

namespace mizan {
namespace {

constexpr std::string_view kTitles[] = {
    "mr",       "mrs",    "ms",      "dr",     "prof",   "president", "minister",
    "general",  "gen",    "sir",     "lord",   "king",   "queen",     "prince",
    "princess", "sheikh", "sheik",   "imam",   "pope",   "senator",   "ayatollah",
    "colonel",  "col",    "captain", "السيد",  "السيده", "الدكتور",   "دكتور",
    "الرئيس",   "الوزير", "الجنرال", "جنرال",  "الملك",  "الملكه",    "الامير",
    "الاميره",  "الشيخ",  "البابا",  "العقيد", "د",      "الامام",    "السيناتور"};
constexpr std::string_view kParticles[] = {"bin", "ben", "ibn", "bint",  "van", "von", "der",
                                           "den", "de",  "del", "della", "di",  "da",  "dos",
                                           "du",  "of",  "the", "ould",  "بن",  "ابن", "بنت",
                                           "فان", "فون", "دير", "دي",    "ولد", "دو",  "دا"};
constexpr std::string_view kArticles[] = {"al", "el", "ar", "as", "at", "ad", "an", "ash", "az"};
constexpr std::string_view kPrefixes[] = {
    "abd", "abdul", "abdel", "abdal", "abou", "abu", "umm", "mac", "mc", "o",   "le",
    "la",  "saint", "عبد",   "ابو",   "ابي",  "ام",  "ال",  "لو",  "لا", "ماك", "سان"};

bool is_one_of(std::span<const std::string_view> list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace

bool is_title(std::string_view word) { return is_one_of(kTitles, word); }

bool is_name_particle(std::string_view word) { return is_one_of(kParticles, word); }

bool is_article(std::string_view word) { return is_one_of(kArticles, word); }

bool is_name_prefix(std::string_view word) {
  return is_article(word) || is_one_of(kPrefixes, word);
}

std::size_t start_of_name(std::string_view word) {
  const std::size_t hyphen = word.find('-');
  if (hyphen == std::string_view::npos || hyphen + 1 == word.size()) return 0;
  return is_article(fold(word.substr(0, hyphen), FoldProfile::kMarks)) ? hyphen + 1 : 0;
}

}  // namespace mizan
