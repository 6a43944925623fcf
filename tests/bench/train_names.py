#!/usr/bin/env python3
"""Learn the letter correspondences of tm/lang from pairs of names.

    train_names.py letters tm/lang TRAINING_PAIRS.tsv LEXICON.tsv...    letter_correspondences.inc, unit_sequences.inc
    train_names.py made TRAINING_PAIRS.tsv LEXICON.tsv... > MADE.tsv
    train_names.py weights ACROSS.tsv ARABIC.tsv LATIN.tsv MADE.tsv > tm/lang/name_weights.inc

TRAINING_PAIRS: Arabic (one word) TAB Latin TAB anything; `#` comments.  LEXICON: the core lexicon's
files, for the names in them (names of Arabic origin above all); those that the first model finds no
likeness in (exonyms: England, إنجلترا) are left out.
The model is a joint multigram: a pair of words is a chain of units, each of up to two Arabic and up
to three Latin letters (four for a vowel group), found by expectation maximisation; rare units are
dropped.  Beside it, a bigram model of the units in the pairs' best chains, and bigram models of the
letters of either side, the background against which a pair must win.  Costs are negative natural logarithms in thousandths.
`made` prints Arabic-Latin pairs made of those: spellings of one name, and names near one another
that are two.  `weights` reads pairs with their features (names_bench features); the made ones are
trained on, never tested on.
"""
import contextlib
import math
import random
import re
import sys
import unicodedata
from collections import defaultdict

ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءة"
LATIN = "abcdefghijklmnopqrstuvwxyz"
VOWELS = set("aeiouy")
# Arabic groups that stand for one sound of their own; any other pair of letters is two units.
ARABIC_GROUPS = {"تش", "دج", "تس", "كس", "اي", "او", "يو", "يا", "وا", "وي", "يي", "وو", "ئي", "نغ", "نج", "نك"}
KEEP = 2.5  # expected occurrences below which a unit is dropped
MADE = 1500  # pairs of either label that are made at most
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


def fold_arabic(word):
    word = re.sub("[\u064b-\u0652\u0640]", "", word)
    word = word.translate(str.maketrans("أإآىؤئ", "ااايءء"))
    # A final heh is mostly a teh marbuta without its dots; both are silent or a vowel.
    return word[:-1] + "ة" if word.endswith("ه") and len(word) > 2 else word


def fold_latin(word):
    word = unicodedata.normalize("NFD", word.lower().replace("ı", "i").replace("ø", "o").replace("ß", "ss"))
    return re.sub("[\u0300-\u036f' -]", "", word)


def matching(pairs):
    """Folded pairs whose Arabic article has its counterpart: other ones teach that lam is silent."""
    for a, l in pairs:
        a, l = fold_arabic(a), fold_latin(l)
        if a.startswith("ال") and not re.match("[aeiou]?l", l):
            a = a[2:]
        if set(a) <= set(ARABIC) and set(l) <= set(LATIN) and a and l:
            yield a, l


def read_pairs(path):
    return [line.split("\t")[:2] for line in open(path, encoding="utf-8") if not line.startswith("#")]


def read_names(paths):
    for path in paths:
        for line in open(path, encoding="utf-8"):
            row = line.rstrip("\n").split("\t")
            if len(row) > 2 and row[2] == "name" and " " not in row[0]:
                for arabic in [row[0]] + row[3].split("; "):
                    for latin in row[1].split("; "):
                        if " " not in latin and " " not in arabic and arabic:
                            yield arabic, latin


# Ordinary words as texts have them: with persons, endings and pronouns.
INFLECTED = {"noun": ("{}", "{}", "{}ا", "{}ها", "{}هم", "{}ه", "{}ات", "{}ين"),
             "adj": ("{}", "{}ة", "{}ا", "{}ين", "{}ات"),
             "verb": ("{}", "ت{}", "ي{}", "ن{}", "{}ت", "{}وا", "{}ها", "{}ه", "ي{}ون", "ت{}ها", "ي{}ه")}


def read_words(paths):
    for path in paths:
        for line in open(path, encoding="utf-8"):
            row = line.rstrip("\n").split("\t")
            for word in [row[0]] + (row[3].split("; ") if len(row) > 3 else []):
                if len(row) > 2 and word and set(fold_arabic(word)) <= set(ARABIC):
                    for shape in INFLECTED.get(row[2], ()):
                        stem = word[:-1] + "ت" if word.endswith("ة") and shape != "{}" else word
                        yield fold_arabic(shape.format(stem))


def read_glosses(paths):
    """The English words of entries that are no names."""
    glosses = set()
    for path in paths:
        for line in open(path, encoding="utf-8"):
            row = line.rstrip("\n").split("\t")
            if len(row) > 2 and row[2] != "name":
                glosses.update(w for w in re.findall("[a-z]+", row[1].lower()) if len(w) > 2)
    return glosses


