"""The termbase, and terms in running text."""
import unittest

from program import ARABIC, ARTICLE, ROOT, ProgramTest

GLOSSARY = ARTICLE / "glossary.tsv"


def rows_of(path):
    return [line for line in path.read_text(encoding="utf-8").splitlines()
            if line and not line.startswith("#")]


class TermbaseTest(ProgramTest):
    def test_import_list_export_and_import_again(self):
        rows = rows_of(GLOSSARY)
        self.assertEqual(self.ok("term", "import", GLOSSARY).err,
                         f"mizan: {GLOSSARY}: {len(rows)} concepts added, 0 extended, 0 known "
                         "already\n")
        exported = self.ok("term", "export").out
        self.assertEqual(exported.splitlines()[0], "arabic\tenglish\tstatus\tnote\torigin")
        self.assertEqual([line.split("\t")[:2] for line in exported.splitlines()[1:]],
                         [row.split("\t")[:2] for row in rows])
        self.ok("term", "export", "--output", "terms.tsv")
        self.assertEqual((self.folder / "terms.tsv").read_text(), exported)
        self.ok("term", "import", "terms.tsv", "--db", "again.db")
        self.assertEqual(self.ok("term", "export", "--db", "again.db").out, exported)
        self.assertIn(f"0 concepts added, 0 extended, {len(rows)} known already",
                      self.ok("term", "import", GLOSSARY).err)

    def test_list_finds_part_of_a_term_on_either_side(self):
        self.ok("term", "import", GLOSSARY)
        for words in ("افريقيا", "africa corps"):
            self.assertIn("فيلق إفريقيا  →  Africa Corps", self.ok("term", "list", words).out)
        self.assertEqual(self.ok("term", "list", "xyzzy").out, "")
        entry = self.ok("term", "list", "Africa Corps", "--format", "jsonl").records[0]
        self.assertEqual([(term["text"], term["language"]) for term in entry["terms"]],
                         [("فيلق إفريقيا", "ar"), ("Africa Corps", "en")])

    def test_add_says_what_is_similar_and_each_write_is_taken_back(self):
        self.assertEqual(self.ok("term", "add", "فيلق إفريقيا", "Africa Corps").out, "1\n")
        similar = self.ok("term", "add", "فيلق افريقيا", "African Corps", "--status", "deprecated",
                          "--note", "كما في وكالات")
        self.assertEqual(similar.err, "mizan: similar: فيلق إفريقيا (concept 1)\n")
        self.fails("concept 1 has these terms already; change it with mizan term edit 1",
                   "term", "add", "فيلق إفريقيا", "Africa Corps")
        self.assertEqual(
            self.ok("term", "export").out,
            "arabic\tenglish\tstatus\tnote\nفيلق إفريقيا\tAfrica Corps\tpreferred\t\n"
            "فيلق افريقيا\tAfrican Corps\tdeprecated\tكما في وكالات\n")
        self.assertEqual(len(self.ok("term", "list", "--status", "deprecated").lines), 1)
        before = self.memory()
        self.ok("term", "remove", "1")
        self.assertNotIn("\tAfrica Corps", self.ok("term", "export").out)
        self.assertIn("taken back: term remove", self.ok("undo").out)
        self.assertEqual(self.memory(), before)
        self.ok("undo")
        self.ok("undo")
        self.assertEqual(self.ok("term", "export").out, "arabic\tenglish\tstatus\tnote\n")

    def test_undo_of_an_import(self):
        self.ok("term", "add", "كتاب", "book")
        before = self.memory()
        self.ok("term", "import", GLOSSARY)
        self.assertIn("taken back: term import", self.ok("undo").out)
        self.assertEqual(self.memory(), before)

    def test_terms_that_cannot_be(self):
        self.ok("term", "add", "كتاب", "book")
        before = self.memory()
        for message, words in [
            ("term add: both terms are in one language; give one Arabic and one English term",
             ["term", "add", "a", "b"]),
            ("a term is empty", ["term", "add", "كتاب", ""]),
            ("no concept 99 in the termbase", ["term", "remove", "99"]),
            ("term add: --status cannot be good; choose one of preferred, admitted, deprecated, "
             "superseded", ["term", "add", "كتاب", "book", "--status", "good"]),
        ]:
            with self.subTest(words):
                self.fails(message, *words)
        self.assertEqual(self.memory(), before)

    def test_a_malformed_row_is_reported_and_the_others_used(self):
        self.write("g.tsv", "كتاب\tbook\nوحده\n\tpen\nبيت\thouse\n")
        rows = ("mizan: g.tsv:2: no tab between Arabic and English; write Arabic TAB English\n"
                "mizan: g.tsv:3: the Arabic term is empty; fill it or delete the row\n")
        self.assertEqual(self.ok("term", "import", "g.tsv").err,
                         rows + "mizan: g.tsv: 2 concepts added, 0 extended, 0 known already\n")
        found = self.ok("term", "find", "--glossary", "g.tsv", "بيت بلا كتاب", "--format", "tsv",
                        "--db", "none.db")
        self.assertEqual(found.err, rows)
        self.assertEqual([line.split("\t")[3] for line in found.lines], ["house", "book"])

    def test_a_header_may_name_the_columns_in_any_order(self):
        self.write("g.tsv", "English\tstatus\tArabic\nbook\tpreferred\tكتاب\n"
                            "volume\tdeprecated\tكتاب\n")
        hit = self.ok("term", "find", "--glossary", "g.tsv", "كتاب", "--format", "jsonl").records
        self.assertEqual([(one["term"], one["translation"]) for one in hit], [("كتاب", ["book"])])


