// url: web and mail addresses, which no translation changes.
#include "tm/check/addresses.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "tm/check/edit_distance.h"
#include "tm/check/families.h"
#include "tm/text/normalize.h"

namespace mizan {
namespace {

// Endings of hosts that stand without a scheme in running text. (Others need http: or www.)
constexpr std::string_view kDomains[] = {"com", "org", "net", "gov", "edu", "int", "info",
                                         "io",  "tv",  "uk",  "eu",  "de",  "fr",  "ru",
                                         "eg",  "sa",  "ae",  "qa",  "lb",  "jo",  "ma"};

constexpr std::array<std::string_view, 3> kPrefixes = {"https://", "http://", "www."};

bool has_host_ending(std::string_view text) {
  const std::string_view host = text.substr(0, text.find('/'));
  const std::size_t dot = host.rfind('.');
  return dot != std::string_view::npos && dot > 1 &&
         std::ranges::find(kDomains, host.substr(dot + 1)) != std::end(kDomains);
}

// The scheme and a slash at the end may differ.
std::string_view bare(std::string_view text) {
  for (const std::string_view prefix : kPrefixes) {
    if (text.starts_with(prefix)) text.remove_prefix(prefix.size());
  }
  while (text.ends_with('/')) text.remove_suffix(1);
  return text;
}

// The editions of a site for the two languages are one address: its parts that name one (/ar,
// en., lang=arabic) are left out.
std::string without_edition(std::string_view address) {
  constexpr std::string_view kEditions[] = {"ar", "en", "arabic", "english"};
  constexpr std::string_view kSeparators = "/.=";
  std::string rest;
  while (!address.empty()) {
    const std::string_view part = address.substr(0, address.find_first_of(kSeparators, 1));
    const bool separated = kSeparators.find(part.front()) != std::string_view::npos;
    const std::string_view name = part.substr(separated ? 1 : 0);
    if (std::ranges::find(kEditions, name) == std::end(kEditions)) rest += part;
    address.remove_prefix(part.size());
  }
  return rest.starts_with('.') ? rest.substr(1) : rest;
}

struct Address {
  std::string text;  // lower case, bare, of no edition
  CheckedPlace place;
};

std::vector<Address> addresses(const CheckedDocument& document, const Bead& bead, Language side) {
  std::vector<Address> found;
  const SegmentRange range = CheckedDocument::range(bead, side);
  for (std::size_t s = range.begin; s < range.end; ++s) {
    for (const CheckedWord& word : document.side(side)[s].words) {
      if (word.kind == TokenKind::kWord && is_address(word.key)) {
        found.push_back({without_edition(bare(word.key)), {side, s, word.range}});
      }
    }
  }
  return found;
}

// An address that was spoilt may look like none, weather.cmo: whatever has a stop or an @ inside.
std::vector<Address> dotted_runs(const CheckedDocument& document, const Bead& bead, Language side) {
  constexpr std::string_view kMarks = ".,:;!?()[]\"'";
  std::vector<Address> found;
  const SegmentRange range = CheckedDocument::range(bead, side);
  for (std::size_t s = range.begin; s < range.end; ++s) {
    const std::string_view text = document.side(side)[s].text;
    for (std::size_t i = 0; i < text.size(); ++i) {
      std::size_t end = i;
      while (end < text.size() && text[end] > ' ' && text[end] < 0x7F) ++end;
      ByteRange run{i, end};
      i = end;
      while (!run.empty() && kMarks.find(text[run.begin]) != kMarks.npos) ++run.begin;
      while (!run.empty() && kMarks.find(text[run.end - 1]) != kMarks.npos) --run.end;
      if (run.of(text).find_first_of(".@") == text.npos) continue;
      const std::string key = fold(run.of(text), FoldProfile::kMarks);
      found.push_back({without_edition(bare(key)), {side, s, run}});
    }
  }
  return found;
}

bool contains(const std::vector<Address>& all, std::string_view text) {
  return std::ranges::any_of(all, [&](const Address& other) { return other.text == text; });
}

// Whether one address may be the other, misspelled. What is longer than programs take for an
// address is embedded data. Both are ASCII.
bool is_near(std::string_view a, std::string_view b) {
  constexpr std::size_t kMostEdits = 3;
  constexpr std::size_t kLongest = 2000;
  const std::size_t longer = std::max(a.size(), b.size());
  if (longer > kLongest || longer - std::min(a.size(), b.size()) > kMostEdits) return false;
  return word_edits(a, b) <= kMostEdits;
}

}  // namespace

bool is_address(std::string_view key) {
  if (std::ranges::any_of(key, [](char c) { return (c & 0x80) != 0; })) return false;
  const bool prefixed =
      std::ranges::any_of(kPrefixes, [&](std::string_view p) { return key.starts_with(p); });
  const std::size_t at = key.find('@');
  if (at != std::string_view::npos) return at > 0 && key.find('.', at) != std::string_view::npos;
  return prefixed || has_host_ending(key);
}

void check_addresses(const CheckedDocument& document, const Bead& bead, FindingList& findings) {
  if (bead.one_sided()) return;
  for (const Language side : {Language::kArabic, Language::kEnglish}) {
    const std::vector<Address> here = addresses(document, bead, side);
    if (here.empty()) continue;
    const std::vector<Address> there = dotted_runs(document, bead, other(side));
    for (const Address& address : here) {
      if (contains(there, address.text)) continue;
      const Address* near = nullptr;
      for (const Address& candidate : there) {
        if (is_near(candidate.text, address.text) && !contains(here, candidate.text)) {
          near = &candidate;
        }
      }
      // Both addresses are looked at from the Arabic, where English has one too.
      if (near && side == Language::kEnglish && is_address(near->text)) continue;
      Report report =
          report_at(address.place, "url",
                    "“" + std::string(document.text(address.place)) +
                        (near ? "” is another address there" : "” is not on the other side"),
                    "copy the address of the original");
      if (near) {
        (side == Language::kArabic ? report.english : report.arabic) = near->place;
      } else if (side == Language::kEnglish) {
        // In the Arabic press a site often goes by its name.
        report.severity = Severity::kInfo;
      }
      findings.add(bead, std::move(report));
    }
  }
}

}  // namespace mizan
