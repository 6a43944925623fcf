"""mizan convert, and what import and export keep of a file."""
import collections
import unittest
import xml.etree.ElementTree as ElementTree

from program import ROOT, SHARED, ProgramTest

ODD = ROOT / "tests/data/format/odd"
MEMORY = SHARED / "data/tm/all.en-ar.tmx"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def units_of(tmx):
    """What a parser that is not ours sees: (texts by language, everything beside them) a unit."""
    for _, tu in ElementTree.iterparse(tmx):
        if tu.tag != "tu":
            continue
        texts = tuple(sorted((tuv.get(LANGUAGE), "".join(tuv.find("seg").itertext()).strip())
                             for tuv in tu.findall("tuv")))
        beside = [(prop.get("type"), (prop.text or "").strip()) for prop in tu.iter("prop")]
        beside += [("note", (note.text or "").strip()) for note in tu.iter("note")]
        beside += [item for item in tu.attrib.items() if item[0] != "srclang"]
        yield texts, collections.Counter(beside)
        tu.clear()


class ConvertTest(ProgramTest):
    def test_to_a_format_that_the_name_says(self):
        result = self.ok("convert", ODD / "alternatives.xlf", "a.tsv")
        self.assertEqual((self.folder / "a.tsv").read_text(),
                         "نفى الجيش ذلك.\tThe army denied it.\n")
        self.assertEqual(result.err.splitlines(), [
            "mizan: a.tsv: XLIFF, 1 units read, written as TSV",
            "mizan: a.tsv: not kept: 1 alternative translations, 1 binary units, 1 document names, "
            "4 inline tags, 3 properties, 1 source languages, 1 units not to be translated"])

    def test_to_standard_output_and_back(self):
        tmx = self.ok("convert", ODD / "codes-everywhere.tmx", "-", "--to", "tmx").out
        self.assertIn('<hi type="name">الفاشر <hi>ليلا</hi></hi>'
                      '<ph x="2" assoc="p">{img <sub>صورة</sub>}</ph></seg>', tmx)
        again = self.ok("convert", "-", "-", "--to", "tmx", stdin=tmx).out
        self.assertEqual(again, tmx)

    def test_the_header_of_a_tmx_comes_along(self):
        tmx = self.ok("convert", ODD / "repeated-props.tmx", "-", "--to", "tmx").out
        self.assertIn('<note>nightly</note>\n<prop type="project">desk</prop>\n</header>', tmx)

    def test_a_memory_gives_back_what_was_imported(self):
        for name in ("repeated-props.tmx", "codes-everywhere.tmx", "white-space.tmx"):
            with self.subTest(name):
                self.ok("import", ODD / name, "--db", f"{name}.db")
                exported = self.ok("export", "--format", "tmx", "--db", f"{name}.db").out
                converted = self.ok("convert", ODD / name, "-", "--to", "tmx").out
                units = slice(converted.index("<tuv"), None)
                self.assertEqual(exported[exported.index("<tuv"):], converted[units])

    @unittest.skipUnless(MEMORY.exists(), f"no {MEMORY}")
    def test_nothing_of_a_real_memory_is_lost(self):
        self.ok("convert", MEMORY, "converted.tmx")
        self.assertEqual(sorted(map(repr, units_of(self.folder / "converted.tmx"))),
                         sorted(map(repr, units_of(MEMORY))))
        # In a memory, equal units are one that has what all of them had.
        self.ok("import", MEMORY)
        self.ok("export", "--output", "exported.tmx")
        exported = dict(units_of(self.folder / "exported.tmx"))
        originals = list(units_of(MEMORY))
        self.assertEqual(set(exported), {texts for texts, _ in originals})
        for texts, beside in originals:
            lost = set(beside) - set(exported[texts])
            self.assertFalse(lost, texts)

    def test_keep_going(self):
        path = ODD / "no-language.tmx"
        self.fails(f"{path}:9:1: a tuv has no language; write its xml:lang",
                   "convert", path, "a.tsv")
        self.assertFalse((self.folder / "a.tsv").exists())
        result = self.ok("convert", path, "a.tsv", "--keep-going")
        self.assertEqual((self.folder / "a.tsv").read_text(), "قبل\tbefore\nبعد\tafter\n")
        self.assertIn("TMX, 2 units read, 1 malformed left out", result.err)

    def test_what_cannot_be(self):
        self.write("a.tsv", "نعم\tyes\n")
        self.assertIn("convert: b.doc does not say its format; choose one of tmx, xliff",
                      self.run_mizan("convert", "a.tsv", "b.doc").err)
        self.assertIn("unknown format doc; choose one of tmx, xliff",
                      self.run_mizan("convert", "a.tsv", "b", "--to", "doc").err)
        self.assertIn("unknown format xliff2; choose one of tmx, xliff, ",
                      self.run_mizan("convert", "a.tsv", "b.tmx", "--from", "xliff2").err)


if __name__ == "__main__":
    unittest.main()
