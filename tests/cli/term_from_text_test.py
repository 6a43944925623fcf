"""Terms collected from texts: definitions in brackets, and what translated texts say together."""
import unittest

from program import ProgramTest

ARABIC = """أعلنت وكالة الطاقة الدولية (IEA) توقعاتها.
تنتج طاقة الرياح نصف الكهرباء.
زادت طاقة الرياح في المنطقة.
"""
ENGLISH = """The International Energy Agency (IEA) published its outlook.
Half of the electricity comes from wind energy.
There was more wind energy in the region.
"""


class TermFromTextTest(ProgramTest):
    def setUp(self):
        super().setUp()
        (self.folder / "a.ar.txt").write_text(ARABIC)
        (self.folder / "a.en.txt").write_text(ENGLISH)

    def test_harvest_is_a_glossary_to_import(self):
        harvest = self.ok("term", "harvest", "a.ar.txt", "a.en.txt")
        rows = [line.split("\t") for line in harvest.lines]
        self.assertEqual(rows[0], ["arabic", "english", "status", "note", "freq", "confidence",
                                   "places", "example"])
        self.assertEqual({tuple(row[:3]) for row in rows[1:]},
                         {("وكالة الطاقة الدولية", "International Energy Agency", "preferred"),
                          ("وكالة الطاقة الدولية", "IEA", "admitted")})
        self.assertEqual(rows[1][6], "a.ar.txt:1")
        (self.folder / "terms.tsv").write_text(harvest.out)
        self.ok("term", "import", "terms.tsv")
        self.assertEqual(len(self.ok("term", "list").lines), 1)
        again = self.ok("term", "harvest", "--new", "a.ar.txt", "a.en.txt")
        self.assertEqual(len(again.lines), 1)

    def test_harvest_reads_texts_of_one_language(self):
        rows = self.ok("term", "harvest", "a.ar.txt").lines[1:]
        self.assertEqual([row.split("\t")[:2] for row in rows], [["وكالة الطاقة الدولية", "IEA"]])
        self.assertIn("# no Arabic found: IEA = International Energy Agency (1)",
                      self.ok("term", "harvest", "a.en.txt").out)

    def test_extract_reads_pairs_bilingual_files_and_the_memory(self):
        expected = ["طاقة الرياح", "wind energy", "preferred", "", "2"]
        pair = self.ok("term", "extract", "--segmented", "a.ar.txt", "a.en.txt")
        self.assertEqual(pair.lines[0], "arabic\tenglish\tstatus\tnote\tfreq\tscore\texample")
        self.assertIn(expected, [line.split("\t")[:5] for line in pair.lines])
        rows = zip(ARABIC.splitlines(), ENGLISH.splitlines())
        (self.folder / "a.tsv").write_text("".join(f"{a}\t{e}\n" for a, e in rows))
        bilingual = self.ok("term", "extract", "a.tsv")
        self.assertEqual(bilingual.out, pair.out)
        self.ok("import", "a.tsv")
        memory = self.ok("term", "extract", "--memory")
        self.assertIn(expected, [line.split("\t")[:5] for line in memory.lines])
        self.ok("term", "add", "طاقة الرياح", "wind energy")
        new = self.ok("term", "extract", "--memory", "--new")
        self.assertNotIn(expected, [line.split("\t")[:5] for line in new.lines])

    def test_what_holds_no_text_is_an_error(self):
        for command in ("harvest", "extract"):
            self.fails(f"term {command}: no text; give files, or --memory for the units of the "
                       "memory", "term", command)
        self.fails("term extract: no translated segment; give an Arabic and an English text, or a "
                   "bilingual file", "term", "extract", "a.ar.txt")


if __name__ == "__main__":
    unittest.main()
