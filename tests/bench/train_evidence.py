#!/usr/bin/env python3
"""Fit the weights by which tm/variant joins two spellings, and cross-validate them by document.

    train_evidence.py NAMES_BENCH DOCS [--news PAIRS.tsv NATURAL.tsv] -- LEXICON.tsv... > tm/variant/evidence_weights.inc

DOCS holds NAME.ar.txt, NAME.en.txt (line by line) and NAME.gold.tsv, whose pairs are variants; every
other pair that names_bench weighs is not.  --news adds untouched news (columns id, document, ar, en) and
the variants and doubtful pairs in it (names_natural.tsv: document, A, B, "same" or "ignore"; `*` is any
document).  English weights are set by
hand below: no labelled English documents exist.
"""
import glob
import os
import random
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from train_names import probability, regress  # noqa: E402

RIDGE, FOLDS = 1.0, 7
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


def unpack(news, natural, docs, folder):
    """One folder with the documents of DOCS and those of the news; returns pairs to ignore."""
    for path in glob.glob(f"{docs}/*"):
        shutil.copy(path, folder)
    texts = {}
    with open(news, encoding="utf-8") as rows:
        for row in list(rows)[1:]:
            _, document, arabic, english = row.rstrip("\n").split("\t")
            texts.setdefault(document, []).append((arabic, english))
    with open(natural, encoding="utf-8") as rows:
        known = [row.rstrip("\n").split("\t") for row in rows if not row.startswith("#")]
    for document, lines in texts.items():
        if os.path.exists(f"{folder}/{document}.gold.tsv"):
            continue
        gold = [k for k in known if k[0] == document and k[3] == "same"]
        for end, written in ((".ar.txt", [a for a, _ in lines]), (".en.txt", [e for _, e in lines]),
                             (".gold.tsv", [f"{a}\t{b}" for _, a, b, _ in gold])):
            with open(f"{folder}/{document}{end}", "w", encoding="utf-8") as out:
                out.writelines(line + "\n" for line in written)
    return [(a, b) for _, a, b, kind in known if kind == "ignore"]


def weighed(bench, docs, lexicon, ignored, parallel):
    """Rows (document, A, B, features, label) and the number of gold pairs that never met."""
    rows, unmet = [], 0
    for path in sorted(glob.glob(f"{docs}/*.gold.tsv")):
        name = path[:-len(".gold.tsv")]
        gold = pairs_of(path)
        out = subprocess.run([bench, "evidence", name + ".ar.txt", name + ".en.txt" if parallel else "-"] + lexicon,
                             capture_output=True, text=True, check=True).stdout
        found = [line.split("\t") for line in out.splitlines()]
        for g in gold:
            if not any(same(f[:2], g) for f in found):
                unmet += 1
                print(f"  unmet\t{g[0]}\t{g[1]}\t{os.path.basename(name)}", file=sys.stderr)
        for f in found:
            label = any(same(f[:2], g) for g in gold)
            if label or not any(same(f[:2], i) for i in ignored):
                rows.append((name, f[0], f[1], [float(v) for v in f[2:]], int(label)))
    return rows, unmet


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
    true = sum(r[4] for r in rows) + unmet
    for floor in (.4, .5, .6):
        said = sum(p >= floor for p in held_out)
        right = sum(p >= floor and r[4] for p, r in zip(held_out, rows))
        print(f"{name} at {floor}: precision {right / max(said, 1):.3f} recall {right / true:.3f} "
              f"F1 {2 * right / (said + true):.3f} ({len(rows)} pairs met, {unmet} of {true} variants did not)",
              file=sys.stderr)
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
        ignored, docs = unpack(options[1], options[2], docs, folder), folder
    print("// Generated by tests/bench/train_evidence.py; do not edit.")
    print("// Fitted on news of NTREX-128 (CC BY-SA 4.0) with natural and injected variants; numbers only.")
    for name, parallel in (("kArabicEvidence", False), ("kTranslatedEvidence", True)):
        w = fit(*weighed(bench, docs, lexicon, ignored, parallel), name)
        print(f"constexpr float {name}[] = {{{','.join(f'{v:.3f}F' for v in w)}}};")
    print(f"constexpr float kEnglishEvidence[] = {{{','.join(f'{ENGLISH.get(i, 0):.3f}F' for i in range(len(w)))}}};")


if __name__ == "__main__":
    if "--" not in sys.argv or len(sys.argv) < 5:
        sys.exit(__doc__)
    main(sys.argv[1:])
