#include <gtest/gtest.h>

#include <vector>

#include "tests/unit/check/pair_rows.h"
#include "tests/unit/check/small_dictionary.h"

namespace mizan {
namespace {

void expect_all(const std::vector<PairRow>& rows) {
  static const SmallDictionary words({{"غادر", {"leave"}},
                                      {"يغادر", {"leave"}},
                                      {"سعيد", {"happy"}},
                                      {"علم", {"know"}},
                                      {"مدينه", {"city", "town"}},
                                      {"رفض", {"refuse", "reject"}},
                                      {"تجنب", {"avoid"}},
                                      {"عجز", {"unable", "weakness"}},
                                      {"مجهول", {"unknown"}},
                                      {"هزم", {"beat", "defeat"}},
                                      {"يهزم", {"beat", "defeat"}},
                                      {"وصول", {"arrive", "arrival"}},
                                      {"قانوني", {"legal"}},
                                      {"فقط", {"only"}},
                                      {"احتكاك", {"friction"}},
                                      {"طريق", {"road"}},
                                      {"مفتوح", {"open"}},
                                      {"وزير", {"minister"}}});
  const CheckKnowledge knowledge{.terms = nullptr, .words = &words, .names = {}};
  for (const PairRow& row : rows) expect_rules(row, knowledge);
}

TEST(Negation, IsMissedWhereTheDeniedWordStandsWithoutIt) {
  expect_all({
      {"لم يغادر المدينة", "He did not leave town", {}},
      {"لم يغادر المدينة", "He didn't leave town", {}},
      {"لم يغادر المدينة", "He left town", {"negation"}},
      {"غادر المدينة", "He did not leave town", {"negation"}},
      {"فلم يغادر المدينة", "He left town", {"negation"}},
      {"يجب ألا يغادر المدينة", "He must not leave town", {}},
      {"يجب ألا يغادر المدينة", "He must leave town", {"negation"}},
      {"لم يغادر المدينة رقم 10", "He did not leave town No. 10", {}},
      {"غادر المدينة رقم 10", "He left town No 10", {}},
      {"لم يغادر المدينة وكان سعيد", "He did not leave town and was not happy", {"negation"}},
      {"لم يغادر المدينة ولم يكن سعيد", "He did not leave town and was not happy", {}},
  });
}

TEST(Negation, MayBePartOfAWord) {
  expect_all({
      {"كان غير سعيد", "He was unhappy", {}},
      {"كان سعيد", "He was unhappy", {"negation"}},
      {"كان غير سعيد", "He was happy", {"negation"}},
      {"الفريق الذي يهزم", "the unbeaten side", {"negation"}},
      {"الفريق الذي لم يهزم", "the unbeaten side", {}},
      {"طريق بلا احتكاك", "a frictionless road", {}},
      {"رجل مجهول", "an unknown man", {}},  // a word of its own, not "known" without its denial
      {"غادر الموحدة", "He left his uniform", {}},
  });
}

TEST(Negation, LooksThroughWordsThatCarryAnothersSense) {
  expect_all({
      {"لم يكن الوزير سعيد", "The minister was not happy", {}},
      {"لم يكن الوزير سعيد", "The minister was happy", {"negation"}},
      {"لم يعد الوزير يغادر بيته", "The minister keeps to his house", {}},
      {"لم يتمكن الرجل من الوصول", "The man arrived", {"negation"}},
      {"لم يتمكن الرجل من الوصول", "The man was unable to arrive", {}},
      {"ليس قانوني", "It is legally sound", {"negation"}},  // a word of the same family
      {"لم ينبهر الوزير", "The minister yawned", {}},       // the subject says nothing of its verb
  });
}

TEST(Negation, MayBeSaidByAWordOfRefusal) {
  expect_all({
      {"رفض أن يغادر المدينة", "He would not leave town", {}},
      {"لم يغادر المدينة", "He refused to leave town", {}},
      {"عجز الوزير بعد نقاش طويل في لجنة مغلقة عن أن يغادر",
       "After a long debate behind doors the minister was unable to leave",
       {}},
      // What has its own counterpart answers for nothing else.
      {"تجنب الطريق وهو سعيد", "He avoided the road and was not happy", {"negation"}},
      {"تجنب الطريق ولم يكن سعيد", "He avoided the road and was not happy", {}},
      {"لم يغادر سوى الوزير", "Only the minister left", {}},
      {"لم يغادر المدينة القديمة الواقعة على النهر إلا أمس",
       "He left that old town on the great river just yesterday",
       {}},
  });
}

TEST(Negation, IsNotLookedForInIdioms) {
  expect_all({
      {"لا يزال يغادر المدينة", "He still leaves town", {}},
      {"يزال يغادر المدينة", "He still leaves town", {"negation"}},
      {"لا بد أن يغادر المدينة", "He must leave town", {}},
      {"في موعد لا يتجاوز الجمعة", "no later than Friday", {}},
      {"سواء غادر المدينة أم بقي", "whether or not he leaves town", {}},
      {"غادر الوزير وغيره", "Not only the minister left", {}},
      {"غادر فقط الوزير", "Not only the minister left", {"negation"}},
      {"غيّر المدينة", "He changed town", {}},
      {"أراد لم شمل مدينة", "He wanted to reunite a town", {}},
      {"أراد لم الشمل في مدينة", "He wanted to reunite a town", {}},
      {"غير رأيه وهو سعيد", "He changed his mind and was happy", {}},
      {"فعل ما علم", "He did what he knew", {}},
      {"لا أحد سعيد في المدينة", "No one, no one at all is happy in town", {}},
  });
}

// Where the sense is put in other words there is nothing to compare, but translators into Arabic
// hardly ever leave a denied verb without any denial.
TEST(Negation, IsAMatterOfStyleWhereTheDeniedWordIsNotFound) {
  expect_all({
      {"غير عابس", "He beamed", {}},
      {"لن تدق الأجراس", "The bells fall silent", {}},
      {"كان عابسًا", "He was not smiling", {"negation"}},
      {"قالوا إنهم سيأتون وتخلفوا", "They said they would come, but did not", {}},
      {"لايناسبه", "It does not suit him", {}},  // a space lost, and with it the particle
  });
}

}  // namespace
}  // namespace mizan
