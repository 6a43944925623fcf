#!/usr/bin/env python3
"""How often a respelled sentence finds its own unit first.

    memory_spelling.py MIZAN FOLDER [SIZE]

FOLDER holds memory-SIZE.tsv (SIZE: default 100000), spelling-KIND.txt with one respelled sentence a
line, and spelling.meta.tsv with the row of the memory that each of them is. Prints, for every kind,
the sentences whose unit comes first, and the lowest and mean score.
"""
import json
import subprocess
import sys
import tempfile
from pathlib import Path


def lines(path):
    return path.read_text(encoding="utf-8").splitlines()


def main():
    mizan, folder = sys.argv[1], Path(sys.argv[2])
    size = sys.argv[3] if len(sys.argv) > 3 else "100000"
    memory = folder / f"memory-{size}.tsv"
    sources = [line.split("\t")[0] for line in lines(memory)]
    right = [sources[int(row)] for row in lines(folder / "spelling.meta.tsv")]
    with tempfile.TemporaryDirectory() as scratch:
        database = f"{scratch}/memory.db"
        subprocess.run([mizan, "import", "--db", database, memory], check=True,
                       stderr=subprocess.DEVNULL)
        print(f"{'kind':10} {'first':>5} of {len(right)}   lowest   mean score")
        for path in sorted(folder.glob("spelling-*.txt")):
            out = subprocess.run(
                [mizan, "lookup", "--db", database, "--format", "jsonl", "--min", "30", "--limit",
                 "1", "--batch", path], check=True, capture_output=True, text=True).stdout
            found = {match["query"]: match for match in map(json.loads, out.splitlines())}
            first = [query for query, source in enumerate(right)
                     if query in found and found[query]["source"] == source]
            scores = [found[query]["score"] for query in first] or [0]
            print(f"{path.stem.removeprefix('spelling-'):10} {len(first):5} {'':8} "
                  f"{min(scores):.3f}   {sum(scores) / len(scores):.3f}")


main()
