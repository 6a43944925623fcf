// currency: amounts in another money, or in that of another country, than on the other side.
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tm/base/utf8.h"
#include "tm/check/families.h"
#include "tm/lang/arabic_morphology.h"
#include "tm/text/normalize.h"

namespace mizan {
namespace {

// Moneys by what both languages call them: an American and a Canadian dollar are both dollars.
enum Money : unsigned {
  kDollar = 1U << 0,
  kEuro = 1U << 1,
  kPound = 1U << 2,  // جنيه
  kLira = 1U << 3,   // ليرة, in English a pound where Syria or Lebanon is meant
  kYen = 1U << 4,
  kYuan = 1U << 5,
  kRouble = 1U << 6,
  kRial = 1U << 7,
  kDirham = 1U << 8,
  kDinar = 1U << 9,
  kShekel = 1U << 10,
  kRupee = 1U << 11,
  kFranc = 1U << 12,
  kCrown = 1U << 13,
  kRand = 1U << 14,
  kPeso = 1U << 15,
  kWon = 1U << 16,
};

struct MoneyWord {
  std::string_view word;
  unsigned moneys;
  // The word has other senses: a mention that satisfies the other side and asks nothing of it.
  bool doubtful = false;
};

// Folded to kTehMarbuta, without clitics.
constexpr MoneyWord kArabic[] = {
    {"دولار", kDollar}, {"دولارات", kDollar}, {"دولارا", kDollar},  {"دولارين", kDollar},
    {"يورو", kEuro},    {"يوروهات", kEuro},   {"جنيه", kPound},     {"جنيها", kPound},
    {"جنيهات", kPound}, {"جنيهين", kPound},   {"استرليني", kPound}, {"ليره", kLira},
    {"ليرات", kLira},   {"ليرتين", kLira},    {"ين", kYen, true},   {"ينا", kYen, true},
    {"يوان", kYuan},    {"يوانا", kYuan},     {"رنمينبي", kYuan},   {"روبل", kRouble},
    {"روبلا", kRouble}, {"روبلات", kRouble},  {"ريال", kRial},      {"ريالا", kRial},
    {"ريالات", kRial},  {"درهم", kDirham},    {"درهما", kDirham},   {"دراهم", kDirham},
    {"دينار", kDinar},  {"دينارا", kDinar},   {"دنانير", kDinar},   {"شيكل", kShekel},
    {"شيقل", kShekel},  {"شيكلا", kShekel},   {"روبيه", kRupee},    {"روبيات", kRupee},
    {"فرنك", kFranc},   {"فرنكا", kFranc},    {"فرنكات", kFranc},   {"كرونه", kCrown},
    {"كرونات", kCrown}, {"كرون", kCrown},     {"راند", kRand},      {"بيزو", kPeso},
    {"بيسو", kPeso},    {"وون", kWon}};

// Lower case.
constexpr MoneyWord kEnglish[] = {{"$", kDollar},
                                  {"dollar", kDollar},
                                  {"dollars", kDollar},
                                  {"usd", kDollar},
                                  {"us$", kDollar},
                                  {"buck", kDollar, true},
                                  {"bucks", kDollar, true},
                                  {"€", kEuro},
                                  {"euro", kEuro},
                                  {"euros", kEuro},
                                  {"eur", kEuro},
                                  {"£", kPound | kLira},
                                  {"pound", kPound | kLira, true},
                                  {"pounds", kPound | kLira, true},
                                  {"sterling", kPound},
                                  {"gbp", kPound},
                                  {"quid", kPound},
                                  {"egp", kPound},
                                  {"lira", kLira},
                                  {"liras", kLira},
                                  {"lire", kLira},
                                  {"¥", kYen | kYuan},
                                  {"yen", kYen},
                                  {"jpy", kYen},
                                  {"yuan", kYuan},
                                  {"renminbi", kYuan},
                                  {"rmb", kYuan},
                                  {"cny", kYuan},
                                  {"rouble", kRouble},
                                  {"roubles", kRouble},
                                  {"ruble", kRouble},
                                  {"rubles", kRouble},
                                  {"₽", kRouble},
                                  {"rial", kRial},
                                  {"rials", kRial},
                                  {"riyal", kRial},
                                  {"riyals", kRial},
                                  {"sar", kRial, true},
                                  {"dirham", kDirham},
                                  {"dirhams", kDirham},
                                  {"aed", kDirham},
                                  {"dinar", kDinar},
                                  {"dinars", kDinar},
                                  {"shekel", kShekel},
                                  {"shekels", kShekel},
                                  {"₪", kShekel},
                                  {"rupee", kRupee},
                                  {"rupees", kRupee},
                                  {"₹", kRupee},
                                  {"franc", kFranc},
                                  {"francs", kFranc},
                                  {"krone", kCrown},
                                  {"kroner", kCrown},
                                  {"krona", kCrown},
                                  {"kronor", kCrown},
                                  {"crowns", kCrown, true},
                                  {"rand", kRand, true},
                                  {"peso", kPeso},
                                  {"pesos", kPeso},
                                  {"won", kWon, true},
                                  {"₩", kWon}};

// Whose dollar, pound or riyal it is. The Arabic in the masculine, folded to kTehMarbuta.
struct Issuer {
  std::string_view arabic;
  std::string_view english;
};
constexpr Issuer kIssuers[] = {
    {"سوري", "syrian"},     {"لبناني", "lebanese"}, {"مصري", "egyptian"},
    {"سوداني", "sudanese"}, {"تركي", "turkish"},    {"سعودي", "saudi"},
    {"قطري", "qatari"},     {"عماني", "omani"},     {"يمني", "yemeni"},
    {"ايراني", "iranian"},  {"كندي", "canadian"},   {"استرالي", "australian"},
    {"كويتي", "kuwaiti"},   {"اردني", "jordanian"}, {"عراقي", "iraqi"},
    {"تونسي", "tunisian"},  {"جزاءري", "algerian"}, {"ليبي", "libyan"},
    {"بحريني", "bahraini"}, {"صربي", "serbian"},    {"اماراتي", "emirati"},
    {"مغربي", "moroccan"},  {"هندي", "indian"},     {"باكستاني", "pakistani"},
    {"سويسري", "swiss"},    {"سويدي", "swedish"},   {"نرويجي", "norwegian"},
    {"دنماركي", "danish"},  {"مكسيكي", "mexican"},  {"ارجنتيني", "argentine"},
    {"اميركي", "us"},       {"امريكي", "us"},       {"سنغافوري", "singapore"},
};

struct Mention {
  unsigned moneys = 0;
  std::string_view issuer = {};  // the English of kIssuers
  bool doubtful = false;
  std::optional<double> amount;
  CheckedPlace place;
};

const MoneyWord* find_english(std::string_view word) {
  const auto found = std::find_if(std::begin(kEnglish), std::end(kEnglish),
                                  [&](const MoneyWord& money) { return money.word == word; });
  return found == std::end(kEnglish) ? nullptr : &*found;
}

const MoneyWord* find_arabic(std::string_view key) {
  const std::string word = fold(key, FoldProfile::kTehMarbuta);
  // A dinar of letters is not looked for inside of شيكلا and the like: the stack must leave a word
  // of the table.
  for (const Proclitics& stack : proclitic_stacks(word)) {
    const std::string_view rest = std::string_view(word).substr(stack.bytes);
    const auto found = std::find_if(std::begin(kArabic), std::end(kArabic),
                                    [&](const MoneyWord& money) { return money.word == rest; });
    if (found != std::end(kArabic)) return &*found;
  }
  return nullptr;
}

// The number that stands right behind a sign, or else right before the word: at most a space, or
// the adjective of "hundred US dollars", lies between them.
std::optional<double> amount_beside(const CheckedSegment& segment, ByteRange word) {
  constexpr std::size_t kNear = 4;
  std::optional<double> before;
  for (const NumberMention& number : segment.quantities.numbers) {
    if (number.range.contains(word)) return number.value;
    if (number.range.end <= word.begin && word.begin - number.range.end <= kNear) {
      before = number.value;
    }
    if (word.end == number.range.begin) return number.value;
    if (word.end < number.range.begin && number.range.begin - word.end <= 1) {
      return before ? before : number.value;
    }
  }
  return before;
}

// The word that says whose the money at words[i] is: behind it in Arabic, before it in English.
const CheckedWord* issuer_word(const CheckedSegment& segment, std::size_t i) {
  const bool arabic = segment.language == Language::kArabic;
  if (arabic ? i + 1 >= segment.words.size() : i == 0) return nullptr;
  return &segment.words[arabic ? i + 1 : i - 1];
}

std::string_view issuer_of(const CheckedWord* word, Language language) {
  if (!word) return {};
  if (language == Language::kEnglish) {
    if (word->key == "american" || word->key == "u.s") return "us";
    const auto found = std::ranges::find(kIssuers, word->key, &Issuer::english);
    return found == std::end(kIssuers) ? std::string_view() : found->english;
  }
  const std::string key = fold(word->key, FoldProfile::kTehMarbuta);
  const auto found = std::ranges::find_if(kIssuers, [&](const Issuer& issuer) {
    if (!key.starts_with(issuer.arabic)) return false;
    const std::string_view ending = std::string_view(key).substr(issuer.arabic.size());
    return ending.empty() || ending == "ه" || ending == "ا";
  });
  return found == std::end(kIssuers) ? std::string_view() : found->english;
}

std::vector<Mention> mentions(const CheckedDocument& document, const Bead& bead, Language side) {
  std::vector<Mention> result;
  const SegmentRange range = CheckedDocument::range(bead, side);
  for (std::size_t s = range.begin; s < range.end; ++s) {
    const CheckedSegment& segment = document.side(side)[s];
    for (std::size_t i = 0; i < segment.words.size(); ++i) {
      const CheckedWord& word = segment.words[i];
      if (word.kind != TokenKind::kWord && word.kind != TokenKind::kSymbol) continue;
      const bool symbol = word.kind == TokenKind::kSymbol;
      const MoneyWord* money =
          symbol || side == Language::kEnglish
              ? find_english(symbol ? word.range.of(segment.text) : std::string_view(word.key))
              : find_arabic(word.key);
      if (money == nullptr) continue;
      const CheckedWord* adjective = issuer_word(segment, i);
      const std::string_view issuer = symbol ? "" : issuer_of(adjective, side);
      ByteRange named = word.range;
      if (!issuer.empty()) {  // 40 Saudi riyals, 40 ريالًا سعوديًا
        named = {std::min(named.begin, adjective->range.begin),
                 std::max(named.end, adjective->range.end)};
      }
      const auto amount = amount_beside(segment, named);
      // جنيه إسترليني, pounds sterling: one mention
      if (!result.empty() && (result.back().moneys & money->moneys) != 0 && !amount &&
          result.back().place.segment == s &&
          word.range.begin - result.back().place.range.end <= 2) {
        result.back().moneys &= money->moneys;
        result.back().doubtful = result.back().doubtful && money->doubtful;
        continue;
      }
      // ين is an ending that came loose, but not behind a number.
      const bool doubtful = money->doubtful && !(side == Language::kArabic && amount);
      result.push_back({money->moneys, issuer, doubtful, amount, {side, s, named}});
    }
  }
  return result;
}

bool has_money(const std::vector<Mention>& side, unsigned moneys) {
  return std::any_of(side.begin(), side.end(),
                     [&](const Mention& m) { return (m.moneys & moneys) != 0; });
}

// The only mention of an amount on its side.
const Mention* with_amount(const std::vector<Mention>& side, double amount) {
  const Mention* found = nullptr;
  for (const Mention& mention : side) {
    if (mention.amount != amount) continue;
    if (found != nullptr) return nullptr;
    found = &mention;
  }
  return found;
}

}  // namespace

void check_currency(const CheckedDocument& document, const Bead& bead, FindingList& findings) {
  if (bead.one_sided()) return;
  const std::vector<Mention> arabic = mentions(document, bead, Language::kArabic);
  const std::vector<Mention> english = mentions(document, bead, Language::kEnglish);
  if (arabic.empty() || english.empty()) return;
  const auto report = [&](const Mention& a, const Mention& e) {
    findings.add(bead, Report{.rule = "currency",
                              .arabic = a.place,
                              .english = e.place,
                              .message = "“" + quoted(document.text(a.place)) + "” is not “" +
                                         quoted(document.text(e.place)) + "”",
                              .suggestion = "write the currency of the original",
                              .severity = {},
                              .related = {}});
  };
  std::vector<const Mention*> unmatched;  // English, in order
  std::vector<const Mention*> reported;
  for (const Mention& e : english) {
    const Mention* a = e.amount ? with_amount(arabic, *e.amount) : nullptr;
    const bool same_amount = a != nullptr && with_amount(english, *e.amount) == &e;
    if (same_amount) {
      const bool issuers_differ = !a->issuer.empty() && !e.issuer.empty() && a->issuer != e.issuer;
      if (issuers_differ || ((a->moneys & e.moneys) == 0 && !a->doubtful && !e.doubtful)) {
        report(*a, e);
        reported.push_back(a);
      }
      continue;
    }
    if (!e.doubtful && !has_money(arabic, e.moneys)) unmatched.push_back(&e);
  }
  std::size_t next = 0;
  for (const Mention& a : arabic) {
    if (next == unmatched.size()) break;
    if (a.doubtful || has_money(english, a.moneys) ||
        std::find(reported.begin(), reported.end(), &a) != reported.end()) {
      continue;
    }
    report(a, *unmatched[next++]);
  }
}

}  // namespace mizan
