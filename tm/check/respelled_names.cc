// name-variant-en, name-variant-ar: a name that stands once in a spelling of its own, a slip of the
// hand away from a name of the text or of the dictionaries that its counterpart calls for.
#include "tm/check/respelled_names.h"

#include <utility>

#include "tm/check/families.h"

namespace mizan {

void report_respelled(const NameUses& names, const NameUse& use, const std::string& right,
                      const std::string& how, std::vector<CheckedPlace> related,
                      FindingList& findings) {
  const CheckedDocument& document = names.document();
  const NameUse::Place& place = use.places.front();
  const bool arabic = place.place.side == Language::kArabic;
  Report report = report_at(place.place, arabic ? "name-variant-ar" : "name-variant-en",
                            "“" + std::string(document.text(place.place)) + "” is " + how, right);
  report.related = std::move(related);
  findings.add(document.beads[place.bead], std::move(report));
}

void check_respelled_names(const CheckedDocument& document, WordRenderings& renderings,
                           std::span<const CheckedPlace> clustered, FindingList& findings) {
  NameUses names(document, renderings.words(), clustered);
  check_respelled_english(names, renderings, findings);
  check_respelled_arabic(names, renderings, findings);
}

}  // namespace mizan
