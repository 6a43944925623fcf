// The rule families, one per file. Each looks at a whole document or at one bead and reports.
// Internal to tm/check.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tm/check/document.h"
#include "tm/check/finding_list.h"
#include "tm/check/house_style.h"
#include "tm/check/quantity_match.h"
#include "tm/model/name_cluster.h"

namespace mizan {

class NameKnowledge;
class WordRenderings;
class TermRecognizer;

void check_numbers(const CheckedDocument& document, const Bead& bead, const QuantityMatch& match,
                   FindingList& findings);
// What is reported counts as matched for the rules that follow.
void check_duals(const CheckedDocument& document, const Bead& bead, QuantityMatch& match,
                 WordRenderings& renderings, FindingList& findings);
// Likewise.
void check_time_counts(const CheckedDocument& document, const Bead& bead, QuantityMatch& match,
                       FindingList& findings);
void check_proportions(const CheckedDocument& document, const Bead& bead, QuantityMatch& match,
                       FindingList& findings);
void check_dates(const CheckedDocument& document, const Bead& bead, const QuantityMatch& match,
                 FindingList& findings);
void check_relative_dates(const CheckedDocument& document, const Bead& bead, FindingList& findings);
void check_units(const CheckedDocument& document, const Bead& bead, const QuantityMatch& match,
                 FindingList& findings);
void check_currency(const CheckedDocument& document, const Bead& bead, FindingList& findings);
void check_negation(const CheckedDocument& document, const Bead& bead, WordRenderings& renderings,
                    FindingList& findings);
void check_length(const CheckedDocument& document, const Bead& bead, WordRenderings& renderings,
                  FindingList& findings);
void check_latin(const CheckedDocument& document, const Bead& bead, FindingList& findings);
void check_addresses(const CheckedDocument& document, const Bead& bead, FindingList& findings);
void check_repetition(const CheckedDocument& document, const Bead& bead, FindingList& findings);
// `words` may be null.
void check_untranslated(const CheckedDocument& document, const Bead& bead,
                        const NameKnowledge* words, FindingList& findings);
void check_placeholders(const CheckedDocument& document, const Bead& bead, FindingList& findings);
void check_spacing(const CheckedDocument& document, const Bead& bead, FindingList& findings);
void check_punctuation(const CheckedDocument& document, const Bead& bead, FindingList& findings);
void check_letters(const CheckedDocument& document, const Bead& bead, FindingList& findings);
void check_coverage(const CheckedDocument& document, const Bead& bead, FindingList& findings);

// `renderings`: null without dictionaries.
void check_terms(const CheckedDocument& document, const TermRecognizer& terms,
                 WordRenderings* renderings, FindingList& findings);
void check_letter_spellings(const CheckedDocument& document, FindingList& findings);
// `remembered`: CheckKnowledge has it.
using Remembered = std::function<std::vector<std::string>(Language, std::string_view)>;
void check_consistency(const CheckedDocument& document, const Remembered& remembered,
                       FindingList& findings);
void check_quotes(const CheckedDocument& document, FindingList& findings);
void check_quote_style(const CheckedDocument& document, const HouseStyle& house,
                       FindingList& findings);
void check_digits(const CheckedDocument& document, const HouseStyle& house, FindingList& findings);
void check_months(const CheckedDocument& document, const HouseStyle& house, FindingList& findings);
// `words` may be null.
void check_orthography(const CheckedDocument& document, const HouseStyle& house,
                       const NameKnowledge* words, FindingList& findings);
void check_agreement(const CheckedDocument& document, const NameKnowledge* words,
                     FindingList& findings);
void check_joined_words(const CheckedDocument& document, WordRenderings& renderings,
                        FindingList& findings);
// `clustered`: words that check_names() has spoken of.
void check_respelled_names(const CheckedDocument& document, WordRenderings& renderings,
                           std::span<const CheckedPlace> clustered, FindingList& findings);
void check_acronyms(const CheckedDocument& document, const NameKnowledge& words,
                    FindingList& findings);
void check_missing_names(const CheckedDocument& document, const NameKnowledge& words,
                         FindingList& findings);
// Returns where the clusters stand in the document, which is then said of these words.
std::vector<CheckedPlace> check_names(const CheckedDocument& document,
                                      std::span<const NameCluster> clusters, FindingList& findings);

}  // namespace mizan
