#include "tm/format/tbx_basic.h"

#include <algorithm>

#include "tm/base/ascii.h"

namespace mizan {
namespace {

struct StatusName {
  TermStatus status;
  std::string_view name;
};

// Of administrativeStatus. The values of ISO 12620 come first: they are those of TBX-Basic.
constexpr std::array kStatuses = {
    StatusName{TermStatus::kPreferred, "preferredTerm-admn-sts"},
    StatusName{TermStatus::kAdmitted, "admittedTerm-admn-sts"},
    StatusName{TermStatus::kDeprecated, "deprecatedTerm-admn-sts"},
    StatusName{TermStatus::kSuperseded, "supersededTerm-admn-sts"},
    StatusName{TermStatus::kPreferred, "preferredTerm"},
    StatusName{TermStatus::kAdmitted, "admittedTerm"},
    StatusName{TermStatus::kDeprecated, "deprecatedTerm"},
    StatusName{TermStatus::kSuperseded, "supersededTerm"},
    StatusName{TermStatus::kPreferred, "preferred"},
    StatusName{TermStatus::kAdmitted, "admitted"},
    StatusName{TermStatus::kDeprecated, "notRecommended"},
    StatusName{TermStatus::kDeprecated, "deprecated"},
    StatusName{TermStatus::kSuperseded, "obsolete"},
    StatusName{TermStatus::kSuperseded, "superseded"},
};

constexpr std::array kCategories = {
    TbxCategory{"administrativeStatus", "termNote", "min", {false, false, true}},
    TbxCategory{"customerSubset", "admin", "min", {true, true, true}},
    TbxCategory{"externalCrossReference", "xref", "min", {true, false, true}},
    TbxCategory{"partOfSpeech", "termNote", "min", {false, false, true}},
    TbxCategory{"subjectField", "descrip", "min", {true, false, false}},
    TbxCategory{"context", "descrip", "basic", {false, false, true}},
    TbxCategory{"crossReference", "ref", "basic", {true, false, true}},
    TbxCategory{"definition", "descrip", "basic", {true, true, false}},
    TbxCategory{"geographicalUsage", "termNote", "basic", {false, false, true}},
    TbxCategory{"grammaticalGender", "termNote", "basic", {false, false, true}},
    TbxCategory{"projectSubset", "admin", "basic", {true, true, true}},
    TbxCategory{"responsibility", "transacNote", "basic", {true, true, true}},
    TbxCategory{"source", "admin", "basic", {true, true, true}},
    TbxCategory{"termLocation", "termNote", "basic", {false, false, true}},
    TbxCategory{"termType", "termNote", "basic", {false, false, true}},
    TbxCategory{"transactionType", "transac", "basic", {true, true, true}},
    TbxCategory{"xGraphic", "xref", "basic", {true, false, false}},
    TbxCategory{"note", "note", "", {true, true, true}},
    TbxCategory{"date", "date", "", {true, true, true}},
};

constexpr std::array<std::string_view, 6> kPartsOfSpeech = {"adjective", "adverb",     "noun",
                                                            "other",     "properNoun", "verb"};
constexpr std::array<std::string_view, 4> kGenders = {"feminine", "masculine", "neuter", "other"};
constexpr std::array<std::string_view, 6> kTermTypes = {"abbreviation", "acronym",   "fullForm",
                                                        "phrase",       "shortForm", "variant"};
constexpr std::array<std::string_view, 18> kTermLocations = {
    "checkBox",        "comboBox",
    "comboBoxElement", "dialogBox",
    "groupBox",        "informativeMessage",
    "menuItem",        "interactiveMessage",
    "progressBar",     "pushButton",
    "radioButton",     "slider",
    "spinBox",         "tab",
    "tableText",       "textBox",
    "toolTip",         "user-definedType"};

}  // namespace

const TbxCategory* tbx_category(std::string_view name) {
  const auto* found = std::ranges::find(kCategories, name, &TbxCategory::name);
  return found == kCategories.end() ? nullptr : found;
}

bool tbx_basic_allows(const TbxCategory& category, TbxLevel level, std::string_view value) {
  const auto is_among = [value](const auto& values) {
    return std::ranges::find(values, value) != values.end();
  };
  if (!category.levels[static_cast<std::size_t>(level)]) return false;
  if (category.name == "administrativeStatus") {
    const auto status = parse_tbx_status(value);
    return status && tbx_status_name(*status) == value;
  }
  if (category.name == "partOfSpeech") return is_among(kPartsOfSpeech);
  if (category.name == "grammaticalGender") return is_among(kGenders);
  if (category.name == "termType") return is_among(kTermTypes);
  if (category.name == "termLocation") return is_among(kTermLocations);
  return true;
}

std::string_view tbx_status_name(TermStatus status) {
  return std::ranges::find(kStatuses, status, &StatusName::status)->name;
}

std::optional<TermStatus> parse_tbx_status(std::string_view text) {
  const std::string lower = ascii_lower(text);
  for (const StatusName& status : kStatuses) {
    if (ascii_lower(status.name) == lower) return status.status;
  }
  return std::nullopt;
}

std::string tbx_part_of_speech(std::string_view text) {
  std::string letters = ascii_lower(text);
  std::erase_if(letters, [](char c) { return c == ' ' || c == '_' || c == '-'; });
  for (const std::string_view name : kPartsOfSpeech) {
    if (letters == ascii_lower(name)) return std::string(name);
  }
  return std::string(text);
}

}  // namespace mizan