def best_chain(units, arabic, latin):
    """The cost of the best chain of units, and the chain."""
    best = {(0, 0): (0., None)}
    for i, j, k, m, u in shapes(arabic, latin):
        if (i, j) in best:
            c = best[i, j][0] - math.log(units.get(u, 1e-7))
            if (k, m) not in best or c < best[k, m][0]:
                best[k, m] = c, (i, j, u)
    at, chain = (len(arabic), len(latin)), []
    while at != (0, 0):
        i, j, u = best[at][1]
        chain.append(u)
        at = i, j
    return best[len(arabic), len(latin)][0], chain[::-1]


EDGE = ("", "")  # before the first unit and after the last
SEEN = 2  # occurrences of two units together that make a cost of their own


def sequences(pairs, units):
    """How units follow one another in best chains; Witten and Bell's share is left to the unit alone."""
    counts, starts, ends = defaultdict(int), defaultdict(int), defaultdict(set)
    for arabic, latin in pairs:
        chain = [EDGE] + best_chain(units, arabic, latin)[1] + [EDGE]
        for last, following in zip(chain, chain[1:]):
            counts[last, following] += 1
            starts[last] += 1
            ends[last].add(following)
    numbers = {u: n for n, u in enumerate(units, 1)}
    numbers[EDGE] = 0
    end = len(pairs) / sum(starts.values())
    print("// Generated by tests/bench/train_names.py; do not edit.")
    print("// How the units of letter_correspondences.inc follow one another in its training pairs; units count")
    print("// from 1, 0 is the edge of the word. Costs: -1000 ln p.")
    print(f"constexpr std::uint16_t kEndCost = {cost(end)};")
    print("// What any unit costs after this one, beside its own cost, where the two were not seen together.")
    print("constexpr std::uint16_t kUnseenAfter[] = {%s};" % ",".join(
        str(cost((2 * len(ends[u]) + 2) / (starts[u] + 2 * len(ends[u]) + 2))) for u in [EDGE] + list(units)))
    print("constexpr UnitPair kUnitPairs[] = {")
    for (last, following), count in sorted(counts.items(), key=lambda c: [numbers.get(u, 0) for u in c[0]]):
        if count >= SEEN and last in numbers and following in numbers:
            share = 2 * len(ends[last]) + 2
            alone = end if following == EDGE else units[following]
            p = (count + share * alone) / (starts[last] + share)
            print("{%d, %d, %d}," % (numbers[last], numbers[following], cost(p)))
    print("};")


def letters(folder, path, lexicons):
    pairs = list(matching(read_pairs(path)))
    units = train(pairs)
    named = [(a, l) for a, l in matching(read_names(lexicons))
             if best_chain(units, a, l)[0] < 2.6 * (len(a) + len(l))]
    print(f"{len(pairs)} pairs, {len(named)} of the lexicon", file=sys.stderr)
    pairs += named
    units = {u: p for u, p in sorted(train(pairs).items()) if cost(p) < 14000}
    with open(f"{folder}/unit_sequences.inc", "w", encoding="utf-8") as out, contextlib.redirect_stdout(out):
        sequences(pairs, units)
    with open(f"{folder}/letter_correspondences.inc", "w", encoding="utf-8") as out, contextlib.redirect_stdout(out):
        correspondences(pairs, units, lexicons)


def correspondences(pairs, units, lexicons):
    print("// Generated by tests/bench/train_names.py; do not edit.")
    print("// Letter correspondences learned from pairs of names of google/transliteration (Apache-2.0,")
    print("// mined from Wikipedia titles) and the names of glossaries/core. Costs: -1000 ln p.")
    print("constexpr char32_t kArabicLetters[] = U\"%s\";" % ARABIC)
    print("constexpr LetterUnit kUnits[] = {")
    for (a, l), p in units.items():
        print('{U"%s", "%s", %d},' % (a, l, cost(p)))
    print("};")
    for name, words, alphabet in (("kArabicBigrams", [a for a, _ in pairs], ARABIC),
                                  ("kArabicWordBigrams", list(read_words(lexicons)), ARABIC),
                                  ("kLatinBigrams", [l for _, l in pairs], LATIN)):
        print("constexpr std::uint16_t %s[][%d] = {" % (name, len(alphabet) + 1))
        for row in bigrams(words, alphabet):
            print("{%s}," % ",".join(str(cost(p)) for p in row))
        print("};")
        if name == "kArabicWordBigrams":
            continue
        text = "".join(words)
        print("constexpr std::uint16_t %s[] = {%s};" % (
            name.replace("Bigrams", "Unigrams"),
            ",".join(str(cost((text.count(c) + .5) / (len(text) + .5 * len(alphabet)))) for c in alphabet)))


