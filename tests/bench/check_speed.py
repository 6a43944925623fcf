#!/usr/bin/env python3
"""Seconds of `mizan check`: many pairs of one bilingual file, and one short article from a cold start.

    tests/bench/check_speed.py MIZAN FILE [--pairs 100000] [--jobs 2] [--keep TSV]

FILE is any bilingual file that `mizan convert` reads. Its units come again with other digits until
there are as many as asked for, in documents of forty. The article is the one of examples/, aligned and
checked in a process of its own, eleven times, the caches on disk warm; the least and the median are
printed. User seconds tell more than those of the clock where the machine has other work to do.
"""
import argparse
import itertools
import os
import subprocess
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCUMENT = 40


def other_digits(copy):
    """Every digit but zero becomes another one, the same on both sides."""
    table = {}
    for zero in ord("0"), ord("\u0660"), ord("\u06f0"):
        for digit in range(1, 10):
            table[zero + digit] = chr(zero + 1 + (digit - 1 + copy) % 9)
    return table


def write_pairs(mizan, source, count, path):
    units = path.with_suffix(".units.tsv")
    subprocess.run([mizan, "convert", source, units], check=True, stderr=subprocess.DEVNULL)
    rows = [line.split("\t")[:2] for line in units.read_text(encoding="utf-8").splitlines()]
    with path.open("w", encoding="utf-8") as out:
        out.write("id\tdocument\tar\ten\n")
        for number, (copy, row) in enumerate(
                itertools.islice(((copy, row) for copy in itertools.count() for row in rows), count)):
            if number % len(rows) == 0:
                table = other_digits(copy)
            texts = "\t".join(row).translate(table)
            out.write(f"{number + 1}\t{number // DOCUMENT + 1}\t{texts}\n")


def run(*command):
    """Clock, user and system seconds, and the most memory in MB."""
    begin = time.monotonic()
    with open(os.devnull, "wb") as nothing:
        process = subprocess.Popen(command, stdout=nothing, stderr=nothing, cwd=ROOT)
        _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        raise SystemExit(f"failed: {command}")
    return time.monotonic() - begin, usage.ru_utime, usage.ru_stime, usage.ru_maxrss / 1024


def main():
    words = argparse.ArgumentParser(description=__doc__,
                                    formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("mizan", type=Path)
    words.add_argument("file", type=Path)
    words.add_argument("--pairs", type=int, default=100000)
    words.add_argument("--jobs", type=int, default=os.cpu_count())
    words.add_argument("--keep", type=Path, help="leave the pairs in this file")
    call = words.parse_args()
    mizan = str(call.mizan.resolve())
    with tempfile.TemporaryDirectory() as folder:
        path = call.keep or Path(folder) / "pairs.tsv"
        write_pairs(mizan, call.file.resolve(), call.pairs, path)
        clock, user, system, memory = run(mizan, "check", "--jobs", str(call.jobs), "--format", "jsonl",
                                          str(path.resolve()))
        print(f"{call.pairs} pairs, {call.jobs} jobs: {clock:.1f} s, of processors {user:.1f} user "
              f"and {system:.1f} system, {memory:.0f} MB")
    article = [mizan, "check", "examples/article/article.ar.txt", "examples/article/article.errors.en.txt"]
    run(*article)
    runs = sorted(run(*article) for _ in range(11))
    users = sorted(seconds[1] + seconds[2] for seconds in runs)
    print(f"article from a cold start: {1000 * runs[0][0]:.0f} ms, median {1000 * runs[5][0]:.0f}; "
          f"of processors {1000 * users[0]:.0f}, median {1000 * users[5]:.0f}")


if __name__ == "__main__":

    main()
