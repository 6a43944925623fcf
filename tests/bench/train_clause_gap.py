#!/usr/bin/env python3
"""Fits the weights of the rule "length" (tm/check/clause_gap.cc): does a side hold a clause that the
other side lacks?

    train_clause_gap.py CLAUSE_GAPS PAIRS.tsv...

PAIRS.tsv: rows `id document ar en` under a header. Each pair is an example without a gap; with the
clauses behind one of its commas cut off, on either side, it is one with a gap. Prints the recall at
given rates of false alarms, cross-validated by document, and the weights of all data together.
"""
import math
import random
import re
import subprocess
import sys
import tempfile

FOLDS = 4
FEWEST_CHARACTERS = 100
LEAST_SHARE, GREATEST_SHARE = .3, .75


def truncated(text, comma):
    """The sentence without what stands behind one of its commas, for each comma."""
    if len(text) < FEWEST_CHARACTERS or not re.search(r"\w\.$", text):
        return []
    return [text[:m.start()] + "." for m in re.finditer(comma + " ", text)
            if LEAST_SHARE <= 1 - m.start() / len(text) <= GREATEST_SHARE]


def solve(matrix, vector):
    n = len(vector)
    rows = [row[:] + [vector[i]] for i, row in enumerate(matrix)]
    for i in range(n):
        pivot = max(range(i, n), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for r in range(n):
            factor = rows[r][i] / rows[i][i] if r != i else 0
            if factor:
                rows[r] = [a - factor * b for a, b in zip(rows[r], rows[i])]
    return [rows[i][n] / rows[i][i] for i in range(n)]


def fit(examples, rounds=12, ridge=1):
    n = len(examples[0][0])
    weights = [0.0] * n
    for _ in range(rounds):
        hessian = [[0.0] * n for _ in range(n)]
        gradient = [-ridge * w for w in weights]
        for features, label in examples:
            score = sum(w * x for w, x in zip(weights, features))
            p = 1 / (1 + math.exp(-max(-30, min(30, score))))
            for a, x in enumerate(features):
                gradient[a] += (label - p) * x
                scaled = p * (1 - p) * x
                row = hessian[a]
                for b in range(a, n):
                    row[b] += scaled * features[b]
        for a in range(n):
            hessian[a][a] += ridge
            for b in range(a):
                hessian[a][b] = hessian[b][a]
        weights = [w + step for w, step in zip(weights, solve(hessian, gradient))]
    return weights


def main():
    random.seed(5)
    program, files = sys.argv[1], sys.argv[2:]
    names = []
    with tempfile.NamedTemporaryFile("w", suffix=".tsv") as pairs:
        def put(document, label, side, arabic, english):
            pairs.write(f"{len(names)}\t{arabic}\t{english}\n")
            names.append((document, label, side))
        for path in files:
            for line in open(path, encoding="utf-8").read().splitlines()[1:]:
                _, document, arabic, english = line.split("\t")
                put(document, 0, "", arabic, english)
                for cut in truncated(arabic, "،"):
                    put(document, 1, "en", cut, english)
                for cut in truncated(english, ","):
                    put(document, 1, "ar", arabic, cut)
        pairs.flush()
        output = subprocess.run([program, pairs.name], capture_output=True, text=True, check=True)
    examples = []
    for line in output.stdout.splitlines():
        name, side, *features = line.split("\t")
        document, label, whole = names[int(name)]
        if label == 0 or side == whole:
            examples.append((document, [float(x) for x in features], label))
    documents = sorted({e[0] for e in examples})
    random.shuffle(documents)
    fold = {document: i % FOLDS for i, document in enumerate(documents)}
    scores = []
    for k in range(FOLDS):
        weights = fit([(x, y) for d, x, y in examples if fold[d] != k])
        scores += [(sum(w * f for w, f in zip(weights, x)), y)
                   for d, x, y in examples if fold[d] == k]
    clean = sorted((s for s, y in scores if y == 0), reverse=True)
    gaps = [s for s, y in scores if y == 1]
    for rate in (0.001, 0.003, 0.005, 0.01, 0.02):  # of pairs, which have two sides
        threshold = clean[int(rate * len(clean) / 2)]
        recall = sum(s > threshold for s in gaps) / len(gaps)
        print(f"false alarms {rate:.3f}: log odds {threshold:.2f}, recall {recall:.3f} of {len(gaps)}")
    print("weights", [round(w, 3) for w in fit([(x, y) for _, x, y in examples])])


main()
