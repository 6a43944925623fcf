"""mizan variants and mizan names on the example articles."""
import unittest
from pathlib import Path

from program import ARABIC, ARTICLE, ARTICLE2, ENGLISH, ProgramTest

PRIGOZHIN = {"بريجوجين", "بريجوزجن"}


class VariantsTest(ProgramTest):
    def clusters(self, *arguments, status):
        records = self.ok("variants", *arguments, "--format", "jsonl", status=status).records
        return [({spelling["text"] for spelling in record["spellings"]}, record)
                for record in records]

    def test_exactly_the_one_cluster_of_the_article(self):
        for more in ([], ["--parallel", ENGLISH]):
            with self.subTest(more):
                (spellings, record), = self.clusters(ARABIC, *more, status=1)
                self.assertEqual(spellings, PRIGOZHIN)
                self.assertEqual((record["language"], record["category"]), ("ar", "name"))
                self.assertEqual(record["preferred"], "بريجوجين")
                lines = Path(ARABIC).read_bytes().split(b"\n")
                for spelling in record["spellings"]:
                    self.assertEqual(spelling["count"], len(spelling["places"]))
                    for place in spelling["places"]:
                        self.assertEqual(place["file"], ARABIC)
                        surface = lines[place["line"] - 1][place["begin"]:place["end"]].decode()
                        self.assertIn(spelling["text"], surface)
                self.assertEqual(sum(spelling["count"] for spelling in record["spellings"]), 3)

    def test_none_in_the_second_article_nor_in_the_clean_translations(self):
        arabic2, english2 = ARTICLE2 / "article.ar.txt", ARTICLE2 / "article.en.txt"
        for words in ([arabic2], [arabic2, "--parallel", english2], [english2], [ENGLISH]):
            with self.subTest(words):
                self.assertEqual(self.clusters(*words, status=0), [])

    def test_parallel_finds_the_planted_spellings_of_the_translation(self):
        altered = ARTICLE / "article.errors.en.txt"
        found = [spellings for spellings, _ in self.clusters(ARABIC, "--parallel", altered,
                                                             status=1)]
        self.assertIn({"Prigozhin", "Prigozhyn"}, found)
        self.assertIn({"Wagner", "Vagner"}, found)
        self.assertIn(PRIGOZHIN, found)

    def test_parallel_line_by_line(self):
        self.write("ar", "قاد بريجوجين التمرد.\nقُتل بريجوزجن لاحقًا.\nوصل بريجوجين.\n")
        self.write("en", "Prigozhin led the mutiny.\nPrigozhin was killed later.\n"
                         "Prigozhin arrived.\n")
        (spellings, _), = self.clusters("ar", "--parallel", "en", "--segmented", status=1)
        self.assertEqual(spellings, PRIGOZHIN)

    def test_several_files_together(self):
        self.write("a", "قاد بريجوجين التمرد في موسكو.\nوصل بريجوجين إلى باماكو.\n")
        self.write("b", "قُتل بريجوزجن في تحطم طائرته.\n")
        (spellings, record), = self.clusters("a", "b", status=1)
        self.assertEqual(spellings, PRIGOZHIN)
        self.assertEqual({place["file"] for spelling in record["spellings"]
                          for place in spelling["places"]}, {"a", "b"})

    def test_tsv_and_usage(self):
        self.assertEqual(self.ok("variants", ARABIC, "--format", "tsv", status=1).out,
                         "بريجوجين\tبريجوجين\t2\nبريجوجين\tبريجوزجن\t1\n")
        self.fails("variants: --parallel goes with one file; write: mizan variants --parallel EN "
                   "AR", "variants", ARABIC, ARABIC, "--parallel", ENGLISH)


class NamesTest(ProgramTest):
    def test_batch_in_either_script(self):
        self.write("pairs", "بريجوجين\tبريجوزجن\nبريجوجين\tPrigozhin\tignored\n"
                            "Wagner\tفاجنر\nموسكو\tباماكو\nMohammed\tMuhammad\n")
        records = self.ok("names", "compare", "--batch", "pairs", "--format", "jsonl").records
        self.assertEqual([record["pair"] for record in records], [0, 1, 2, 3, 4])
        self.assertEqual([record["same"] for record in records], [True, True, True, False, True])
        for record in records:
            self.assertEqual(record["same"], record["score"] >= 0.5)
            self.assertTrue(0 <= record["score"] <= 1)

    def test_two_names(self):
        self.assertRegex(self.ok("names", "compare", "بريجوجين", "Prigozhin").out,
                         r"\A0\.\d{4}  same  بريجوجين  Prigozhin\n\Z")

    def test_a_row_of_one_column(self):
        self.write("pairs", "a\tb\nc\n")
        result = self.run_mizan("names", "compare", "--batch", "pairs")
        self.assertEqual((result.status, result.err),
                         (2, "mizan: pairs:2:1: one column; write A TAB B\n"))


if __name__ == "__main__":
    unittest.main()
