"""Figures that several tests need: planted faults found, beads against gold."""
import json
from ast import literal_eval

# Rules that may report a planted fault of a kind.
RULES = {
    "term": {"term-missing", "term-deprecated", "name-cross", "name-variant-en"},
    "name-variant-en": {"name-variant-en", "name-cross", "term-missing", "term-deprecated"},
    "number": {"number-value", "date"},
    "number-scale": {"number-value", "scale"},
    "number-word": {"number-value", "number-word"},
    "number-dual": {"number-value", "number-word"},
    "percent": {"percent", "number-value"},
    "date": {"date", "number-value"},
    "acronym": {"acronym", "latin-token"},
    "omission": {"omission", "empty"},
    "doubled-word": {"doubled-word"},
    "quote": {"unbalanced", "quote-style"},
    "untranslated": {"untranslated", "wrong-script-letter"},
}
# Where any finding of the English line will do.
BY_LINE = {"doubled-word", "quote"}
PUNCTUATION = "(),.;:\"'«»“”"
# A finding of more words points at nothing.
MOST_WORDS = 8


def side(finding, name):
    return (finding.get(name) or {}).get("text") or ""


def key(finding):
    return finding["rule"], side(finding, "source"), side(finding, "target")


def planted_faults(path):
    """Rows (kind, Arabic evidence, English as written, English expected) of a list of faults."""
    with open(path, encoding="utf-8") as rows:
        return [tuple(row.rstrip("\n").split("\t")[:4]) for row in rows if not row.startswith("#")]


def changed_words(written, expected):
    expected = {word.strip(PUNCTUATION) for word in expected.split()}
    words = [word.strip(PUNCTUATION).removesuffix("'s") for word in written.split()]
    return [word for word in words if word and word not in expected]


def points_at(text, probes):
    text = text.strip().strip(PUNCTUATION)
    if not text or len(text.split()) > MOST_WORDS:
        return False
    return any(probe in text or len(text) > 1 and text in probe for probe in probes if probe)


def is_found(fault, altered_lines, findings):
    """Whether one of `findings`, none of them of the clean text, reports the fault at its place."""
    kind, arabic, written, expected = fault
    candidates = [finding for finding in findings if finding["rule"] in RULES[kind]]
    if kind in BY_LINE:
        line = next(number for number, text in enumerate(altered_lines, 1) if written in text)
        return any((finding["target"] or finding)["line"] == line for finding in candidates)
    if kind == "omission":
        return any(arabic in side(finding, "source") for finding in candidates)
    probes = changed_words(written, expected)
    return any(points_at(side(finding, "target"), probes) or
               points_at(side(finding, "source"), [arabic]) for finding in candidates)


def missed_faults(faults, altered_path, findings, clean):
    """The faults that `findings` of the altered text lack; those of the clean text do not count."""
    known = {key(finding) for finding in clean}
    loud = [finding for finding in findings
            if finding["severity"] != "info" and key(finding) not in known]
    with open(altered_path, encoding="utf-8") as altered:
        lines = altered.read().split("\n")
    return [fault for fault in faults if not is_found(fault, lines, loud)]


def read_beads(text):
    """Beads as (source, target) tuples, from `[0, 1] : [0]` lines or from JSON lines."""
    beads = []
    for line in text.splitlines():
        if line.startswith("{"):
            bead = json.loads(line)
            beads.append((tuple(bead["source"]), tuple(bead["target"])))
        elif line.strip():
            source, target = line.split(":")[:2]
            beads.append((tuple(literal_eval(source.strip())), tuple(literal_eval(target.strip()))))
    return beads


class StrictScore:
    """Strict F1 over many texts: a bead counts when both its lists are those of a gold bead.
    Recall leaves omissions out (Vecalign, Bertalign, AlignAR)."""

    def __init__(self):
        self.right = self.printed = self.recalled = self.wanted = 0

    def add(self, gold, beads):
        known = set(gold)
        self.right += sum(bead in known for bead in beads)
        self.printed += len(beads)
        found = set(beads)
        two_sided = [bead for bead in gold if bead[0] and bead[1]]
        self.recalled += sum(bead in found for bead in two_sided)
        self.wanted += len(two_sided)

    @property
    def f1(self):
        precision = self.right / self.printed if self.printed else 0.0
        recall = self.recalled / self.wanted if self.wanted else 0.0
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def gold_sides(path):
    """Beads of a gold TSV as (Arabic sentences, English sentences)."""
    beads = []
    with open(path, encoding="utf-8") as rows:
        for row in rows:
            if not row.startswith("#") and row.strip():
                arabic, english = row.rstrip("\n").split("\t")[:2]
                beads.append(tuple(tuple(text.strip() for text in cell.split("⏎") if text.strip())
                                   for cell in (arabic, english)))
    return beads