def skeleton(word):
    """Consonants, each run once: what two names must share to be confused."""
    return re.sub(r"(.)\1+", r"\1", re.sub("[اويءةaeiouy]|h$", "", word))


def near(words):
    """For every word those whose skeletons are a letter or two away."""
    index = defaultdict(set)
    keys = {}
    for w in words:
        k = skeleton(w)
        keys[w] = {k} | {k[:i] + k[i + 1:] for i in range(len(k))}
        for key in keys[w]:
            index[key].add(w)
    return lambda w: sorted({x for k in keys[w] if len(index[k]) < 400 for x in index[k]} - {w})


def made(path, lexicons):
    """Arabic TAB Latin TAB 1 or 0 TAB origin."""
    names = [({a}, {l}) for a, l in matching(read_pairs(path))]
    for lexicon in lexicons:
        for line in open(lexicon, encoding="utf-8"):
            row = line.rstrip("\n").split("\t")
            if len(row) > 3 and row[2] == "name":
                arabic = {fold_arabic(a) for a in [row[0]] + row[3].split("; ") if " " not in a}
                latin = {fold_latin(l) for l in row[1].split("; ") if " " not in l}
                names.append(({a for a in arabic if a and set(a) <= set(ARABIC)},
                              {l for l in latin if l and set(l) <= set(LATIN)}))
    spelled = defaultdict(set)
    for arabic, latin in names:
        for a in arabic:
            spelled[a] |= latin
        for l in latin:
            spelled[l] |= arabic
    random.seed(1)
    same, other = set(), set()
    for arabic, latin in names:
        pairs = [(a, l) for a in sorted(arabic) for l in sorted(latin)]
        same.update(random.sample(pairs, min(len(pairs), 6)))
    arabic = sorted({a for names_arabic, _ in names for a in names_arabic})
    near_arabic, near_latin = near(arabic), near(sorted({l for _, latin in names for l in latin}))
    for a in arabic:
        # Another name whose spelling in one of the scripts is near.
        others = {y for l in spelled[a] for y in near_latin(l)} | {l for b in near_arabic(a) for l in spelled[b]}
        others = sorted(others - spelled[a])
        other.update((a, l) for l in random.sample(others, min(len(others), 2)))
    # And names that have nothing in common, short and long: a text is full of such pairs.
    latin = sorted({l for _, names_latin in names for l in names_latin})
    far = {(random.choice(arabic), random.choice(latin)) for _ in range(MADE)}
    far = {(a, l) for a, l in far if l not in spelled[a]}
    words, glosses = sorted(set(read_words(lexicons))), sorted(read_glosses(lexicons))
    # Ordinary words and their translations elsewhere: of different lengths, with rare letter pairs.
    far |= {(random.choice(words), random.choice(glosses)) for _ in range(2 * MADE)}
    # Words run together are long names like no other.
    far |= {(random.choice(arabic) + random.choice(arabic), random.choice(latin)) for _ in range(MADE)}
    for label, rows in ((1, same), (0, other), (0, far)):
        for a, l in random.sample(sorted(rows), min(len(rows), MADE)):
            print(a, l, label, "made", sep="\t")


