// A dictionary of a handful of words.
#pragma once

#include <algorithm>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tm/variant/name_knowledge.h"

namespace mizan {

class SmallDictionary : public NameKnowledge {
 public:
  // Arabic words, folded to kTehMarbuta, with their renderings.
  using Entries = std::map<std::string, std::vector<std::string>>;
  explicit SmallDictionary(Entries entries) : entries_(std::move(entries)) {}

  bool is_word(Language language, std::string_view form) const override {
    if (language == Language::kArabic) return entries_.contains(std::string(form));
    return std::any_of(entries_.begin(), entries_.end(), [&](const auto& entry) {
      return std::find(entry.second.begin(), entry.second.end(), form) != entry.second.end();
    });
  }
  std::span<const std::string> translations(std::string_view form) const override {
    const auto found = entries_.find(std::string(form));
    return found == entries_.end() ? std::span<const std::string>() : found->second;
  }

 private:
  Entries entries_;
};

}  // namespace mizan
