// Clusters of name spellings for people.
#pragma once

#include <string>

#include "tm/model/name_cluster.h"
#include "tm/report/terminal.h"

namespace mizan {

// The preferred spelling and who prefers it, then every spelling with its count and places, then
// the names of the translation that it stands beside, then the evidence.
std::string view_cluster(const NameCluster& cluster, const TerminalStyle& style);

}  // namespace mizan
