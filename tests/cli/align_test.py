"""mizan align on the example articles: every format, both orders, against gold."""
import re
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from program import ARABIC, ARTICLE, ARTICLE2, ENGLISH, ProgramTest
from scoring import StrictScore, gold_sides


def indexed(beads):
    """Beads of sentences as beads of sentence numbers."""
    numbers = [0, 0]
    result = []
    for bead in beads:
        sides = []
        for side, sentences in enumerate(bead):
            sides.append(tuple(range(numbers[side], numbers[side] + len(sentences))))
            numbers[side] += len(sentences)
        result.append(tuple(sides))
    return result


class AlignTest(ProgramTest):
    def covers(self, beads, side, count):
        """Every sentence exactly once, in order."""
        self.assertEqual([number for bead in beads for number in bead[side]], list(range(count)))

    def test_jsonl_covers_every_sentence_and_agrees_with_the_gold(self):
        for article in (ARTICLE, ARTICLE2):
            with self.subTest(article.name):
                beads = self.ok("align", article / "article.ar.txt", article / "article.en.txt",
                                "--format", "jsonl").records
                gold = gold_sides(article / "article.gold.tsv")
                for side, name in (("source", "ar"), ("target", "en")):
                    sentences = self.ok("segment", article / f"article.{name}.txt").lines
                    self.covers(beads, side, len(sentences))
                    for bead in beads:
                        self.assertEqual(bead[side + "_text"],
                                         [sentences[number] for number in bead[side]])
                for bead in beads:
                    self.assertTrue(0 <= bead["confidence"] <= 1)
                score = StrictScore()
                score.add(indexed(gold),
                          [(tuple(bead["source"]), tuple(bead["target"])) for bead in beads])
                self.assertGreaterEqual(score.f1, 0.95)

    def test_all_formats_tell_the_same(self):
        outputs = {name: self.ok("align", ARABIC, ENGLISH, "--format", name)
                   for name in ("jsonl", "tsv", "ladder", "tmx", "text")}
        beads = outputs["jsonl"].records
        self.assertEqual(
            outputs["tsv"].lines,
            [" ".join(bead["source_text"]) + "\t" + " ".join(bead["target_text"])
             for bead in beads])
        rungs = [line.split("\t")[:2] for line in outputs["ladder"].lines]
        starts = [[str(sum(len(bead[side]) for bead in beads[:number]))
                   for side in ("source", "target")] for number in range(len(beads) + 1)]
        self.assertEqual(rungs, starts)
        units = list(ElementTree.fromstring(outputs["tmx"].raw).iter("tu"))
        self.assertEqual(
            [tuple(seg.text for seg in unit.iter("seg")) for unit in units],
            [(" ".join(bead["source_text"]), " ".join(bead["target_text"])) for bead in beads
             if bead["source"] and bead["target"]])
        numbers = re.findall(r"^(\d+)  \d+:\d+  [01]\.\d\d$", outputs["text"].out, re.MULTILINE)
        self.assertEqual(numbers, [str(number) for number in range(1, len(beads) + 1)])

    def test_swapped_arguments_do_the_right_thing_and_say_so(self):
        straight = self.ok("align", ARABIC, ENGLISH, "--format", "jsonl")
        swapped = self.ok("align", ENGLISH, ARABIC, "--format", "jsonl")
        self.assertEqual([(bead["target"], bead["source"]) for bead in swapped.records],
                         [(bead["source"], bead["target"]) for bead in straight.records])
        self.assertEqual(straight.err, "")
        self.assertEqual(swapped.err, "mizan: the first text is English, the second Arabic; "
                                      "aligned in that direction\n")

    def test_segmented_keeps_lines_and_empty_lines(self):
        self.write("ar", "وصل الوفد إلى باماكو يوم الأحد.\n\nثم غادر إلى موسكو. ولم يعد.\n")
        self.write("en", "The delegation reached Bamako on Sunday.\n"
                         "Then it left for Moscow. It never returned.\n\n")
        beads = self.ok("align", "ar", "en", "--segmented", "--format", "jsonl").records
        self.covers(beads, "source", 3)
        self.covers(beads, "target", 3)
        for source, target in ((0, 0), (2, 1)):
            self.assertTrue(any(source in bead["source"] and target in bead["target"]
                                for bead in beads), beads)
        for bead in beads:
            self.assertEqual(set(bead), {"source", "target", "confidence"})

    def test_an_omission_is_a_bead_of_its_own(self):
        beads = self.ok("align", ARABIC, ARTICLE / "article.errors.en.txt", "--format",
                        "jsonl").records
        self.assertEqual([bead["source_text"][0].split()[0] for bead in beads
                          if not bead["target"]], ["وتخشى"])

    def test_gold(self):
        gold = indexed(gold_sides(ARTICLE / "article.gold.tsv"))
        self.write("gold", "".join(f"{list(source)} : {list(target)}\n"
                                   for source, target in gold))
        self.assertEqual(self.ok("align", ARABIC, ENGLISH, "--gold", "gold").lines,
                         ["strict: precision 1.0000 recall 1.0000 F1 1.0000",
                          "lax: precision 1.0000 recall 1.0000 F1 1.0000"])
        self.write("gold", "\n")
        self.fails("gold: holds no beads; write one a line, like [4, 5] : [7]",
                   "align", ARABIC, ENGLISH, "--gold", "gold")
        self.write("gold", "[0] : [0]\n[400] : [1]\n")
        self.fails("gold: names a segment that the texts do not have; give the gold of these "
                   "texts, and --segmented if it counts lines",
                   "align", ARABIC, ENGLISH, "--gold", "gold")
        self.write("gold", "[0] : [0]\n0-0\n")
        self.fails("gold:2:1: not a bead; write [4, 5] : [7]; an empty list for an omission",
                   "align", ARABIC, ENGLISH, "--gold", "gold")

    def test_tmx_can_be_imported_again_and_doubtful_beads_kept_out(self):
        tmx = self.ok("align", ARABIC, ENGLISH, "--format", "tmx").raw
        self.write("article.tmx", tmx)
        units = tmx.decode().count("<tu ")
        self.assertIn(f"article.tmx: TMX, {units} units read, {units} added",
                      self.ok("import", "article.tmx").err)
        none = self.ok("align", ARABIC, ENGLISH, "--format", "tmx", "--min-confidence", "1").out
        self.assertLess(none.count("<tu "), units)

    def test_nothing_is_stored_unless_asked(self):
        self.ok("align", ARABIC, ENGLISH)
        self.assertFalse(Path(self.folder / "m.db").exists())


if __name__ == "__main__":
    unittest.main()
