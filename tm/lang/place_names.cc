#include "tm/lang/place_names.h"

#include <unicode/locid.h>
#include <unicode/strenum.h>
#include <unicode/timezone.h>
#include <unicode/tznames.h>

#include <iterator>
#include <memory>
#include <set>
#include <string>

namespace mizan {
namespace {

using Names = std::set<std::string, std::less<>>;

// UN M.49
constexpr const char* kContinents[] = {"002", "019", "142", "150"};

// The others' zones are those of islands and stations.
constexpr std::string_view kZonesOfCities[] = {"Africa/", "America/", "Asia/", "Europe/"};

// Places of the news without a zone of their own.
constexpr std::string_view kOthers[] = {
    "alexandria", "ankara",     "barcelona", "beijing",   "birmingham", "boston",       "britain",
    "california", "congo",      "crimea",    "delhi",     "england",    "florida",      "frankfurt",
    "geneva",     "hamburg",    "kurdistan", "liverpool", "manchester", "marseille",    "miami",
    "milan",      "mumbai",     "munich",    "palestine", "rabat",      "philadelphia", "scotland",
    "siberia",    "strasbourg", "texas",     "washington"};

// Names of several words are left out.
void add(icu::UnicodeString name, Names& names) {
  if (name.indexOf(u' ') >= 0) return;
  std::string text;
  name.toLower(icu::Locale::getEnglish()).toUTF8String(text);
  names.insert(std::move(text));
}

Names read_names() {
  Names names(std::begin(kOthers), std::end(kOthers));
  const icu::Locale& english = icu::Locale::getEnglish();
  icu::UnicodeString name;
  const auto add_region = [&](const char* region) {
    add(icu::Locale("", region).getDisplayCountry(english, name), names);
  };
  for (const char* continent : kContinents) add_region(continent);
  for (const char* const* country = icu::Locale::getISOCountries(); *country != nullptr;
       ++country) {
    add_region(*country);
  }
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::TimeZoneNames> zones(
      icu::TimeZoneNames::createInstance(english, status));
  const std::unique_ptr<icu::StringEnumeration> ids(icu::TimeZone::createTimeZoneIDEnumeration(
      UCAL_ZONE_TYPE_CANONICAL_LOCATION, nullptr, nullptr, status));
  if (U_FAILURE(status)) return names;  // the countries will do
  while (const icu::UnicodeString* id = ids->snext(status)) {
    std::string zone;
    id->toUTF8String(zone);
    for (const std::string_view continent : kZonesOfCities) {
      if (!zone.starts_with(continent)) continue;
      add(zones->getExemplarLocationName(*id, name), names);
    }
  }
  return names;
}

// Latvia of Latvian, Brazil of Brazilian, Lebanon of Lebanese.
bool begins_name(const Names& names, std::string_view stem) {
  constexpr std::size_t kShortestStem = 4;
  constexpr std::size_t kLongestRest = 2;
  if (stem.size() < kShortestStem) return false;
  const auto found = names.lower_bound(stem);
  return found != names.end() && found->starts_with(stem) &&
         found->size() <= stem.size() + kLongestRest;
}

}  // namespace

bool is_place_name(std::string_view english) {
  static const Names names = read_names();
  if (names.contains(english)) return true;
  for (const std::string_view ending : {"n", "an", "ian", "ese", "ish", "i"}) {
    if (!english.ends_with(ending)) continue;
    if (begins_name(names, english.substr(0, english.size() - ending.size()))) return true;
  }
  return false;
}

}  // namespace mizan
