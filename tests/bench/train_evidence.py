#!/usr/bin/env python3
"""Fit the weights by which tm/variant joins two spellings, and cross-validate them by document.

    train_evidence.py NAMES_BENCH DOCS [--news PAIRS.tsv NATURAL.tsv] [--units UNITS.tsv LABELS.tsv] -- LEXICON.tsv...
        > tm/variant/evidence_weights.inc

DOCS holds NAME.ar.txt, NAME.en.txt (line by line) and NAME.gold.tsv, whose pairs are variants; every
other pair that names_bench weighs is not.  --news adds untouched news (columns id, document, ar, en) and
the variants and doubtful pairs in it (names_natural.tsv: document, A, B, "same" or "ignore"; `*` is any
document).  --units adds a memory (Arabic TAB English), cut into texts of several lengths, and the
variants in it (names_units.tsv: A, B, "same" or "ignore"): a text full of words that no dictionary has,
for what must not be joined.  English weights are set by hand below: no labelled English documents exist.
"""
import glob
import itertools
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from train_names import probability, regress  # noqa: E402

RIDGE, FOLDS = 1.0, 7
UNIT_TEXTS = (60, 200, 2000)  # units a text
PROCLITICS = ("وال", "بال", "كال", "فال", "لل", "ال", "و", "ف", "ب", "ك", "ل")
# By the order of features in tm/variant/evidence.cc.
ENGLISH = {0: -3.2, 1: 1, 3: -4, 4: -2, 8: .7, 9: .5, 10: -.5, 11: -4, 12: -3, 15: 3.5, 16: -1.5, 17: -4, 25: 4}


def forms(word):
    return {word} | {word[len(p):] for p in PROCLITICS if word.startswith(p) and len(word) - len(p) >= 3}


def same(pair, gold):
    a, b = map(forms, pair)
    c, d = map(forms, gold)
    return bool(a & c and b & d or a & d and b & c)


def pairs_of(path):
    with open(path, encoding="utf-8") as lines:
        return [tuple(line.rstrip("\n").split("\t")[:2]) for line in lines if line.strip() and not line.startswith("#")]


def unpack_news(news, natural, docs, folder):
    """Documents of the news that DOCS does not have; returns pairs to ignore."""
    texts = {}
    with open(news, encoding="utf-8") as rows:
        for row in list(rows)[1:]:
            _, document, arabic, english = row.rstrip("\n").split("\t")
            texts.setdefault(document, []).append((arabic, english))
    with open(natural, encoding="utf-8") as rows:
        known = [row.rstrip("\n").split("\t") for row in rows if not row.startswith("#")]
    for document, lines in texts.items():
        if os.path.exists(f"{docs}/{document}.gold.tsv"):
            continue
        gold = [k for k in known if k[0] == document and k[3] == "same"]
        for end, written in ((".ar.txt", [a for a, _ in lines]), (".en.txt", [e for _, e in lines]),
                             (".gold.tsv", [f"{a}\t{b}" for _, a, b, _ in gold])):
            with open(f"{folder}/{document}{end}", "w", encoding="utf-8") as out:
                out.writelines(line + "\n" for line in written)
    return [(a, b) for _, a, b, kind in known if kind == "ignore"]


def unpack_units(units, labels, folder):
    """Texts cut from the units, with the variants that stand in them; returns pairs to ignore."""
    with open(labels, encoding="utf-8") as rows:
        known = [row.rstrip("\n").split("\t") for row in rows if not row.startswith("#")]
    with open(units, encoding="utf-8") as rows:
        rows = [row.rstrip("\n").split("\t")[:2] for row in rows]
    begin = 0
    for number, size in enumerate(itertools.cycle(UNIT_TEXTS)):
        text = rows[begin:begin + size]
        begin += size
        if not text:
            return [(a, b) for a, b, kind in known if kind == "ignore"]
        words = {form for arabic, _ in text for word in re.findall(r"\w+", arabic) for form in forms(word)}
        gold = [k for k in known if k[2] == "same" and forms(k[0]) & words and forms(k[1]) & words]
        for end, written in ((".ar.txt", [a for a, _ in text]), (".en.txt", [e for _, e in text]),
                             (".gold.tsv", [f"{a}\t{b}" for a, b, _ in gold])):
            with open(f"{folder}/units.{number:02}{end}", "w", encoding="utf-8") as out:
                out.writelines(line + "\n" for line in written)


