#!/usr/bin/env python3
"""Fits the weights of the rule "joined-words" (tm/check/word_joints.cc): has a word lost the space
within it?

    train_joined_words.py JOINED_WORDS [--faulty IDS] [--whole PAIRS.tsv] [-o joint_weights.inc] PAIRS.tsv...

PAIRS.tsv: rows `id document ar en` under a header. Each word is an example of a whole one; each two
neighbours without the space between them are an example of a joint. Pairs whose ids IDS lists have
joints as they stand and are left out; of --whole (repeatable) only the whole words count: texts of
another kind than those the rule is for. Prints recall and false alarms of thresholds,
cross-validated by document, and writes the weights of all data together.
"""
import argparse
import math
import random
import subprocess
from collections import Counter, defaultdict

FOLDS = 3
ROUNDS = 30
MOST_ALIKE = 20  # an example that is seen more often counts no more


class Example:
    """A word, and the features of the places where it may be two."""
    def __init__(self, kind, document, word):
        self.joint, self.document, self.word = kind == "joint", document, word
        self.places = []  # (whether it is the right one, features)


def read_examples(program, path, left_out, whole_only):
    documents = {}
    with open(path, encoding="utf-8") as rows:
        for row in rows:
            identity, document = row.split("\t")[:2]
            documents[identity] = document
    output = subprocess.run([program, path], capture_output=True, text=True, check=True).stdout
    examples = []
    for line in output.splitlines():
        kind, identity, word, right, *features = line.split("\t")
        if identity in left_out or (whole_only and kind == "joint"):
            continue
        if not features:
            examples.append(Example(kind, documents[identity], word))
        else:
            examples[-1].places.append((right == "1", tuple(map(int, features))))
    return examples


def fit(examples):
    """Logistic regression by AdaGrad; the wrong places of a joint are no examples."""
    counts = Counter()
    for example in examples:
        for right, features in example.places:
            if right or not example.joint:
                counts[features, example.joint] += 1
    items = sorted(counts.items())
    chance = random.Random(1)
    weights, squares = defaultdict(float), defaultdict(lambda: 1e-3)
    for _ in range(ROUNDS):
        chance.shuffle(items)
        for (features, joint), count in items:
            score = sum(weights[f] for f in features)
            error = 1 / (1 + math.exp(-max(-30, min(30, score)))) - joint
            step = error * min(count, MOST_ALIKE)
            for f in features:
                squares[f] += step * step
                weights[f] -= 0.3 * step / math.sqrt(squares[f])
    return weights


def best_score(weights, example):
    return max((sum(weights[f] for f in features) for _, features in example.places), default=-99)


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("pairs", nargs="+")
    parser.add_argument("--faulty")
    parser.add_argument("--whole", action="append", default=[])
    parser.add_argument("-o", "--output")
    options = parser.parse_args()
    left_out = set()
    if options.faulty:
        with open(options.faulty, encoding="utf-8") as ids:
            left_out = {line.split("\t")[0].strip() for line in ids}
    sets = {path: read_examples(options.program, path, left_out, path in options.whole)
            for path in options.pairs + options.whole}
    examples = [example for members in sets.values() for example in members]
    documents = sorted({example.document for example in examples})
    random.Random(3).shuffle(documents)
    fold = {document: i % FOLDS for i, document in enumerate(documents)}
    scores = {}
    for k in range(FOLDS):
        weights = fit([example for example in examples if fold[example.document] != k])
        for example in examples:
            if fold[example.document] == k:
                scores[example] = best_score(weights, example)
    joints = [example for example in examples if example.joint]
    for threshold in (2, 2.5, 3, 3.5, 4, 4.5, 5, 6):
        print(f"log odds {threshold}: recall "
              f"{sum(scores[e] > threshold for e in joints) / len(joints):.3f} of {len(joints)}")
        for path, members in sets.items():
            wrong = [e.word for e in members if not e.joint and scores[e] > threshold]
            print(f"    {path}: {len(wrong)} false of {sum(not e.joint for e in members)}",
                  *wrong[:12])
    if options.output:
        weights = fit(examples)
        count = int(subprocess.run([options.program, "--count"], capture_output=True, text=True,
                                   check=True).stdout)
        with open(options.output, "w", encoding="utf-8") as out:
            out.write("// Generated by tests/bench/train_joined_words.py; do not edit.\n"
                      "// Weights of the features of word_joints.cc, in their order.\n"
                      "constexpr float kJointWeights[] = {"
                      + ",".join(f"{weights[f]:.3f}F" for f in range(count)) + "};\n")


main()
