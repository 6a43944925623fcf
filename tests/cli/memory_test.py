"""The memory: stored, looked up, corrected, taken back, exported and imported."""
import shutil
import tempfile
import unittest
from pathlib import Path

from program import ARABIC, ENGLISH, ProgramTest

FIGHTERS = "ويُقدَّر عدد أفراد فيلق إفريقيا في البلاد بنحو 2000 مقاتل، يتناوبون على ثلاث قواعد."


class LookupTest(ProgramTest):
    """On the beads of the article, stored once for all tests."""

    shared_database = None

    def setUp(self):
        super().setUp()
        if LookupTest.shared_database is None:
            folder = tempfile.mkdtemp(prefix="mizan-cli-")
            self.addClassCleanup(shutil.rmtree, folder)
            LookupTest.shared_database = f"{folder}/m.db"
            self.ok("align", "--store", ARABIC, ENGLISH, "--db", LookupTest.shared_database)
        self.environment["MIZAN_DB"] = LookupTest.shared_database

    def best(self, text, *options):
        return self.ok("lookup", text, "--format", "jsonl", "--limit", "1", *options).records[0]

    def test_exact(self):
        match = self.best(FIGHTERS)
        self.assertEqual((match["query"], match["rank"], match["score"]), (0, 1, 1.0))
        self.assertEqual(match["source"], FIGHTERS)
        self.assertTrue(match["target"].startswith("Africa Corps is thought to have about 2,000"))

    def test_from_english(self):
        match = self.best("Gold and drones")
        self.assertEqual((match["score"], match["target"]), (1.0, "ذهب ومسيّرات"))

    def test_marks_tatweel_and_digits_do_not_matter(self):
        for change in [("ويُقدَّر", "ويقدر"), ("عدد", "عَدَد"), ("على", "عـلى"), ("2000", "٢٠٠٠")]:
            with self.subTest(change):
                match = self.best(FIGHTERS.replace(*change), "--min", "99")
                self.assertEqual(match["source"], FIGHTERS)

    def test_another_hamza_is_nearly_exact_but_never_called_exact(self):
        query = FIGHTERS.replace("إفريقيا", "أفريقيا").replace("أفراد", "افراد")
        match = self.best(query, "--min", "97")
        self.assertEqual(match["source"], FIGHTERS)
        self.assertLess(match["score"], 1)
        self.assertIn(" 99%  unit ", self.ok("lookup", query).out)

    def test_fuzzy_shows_what_differs(self):
        query = FIGHTERS.replace("ثلاث", "أربع")
        match = self.best(query)
        self.assertEqual(match["source"], FIGHTERS)
        self.assertTrue(0.7 < match["score"] < 0.99, match)
        text = self.ok("lookup", query).out
        self.assertIn("[-ثلاث-]", text)
        self.assertIn("{+أربع+}", text)

    def test_nothing_found_is_exit_1(self):
        for percent, words in (
                (70, ["xyzzy plugh"]), (70, [""]), (70, [FIGHTERS, "--limit", "0"]),
                (100, [FIGHTERS.replace("ثلاث", "أربع"), "--min", "100"])):
            result = self.ok("lookup", *words, status=1)
            self.assertEqual((result.out, result.err),
                             ("", f"mizan: no match of {percent}% or more\n"), words)
            result = self.ok("lookup", *words, "--format", "jsonl", status=1)
            self.assertEqual((result.out, result.err), ("", ""), words)
        result = self.ok("concord", "xyzzy", status=1)
        self.assertEqual((result.out, result.err), ("", ""))

    def test_batch_counts_lines_from_zero_and_ends_with_0(self):
        path = self.write("queries", f"xyzzy\n{FIGHTERS}\n\nGold and drones\n")
        matches = self.ok("lookup", "--batch", path, "--format", "jsonl", "--limit", "1").records
        self.assertEqual([match["query"] for match in matches], [1, 3])
        same = self.ok("lookup", "-", "--format", "jsonl", "--limit", "1",
                       stdin=path.read_bytes()).records
        self.assertEqual(same, matches)
        self.ok("lookup", "--batch", self.write("none", "xyzzy\n"))

    def test_the_index_and_the_slow_way_agree(self):
        path = self.write("queries", "".join(
            line.replace("في", "على") + "\n" for line in self.ok("segment", ARABIC).lines))
        options = ("--batch", path, "--format", "jsonl", "--min", "30", "--limit", "10")
        self.assertEqual(self.ok("lookup", *options).out,
                         self.ok("lookup", *options, "--exhaustive").out)

    def test_tsv(self):
        row = self.ok("lookup", "Gold and drones", "--format", "tsv").lines[0]
        self.assertEqual(row, "0\t1.0000\tGold and drones\tذهب ومسيّرات")

    def test_concordance_on_both_sides(self):
        for phrase, language in (("فيلق افريقيا", "ar"), ("Africa Corps", "en")):
            hits = self.ok("concord", phrase, "--format", "jsonl").records
            self.assertEqual(len(hits), 3, phrase)
            for hit in hits:
                self.assertEqual(hit["language"], language)
                for begin, end in hit["places"]:
                    found = hit["text"].encode()[begin:end].decode()
                    self.assertIn(found.lower(), {"فيلق إفريقيا", "africa corps"})
        self.assertEqual(len(self.ok("concord", "Africa Corps", "--limit", "2", "--format",
                                     "tsv").lines), 2)
        self.assertIn("[Africa Corps]", self.ok("concord", "Africa Corps").out)

    def test_concordance_of_words_and_patterns(self):
        def texts(*words):
            hits = self.ok("concord", *words, "--format", "jsonl").records
            return [hit["text"].encode()[begin:end].decode() for hit in hits
                    for begin, end in hit["places"]]

        self.assertEqual(set(texts("إفريقيا فيلق", "--all-words")), {"فيلق", "إفريقيا"})
        self.assertEqual(set(texts("Africa \\w+", "--regex")), {"Africa Corps"})
        result = self.ok("concord", "Africa Corps", "--limit", "1")
        self.assertEqual(result.err, "mizan: 2 further units; see them with --limit\n")
        self.assertEqual(self.ok("concord", "Africa Corps", "--limit", "0").out, "")
        self.fails("(a: not a regular expression at character 2: a parenthesis has no partner; "
                   "write \\ before a character that stands for itself", "concord", "(a", "--regex")
        self.fails("concord: --regex and --all-words exclude each other; give one of them",
                   "concord", "a", "--regex", "--all-words")

    def test_terms_of_a_glossary_are_shown(self):
        glossary = self.write("g.tsv", "فيلق إفريقيا\tAfrica Corps\n")
        out = self.ok("lookup", FIGHTERS, "--glossary", glossary).out
        self.assertIn("Terms:\n  فيلق إفريقيا  →  Africa Corps", out)

    def test_reading_changes_nothing(self):
        before = Path(self.shared_database).read_bytes()
        for words in (["stats"], ["export"], ["lookup", FIGHTERS], ["concord", "فيلق إفريقيا"],
                      ["term", "list"], ["check", ARABIC, ENGLISH], ["variants", ARABIC]):
            self.assertIn(self.run_mizan(*words).status, {0, 1}, words)
        self.assertEqual(Path(self.shared_database).read_bytes(), before)

    def test_unknown_memory(self):
        for words in (["lookup", "x"], ["concord", "x"], ["stats"], ["export"], ["undo"],
                      ["term", "list"], ["edit", "1", "--en", "x"], ["remove", "1"]):
            with self.subTest(words):
                self.fails("none.db: no such memory; check the path, or import something to "
                           "create it", *words, "--db", "none.db")
        self.assertFalse((self.folder / "none.db").exists())


