#!/usr/bin/env python3
"""Recall of `mizan check` by kind of fault, on pairs that nobody has marked: one fault at most is
put into a pair by chance, and what the altered pairs are told beyond the clean ones is counted.

    inject_faults.py MIZAN PAIRS... [--seeds 3] [--per-kind 15] [--glossary FILE] [--work DIR]

PAIRS are bilingual TSV files with columns id, document, ar, en (a file without a header holds
Arabic TAB English), or folders with ar.txt, en.txt and gold.txt (one bead a line), whose 1:1 beads
are taken.  The findings per 100 clean pairs are printed by rule; which of them are false only a
reader can say: DIR gets clean.tsv, findings.tsv (rule, id, both texts), missed.tsv and, by seed,
injected.tsv with gold.tsv.
"""
import argparse
import json
import os
import random
import re
import subprocess
import sys
from collections import Counter, defaultdict
from difflib import SequenceMatcher

# Rules that count as the right answer.
NUMBER_WORD = {"number-value", "number-word", "scale"}
ACCEPTED = {
    "digit-change": {"number-value", "date"}, "magnitude-x10": {"number-value", "scale"},
    "scale-swap": {"number-value", "scale"}, "numword-en": NUMBER_WORD, "numword-ar": NUMBER_WORD,
    "dual-to-three": {"number-value", "number-word"}, "month-swap": {"date"},
    "weekday-swap": {"date"}, "year-swap": {"number-value", "date"},
    "name-respell-en": {"name-variant-en", "name-cross", "term-missing"},
    "name-respell-ar": {"name-variant-ar", "name-cross", "term-missing"},
    "glossary-synonym": {"term-missing", "term-deprecated"},
    "acronym-letter": {"acronym", "latin-token", "name-cross", "name-variant-en", "term-missing"},
    "sentence-omitted": {"empty", "omission"},
    "sentence-duplicated": {"duplicate", "length", "addition", "inconsistent-target"},
    "clause-omitted": {"length", "omission"}, "doubled-word": {"doubled-word"},
    "unbalanced": {"unbalanced"}, "ascii-punct-ar": {"ascii-punctuation"},
    "space-before-punct": {"space-punctuation"}, "tatweel": {"tatweel"},
    "wrong-script-letter": {"wrong-script-letter"},
    "untranslated": {"untranslated", "wrong-script-letter"}, "negation-dropped": {"negation"},
    "percent-change": {"percent", "number-value"}, "currency-swap": {"currency"},
    "latin-changed": {"latin-token", "url", "number-value", "acronym"},
    "final-mark": {"end-punctuation"}, "joined-words": {"joined-words"},
    "double-space": {"double-space"}, "unit-swap": {"unit"}, "url-changed": {"url"},
}

