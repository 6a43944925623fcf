"""Figures on real data, where it lies beside the project: data that may not be copied into it."""
import collections
import re
import unicodedata
import unittest

from program import SHARED, ProgramTest
from scoring import StrictScore, gold_sides, missed_faults, planted_faults, read_beads

SEED = SHARED / "data/seed"
ALIGN = SHARED / "data/align"


@unittest.skipUnless(SEED.is_dir(), f"{SEED} is absent")
class SeedArticleTest(ProgramTest):
    def segments(self, name):
        return self.ok("segment", SEED / name).lines

    def test_segmentation_is_that_of_the_gold(self):
        beads = gold_sides(SEED / "article.gold.tsv")
        for number, name in ((0, "article.ar.txt"), (1, "article.en.txt")):
            self.assertEqual(self.segments(name),
                             [sentence for bead in beads for sentence in bead[number]])

    def test_alignment(self):
        records = self.ok("align", SEED / "article.ar.txt", SEED / "article.en.txt", "--format",
                          "jsonl").records
        score = StrictScore()
        score.add(gold_sides(SEED / "article.gold.tsv"),
                  [(tuple(bead["source_text"]), tuple(bead["target_text"])) for bead in records])
        self.assertGreaterEqual(score.f1, 0.95)

    def test_variants(self):
        records = self.ok("variants", SEED / "article.ar.txt", "--format", "jsonl",
                          status=1).records
        self.assertEqual([{spelling["text"] for spelling in record["spellings"]}
                          for record in records], [{"بريجوجين", "بريجوزجن"}])

    def test_every_occurrence_of_every_term(self):
        text = (SEED / "article.ar.txt").read_text(encoding="utf-8")
        glossary = [row.split("\t")[0] for row in
                    (SEED / "glossary.tsv").read_text(encoding="utf-8").splitlines()
                    if row and not row.startswith("#")]
        hits = self.ok("term", "find", "--lang", "ar", "--glossary", SEED / "glossary.tsv",
                       SEED / "article.ar.txt", "--format", "jsonl").records
        found = collections.Counter(hit["term"] for hit in hits)
        for term in glossary:
            self.assertEqual(found[term], brute_force_count(term, glossary, text), term)

    def test_check(self):
        def check(name):
            return self.run_mizan("check", SEED / "article.ar.txt", SEED / name, "--glossary",
                                  SEED / "glossary.tsv", "--format", "jsonl").records

        clean = check("article.en.txt")
        found = check("article.errors.en.txt")
        faults = planted_faults(SEED / "article.errors.gold.tsv")
        missed = missed_faults(faults, SEED / "article.errors.en.txt", found, clean)
        self.assertLessEqual(len(missed), 1, missed)
        own = [finding for finding in clean if finding["rule"] == "name-variant-ar"
               and "بريجو" in finding["source"]["text"]]
        self.assertEqual(len(own), 1)
        self.assertLessEqual(len(clean) - len(own), 1, clean)


def folded(text):
    """Without marks and tatweel, every alef alike, as a reader compares words."""
    letters = [letter for letter in unicodedata.normalize("NFC", text)
               if unicodedata.category(letter) != "Mn" and letter != "ـ"]
    return re.sub("[أإآ]", "ا", "".join(letters))


def brute_force_count(term, glossary, text):
    """How often `term` stands in `text` as whole words, whatever clitics come before it and
    quotation marks between, outside longer terms of the glossary."""
    clitics = "(?:[وف]?(?:[بكل]?(?:ال)?|لل))"

    def places(words):
        body = r'[\s"«»“”]+'.join(re.escape(word) for word in folded(words).split())
        return [match.span(1) for match in
                re.finditer(rf"(?<!\w){clitics}({body})(?!\w)", folded(text))]

    longer = [span for other in glossary if len(other) > len(term) for span in places(other)]
    return sum(not any(begin <= start and end <= stop for begin, stop in longer)
               for start, end in places(term))


@unittest.skipUnless(ALIGN.is_dir(), f"{ALIGN} is absent")
class AlignmentTest(ProgramTest):
    def test_strict_f1(self):
        self.ok("align", ALIGN, "--segmented", "--format", "jsonl", "--output", "beads")
        for pattern, least_documents, least in [
            ("law-*", 1, 0.98), ("literature-*", 1, 0.72), ("news-*", 40, 0.92),
        ]:
            with self.subTest(pattern):
                score = StrictScore()
                documents = sorted(ALIGN.glob(pattern))
                self.assertGreaterEqual(len(documents), least_documents)
                for document in documents:
                    beads = (self.folder / f"beads/{document.name}.jsonl").read_text()
                    score.add(read_beads((document / "gold.txt").read_text()), read_beads(beads))
                self.assertGreaterEqual(score.f1, least)


if __name__ == "__main__":
    unittest.main()
