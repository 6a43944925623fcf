#!/usr/bin/env python3
"""Boundary precision, recall and F1 of `mizan segment` on joined lines.

  tests/bench/segmentation_f1.py [--mizan build/release/cli/mizan] [--errors] [--floor 0.98]
                                 [--published PAIRS.tsv] TEXTS...

TEXTS are folders that hold ar.txt and en.txt, one sentence a line, or TSV files with the columns
`document`, `ar` and `en`. The lines of a side are joined with a space into one paragraph a
document; the gold boundaries are the line ends. The end of a line without final punctuation counts
neither way, nor does the end of the text. The counts of all documents of a language are added up.
Exit 1 when a language falls below the floor.

A boundary inside a line counts as false. Where lines were merged on purpose (to test alignment),
--published names the pairs as they were before: a line that is a join of several of them is taken
apart first.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

TERMINATORS = ".!?؟…"
CLOSERS = "\"'”“’»›)]}\u200e\u200f\u202c\u2069 "


def documents(path):
    """The lines of both sides of each document of `path`."""
    if path.is_dir():
        yield path.name, {side: (path / f"{side}.txt").read_text(encoding="utf-8").split("\n")
                          for side in ("ar", "en")}
        return
    rows = [row.split("\t") for row in path.read_text(encoding="utf-8").splitlines()]
    columns = {name: i for i, name in enumerate(rows[0])}
    by_document = {}
    for row in rows[1:]:
        sides = by_document.setdefault(row[columns["document"]], {"ar": [], "en": []})
        for side in sides:
            sides[side].append(row[columns[side]])
    yield from by_document.items()


def taken_apart(line, published):
    """The published lines of which `line` is a join, else `line` alone."""
    if line in published:
        return [line]
    for i, character in enumerate(line):
        if character == " " and line[:i].strip() in published:
            rest = taken_apart(line[i:].strip(), published)
            if rest[-1] in published:
                return [line[:i].strip()] + rest
    return [line]


def joined(lines):
    """The text in bytes, the gold boundaries (offset after a line) and those that do not count."""
    text, gold, ignored = b"", set(), set()
    for line in lines:
        if text:
            text += b" "
        text += line.encode()
        ends = line.rstrip(CLOSERS).endswith(tuple(TERMINATORS))
        (gold if ends else ignored).add(len(text))
    last = len(text)
    return text, gold - {last}, ignored | {last}


def predicted(mizan, text, language):
    with tempfile.NamedTemporaryFile(suffix=".txt") as file:
        file.write(text + b"\n")
        file.flush()
        done = subprocess.run([mizan, "segment", file.name, "--lang", language, "--format", "jsonl"],
                              stdout=subprocess.PIPE, check=True)
    return {json.loads(row)["end"] for row in done.stdout.splitlines()}


def show(kind, text, offset):
    before = text[max(0, offset - 90):offset].decode(errors="ignore")
    after = text[offset:offset + 60].decode(errors="ignore")
    print(f"  {kind}\t…{before} ⏎{after}…")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--mizan", default="build/release/cli/mizan")
    parser.add_argument("--errors", action="store_true", help="print every error")
    parser.add_argument("--floor", type=float, default=0.0)
    parser.add_argument("--published", type=pathlib.Path)
    parser.add_argument("texts", nargs="+", type=pathlib.Path)
    options = parser.parse_args()
    texts = [document for path in options.texts for document in documents(path)]
    published = {"ar": set(), "en": set()}
    if options.published:
        for _, sides in documents(options.published):
            for side, lines in sides.items():
                published[side].update(line.strip() for line in lines)
    worst = 1.0
    for language in ("ar", "en"):
        right = false = missed = 0
        for name, sides in texts:
            lines = [part for line in sides[language] if line.strip()
                     for part in taken_apart(line.strip(), published[language])]
            text, gold, ignored = joined(lines)
            found = predicted(options.mizan, text, language) - ignored
            right += len(found & gold)
            false += len(found - gold)
            missed += len(gold - found)
            if options.errors:
                for offset in sorted(found ^ gold):
                    kind = "false" if offset in found else "missed"
                    show(f"{language} {name} {kind}", text, offset)
        f1 = 2 * right / max(1, 2 * right + false + missed)
        worst = min(worst, f1)
        print(f"{language}\tprecision {right / max(1, right + false):.4f}\t"
              f"recall {right / max(1, right + missed):.4f}\tF1 {f1:.4f}\t"
              f"({right} right, {false} false, {missed} missed)")
    return 1 if worst < options.floor else 0


if __name__ == "__main__":
    sys.exit(main())
