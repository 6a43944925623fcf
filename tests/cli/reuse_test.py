"""What the memory offers for reuse: matches in context, new values in old translations."""
import json
import unittest
from xml.etree import ElementTree

from program import ProgramTest

DOCUMENT = ("أعلن الجيش حصيلة الهجوم\tThe army announced the toll of the attack\n"
            "نعم\tYes\n"
            "قتل ٢٥ جنديا وأصيب ١٢ آخرون\t25 soldiers were killed and 12 wounded\n")
OTHER = ("سئل الوزير عن ذلك\tThe minister was asked about it\n"
         "نعم\tIndeed\n"
         "ولم يضف شيئا\tHe added nothing\n")


class ReuseTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.ok("import", self.write("attack.tsv", DOCUMENT))
        self.ok("import", self.write("interview.tsv", OTHER))

    def matches(self, *words):
        return self.ok("lookup", *words, "--format", "jsonl").records

    def test_neighbours_rank_an_exact_match_first(self):
        around = ("--before", "سئل الوزير عن ذلك", "--after", "ولم يضف شيئا")
        match = self.matches("نعم", *around)[0]
        self.assertEqual((match["target"], match["context"], match["score"]),
                         ("Indeed", "both", 1.0))
        self.assertTrue(self.ok("lookup", "نعم", *around).out.startswith("101%  unit "))
        around = ("--before", "اعلن الجيش حصيله الهجوم")
        self.assertEqual([(match["target"], match["context"])
                          for match in self.matches("نعم", *around)],
                         [("Yes", "before"), ("Indeed", None)])

    def test_in_a_batch_the_lines_around_a_text_are_its_context(self):
        for document in (DOCUMENT, OTHER):
            lines = [line.split("\t") for line in document.splitlines()]
            path = self.write("batch", "\n\n".join(arabic for arabic, _ in lines) + "\n")
            found = self.matches("--batch", path, "--limit", "1")
            self.assertEqual([match["target"] for match in found],
                             [english for _, english in lines])
            self.assertEqual({match["context"] for match in found}, {"both"})
        self.fails("lookup: --before and --after go with one TEXT; in a batch the lines around a "
                   "text are its context", "lookup", "--batch", path, "--before", "x")

    def test_the_limit_says_what_it_left_out(self):
        self.assertEqual(self.matches("نعم", "--limit", "1")[0]["left_out"], 1)
        self.assertNotIn("left_out", self.matches("نعم")[1])
        self.assertIn("and 1 more unit that matches as well as the last one",
                      self.ok("lookup", "نعم", "--limit", "1").out)

    def test_new_values_in_the_old_translation(self):
        query = "قتل 30 جنديا وأصيب 5 آخرون"
        match = self.matches(query)[0]
        self.assertEqual(match["suggested_target"], "30 soldiers were killed and 5 wounded")
        for step, value in zip(match["substitutions"], ("30", "5")):
            for name, text in (("query", query), ("suggested", match["suggested_target"])):
                begin, end = step[name]
                self.assertEqual(text.encode()[begin:end].decode(), value)
        self.assertIn("  suggested: 30 soldiers were killed and 5 wounded\n",
                      self.ok("lookup", query).out)
        match = self.matches("18 soldiers were killed and 12 wounded")[0]
        self.assertEqual(match["suggested_target"], "قتل ١٨ جنديا وأصيب ١٢ آخرون")
        # In words, or gone: nothing to be sure of.
        for doubtful in ("قتل عشرون جنديا وأصيب 5 آخرون", "قتل ٢٥ جنديا وأصيب ١٢ آخرون"):
            self.assertNotIn("suggested_target", self.matches(doubtful)[0])

    def test_leverage_as_text_tsv_and_json(self):
        first = self.write("first.txt", "نعم\nولم يضف شيئا\nقتل 30 جنديا وأصيب 5 آخرون\n"
                                        "جملة لا يعرفها أحد\n")
        second = self.write("second.txt", "جملة لا يعرفها أحد\n")
        table = json.loads(self.ok("leverage", first, second, "--format", "json").out)
        self.assertEqual(table["schema"], 1)
        self.assertEqual([(text["language"], text["segments"], text["words"])
                          for text in table["files"]], [("ar", 4, 14), ("ar", 1, 4)])
        counts = {band: tuple(count.values()) for band, count in table["total"]["bands"].items()}
        self.assertEqual(counts, {"context": (0, 0), "exact": (2, 4), "repetition": (1, 4),
                                  "95-99": (0, 0), "85-94": (1, 6), "75-84": (0, 0),
                                  "50-74": (0, 0), "none": (1, 4)})
        rows = [line.split("\t") for line in
                self.ok("leverage", first, second, "--format", "tsv").lines]
        self.assertEqual(rows[0], ["file", "language", "band", "segments", "words"])
        self.assertEqual(len(rows), 1 + 3 * 8)
        text = self.ok("leverage", first, second).out
        self.assertIn("all 2 texts\n", text)
        self.assertRegex(text, r"(?m)^  exact 100% +2 +4 +22.2%$")

    def test_pretranslate(self):
        path = self.write("new.txt", "نعم\nقتل 30 جنديا وأصيب 5 آخرون\nجملة لا يعرفها أحد\n")
        out = self.folder / "new.xlf"
        self.ok("leverage", path, "--pretranslate", out)
        space = "{urn:oasis:names:tc:xliff:document:1.2}"
        units = list(ElementTree.parse(out).getroot().iter(space + "trans-unit"))
        self.assertEqual([unit.findtext(space + "target") for unit in units],
                         ["Indeed", "30 soldiers were killed and 5 wounded", None])
        self.assertEqual([unit.find(space + "alt-trans").get("match-quality")
                          for unit in units[:2]], ["100%", "91%"])
        table = self.folder / "new.tsv"
        self.ok("leverage", path, "--pretranslate", table)
        self.assertEqual([line.split("\t")[3:6] for line in
                          table.read_text(encoding="utf-8").splitlines()],
                         [["en", "percent", "band"], ["Indeed", "100", "exact"],
                          ["30 soldiers were killed and 5 wounded", "91", "85-94"],
                          ["", "", "none"]])
        self.fails("leverage: cannot tell the format of x.doc; end the name in .xlf or .tsv",
                   "leverage", path, "--pretranslate", "x.doc")
        self.assertFalse((self.folder / "x.doc").exists())

    def test_a_bilingual_file_counts_by_its_source(self):
        table = json.loads(self.ok("leverage", self.folder / "attack.tsv", "--format", "json").out)
        self.assertEqual(table["total"]["bands"]["context"], {"segments": 3, "words": 11})

    def test_leverage_fails_in_one_line(self):
        path = self.write("new.txt", "نعم\n")
        out = self.folder / "new.tsv"
        self.fails("none.txt: no such file; check the path",
                   "leverage", path, "none.txt", "--pretranslate", out)
        self.assertFalse(out.exists())
        self.fails("none.db: no such memory; check the path, or import something to create it",
                   "leverage", path, "--db", "none.db")


if __name__ == "__main__":
    unittest.main()
