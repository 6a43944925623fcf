// The rules on pairs of sentences, right and wrong.
#include <gtest/gtest.h>

#include "tests/unit/check/pair_rows.h"

namespace mizan {
namespace {

using Row = PairRow;

class Pairs : public testing::TestWithParam<Row> {};

TEST_P(Pairs, GetTheRulesThatTheyBreak) { expect_rules(GetParam()); }

INSTANTIATE_TEST_SUITE_P(
    Numbers, Pairs,
    testing::Values(
        Row{"يبلغ عددهم 25 مليون نسمة", "They number 25 million", {}},
        Row{"يبلغ عددهم 25 مليون نسمة", "They number 2.5 million", {"number-value"}},
        Row{"عبر نحو 300 ألف لاجئ", "About 300,000 refugees crossed", {}},
        Row{"عبر نحو 300 ألف لاجئ", "About 300 million refugees crossed", {"scale"}},
        Row{"نُشر ٢٠٠٠ فرد", "They deployed 2,000 men", {}},
        Row{"نُشر نحو 2000 فرد", "They deployed about 200 men", {"number-value"}},
        Row{"خمسة وعشرون قتيلًا", "Twenty-five were killed", {}},
        Row{"خمسة وعشرون قتيلًا", "Twenty-six were killed", {"number-word"}},
        Row{"توفي بعد شهرين", "Two months later, he died", {}},
        Row{"توفي بعد شهرين", "Three months later, he died", {"number-word"}},
        Row{"سينتشر ألفا جندي", "Two thousand soldiers will deploy", {}},
        Row{"سينتشر ألفا جندي", "Three thousand soldiers will deploy", {"number-word"}},
        Row{"اشترت كلتا السلسلتين منذ عامين", "It bought both chains two years ago", {}},
        Row{"اشترت كلتا السلسلتين منذ عامين",
            "It bought both chains three years ago",
            {"number-word"}},
        Row{"نصف مليون حاوية", "half a million containers", {}},
        Row{"ثلاث ساعات ونصف", "three and a half hours", {}}, Row{"فاز بهدف دون رد", "won 1-0", {}},
        Row{"تعادل الفريقان سلبيًا", "they drew 0-0", {}},
        Row{"فاز 3-1", "won 3-0", {"number-value"}},
        Row{"بفارق ثانية ونصف الثانية", "one and a half seconds ahead", {}},
        Row{"بسعر 82 دولارًا و40 سنتًا", "at $82.40", {}},
        Row{"بسعر 82.40 دولار", "at 82 dollars and 40 cents", {}},
        Row{"بسعر 82 دولارًا و40 سنتًا", "at $82.60", {"number-value", "number-value"}},
        Row{"وزنه طنان و300 كيلوغرام", "weighs 2.3 tonnes", {}},
        Row{"(الدولار = 3.75 ريال)", "($1 = 3.75 riyals)", {}},
        Row{"ثلاثينيات القرن العشرين", "the 1930s", {}},
        Row{"ثلاثينيات القرن العشرين", "the 1920s", {"date"}},
        Row{"بداية القرن الواحد والعشرين", "the early 2000s", {}},
        Row{"هجرها آلاف الناس", "Thousands of people left it", {}},
        Row{"ملايين الناس", "thousands of people", {"scale"}},
        Row{"اتصل على 116123", "call 116 123", {}},
        Row{"كان أحد الرجال هناك", "One of the men was there", {}},
        Row{"وظفت 1.250 عاملا", "It hired 1,250 workers", {}},
        Row{"أنفق 40 دولارا", "He spent some money", {"number-value"}},
        Row{"حقق فوزين", "with two victories", {}}, Row{"زاره مرتين", "He visited it twice", {}},
        Row{"زاره ثلاث مرات", "He visited it twice", {"number-word"}},
        Row{"زاره مرتين", "He visited it three times", {"number-word"}},
        Row{"ثلاثة أرباع السكان", "three quarters of the people", {}},
        Row{"ثلثا السكان", "two thirds of the people", {}},
        Row{"بين 10 و15 جنديا", "10-15 soldiers", {}},
        Row{"بين 10 و15 جنديا", "10-25 soldiers", {"number-value"}},
        Row{"اشترى دزينتين من الكتب", "He bought two dozen books", {}},
        Row{"اشترى 24 كتابا", "He bought two dozen books", {}},
        Row{"مئتا ألف لاجئ", "200,000 refugees", {}},
        Row{"مئتا ألف لاجئ", "300,000 refugees", {"number-value"}},
        Row{"نصف مليون لاجئ", "500,000 refugees", {}}, Row{"يبلغ من العمر 37 عاما", "aged 37", {}},
        Row{"عمره 37 عاما", "37-year-old", {}},
        Row{"عمره 37 عاما", "27-year-old", {"number-value"}},
        Row{"فازوا بنتيجة 3-1", "They won 3-1", {}},
        Row{"فازوا بنتيجة 3-1", "They won 3-2", {"number-value"}},
        Row{"المركز الخامس", "fifth place", {}},
        Row{"المركز الخامس", "sixth place", {"number-word"}},
        Row{"للمرة الحادية والعشرين", "for the 21st time", {}}, Row{"الكتاب صفر", "zero books", {}},
        Row{"في شهر صفر", "in the month of Safar", {}},
        Row{"فيروس كوفيد-19", "the COVID-19 virus", {}},
        Row{"فيروس كوفيد-19", "the COVID-29 virus", {"number-value"}},
        Row{"فيروس كوفيد 19", "the COVID-19 virus", {}},
        Row{"الإنزيم المحول 2", "the ACE2 enzyme", {}},
        Row{"الحرب العالمية الثانية", "World War II", {}},
        Row{"حرب 1950 حتى 1953", "the 1950-53 war", {}},
        Row{"حقق 10 نقاط مئوية وبلغ 20% ثم 30%", "10 percentage points, 20% then 30%", {}},
        Row{"بلغ 20% (حمى) و30%", "20 percentage points (fever), 30%", {"percent"}}));

INSTANTIATE_TEST_SUITE_P(
    CountsWithoutCounterpart, Pairs,
    testing::Values(
        Row{"عاد قبل المباراة", "He came back five games later", {"number-word"}},
        Row{"خسر خمس مباريات", "He lost some games", {"number-word"}},
        Row{"عاد قبل المباراة", "The five men came back", {}}, Row{"خسر الخمسة", "They lost", {}},
        Row{"يعمل في قناة خاصة", "He works for Channel Four", {}},
        Row{"باع بعض الكتب", "He sold half a dozen books", {}}, Row{"منذ عقد", "for ten years", {}},
        Row{"في العقد الماضي", "in the last 10 years", {}},
        Row{"منذ عقد", "for eight years", {"number-word"}},
        Row{"مرت سبعة أيام", "A week passed", {}}, Row{"باع كتبا", "He sold two books", {}},
        Row{"باع كتبا", "He sold one book", {}},
        Row{"قبل العيد بأربعة أيام", "a couple of days before the feast", {"number-word"}},
        Row{"كلاهما غادر", "The three of them both left", {}},
        Row{"زارتهمدينتهثلاثمرات", "He visited three times", {}},
        Row{"زارتهمدينتهثلاثمرات", "He visited five times", {"number-word"}},
        Row{"قبل ثلاثة أعوام في الطبعة الثانية بنسبة 3%",
            "two years ago in the second edition at 3%",
            {"number-word"}},
        Row{"أول عشر عينات", "the first ten samples", {}},
        Row{"سلالة ألفا هي الأولى", "the alpha strain is the first", {}},
        Row{"أكثر من 300 مليار دولار", "$300+ billion", {}},
        Row{"فاز 20-0", "He won 2-0", {"number-value"}},
        Row{"فاز 1-0", "He won 1-1", {"number-value"}}, Row{"بنسبة 0.5 إلى 1", "0.5 to 1", {}},
        Row{"نصف كيلومتر", "0.5 km", {}}, Row{"خمسة تريليونات", "five thousand", {"scale"}},
        Row{"الساعة 72:55", "at 12:55", {"number-value", "number-value"}}));

INSTANTIATE_TEST_SUITE_P(
    OneOfATime, Pairs,
    testing::Values(
        Row{"لم تصمد الهدنة سوى يوم واحد", "The truce held only two days", {"number-word"}},
        Row{"لم تصمد الهدنة سوى يوم واحد", "The truce held only one day", {}},
        Row{"دام الحصار يومًا واحدًا", "The siege lasted four days", {"number-word"}},
        Row{"دام الحصار ثلاثة أسابيع", "The siege lasted one week", {"number-word"}},
        Row{"بعد حصار دام يومين", "after a day-long siege", {"number-word"}},
        Row{"بعد حصار دام يومًا", "after a day-long siege", {}},
        Row{"وعاد بعد شهرين", "He came back a month later", {"number-word"}},
        Row{"وعاد بعد شهر", "He came back two months later", {"number-word"}},
        Row{"قبل نحو عام", "about two years ago", {"number-word"}},
        Row{"قبل نحو عام ونصف", "about two years ago", {}},
        Row{"منذ عام 2012", "for two years", {}},
        Row{"قبل يومي السفر وبعد يوم حافل", "after two days", {}},
        Row{"مرتين في يوم واحد وعاد بعد يومين", "twice a day, he came back two days later", {}},
        Row{"بعد شهرين", "A month or two later", {}},
        Row{"بعد عامين", "after 24 months, a year", {}}));

INSTANTIATE_TEST_SUITE_P(
    PartsAndMultiples, Pairs,
    testing::Values(
        Row{"انخفض السعر بنحو الثلث", "The price fell by about a quarter", {"number-word"}},
        Row{"انخفض السعر بنحو الثلث", "The price fell by about a third", {}},
        Row{"انخفض السعر بنحو الربع", "The price fell by about a third", {"number-word"}},
        Row{"باع ثلثي البيت وبقي الثلث",
            "He sold three-quarters of the house and kept a third",
            {"number-word"}},
        Row{"باع ثلثي البيت وبقي الثلث", "He sold two-thirds of the house and kept a third", {}},
        Row{"في نصف النهائي", "in the third quarter", {}},
        Row{"خلال نصف عام", "in the last quarter", {}},
        Row{"زاد السعر بمقدار الضعف", "The price nearly tripled", {"number-word"}},
        Row{"زاد السعر بمقدار الضعف", "The price nearly doubled", {}},
        Row{"نقطة الضعف", "the doubles final", {}},
        Row{"مئات السكان", "dozens of residents", {"scale"}},
        Row{"عشرات السكان", "scores of residents", {}},
        Row{"بلغ عددهم 2000 فرد", "They number 2,000%", {"percent"}}));

INSTANTIATE_TEST_SUITE_P(
    Power, Pairs,
    testing::Values(Row{"ينتج السد 34 ألف ميغاواط", "The dam makes 34,000 kilowatts", {"unit"}},
                    Row{"ينتج السد 34 ألف ميجاوات", "The dam makes 34,000 megawatts", {}},
                    Row{"ينتج السد 1200 ميغاوات", "The dam makes 1,200MW", {}},
                    Row{"ينتج السد 1200 ميغاوات", "The dam makes 1,200GW", {"unit"}},
                    Row{"طوله 5.2 ميكرومتر", "It is 5.2 millimetres long", {"unit"}},
                    Row{"على بعد 200 ميل بحري", "200 nautical miles away", {}},
                    Row{"على بعد 200 كيلومتر", "200 nautical miles away", {"unit"}}));

INSTANTIATE_TEST_SUITE_P(
    Issuers, Pairs,
    testing::Values(
        Row{"دفع 70 ألف ليرة سورية", "He paid 70,000 Lebanese pounds", {"currency"}},
        Row{"دفع 70 ألف ليرة سورية", "He paid 70,000 Syrian pounds", {}},
        Row{"دفع 70 ألف ليرة", "He paid 70,000 Syrian pounds", {}},
        Row{"بلغ الأجر 40 ريالًا قطريًا", "The wage is 40 Saudi riyals", {"currency"}},
        Row{"بلغ الأجر 40 ريالًا قطريًا", "The wage is 40 Qatari riyals", {}},
        Row{"كلفه 3 ملايين دولار كندي", "It cost 3 million Australian dollars", {"currency"}},
        Row{"كلفه 3 ملايين دولار أمريكي", "It cost 3 million U.S. dollars", {}}));

INSTANTIATE_TEST_SUITE_P(
    MonthsAndYearsTwice, Pairs,
    testing::Values(Row{"وُقّع في 14 أيار/يونيو", "It was signed on May 14", {"date"}},
                    Row{"وُقّع في 14 أيار/مايو", "It was signed on May 14", {}},
                    Row{"في يونيو/يوليو 2020", "in June/July 2020", {}},
                    Row{"بعد زلزال عام 2011 وسيول عامي 2018 و2019",
                        "after the 2019 quake and the floods of 2018 and 2019",
                        {"date"}}));

INSTANTIATE_TEST_SUITE_P(
    ClockTimes, Pairs,
    testing::Values(Row{"الساعة 12:55 ظهرا", "at 12:55 p.m.", {}},
                    Row{"الساعة 12:55 ظهرا", "at 12:25 p.m.", {"number-value"}},
                    Row{"الساعة 7:30 مساء", "at 19:30", {}},
                    Row{"الساعة الثانية والنصف", "at 2:30", {}},
                    Row{"الساعة 7 مساء", "at 7:00 p.m.", {}},
                    Row{"الساعة السابعة والربع", "at 7:15", {}}));

INSTANTIATE_TEST_SUITE_P(
    Units, Pairs,
    testing::Values(Row{"على بعد 30 كيلومترا", "30 km away", {}},
                    Row{"على بعد 30 كيلومترا", "19 miles away", {}},
                    Row{"على بعد 30 كيلومترا", "30 miles away", {"unit"}},
                    Row{"30 كيلومترا (19 ميلا)", "19 miles (30 km)", {}},
                    Row{"30 كيلومترا (30 ميلا)", "19 miles (30 km)", {"number-value"}},
                    Row{"مساحتها 100 هكتار", "an area of 247 acres", {}},
                    Row{"مساحتها 5 كيلومترات مربعة", "5 square kilometres", {}},
                    Row{"مساحتها 5 كيلومترات مربعة", "5 square miles", {"unit"}},
                    Row{"بلغت 20 درجة مئوية", "reached 68 degrees Fahrenheit", {}},
                    Row{"بلغت 20 درجة مئوية", "reached 20 °C", {}},
                    Row{"بلغت 20 درجة مئوية", "reached 20°F", {"unit"}},
                    Row{"يزن 10 كيلوغرامات", "weighs 22 pounds", {}},
                    Row{"يزن 10 كيلوغرامات", "weighs 10 pounds", {"unit"}},
                    Row{"طوله 6 أقدام", "6 feet tall", {}},
                    Row{"طوله 1.83 مترا", "6 feet tall", {}},
                    Row{"خلال 48 ساعة", "within 48 hours", {}},
                    Row{"خلال 48 ساعة", "within two days", {}},
                    Row{"خلال يومين", "within 48 hours", {}},
                    Row{"خلال 48 ساعة", "within 48 minutes", {"unit"}},
                    Row{"بعد خمسة أيام", "five weeks later", {"unit"}},
                    Row{"على بعد 30 كم (19 ميلا)", "30 km (19 km) away", {"unit"}},
                    Row{"على عمق 9 أمتار (30 قدما)", "9 miles (30 feet) deep", {"unit"}},
                    Row{"بمساحة 2000 متر مربع", "a 2,000-sq-mile hall", {"unit"}}));

INSTANTIATE_TEST_SUITE_P(
    Addresses, Pairs,
    testing::Values(Row{"راجع www.example.org", "see https://example.org/", {}},
                    Row{"راجع www.example.org", "see www.exmaple.org", {"url"}},
                    Row{"راجع example.org", "see example.ogr", {"url"}},
                    Row{"راجع info@example.org", "see info@example.org", {}},
                    Row{"راجع info@example.org", "see inf@example.org", {"url"}},
                    Row{"راجع الموقع", "see example.org", {}}));

INSTANTIATE_TEST_SUITE_P(
    Percentages, Pairs,
    testing::Values(Row{"بنسبة 12 في المئة", "by 12 per cent", {}},
                    Row{"بنسبة 12%", "by twelve percent", {}},
                    Row{"بنسبة 12 في المئة", "by 21 per cent", {"number-value"}},
                    Row{"بنسبة 12 في المئة", "by 12 percentage points", {"percent"}},
                    Row{"بنسبة 12 في المئة", "by 12", {"percent"}},
                    Row{"من 10 إلى 15 في المئة", "10 to 15 percent", {}},
                    Row{"من 10% إلى 15%", "10 to 15 percent", {}},
                    Row{"نصف السكان", "50 percent of the people", {}},
                    Row{"غاب 5 (78%) و7 (71%)", "5 (78) and 7 (71%) were away", {"percent"}},
                    Row{"يعتقد38% ذلك", "38 percent think so", {"space-punctuation"}}));

INSTANTIATE_TEST_SUITE_P(
    Dates, Pairs,
    testing::Values(
        Row{"في السادس والعشرين من يوليو 2023", "on 26 July 2023", {}},
        Row{"في 26 تموز 2023", "on July 26, 2023", {}},
        Row{"في 26 تموز 2023", "on June 26, 2023", {"date"}}, Row{"منذ عام 2012", "since 2012", {}},
        Row{"منذ عام 2012", "since 2013", {"date"}}, Row{"يوم الخميس", "on Thursday", {}},
        Row{"يوم الخميس", "on Friday", {"date"}},
        Row{"في سبتمبر 2022 ثم سبتمبر 2023", "in September 2022, then November 2023", {"date"}},
        Row{"في سبتمبر 2022 ثم سبتمبر 2023", "in September 2022, then a year later", {}},
        Row{"قالت تيريزا ماي", "Theresa May said", {}},
        Row{"هجمات 11 سبتمبر", "the 9/11 attacks", {}}, Row{"في 14 جويلية", "on 14 July", {}},
        Row{"في 14 يوليوز", "on 14 July", {}}, Row{"في 14 غشت", "on 14 July", {"date"}},
        Row{"في 3 أيار", "on 3 May", {}}, Row{"في 10 رمضان", "on 10 Ramadan", {}},
        Row{"في 10 رمضان", "on 11 Ramadan", {}}, Row{"في 10 رمضان", "on 14 Ramadan", {"date"}},
        Row{"في 10 رمضان", "on 10 Shawwal", {"date"}}, Row{"مساء السبت", "on Saturday evening", {}},
        Row{"مساء السبت", "on Sunday evening", {"date"}},
        Row{"منذ لقاء فبراير", "since February's meeting", {}},
        Row{"منذ لقاء فبراير", "since July's meeting", {"date"}},
        Row{"في انتخابات نوفمبر", "in the tense March elections", {"date"}},
        Row{"قالت السيدة أغسطس", "Mrs May said", {"date"}}, Row{"قالت في شوال", "Mrs May said", {}},
        Row{"في 1 أكتوبر", "on October 10", {"number-value"}},
        Row{"عام2020", "in 2020", {"space-punctuation"}},
        Row{"عام2020", "in 2021", {"space-punctuation", "date"}},
        Row{"بين 3 يناير و15 مارس", "in the 3 January-15 March period", {}},
        Row{"في 1930 من القرن العشرين", "in the 1930s", {}},
        Row{"أواخر 1890 من القرن التاسع عشر", "the late 1890s", {}},
        Row{"الأحد ثم أحد الناس يوم الأحد ثم الاثنين",
            "Sunday, then one on Monday, then Monday",
            {"date"}},
        Row{"الأحد ثم أحد الناس يوم الأحد ثم الاثنين",
            "Sunday, then one on Sunday, then Monday",
            {}},
        Row{"وصل يومالخميسأمس", "He came on Thursday", {}},
        Row{"وصل يومالخميسأمس", "He came on Friday", {"date"}},
        Row{"برنامج صنداي مورنينغ", "the “Sunday Morning” show", {}}));

INSTANTIATE_TEST_SUITE_P(
    RelativeDates, Pairs,
    testing::Values(Row{"غادر في وقت سابق هذا الشهر", "He left earlier this month", {}},
                    Row{"غادر في وقت لاحق هذا الشهر", "He left earlier this month", {"date"}},
                    Row{"يغادر الأسبوع المقبل", "He leaves next week", {}},
                    Row{"غادر الأسبوع الماضي", "He leaves next week", {"date"}},
                    Row{"غادر الأسبوع الماضي", "He left and comes next week", {"date"}},
                    Row{"غادر الأسبوع الماضي", "He left before the next week", {}},
                    Row{"غادر الشهر الماضي", "He was the next in line", {}},
                    Row{"يصل غدا", "He came yesterday", {"date"}}));

INSTANTIATE_TEST_SUITE_P(
    LatinLetters, Pairs,
    testing::Values(
        Row{"الاستخبارات البريطانية (MI6)", "British intelligence (MI6)", {}},
        Row{"الاستخبارات البريطانية (MI6)", "British intelligence (MI5)", {"acronym"}},
        Row{"هيئة الإذاعة البريطانية", "the BBC", {}}, Row{"قالت شبكة سي إن إن", "CNN said", {}},
        Row{"قالت شبكة سي إن بي", "CNN said", {"acronym"}},
        Row{"قالت شبكة إف بي آي", "FIB said", {"acronym"}},
        Row{"مرحبًا {name}، لديك %1$s", "Hello {name}, you have %1$s", {}},
        Row{"اضغط <b>هنا</b>", "Press <b>here</b>", {}},
        Row{"ارتفع 5% منذ أمس", "It rose 5% since then", {}},
        Row{"اضغط هنا", "Press <b>here</b>", {"placeholder", "placeholder"}},
        Row{"مرحبًا ${name}", "Hello", {"placeholder"}}, Row{"قالت بي بي سي", "the BBC said", {}},
        Row{"موقع weather.com", "the site weather.com", {}},
        Row{"موقع www.weather.com/ar", "the site www.weather.com/en", {}},
        Row{"موقع ar.weather.org/a", "the site https://weather.org/a", {}},
        Row{"موقع www.weather.com/ara", "the site www.weather.com/eng", {"url"}},
        Row{"خوفا من الألغام", "for fear of الألغام", {"untranslated"}},
        Row{"قال إنه will not go there today",
            "He said he will not go there today",
            {"untranslated"}},
        Row{"يفوز بـ penalty shootout", "He wins on a penalty shootout", {"untranslated"}},
        Row{"وتعني (bittersweet) الحلو المر", "and bittersweet it is", {}},
        Row{"نسخة beta من app جديد", "a beta version of a new app", {"untranslated"}},
        Row{"متجر Best Buy وiPhone", "a Best Buy shop and an iPhone", {}},
        Row{"التف\u06A9ير", "thinking", {"wrong-script-letter"}},
        Row{"في غوغل وفيسبوك", "at Goo\u0433le and Facebook", {"wrong-script-letter"}}));

INSTANTIATE_TEST_SUITE_P(
    Doublings, Pairs,
    testing::Values(
        Row{"ساعدت في القتال", "helped in the the fight", {"doubled-word"}},
        Row{"فتح بابا آخر", "He opened a a further door", {"doubled-word"}},
        Row{"فيتامين أ مرة يوميا", "vitamin A a day", {}},
        Row{"ساعدت في في القتال", "helped in the fight", {"doubled-word"}},
        Row{"لا، لا، لا", "No, no, no", {}}, Row{"رويدا رويدا", "little by little", {}},
        Row{"كلمةً كلمةً", "word by word", {}}, Row{"فندق روا روا", "the Roa Roa hotel", {}},
        Row{"قال بطرس بطرس غالي", "Boutros Boutros-Ghali said", {}},
        Row{"ما كان قد قاله", "what he had had to say", {}},
        Row{"قال إن البيت هناك", "He said that that the house is there", {"doubled-word"}},
        Row{"قالت بي بي سي وسي إن إن", "the BBC and CNN said", {}},
        Row{"عضوية الاتحاد وحلف حلف الأطلسي", "membership of NATO", {"doubled-word"}},
        Row{"سيحدث مبكرا", "likely to happen early happen early", {"doubled-word"}},
        Row{"وهكذا دواليك", "and so on and on and on", {}}, Row{"في بي بي سي", "at the BBC", {}},
        Row{"قالت سي إن إن", "they said on on CNN", {"doubled-word"}},
        Row{"خرج من من البيت", "He left the house", {"doubled-word"}}));

INSTANTIATE_TEST_SUITE_P(Marks, Pairs,
                         testing::Values(Row{"خسائر \"فادحة\"", "\"heavy\" losses", {}},
                                         Row{"خسائر \"فادحة\"", "\"heavy losses", {"unbalanced"}},
                                         Row{"خسائر «فادحة»", "“heavy” losses", {}},
                                         Row{"خسائر «فادحة", "“heavy” losses", {"unbalanced"}},
                                         Row{"قال: \"لن نذهب", "He said: \"We will not go", {}},
                                         Row{"(إيكواس)", "(ECOWAS)", {}},
                                         Row{"(إيكواس", "(ECOWAS)", {"unbalanced"}},
                                         Row{"أ) الباب", "a) the door", {}},
                                         Row{"طوله 6 أقدام", "It is 6\" long", {}}));

INSTANTIATE_TEST_SUITE_P(Coverage, Pairs,
                         testing::Values(Row{"لم يأت أحد", "", {"empty"}},
                                         Row{"", "Nobody came", {"empty"}}, Row{"", "", {}}));

TEST(Records, QuotationsMayRunOverSeveral) {
  const std::vector<BilingualRecord> records = {
      {"1", "d", "قال: \"كنا هناك.", "He said: \"We were there.", 1},
      {"2", "d", "ثم ذهبنا\".", "Then we left.\"", 2},
      {"3", "d", "وأضاف: جئنا.", "He added: \"We came.", 3},
      {"4", "d", "ثم عدنا.", "Then we came back.\"", 4}};
  for (const Finding& finding : check_records(records)) ADD_FAILURE() << finding.message;
}

TEST(Records, AcronymsAreSpelledInOneWay) {
  const auto rules = [](std::string_view first, std::string_view second) {
    std::vector<std::string> found;
    for (const Finding& finding : check_records(
             std::vector<BilingualRecord>{{"1", "d", std::string(first), "CNN said", 1},
                                          {"2", "d", std::string(second), "on CNN", 2}})) {
      if (finding.severity != Severity::kInfo) found.push_back(finding.rule);
    }
    return found;
  };
  EXPECT_EQ(rules("قالت سي إن إن", "على سي ان ان"), std::vector<std::string>{"name-variant-ar"});
  EXPECT_TRUE(rules("قالت سي إن إن", "لسي إن إن").empty());
  EXPECT_TRUE(rules("قال إن سي إن إن", "علم أن سي إن إن").empty());
}

TEST(Records, QuotationsOverSeveralBeginAndEndOnBothSides) {
  const std::vector<BilingualRecord> no_beginning = {
      {"1", "d", "قال: كنا هناك.", "He said: \"We were there.", 1},
      {"2", "d", "ثم ذهبنا\".", "Then we left.\"", 2}};
  const std::vector<BilingualRecord> no_end = {
      {"1", "d", "قال: \"كنا هناك.", "He said: \"We were there.", 1},
      {"2", "d", "ثم ذهبنا.", "Then we left.\"", 2}};
  const auto check = [](const std::vector<BilingualRecord>& records, std::string_view id) {
    const std::vector<Finding> findings = check_records(records);
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings[0].rule, "unbalanced");
    EXPECT_EQ(findings[0].id, id);
    EXPECT_TRUE(findings[0].source);
  };
  check(no_beginning, "1");
  check(no_end, "2");
}

TEST(Records, FindingsCarryTheirRecordAndPlace) {
  const std::vector<BilingualRecord> records = {{"a", "x", "سلام", "Peace", 2},
                                                {"b", "y", "عددهم 25 رجلا", "They are 26 men", 3}};
  const std::vector<Finding> findings = check_records(records);
  ASSERT_EQ(findings.size(), 1u);
  const Finding& finding = findings[0];
  EXPECT_EQ(finding.id, "b");
  EXPECT_EQ(finding.document, "y");
  EXPECT_EQ(finding.line, 3u);
  ASSERT_TRUE(finding.source && finding.target);
  EXPECT_EQ(finding.source->text, "25");
  EXPECT_EQ(finding.source->begin, std::string_view("عددهم ").size());
  EXPECT_EQ(finding.target->text, "26");
  EXPECT_EQ(finding.target->begin, 9u);
}

TEST(Records, FingerprintsSurviveEditsElsewhere) {
  const BilingualRecord wrong{"b", "y", "عددهم 25 رجلا", "They are 26 men", 1};
  const auto alone = check_records(std::vector{wrong});
  BilingualRecord moved = wrong;
  moved.line = 7;
  const auto later = check_records(std::vector{{"a", "y", "سلام", "Peace", 6}, moved});
  ASSERT_EQ(alone.size(), 1u);
  ASSERT_EQ(later.size(), 1u);
  EXPECT_EQ(alone[0].fingerprint, later[0].fingerprint);
  BilingualRecord other = wrong;
  other.english = "They are 27 men";
  EXPECT_NE(check_records(std::vector{other})[0].fingerprint, alone[0].fingerprint);
}

TEST(Records, RulesCanBeTurnedOffAndSoftened) {
  const std::vector<BilingualRecord> records = {
      {"b", "y", "عددهم 25 رجلا", "They are the the 26 men", 1}};
  const auto findings = check_records(
      records, {},
      {.severities = {{"number-value", std::nullopt}, {"doubled-word", Severity::kInfo}},
       .source = {},
       .least = Severity::kInfo});
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings[0].rule, "doubled-word");
  EXPECT_EQ(findings[0].severity, Severity::kInfo);
}

TEST(Records, NameClustersBecomeFindings) {
  const std::vector<BilingualRecord> records = {
      {"1", "", "قتل بريجوجين", "Prigozhin died", 1},
      {"2", "", "كان بريجوزجن هنا", "Prigozhin was here", 2}};
  NameCluster cluster;
  cluster.preferred = "بريجوجين";
  const std::size_t first = std::string_view("قتل ").size();
  const std::size_t second = std::string_view("كان ").size();
  cluster.spellings = {{"بريجوجين", {{"", 1, first, first + 16}}},
                       {"بريجوزجن", {{"", 2, second, second + 16}}}};
  const std::vector<NameCluster> clusters = {cluster};
  const auto findings = check_records(records, {.terms = nullptr, .names = clusters});
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings[0].rule, "name-variant-ar");
  EXPECT_EQ(findings[0].id, "2");
  EXPECT_EQ(findings[0].source->text, "بريجوزجن");
  EXPECT_EQ(findings[0].suggestion, "بريجوجين");
  ASSERT_EQ(findings[0].related.size(), 1u);
  EXPECT_EQ(findings[0].related[0].id, "1");
}

}  // namespace
}  // namespace mizan
