#!/bin/sh
# Opens what Mizan exports with two other programs, Translate Toolkit and OmegaT, and compares what
# they read. Not part of the suite: it wants the Debian packages translate-toolkit and omegat.
# usage: tests/interop.sh [FILE.tmx]   (MIZAN_BINARY: the program, else the release build)
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
mizan=${MIZAN_BINARY:-$root/build/release/cli/mizan}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export HOME="$folder" MIZAN_DB="$folder/m.db"

if [ $# -gt 0 ]; then
  "$mizan" import "$1"
else
  "$mizan" align --store "$root/examples/article/article.ar.txt" \
    "$root/examples/article/article.en.txt" > /dev/null
  "$mizan" import "$root/tests/data/format/odd/codes-everywhere.tmx"
fi
"$mizan" export --format jsonl > "$folder/units.jsonl"
"$mizan" export --output "$folder/m.tmx"
"$mizan" export --output "$folder/m.xlf"

echo "== Translate Toolkit"
/usr/bin/python3 - "$folder" <<'PYTHON'
import collections
import json
import sys
from translate.storage import tmx, xliff

folder = sys.argv[1]
units = [json.loads(line) for line in open(f"{folder}/units.jsonl", encoding="utf-8")]

def plain(text):
    return " ".join(str(text).split())

wrong = 0
for name, store in (("m.tmx", tmx.tmxfile), ("m.xlf", xliff.xlifffile)):
    read = store.parsefile(f"{folder}/{name}")
    # The first text of a unit is its source, whichever language it is in.
    there = collections.Counter()
    with_codes = 0
    for unit in read.units:
        if not unit.istranslatable() and name == "m.xlf":
            continue
        there[frozenset((plain(unit.source), plain(unit.target)))] += 1
    here = collections.Counter(
        frozenset((plain(unit["ar"]), plain(unit["en"]))) for unit in units)
    missing = sum((here - there).values())
    print(f"{name}: {sum(there.values())} units read, {len(units)} written, "
          f"{missing} with another text (codes are part of the text there)")
    wrong += sum(there.values()) != len(units)
sys.exit(1 if wrong else 0)
PYTHON

echo "== OmegaT"
project="$folder/project"
# What lies in tm/auto is put into the translation where the source is the same.
mkdir -p "$project/source" "$project/target" "$project/tm/auto" "$project/omegat" \
  "$project/glossary" "$project/dictionary"
cp "$folder/m.tmx" "$project/tm/auto/"
cat > "$project/omegat.project" <<'XML'
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0">
<source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir><tm_dir>__DEFAULT__</tm_dir>
<glossary_dir>__DEFAULT__</glossary_dir><dictionary_dir>__DEFAULT__</dictionary_dir>
<source_lang>AR</source_lang><target_lang>EN-US</target_lang>
<sentence_seg>false</sentence_seg><support_default_translations>true</support_default_translations>
</project></omegat>
XML
# The Arabic of the memory, a paragraph each, is what OmegaT shall translate from tm/ alone.
/usr/bin/python3 - "$folder" <<'PYTHON'
import json
import sys
folder = sys.argv[1]
texts = []
for line in open(f"{folder}/units.jsonl", encoding="utf-8"):
    unit = json.loads(line)
    if unit["source_language"] == "ar" and unit["ar"] not in texts:
        texts.append(unit["ar"])
with open(f"{folder}/project/source/text.txt", "w", encoding="utf-8") as out:
    out.write("\n\n".join(" ".join(text.split()) for text in texts) + "\n")
PYTHON
omegat --mode=console-translate --config-dir="$folder/config" "$project" > "$folder/omegat.log" 2>&1
grep -E "TMXR_" "$folder/omegat.log" | sed 's/^[0-9]*: //' || true
/usr/bin/python3 - "$folder" <<'PYTHON'
import json
import sys
folder = sys.argv[1]
english = {}
for line in open(f"{folder}/units.jsonl", encoding="utf-8"):
    unit = json.loads(line)
    if unit["source_language"] == "ar":
        english.setdefault(" ".join(unit["ar"].split()), set()).add(" ".join(unit["en"].split()))
source = open(f"{folder}/project/source/text.txt", encoding="utf-8").read().split("\n\n")
target = open(f"{folder}/project/target/text.txt", encoding="utf-8").read().split("\n\n")
right = sum(" ".join(b.split()) in english.get(" ".join(a.split()), ())
            for a, b in zip(source, target))
print(f"{right} of {len(source)} segments translated by OmegaT with the memory's English")
PYTHON
