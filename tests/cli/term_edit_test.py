"""The work on a termbase: edit, deprecate, merge, remove, list, look up, check; each write is undone."""
import unittest

from program import ROOT, ProgramTest

SAHEL = ROOT / "glossaries/sahel.tsv"


class TermWorkTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.ok("term", "add", "هدنة", "truce", "--subject", "war", "--customer", "Desk")
        self.ok("term", "add", "وقف إطلاق النار", "ceasefire", "--project", "Sahel")
        self.entries = self.state()

    def state(self):
        return self.ok("term", "list", "--format", "jsonl").out

    def concept(self, number):
        return next(entry for entry in self.ok("term", "list", "--format", "jsonl").records
                    if entry["concept"] == number)

    def undone(self, command):
        """Undo names the command and brings everything back."""
        self.assertIn(f"taken back: {command}", self.ok("undo").out)
        self.assertEqual(self.state(), self.entries)

    def test_edit_of_a_concept(self):
        out = self.ok("term", "edit", "1", "--definition", "a pause in fighting", "--subject", "law",
                      "--source", "desk", "--add", "armistice", "--author", "Mona").out
        self.assertEqual(out, "1  هدنة  →  truce; armistice (admitted)\n")
        entry = self.concept(1)
        self.assertEqual((entry["definition"], entry["subject"], entry["source"]),
                         ("a pause in fighting", "law", "desk"))
        self.undone("term edit")

    def test_edit_of_a_term(self):
        self.ok("term", "edit", "1", "هدنة", "--forms", "هدنات|هُدَن", "--part-of-speech", "noun",
                "--gender", "feminine", "--number", "singular", "--note", "قصيرة")
        term = self.concept(1)["terms"][0]
        self.assertEqual((term["forms"], term["part_of_speech"], term["gender"], term["number"]),
                         (["هدنات", "هُدَن"], "noun", "feminine", "singular"))
        self.assertEqual([hit["surface"] for hit in self.ok(
            "term", "find", "انتهت الهدنات", "--format", "jsonl").records], ["الهدنات"])
        self.ok("term", "edit", "1", "truce", "--text", "Truce", "--case-sensitive", "yes",
                "--do-not-translate", "yes", "--status", "admitted")
        term = self.concept(1)["terms"][1]
        self.assertEqual((term["text"], term["status"], term["case_sensitive"],
                          term["do_not_translate"]), ("Truce", "admitted", True, True))
        self.ok("undo")
        self.undone("term edit")

    def test_two_preferred_terms_are_told(self):
        self.assertEqual(
            self.ok("term", "edit", "1", "--add", "armistice").err, "")
        self.assertEqual(
            self.ok("term", "edit", "1", "armistice", "--status", "preferred").err,
            "mizan: concept 1 prefers two English terms: truce and armistice; deprecate or admit "
            "one\n")

    def test_deprecate(self):
        self.assertEqual(self.ok("term", "deprecate", "1", "truce", "--note", "too weak").out,
                         "1  هدنة  →  truce (deprecated)\n")
        self.assertEqual(self.concept(1)["terms"][1]["note"], "too weak")
        self.undone("term deprecate")

    def test_merge(self):
        self.assertEqual(
            self.ok("term", "merge", "1", "2").out,
            "1  هدنة; وقف إطلاق النار  →  truce; ceasefire\n")
        self.assertEqual(len(self.state().splitlines()), 1)
        entry = self.concept(1)
        self.assertEqual((entry["subject"], entry["customer"], entry["project"]),
                         ("war", "Desk", "Sahel"))
        self.undone("term merge")

    def test_remove_of_a_term_and_of_a_concept(self):
        self.ok("term", "edit", "1", "--add", "armistice")
        self.ok("term", "remove", "1", "armistice")
        self.assertEqual([term["text"] for term in self.concept(1)["terms"]], ["هدنة", "truce"])
        self.ok("undo")
        self.undone("term edit")
        self.ok("term", "remove", "2")
        self.assertEqual(len(self.state().splitlines()), 1)
        self.undone("term remove")

    def test_the_last_term_stays(self):
        self.ok("term", "remove", "1", "truce")
        before = self.state()
        self.fails("a concept needs a term", "term", "remove", "1", "هدنة")
        self.assertEqual(self.state(), before)

    def test_what_cannot_be_done_changes_nothing(self):
        missing = 'concept 1 has no term "peace"'
        for message, words in [
            (missing, ["edit", "1", "peace", "--note", "x"]), (missing, ["remove", "1", "peace"]),
            (missing, ["deprecate", "1", "peace"]),
            ("no concept 9 in the termbase", ["edit", "9", "--subject", "x"]),
            ("no concept 9 in the termbase", ["merge", "1", "9"]),
            ("no concept 9 in the termbase", ["deprecate", "9", "truce"]),
            ("concept 1 cannot be merged with itself", ["merge", "1", "1"]),
            ("not the number of a concept: one; term list prints the numbers", ["remove", "one"]),
            ("not the number of a concept: 0; term list prints the numbers", ["merge", "1", "0"]),
            ("term edit: which term of the concept?; give its text behind the number",
             ["edit", "1", "--status", "admitted"]),
            ("term edit: nothing to change; give an option such as --note or --status",
             ["edit", "1", "truce"]),
            ('the term "truce" is there twice', ["edit", "1", "--add", "truce"]),
            ("a term is empty", ["edit", "1", "truce", "--text", " "]),
        ]:
            with self.subTest(words):
                self.fails(message, "term", *words)
        self.assertEqual(self.state(), self.entries)
        for words in (["edit", "1", "--subject", "x"], ["remove", "1"], ["list"]):
            with self.subTest(words):
                self.assertEqual(self.run_mizan("term", *words, "--db", "no.db").status, 2)

    def test_list_with_filters(self):
        self.ok("term", "edit", "2", "ceasefire", "--status", "deprecated")
        for options, numbers in [
            ([], [1, 2]), (["--subject", "war"], [1]), (["--subject", "peace"], []),
            (["--customer", "Desk"], [1]), (["--project", "Sahel"], [2]),
            (["--status", "deprecated"], [2]), (["--status", "superseded"], []),
            (["--lang", "ar"], [1, 2]), (["هدن"], [1]), (["CEASE"], [2]),
            (["CEASE", "--subject", "war"], []),
        ]:
            with self.subTest(options):
                listed = self.ok("term", "list", *options, "--format", "jsonl").records
                self.assertEqual([entry["concept"] for entry in listed], numbers)
        self.ok("term", "remove", "2", "ceasefire")
        self.assertEqual([entry["concept"] for entry in self.ok(
            "term", "list", "--lang", "en", "--format", "jsonl").records], [1])


