#!/usr/bin/env python3
"""Processor seconds of `mizan variants` by the length of the text and the size of its vocabulary.

    names_speed.py MIZAN TEXT.ar.txt...

The texts, one sentence a line, are repeated up to 10,000, 100,000 and 1,000,000 words; some words get
another letter, so that the vocabulary grows with the text: 3% and 10% of them.
"""
import os
import random
import resource
import subprocess
import sys
import tempfile

LETTERS = "ابتجحخدرزسشصطعغفقكلمنهوي"


def altered(word):
    at = random.randrange(len(word))
    return word[:at] + random.choice(LETTERS) + word[at + 1:]


def main(mizan, paths):
    sentences = [line.split() for path in paths for line in open(path, encoding="utf-8") if line.strip()]
    environment = {**os.environ, "MIZAN_DB": os.path.join(tempfile.mkdtemp(), "none.db")}
    for length in (10_000, 100_000, 1_000_000):
        for share in (.03, .1):
            random.seed(1)
            words, types, lines = 0, set(), []
            while words < length:
                line = [altered(w) if random.random() < share and len(w) > 3 else w
                        for w in sentences[len(lines) % len(sentences)]]
                lines.append(" ".join(line))
                words += len(line)
                types.update(line)
            with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as text:
                text.write("\n".join(lines) + "\n")
                text.flush()
                before = resource.getrusage(resource.RUSAGE_CHILDREN)
                subprocess.run([mizan, "variants", "--segmented", text.name], env=environment,
                               stdout=subprocess.DEVNULL, check=False)
                after = resource.getrusage(resource.RUSAGE_CHILDREN)
            seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
            print(f"{words} words, {len(types)} different: {seconds:.2f} s", flush=True)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2:])
