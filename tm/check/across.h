// What the documents of one run say differently from each other: names that are spelled two ways,
// sentences that stand in several and have another translation in each.
#pragma once

#include <span>

#include "tm/check/checker.h"
#include "tm/model/checked_file.h"
#include "tm/model/name_cluster.h"

namespace mizan {

// A file that was checked, and how.
struct RunFile {
  CheckedFile* file = nullptr;
  const CheckOptions* options = nullptr;
};

// Adds findings to the files, at their places: for each spelling of a name (inconsistent
// translation of a sentence) that another one outnumbers in the run, one, at the first place where
// nothing says so already; `related` leads to the other one, and to further places. Its fingerprint
// is that of the two, wherever they stand: more files leave it as it is.
//
// `clusters`: of all the files together. Of two Arabic names that stand beside one English name the
// rarer is reported; of two English ones not when the dictionaries (`words`, may be null) have
// either as a word, the rarer alone as a name, or both as short names: Louis and Lewis are two
// people. Linear in the texts, but for a sort of the sentences.
void check_across(std::span<const RunFile> files, std::span<const NameCluster> clusters,
                  const NameKnowledge* words);

}  // namespace mizan