class WriteTest(ProgramTest):
    def units(self):
        return [(unit["ar"], unit["en"]) for unit in self.ok("export", "--format",
                                                             "jsonl").records]

    def stat(self, name):
        return dict(line.split("\t", 1) for line in self.ok("stats").lines)[name]

    def test_store_twice_is_once(self):
        first = self.ok("align", "--store", ARABIC, ENGLISH).err
        count = int(self.stat("units"))
        self.assertEqual(first, f"mizan: {count} units added, 0 known already, in "
                                f"{self.folder}/m.db\n")
        self.assertEqual(self.ok("align", "--store", ARABIC, ENGLISH).err,
                         f"mizan: 0 units added, {count} known already, in {self.folder}/m.db\n")
        self.assertEqual(int(self.stat("units")), count)

    def test_add_edit_remove_and_every_step_taken_back(self):
        self.assertEqual(self.ok("add", "عدو صامد", "A resilient enemy").out, "1\n")
        self.assertEqual(self.ok("add", "عدو صامد", "A resilient enemy").out, "1\n")
        # English first is understood.
        self.assertEqual(self.ok("add", "A book", "كتاب").out, "2\n")
        self.ok("edit", "1", "--en", "A stubborn enemy", "--ar", "عدو عنيد")
        self.assertEqual(self.units(), [("عدو عنيد", "A stubborn enemy"), ("كتاب", "A book")])
        self.ok("lookup", "A stubborn enemy", "--min", "100")
        self.ok("lookup", "A resilient enemy", "--min", "100", status=1)
        self.ok("remove", "2")
        self.assertEqual(self.units(), [("عدو عنيد", "A stubborn enemy")])
        for left in ([("عدو عنيد", "A stubborn enemy"), ("كتاب", "A book")],
                     [("عدو صامد", "A resilient enemy"), ("كتاب", "A book")],
                     [("عدو صامد", "A resilient enemy")], []):
            self.assertRegex(self.ok("undo").out, r"\Ataken back: (add|edit|remove) \(")
            self.assertEqual(self.units(), left)
        self.assertEqual(self.ok("undo").out, "nothing to take back\n")
        self.ok("lookup", "A resilient enemy", "--min", "10", status=1)

    def test_undo_takes_back_a_whole_import(self):
        self.ok("add", "كتاب", "A book")
        before = self.memory()
        self.ok("align", "--store", ARABIC, ENGLISH)
        self.assertNotEqual(self.memory(), before)
        self.assertIn("taken back: align ", self.ok("undo").out)
        self.assertEqual(self.memory(), before)

    def test_units_that_cannot_be(self):
        self.ok("add", "كتاب", "book")
        before = self.memory()
        same = "add: both texts are in one language; give one Arabic and one English text"
        for message, words in [
            (same, ["add", "a", "b"]), (same, ["add", "قلم", "كتاب"]), (same, ["add", "1", "2"]),
            ("the English side of the unit is empty; a unit needs both sides",
             ["add", "كتاب", ""]),
            ("the English side of the unit is empty; a unit needs both sides",
             ["add", "كتاب", " "]),
            ("the Arabic side of the unit is empty; a unit needs both sides",
             ["edit", "1", "--ar", " \t"]),
            ("edit: nothing to change; give --ar TEXT or --en TEXT", ["edit", "1"]),
            ("no unit 99 in the memory; see the numbers that lookup, concord and export print",
             ["edit", "99", "--en", "x"]),
            ("no unit 99 in the memory; see the numbers that lookup, concord and export print",
             ["remove", "99"]),
        ]:
            with self.subTest(words):
                self.fails(message, *words)
        self.assertEqual(self.memory(), before)

    def test_an_edit_that_repeats_another_unit(self):
        self.ok("add", "كتاب", "book")
        self.ok("add", "كتاب", "a book")
        self.fails("unit 1 says this already; remove one of the two", "edit", "2", "--en", "book")

    def test_export_and_import_again(self):
        self.ok("align", "--store", ARABIC, ENGLISH)
        self.ok("add", "سطر <أول> & \"آخر\"", "A <first> & \"other\" line", "--author", "Salma",
                "--document", "notes")
        units = sorted(self.units())
        for name in ("tmx", "tsv", "jsonl"):
            with self.subTest(name):
                lost = ("mizan: m.tsv: not kept: 1 authors, 32 dates, 32 document names\n"
                        if name == "tsv" else "")
                self.assertEqual(self.ok("export", "-o", f"m.{name}").err,
                                 f"{lost}mizan: m.{name}: {len(units)} units written\n")
                self.assertEqual((self.folder / f"m.{name}").read_bytes(),
                                 self.ok("export", "--format", name).raw)
                self.ok("import", f"m.{name}", "--db", f"{name}.db")
                again = self.ok("export", "--format", "jsonl", "--db", f"{name}.db").records
                self.assertEqual(sorted((unit["ar"], unit["en"]) for unit in again), units)
        noted = [unit for unit in self.ok("export", "--format", "jsonl", "--db",
                                          "tmx.db").records if unit["author"] == "Salma"]
        self.assertEqual([unit["document"] for unit in noted], ["notes"])
        self.assertIn(f"{len(units)} units read, 0 added", self.ok("import", "m.tmx").err)

    def test_every_origin_goes_along(self):
        self.write("a.tsv", "ar\ten\tauthor\nكتاب\tbook\tSalma\n")
        self.write("b.tsv", "ar\ten\tauthor\nكتاب\tbook\tOmar\n")
        self.ok("import", "a.tsv", "b.tsv")
        for name in ("m.tmx", "m.jsonl"):
            with self.subTest(name):
                self.ok("export", "-o", name)
                database = f"{name}.db"
                self.ok("import", name, "--db", database)
                unit = self.ok("export", "--format", "jsonl", "--db", database).records[0]
                origins = [(place["file"], place["author"])
                           for place in [unit, *unit["also_from"]]]
                self.assertEqual(origins, [(name, "Salma"), ("a.tsv", "Salma"), ("b.tsv", "Omar")])
                self.assertEqual(
                    self.ok("export", "--file", "b.tsv", "--db", database).out, "كتاب\tbook\n")

    def test_export_can_be_narrowed(self):
        self.ok("align", "--store", ARABIC, ENGLISH)
        self.ok("add", "كتاب", "book", "--document", "notes", "--author", "Salma")
        for option in (["--document", "notes"], ["--author", "Salma"]):
            self.assertEqual(self.ok("export", *option).out, "كتاب\tbook\n")
        self.assertEqual(self.ok("export", "--since", "2999-01-01").out, "")
        self.assertIn("كتاب\tbook\n", self.ok("export", "--since", "2000-01-01").out)

    def test_duplicates_are_merged_with_every_origin(self):
        self.write("a.tsv", "ar\ten\tauthor\tnote\nكتاب\tbook\tSalma\t\nقلم\tpen\tSalma\t\n")
        self.write("b.tsv", "ar\ten\tauthor\tnote\nكتاب\tbook\tOmar\tseen in print\n")
        self.ok("import", "a.tsv")
        before = self.memory()
        self.assertEqual(self.ok("import", "b.tsv").err,
                         "mizan: b.tsv: TSV, 1 units read, 0 added, 1 merged\n")
        self.assertEqual(self.ok("import", "b.tsv").err,
                         "mizan: b.tsv: TSV, 1 units read, 0 added\n")
        unit = self.ok("export", "--format", "jsonl", "--file", "b.tsv").records[0]
        self.assertEqual((unit["file"], unit["author"], unit["also_from"]),
                         ("a.tsv", "Salma",
                          [{"author": "Omar", "document": None, "file": "b.tsv"}]))
        self.assertEqual(self.ok("export", "--author", "Omar").out, "كتاب\tbook\n")
        self.assertRegex(self.ok("concord", "كتاب").out, "a.tsv, Salma, [0-9-]{10}, in 2 places")
        self.assertEqual(self.stat("units of b.tsv"), "1")
        self.ok("undo")
        self.assertEqual(self.memory(), before)

    def test_export_by_source_and_regular_expression(self):
        self.write("a.tsv", "ar\ten\tsource\nكتاب 12\tbook 12\tar\nقلم\tpen\ten\n"
                            "كِتَاب\tBook\ten\n")
        self.ok("import", "a.tsv")
        for options, expected in [
            (["--source", "en"], ["pen", "Book"]),
            (["--en-regex", "(?i)^book"], ["book 12", "Book"]),
            (["--ar-regex", "كتاب"], ["book 12"]),
            (["--ar-regex", "\\d", "--en-regex", "pen"], []),
            (["--source", "en", "--ar-regex", "."], ["pen", "Book"]),
        ]:
            with self.subTest(options):
                self.assertEqual([line.split("\t")[1] for line in self.ok("export", *options).lines],
                                 expected)
        self.fails("a(: not a regular expression at character 2: a parenthesis has no partner; "
                   "write \\ before a character that stands for itself",
                   "export", "--ar-regex", "a(")
        self.fails("export: --source cannot be fr; give ar or en", "export", "--source", "fr")

    def test_import_reads_either_order_and_says_so(self):
        self.write("en-ar.tsv", "A book\tكتاب\nA pen\tقلم\n")
        self.assertEqual(self.ok("import", "en-ar.tsv").err,
                         "mizan: en-ar.tsv: English comes first; read in that order\n"
                         "mizan: en-ar.tsv: TSV, 2 units read, 2 added\n")
        self.assertEqual(self.units(), [("كتاب", "A book"), ("قلم", "A pen")])

    def test_quotes_and_hashes_are_plain_characters_in_tsv(self):
        self.write("a.tsv", '# "كتاب\t#book"\n')
        self.ok("import", "a.tsv")
        self.assertEqual(self.units(), [('# "كتاب', '#book"')])

    def test_export_replaces_a_file_at_one_stroke_and_follows_links(self):
        self.ok("add", "كتاب", "book")
        self.write("real.tsv", "old\n")
        (self.folder / "link.tsv").symlink_to("real.tsv")
        self.ok("export", "--output", "link.tsv")
        self.assertTrue((self.folder / "link.tsv").is_symlink())
        self.assertEqual((self.folder / "real.tsv").read_text(), "كتاب\tbook\n")


if __name__ == "__main__":
    unittest.main()
