#include "tm/format/pretranslation.h"

#include <gtest/gtest.h>

#include <string>

namespace mizan {
namespace {

// An exact match, a fuzzy one with a suggestion, and none.
LeverageText text() {
  LeverageText text{"a&b.txt", Language::kArabic, {}};
  Match exact;
  exact.unit.id = 7;
  exact.unit.arabic = "نعم";
  exact.unit.english = "Yes <now>";
  exact.unit.origin.file = "old.tmx";
  exact.unit.origin.author = "SK";
  exact.unit.origin.created = "2025-01-01T00:00:00Z";
  exact.score = 1;
  Match fuzzy;
  fuzzy.unit.id = 8;
  fuzzy.unit.arabic = "قتل 5";
  fuzzy.unit.english = "5\tdied";
  fuzzy.score = 0.876;
  fuzzy.suggestion = SuggestedTarget{"7\tdied", {}};
  text.segments.resize(3);
  text.segments[0].segment.text = "نعم";
  text.segments[0].band = LeverageBand::kExact;
  text.segments[0].match = exact;
  text.segments[1].segment.text = "قتل 7";
  text.segments[1].band = LeverageBand::k85To94;
  text.segments[1].match = fuzzy;
  text.segments[2].segment.text = "غير \"ذلك\"";
  return text;
}

TEST(XliffPretranslation, HoldsTheBestMatchItsScoreAndOrigin) {
  std::string xml;
  XliffPretranslation writer([&](std::string_view piece) { xml += piece; });
  writer.write(text());
  writer.finish();
  EXPECT_EQ(xml,
            R"(<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a&amp;b.txt" datatype="plaintext" source-language="ar" target-language="en">
<body>
<trans-unit id="1" xml:space="preserve">
<source>نعم</source>
<target state="translated" state-qualifier="exact-match">Yes &lt;now&gt;</target>
<alt-trans match-quality="100%" origin="unit 7, old.tmx, SK, 2025-01-01T00:00:00Z"><source>نعم</source><target>Yes &lt;now&gt;</target></alt-trans>
</trans-unit>
<trans-unit id="2" xml:space="preserve">
<source>قتل 7</source>
<target state="needs-review-translation" state-qualifier="fuzzy-match">7	died</target>
<alt-trans match-quality="87%" origin="unit 8"><source>قتل 5</source><target>5	died</target></alt-trans>
</trans-unit>
<trans-unit id="3" xml:space="preserve">
<source>غير &quot;ذلك&quot;</source>
</trans-unit>
</body>
</file>
</xliff>
)");
}

TEST(TsvPretranslation, HasAColumnForEachLanguage) {
  std::string tsv;
  TsvPretranslation writer([&](std::string_view piece) { tsv += piece; });
  writer.write(text());
  EXPECT_EQ(tsv,
            "id\tdocument\tar\ten\tpercent\tband\tunit\torigin\n"
            "1\ta&b.txt\tنعم\tYes <now>\t100\texact\t7\t"
            "unit 7, old.tmx, SK, 2025-01-01T00:00:00Z\n"
            "2\ta&b.txt\tقتل 7\t7 died\t87\t85-94\t8\tunit 8\n"
            "3\ta&b.txt\tغير \"ذلك\"\t\t\tnone\t\t\n");
}

}  // namespace
}  // namespace mizan
