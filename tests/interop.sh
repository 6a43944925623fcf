#!/bin/sh
# Opens what Mizan exports, units and terms, with two other programs, Translate Toolkit and OmegaT,
# and compares what they read; the workbook with LibreOffice where it is installed. Not part of the suite: it wants the Debian packages translate-toolkit and omegat.
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
"$mizan" term import "$root/glossaries/sahel.tsv"
"$mizan" term list --format jsonl > "$folder/terms.jsonl"
for name in terms.tbx terms.csv terms.xlsx; do "$mizan" term export --output "$folder/$name"; done
"$mizan" term export --format omegat --output "$folder/terms.utf8"

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

echo "== Translate Toolkit, terms"
/usr/bin/python3 - "$folder" <<'PYTHON'
import csv
import json
import sys
from translate.storage import csvl10n, omegat, tbx

folder = sys.argv[1]
entries = [json.loads(line) for line in open(f"{folder}/terms.jsonl", encoding="utf-8")]
terms = [{language: [t["text"] for t in entry["terms"] if t["language"] == language]
          for language in ("ar", "en")} for entry in entries]
approved = {(a["text"], e["text"])
            for entry in entries for a in entry["terms"] for e in entry["terms"]
            if a["language"] == "ar" and e["language"] == "en"
            and a["status"] in ("preferred", "admitted")
            and e["status"] in ("preferred", "admitted")}

store = tbx.tbxfile.parsefile(f"{folder}/terms.tbx")
# A unit of this program holds one term a language: the first.
right = sum((str(unit.source), str(unit.target)) == (entry["ar"][0], entry["en"][0])
            for unit, entry in zip(store.units, terms))
print(f"terms.tbx: {len(store.units)} entries read, {len(terms)} written, {right} alike")
wrong = right != len(terms) or len(store.units) != len(terms)

store = omegat.OmegaTFile.parsefile(f"{folder}/terms.utf8")
read = {(str(unit.source), str(unit.target)) for unit in store.units}
print(f"terms.utf8: {len(read)} pairs read, {len(approved)} approved, "
      f"{len(read & approved)} alike")
wrong = wrong or read != approved

rows = list(csv.DictReader(open(f"{folder}/terms.csv", encoding="utf-8", newline="")))
pairs = {(row["arabic"], row["english"]) for row in rows}
all_pairs = {(a, e) for entry in terms for a in entry["ar"] for e in entry["en"]}
print(f"terms.csv: {len(pairs)} pairs read, {len(all_pairs)} written")
wrong = wrong or pairs != all_pairs
sys.exit(1 if wrong else 0)
PYTHON
tbx2po --progress=none -i "$folder/terms.tbx" -o "$folder/terms.po"
grep -c '^msgid ".' "$folder/terms.po" | sed 's/$/ terms in the PO file of tbx2po/'
if command -v soffice > /dev/null; then
  soffice --headless --convert-to csv --outdir "$folder/office" "$folder/terms.xlsx" > /dev/null
  wc -l < "$folder/office/terms.csv" | sed 's/$/ rows of terms.xlsx read by LibreOffice/'
fi

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

echo "== OmegaT, terms"
cat > "$folder/Glossaries.java" <<'JAVA'
import java.io.File;
import org.omegat.core.Core;
import org.omegat.core.data.NotLoadedProject;
import org.omegat.core.data.ProjectProperties;
import org.omegat.gui.glossary.GlossaryEntry;
import org.omegat.gui.glossary.GlossaryReaderTBX;
import org.omegat.gui.glossary.GlossaryReaderTSV;

public class Glossaries {
  public static void main(String[] names) throws Exception {
    ProjectProperties properties = new ProjectProperties(new File(names[0]));
    properties.setSourceLanguage("AR");
    properties.setTargetLanguage("EN");
    Core.setProject(new NotLoadedProject() {
      @Override public ProjectProperties getProjectProperties() { return properties; }
    });
    for (GlossaryEntry entry : GlossaryReaderTBX.read(new File(names[0], "terms.tbx"), false))
      for (String to : entry.getLocTerms(false))
        System.out.println("tbx\t" + entry.getSrcText() + "\t" + to);
    for (GlossaryEntry entry : GlossaryReaderTSV.read(new File(names[0], "terms.utf8"), false))
      System.out.println("utf8\t" + entry.getSrcText() + "\t" + entry.getLocText());
  }
}
JAVA
java -cp /usr/share/omegat/OmegaT.jar "$folder/Glossaries.java" "$folder" > "$folder/read.tsv"
/usr/bin/python3 - "$folder" <<'PYTHON'
import json
import sys
folder = sys.argv[1]
written = {"tbx": set(), "utf8": set()}
for line in open(f"{folder}/terms.jsonl", encoding="utf-8"):
    terms = json.loads(line)["terms"]
    for a in terms:
        for e in terms:
            if (a["language"], e["language"]) != ("ar", "en"):
                continue
            written["tbx"].add((a["text"], e["text"]))
            if {a["status"], e["status"]} <= {"preferred", "admitted"}:
                written["utf8"].add((a["text"], e["text"]))
read = {"tbx": set(), "utf8": set()}
for line in open(f"{folder}/read.tsv", encoding="utf-8"):
    kind, arabic, english = line.rstrip("\n").split("\t")
    read[kind].add((arabic, english))
for kind in written:
    print(f"terms.{kind}: {len(read[kind])} pairs read by OmegaT, {len(written[kind])} written")
sys.exit(read != written)
PYTHON
