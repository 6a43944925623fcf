"""Files of units in every format that is no XML of its own: imported, exported, converted, packed."""
import gzip
import unittest

from program import SHARED, ProgramTest

ROWS = "نعم\tyes\nالجسر قديم\tthe bridge is old\n"


class ExchangeTest(ProgramTest):
    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        data = text.encode() if isinstance(text, str) else text
        path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
        return name

    def rows(self, name, *options):
        return self.ok("convert", name, "-", "--to", "tsv", *options).out

    def test_every_format_goes_through_every_other_packed_or_not(self):
        self.write("a.tsv", ROWS)
        for name in ["b.tmx", "b.csv", "b.po", "b.tsv", "b.tmx.gz", "b.csv.gz", "b.po.gz"]:
            with self.subTest(name):
                self.ok("convert", "a.tsv", name)
                self.assertEqual(self.rows(name), ROWS)
                packed = (self.folder / name).read_bytes().startswith(b"\x1f\x8b")
                self.assertEqual(packed, name.endswith(".gz"))

    def test_two_texts_of_lines(self):
        self.write("a.tsv", ROWS)
        self.assertIn("written as Moses", self.ok("convert", "a.tsv", "c.ar.gz").err)
        self.assertEqual(gzip.decompress((self.folder / "c.en.gz").read_bytes()).decode(),
                         "yes\nthe bridge is old\n")
        self.assertEqual(self.rows("c"), ROWS)
        self.assertIn("Moses, 2 units read, 2 added", self.ok("import", "c.ar.gz", "c.en.gz").err)
        self.ok("export", "--format", "moses", "--output", "d")
        self.assertEqual((self.folder / "d.ar").read_text(), "نعم\nالجسر قديم\n")
        self.fails("Moses is written to several files; name them with a path",
                   "export", "--format", "moses")

    def test_columns_delimiter_and_rows_in_front(self):
        self.write("a.csv", "A title\nTerm~Anmerkung~Begriff\nthe bridge is old~n~الجسر قديم\n")
        self.assertEqual(
            self.rows("a.csv", "--from", "csv", "--columns", "en,note,ar", "--delimiter", "~",
                      "--skip-rows", "2"), "الجسر قديم\tthe bridge is old\n")
        self.fails("not a delimiter: ~~; give tab, comma, semicolon, pipe or one ASCII "
                   "character", "convert", "a.csv", "b.tsv", "--delimiter", "~~")

    def test_a_malformed_record_stops_the_import_or_is_left_out(self):
        self.write("a.po", "msgid \"yes\"\nmsgstr \"نعم\"\n\nmsgid \"no\nmsgstr \"لا\"\n")
        self.fails("a.po:4:10: the text is not closed; end it with a quotation mark",
                   "import", "a.po")
        error = self.ok("import", "a.po", "--keep-going").err
        self.assertIn("a.po:4:10: the text is not closed", error)
        self.assertIn("a.po: PO, 1 units read, 1 malformed left out, 1 added", error)

    def test_fuzzy_messages_on_demand(self):
        self.write("a.po", "#, fuzzy\nmsgid \"yes\"\nmsgstr \"نعم\"\n\nmsgid \"no\"\nmsgstr \"لا\"\n")
        self.assertEqual(self.rows("a.po"), "لا\tno\n")
        self.assertEqual(self.rows("a.po", "--fuzzy"), "نعم\tyes\nلا\tno\n")

    def test_an_opus_alignment_beside_its_documents(self):
        self.write("en-ar.xml", "<cesAlign><linkGrp fromDoc='en/a.xml.gz' toDoc='ar/a.xml.gz'>"
                                "<link xtargets='1;1 2'/></linkGrp></cesAlign>")
        self.write("en/a.xml.gz", "<text><s id='1'>yes and no</s></text>")
        self.write("ar/a.xml.gz", "<text><s id='1'>نعم</s><s id='2'>ولا</s></text>")
        self.assertEqual(self.rows("en-ar.xml"), "نعم ولا\tyes and no\n")

    def test_packed_files_are_known_by_their_bytes_and_damage_is_named(self):
        packed = gzip.compress(ROWS.encode())
        self.assertEqual(self.rows(self.write("a.tsv", packed)), ROWS)
        self.assertEqual(self.ok("convert", "-", "-", "--to", "tsv", stdin=packed).out, ROWS)
        self.write("cut.tsv", packed[:-4])
        self.fails(f"cut.tsv: the gzip data ends in the middle, at byte {len(packed) - 4} of "
                   "the packed file; get the file again", "import", "cut.tsv")
        self.assertFalse((self.folder / "b.tsv").exists())

    def test_real_terminologies(self):
        folder = SHARED / "data/tm"
        if not folder.is_dir():
            self.skipTest(f"no {folder}")
        for path in sorted(folder.glob("*.csv")):
            with self.subTest(path.name):
                rows = self.rows(path).splitlines()
                self.assertGreater(len(rows), 40)
                self.assertIn(f"CSV, {len(rows)} units read", self.ok("import", path).err)


if __name__ == "__main__":
    unittest.main()
