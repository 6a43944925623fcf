#!/usr/bin/env python3
"""Boundary precision, recall and F1 of `mizan segment` on joined lines.

  tests/bench/segmentation_f1.py [--mizan build/release/cli/mizan] [--errors] [--floor 0.98]
                                 TEXTS...

TEXTS are folders that hold ar.txt and en.txt, one sentence a line, or TSV files with the columns
`document`, `ar` and `en`. The lines of a side are joined with a space into one paragraph a
document; the gold boundaries are the line ends. The end of a line without final punctuation counts
neither way, nor does the end of the text. The counts of all documents of a language are added up.
Exit 1 when a language falls below the floor.

A boundary inside a line counts as false, unless the folder holds gold.txt (beads `[0] : [0, 1]`)
and it pairs that line with several lines of the other side: there sentences were merged to test
alignment, and a boundary inside counts neither way.
"""
import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile

TERMINATORS = ".!?؟…"
CLOSERS = "\"'”“’»›)]}\u200e\u200f\u202c\u2069 "


def merged_lines(gold):
    """The lines of either side that a bead pairs with several lines of the other side."""
    merged = {"ar": set(), "en": set()}
    for row in gold.splitlines():
        match = re.match(r"\[(.*?)\] : \[(.*?)\]", row)
        if not match:
            continue
        ar, en = ([int(number) for number in side.split(",") if number.strip()]
                  for side in match.groups())
        if len(ar) == 1 and len(en) > 1:
            merged["ar"].add(ar[0])
        if len(en) == 1 and len(ar) > 1:
            merged["en"].add(en[0])
    return merged


def documents(path):
    """Name, lines and merged lines of both sides of each document of `path`."""
    none = {"ar": set(), "en": set()}
    if path.is_dir():
        gold = path / "gold.txt"
        yield (path.name,
               {side: (path / f"{side}.txt").read_text(encoding="utf-8").split("\n")
                for side in none},
               merged_lines(gold.read_text(encoding="utf-8")) if gold.exists() else none)
        return
    rows = [row.split("\t") for row in path.read_text(encoding="utf-8").splitlines()]
    columns = {name: i for i, name in enumerate(rows[0])}
    by_document = {}
    for row in rows[1:]:
        sides = by_document.setdefault(row[columns["document"]], {"ar": [], "en": []})
        for side in sides:
            sides[side].append(row[columns[side]])
    for name, sides in by_document.items():
        yield name, sides, none


def joined(lines, merged):
    """The text in bytes, the gold boundaries (offsets after a line), those that do not count, and
    the ranges inside which none counts."""
    text, gold, ignored, open_ranges = b"", set(), set(), []
    for number, line in enumerate(lines):
        line = line.strip()
        if not line:
            continue
        if text:
            text += b" "
        begin = len(text)
        text += line.encode()
        if number in merged:
            open_ranges.append((begin, len(text)))
        ends = line.rstrip(CLOSERS).endswith(tuple(TERMINATORS))
        (gold if ends else ignored).add(len(text))
    last = len(text)
    return text, gold - {last}, ignored | {last}, open_ranges


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
    parser.add_argument("texts", nargs="+", type=pathlib.Path)
    options = parser.parse_args()
    texts = [document for path in options.texts for document in documents(path)]
    worst = 1.0
    for language in ("ar", "en"):
        right = false = missed = 0
        for name, sides, merged in texts:
            text, gold, ignored, open_ranges = joined(sides[language], merged[language])
            found = {end for end in predicted(options.mizan, text, language) - ignored
                     if not any(first < end < last for first, last in open_ranges)}
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