def weighed(bench, docs, lexicon, ignored, parallel):
    """Rows (document, A, B, features, label) and the numbers of gold pairs that never met."""
    rows, unmet = [], [0, 0]  # of news, of units
    for path in sorted(glob.glob(f"{docs}/*.gold.tsv")):
        name = path[:-len(".gold.tsv")]
        gold = pairs_of(path)
        out = subprocess.run([bench, "evidence", name + ".ar.txt", name + ".en.txt" if parallel else "-"] + lexicon,
                             capture_output=True, text=True, check=True).stdout
        found = [line.split("\t") for line in out.splitlines()]
        for g in gold:
            if not any(same(f[:2], g) for f in found):
                unmet[is_of_units([name])] += 1
                print(f"  unmet\t{g[0]}\t{g[1]}\t{os.path.basename(name)}", file=sys.stderr)
        for f in found:
            label = any(same(f[:2], g) for g in gold)
            if label or not any(same(f[:2], i) for i in ignored):
                rows.append((name, f[0], f[1], [float(v) for v in f[2:]], int(label)))
    return rows, unmet


def is_of_units(row):
    return os.path.basename(row[0]).startswith("units.")


def fit(rows, unmet, name):
    documents = sorted({r[0] for r in rows})
    random.Random(1).shuffle(documents)
    fold = {d: i % FOLDS for i, d in enumerate(documents)}
    held_out = [0.] * len(rows)
    for k in range(FOLDS):
        w = regress([(r[3], r[4]) for r in rows if fold[r[0]] != k], RIDGE)
        for i, r in enumerate(rows):
            if fold[r[0]] == k:
                held_out[i] = probability(w, r[3])
    for kind, of in (("news", [r for r in zip(held_out, rows) if not is_of_units(r[1])]),
                     ("units", [r for r in zip(held_out, rows) if is_of_units(r[1])])):
        if not of:
            continue
        for floor in (.4, .5, .6):
            said = sum(p >= floor for p, _ in of)
            right = sum(p >= floor and r[4] for p, r in of)
            true = sum(r[4] for _, r in of) + unmet[kind == "units"]
            print(f"{name}, {kind} at {floor}: precision {right / max(said, 1):.3f} recall {right / max(true, 1):.3f} "
                  f"F1 {2 * right / (said + true):.3f} ({len(of)} pairs met, {unmet[kind == 'units']} of {true} "
                  "variants did not)", file=sys.stderr)
    for p, r in sorted(zip(held_out, rows), key=lambda x: -x[0]):
        if (p >= .5) != r[4]:
            print(f"  {p:.2f}\t{r[1]}\t{r[2]}\t{r[4]}", file=sys.stderr)
    return regress([(r[3], r[4]) for r in rows], RIDGE)


def main(arguments):
    lexicon = arguments[arguments.index("--") + 1:]
    bench, docs, *options = arguments[:arguments.index("--")]
    ignored = []
    if options:
        folder = tempfile.mkdtemp()
        if "--news" in options:
            at = options.index("--news")
            ignored += unpack_news(options[at + 1], options[at + 2], docs, folder)
        if "--units" in options:
            at = options.index("--units")
            ignored += unpack_units(options[at + 1], options[at + 2], folder)
        for path in glob.glob(f"{docs}/*"):
            shutil.copy(path, folder)
        docs = folder
    print("// Generated by tests/bench/train_evidence.py; do not edit.")
    print("// Fitted on news of NTREX-128 (CC BY-SA 4.0) and units of TICO-19 (CC0) with natural and injected variants; numbers")
    print("// only.")
    for name, parallel in (("kArabicEvidence", False), ("kTranslatedEvidence", True)):
        w = fit(*weighed(bench, docs, lexicon, ignored, parallel), name)
        print(f"constexpr float {name}[] = {{{','.join(f'{v:.3f}F' for v in w)}}};")
    print(f"constexpr float kEnglishEvidence[] = {{{','.join(f'{ENGLISH.get(i, 0):.3f}F' for i in range(len(w)))}}};")


if __name__ == "__main__":
    if "--" not in sys.argv or len(sys.argv) < 5:
        sys.exit(__doc__)
    main(sys.argv[1:])