def solve(matrix, vector):
    n = len(vector)
    rows = [matrix[i] + [vector[i]] for i in range(n)]
    for i in range(n):
        pivot = max(range(i, n), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for r in range(i + 1, n):
            f = rows[r][i] / rows[i][i]
            if f:
                for c in range(i, n + 1):
                    rows[r][c] -= f * rows[i][c]
    x = [0.] * n
    for i in reversed(range(n)):
        x[i] = (rows[i][n] - sum(rows[i][j] * x[j] for j in range(i + 1, n))) / rows[i][i]
    return x


def probability(weights, x):
    return 1 / (1 + math.exp(-max(-30, min(30, sum(w * v for w, v in zip(weights, x))))))


def regress(samples, ridge, rounds=12):
    """Weights of a logistic regression by Newton's method; the first feature is the constant."""
    n = len(samples[0][0])
    weights = [0.] * n
    sparse = [([(i, v) for i, v in enumerate(x) if v], y) for x, y in samples]
    for _ in range(rounds):
        gradient = [-ridge * w for w in weights]
        gradient[0] = 0
        hessian = [[(ridge if i else 1e-6) * (i == j) for j in range(n)] for i in range(n)]
        for x, y in sparse:
            z = sum(weights[i] * v for i, v in x)
            p = 1 / (1 + math.exp(-max(-30, min(30, z))))
            q = max(p * (1 - p), 1e-6)
            for k, (i, v) in enumerate(x):
                gradient[i] += (y - p) * v
                row, v = hessian[i], q * v
                for j, u in x[k:]:
                    row[j] += v * u
        for i in range(n):
            for j in range(i):
                hessian[i][j] = hessian[j][i]
        step = solve(hessian, gradient)
        weights = [w + s for w, s in zip(weights, step)]
        if max(map(abs, step)) < 1e-5:
            break
    return weights


# Features that can only speak against two words being one name, by their columns in
# tm/lang/name_features.cc: dearest and second unit, lost consonants, surprises, units out of order.
AGAINST = {3, 4, 5, 6, 22, 23, 24, 25, 26, 27}


def regress_signed(samples, ridge, against):
    """As `regress`, without the features of `against` whose weights would come out positive: far from
    what training has seen, where most pairs of words of two scripts are, these would praise nonsense."""
    left_out = set()
    while True:
        w = regress([([0. if i in left_out else v for i, v in enumerate(x)], y) for x, y in samples], ridge)
        wrong = {i for i in against if w[i] > 0}
        if not wrong:
            return w
        left_out.add(max(wrong, key=lambda i: w[i]))


def connected(pairs):
    """A number for every pair, equal where pairs share a spelling or a chain of equal names."""
    parent = {}

    def root(x):
        while parent.setdefault(x, x) != x:
            x = parent[x]
        return x

    for a, b, same in pairs:
        if same:
            parent[root(a)] = root(b)
    return [root(a) for a, _, _ in pairs]


def figures(predicted, labels):
    tp = sum(p >= .5 and y for p, y in zip(predicted, labels))
    said, true = sum(p >= .5 for p in predicted), sum(labels)
    positive = [p for p, y in zip(predicted, labels) if y]
    negative = [p for p, y in zip(predicted, labels) if not y]
    auc = sum((p > q) + .5 * (p == q) for p in positive for q in negative) / max(1, len(positive) * len(negative))
    return f"precision {tp / max(1, said):.4f} recall {tp / max(1, true):.4f} F1 {2 * tp / max(1, said + true):.4f} AUC {auc:.4f}"


def read_samples(path):
    rows = [line.rstrip("\n").split("\t") for line in open(path, encoding="utf-8")]
    return rows, [([float(v) for v in r[4:]], int(r[2])) for r in rows]


def plausible(samples, ridge, against):
    """Without the made pairs that letters cannot explain: exonyms, and names alike that are two."""
    for _ in range(2):
        w = regress_signed(samples, ridge, against)
        samples = [(x, y) for x, y in samples if (probability(w, x) > .05 if y else probability(w, x) < .97)]
    return samples


def weights(paths, ridge=.5, folds=10, emphasis=10):
    print("// Generated by tests/bench/train_names.py; do not edit.")
    print("// Weights of name features by kind of pair, fitted on labelled pairs of names of")
    print("// google/transliteration (Apache-2.0), of glossaries/core and pairs labelled by hand.")
    for name, path, more, against in (("kAcrossWeights", paths[0], paths[3], AGAINST),
                                      ("kArabicWeights", paths[1], None, ()), ("kLatinWeights", paths[2], None, ())):
        rows, samples = read_samples(path)
        ours = plausible(read_samples(more)[1], ridge, against) if more else []
        if ours:
            w = regress_signed(ours, ridge, against)
            print(f"{name}, made pairs alone: {figures([probability(w, x) for x, _ in samples], [y for _, y in samples])}",
                  file=sys.stderr)
        groups = connected([(r[0], r[1], r[2] == "1") for r in rows])
        order = sorted(set(groups))
        random.Random(1).shuffle(order)
        fold = {g: i % folds for i, g in enumerate(order)}
        held_out = [0.] * len(rows)
        for k in range(folds):
            w = regress_signed(ours + (emphasis if ours else 1) * [s for s, g in zip(samples, groups) if fold[g] != k], ridge, against)
            for i, g in enumerate(groups):
                if fold[g] == k:
                    held_out[i] = probability(w, samples[i][0])
        by_hand = [i for i, r in enumerate(rows) if r[3].startswith("curated")]
        print(f"{name}: {figures(held_out, [y for _, y in samples])}; labelled by hand: "
              f"{figures([held_out[i] for i in by_hand], [samples[i][1] for i in by_hand])}", file=sys.stderr)
        for row, (_, y), p in zip(rows, samples, held_out):
            if (p >= .5) != y:
                print(f"  {row[0]}\t{row[1]}\t{y}\t{p:.2f}\t{row[3]}", file=sys.stderr)
        print(f"constexpr float {name}[] = {{{','.join(f'{w:.3f}F' for w in regress_signed(ours + (emphasis if ours else 1) * samples, ridge, against))}}};")


if __name__ == "__main__":
    if len(sys.argv) < 3 or sys.argv[1] not in ("letters", "made", "weights"):
        sys.exit(__doc__)
    if sys.argv[1] == "letters":
        letters(sys.argv[2], sys.argv[3], sys.argv[4:])
    elif sys.argv[1] == "made":
        made(sys.argv[2], sys.argv[3:])
    else:
        weights(sys.argv[2:])
