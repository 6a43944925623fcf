#include "tm/variant/name_knowledge.h"

namespace mizan {

bool NameKnowledge::is_name(Language, std::string_view) const { return false; }

std::span<const std::string> NameKnowledge::spellings(std::string_view) const { return {}; }

std::span<const std::string> NameKnowledge::translations(std::string_view) const { return {}; }

std::optional<PreferredSpelling> NameKnowledge::preferred(Language,
                                                          std::span<const std::string>) const {
  return std::nullopt;
}

bool NameKnowledge::distinct(Language, std::string_view, std::string_view) const { return false; }

}  // namespace mizan
