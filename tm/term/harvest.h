// Terms that writers define themselves: "فيلق إفريقيا" (Africa Corps), «جماعة نصرة الإسلام
// والمسلمين» (JNIM), World Health Organization (WHO).
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tm/model/term_entry.h"
#include "tm/term/definitions.h"
#include "tm/term/word_matcher.h"

namespace mizan {

// One segment, or two that translate each other. A side that is not there is empty.
struct DefinitionSource {
  std::string_view arabic;
  std::string_view english;
  std::string_view place;  // "article.ar.txt:12"
};

struct HarvestedTerm {
  std::string arabic;
  std::string english;
  TermStatus status = TermStatus::kPreferred;  // a short form beside its long form is admitted
  std::string evidence;                        // "defines CDC on both sides"
  double confidence = 0;                       // 0-1, the best of its definitions
  std::vector<std::string> places = {};        // of all of its definitions
  std::string example = {};                    // the segment of the first one
};

// A short form of English words that no Arabic text was found to define.
struct UntranslatedDefinition {
  std::string short_form;
  std::string long_form;
  std::size_t count = 0;
};

// Not thread-safe.
class TermHarvest {
 public:
  explicit TermHarvest(GlossSource glosses) : matcher_(std::move(glosses)) {}

  void add(const DefinitionSource& source);

  // What was defined, surest first. Short forms that stand behind Arabic words are brought
  // together with the English words they stand for, wherever those were met.
  std::vector<HarvestedTerm> terms();
  std::vector<UntranslatedDefinition> untranslated() const;

 private:
  struct Side;
  struct Extent;
  // Arabic words before a Latin short form.
  struct ShortArabic {
    std::string segment;
    std::string short_form;
    Bracket bracket;
    std::string place;
  };

  void read_english(const DefinitionSource& source, const Side& english);
  void read_arabic(const DefinitionSource& source, const Side& arabic, const Side& english);
  bool read_same_bracket(const DefinitionSource& source, const Side& arabic, const Bracket& bracket,
                         const Side& english);
  void resolve(const ShortArabic& found);
  Extent extent_of_words(std::span<const TextWord> before, std::span<const TextWord> meant,
                         Language language);
  Extent extent_of_initials(std::span<const TextWord> before, std::string_view short_form);
  std::string arabic_form(std::string_view segment, std::span<const TextWord> words,
                          std::span<const TextWord> english);
  void keep(HarvestedTerm term, std::string_view place, std::string_view example);

  WordMatcher matcher_;
  std::map<std::string, std::map<std::string, std::size_t>, std::less<>> long_forms_;
  std::vector<ShortArabic> short_arabic_;
  std::map<std::pair<std::string, std::string>, HarvestedTerm> terms_;
  std::map<std::string, bool, std::less<>> translated_;  // short forms with an Arabic term
};

}  // namespace mizan
