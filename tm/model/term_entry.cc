#include "tm/model/term_entry.h"

#include <algorithm>
#include <array>

namespace mizan {
namespace {

// The properties that say where a term is used.
constexpr std::array<std::string_view, 4> kScopes = {"customerSubset", "projectSubset",
                                                     "geographicalUsage", "register"};

bool same_scope(const Term& a, const Term& b) {
  const auto scope = [](const Term& term) {
    TermProperties properties = term.properties;
    std::erase_if(properties, [](const auto& property) {
      return std::ranges::find(kScopes, property.first) == kScopes.end();
    });
    std::ranges::sort(properties);
    return properties;
  };
  return a.region == b.region && a.number == b.number && a.part_of_speech == b.part_of_speech &&
         scope(a) == scope(b);
}

}  // namespace

std::string_view to_string(TermStatus status) {
  switch (status) {
    case TermStatus::kPreferred:
      return "preferred";
    case TermStatus::kAdmitted:
      return "admitted";
    case TermStatus::kDeprecated:
      return "deprecated";
    case TermStatus::kSuperseded:
      return "superseded";
  }
  return "";
}

std::optional<TermStatus> parse_term_status(std::string_view text) {
  for (const TermStatus status : {TermStatus::kPreferred, TermStatus::kAdmitted,
                                  TermStatus::kDeprecated, TermStatus::kSuperseded}) {
    if (text == to_string(status)) return status;
  }
  return std::nullopt;
}

bool is_same_term(const Term& a, const Term& b) {
  return a.language == b.language && a.text == b.text && a.region == b.region;
}

std::optional<std::pair<std::size_t, std::size_t>> preferred_twice(const TermConcept& entry) {
  for (std::size_t i = 0; i < entry.terms.size(); ++i) {
    const Term& first = entry.terms[i];
    if (first.status != TermStatus::kPreferred) continue;
    for (std::size_t j = i + 1; j < entry.terms.size(); ++j) {
      const Term& second = entry.terms[j];
      if (second.status == TermStatus::kPreferred && second.language == first.language &&
          same_scope(first, second)) {
        return std::pair(i, j);
      }
    }
  }
  return std::nullopt;
}

}  // namespace mizan