class LookupTest(ProgramTest):
    def found(self, text, *options, **keywords):
        return self.ok("term", "lookup", text, "--glossary", SAHEL, "--format", "jsonl", *options,
                       **keywords).records

    def test_either_script_misspelled_and_in_part(self):
        for text, english in [
            ("prigojin", "Prigozhin"), ("prigozhyn", "Prigozhin"), ("بريغوجين", "Prigozhin"),
            ("بريجوزجن", "Prigozhin"), ("bamaco", "Bamako"), ("بامكو", "Bamako"),
            ("africa corp", "Africa Corps"), ("فيلق", "Africa Corps"), ("Mauritnia", "Mauritania"),
            ("الفيلق الافريقي", "Africa Corps"), ("yevgeni prigojin", "Yevgeny Prigozhin"),
        ]:
            with self.subTest(text):
                first = self.found(text)[0]
                self.assertIn(english, [term["text"] for term in first["terms"]])
                self.assertTrue(0.7 <= first["score"] <= 1)
                self.assertEqual(first["rank"], 1)

    def test_what_is_like_no_term(self):
        for text in ("xyzzy", "house", "speak", "كرسي", "12", "!"):
            with self.subTest(text):
                self.assertEqual(self.found(text, status=1), [])

    def test_scores_and_limits(self):
        self.assertEqual(self.found("Bamako")[0]["score"], 1)
        self.assertEqual(len(self.found("Prigozhin", "--limit", "1")), 1)
        self.assertEqual(self.found("bamaco", "--min", "99", status=1), [])
        text = self.ok("term", "lookup", "bamaco", "--glossary", SAHEL).lines[0]
        self.assertRegex(text, r"^\d\d%  .*باماكو  →  Bamako$")
        fields = self.ok("term", "lookup", "bamaco", "--glossary", SAHEL, "--format",
                         "tsv").lines[0].split("\t")
        self.assertIn(fields[2], ("Bamako", "باماكو"))
        for value in ("-1", "101", "x"):
            self.assertEqual(self.run_mizan("term", "lookup", "a", "--min", value).status, 2)


class CheckTest(ProgramTest):
    def test_what_is_wrong_is_told_by_kind(self):
        self.assertEqual(self.ok("term", "check", "--glossary", ROOT /
                                 "examples/article/glossary.tsv").out, "")
        for words in (["هدنة", "truce"], ["الهدنة", "Truce"], ["مالي", "Mali"],
                      ["مالي", "financial"], ["حرب أهلية", "civil war"], ["حرب", "war"]):
            self.ok("term", "add", *words)
        self.ok("term", "remove", "6", "war")
        lines = self.ok("term", "check", "--format", "tsv", status=1).lines
        self.assertEqual([line.split("\t")[:2] for line in lines],
                         [["duplicate", "1,2"], ["empty-side", "6"], ["conflict", "3,4"]])
        contained = self.ok("term", "check", "--contained", "--format", "jsonl", status=1).records
        self.assertEqual(contained[-1]["rule"], "contained")

    def test_the_shipped_glossary(self):
        faults = self.ok("term", "check", "--glossary", SAHEL, "--format", "tsv", status=1).lines
        self.assertEqual({line.split("\t")[0] for line in faults}, {"two-preferred"})


if __name__ == "__main__":
    unittest.main()