AR, EN = "ar", "en"
MARKS = ".,;:!?\"'()«»“”‘’،؛؟…-"
MONTHS = {
    EN: "January February March April June July August September October November December".split(),
    AR: "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split(),
}
WEEKDAYS = {
    EN: "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
    AR: "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد".split(),
}
NUMBER_WORDS = {
    EN: [["three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
         ["fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]],
    AR: [["ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة"],
         ["ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر"]],
}
SCALES = {
    EN: [["thousand", "million", "billion", "trillion"]],
    AR: [["ألف", "مليون", "مليار"], ["آلاف", "ملايين", "مليارات"]],
}
# Stem of the dual -> (numeral's gender, plural). Only nouns with a broken or feminine plural: in
# لاعبين the dual and the plural look alike, and the English often says none of the two.
DUALS = {
    "يوم": ("m", "أيام"), "شهر": ("m", "أشهر"), "عام": ("m", "أعوام"), "سنت": ("f", "سنوات"),
    "أسبوع": ("m", "أسابيع"), "ساعت": ("f", "ساعات"), "مرت": ("f", "مرات"),
    "دقيقت": ("f", "دقائق"), "طفل": ("m", "أطفال"), "شخص": ("m", "أشخاص"), "رجل": ("m", "رجال"),
    "امرأت": ("f", "نساء"), "متجر": ("m", "متاجر"), "قدم": ("f", "أقدام"), "هدف": ("m", "أهداف"),
    "مبارات": ("f", "مباريات"), "طائرت": ("f", "طائرات"), "مدينت": ("f", "مدن"),
    "دولت": ("f", "دول"), "نقطت": ("f", "نقاط"), "متر": ("m", "أمتار"),
    "جندي": ("m", "جنود"), "ضابط": ("m", "ضباط"), "ابن": ("m", "أبناء"), "عقد": ("m", "عقود"),
    "كلمت": ("f", "كلمات"), "سيدت": ("f", "سيدات"), "مرحلت": ("f", "مراحل"),
}
# A particle is dropped where the other side denies, too: what else it has dropped nobody can say.
NEGATIONS = {EN: r"\b(?P<joint>)(?:not|never) ",
             AR: r"(?<!\w)(?P<joint>[وف]?)(?:لم|لن|غير|ليس|ليست|"
                 r"لا(?! (?:[يتن]زال|أزال|شك|بد|سيما|يقل|تقل|يتجاوز|تتجاوز))) "}
DENIALS = {EN: r"(?i)\b(?:not|never|no|none|nobody|nothing|nor|neither|without|cannot|unable|"
               r"un(?!d|i|less|til)\w{4,}|in(?:ad|cap|corr|eff|suff|vis)\w{4,}|non\w{4,})\b|n['’]t\b",
           AR: r"(?<!\w)[وف]?(?:لم|لا|لن|غير|ليس|ليست|ليسوا|[بل]?عدم|ب?دون)(?!\w)"}
CURRENCIES = {
    EN: [["$", "£", "€"], ["dollars", "pounds", "euros"]],
    AR: [["دولار", "جنيه إسترليني", "يورو", "ين"]],
}
UNITS = {
    EN: [["miles", "kilometers", "meters", "feet"], ["pounds", "kilograms"],
         ["hours", "minutes", "seconds"]],
    AR: [["ميل", "كيلومتر", "متر", "قدم"], ["رطل", "كيلوغرام"], ["ساعة", "دقيقة", "ثانية"]],
}
LETTER_NAMES = "إيه بي سي دي إي إف جي إتش آي جيه كيه إل إم إن كيو آر إس تي يو دبليو إكس واي".split()
# Other words for terms that a glossary of news is likely to have.
SYNONYMS = {
    EN: {"hurricane": "cyclone", "earthquake": "tremor", "tsunami": "tidal wave",
         "volcano": "burning mountain", "drought": "dry spell", "airline": "air carrier",
         "warships": "naval vessels", "navy": "fleet", "army": "land forces",
         "senate": "upper house", "congress": "legislature", "white house": "presidency",
         "supreme court": "highest court", "judiciary committee": "legal committee",
         "european union": "european bloc", "united nations": "world body",
         "general assembly": "plenary", "prime minister": "premier",
         "foreign minister": "top diplomat", "ambassador": "envoy", "nominee": "pick",
         "referendum": "plebiscite", "midterm elections": "midyear vote",
         "labour party": "workers' party", "labour": "workers' party",
         "ryder cup": "ryder trophy", "sanctions": "penalties", "testimony": "statement",
         "allegations": "claims", "sexual assault": "sexual attack",
         "domestic violence": "household violence", "attempted murder": "bid to kill",
         "asylum": "refuge", "defectors": "runaways", "vaccine": "inoculation",
         "social media": "online networks", "trade war": "tariff battle",
         "exports": "goods sold abroad", "languages": "tongues",
         "independent schools": "private schools", "artificial intelligence": "machine thinking"},
    AR: {"إعصار": "زوبعة", "زلزال": "رجفة", "تسونامي": "أمواج مد", "جفاف": "قحط",
         "شركة الطيران": "الناقلة الجوية", "البحرية": "الأسطول", "السفن الحربية": "المراكب الحربية",
         "مجلس الشيوخ": "المجلس الأعلى", "الكونغرس": "الهيئة التشريعية",
         "البيت الأبيض": "الرئاسة", "المحكمة العليا": "المحكمة الكبرى",
         "الاتحاد الأوروبي": "التكتل الأوروبي", "الأمم المتحدة": "المنظمة الدولية",
         "الجمعية العامة": "الهيئة العامة", "وزير الخارجية": "رئيس الدبلوماسية",
         "السفير": "المبعوث", "مرشح": "متنافس", "استفتاء": "اقتراع",
         "حزب العمال": "حزب العمل", "كأس رايدر": "بطولة رايدر", "العقوبات": "الجزاءات",
         "شهادة": "إفادة", "الاعتداء الجنسي": "التعدي الجنسي", "العنف الأسري": "العنف المنزلي",
         "ادعاءات": "مزاعم", "اللجوء": "الملاذ", "لقاح": "مصل",
         "مكتب التحقيقات الفيدرالي": "مكتب التحقيقات الاتحادي",
         "وسائل التواصل الاجتماعي": "الشبكات الاجتماعية", "الحرب التجارية": "النزاع التجاري",
         "صادرات": "مبيعات خارجية", "اللغات": "الألسن", "الذكاء الاصطناعي": "الذكاء الآلي"},
}
# Beside a number word no letter may stand, and no mark that belongs to one.
NO_LETTER_BEFORE, NO_LETTER_AFTER = r"(?<![\w\u064b-\u0652])", r"(?![\w\u064b-\u0652])"


class Pair:
    def __init__(self, identity, document, arabic, english):
        self.id, self.document = identity, document
        self.text = {AR: arabic, EN: english}


def words(text):
    return [(m.start(), m.end(), m.group()) for m in re.finditer(r"\S+", text)]


def bare(word):
    return word.strip(MARKS)


def replaced(pair, side, begin, end, after):
    """(side, before, after, new text); before and after are widened to whole words."""
    text = pair.text[side]
    left = text.rfind(" ", 0, begin) + 1
    right = text.find(" ", end)
    right = len(text) if right < 0 else right
    new = text[:begin] + after + text[end:]
    return side, text[left:right], new[left:right + len(new) - len(text)], new


def choose_match(chance, pair, patterns):
    """A random match of any side's pattern, as (side, match)."""
    found = [(side, m) for side, pattern in patterns.items()
             for m in re.finditer(pattern, pair.text[side])]
    return chance.choice(found) if found else None


def other(chance, values, value):
    return chance.choice([v for v in values if v != value])


# Every kind is a function of (chance, pair, its document's pairs) that returns what `replaced`
# does, or None where the pair does not lend itself.

def number_match(chance, pair):
    pattern = r"(?<![\w.,%])\d[\d.,]*\d(?!\w)|(?<![\w.,])\d(?![\w])"
    chosen = choose_match(chance, pair, {AR: pattern, EN: pattern})
    if not chosen or re.fullmatch(r"(19|20)\d\d", chosen[1].group()):
        return None
    return chosen


def digit_change(chance, pair, _):
    chosen = number_match(chance, pair)
    if not chosen:
        return None
    side, m = chosen
    value = m.group()
    at = chance.choice([i for i, c in enumerate(value) if c.isdigit()])
    digit = other(chance, "123456789", value[at])
    return replaced(pair, side, m.start(), m.end(), value[:at] + digit + value[at + 1:])


def magnitude(chance, pair, _):
    chosen = number_match(chance, pair)
    if not chosen or chosen[1].group() == "0":
        return None
    side, m = chosen
    value = m.group()
    if re.fullmatch(r"\d+\.\d", value):
        return replaced(pair, side, m.start(), m.end(), value.replace(".", ""))
    if not value.isdigit():
        return None
    shorter = value.endswith("0") and len(value) > 1 and chance.random() < .5
    return replaced(pair, side, m.start(), m.end(), value[:-1] if shorter else value + "0")


def swap_in(tables, pattern, whole_words=True):
    """Swaps one word of a table for another one of the same row."""
    def swap(chance, pair, _):
        rows = [(side, row) for side, table in tables.items() for row in table]
        found = []
        for side, row in rows:
            row_pattern = pattern[side].format("|".join(map(re.escape, row)))
            found += [(side, row, m) for m in re.finditer(row_pattern, pair.text[side])]
        if not found:
            return None
        side, row, m = chance.choice(found)
        value = m.group(1)
        after = other(chance, row, value.lower() if value not in row else value)
        if value[0].isupper():
            after = after[0].upper() + after[1:]
        return replaced(pair, side, m.start(1), m.end(1), after)
    return swap


# Without clitics: behind an article the other language may leave the number out (the four).
WHOLE = {EN: r"(?i:\b({})\b)", AR: NO_LETTER_BEFORE + r"({})" + NO_LETTER_AFTER}
EXACT = {EN: r"\b({})\b", AR: NO_LETTER_BEFORE + r"[وفبلك]?({})" + NO_LETTER_AFTER}


def month_swap(chance, pair, siblings):
    return swap_in({s: [t] for s, t in MONTHS.items()}, EXACT)(chance, pair, siblings)


def weekday_swap(chance, pair, siblings):
    return swap_in({s: [t] for s, t in WEEKDAYS.items()}, EXACT)(chance, pair, siblings)


def numword(side):
    return swap_in({side: NUMBER_WORDS[side]}, WHOLE)


def currency_swap(chance, pair, _):
    found = [(EN, CURRENCIES[EN][0], m) for m in re.finditer(r"[$£€](?=\d)", pair.text[EN])]
    found += [(EN, CURRENCIES[EN][1], m) for m in
              re.finditer(r"(?<=\d )(?:dollars|pounds|euros)\b", pair.text[EN])]
    found += [(AR, CURRENCIES[AR][0], m) for m in
              re.finditer(r"(?<!\w)(?:دولار|جنيه إسترليني|يورو)(?!\w)", pair.text[AR])]
    if not found:
        return None
    side, row, m = chance.choice(found)
    return replaced(pair, side, m.start(), m.end(), other(chance, row, m.group()))


def dual_to_three(chance, pair, _):
    found = [(EN, m, None) for m in re.finditer(r"\b[Tt]wo\b", pair.text[EN])]
    for stem, plural in DUALS.items():
        found += [(AR, m, plural) for m in
                  re.finditer(rf"(?<!\w)[وبلف]?({stem}(?:ين|ان))(?!\w)", pair.text[AR])]
    if not found:
        return None
    side, m, plural = chance.choice(found)
    which = chance.randrange(2)
    if side == EN:
        return replaced(pair, side, m.start(), m.end(), ("three", "four")[which])
    numeral = {"m": ("ثلاثة", "أربعة"), "f": ("ثلاث", "أربع")}[plural[0]][which]
    return replaced(pair, side, m.start(1), m.end(1), f"{numeral} {plural[1]}")


def year_swap(chance, pair, _):
    chosen = choose_match(chance, pair, dict.fromkeys((AR, EN), r"(?<!\d)(?:19|20)\d\d(?![\d%s])"))
    if not chosen:
        return None
    side, m = chosen
    at = chance.choice((2, 3))
    digit = other(chance, "012", m.group()[at])
    return replaced(pair, side, m.start(), m.end(), m.group()[:at] + digit + m.group()[at + 1:])


# A skeleton of consonant classes is enough to see which Arabic word is which English name.
CLASSES = {c: k for k, group in enumerate(
    ("bpب", "tdتطدضظ", "jgcغجكقkqxحخه", "zsسصزثذش", "fvف", "lل", "mم", "nن", "rر")) for c in group}


def skeleton(word):
    word = word.lower().replace("sh", "s").replace("ch", "s").replace("ph", "f")
    return "".join(str(CLASSES[c]) for c in word if c in CLASSES)


def name_pairs(pair):
    """(English word, its place, Arabic word, its place) of names that both sides have."""
    result = []
    arabic = words(pair.text[AR])
    for begin, end, token in words(pair.text[EN])[1:]:
        core = re.search(r"[A-Z][a-z]{3,}(?![\w-])", token)
        if not core or not re.match(r"[\"'(“‘]?[A-Z]", token):
            continue
        key = skeleton(core.group())
        if len(key) < 3:
            continue
        for a_begin, _, a_token in arabic:
            m = re.search(r"\w+", a_token)
            if not m or len(m.group()) < 4:
                continue
            for strip in ("", "ال", "و", "ب", "ل", "وال", "بال"):
                word = m.group()
                if word.startswith(strip) and len(word) - len(strip) > 3:
                    arabic_key = skeleton(word[len(strip):])
                    ratio = SequenceMatcher(None, key, arabic_key).ratio()
                    if ratio > .8 and arabic_key[:1] == key[:1]:
                        result.append((core.group(), begin + core.start(), word[len(strip):],
                                       a_begin + m.start() + len(strip)))
                        break
    return result


def transposed(chance, word, first, last):
    """Two neighbours between the letters at `first` and `last` turned."""
    at = [i for i in range(first, last) if word[i] != word[i + 1]]
    if not at:
        return None
    i = chance.choice(at)
    return word[:i] + word[i + 1] + word[i] + word[i + 2:]


def respelled(chance, word, exchanges):
    """Another spelling of a name: between its first and last letters, letters that sound alike, one
    doubled, dropped or turned."""
    ways = []
    for before, after in exchanges:
        for m in re.finditer(before, word[1:-1]):
            ways.append(word[:m.start() + 1] + after + word[m.end() + 1:])
    turned = transposed(chance, word, 1, len(word) - 2)
    ways = [w for w in ways if w != word]
    if turned and (not ways or chance.random() < .35):
        return turned
    return chance.choice(ways) if ways else None


EN_EXCHANGES = [("a", "e"), ("e", "a"), ("o", "u"), ("u", "o"), ("i", "y"), ("y", "i"), ("s", "z"),
                ("k", "c"), ("c", "k"), ("l", "ll"), ("n", "nn"), ("s", "ss"), ("nn", "n")]
AR_EXCHANGES = [("ج", "غ"), ("غ", "ج"), ("ت", "ط"), ("ط", "ت"), ("س", "ز"), ("ز", "س"), ("ي", ""),
                ("و", ""), ("ا", ""), ("ك", "ق"), ("د", "ض")]


def stands_in(name, text):
    """As a word, clitics aside."""
    return re.search(rf"(?<![\w])[وفبكل]?(?:ال|ل)?{re.escape(name)}(?!\w)", text) is not None


def name_respell(side, exchanges):
    """Respells a name that the document spells right in another place: nothing in the text
    contradicts one that stands there once."""
    def respell(chance, pair, siblings):
        names = [n for n in name_pairs(pair) if sum(stands_in(
            n[0] if side == EN else n[2], other.text[side]) for other in siblings) > 1]
        if not names:
            return None
        english, begin, arabic, a_begin = chance.choice(names)
        word, at = (english, begin) if side == EN else (arabic, a_begin)
        after = respelled(chance, word, exchanges)
        return replaced(pair, side, at, at + len(word), after) if after else None
    return respell


def untranslated(chance, pair, _):
    names = name_pairs(pair)
    if not names:
        return None
    english, begin, arabic, _ = chance.choice(names)
    return replaced(pair, EN, begin, begin + len(english), arabic)


def letter_changed(chance, word):
    if chance.random() < .4:
        return transposed(chance, word, 0, len(word) - 1)
    at = chance.choice([i for i, c in enumerate(word) if c.isalnum()])
    pool = "0123456789" if word[at].isdigit() else "abcdefghijklmnopqrstuvwxyz"
    letter = other(chance, pool, word[at].lower())
    return word[:at] + (letter.upper() if word[at].isupper() else letter) + word[at + 1:]


def glossary_synonym(terms):
    """Says a term otherwise on one side of a pair that has it on both.  `terms`: (ar, en)."""
    def synonym(chance, pair, _):
        found = []
        for arabic, english in terms:
            here = [(AR, m, SYNONYMS[AR].get(arabic)) for m in
                    re.finditer(rf"(?<!\w){re.escape(arabic)}(?!\w)", pair.text[AR])]
            there = [(EN, m, SYNONYMS[EN].get(english.lower())) for m in
                     re.finditer(rf"\b{re.escape(english)}\b", pair.text[EN])]
            # What stands twice would still be there.
            if len(here) == len(there) == 1:
                found += [place for place in here + there if place[2]]
        if not found:
            return None
        side, m, after = chance.choice(found)
        if m.group()[0].isupper():
            after = after.title()
        return replaced(pair, side, m.start(), m.end(), after)
    return synonym


def read_terms(paths):
    terms = set()
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            rows = [line.rstrip("\n").split("\t") for line in lines if not line.startswith("#")]
        terms |= {(row[0], row[1]) for row in rows
                  if len(row) > 1 and row[2:3] not in (["deprecated"], ["superseded"])}
    return sorted(terms)


def acronym_letter(chance, pair, _):
    names = "|".join(LETTER_NAMES)
    acronyms = re.findall(r"(?<![\w-])[A-Z]{3,6}(?![\w-])", pair.text[EN])
    latin = r"(?<![\w-])[A-Z][A-Z0-9]{2,5}(?![\w-])"
    found = [(side, m) for side in (EN, AR) for m in re.finditer(latin, pair.text[side])]
    spelled = re.finditer(rf"(?<!\w)(?:{names})(?: (?:{names})(?!\w)){{1,4}}", pair.text[AR])
    found += [(AR, m) for m in spelled if len(m.group().split()) in map(len, acronyms)]
    if not found:
        return None
    side, m = chance.choice(found)
    if m.group().isascii():
        after = letter_changed(chance, m.group())
    else:
        letters = m.group().split()
        at = chance.randrange(len(letters))
        letters[at] = other(chance, ("بي", "سي", "دي", "تي", "إن", "إس"), letters[at])
        after = " ".join(letters)
    return replaced(pair, side, m.start(), m.end(), after) if after else None


def latin_changed(chance, pair, _):
    """A code or foreign word that both sides write in Latin letters."""
    token = r"[A-Za-z][A-Za-z0-9.-]+[A-Za-z0-9]"
    shared = {m.group() for m in re.finditer(token, pair.text[AR])}
    found = [(side, m) for side in (AR, EN) for m in re.finditer(token, pair.text[side])
             if m.group() in shared and m.group() in pair.text[EN]]
    if not found:
        return None
    side, m = chance.choice(found)
    after = letter_changed(chance, m.group())
    return replaced(pair, side, m.start(), m.end(), after) if after else None


def sentence_omitted(chance, pair, _):
    side = chance.choice((AR, EN))
    return side, pair.text[side], "", ""


def sentence_duplicated(chance, pair, siblings):
    side = chance.choice((AR, EN))
    if chance.random() < .6:
        return side, pair.text[side], f"{pair.text[side]} {pair.text[side]}", \
            f"{pair.text[side]} {pair.text[side]}"
    at = siblings.index(pair)
    if at == 0:
        return None
    before = siblings[at - 1].text[side]
    return side, pair.text[side], before, before


def clause_omitted(chance, pair, _):
    """Cuts a sentence of some length short at a comma."""
    found = []
    for side, comma in ((AR, "،"), (EN, ",")):
        text = pair.text[side]
        if len(text) < 100 or not re.search(r"\w\.$", text):
            continue
        found += [(side, m.start()) for m in re.finditer(comma + " ", text)
                  if .3 <= 1 - m.start() / len(text) <= .75]
    if not found:
        return None
    side, at = chance.choice(found)
    text = pair.text[side]
    return side, text[at:], ".", text[:at] + "."


def doubled_word(chance, pair, _):
    side = chance.choice((AR, EN))
    found = [w for w in words(pair.text[side]) if re.fullmatch(r"[^\W\d]{2,}", w[2])]
    if not found:
        return None
    begin, end, word = chance.choice(found)
    return replaced(pair, side, begin, end, f"{word} {word}")


def unbalanced(chance, pair, _):
    chosen = choose_match(chance, pair, dict.fromkeys((AR, EN), r"[\"()«»“”]"))
    if not chosen:
        return None
    side, m = chosen
    return replaced(pair, side, m.start(), m.end(), "")


def ascii_punct(chance, pair, _):
    chosen = choose_match(chance, pair, {AR: r"(?<=\w)[،؛؟](?= |$)"})
    if not chosen:
        return None
    side, m = chosen
    return replaced(pair, side, m.start(), m.end(), {"،": ",", "؛": ";", "؟": "?"}[m.group()])


def space_before_punct(chance, pair, _):
    chosen = choose_match(chance, pair, {AR: r"(?<=[^\W\d])[،؛؟.](?= |$)",
                                         EN: r"(?<=[a-z])[,;?.](?= |$)"})
    if not chosen:
        return None
    side, m = chosen
    return replaced(pair, side, m.start(), m.start(), " ")


def tatweel(chance, pair, _):
    joining = "بتثجحخسشصضطظعغفقكلمنهي"
    found = [m for m in re.finditer(rf"(?<=[{joining}])(?=[\u0621-\u064a])", pair.text[AR])]
    if not found:
        return None
    at = chance.choice(found).start()
    return replaced(pair, AR, at, at, "\u0640" * chance.choice((1, 2)))


def wrong_letter(chance, pair, _):
    chosen = choose_match(chance, pair, {AR: r"[يك]"})
    if not chosen:
        return None
    side, m = chosen
    return replaced(pair, side, m.start(), m.end(), {"ي": "\u06cc", "ك": "\u06a9"}[m.group()])


def negation_dropped(chance, pair, _):
    denied = {side: NEGATIONS[side] for side, other in ((AR, EN), (EN, AR))
              if re.search(DENIALS[other], pair.text[other])}
    chosen = choose_match(chance, pair, denied)
    if not chosen:
        return None
    side, m = chosen
    return replaced(pair, side, m.start(), m.end(), m.group("joint"))


def percent_change(chance, pair, _):
    chosen = choose_match(chance, pair, {
        AR: r"(?<=\w)(?:[%٪]| في المئة| في المائة| بالمئة| بالمائة)",
        EN: r"(?<=\w)(?:%| per ?cent\b)"})
    if not chosen:
        return None
    side, m = chosen
    points = {AR: " نقطة مئوية", EN: " percentage points"}[side]
    return replaced(pair, side, m.start(), m.end(), chance.choice(("", points)))


def final_mark(chance, pair, _):
    side = chance.choice((AR, EN))
    m = re.search(r"(?<=\w)[.؟?](?=[\"”»]?$)", pair.text[side])
    return replaced(pair, side, m.start(), m.end(), "") if m else None


def joined_words(chance, pair, _):
    found = list(re.finditer(r"(?<=[\u0621-\u064a]{2}) (?=[\u0621-\u064a]{3})", pair.text[AR]))
    if not found:
        return None
    m = chance.choice(found)
    return replaced(pair, AR, m.start(), m.end(), "")


def double_space(chance, pair, _):
    chosen = choose_match(chance, pair, {AR: r"(?<=\w) (?=\w)", EN: r"(?<=\w) (?=\w)"})
    side, m = chosen if chosen else (None, None)
    return replaced(pair, side, m.start(), m.end(), "  ") if chosen else None


UNIT_PATTERN = {EN: r"(?<=\d )({})\b", AR: r"(?<=\d )({})(?!\w)"}
KINDS = {
    "digit-change": digit_change, "magnitude-x10": magnitude,
    "scale-swap": swap_in(SCALES, EXACT), "numword-en": numword(EN), "numword-ar": numword(AR),
    "dual-to-three": dual_to_three, "month-swap": month_swap, "weekday-swap": weekday_swap,
    "year-swap": year_swap, "name-respell-en": name_respell(EN, EN_EXCHANGES),
    "name-respell-ar": name_respell(AR, AR_EXCHANGES), "acronym-letter": acronym_letter,
    "sentence-omitted": sentence_omitted, "sentence-duplicated": sentence_duplicated,
    "clause-omitted": clause_omitted, "doubled-word": doubled_word, "unbalanced": unbalanced,
    "ascii-punct-ar": ascii_punct, "space-before-punct": space_before_punct, "tatweel": tatweel,
    "wrong-script-letter": wrong_letter, "untranslated": untranslated,
    "negation-dropped": negation_dropped, "percent-change": percent_change,
    "currency-swap": currency_swap, "latin-changed": latin_changed, "final-mark": final_mark,
    "joined-words": joined_words, "double-space": double_space,
    "unit-swap": swap_in(UNITS, UNIT_PATTERN),
}


def read_pairs(paths):
    pairs = []
    for path in paths:
        name = os.path.basename(path.rstrip("/"))
        if os.path.isdir(path):
            sides = {}
            for side in (AR, EN):
                with open(os.path.join(path, f"{side}.txt"), encoding="utf-8") as lines:
                    sides[side] = lines.read().split("\n")
            with open(os.path.join(path, "gold.txt"), encoding="utf-8") as beads:
                for bead in beads:
                    m = re.fullmatch(r"\[(\d+)\] : \[(\d+)\]\s*", bead)
                    if m:
                        pairs.append(Pair(f"{name}:{m[1]}", name, sides[AR][int(m[1])],
                                          sides[EN][int(m[2])]))
            continue
        with open(path, encoding="utf-8") as lines:
            rows = [line.rstrip("\n").split("\t") for line in lines]
        named = set(rows[0]) >= {AR, EN}
        columns = rows.pop(0) if named else [AR, EN]
        for number, row in enumerate(rows, 1):
            cell = dict(zip(columns, row))
            pairs.append(Pair(cell.get("id", f"{name}:{number}"), cell.get("document", name),
                              cell[AR], cell[EN]))
    return pairs


def inject(pairs, known, seed, per_kind, copies=3):
    """Altered copies of all pairs, and the faults as (id, kind, side, before, after).  `known`: the
    rules that a pair breaks already."""
    chance = random.Random(seed)
    documents = defaultdict(list)
    for pair in pairs:
        documents[pair.document].append(pair)
    places = [(pair, copy) for pair in pairs for copy in range(1, copies + 1)]
    altered, faults, words_used = {}, [], set()
    # Rare kinds choose first.
    supply = {kind: sum(make(random.Random(seed), p, documents[p.document]) is not None
                        for p in pairs) for kind, make in KINDS.items()}
    for kind in sorted(KINDS, key=supply.get):
        chance.shuffle(places)
        made, used = 0, set()
        for pair, copy in places:
            if made == per_kind:
                break
            identity = f"{pair.id}@{copy}"
            fault = None
            # A pair that is faulty as it stands could hide what is put into it.
            if identity not in altered and pair.id not in used and not known[pair.id] & ACCEPTED[kind]:
                used.add(pair.id)
                fault = KINDS[kind](chance, pair, documents[pair.document])
            # A word that is altered all over its document is right there.
            place = f"{pair.document}@{copy}", fault and fault[1].strip(MARKS)
            if fault and fault[1] != fault[2] and place not in words_used:
                side, before, after, text = fault
                words_used.add(place)
                altered[identity] = {**pair.text, side: text}
                faults.append((identity, kind, side, before, after))
                made += 1
    rows = []
    for copy in range(1, copies + 1):
        for pair in pairs:
            identity = f"{pair.id}@{copy}"
            text = altered.get(identity, pair.text)
            rows.append((identity, f"{pair.document}@{copy}", text[AR], text[EN]))
    return rows, faults


def write_rows(path, rows, header=("id", "document", AR, EN)):
    with open(path, "w", encoding="utf-8") as out:
        for row in (header, *rows):
            out.write("\t".join(row) + "\n")


def check(mizan, path, glossaries):
    command = [mizan, "check", "--format", "jsonl"]
    for glossary in glossaries:
        command += ["--glossary", glossary]
    done = subprocess.run([*command, path], capture_output=True, text=True, check=False)
    if done.returncode > 1:
        sys.exit(done.stderr)
    found = defaultdict(Counter)
    for line in done.stdout.splitlines():
        finding = json.loads(line)
        if finding["severity"] != "info":
            places = {finding["id"]} | {related["id"] for related in finding["related"]}
            for place in places:
                found[place][finding["rule"], finding["id"] == place] += 1
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("mizan")
    parser.add_argument("pairs", nargs="+")
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--per-kind", type=int, default=15)
    parser.add_argument("--glossary", action="append", default=[])
    parser.add_argument("--work", default="injected")
    options = parser.parse_args()
    os.makedirs(options.work, exist_ok=True)
    KINDS["glossary-synonym"] = glossary_synonym(read_terms(options.glossary))
    pairs = read_pairs(options.pairs)
    by_id = {pair.id: pair for pair in pairs}
    clean_path = os.path.join(options.work, "clean.tsv")
    write_rows(clean_path, [(p.id, p.document, p.text[AR], p.text[EN]) for p in pairs])
    clean = check(options.mizan, clean_path, options.glossary)

    findings = [(rule, identity) for identity, rules in clean.items()
                for (rule, own), count in rules.items() if own for _ in range(count)]
    write_rows(os.path.join(options.work, "findings.tsv"),
               sorted((rule, i, by_id[i].text[AR], by_id[i].text[EN]) for rule, i in findings),
               ("rule", "id", AR, EN))

    known = defaultdict(set, {identity: {rule for rule, _ in rules}
                              for identity, rules in clean.items()})
    total, right, any_new = Counter(), Counter(), Counter()
    missed = []
    for seed in range(1, options.seeds + 1):
        rows, faults = inject(pairs, known, seed, options.per_kind)
        path = os.path.join(options.work, f"injected-{seed}.tsv")
        write_rows(path, rows)
        write_rows(os.path.join(options.work, f"gold-{seed}.tsv"), faults,
                   ("id", "kind", "side", "before", "after"))
        injected = check(options.mizan, path, options.glossary)
        texts = {row[0]: row for row in rows}
        for identity, kind, side, before, after in faults:
            before_it = Counter(rule for rule, _ in clean[identity.rsplit("@", 1)[0]].elements())
            new = Counter(rule for rule, _ in injected[identity].elements()) - before_it
            total[kind] += 1
            any_new[kind] += bool(new)
            if set(new) & ACCEPTED[kind]:
                right[kind] += 1
            else:
                missed.append((kind, f"{seed}:{identity}", side, before, after,
                               ",".join(new), *texts[identity][2:]))
    write_rows(os.path.join(options.work, "missed.tsv"), sorted(missed),
               ("kind", "id", "side", "before", "after", "new", AR, EN))

    print(f"{'kind':22} {'n':>4} {'right rule':>10} {'any':>5}")
    for kind in KINDS:
        if total[kind]:
            print(f"{kind:22} {total[kind]:4} {100 * right[kind] / total[kind]:9.0f}% "
                  f"{100 * any_new[kind] / total[kind]:4.0f}%")
    print(f"mean over kinds {100 * sum(right[k] / total[k] for k in total) / len(total):.1f}%")
    print(f"findings per 100 clean pairs: {100 * len(findings) / len(pairs):.1f} "
          f"({len(pairs)} pairs)")
    counts = Counter(rule for rule, _ in findings)
    print("   ", {rule: round(100 * n / len(pairs), 2) for rule, n in counts.most_common()})


if __name__ == "__main__":
    main()
