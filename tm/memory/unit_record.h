// How a translation unit lies in the table `unit`.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "tm/memory/database.h"
#include "tm/model/translation_unit.h"

namespace mizan {

// The columns that read_unit() expects, of "unit JOIN origin ON origin.id = origin_id".
constexpr std::string_view kUnitColumns =
    "unit.id, arabic, english, source_language, file, document, author, position, created, "
    "changed, extras";
constexpr std::string_view kUnitTables = "unit JOIN origin ON origin.id = unit.origin_id";

// "SELECT <columns> FROM <tables> <clause>".
std::string select_units(std::string_view clause);

// The unit of the current row, without `also_from`.
TranslationUnit read_unit(const Statement& row);

// 64 bits over what makes two units equal: both texts, the source language and the document.
// Part of the stored data: it never changes.
std::int64_t unit_digest(const TranslationUnit& unit);

bool equal_units(const TranslationUnit& a, const TranslationUnit& b);

// Properties, notes and inline tags as one blob, empty when there are none.
std::string encode_extras(const TranslationUnit& unit);

}  // namespace mizan