class FindTest(ProgramTest):
    def find(self, text, *options):
        glossary = self.write("g.tsv", "فيلق إفريقيا\tAfrica Corps\nبريجوجين\tPrigozhin\n")
        return self.ok("term", "find", text, "--glossary", glossary, "--format", "jsonl",
                       *options).records

    def test_with_clitics_marks_and_other_spellings(self):
        for text in ("فيلق إفريقيا", "ولفيلق إفريقيا", "بفيلق افريقيا", "كفيلق أفريقيا",
                     "«فيلق إفريقيا»", "فَيْلَقُ إفريقيا", "فيلـق إفريقيا"):
            with self.subTest(text):
                hits = self.find(f"قال إن {text} هنا")
                self.assertEqual([hit["term"] for hit in hits], ["فيلق إفريقيا"])
                hit = hits[0]
                self.assertEqual(f"قال إن {text} هنا".encode()[hit["begin"]:hit["end"]].decode(),
                                 hit["surface"])
                self.assertEqual(hit["translation"], ["Africa Corps"])
                self.assertTrue(hit["evidence"])
                self.assertTrue(0.5 <= hit["confidence"] <= 1)

    def test_related_forms_only_when_asked(self):
        self.assertEqual(self.find("الفيلق الإفريقي"), [])
        self.assertEqual([hit["related"] for hit in self.find("الفيلق الإفريقي", "--related")],
                         [True])

    def test_from_english(self):
        hits = self.find("Africa Corps met Prigozhin's men", "--lang", "en")
        self.assertEqual([(hit["surface"], hit["translation"]) for hit in hits],
                         [("Africa Corps", ["فيلق إفريقيا"]), ("Prigozhin's", ["بريجوجين"])])

    def test_lines_count_from_zero_in_files_and_on_standard_input(self):
        text = "لا شيء\nوفيلق إفريقيا\n\nبريجوجين\n"
        path = self.write("text", text)
        self.assertEqual([hit["line"] for hit in self.find(path)], [1, 3])
        glossary = self.folder / "g.tsv"
        piped = self.ok("term", "find", "-", "--glossary", glossary, "--format", "jsonl",
                        stdin=text).records
        self.assertEqual([hit["line"] for hit in piped], [1, 3])

    def test_terms_of_the_memory_and_of_several_glossaries_together(self):
        self.ok("term", "add", "كتاب", "book")
        self.write("a.tsv", "قلم\tpen\n")
        self.write("b.tsv", "بيت\thouse\n")
        out = self.ok("term", "find", "كتاب قلم بيت", "--glossary", "a.tsv", "--glossary", "b.tsv",
                      "--format", "tsv").lines
        self.assertEqual([line.split("\t")[3] for line in out], ["book", "pen", "house"])

    def test_without_terms(self):
        self.fails("term find: no terms to look for; give --glossary FILE, or fill the termbase "
                   "with mizan term import", "term", "find", "كتاب")

    def test_the_shipped_glossary_on_the_article(self):
        hits = self.ok("term", "find", ARABIC, "--glossary", ROOT / "glossaries/sahel.tsv",
                       "--format", "jsonl").records
        found = {rendering for hit in hits for rendering in hit["translation"]}
        for rendering in ("Africa Corps", "Wagner", "Bamako", "Mauritania"):
            self.assertIn(rendering, found)


if __name__ == "__main__":
    unittest.main()
