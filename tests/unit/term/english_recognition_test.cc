#include <gtest/gtest.h>

#include "recognition.h"

namespace mizan {
namespace {

void expect_rows(const std::vector<RecognitionRow>& rows) {
  for (const RecognitionRow& row : rows) {
    EXPECT_EQ(found_surfaces(row, Language::kEnglish), row.surface)
        << row.english << " in: " << row.text;
  }
}

TEST(EnglishRecognition, TakesPluralsAndPossessives) {
  expect_rows({
      {"كتيبة", "battalion", "two battalions", "battalions"},
      {"دولة", "country", "the countries' envoys", "countries'"},
      {"طفل", "child", "children\u2019s books", "children\u2019s"},
      {"جرثومة", "bacterium", "Bacteria spread", "Bacteria"},
      {"المدعي العام", "attorney general", "the attorneys general", "attorneys general"},
      {"طائرات بدون طيار", "drones", "a drone", "drone"},
      {"وودز", "Woods", "Woods's putt in the woods", "Woods's"},
      {"ويلز", "Wales", "Wales, whales", "Wales"},
      {"نقابة عمال الأرصفة", "dockworkers' union", "dockworkers union", "dockworkers union"},
  });
}

TEST(EnglishRecognition, KnowsWhatCapitalsTell) {
  expect_rows({
      {"الولايات المتحدة", "US", "they told us that the US and the U.S. agree", "US | U.S."},
      {"منظمة الصحة العالمية", "WHO", "those who asked the WHO", "WHO"},
      {"تقنية المعلومات", "IT", "IT IS HEREBY ordered", ""},
      {"تركيا", "Turkey", "roast turkey in Turkey", "Turkey"},
      {"ماي", "May", "Mrs May may resign in May 2019", "May"},
      {"كوفيد-19", "COVID-19", "Covid-19 and covid-19", "Covid-19 | covid-19"},
      {"المحكمة العليا", "Supreme Court", "the supreme court", "supreme court"},
      {"مشروع قانون", "bill", "Bill Gates backed the Bill", "Bill"},
      {"حزب", "party", "the Green Party", "Party"},
  });
}

TEST(EnglishRecognition, JoinsAndSplitsCompounds) {
  expect_rows({
      {"غسل اليدين", "hand-washing", "hand washing, handwashing", "hand washing | handwashing"},
      {"قناع وجه", "face mask", "facemasks and face-masks", "facemasks | face-masks"},
      {"بريد إلكتروني", "email", "an e-mail", "e-mail"},
      {"متابعة", "follow-up", "a follow-up; we follow up", "follow-up"},
      {"إغلاق", "lockdown", "they lock down the city", ""},
  });
}

TEST(EnglishRecognition, MeetsBritishAndAmericanSpelling) {
  expect_rows({
      {"دفاع", "defence", "the defense", "defense"},
      {"منظمة", "organization", "organisations", "organisations"},
      {"مركز", "center", "the centres", "centres"},
      {"عمل", "labor", "labour", "labour"},
      {"فقر الدم", "anaemia", "anemia", "anemia"},
  });
}

TEST(EnglishRecognition, LeavesOtherWordsAlone) {
  expect_rows({
      {"إضراب", "strike", "trying to strike a deal", ""},
      {"حق", "right", "leave right now", ""},
      {"حالة", "case", "in case of fire", ""},
      {"سفينة", "ship", "warships, membership", ""},
      {"الكرملين", "the Kremlin", "Kremlin officials", "Kremlin"},
      {"خلية", "cell", "cellular phones", ""},
  });
}

TEST(EnglishRecognition, ASpanHoldsThePossessiveAndBytesOfTheOriginal) {
  const TermRecognizer recognizer({make_concept("جواو فيريرا", "João Ferreira")});
  const std::string text = "«Joao» and João Ferreira\u2019s team";
  const std::vector<TermHit> hits = recognizer.find(text, Language::kEnglish);
  ASSERT_EQ(hits.size(), 1U);
  EXPECT_EQ(hits[0].surface, "João Ferreira\u2019s");
  EXPECT_EQ(text.substr(hits[0].begin, hits[0].end - hits[0].begin), hits[0].surface);
  EXPECT_EQ(hits[0].term, "João Ferreira");
  EXPECT_EQ(hits[0].translations, std::vector<std::string>{"جواو فيريرا"});
  EXPECT_EQ(hits[0].evidence, "possessive");
}

}  // namespace
}  // namespace mizan
