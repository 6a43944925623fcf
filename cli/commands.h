// Every command of the program, each defined in the file of its subject.
#pragma once

#include "cli/command_line.h"

namespace mizan {

extern const Command kSegment;
extern const Command kAlign;
extern const Command kImport;
extern const Command kExport;
extern const Command kConvert;
extern const Command kAdd;
extern const Command kEdit;
extern const Command kRemove;
extern const Command kLookup;
extern const Command kConcord;
extern const Command kLeverage;
extern const Command kTermFind;
extern const Command kTermAdd;
extern const Command kTermEdit;
extern const Command kTermDeprecate;
extern const Command kTermMerge;
extern const Command kTermLookup;
extern const Command kTermCheck;
extern const Command kTermList;
extern const Command kTermRemove;
extern const Command kTermImport;
extern const Command kTermExport;
extern const Command kTermHarvest;
extern const Command kTermExtract;
extern const Command kVariants;
extern const Command kNamesCompare;
extern const Command kNamesRomanize;
extern const Command kNamesArabize;
extern const Command kCheck;
extern const Command kLexiconImport;
extern const Command kLexiconExport;
extern const Command kLexiconRemove;
extern const Command kLexiconStats;
extern const Command kLexiconLearn;
extern const Command kDbCheck;
extern const Command kDbBackup;
extern const Command kDbVacuum;
extern const Command kStats;
extern const Command kUndo;

}  // namespace mizan
