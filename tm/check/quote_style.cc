// quote-style: quotations in other marks than the house's, than the rest of the document's, or
// than their own other end's.
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "tm/check/families.h"
#include "tm/check/quote_marks.h"

namespace mizan {
namespace {

// A quotation of one segment, from mark to mark. Nested ones are left out: a quotation in a
// quotation takes other marks.
struct Quotation {
  QuoteMark open;
  QuoteMark close;
  bool alike() const { return open.shape == close.shape; }
};

// Marks that match by shape nest; where they do not, they pair up in order.
std::vector<Quotation> quotations(const std::vector<QuoteMark>& marks) {
  std::vector<Quotation> found;
  std::vector<const QuoteMark*> open;
  for (const QuoteMark& mark : marks) {
    if (!open.empty() && open.back()->shape == mark.shape) {
      if (open.size() == 1) found.push_back({*open.back(), mark});
      open.pop_back();
    } else {
      open.push_back(&mark);
    }
  }
  if (open.empty()) return found;
  found.clear();
  if (marks.size() % 2 == 1) return found;  // unbalanced, another rule's matter
  for (std::size_t i = 0; i < marks.size(); i += 2) found.push_back({marks[i], marks[i + 1]});
  return found;
}

std::string_view name_of(QuoteShape shape) {
  constexpr std::string_view kNames[] = {"« »", "\" \"", "“ ”"};
  return kNames[static_cast<int>(shape)];
}

void report_mixed(const Bead& bead, const CheckedPlace& place, FindingList& findings) {
  findings.add(bead, report_at(place, "quote-style", "a quotation begins and ends in other marks",
                               "take one pair"));
}

class SideStyle {
 public:
  SideStyle(const CheckedDocument& document, Language side, std::optional<QuoteShape> house)
      : document_(document), side_(side), house_(house) {}

  void check(FindingList& findings) {
    std::array<std::size_t, 3> counts{};
    for (const Bead& bead : document_.beads) read(bead, counts, findings);
    QuoteShape usual = QuoteShape::kStraight;
    for (const QuoteShape shape : {QuoteShape::kGuillemets, QuoteShape::kCurly}) {
      if (counts[static_cast<std::size_t>(shape)] > counts[static_cast<std::size_t>(usual)]) {
        usual = shape;
      }
    }
    report_strays(house_.value_or(usual), findings);
  }

 private:
  void read(const Bead& bead, std::array<std::size_t, 3>& counts, FindingList& findings) {
    const SegmentRange range = CheckedDocument::range(bead, side_);
    for (std::size_t i = range.begin; i < range.end; ++i) {
      for (const Quotation& quotation : quotations(quote_marks(document_.side(side_)[i], i))) {
        CheckedPlace place = quotation.open.place;
        place.range.end = quotation.close.place.range.end;
        if (!quotation.alike()) {
          report_mixed(bead, place, findings);
          continue;
        }
        ++counts[static_cast<std::size_t>(quotation.open.shape)];
        found_.push_back({&bead, place, quotation.open.shape});
      }
    }
  }

  // Against the house every quotation is a finding; a document of two minds is one.
  void report_strays(QuoteShape right, FindingList& findings) const {
    std::optional<Report> mixed;
    const Bead* at = nullptr;
    for (const Found& found : found_) {
      if (found.shape == right) continue;
      if (mixed) {
        mixed->related.push_back(found.place);
        continue;
      }
      Report report =
          report_at(found.place, "quote-style",
                    "quotation marks " + std::string(name_of(found.shape)) +
                        (house_ ? ", against the house style" : ", elsewhere in the text others"),
                    std::string(name_of(right)));
      if (house_) {
        findings.add(*found.bead, std::move(report));
      } else {
        report.severity = Severity::kInfo;
        at = found.bead;
        mixed = std::move(report);
      }
    }
    if (mixed) findings.add(*at, std::move(*mixed));
  }

  struct Found {
    const Bead* bead;
    CheckedPlace place;
    QuoteShape shape;
  };
  const CheckedDocument& document_;
  Language side_;
  std::optional<QuoteShape> house_;
  std::vector<Found> found_;
};

}  // namespace

void check_quote_style(const CheckedDocument& document, const HouseStyle& house,
                       FindingList& findings) {
  SideStyle(document, Language::kArabic, house.arabic_quotes).check(findings);
  SideStyle(document, Language::kEnglish, house.english_quotes).check(findings);
}

}  // namespace mizan
