// The tables of the database, as the list of steps that made them.
#pragma once

#include <span>

namespace mizan {

// Marks the file as a Mizan memory (SQLite's application_id): "MIZN".
constexpr int kApplicationId = 0x4D495A4E;

// migrations()[i] takes the database from schema version i to i + 1.
std::span<const char* const> migrations();

}  // namespace mizan
