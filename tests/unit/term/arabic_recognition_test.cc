#include <gtest/gtest.h>

#include "recognition.h"

namespace mizan {
namespace {

void expect_rows(const std::vector<RecognitionRow>& rows) {
  for (const RecognitionRow& row : rows) {
    EXPECT_EQ(found_surfaces(row, Language::kArabic), row.surface)
        << row.arabic << " in: " << row.text;
  }
}

TEST(ArabicRecognition, FindsATermBehindEveryStackOfProclitics) {
  expect_rows({
      {"فيلق إفريقيا", "Africa Corps", "وصل فيلق إفريقيا أمس", "فيلق إفريقيا"},
      {"فيلق إفريقيا", "Africa Corps", "مهمة ولفيلق إفريقيا دور", "ولفيلق إفريقيا"},
      {"فيلق إفريقيا", "Africa Corps", "التقى بفيلق افريقيا", "بفيلق افريقيا"},
      {"هدنة", "truce", "أبالهدنة يقبلون؟", "أبالهدنة"},
      {"هدنة", "truce", "أفللهدنة ثمن؟", "أفللهدنة"},
      {"هدنة", "truce", "وكالهدنة السابقة", "وكالهدنة"},
      {"الأمم المتحدة", "United Nations", "وفد للأمم المتحدة", "للأمم المتحدة"},
      {"لجنة", "committee", "وقال للجنة", "للجنة"},
      {"التهاب الحلق", "sore throat", "يعاني من الالتهاب الحلق", "الالتهاب الحلق"},
  });
}

TEST(ArabicRecognition, TakesPronounsWithTheirSpellings) {
  expect_rows({
      {"قذيفة", "shell", "أطلقوا قذيفتهم", "قذيفتهم"},
      {"مستشفى", "hospital", "في مستشفاه الجديد", "مستشفاه"},
      {"مراقب", "observer", "عاد مراقبوها أمس", "مراقبوها"},
      {"مراقب", "observer", "التقى بمراقبيهم", "بمراقبيهم"},
      {"ثكنة", "barracks", "من ثكنتيهما", "ثكنتيهما"},
      {"خسارة", "loss", "وخسائرهم كبيرة", "وخسائرهم"},
  });
}

TEST(ArabicRecognition, TakesDualAndSoundPluralInEveryState) {
  expect_rows({
      {"قافلة", "convoy", "مرت القافلتان", "القافلتان"},
      {"قافلة", "convoy", "قافلتا الوقود", "قافلتا"},
      {"مهندس", "engineer", "حضر المهندسون", "المهندسون"},
      {"مهندس", "engineer", "مهندسو الشركة", "مهندسو"},
      {"مهندس", "engineer", "مهندسي الشركة", "مهندسي"},
      {"حكومة", "government", "للحكومات", "للحكومات"},
      {"منتدى", "forum", "في المنتديات", "المنتديات"},
      {"قناة", "channel", "عبر القنوات", "القنوات"},
      {"محام", "lawyer", "قال المحامي إن المحامين", "المحامي | المحامين"},
      {"قاض", "judge", "القاضيان وقضاة", "القاضيان | وقضاة"},
      {"فيديو", "video", "نشرت فيديوهات", "فيديوهات"},
  });
}

TEST(ArabicRecognition, KnowsBrokenPlurals) {
  expect_rows({
      {"لغم", "mine", "الألغام", "الألغام"},
      {"قناع", "mask", "وبأقنعتهم", "وبأقنعتهم"},
      {"كتيبة", "battalion", "من الكتائب", "الكتائب"},
      {"مصنع", "factory", "ومصانعها", "ومصانعها"},
      {"صندوق", "box", "الصناديق", "الصناديق"},
      {"سفير", "ambassador", "للسفراء", "للسفراء"},
      {"هدية", "gift", "الهدايا", "الهدايا"},
      {"جسر", "bridge", "الجسور", "الجسور"},
      {"امرأة", "woman", "النساء", "النساء"},
      {"أثر", "trace", "آثارها", "آثارها"},
      {"زقاق", "alley", "في الأزقة", "الأزقة"},
  });
}

TEST(ArabicRecognition, LetsEveryWordOfATermInflect) {
  expect_rows({
      {"سلاح نووي", "nuclear weapon", "أسلحتها النووية", "أسلحتها النووية"},
      {"مؤتمر صحفي", "press conference", "مؤتمرًا صحفيًا", "مؤتمرًا صحفيًا"},
      {"مرض معدٍ", "communicable disease", "الأمراض المعدية", "الأمراض المعدية"},
      {"رئيس الوزراء", "prime minister", "رئيسة وزراء", "رئيسة وزراء"},
      {"غسل اليدين", "hand washing", "غسل يديها", "غسل يديها"},
      {"جماعة نصرة الإسلام والمسلمين", "JNIM", "«جماعة نصرة الإسلام والمسلمين»",
       "جماعة نصرة الإسلام والمسلمين"},
      {"الخدمات الصحية", "health services", "الخدمة الصحية", "الخدمة الصحية"},
  });
}

TEST(ArabicRecognition, SeesThroughSpellingAndInvisibleCharacters) {
  expect_rows({
      {"الكونغرس", "Congress", "في الكونجرس", "الكونجرس"},
      {"الحزب الديمقراطي", "Democratic Party", "الحزب الديموقراطي", "الحزب الديموقراطي"},
      {"كوفيد-19", "COVID-19", "بكوفيد ١٩ وكوفيد19", "بكوفيد ١٩ | وكوفيد19"},
      {"المحكمة العليا", "Supreme Court", "المحكمه العليا", "المحكمه العليا"},
      {"مجلس الأمن", "Security Council", "مجلس\u200F الأمـــن", "مجلس\u200F الأمـــن"},
      {"الصين", "China", "الصی\u0640ن", "الصی\u0640ن"},
      {"مجموعة فاغنر", "Wagner Group", "مجموعة \"فاغنر\"", "مجموعة \"فاغنر"},
      {"مسؤول", "official", "المسئول", "المسئول"},
      {"تيريزا ماي", "Theresa May", "تيريزاماي", "تيريزاماي"},
      {"فيلق إفريقيا", "Africa Corps", "#فيلق_إفريقيا", "فيلق_إفريقيا"},
  });
}

TEST(ArabicRecognition, LeavesOtherWordsAlone) {
  expect_rows({
      {"فيلق إفريقيا", "Africa Corps", "الفيلق الإفريقي", ""},
      {"الصين", "China", "المتخصصين الصينيين", ""},
      {"مصر", "Egypt", "المصري لقي مصرعه", ""},
      {"علي", "Ali", "على الحكومة وعليه", ""},
      {"أمن", "security", "الأجهزة الآمنة", ""},
      {"كتابة", "writing", "نشر كتابه", ""},
      {"خط", "line", "هذه خطة", ""},
      {"اقتصاد", "economy", "نمو اقتصادي والاقتصادية", ""},
      {"هجوم", "attack", "المهاجم هاجم", ""},
      {"حجر صحي", "quarantine", "في الحجر", ""},
      {"صعوبة في التنفس", "difficulty breathing", "صعوبة التنفس", ""},
      {"سلاح نووي", "nuclear weapon", "سلاح روسي نووي", ""},
      {"تعرض", "exposure", "لقد تعرض", ""},
      {"بن", "bin", "لبن", ""},
      {"طالب", "student", "حركة طالبان", ""},
  });
}

TEST(ArabicRecognition, TellsMaliFromFinancialByItsNeighbours) {
  expect_rows({
      {"مالي", "Mali", "عجز مالي كبير", ""},
      {"مالي", "Mali", "دعم فني ومالي", ""},
      {"مالي", "Mali", "في مالي", "مالي"},
      {"مالي", "Mali", "حكومة مالي", "مالي"},
      {"مالي", "Mali", "واعتمدت مالي على فرنسا", "مالي"},
      {"مالي", "Mali", "القطاع المالي", ""},
  });
}

TEST(ArabicRecognition, ARenderingOnTheOtherSideConfirms) {
  const RecognitionRow row = {"مالي", "Mali", "انهيار مالي", ""};
  EXPECT_EQ(found_surfaces(row, Language::kArabic), "");
  FindOptions options;
  options.other_side = "Mali's collapse";
  EXPECT_EQ(found_surfaces(row, Language::kArabic, options), "مالي");
  options.other_side = "financial collapse";
  EXPECT_EQ(found_surfaces(row, Language::kArabic, options), "");
}

TEST(ArabicRecognition, OffersRelatedFormsOnlyWhenAsked) {
  FindOptions options;
  options.related = true;
  const std::vector<RecognitionRow> rows = {
      {"فيلق إفريقيا", "Africa Corps", "الفيلق الإفريقي", "الفيلق الإفريقي"},
      {"اقتصاد", "economy", "الاقتصادية", "الاقتصادية"},
      {"انتقال", "transmission", "ينتقل", "ينتقل"},
      {"حجر صحي", "quarantine", "في الحجر", "الحجر"},
  };
  for (const RecognitionRow& row : rows) {
    EXPECT_EQ(found_surfaces(row, Language::kArabic, options), row.surface) << row.text;
    EXPECT_EQ(found_surfaces(row, Language::kArabic), "") << row.text;
  }
}

}  // namespace
}  // namespace mizan
