#!/usr/bin/env python3
"""Learn the letter correspondences of tm/lang from pairs of names.

    train_names.py letters TRAINING_PAIRS.tsv > tm/lang/letter_correspondences.inc

TRAINING_PAIRS: Arabic (one word, أإآ folded to ا) TAB Latin (lower case) TAB anything; `#` comments.
The model is a joint multigram: a pair of words is a chain of units, each of up to two Arabic and up
to three Latin letters (four for a vowel group), found by expectation maximisation; rare units are
dropped.  Beside it, bigram models of the letters of either side, the background against which a
pair must win.  Costs are negative natural logarithms in thousandths.
"""
import math
import sys
from collections import defaultdict

ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويء"
LATIN = "abcdefghijklmnopqrstuvwxyz"
VOWELS = set("aeiouy")
# Arabic groups that stand for one sound of their own; any other pair of letters is two units.
ARABIC_GROUPS = {"تش", "دج", "تس", "كس", "اي", "او", "يو", "يا", "وا", "وي", "يي", "وو", "ئي", "نغ", "نج", "نك"}
KEEP = 1.2  # expected occurrences below which a unit is dropped
FLOOR = 0.02  # pseudo-count of every 1:1, 1:0 and 0:1 unit: unseen is dear, not impossible


def shapes(arabic, latin):
    for i in range(len(arabic) + 1):
        for j in range(len(latin) + 1):
            for m in (0, 1, 2):
                if i + m > len(arabic):
                    break
                a = arabic[i:i + m]
                if m == 2 and a not in ARABIC_GROUPS:
                    break
                for n in range(0, 5):
                    if j + n > len(latin):
                        break
                    if (m, n) in ((0, 0), (2, 0), (0, 2), (0, 3)) or m == 0 and n > 1:
                        continue
                    l = latin[j:j + n]
                    if n == 4 and not (m == 1 and set(l) <= VOWELS | {"x", "h", "s", "t"} or l == "tsch"):
                        continue
                    yield i, j, i + m, j + n, (a, l)


def train(pairs, rounds=10):
    lattices = [(list(shapes(a, l)), len(a), len(l)) for a, l in pairs]
    units = {}
    for edges, _, _ in lattices:
        for e in edges:
            u = e[4]
            if u not in units:
                m, n = len(u[0]), len(u[1])
                units[u] = {(1, 1): 1, (1, 0): .1, (0, 1): .2, (1, 2): .1, (2, 1): .1, (1, 3): .03,
                            (2, 2): .03, (2, 3): .01}.get((m, n), .003)
    for r in range(rounds):
        total = sum(units.values())
        p = {u: c / total for u, c in units.items()}
        counts = defaultdict(float)
        loglik = 0.
        for edges, na, nl in lattices:
            forward = {(0, 0): 1.}
            for i, j, k, m, u in edges:
                f = forward.get((i, j))
                if f:
                    q = p.get(u)
                    if q:
                        forward[k, m] = forward.get((k, m), 0.) + f * q
            z = forward.get((na, nl), 0.)
            if not z:
                continue
            loglik += math.log(z)
            backward = {(na, nl): 1.}
            for i, j, k, m, u in reversed(edges):
                b = backward.get((k, m))
                if b:
                    q = p.get(u)
                    if q:
                        backward[i, j] = backward.get((i, j), 0.) + b * q
                        f = forward.get((i, j))
                        if f:
                            counts[u] += f * q * b / z
        print(f"round {r}: {len(counts)} units, log likelihood {loglik:.0f}", file=sys.stderr)
        keep = KEEP if r >= 3 else KEEP * r / 4
        units = {u: c for u, c in counts.items() if c >= keep or len(u[0]) + len(u[1]) <= 2}
        for a in ARABIC + "\0":
            for l in LATIN + "\0":
                if a + l != "\0\0":
                    u = (a.strip("\0"), l.strip("\0"))
                    units[u] = units.get(u, 0.) + FLOOR
    total = sum(units.values())
    return {u: c / total for u, c in units.items()}


def bigrams(words, letters):
    """Costs of the next letter after the last; index 0 is the edge of the word."""
    single, counts = defaultdict(float), defaultdict(float)
    for w in words:
        s = "^" + w + "^"
        for x, y in zip(s, s[1:]):
            single[y] += 1
            counts[x, y] += 1
    alphabet = "^" + letters
    total = sum(single.values())
    table = []
    for x in alphabet:
        row_total = sum(counts[x, y] for y in alphabet)
        back = 5.0
        table.append([(counts[x, y] + back * (single[y] + .5) / (total + .5 * len(alphabet))) / (row_total + back)
                      for y in alphabet])
    return table


def cost(p):
    return round(-1000 * math.log(p))


def read_pairs(path):
    pairs = []
    for line in open(path, encoding="utf-8"):
        if line.startswith("#"):
            continue
        a, l = line.rstrip("\n").split("\t")[:2]
        if set(a) <= set(ARABIC) and set(l) <= set(LATIN):
            pairs.append((a, l))
    return pairs


def letters(path):
    pairs = read_pairs(path)
    units = train(pairs)
    print("// Generated by tests/bench/train_names.py; do not edit.")
    print("// Letter correspondences learned from pairs of names of google/transliteration (Apache-2.0,")
    print("// mined from Wikipedia titles) and pairs written for this project. Costs: -1000 ln p.")
    print("constexpr char32_t kArabicLetters[] = U\"%s\";" % ARABIC)
    print("constexpr LetterUnit kUnits[] = {")
    for (a, l), p in sorted(units.items()):
        if cost(p) < 14000:
            print('{U"%s", "%s", %d},' % (a, l, cost(p)))
    print("};")
    for name, words, alphabet in (("kArabicBigrams", [a for a, _ in pairs], ARABIC),
                                  ("kLatinBigrams", [l for _, l in pairs], LATIN)):
        print("constexpr std::uint16_t %s[][%d] = {" % (name, len(alphabet) + 1))
        for row in bigrams(words, alphabet):
            print("{%s}," % ",".join(str(cost(p)) for p in row))
        print("};")


if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[1] != "letters":
        sys.exit(__doc__)
    letters(sys.argv[2])
