#include "tm/project/record_places.h"

#include <gtest/gtest.h>

#include <vector>

namespace mizan {
namespace {

struct Case {
  const char* name;
  const char* file;
  std::vector<BilingualRecord> records;
  std::vector<const char*> places;  // "line:column line:column", Arabic first; - for none
};

std::string in_words(const std::optional<TextPlace>& place) {
  return place ? std::to_string(place->line) + ':' + std::to_string(place->column) : "-";
}

TEST(RecordPlaces, AreThoseOfTheWholeField) {
  const Case cases[] = {
      {"columns are code points",
       "نعم\tYes\nلا\tNo\n",
       {{"", "", "نعم", "Yes", 1}, {"", "", "لا", "No", 2}},
       {"1:1 1:5", "2:1 2:4"}},
      {"an element on a line of its own",
       "<tu>\n <seg>نعم</seg>\n <seg>Yes</seg>\n</tu>\n<tu>\n <seg>لا</seg></tu>",
       {{"", "", "نعم", "Yes", 1}, {"", "", "لا", "", 5}},
       {"2:7 3:7", "6:7 -"}},
      {"escaped, and so unknown", "<seg>a &amp; b</seg>", {{"", "", "", "a & b", 1}}, {"- -"}},
      {"twice, and so unknown", "Yes\tYes\tنعم", {{"", "", "نعم", "Yes", 1}}, {"1:9 -"}},
      {"not a part of another field", "No 7\tNo\tلا", {{"", "", "لا", "No", 1}}, {"1:9 1:6"}},
      {"a text of several lines", "a\nb", {{"", "", "", "a\nb", 1}}, {"- -"}},
      {"a line that the file does not have", "a", {{"", "", "", "a", 7}}, {"- -"}},
  };
  for (const Case& test : cases) {
    std::vector<CheckedRecord> named(test.records.size());
    find_record_places(test.file, test.records, named);
    for (std::size_t i = 0; i < named.size(); ++i) {
      EXPECT_EQ(in_words(named[i].arabic) + ' ' + in_words(named[i].english), test.places[i])
          << test.name;
    }
  }
}

}  // namespace
}  // namespace mizan
