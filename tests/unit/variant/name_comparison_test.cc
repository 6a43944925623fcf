#include "tm/variant/name_comparison.h"

#include <gtest/gtest.h>

#include <string_view>

namespace mizan {
namespace {

Lexicon names() {
  return {{{"إنجلترا", "England"},
           {"إنكلترا", "England"},
           {"سمير", "Samir"},
           {"سامر", "Samer"},
           {"خالد", "Khalid"},
           {"خالد", "Khaled"},
           {"صالح", "Saleh"},
           {"صالح", "Salah"},
           {"صلاح", "Salah"},
           {"صلاح", "Selah"},
           {"نيويورك", "New York"},
           {"كتاب", "book"}}};
}

struct NameCase {
  std::string_view a;
  std::string_view b;
  bool same;
};

TEST(NameComparison, KnowsWhatLettersCannotTell) {
  const NameComparison names_known(names());
  for (const auto& [a, b, same] : {NameCase{"إنكلترا", "England", true},
                                   {"إنجلترا", "إنكلترا", true},
                                   {"سمير", "سامر", false},
                                   {"Samir", "Samer", false},
                                   {"سمير", "Samer", false},
                                   {"Khalid", "Khaled", true},
                                   {"كتاب", "book", false},
                                   {"نيويورك", "New-York", true}}) {
    EXPECT_EQ(names_known.compare(a, b) >= 0.5, same) << a << " " << b;
    EXPECT_DOUBLE_EQ(names_known.compare(a, b), names_known.compare(b, a)) << a << " " << b;
  }
  // A rendering that both have says nothing against what else parts them.
  EXPECT_LT(names_known.compare("صالح", "صلاح"), 0.98);
}

TEST(NameComparison, ComparesNamesWordByWord) {
  const NameComparison letters_only(Lexicon{});
  for (const auto& [a, b, same] : {NameCase{"عبد الله صالح", "Abdullah Saleh", true},
                                   {"عبدالله", "عبد الله", true},
                                   {"أبو ظبي", "Abu Dhabi", true},
                                   {"أبو ظبي", "أبوظبي", true},
                                   {"J. Smith", "John Smith", true},
                                   {"K. Smith", "John Smith", false},
                                   {"Vladimir Vladimirovich Putin", "فلاديمير بوتين", true},
                                   {"President Putin", "بوتين", true},
                                   {"Putin", "Vladimir Putin", false},
                                   {"John Smith", "Jane Smith", false},
                                   {"محمد علي", "Muhammad Ali", true},
                                   {"علي محمد", "Muhammad Ali", false},
                                   {"Charles de Gaulle", "شارل ديغول", true},
                                   {"عبد الفتاح السيسي", "Abdel Fattah el-Sisi", true},
                                   {"أسامة بن لادن", "Osama bin Laden", true}}) {
    EXPECT_EQ(letters_only.compare(a, b) >= 0.5, same) << a << " " << b;
  }
}

TEST(NameComparison, NothingIsNoName) {
  EXPECT_EQ(NameComparison(names()).compare("", "England"), 0);
  EXPECT_EQ(NameComparison(names()).compare("...", "-"), 0);
}

}  // namespace
}  // namespace mizan
