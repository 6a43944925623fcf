// The data categories of TBX-Basic with their values and levels, from the dialect's modules Core,
// Min and Basic (ISO 30042:2019, tbxinfo.net); version 2 has the same ones.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "tm/model/term_entry.h"

namespace mizan {

enum class TbxLevel { kConcept, kLanguage, kTerm };

struct TbxCategory {
  std::string_view name;
  std::string_view element;      // that carries it where categories are attributes
  std::string_view module;       // prefix of its namespace where they are elements; empty: core
  std::array<bool, 3> levels{};  // of concept, language, term
};

// Null for a name that is not the dialect's.
const TbxCategory* tbx_category(std::string_view name);

// Whether the dialect lets the category stand at this level with this value.
bool tbx_basic_allows(const TbxCategory& category, TbxLevel level, std::string_view value);

// A value of administrativeStatus: as the dialect writes it, and as any file may, whatever its
// case. Nothing for values that say something else (standardizedTerm).
std::string_view tbx_status_name(TermStatus status);
std::optional<TermStatus> parse_tbx_status(std::string_view text);

// The part of speech as TBX spells it ("properNoun" of "Proper noun"); another text as it is.
std::string tbx_part_of_speech(std::string_view text);

}  // namespace mizan
